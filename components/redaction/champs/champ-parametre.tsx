'use client'

import { useId, useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { AideChamp, ErreurChamp } from '@/components/ui/enrobage-champ'
import type { EcartFiche } from '@/lib/domaine/acte/fiches'
import { ecrireValeur } from '@/lib/domaine/texte/ecriture/formes'
import type { DefinitionParametre, ValeurParametre } from '@/lib/domaine/texte/parametres'
import { messageErreur } from '@/lib/presentation/erreurs'
import { direEtat } from '../etat-enregistrement'
import type { EtatCible, Obstacle } from '../tampon/types'
import { type Brouillon, lireBrouillon, versBrouillon } from './brouillon'
import { SaisieParametre } from './saisies'

type Proprietes = {
  definition: DefinitionParametre
  valeur: ValeurParametre | null
  etat: EtatCible | undefined
  obstacle: Obstacle
  ecart: EcartFiche | undefined
  suggestions: readonly string[]
  /** Fonction proposée pour une personne : celle de la fiche. */
  fonction?: string
  onValeur: (valeur: ValeurParametre | null) => void
  onReprendre: () => void
}

const RAISONS: Record<EcartFiche['raison'], string> = {
  changee: 'La fiche a changé depuis la copie.',
  absente: 'La fiche donne maintenant cette valeur.',
  saisie: 'La fiche de référence dit autre chose.',
}

/** Un paramètre : son champ, son aide, d'où il vient, et s'il est enregistré. */
export function ChampParametre({
  definition: d,
  valeur,
  etat,
  obstacle,
  ecart,
  suggestions,
  ...p
}: Proprietes) {
  const auto = useId()
  const id = `champ-${d.cle}${auto}`
  const [brouillon, definirBrouillon] = useState<Brouillon>(() => versBrouillon(d, valeur, p.fonction))
  const [vue, definirVue] = useState(JSON.stringify(valeur))
  // Une valeur venue d'ailleurs (fiche, collègue, annulation) remplace ce qui est à l'écran ; la mienne y est déjà.
  if (JSON.stringify(valeur) !== vue) {
    definirVue(JSON.stringify(valeur))
    if (JSON.stringify(lireBrouillon(d, brouillon)) !== JSON.stringify(valeur))
      definirBrouillon(versBrouillon(d, valeur))
  }
  const lue = lireBrouillon(d, brouillon)
  const modifiable = d.genre !== 'commune' && d.genre !== 'designation'
  const illisible = modifiable && lue === undefined
  const changer = (partiel: Brouillon) => {
    const neuf = { ...brouillon, ...partiel }
    definirBrouillon(neuf)
    const v = lireBrouillon(d, neuf)
    if (v === undefined) return
    definirVue(JSON.stringify(v))
    p.onValeur(v)
  }
  const refus = etat?.genre === 'refus' ? messageErreur(etat).titre : null
  const decrit = [d.aide && `${id}-aide`, (illisible || refus) && `${id}-erreur`].filter(Boolean).join(' ')
  return (
    <div className="@container flex flex-col gap-1.5" data-champ={d.cle}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <label htmlFor={id} className="font-medium">
          {d.libelle}
          <span className="font-normal text-encre-2">{qualite(d, valeur)}</span>
        </label>
        <span className="text-[0.8125rem] text-encre-2">{direEtat(etat, obstacle)}</span>
      </div>
      {d.aide && <AideChamp id={id}>{d.aide}</AideChamp>}
      <SaisieParametre
        id={id}
        definition={d}
        valeur={valeur}
        brouillon={brouillon}
        suggestions={suggestions}
        changer={changer}
        liens={{ 'aria-describedby': decrit || undefined, 'aria-invalid': illisible ? true : undefined }}
      />
      {(illisible || refus) && <ErreurChamp id={id}>{refus ?? attendu(d)}</ErreurChamp>}
      {d.genre === 'choix' && valeur?.genre === 'choix' && (
        <p className="text-sm text-encre-2">Dans le texte : « {ecrireValeur(valeur, null, d)} »</p>
      )}
      {ecart && (
        <div className="flex flex-wrap items-center justify-between gap-2 border-l-3 border-l-vigilance bg-vigilance-fond px-3 py-2 text-sm">
          <span>
            {RAISONS[ecart.raison]} «{' '}
            {ecrireValeur(ecart.valeur, d.genre === 'designation' ? 'nom' : null, d)} »
          </span>
          <Bouton variante="secondaire" taille="petit" onPress={p.onReprendre}>
            Reprendre de la fiche
          </Bouton>
        </div>
      )}
    </div>
  )
}

function qualite(d: DefinitionParametre, valeur: ValeurParametre | null): string {
  if (d.origine === 'mention-tardive') return ' (connu plus tard, peut rester vide)'
  if (d.facultatif) return ' (facultatif)'
  if (d.origine !== 'reference') return ''
  return valeur ? ' (repris de la fiche)' : ' (la fiche ne le dit pas encore)'
}

function attendu(d: DefinitionParametre): string {
  if (d.genre === 'duree') return 'Indiquez un nombre entier supérieur à zéro.'
  if (d.genre === 'personne') return 'Indiquez au moins le nom et la fonction.'
  return 'Indiquez un nombre, comme 1500 ou 12,5.'
}
