'use client'

import { useState } from 'react'
import { ZoneTexte } from '@/components/ui/zone-texte'
import { phraseAccord } from '@/lib/presentation/bibliotheque/modele'
import type { UniteLue } from '@/lib/presentation/redaction/types'
import type { Poste } from '../poste'

/** Pourquoi l'article est adapté : facultatif, gardé au registre des écarts, jamais montré à l'autre côté. */
export function MotifAdaptation({ poste, unite: u }: { poste: Poste; unite: UniteLue }) {
  const [motif, definirMotif] = useState(u.motifAdaptation ?? '')
  const change = motif.trim() !== (u.motifAdaptation ?? '')
  return (
    <div className="flex flex-col items-start gap-2 border-t border-trait pt-4">
      {u.modele?.accordAdaptation && (
        <p className="border-l-3 border-l-vigilance pl-3 text-[0.9375rem]">
          {phraseAccord(u.modele.accordAdaptation)} La demande se joindra d’elle-même au circuit d’avis.
        </p>
      )}
      <ZoneTexte
        className="w-full"
        libelle={
          <>
            Pourquoi cette adaptation <span className="font-normal text-encre-2">(facultatif)</span>
          </>
        }
        aide="Gardé au registre des écarts, pour votre groupe et son siège ; enregistré en quittant le champ. Aucune donnée de patient."
        rows={2}
        maxLength={2000}
        value={motif}
        onChange={(e) => definirMotif(e.target.value)}
        onBlur={() => {
          if (change) void poste.gestes.motiver(u, motif.trim())
        }}
      />
    </div>
  )
}
