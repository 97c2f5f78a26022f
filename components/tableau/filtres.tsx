import { Bouton } from '@/components/ui/bouton'
import { Selection } from '@/components/ui/selection'
import { DEBITEURS, THEMES, type Theme } from '@/lib/domaine/engagement/themes'
import type { FiltresTableau } from '@/lib/lectures/tableau/filtres'
import type { OptionsTableau } from '@/lib/lectures/tableau/options'
import { DEBITEURS_DITS, filtreDePeriodeDit } from '@/lib/presentation/tableau/libelles'

export const periodesProposees = (annees: readonly number[]) => [
  { valeur: 'tout', libelle: 'Depuis le début' },
  ...annees.flatMap((a) => [
    { valeur: String(a), libelle: `Année ${a}` },
    ...[4, 3, 2, 1].map((t) => ({ valeur: `${a}-T${t}`, libelle: filtreDePeriodeDit(`${a}-T${t}`) })),
  ]),
]

type Champ = 'groupe' | 'centre' | 'theme' | 'debiteur' | 'periode'
type Proprietes = {
  action: string
  filtres: FiltresTableau
  options: OptionsTableau
  champs: readonly Champ[]
  /** Ce que l'adresse garde en plus. */
  garder?: Readonly<Record<string, string | null>>
}

/** Filtres d'un tableau, tous dans l'adresse : elle se copie, s'envoie et marche sans script. */
export function FiltresDuTableau({ action, filtres, options, champs, garder = {} }: Proprietes) {
  const choix: Record<
    Champ,
    { libelle: string; invite: string; options: { valeur: string; libelle: string }[] }
  > = {
    groupe: {
      libelle: 'Groupe',
      invite: 'Tous les groupes',
      options: options.groupes.map((g) => ({ valeur: g.code, libelle: g.sigle ?? g.nom })),
    },
    centre: {
      libelle: 'Centre',
      invite: 'Tous les centres',
      options: options.centres.map((c) => ({ valeur: c.code, libelle: c.ville })),
    },
    theme: {
      libelle: 'Thème',
      invite: 'Tous les thèmes',
      options: (Object.keys(THEMES) as Theme[])
        .filter((t) => options.themes.includes(t))
        .map((t) => ({ valeur: t, libelle: THEMES[t] })),
    },
    debiteur: {
      libelle: 'Qui doit',
      invite: 'Chacun',
      options: DEBITEURS.map((d) => ({ valeur: d, libelle: DEBITEURS_DITS[d] })),
    },
    periode: {
      libelle: 'Période',
      invite: 'Douze derniers mois',
      options: periodesProposees(options.annees),
    },
  }
  const montres = champs.filter((c) => (c !== 'groupe' && c !== 'centre') || choix[c].options.length > 1)
  return (
    <form method="get" action={action} className="sans-impression mb-8 flex flex-wrap items-end gap-3">
      {Object.entries(garder).map(
        ([cle, valeur]) => valeur && <input key={cle} type="hidden" name={cle} value={valeur} />,
      )}
      {montres.map((c) => (
        <Selection
          key={`${c}-${filtres[c] ?? ''}`}
          name={c}
          libelle={choix[c].libelle}
          invite={choix[c].invite}
          options={choix[c].options}
          defaultValue={filtres[c] ?? ''}
          className="w-full sm:w-56"
        />
      ))}
      <Bouton type="submit" variante="secondaire">
        Filtrer
      </Bouton>
    </form>
  )
}
