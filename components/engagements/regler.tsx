'use client'

import { useAnnonce } from '@/components/ui/annonce'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import type { EngagementLu } from '@/lib/lectures/engagement/lire-engagements'
import type { GestesEngagement } from './types'

type Proprietes = { engagement: EngagementLu; regler: GestesEngagement['regler'] }

/** Comment l'engagement se juge, et qui en répond. */
export function ReglerEngagement({ engagement: e, regler }: Proprietes) {
  return (
    <Dialogue
      titre="Régler l’engagement"
      declencheur={
        <Bouton variante="discret" taille="petit">
          Régler<span className="sr-only"> : {e.libelle}</span>
        </Bouton>
      }
    >
      {(fermer) => <Formulaire engagement={e} regler={regler} fermer={fermer} />}
    </Dialogue>
  )
}

const ouNul = (texte: string): string | null => texte.trim() || null

function Formulaire({ engagement: e, regler, fermer }: Proprietes & { fermer: () => void }) {
  const annoncer = useAnnonce()
  const { hopital, centre } = e.referents
  const f = useActionFormulaire(
    (
      s: Record<
        'seuil' | 'part' | 'referentHopital' | 'personneHopital' | 'referentCentre' | 'personneCentre',
        string
      >,
    ) =>
      regler({
        engagementId: e.id,
        version: e.version,
        seuil: Number(s.seuil.replace(',', '.')),
        part: e.part === null ? null : Number(s.part.replace(',', '.')),
        referentHopital: ouNul(s.referentHopital),
        personneHopital: ouNul(s.personneHopital),
        referentCentre: ouNul(s.referentCentre),
        personneCentre: ouNul(s.personneCentre),
      }),
    {
      valeurs: {
        seuil: String(e.seuil),
        part: e.part === null ? '' : String(e.part).replace('.', ','),
        referentHopital: hopital.fonction ?? '',
        personneHopital: hopital.personne ?? '',
        referentCentre: centre.fonction ?? '',
        personneCentre: centre.personne ?? '',
      },
      apres: () => {
        annoncer('L’engagement est réglé')
        fermer()
      },
    },
  )
  return (
    <FormulaireAction liaison={f} className="flex flex-col gap-5">
      <p className="text-encre-2">
        Le texte n’écrit pas ces réglages : ils valent pour toute la durée de l’engagement, et ce qui est déjà
        mesuré se rejuge.
      </p>
      {e.part !== null && (
        <Champ
          libelle="Part des cas qui doivent tenir le délai"
          requis
          inputMode="decimal"
          suffixe="%"
          {...f.champ('part')}
        />
      )}
      <Champ
        libelle="À surveiller jusqu’à"
        requis
        inputMode="numeric"
        suffixe="% de la cible"
        aide="En dessous, l’engagement est dit non respecté."
        {...f.champ('seuil')}
      />
      <fieldset className="grid gap-4 sm:grid-cols-2">
        <legend className="mb-2 font-medium">Qui en répond à l’hôpital</legend>
        <Champ libelle="Fonction" {...f.champ('referentHopital')} />
        <Champ libelle="Personne" {...f.champ('personneHopital')} />
      </fieldset>
      <fieldset className="grid gap-4 sm:grid-cols-2">
        <legend className="mb-2 font-medium">Qui en répond au centre</legend>
        <Champ libelle="Fonction" {...f.champ('referentCentre')} />
        <Champ libelle="Personne" {...f.champ('personneCentre')} />
      </fieldset>
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" attente={f.attente}>
          Enregistrer
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
