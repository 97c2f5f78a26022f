'use client'

import Link from 'next/link'
import { Confirmation } from '@/components/comptes/confirmation'
import { Bouton } from '@/components/ui/bouton'
import { ChampDate } from '@/components/ui/champ-date'
import { ComboFormulaire } from '@/components/ui/combo-formulaire'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { nomProvisoire } from '@/lib/domaine/organisation/fiche'
import type { OrganisationLue } from '@/lib/lectures/administration/fiche-organisation'
import { initiale } from '@/lib/presentation/comptes'
import { dateEnLettres } from '@/lib/presentation/dates'
import { CHEMIN_ORGANISATIONS } from '@/lib/presentation/organisation/referentiel'
import { typographier } from '@/lib/presentation/typographie'
import type { ActionsReferentiel } from './actions-referentiel'

type Proprietes = {
  organisation: OrganisationLue
  relier: ActionsReferentiel['relier']
  delier: ActionsReferentiel['delier']
}

/** Qui travaille avec qui : les centres d'un groupe, ou les groupes d'un centre. */
export function Partenariats({ organisation: o, relier, delier }: Proprietes) {
  const centre = o.nature === 'CENTRE'
  const paire = (autreId: string) =>
    centre ? { groupeId: autreId, centreId: o.id } : { groupeId: o.id, centreId: autreId }
  return (
    <section aria-labelledby="titre-partenariats">
      <h2 id="titre-partenariats" className="mb-2 font-serif text-xl font-semibold">
        {centre ? 'Groupes hospitaliers partenaires' : 'Centres partenaires'}
      </h2>
      <p className="mb-4 text-encre-2">
        La direction des partenariats du groupe voit la fiche du centre et peut préparer une convention avec
        lui.
      </p>
      {o.partenaires.length === 0 ? (
        <p className="text-inconnu italic">Aucun partenariat pour l’instant.</p>
      ) : (
        <ul className="divide-y divide-trait border-y border-trait">
          {o.partenaires.map((p) => (
            <li key={p.id} className="flex items-center justify-between gap-3 py-1.5">
              <span>
                <Link href={`${CHEMIN_ORGANISATIONS}/${p.code}`} className="lien">
                  {initiale(typographier(nomProvisoire(p.nom)))}
                </Link>
                {p.commune && !p.nom.includes(p.commune) && (
                  <span className="text-sm text-encre-2">, {p.commune}</span>
                )}
                {p.depuis && (
                  <span className="text-sm text-encre-2">, depuis le {dateEnLettres(p.depuis)}</span>
                )}
              </span>
              <Confirmation
                bouton="Retirer"
                titre={typographier('Retirer ce partenariat ?')}
                confirmer="Retirer le partenariat"
                variante="danger"
                enLigne={{
                  nom: `Retirer le partenariat avec ${[p.nom, p.commune].filter(Boolean).join(', ')}`,
                }}
                action={() => delier(paire(p.id))}
              >
                <p>
                  {initiale(o.nom)} et {p.nom} ne se verront plus. Les conventions déjà établies restent à
                  leur place.
                </p>
              </Confirmation>
            </li>
          ))}
        </ul>
      )}
      {!o.jusqua && <Ajouter key={o.partenaires.length} organisation={o} relier={relier} paire={paire} />}
    </section>
  )
}

function Ajouter({
  organisation: o,
  relier,
  paire,
}: Pick<Proprietes, 'organisation' | 'relier'> & {
  paire: (autreId: string) => { groupeId: string; centreId: string }
}) {
  const centre = o.nature === 'CENTRE'
  const nom = centre ? 'groupeId' : 'centreId'
  const liaison = useActionFormulaire<{ groupeId: string; centreId: string; depuis: string }>(
    (saisie) => relier({ depuis: saisie.depuis, ...paire(saisie[nom]) }),
    { valeurs: { groupeId: '', centreId: '', depuis: '' } },
  )
  if (o.partenairesPossibles.length === 0)
    return (
      <p className="mt-4 text-encre-2">
        {centre ? 'Aucun autre groupe à relier.' : 'Aucun autre centre à relier.'}
      </p>
    )
  return (
    <FormulaireAction liaison={liaison} className="mt-5 flex flex-col gap-4">
      <ComboFormulaire
        controle={liaison.formulaire.control}
        nom={nom}
        libelle={centre ? 'Relier à un groupe hospitalier' : 'Relier à un centre'}
        requis
        options={o.partenairesPossibles.map((c) => ({
          valeur: c.id,
          libelle: initiale(typographier(nomProvisoire(c.nom))),
          precision: c.commune ?? undefined,
        }))}
      />
      <ChampDate libelle="Depuis le" aide="Vide si la date n’est pas connue." {...liaison.champ('depuis')} />
      <Bouton type="submit" variante="secondaire" attente={liaison.attente} className="sm:self-start">
        Relier
      </Bouton>
    </FormulaireAction>
  )
}
