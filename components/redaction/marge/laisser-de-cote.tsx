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
  const { omettre } = poste.pieces.mots
  return (
    <div className="border-t border-trait pt-4">
      <Dialogue
        titre={omettre.bouton}
        ouvert={ouvert}
        onOuvert={definirOuvert}
        declencheur={
          <Bouton variante="discret" taille="petit" className="-ml-2.5" icone={<Ban aria-hidden size={16} />}>
            {omettre.bouton}
          </Bouton>
        }
      >
        {(fermer) =>
          omettre.motif ? (
            <FormulaireMotif
              consequence={omettre.consequence(poste.lecture.nommer(u.identite))}
              bouton={omettre.bouton}
              attente={poste.gestes.attente}
              onMotif={async (motif) => {
                await poste.gestes.omettre(u, motif)
                fermer()
              }}
              onRenoncer={fermer}
            />
          ) : (
            <>
              <p>{omettre.consequence(poste.lecture.nommer(u.identite))}</p>
              <ActionsDialogue>
                <Bouton variante="secondaire" onPress={fermer}>
                  Annuler
                </Bouton>
                <Bouton
                  variante="danger"
                  attente={poste.gestes.attente}
                  onPress={async () => {
                    await poste.gestes.omettre(u, '')
                    fermer()
                  }}
                >
                  {omettre.bouton}
                </Bouton>
              </ActionsDialogue>
            </>
          )
        }
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
