'use client'

import { useEffect, useRef, useState } from 'react'
import { Confirmation } from '@/components/comptes/confirmation'
import { Bouton } from '@/components/ui/bouton'
import { ChampDate } from '@/components/ui/champ-date'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { Selection } from '@/components/ui/selection'
import type { OrganisationLue } from '@/lib/lectures/administration/fiche-organisation'
import { initiale } from '@/lib/presentation/comptes'
import { derniereOuverture } from '@/lib/presentation/organisation/libelles'
import { typographier } from '@/lib/presentation/typographie'
import type { ActionsReferentiel } from './actions-referentiel'

type Proprietes = {
  organisation: OrganisationLue
  aujourdHui: string
  action: ActionsReferentiel['fermer']
}

/** Fermer, ou rouvrir : la conséquence est dite avant le clic. */
export function Fermeture({ organisation: o, aujourdHui, action }: Proprietes) {
  const [ouvert, definirOuvert] = useState(false)
  const titre = useRef<HTMLHeadingElement>(null)
  const avant = useRef(o.jusqua)
  // Le bouton qui avait le focus disparaît avec l'ancien état : le focus va au titre du nouveau.
  useEffect(() => {
    if (avant.current === o.jusqua) return
    avant.current = o.jusqua
    titre.current?.focus()
  }, [o.jusqua])
  const ouvertes = o.enfants.filter((e) => !e.jusqua)
  const designation = { organisationId: o.id, version: o.version }
  return (
    <section aria-labelledby="titre-fermeture">
      <h2 ref={titre} tabIndex={-1} id="titre-fermeture" className="mb-2 font-serif text-xl font-semibold">
        {o.jusqua ? 'Organisation fermée' : 'Fermer'}
      </h2>
      {o.jusqua ? (
        <>
          <p className="mb-4 text-encre-2">
            {derniereOuverture(o.jusqua)}.{o.successeur && ` ${initiale(o.successeur.nom)} lui succède.`}
          </p>
          <Confirmation
            bouton="Rouvrir"
            titre={typographier('Rouvrir cette organisation ?')}
            confirmer="Rouvrir"
            action={() => action({ ...designation, jusqua: '', successeurId: '' })}
          >
            <p>Elle pourra de nouveau être reliée et recevoir des habilitations.</p>
          </Confirmation>
        </>
      ) : (
        <>
          <p className="mb-4 text-encre-2">
            {ouvertes.length > 0
              ? typographier(`Fermez d’abord ce qui en dépend : ${ouvertes.map((e) => e.nom).join(', ')}.`)
              : 'Elle ne sera plus proposée pour un rattachement, un partenariat ou une habilitation ni, passé son dernier jour, pour une nouvelle convention. Ses textes, ses références et les droits déjà accordés restent.'}
          </p>
          {ouvertes.length === 0 && (
            <Dialogue
              decision
              titre={typographier(`Fermer ${o.nom} ?`)}
              ouvert={ouvert}
              onOuvert={definirOuvert}
              declencheur={<Bouton variante="danger">Fermer l’organisation</Bouton>}
            >
              <Formulaire
                organisation={o}
                aujourdHui={aujourdHui}
                action={action}
                renoncer={() => definirOuvert(false)}
              />
            </Dialogue>
          )}
        </>
      )}
    </section>
  )
}

function Formulaire({
  organisation: o,
  aujourdHui,
  action,
  renoncer,
}: Proprietes & { renoncer: () => void }) {
  const liaison = useActionFormulaire<{ jusqua: string; successeurId: string }>(
    (saisie) => action({ ...saisie, organisationId: o.id, version: o.version }),
    { valeurs: { jusqua: aujourdHui, successeurId: '' }, apres: renoncer },
  )
  const { champ, attente } = liaison
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-5">
      <p>
        Rien n’est effacé : ses textes et ses références restent. Les habilitations en cours sont à terminer
        une à une.
      </p>
      <ChampDate
        libelle="Dernier jour, compris"
        requis
        {...champ('jusqua', { required: { value: true, message: 'requis' } })}
      />
      {o.successeurs.length > 0 && (
        <Selection
          libelle="Qui lui succède"
          invite="Personne, ou pas encore connu"
          options={o.successeurs.map((s) => ({ valeur: s.id, libelle: initiale(s.nom) }))}
          {...champ('successeurId')}
        />
      )}
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={renoncer}>
          Annuler
        </Bouton>
        <Bouton type="submit" variante="danger" attente={attente}>
          Fermer l’organisation
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
