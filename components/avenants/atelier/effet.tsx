'use client'

import { CalendarCheck } from 'lucide-react'
import { useState } from 'react'
import type { Poste } from '@/components/redaction/poste'
import { Bouton } from '@/components/ui/bouton'
import { ChampDate } from '@/components/ui/champ-date'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { GroupeChoix } from '@/components/ui/groupe-choix'
import { messageErreur } from '@/lib/presentation/erreurs'
import { dateEnLettres } from '@/lib/presentation/typographie'
import { useProjetEnMain } from './projet'

/** Jour où l'avenant prend effet : une date écrite, ou la dernière signature. Le projet part du texte en vigueur ce jour-là. */
export function Effet({ poste }: { poste: Poste }) {
  const { projet } = useProjetEnMain()
  const [ouvert, definirOuvert] = useState(false)
  const { date } = projet.effet
  return (
    <Dialogue
      titre="Prise d’effet"
      ouvert={ouvert}
      onOuvert={definirOuvert}
      declencheur={
        <Bouton variante="secondaire" taille="petit" icone={<CalendarCheck aria-hidden size={16} />}>
          {date ? `Effet au ${dateEnLettres(date)}` : 'Effet à la signature'}
        </Bouton>
      }
    >
      {(fermer) => <DireEffet poste={poste} onFini={fermer} />}
    </Dialogue>
  )
}

type Quand = 'signature' | 'date'

function DireEffet({ poste, onFini }: { poste: Poste; onFini: () => void }) {
  const { projet, actions, relire } = useProjetEnMain()
  const [quand, definirQuand] = useState<Quand>(projet.effet.date ? 'date' : 'signature')
  const [date, definirDate] = useState(projet.effet.date ?? '')
  const [erreur, definirErreur] = useState<string | null>(null)
  const [attente, definirAttente] = useState(false)
  const envoyer = async () => {
    if (quand === 'date' && !date) return definirErreur('Indiquez la date d’effet.')
    definirAttente(true)
    const r = await actions
      .direLEffet({
        acteId: projet.acteId,
        version: projet.effet.version,
        date: quand === 'date' ? date : null,
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
        void envoyer()
      }}
    >
      <GroupeChoix
        libelle="L’avenant prend effet"
        name="quand-effet"
        valeur={quand}
        onChange={(e) => definirQuand(e.target.value === 'date' ? 'date' : 'signature')}
        choix={[
          { valeur: 'signature', libelle: 'à la date de sa dernière signature' },
          {
            valeur: 'date',
            libelle: 'à une date écrite',
            aide: 'Signé plus tard, il prendra effet à la signature. Le texte modifié est celui en vigueur ce jour-là.',
          },
        ]}
      />
      {quand === 'date' && (
        <ChampDate
          libelle="Date d’effet"
          requis
          value={date}
          erreur={erreur}
          onChange={(e) => {
            definirDate(e.target.value)
            definirErreur(null)
          }}
        />
      )}
      {erreur && quand === 'signature' && (
        <p role="alert" className="text-manque">
          {erreur}
        </p>
      )}
      <ActionsDialogue>
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
