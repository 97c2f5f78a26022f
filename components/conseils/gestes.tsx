'use client'

import { useAnnonce } from '@/components/ui/annonce'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { ChampDate } from '@/components/ui/champ-date'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import type { SeanceLue } from '@/lib/lectures/conseil/lister-conseils'
import type { ActionsSeances, SaisieSeance } from './types'

type Ajout = { organisationId: string; chez?: string; actions: ActionsSeances }

/** Inscrit une séance ; `chez` nomme l'organe quand la page en montre plusieurs. */
export function AjouterSeance({ organisationId, chez, actions }: Ajout) {
  return (
    <Dialogue
      titre="Inscrire une séance"
      declencheur={
        <Bouton variante="secondaire" taille="petit">
          Inscrire une séance
          {chez && <span className="sr-only"> : {chez}</span>}
        </Bouton>
      }
    >
      {(fermer) => (
        <Formulaire
          valeurs={{ le: '', depotAvant: '', note: '' }}
          envoyer={(s) => actions.inscrireSeance({ ...s, organisationId })}
          valider="Inscrire"
          fermer={fermer}
        />
      )}
    </Dialogue>
  )
}

type Geste = { seance: SeanceLue; dite: string; actions: ActionsSeances }

/** Corrige une séance ; d'une séance annulée, la rétablit. */
export function CorrigerSeance({ seance: s, dite, actions }: Geste) {
  const verbe = s.annulee ? 'Rétablir' : 'Corriger'
  return (
    <Dialogue
      titre={`${verbe} la séance`}
      declencheur={
        <Bouton variante="discret" taille="petit">
          {verbe}
          <span className="sr-only"> la séance du {dite}</span>
        </Bouton>
      }
    >
      {(fermer) => (
        <Formulaire
          valeurs={{ le: s.le, depotAvant: s.depotAvant ?? '', note: s.note ?? '' }}
          envoyer={(v) => actions.corrigerSeance({ ...v, seanceId: s.id, version: s.version })}
          valider={s.annulee ? 'Rétablir' : 'Enregistrer'}
          fermer={fermer}
        />
      )}
    </Dialogue>
  )
}

function Formulaire({
  valeurs,
  envoyer,
  valider,
  fermer,
}: {
  valeurs: SaisieSeance
  envoyer: (s: SaisieSeance) => ReturnType<ActionsSeances['corrigerSeance' | 'inscrireSeance']>
  valider: string
  fermer: () => void
}) {
  const annoncer = useAnnonce()
  const f = useActionFormulaire<SaisieSeance>(envoyer, {
    valeurs,
    apres: () => {
      annoncer('Le calendrier est enregistré')
      fermer()
    },
  })
  return (
    <FormulaireAction liaison={f} className="flex flex-col gap-5">
      <ChampDate libelle="Séance du" requis {...f.champ('le')} />
      <ChampDate
        libelle="Dossiers à déposer jusqu’au"
        aide="Dernier jour où le service des assemblées les prend, inclus. Laissez vide s’il n’est pas connu."
        {...f.champ('depotAvant')}
      />
      <Champ libelle="Note" aide="Comme un lieu ou une heure." {...f.champ('note')} />
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" attente={f.attente}>
          {valider}
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}

/** Annule une séance, sans détour : elle reste au calendrier et se rétablit. */
export function RetirerSeance({ seance, dite, actions }: Geste) {
  const annoncer = useAnnonce()
  const f = useActionFormulaire(actions.retirerSeance, {
    valeurs: { seanceId: seance.id, version: seance.version },
    apres: () => annoncer(`La séance du ${dite} est annulée`),
  })
  return (
    <FormulaireAction liaison={f}>
      <Bouton type="submit" variante="discret" taille="petit" attente={f.attente}>
        Annuler<span className="sr-only"> la séance du {dite}</span>
      </Bouton>
    </FormulaireAction>
  )
}
