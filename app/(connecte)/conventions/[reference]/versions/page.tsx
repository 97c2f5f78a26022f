import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CadreActe } from '@/components/conventions/cadre-acte'
import { ChoixComparaison } from '@/components/conventions/comparaison/choix-comparaison'
import { ListeVersions } from '@/components/conventions/comparaison/liste-versions'
import { RetoursWord } from '@/components/conventions/comparaison/retours-word'
import { EtatVide } from '@/components/ui/etat-vide'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import { listerRetours, peutJoindreRetour } from '@/lib/lectures/convention/lire-retours'
import { lireVersions } from '@/lib/lectures/convention/lire-versions'
import { cotesComparables, versionsDites } from '@/lib/presentation/conventions/versions'
import { exigerSession } from '@/lib/serveur/session'
import { deposerRetour } from './actions'

type Proprietes = { params: Promise<{ reference: string }> }

export async function generateMetadata({ params }: Proprietes): Promise<Metadata> {
  return { title: `${(await params).reference}, versions` }
}

export default async function PageVersions({ params }: Proprietes) {
  const { acteur } = await exigerSession()
  const maintenant = new Date()
  const convention = await lireConvention(acteur, (await params).reference, maintenant)
  if (!convention) notFound()
  const versions = versionsDites(await lireVersions(acteur, convention))
  const cotes = cotesComparables(convention)
  return (
    <CadreActe convention={convention} acteur={acteur} maintenant={maintenant} onglet="versions">
      {versions.length === 0 ? (
        <EtatVide titre="Aucune version partagée">
          Une version se numérote au moment où le texte est partagé avec l’autre côté.
        </EtatVide>
      ) : (
        <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
          <ListeVersions reference={convention.reference} versions={versions} maintenant={maintenant} />
          <div className="space-y-8">
            {cotes.length > 1 && (
              <section aria-labelledby="titre-comparer">
                <h2 id="titre-comparer" className="font-serif text-lg mb-3 font-semibold">
                  Comparer deux textes
                </h2>
                <ChoixComparaison reference={convention.reference} cotes={cotes} empile />
              </section>
            )}
            <RetoursWord
              reference={convention.reference}
              retours={await listerRetours(acteur, convention)}
              depot={
                (await peutJoindreRetour(acteur, convention))
                  ? {
                      acteId: convention.acteId,
                      versions: versions.map((v) => v.numero),
                      deposer: deposerRetour,
                    }
                  : null
              }
            />
          </div>
        </div>
      )}
    </CadreActe>
  )
}
