import { type ComponentProps, useId } from 'react'
import { classesSaisie, EnrobageChamp, liensChamp, type ProprietesEnrobage } from './enrobage-champ'

type Proprietes = ProprietesEnrobage & Omit<ComponentProps<'textarea'>, 'className' | 'required'>

/** Saisie de plusieurs lignes, qui grandit avec le texte là où le navigateur le sait. */
export function ZoneTexte({
  libelle,
  aide,
  erreur,
  requis,
  libelleMasque,
  className,
  id: idDonne,
  rows = 4,
  ...saisie
}: Proprietes) {
  const idAuto = useId()
  const id = idDonne ?? idAuto
  return (
    <EnrobageChamp {...{ id, libelle, aide, erreur, requis, libelleMasque, className }}>
      <textarea
        {...saisie}
        {...liensChamp(id, { aide, erreur, requis })}
        rows={rows}
        className={classesSaisie(erreur, 'field-sizing-content min-h-24')}
      />
    </EnrobageChamp>
  )
}
