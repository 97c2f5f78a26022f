import { useId } from 'react'
import { Case } from '@/components/ui/case'
import { Champ } from '@/components/ui/champ'
import { ChampDate } from '@/components/ui/champ-date'
import { GroupeChoix } from '@/components/ui/groupe-choix'
import type { Cible } from '@/lib/domaine/engagement/cible'
import { constatAttendu } from '@/lib/domaine/engagement/juger'
import {
  type Brouillon,
  CHOIX_ETAT,
  libellesDesNombres,
  type RefusSaisie,
  uniteMediane,
} from '@/lib/presentation/engagement/mesures'
import { messageChamp } from '@/lib/presentation/erreurs'

type Proprietes = {
  cible: Cible
  brouillon: Brouillon
  onChange: (b: Brouillon) => void
  refus: RefusSaisie | null
  jour: string
  /** Dans une liste : sans la médiane, et sans redire la question. */
  serre?: boolean
}

/** Les champs que la cible attend : deux nombres, un nombre, une date, ou oui, en partie, non. */
export function ChampsConstat({ cible, brouillon: b, onChange, refus, jour, serre }: Proprietes) {
  const groupe = useId()
  const erreur = (champ: keyof Brouillon) => (refus?.champ === champ ? messageChamp(refus.code) : null)
  const genre = constatAttendu(cible)
  if (genre === 'etat')
    return (
      <GroupeChoix
        libelle="Est-ce tenu ?"
        libelleMasque={serre}
        enLigne
        name={groupe}
        choix={CHOIX_ETAT}
        valeur={b.etat}
        erreur={erreur('etat')}
        onChange={(e) => onChange({ ...b, etat: e.target.value })}
      />
    )
  if (genre === 'remise')
    return (
      <div className="flex flex-col gap-2">
        <ChampDate
          libelle="Remis le"
          max={jour}
          value={b.le}
          disabled={b.pasRemis}
          erreur={erreur('le')}
          onChange={(e) => onChange({ ...b, le: e.target.value })}
        />
        <Case
          libelle="Pas encore remis"
          checked={b.pasRemis}
          onChange={(e) => onChange({ ...b, pasRemis: e.target.checked, le: '' })}
        />
      </div>
    )
  const libelles = libellesDesNombres(cible)
  const nombre = (champ: 'a' | 'b' | 'mediane', libelle: string, suffixe?: string) => (
    <Champ
      libelle={libelle}
      inputMode={champ === 'mediane' || genre === 'nombre' ? 'decimal' : 'numeric'}
      enterKeyHint="next"
      autoComplete="off"
      value={b[champ]}
      erreur={erreur(champ)}
      suffixe={suffixe}
      className="w-[8.25rem] [&_input]:text-right [&_input]:tabular-nums"
      onChange={(e) => onChange({ ...b, [champ]: e.target.value })}
    />
  )
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
      {nombre('a', libelles.a)}
      {genre === 'rapport' && nombre('b', libelles.b)}
      {cible.genre === 'delai' && !serre && nombre('mediane', 'Médiane', uniteMediane(cible))}
    </div>
  )
}
