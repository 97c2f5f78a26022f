'use client'

import { useAnnonce } from '@/components/ui/annonce'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { ChampDate } from '@/components/ui/champ-date'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import type { EngagementLu, PorteeLue } from '@/lib/lectures/engagement/lire-engagements'
import type { GestesEngagement } from './types'

type Proprietes = {
  engagement: EngagementLu
  portee: PorteeLue | null
  /** Date déjà constatée, ou que les fiches disent. */
  propose: string | null
  deja: boolean
  constater: GestesEngagement['constater']
}

/** Dit qu'une condition est remplie : depuis quand, et ce qui l'atteste. */
export function ConstaterCondition({ engagement: e, portee, propose, deja, constater }: Proprietes) {
  const quoi = portee ? `${e.libelle} (${portee.libelle})` : e.libelle
  return (
    <Dialogue
      titre={deja ? 'Corriger le constat' : 'Constater que la condition est remplie'}
      declencheur={
        <Bouton variante="secondaire" taille="petit" className="mt-2">
          {deja ? 'Corriger le constat' : 'Constater'}
          <span className="sr-only"> : {quoi}</span>
        </Bouton>
      }
    >
      {(fermer) => (
        <Formulaire engagement={e} portee={portee} propose={propose} constater={constater} fermer={fermer} />
      )}
    </Dialogue>
  )
}

function Formulaire({
  engagement: e,
  portee,
  propose,
  constater,
  fermer,
}: Omit<Proprietes, 'deja'> & { fermer: () => void }) {
  const annoncer = useAnnonce()
  const f = useActionFormulaire(constater, {
    valeurs: {
      engagementId: e.id,
      version: e.version,
      portee: portee?.code ?? null,
      le: propose ?? '',
      preuve: (portee ?? e).exigiblePreuve ?? '',
    },
    apres: () => {
      annoncer('L’engagement est exigible')
      fermer()
    },
  })
  return (
    <FormulaireAction liaison={f} className="flex flex-col gap-5">
      <p className="text-encre-2">
        L’engagement devient exigible ce jour-là : ses périodes s’ouvrent à la mesure et il entre dans les
        taux. Les deux côtés le lisent au journal.
      </p>
      <ChampDate libelle="Remplie le" requis {...f.champ('le')} />
      <Champ
        libelle="Ce qui l’atteste"
        requis
        aide="Un relevé de décision, un courrier, une mise en service. Ne nommez aucun patient."
        {...f.champ('preuve')}
      />
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" attente={f.attente}>
          Rendre exigible
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
