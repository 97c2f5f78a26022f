'use client'

import { Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { type Brouillon, lireBrouillon, versBrouillon } from '@/components/redaction/champs/brouillon'
import { SaisieParametre } from '@/components/redaction/champs/saisies'
import { Bouton } from '@/components/ui/bouton'
import { ErreurChamp } from '@/components/ui/enrobage-champ'
import { Selection } from '@/components/ui/selection'
import type { DefinitionParametre, ValeurParametre } from '@/lib/domaine/texte/parametres'
import type { ValeurDeVariante } from './types'

type Proprietes = {
  variante: string
  valeurs: readonly ValeurDeVariante[]
  /** Définitions qu'une variante peut fixer : celles que l'on saisit, non celles des fiches. */
  definitions: readonly DefinitionParametre[]
  onValeurs: (v: ValeurDeVariante[]) => void
}

/** Ce que choisir la variante change aussi : « sous 24 heures » entraîne le délai, si personne ne l'a changé. */
export function ValeursVariante({ variante, valeurs, definitions, onValeurs }: Proprietes) {
  const [ajoutees, definirAjoutees] = useState<readonly string[]>([])
  const cles = [...valeurs.map((v) => v.cle), ...ajoutees.filter((c) => !valeurs.some((v) => v.cle === c))]
  const restantes = definitions.filter((d) => !cles.includes(d.cle))
  const sans = (cle: string) => valeurs.filter((v) => v.cle !== cle)
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 font-medium">Valeurs que « {variante} » entraîne</legend>
      {cles.map((cle) => {
        const definition = definitions.find((d) => d.cle === cle)
        if (!definition) return null
        return (
          <Valeur
            key={cle}
            definition={definition}
            initiale={valeurs.find((v) => v.cle === cle)?.valeur ?? null}
            changer={(valeur) => onValeurs(valeur ? [...sans(cle), { cle, valeur }] : sans(cle))}
            retirer={() => {
              definirAjoutees(ajoutees.filter((c) => c !== cle))
              onValeurs(sans(cle))
            }}
          />
        )
      })}
      {restantes.length > 0 && (
        <Selection
          libelle="Ajouter une valeur"
          className="max-w-xl"
          invite="Choisir une valeur du modèle"
          value=""
          onChange={(e) => definirAjoutees([...ajoutees, e.target.value])}
          options={restantes.map((d) => ({ valeur: d.cle, libelle: d.libelle }))}
        />
      )}
    </fieldset>
  )
}

function Valeur({
  definition: d,
  initiale,
  changer,
  retirer,
}: {
  definition: DefinitionParametre
  initiale: ValeurParametre | null
  changer: (v: ValeurParametre | null) => void
  retirer: () => void
}) {
  const id = useId()
  const [brouillon, definirBrouillon] = useState<Brouillon>(() => versBrouillon(d, initiale))
  const lue = lireBrouillon(d, brouillon)
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id}>{d.libelle}</label>
      <div className="flex flex-wrap items-center gap-3">
        <SaisieParametre
          id={id}
          definition={d}
          valeur={lue ?? null}
          brouillon={brouillon}
          suggestions={[]}
          changer={(partiel) => {
            const neuf = { ...brouillon, ...partiel }
            definirBrouillon(neuf)
            changer(lireBrouillon(d, neuf) ?? null)
          }}
          liens={lue === undefined ? { 'aria-invalid': true, 'aria-describedby': `${id}-aide` } : {}}
        />
        <Bouton
          variante="discret"
          taille="petit"
          aria-label={`Ne plus entraîner : ${d.libelle}`}
          icone={<Trash2 aria-hidden size={16} />}
          onPress={retirer}
        />
      </div>
      {lue === undefined && <ErreurChamp id={id}>Cette valeur ne se lit pas.</ErreurChamp>}
    </div>
  )
}
