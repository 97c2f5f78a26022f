import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AvisProjet } from '@/components/bibliotheque/projet/avis-projet'
import { CadreProjet } from '@/components/bibliotheque/projet/cadre-projet'
import { EnteteProjet } from '@/components/bibliotheque/projet/entete-projet'
import { PartieProjet } from '@/components/bibliotheque/projet/partie-projet'
import { ValeurProjet } from '@/components/bibliotheque/projet/valeur-projet'
import { Etiquette } from '@/components/ui/etiquette'
import { Tableau, Td, Th, Tr } from '@/components/ui/tableau'
import { lireProjet } from '@/lib/lectures/modele/lire-projet'
import { lireRegard } from '@/lib/lectures/modele/lire-regard'
import { parametresAffiches } from '@/lib/presentation/bibliotheque/modele'
import { comparutionLue, texteAutour, titreLu } from '@/lib/presentation/bibliotheque/projet'
import { exigerSession } from '@/lib/serveur/session'
import {
  enregistrerAvis,
  enregistrerEntete,
  enregistrerPartie,
  enregistrerValeur,
  retirerValeur,
} from '../actions'

export const metadata: Metadata = { title: 'Valeurs du projet de version' }

type Proprietes = {
  params: Promise<{ code: string }>
  searchParams: Promise<{ groupe?: string | string[] }>
}

export default async function PageValeurs({ params, searchParams }: Proprietes) {
  const { acteur } = await exigerSession()
  const regard = await lireRegard(acteur, (await searchParams).groupe)
  const projet = await lireProjet(acteur, (await params).code, regard.groupeId)
  if (!projet) notFound()
  const { projetId, version, intitule, titre, resume } = projet
  const commun = { projetId, version, enregistrer: enregistrerValeur, retirer: retirerValeur }
  return (
    <CadreProjet projet={projet} groupe={regard.code} onglet="valeurs">
      <section aria-labelledby="titre-presentation" className="mb-10">
        <h2 id="titre-presentation" className="mb-3 font-serif text-xl font-semibold">
          Présentation
        </h2>
        <EnteteProjet
          key={version}
          projetId={projetId}
          version={version}
          initial={{ intitule, titre, resume }}
          titreLu={titreLu(projet, titre)}
          enregistrer={enregistrerEntete}
        />
      </section>
      <section aria-labelledby="titre-parties" className="mb-10">
        <h2 id="titre-parties" className="mb-3 font-serif text-xl font-semibold">
          Parties
        </h2>
        {projet.parties.map((partie) => (
          <PartieProjet
            key={`${partie.role}-${version}`}
            projetId={projetId}
            version={version}
            partie={partie}
            lue={comparutionLue(projet, partie.comparution)}
            texte={texteAutour(projet, '')}
            enregistrer={enregistrerPartie}
          />
        ))}
      </section>
      <section aria-labelledby="titre-avis" className="mb-10">
        <h2 id="titre-avis" className="mb-1 font-serif text-xl font-semibold">
          Avis et accords
        </h2>
        <p className="mb-3 max-w-lecture text-encre-2">
          Demandés avant la signature, dans cet ordre. Un article soumis qui s’adapte en ajoute de lui-même.
        </p>
        <AvisProjet
          key={`avis-${version}`}
          projetId={projetId}
          version={version}
          initial={projet.approbations.map(({ fonction, nature, source }) => ({
            fonction,
            nature,
            source: source ?? '',
          }))}
          noms={Object.fromEntries(
            [...projet.base.approbations, ...projet.approbations].map((a) => [a.fonction, a.libelle]),
          )}
          enregistrer={enregistrerAvis}
        />
      </section>
      <section aria-labelledby="titre-valeurs">
        <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
          <h2 id="titre-valeurs" className="font-serif text-xl font-semibold">
            Valeurs que le texte attend
          </h2>
          <ValeurProjet key={`ajout-${version}`} {...commun} definition={null} />
        </div>
        <Tableau titre="Valeurs du projet" empilable>
          <thead>
            <tr>
              <Th>Valeur</Th>
              <Th>Nature</Th>
              <Th>Proposée</Th>
              <Th>D’où elle vient</Th>
              <Th>
                <span className="sr-only">Modifier</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {parametresAffiches(projet.definitions).map((l, i) => (
              <Tr key={l.cle}>
                <Th scope="row" className="min-w-48">
                  {l.libelle}{' '}
                  {!projet.base.parametres.includes(l.cle) && <Etiquette ton="accent">Ajoutée</Etiquette>}
                  {l.aide && (
                    <span className="block max-w-lecture text-[0.8125rem] font-normal text-encre-2">
                      {l.aide}
                    </span>
                  )}
                </Th>
                <Td libelle="Nature">{l.genre}</Td>
                <Td libelle="Proposée">{l.defaut || <span className="text-encre-2">À indiquer</span>}</Td>
                <Td libelle="D’où elle vient">{l.origine}</Td>
                <Td>
                  <ValeurProjet
                    key={`${l.cle}-${version}`}
                    {...commun}
                    definition={projet.definitions[i] ?? null}
                  />
                </Td>
              </Tr>
            ))}
          </tbody>
        </Tableau>
      </section>
    </CadreProjet>
  )
}
