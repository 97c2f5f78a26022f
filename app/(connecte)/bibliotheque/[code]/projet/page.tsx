import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CadreProjet } from '@/components/bibliotheque/projet/cadre-projet'
import { EditeurUnite } from '@/components/bibliotheque/projet/editeur-unite'
import { GestesUnite } from '@/components/bibliotheque/projet/gestes-unite'
import { PlanProjet } from '@/components/bibliotheque/projet/plan-projet'
import { Details } from '@/components/ui/details'
import { lireProjet } from '@/lib/lectures/modele/lire-projet'
import { lireRegard } from '@/lib/lectures/modele/lire-regard'
import { adresseProjet } from '@/lib/presentation/bibliotheque/adresses'
import { resolutionDuModele } from '@/lib/presentation/bibliotheque/modele'
import {
  definitionsDeVariante,
  planDuProjet,
  texteAutour,
  titreLu,
} from '@/lib/presentation/bibliotheque/projet'
import { exigerSession } from '@/lib/serveur/session'
import { ajouterUnite, deplacerUnite, enregistrerUnite, retirerUnite } from './actions'

export const metadata: Metadata = { title: 'Projet de version' }

type Proprietes = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function PageProjet({ params, searchParams }: Proprietes) {
  const { acteur } = await exigerSession()
  const { unite: demandee, groupe } = await searchParams
  const regard = await lireRegard(acteur, groupe)
  const projet = await lireProjet(acteur, (await params).code, regard.groupeId)
  if (!projet) notFound()
  const plan = planDuProjet(projet)
  const ligne =
    plan.find((l) => l.identite === demandee) ?? plan.find((l) => l.genre === 'article') ?? plan[0]
  const unite = projet.unites.find((u) => u.identite === ligne?.identite)
  const adresse = adresseProjet(projet.code, regard.code)
  const r = resolutionDuModele(projet)
  const leplan = (
    <PlanProjet
      adresse={adresse}
      lignes={plan}
      choisie={ligne?.identite ?? ''}
      retirees={projet.retirees.map((u) => titreLu(projet, u.titre ?? 'Sans titre', r))}
    />
  )
  return (
    <CadreProjet projet={projet} groupe={regard.code} onglet="articles">
      <Details titre="Plan du modèle" className="mb-6 lg:hidden">
        {leplan}
      </Details>
      <div className="grid gap-8 lg:grid-cols-[17rem_minmax(0,1fr)]">
        <div className="max-lg:hidden lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:self-start lg:overflow-auto">
          {leplan}
        </div>
        {ligne && unite && (
          <div className="flex max-w-4xl min-w-0 flex-col gap-6">
            <GestesUnite
              key={`gestes-${unite.identite}`}
              projetId={projet.projetId}
              adresse={adresse}
              ligne={ligne}
              parent={unite.parent}
              ajouter={ajouterUnite}
              deplacer={deplacerUnite}
              retirer={retirerUnite}
            />
            <EditeurUnite
              key={unite.identite}
              projetId={projet.projetId}
              identite={unite.identite}
              version={unite.version}
              genre={unite.genre}
              nom={ligne.nom}
              titreLu={unite.titre ? titreLu(projet, unite.titre, r) : ''}
              texte={texteAutour(projet, unite.identite)}
              definitions={definitionsDeVariante(projet.definitions)}
              visas={projet.visas.map(({ code, texte }) => ({ code, texte }))}
              enregistrer={enregistrerUnite}
              initial={{
                titre: unite.titre,
                contenu: unite.contenu,
                facultative: unite.facultative,
                visa: unite.visa?.code ?? null,
                accordAdaptation: unite.accordAdaptation,
                variantes: unite.variantes.map(({ code, libelle, titre, source, contenu, valeurs }) => ({
                  code,
                  libelle,
                  contenu,
                  valeurs: Object.entries(valeurs ?? {}).map(([cle, valeur]) => ({ cle, valeur })),
                  ...(titre ? { titre } : {}),
                  ...(source ? { source } : {}),
                })),
              }}
            />
          </div>
        )}
      </div>
    </CadreProjet>
  )
}
