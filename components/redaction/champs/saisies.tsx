'use client'

import { Champ } from '@/components/ui/champ'
import { classesSaisie } from '@/components/ui/enrobage-champ'
import { Selection } from '@/components/ui/selection'
import { ecrireValeur } from '@/lib/domaine/texte/ecriture/formes'
import type { DefinitionParametre, UniteDuree, ValeurParametre } from '@/lib/domaine/texte/parametres'
import { UNITES_DUREE } from '@/lib/domaine/texte/parametres'
import type { Brouillon } from './brouillon'
import { ChampListe } from './champ-liste'

const UNITES: Record<UniteDuree, string> = { heure: 'heures', jour: 'jours', mois: 'mois', an: 'ans' }
const SUFFIXES: Record<string, string> = { euros: '€', pourcent: '%' }

type Proprietes = {
  id: string
  definition: DefinitionParametre
  valeur: ValeurParametre | null
  brouillon: Brouillon
  suggestions: readonly string[]
  changer: (partiel: Brouillon) => void
  liens: { 'aria-describedby'?: string; 'aria-invalid'?: true }
}

/** La saisie adaptée au genre du paramètre. Le premier champ porte l'identifiant que le libellé désigne. */
export function SaisieParametre(p: Proprietes) {
  const { id, definition: d, brouillon: b, changer, liens } = p
  const ligne = (nom: string, mode?: 'decimal') => (
    <span className="flex items-center gap-2">
      <input
        id={id}
        value={b[nom] ?? ''}
        inputMode={mode}
        onChange={(e) => changer({ [nom]: e.target.value })}
        className={classesSaisie(liens['aria-invalid'] ? 'invalide' : null, mode ? 'max-w-40' : '')}
        autoComplete="off"
        {...liens}
      />
      {SUFFIXES[nom] && <span className="text-encre-2">{SUFFIXES[nom]}</span>}
    </span>
  )
  switch (d.genre) {
    case 'texte':
      return (
        <textarea
          id={id}
          rows={1}
          value={b.texte ?? ''}
          onChange={(e) => changer({ texte: e.target.value.replace(/\n/g, ' ') })}
          className={classesSaisie(null, 'field-sizing-content')}
          {...liens}
        />
      )
    case 'nombre':
      return ligne('nombre', 'decimal')
    case 'montant':
      return ligne('euros', 'decimal')
    case 'taux':
      return ligne('pourcent', 'decimal')
    case 'duree':
      return <SaisieDuree {...p} ligne={ligne('nombre', 'decimal')} />
    case 'date':
      return (
        <input
          id={id}
          type="date"
          value={b.date ?? ''}
          onChange={(e) => changer({ date: e.target.value })}
          className={classesSaisie(null, 'max-w-56')}
          {...liens}
        />
      )
    case 'choix':
      return (
        <select
          id={id}
          value={b.code ?? ''}
          onChange={(e) => changer({ code: e.target.value })}
          className={classesSaisie(null)}
          {...liens}
        >
          <option value="">À choisir</option>
          {d.choix?.map((c) => (
            <option key={c.code} value={c.code}>
              {c.libelle}
            </option>
          ))}
        </select>
      )
    case 'liste':
      return (
        <ChampListe
          id={id}
          libelle={d.libelle}
          elements={(b.elements ?? '').split('\n').filter(Boolean)}
          suggestions={p.suggestions}
          onElements={(e) => changer({ elements: e.join('\n') })}
        />
      )
    case 'personne':
      return <SaisiePersonne {...p} />
    case 'commune':
    case 'designation':
      return (
        <p id={id} tabIndex={-1} className="rounded-md bg-surface-2 px-3 py-2">
          {p.valeur ? ecrireValeur(p.valeur, 'nom') : 'La fiche ne le dit pas encore.'}
        </p>
      )
  }
}

function SaisieDuree({
  definition: d,
  brouillon: b,
  changer,
  ligne,
}: Proprietes & { ligne: React.ReactNode }) {
  const unites = d.unites ?? UNITES_DUREE
  return (
    <span className="flex flex-wrap items-center gap-2">
      {ligne}
      {unites.length === 1 ? (
        <span className="text-encre-2">{UNITES[unites[0] ?? 'jour']}</span>
      ) : (
        <select
          aria-label={`Unité : ${d.libelle}`}
          value={b.unite ?? unites[0]}
          onChange={(e) => changer({ unite: e.target.value })}
          className={classesSaisie(null, 'max-w-32')}
        >
          {unites.map((u) => (
            <option key={u} value={u}>
              {UNITES[u]}
            </option>
          ))}
        </select>
      )}
    </span>
  )
}

function SaisiePersonne({ id, brouillon: b, changer }: Proprietes) {
  const feminin = b.civilite === 'MME'
  const fonction = feminin ? 'feminin' : 'masculin'
  return (
    <div className="grid grid-cols-1 gap-3 @md:grid-cols-2">
      <Selection
        libelle="Civilité"
        className="max-w-44 @md:col-span-2"
        value={b.civilite ?? 'M'}
        onChange={(e) => changer({ civilite: e.target.value })}
        options={[
          { valeur: 'MME', libelle: 'Madame' },
          { valeur: 'M', libelle: 'Monsieur' },
        ]}
      />
      <Champ libelle="Prénom" value={b.prenom ?? ''} onChange={(e) => changer({ prenom: e.target.value })} />
      <Champ id={id} libelle="Nom" value={b.nom ?? ''} onChange={(e) => changer({ nom: e.target.value })} />
      <Champ
        libelle="Fonction"
        className="@md:col-span-2"
        value={b[fonction] ?? ''}
        onChange={(e) => changer({ [fonction]: e.target.value })}
      />
    </div>
  )
}
