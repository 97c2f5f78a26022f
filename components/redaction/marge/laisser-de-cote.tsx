'use client'

import { Ban } from 'lucide-react'
import { useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { UniteLue } from '@/lib/presentation/redaction/types'
import type { Poste } from '../poste'

/** Laisser un article hors du texte, avec son motif, gardé au journal. */
export function LaisserDeCote({ poste, unite: u }: { poste: Poste; unite: UniteLue }) {
  const [ouvert, definirOuvert] = useState(false)
  return (
    <div className="border-t border-trait pt-4">
      <Dialogue
        titre="Laisser hors du texte"
        ouvert={ouvert}
        onOuvert={definirOuvert}
        declencheur={
          <Bouton variante="discret" taille="petit" className="-ml-2.5" icone={<Ban aria-hidden size={16} />}>
            Laisser hors du texte
          </Bouton>
        }
      >
        {(fermer) => (
          <FormulaireMotif
            consequence={`« ${poste.lecture.nommer(u.identite)} » et ce qu’il contient ne figureront plus dans la convention ; les articles suivants remontent d’un numéro. Il reste visible dans le plan et peut être remis.`}
            bouton="Laisser hors du texte"
            attente={poste.gestes.attente}
            onMotif={async (motif) => {
              await poste.gestes.omettre(u, motif)
              fermer()
            }}
            onRenoncer={fermer}
          />
        )}
      </Dialogue>
    </div>
  )
}

type ProprietesMotif = {
  consequence: string
  bouton: string
  /** Mot qui ferme sans rien faire ; « Annuler » se lirait de travers à côté d'« Abandonner ». */
  fermer?: string
  attente: boolean
  onMotif: (motif: string) => Promise<void>
  onRenoncer: () => void
}

/** La conséquence dite avant, le motif exigé. */
export function FormulaireMotif({
  consequence,
  bouton,
  fermer = 'Annuler',
  attente,
  onMotif,
  onRenoncer,
}: ProprietesMotif) {
  const [motif, definirMotif] = useState('')
  const [montre, definirMontre] = useState(false)
  const court = motif.trim().length < 3
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault()
        definirMontre(true)
        if (!court) void onMotif(motif.trim())
      }}
    >
      <p className="mb-4">{consequence}</p>
      <ZoneTexte
        libelle="Motif"
        requis
        aide="Gardé au journal. Aucune donnée de patient."
        maxLength={2000}
        value={motif}
        onChange={(e) => definirMotif(e.target.value)}
        erreur={montre && court ? 'Indiquez le motif en quelques mots.' : null}
      />
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={onRenoncer}>
          {fermer}
        </Bouton>
        <Bouton type="submit" variante="danger" attente={attente}>
          {bouton}
        </Bouton>
      </ActionsDialogue>
    </form>
  )
}
