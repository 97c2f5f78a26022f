import { type Paire, rapprocher } from '../../domaine/texte/difference'
import type { Bloc, BlocTableau, BlocTexte, CelluleTableau } from './blocs'
import type { Difference } from './comparer-fragments'

type Ligne = CelluleTableau[]
type Outils = {
  texte: (b: Bloc) => string
  comparerContenus: (a: readonly BlocTexte[], b: readonly BlocTexte[]) => BlocTexte[]
  marquer: (b: BlocTexte, d: Difference) => BlocTexte
}

/**
 * Fond deux tableaux : lignes rapprochées par leur texte, colonnes par leur en-tête, cellules mot à mot. `null` quand des
 * cellules fusionnées ne se superposent pas : les deux tableaux se lisent alors l'un après l'autre.
 */
export function comparerTableaux(a: BlocTableau, b: BlocTableau, o: Outils): BlocTableau[] | null {
  const memeForme = formeDe(a) === formeDe(b)
  if (!memeForme && (aFusions(a) || aFusions(b))) return null
  const texteDe = (c: CelluleTableau | undefined) => (c?.blocs ?? []).map(o.texte).join('\n')
  const colonnes = colonnesDe(a, b, texteDe)
  const corps = (t: BlocTableau) => t.lignes.slice(t.lignesEnTete)
  const texteLigne = (l: Ligne) => l.map(texteDe).join(' ')
  const paires: Paire<Ligne>[] = aFusions(b)
    ? a.lignes.map((l, i) => ({ avant: l, apres: b.lignes[i] as Ligne }))
    : [
        ...rapprocher(a.lignes.slice(0, a.lignesEnTete), b.lignes.slice(0, b.lignesEnTete), texteLigne, 0),
        ...rapprocher(corps(a), corps(b), texteLigne, 0.34),
      ]
  const enTetes = Math.max(a.lignesEnTete, b.lignesEnTete)
  return [
    {
      ...b,
      lignesEnTete: enTetes,
      largeurs: colonnes.length === b.largeurs.length ? b.largeurs : colonnes.map(() => 1 / colonnes.length),
      lignes: paires.map((p) => ligneFondue(p, colonnes, aFusions(b), o)),
    },
  ]
}

type Colonne = { avant: number | null; apres: number | null }

function colonnesDe(
  a: BlocTableau,
  b: BlocTableau,
  texte: (c: CelluleTableau | undefined) => string,
): Colonne[] {
  const [na, nb] = [a.largeurs.length, b.largeurs.length]
  if (na === nb) return b.largeurs.map((_, i) => ({ avant: i, apres: i }))
  const rangs = (n: number) => Array.from({ length: n }, (_, i) => i)
  const entete = (t: BlocTableau) => rangs(t.largeurs.length).map((i) => ({ i, t: texte(t.lignes[0]?.[i]) }))
  return rapprocher(entete(a), entete(b), (c) => c.t, 0.5).map((p) => ({
    avant: p.avant?.i ?? null,
    apres: p.apres?.i ?? null,
  }))
}

function ligneFondue(p: Paire<Ligne>, colonnes: readonly Colonne[], fusions: boolean, o: Outils): Ligne {
  const marquee = (c: CelluleTableau, d: Difference): CelluleTableau => ({
    ...c,
    blocs: c.blocs.map((b) => o.marquer(b, d)),
  })
  const vide = (enTete: boolean, d: Difference): CelluleTableau => ({
    enTete,
    blocs: [{ genre: 'paragraphe', fragments: [], difference: d }],
  })
  const suite = fusions ? (p.apres ?? []).map((_, i) => ({ avant: i, apres: i })) : colonnes
  return suite.map(({ avant: i, apres: j }) => {
    const a = i === null ? undefined : p.avant?.[i]
    const b = j === null ? undefined : p.apres?.[j]
    if (a && b) return { ...b, blocs: o.comparerContenus(a.blocs, b.blocs) }
    if (a) return marquee(a, 'retrait')
    if (b) return marquee(b, 'ajout')
    return vide(false, p.avant ? 'retrait' : 'ajout')
  })
}

const aFusions = (t: BlocTableau): boolean =>
  t.lignes.some((l) => l.some((c) => (c.colonnes ?? 1) > 1 || (c.lignes ?? 1) > 1))
const formeDe = (t: BlocTableau): string =>
  t.lignes.map((l) => l.map((c) => `${c.colonnes ?? 1}x${c.lignes ?? 1}`).join(',')).join(';')
