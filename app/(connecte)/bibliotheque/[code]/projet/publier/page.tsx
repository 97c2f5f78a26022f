import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ComparaisonModele } from '@/components/bibliotheque/comparaison-modele'
import { CadreProjet } from '@/components/bibliotheque/projet/cadre-projet'
import { Publier } from '@/components/bibliotheque/projet/publier'
import { Encart } from '@/components/ui/encart'
import { ListeDefinitions } from '@/components/ui/liste-definitions'
import { controlerModele } from '@/lib/domaine/modele/controle'
import { lireModele } from '@/lib/lectures/modele/lire-modeles'
import { lireProjet } from '@/lib/lectures/modele/lire-projet'
import { lireRegard } from '@/lib/lectures/modele/lire-regard'
import { adresseModele, adresseProjet, avecGroupe } from '@/lib/presentation/bibliotheque/adresses'
import { comparaisonDeModeles } from '@/lib/presentation/bibliotheque/comparaison'
import { nomDeVersion } from '@/lib/presentation/bibliotheque/modele'
import { avisChanges, obstaclesDits } from '@/lib/presentation/bibliotheque/projet'
import { lireReglages } from '@/lib/presentation/conventions/versions'
import { exigerSession } from '@/lib/serveur/session'
import { abandonner, publier } from '../actions'

export const metadata: Metadata = { title: 'Publier un projet de version' }

type Proprietes = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function PagePublier({ params, searchParams }: Proprietes) {
  const { acteur } = await exigerSession()
  const demande = await searchParams
  const { groupeId, code: groupe } = await lireRegard(acteur, demande.groupe)
  const projet = await lireProjet(acteur, (await params).code, groupeId)
  if (!projet) notFound()
  const base = await lireModele(acteur, projet.code, projet.base.versionId)
  if (!base) notFound()
  const obstacles = obstaclesDits(projet, controlerModele(projet))
  const avis = avisChanges(projet)
  const reglages = lireReglages(demande)
  const dite = comparaisonDeModeles(
    { texte: base, nom: nomDeVersion(base) },
    { texte: projet, nom: 'Projet' },
  )
  return (
    <CadreProjet projet={projet} groupe={groupe} onglet="publier">
      {obstacles.length > 0 && (
        <Encart ton="manque" titre="À régler avant de publier" className="mb-6">
          <ul className="list-disc space-y-1 pl-5">
            {obstacles.map((o, i) => (
              <li key={i}>
                {o.phrase}{' '}
                <Link
                  className="lien"
                  href={adresseProjet(
                    projet.code,
                    groupe,
                    o.unite ? { unite: o.unite } : { onglet: 'valeurs' },
                  )}
                >
                  Y aller
                </Link>
              </li>
            ))}
          </ul>
        </Encart>
      )}
      <section aria-labelledby="titre-publier" className="mb-10">
        <h2 id="titre-publier" className="mb-3 font-serif text-xl font-semibold">
          Publier
        </h2>
        <Publier
          projetId={projet.projetId}
          version={projet.version}
          modele={avecGroupe(adresseModele(projet.code), groupe)}
          versions={avecGroupe(`${adresseModele(projet.code)}/versions`, groupe)}
          bloque={obstacles.length > 0}
          publier={publier}
          abandonner={abandonner}
        />
      </section>
      {avis && (
        <section aria-labelledby="titre-avis" className="mb-10">
          <h2 id="titre-avis" className="mb-3 font-serif text-xl font-semibold">
            Avis et accords
          </h2>
          <ListeDefinitions
            elements={[
              { terme: 'Version d’origine', valeur: avis.avant },
              { terme: 'Projet', valeur: avis.apres },
            ]}
          />
        </section>
      )}
      <ComparaisonModele
        dite={dite}
        reglages={reglages}
        adresse={adresseProjet(projet.code, groupe, { onglet: 'publier' })}
      />
    </CadreProjet>
  )
}
