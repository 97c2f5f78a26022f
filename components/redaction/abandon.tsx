'use client'

import { useRouter } from 'next/navigation'
import { Dialogue } from '@/components/ui/dialogue'
import { FormulaireMotif } from './marge/laisser-de-cote'
import type { Poste } from './poste'

type Proprietes = { poste: Poste; ouvert: boolean; onOuvert: (ouvert: boolean) => void }

/** Abandonner le projet : la conséquence d'abord, le motif ensuite. */
export function Abandon({ poste, ouvert, onOuvert }: Proprietes) {
  const routeur = useRouter()
  const { reference } = poste.etat.acte
  return (
    <Dialogue titre="Abandonner ce projet" ouvert={ouvert} onOuvert={onOuvert} decision>
      {poste.gestes.refus && (
        <p role="alert" className="mb-3 font-medium text-manque">
          {poste.gestes.refus.titre}
        </p>
      )}
      <FormulaireMotif
        consequence={`Le texte ${reference} ne pourra plus être modifié. Il reste lisible avec son journal, et sa référence ne servira plus.`}
        bouton="Abandonner ce projet"
        fermer="Garder le projet"
        attente={poste.gestes.attente}
        onRenoncer={() => onOuvert(false)}
        onMotif={async (motif) => {
          if (await poste.gestes.abandonner(motif))
            routeur.push(`/conventions/${encodeURIComponent(reference)}`)
        }}
      />
    </Dialogue>
  )
}
