'use client'

import { CalendarClock } from 'lucide-react'
import { useState } from 'react'
import type { Poste } from '@/components/redaction/poste'
import { Bouton } from '@/components/ui/bouton'
import { ChampDate } from '@/components/ui/champ-date'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { GroupeChoix } from '@/components/ui/groupe-choix'
import type { NatureTerme } from '@/lib/domaine/avenant/modifications'
import { messageErreur } from '@/lib/presentation/erreurs'
import { dateEnLettres } from '@/lib/presentation/typographie'
import { useProjetEnMain } from './projet'

/** Prolonger ou renouveler la convention par cet avenant. */
export function Terme({ poste }: { poste: Poste }) {
  const { projet } = useProjetEnMain()
  const [ouvert, definirOuvert] = useState(false)
  const { terme, finActuelle } = projet
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-encre-2">
      <Dialogue
        titre="Durée de la convention"
        ouvert={ouvert}
        onOuvert={definirOuvert}
        declencheur={
          <Bouton variante="secondaire" taille="petit" icone={<CalendarClock aria-hidden size={16} />}>
            {projet.transcription ? 'Durée changée par l’avenant' : 'Prolonger ou renouveler'}
          </Bouton>
        }
      >
        {(fermer) => <ChangerTerme poste={poste} onFini={fermer} />}
      </Dialogue>
      <span>
        {terme
          ? `${terme.nature === 'renouvellement' ? 'Renouvelée' : 'Prolongée'} jusqu’au ${dateEnLettres(terme.fin)}`
          : finActuelle
            ? `Dernier jour : ${dateEnLettres(finActuelle)}`
            : 'Dernier jour non connu'}
      </span>
    </div>
  )
}

function ChangerTerme({ poste, onFini }: { poste: Poste; onFini: () => void }) {
  const { projet, actions, relire } = useProjetEnMain()
  const [nature, definirNature] = useState<NatureTerme>(projet.terme?.nature ?? 'renouvellement')
  const [fin, definirFin] = useState(projet.terme?.fin ?? '')
  const [erreur, definirErreur] = useState<string | null>(null)
  const [attente, definirAttente] = useState(false)
  const envoyer = async (voulue: NatureTerme | null) => {
    definirAttente(true)
    const r = await actions
      .changerLeTerme({
        acteId: projet.acteId,
        version: projet.terme?.version ?? 0,
        nature: voulue,
        date: voulue === 'prolongation' ? fin : null,
      })
      .catch(() => null)
    definirAttente(false)
    if (!r?.ok) {
      const m = messageErreur(r?.erreur ?? { code: 'INDISPONIBLE', details: {} })
      return definirErreur(`${m.titre}. ${m.conseil}`)
    }
    await Promise.all([poste.etat.rafraichir(), relire()])
    onFini()
  }
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(e) => {
        e.preventDefault()
        if (nature === 'prolongation' && !fin) definirErreur('Indiquez le nouveau dernier jour.')
        else void envoyer(nature)
      }}
    >
      {projet.finActuelle && (
        <p>
          La convention {projet.transcription ? 'allait alors' : 'va aujourd’hui'} jusqu’au{' '}
          {dateEnLettres(projet.finActuelle)} inclus.
        </p>
      )}
      <GroupeChoix
        libelle="L’avenant"
        name="nature-terme"
        valeur={nature}
        onChange={(e) => definirNature(e.target.value as NatureTerme)}
        choix={[
          {
            valeur: 'renouvellement',
            libelle: 'renouvelle la convention',
            aide: 'Une nouvelle durée commence au lendemain du dernier jour actuel.',
          },
          {
            valeur: 'prolongation',
            libelle: 'prolonge la durée en cours',
            aide: 'Le dernier jour recule, rien d’autre ne recommence.',
          },
        ]}
      />
      {nature === 'prolongation' && (
        <ChampDate
          libelle="Nouveau dernier jour, inclus"
          requis
          value={fin}
          erreur={erreur}
          onChange={(e) => {
            definirFin(e.target.value)
            definirErreur(null)
          }}
        />
      )}
      {nature === 'renouvellement' && (
        <p className="text-sm text-encre-2">
          La durée est celle que la convention prévoit : trois ans pour une convention-cadre ou d’affiliation,
          un an pour une activité partagée.
        </p>
      )}
      {erreur && nature === 'renouvellement' && (
        <p role="alert" className="text-manque">
          {erreur}
        </p>
      )}
      <ActionsDialogue>
        {projet.terme && (
          <Bouton variante="discret" attente={attente} onPress={() => void envoyer(null)}>
            Ne plus changer la durée
          </Bouton>
        )}
        <Bouton variante="secondaire" onPress={onFini}>
          Annuler
        </Bouton>
        <Bouton type="submit" attente={attente}>
          Enregistrer
        </Bouton>
      </ActionsDialogue>
    </form>
  )
}
