import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CadreActe } from '@/components/conventions/cadre-acte'
import { Journal } from '@/components/conventions/journal'
import { EtatVide } from '@/components/ui/etat-vide'
import { Pagination } from '@/components/ui/pagination'
import { texteDeLActe } from '@/lib/domaine/acte/texte-de-l-acte'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import { lireJournal, TAILLE_JOURNAL } from '@/lib/lectures/convention/lire-journal'
import { adresseConvention } from '@/lib/presentation/conventions/adresses'
import { contexteJournal, parJour, phraseJournal } from '@/lib/presentation/conventions/journal'
import { exigerSession } from '@/lib/serveur/session'

type Proprietes = {
  params: Promise<{ reference: string }>
  searchParams: Promise<{ avant?: string | string[] }>
}

export async function generateMetadata({ params }: Proprietes): Promise<Metadata> {
  return { title: `${(await params).reference}, journal` }
}

export default async function PageJournal({ params, searchParams }: Proprietes) {
  const { acteur } = await exigerSession()
  const maintenant = new Date()
  const convention = await lireConvention(acteur, (await params).reference, maintenant)
  if (!convention) notFound()
  const { avant } = await searchParams
  const cle = typeof avant === 'string' ? avant : null
  const lignes = await lireJournal(acteur, convention.acteId, cle)
  if (!lignes) notFound()
  const contexte = contexteJournal(texteDeLActe(convention))
  const base = adresseConvention(convention.reference)
  const derniere = lignes.at(-1)
  return (
    <CadreActe convention={convention} acteur={acteur} maintenant={maintenant} onglet="journal">
      <p className="mb-6 max-w-lecture text-encre-2">
        Qui a fait quoi, et quand. Les saisies d’une même personne sur un même article, en une demi-heure,
        forment une seule ligne.
      </p>
      {lignes.length ? (
        <Journal
          jours={parJour(lignes, (l) => l.le).map(({ jour, lignes: du }) => ({
            jour,
            lignes: du.map((l) => phraseJournal(l, contexte)),
          }))}
        />
      ) : (
        <EtatVide titre="Rien de plus ancien">
          Le journal commence avec l’ouverture de la convention.
        </EtatVide>
      )}
      <Pagination
        libelle="Pages du journal"
        precedent={cle ? `${base}/journal` : null}
        suivant={lignes.length === TAILLE_JOURNAL && derniere ? `${base}/journal?avant=${derniere.id}` : null}
      />
    </CadreActe>
  )
}
