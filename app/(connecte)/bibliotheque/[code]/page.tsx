import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DeclarerValide } from '@/components/bibliotheque/declarer-valide-differe'
import { TableParametres } from '@/components/bibliotheque/table-parametres'
import { TexteModele } from '@/components/bibliotheque/texte-modele'
import { Plan } from '@/components/conventions/plan'
import { EntetePage } from '@/components/ui/entete-page'
import { Etiquette } from '@/components/ui/etiquette'
import { LienBouton } from '@/components/ui/lien-bouton'
import { enClair, fragmentsDeBalise } from '@/lib/documents/blocs/construire'
import { aujourdHuiAParis } from '@/lib/domaine/calendrier/dates'
import { lireModele } from '@/lib/lectures/modele/lire-modeles'
import {
  etatValidation,
  parametresAffiches,
  resolutionDuModele,
  sommaireDe,
  unitesAffichees,
} from '@/lib/presentation/bibliotheque/modele'
import { dateEnLettres } from '@/lib/presentation/typographie'
import { exigerSession } from '@/lib/serveur/session'
import { valider } from '../actions'

type Proprietes = { params: Promise<{ code: string }> }

export const metadata: Metadata = { title: 'Modèle de convention' }

export default async function PageModele({ params }: Proprietes) {
  const { acteur } = await exigerSession()
  const modele = await lireModele(acteur, (await params).code)
  if (!modele) notFound()
  const resolution = resolutionDuModele(modele)
  const unites = unitesAffichees(modele, resolution, aujourdHuiAParis(new Date()))
  const validation = etatValidation(modele)
  return (
    <>
      <EntetePage
        titre={modele.intitule}
        filAriane={[{ libelle: 'Bibliothèque', href: '/bibliotheque' }, { libelle: modele.intitule }]}
        description={modele.resume}
        actions={
          <>
            {modele.peutValider && !modele.valideeLe && (
              <DeclarerValide
                versionId={modele.versionId}
                intitule={modele.intitule}
                numero={modele.numero}
                valider={valider}
              />
            )}
            {modele.redaction && acteur.groupes.length > 0 && (
              <LienBouton
                variante={modele.peutValider ? 'secondaire' : 'principal'}
                href={`/conventions/nouvelle?modele=${modele.code}`}
              >
                Préparer une convention
              </LienBouton>
            )}
          </>
        }
      >
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-[0.9375rem]">
          <Etiquette ton={validation.ton}>{validation.libelle}</Etiquette>
          <span className="text-encre-2">
            Version {modele.numero}, publiée le {dateEnLettres(modele.publieeLe)}
          </span>
        </p>
        <p className="max-w-lecture text-sm text-encre-2">Source : {modele.source}</p>
      </EntetePage>
      <div className="grid gap-8 xl:grid-cols-[16rem_minmax(0,1fr)]">
        <div className="max-xl:hidden xl:sticky xl:top-20 xl:max-h-[calc(100dvh-6rem)] xl:overflow-auto">
          <Plan
            entrees={[
              ...sommaireDe(unites).map((e) => ({ ...e, marques: [] })),
              { ancre: 'valeurs', numero: '', titre: 'Valeurs attendues', niveau: 1, marques: [] },
            ]}
            retraits={[]}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-10">
          <TexteModele
            surtitre="Modèle"
            titre={enClair(fragmentsDeBalise(resolution, modele.titre))}
            unites={unites}
          />
          <section id="valeurs" className="scroll-mt-20">
            <h2 className="mb-3 font-serif text-xl font-semibold">Valeurs attendues par le texte</h2>
            <TableParametres lignes={parametresAffiches(modele.definitions)} />
          </section>
        </div>
      </div>
    </>
  )
}
