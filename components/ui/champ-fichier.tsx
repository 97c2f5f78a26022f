'use client'

import { FileText, Upload } from 'lucide-react'
import { type ComponentProps, useId, useState } from 'react'
import { EnrobageChamp, liensChamp, type ProprietesEnrobage } from './enrobage-champ'
import { joindre } from './joindre'

type Proprietes = ProprietesEnrobage & Omit<ComponentProps<'input'>, 'className' | 'type' | 'required'>

/**
 * Choix ou dépôt d'un fichier ; dire formats et limite dans l'aide. Le vrai sélecteur couvre la zone : le glisser, le
 * clavier et `register` marchent, mais les mots affichés sont les nôtres, pas ceux du navigateur.
 */
export function ChampFichier({
  libelle,
  aide,
  erreur,
  requis,
  libelleMasque,
  className,
  id: idDonne,
  onChange,
  ...saisie
}: Proprietes) {
  const idAuto = useId()
  const id = idDonne ?? idAuto
  const [noms, definir] = useState<string[]>([])
  return (
    <EnrobageChamp {...{ id, libelle, aide, erreur, requis, libelleMasque, className }}>
      <span
        className={joindre(
          'relative flex min-h-14 items-center gap-3 rounded-md border border-dashed bg-surface px-3 py-2 hover:border-accent',
          'has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
          erreur ? 'border-2 border-manque' : 'border-trait-fort',
        )}
      >
        {noms.length ? (
          <FileText aria-hidden size={20} className="shrink-0 text-accent" />
        ) : (
          <Upload aria-hidden size={20} className="shrink-0 text-encre-2" />
        )}
        <span aria-hidden className="min-w-0 flex-1">
          {noms.length ? noms.join(', ') : 'Choisir un fichier, ou le déposer ici'}
        </span>
        {noms.length > 0 && (
          <span aria-hidden className="text-sm text-accent underline">
            Changer
          </span>
        )}
        <input
          {...saisie}
          {...liensChamp(id, { aide, erreur, requis })}
          type="file"
          onChange={(evenement) => {
            definir(Array.from(evenement.target.files ?? [], (f) => f.name))
            void onChange?.(evenement)
          }}
          className="absolute inset-0 size-full cursor-pointer opacity-0"
        />
      </span>
    </EnrobageChamp>
  )
}
