import { type ComponentProps, useId } from 'react'
import { EnrobageChamp, liensChamp, type ProprietesEnrobage } from './enrobage-champ'
import { joindre } from './joindre'

type Proprietes = ProprietesEnrobage & Omit<ComponentProps<'input'>, 'className' | 'type' | 'required'>

/** Choix d'un fichier par le sélecteur du navigateur ; dire formats et limite dans l'aide. */
export function ChampFichier({
  libelle,
  aide,
  erreur,
  requis,
  libelleMasque,
  className,
  id: idDonne,
  ...saisie
}: Proprietes) {
  const idAuto = useId()
  const id = idDonne ?? idAuto
  return (
    <EnrobageChamp {...{ id, libelle, aide, erreur, requis, libelleMasque, className }}>
      <input
        {...saisie}
        {...liensChamp(id, { aide, erreur, requis })}
        type="file"
        className={joindre(
          'block w-full rounded-md border border-dashed bg-surface p-2 text-sm text-encre-2',
          'file:mr-3 file:min-h-9 file:rounded-md file:border file:border-trait-fort file:bg-surface file:px-3',
          'file:font-medium file:text-encre hover:file:border-accent hover:file:text-accent',
          erreur ? 'border-manque' : 'border-trait-fort',
        )}
      />
    </EnrobageChamp>
  )
}
