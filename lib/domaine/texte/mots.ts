import { diffArrays } from 'diff'

/** Ce qui se lit des deux côtés d'un même passage : pour un passage égal, seules les espaces peuvent différer. */
export type Segment = { etat: 'egal' | 'ajout' | 'retrait'; avant: string; apres: string }

const ESPACE = '[ \\u00a0\\u202f\\u2009]'
const MOIS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'
const UNITES = 'centimes?|euros?|heures?|jours?|mois|années?|ans?|semaines?|minutes?|min|km|m²|h|Mo|Ko|[€%]'
const NOMBRE = `\\d+(?:${ESPACE}\\d{3})*(?:[.,]\\d+)*`
const FIN = '(?![\\p{L}\\p{N}])'
/**
 * Ce qu'un juriste lit d'un bloc : une date, un nombre et son unité, une heure, un mot avec son apostrophe ou ses traits
 * d'union ; puis une espace ou un signe.
 */
const JETONS = new RegExp(
  [
    `\\d{1,2}(?:er)?${ESPACE}(?:${MOIS})(?:${ESPACE}\\d{4})?${FIN}`,
    `\\d{1,2}${ESPACE}?h${ESPACE}?\\d{2}${FIN}`,
    `${NOMBRE}${ESPACE}?(?:${UNITES})${FIN}`,
    `${NOMBRE}(?:er|re|e|ème)?${FIN}`,
    `[\\p{L}\\p{N}]+(?:[-\\u2010\\u2011][\\p{L}\\p{N}]+)*['’]?`,
    '\\s+',
    '[^\\s\\p{L}\\p{N}]',
  ].join('|'),
  'gu',
)

/** Découpe un texte en jetons dont la concaténation le redonne exactement. */
export const decouper = (texte: string): string[] => texte.match(JETONS) ?? []

/** Deux jetons de même clé se lisent pareil : espaces, apostrophes et traits d'union insécables ne comptent pas. */
export const cleDeLecture = (texte: string): string =>
  texte
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f\u2009\u2002]+/gu, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/['’]/g, '’')

/** Au-delà de tant de jetons changés, on compare par phrases : le coût reste borné, le résultat reste juste. */
const CHANGES_MAX = 600
const SOUS_TOTAL = 0.2

/**
 * Aligne deux textes mot à mot. Concaténer `avant` redonne exactement l'ancien texte, concaténer `apres` le nouveau.
 * Deux changements que ne sépare qu'un mot court ou une ponctuation n'en font qu'un ; un texte presque entièrement
 * réécrit se lit d'un bloc.
 */
export function alignerMots(avant: string, apres: string): Segment[] {
  if (avant === apres) return avant ? [{ etat: 'egal', avant, apres }] : []
  return regrouper(aligner(decouper(avant), decouper(apres)))
}

function aligner(avant: readonly string[], apres: readonly string[]): Segment[] {
  const [ca, cb] = [avant.map(cleDeLecture), apres.map(cleDeLecture)]
  let debut = 0
  while (debut < ca.length && debut < cb.length && ca[debut] === cb[debut]) debut++
  let fin = 0
  while (
    fin < ca.length - debut &&
    fin < cb.length - debut &&
    ca[ca.length - 1 - fin] === cb[cb.length - 1 - fin]
  )
    fin++
  const segments: Segment[] = []
  egal(segments, avant.slice(0, debut), apres.slice(0, debut))
  milieu(segments, avant.slice(debut, avant.length - fin), apres.slice(debut, apres.length - fin))
  egal(segments, avant.slice(avant.length - fin), apres.slice(apres.length - fin))
  return segments
}

function milieu(segments: Segment[], avant: readonly string[], apres: readonly string[]): void {
  if (avant.length + apres.length === 0) return
  const court = avant.length + apres.length <= 2 * CHANGES_MAX
  const changes = differences(
    avant.map(cleDeLecture),
    apres.map(cleDeLecture),
    court ? Number.POSITIVE_INFINITY : CHANGES_MAX,
  )
  if (!changes) return parPhrases(segments, avant, apres)
  let i = 0
  let j = 0
  for (const c of changes) {
    const n = c.value.length
    if (c.added) changer(segments, [], apres.slice(j, (j += n)))
    else if (c.removed) changer(segments, avant.slice(i, (i += n)), [])
    else egal(segments, avant.slice(i, (i += n)), apres.slice(j, (j += n)))
  }
}

/** Un texte très long et très réécrit : on aligne ses phrases, et les mots des seules phrases qui se suivent. */
function parPhrases(segments: Segment[], avant: readonly string[], apres: readonly string[]): void {
  const [pa, pb] = [phrases(avant), phrases(apres)]
  const changes = differences(
    pa.map((p) => cleDeLecture(p.join(''))),
    pb.map((p) => cleDeLecture(p.join(''))),
    CHANGES_MAX,
  )
  if (!changes) return changer(segments, avant, apres)
  let i = 0
  let j = 0
  for (const c of changes) {
    const n = c.value.length
    if (c.added) changer(segments, [], pb.slice(j, (j += n)).flat())
    else if (c.removed) changer(segments, pa.slice(i, (i += n)).flat(), [])
    else egal(segments, pa.slice(i, (i += n)).flat(), pb.slice(j, (j += n)).flat())
  }
}

/** `undefined` quand il y a plus de changements que permis : l'appelant a une réponse moins fine et moins chère. */
const differences = (
  avant: string[],
  apres: string[],
  maxEditLength: number,
): { added?: boolean; removed?: boolean; value: string[] }[] | undefined =>
  diffArrays(avant, apres, { maxEditLength })

function phrases(jetons: readonly string[]): string[][] {
  const sortie: string[][] = [[]]
  for (const j of jetons) {
    sortie.at(-1)?.push(j)
    if (/^[.;:!?\n]$/.test(j) || j.includes('\n')) sortie.push([])
  }
  return sortie.filter((p) => p.length > 0)
}

function egal(segments: Segment[], avant: readonly string[], apres: readonly string[]): void {
  if (avant.length) segments.push({ etat: 'egal', avant: avant.join(''), apres: apres.join('') })
}
function changer(segments: Segment[], avant: readonly string[], apres: readonly string[]): void {
  if (avant.length) segments.push({ etat: 'retrait', avant: avant.join(''), apres: '' })
  if (apres.length) segments.push({ etat: 'ajout', avant: '', apres: apres.join('') })
}

/** Un passage égal trop mince pour être relu entre deux changements : au plus un mot de trois lettres, ou des signes. */
const mince = (texte: string): boolean => {
  const mots = texte.match(/[\p{L}\p{N}]+/gu) ?? []
  return mots.length === 0 ? texte.length <= 3 : mots.length === 1 && (mots[0]?.length ?? 0) <= 3
}

function regrouper(segments: readonly Segment[]): Segment[] {
  const sortie: Segment[] = []
  let retrait = ''
  let ajout = ''
  const vider = () => {
    if (retrait) sortie.push({ etat: 'retrait', avant: retrait, apres: '' })
    if (ajout) sortie.push({ etat: 'ajout', avant: '', apres: ajout })
    retrait = ''
    ajout = ''
  }
  segments.forEach((s, i) => {
    if (s.etat !== 'egal') {
      retrait += s.avant
      ajout += s.apres
      return
    }
    const suivant = segments[i + 1]
    if ((retrait || ajout) && suivant && mince(s.apres)) {
      retrait += s.avant
      ajout += s.apres
      return
    }
    vider()
    sortie.push(s)
  })
  vider()
  return reecrit(sortie) ? enBloc(sortie) : elaguer(sortie)
}

const longueur = (segments: readonly Segment[], etat: Segment['etat'], cote: 'avant' | 'apres'): number =>
  segments.reduce((n, s) => (s.etat === etat ? n + s[cote].length : n), 0)

/** Vrai quand presque rien ne reste : mieux vaut lire l'ancien puis le nouveau. */
function reecrit(segments: readonly Segment[]): boolean {
  const commun = longueur(segments, 'egal', 'apres')
  const [ote, mis] = [longueur(segments, 'retrait', 'avant'), longueur(segments, 'ajout', 'apres')]
  return (
    ote > 40 && mis > 40 && segments.length > 3 && commun < SOUS_TOTAL * Math.min(ote + commun, mis + commun)
  )
}

const enBloc = (segments: readonly Segment[]): Segment[] => [
  { etat: 'retrait', avant: segments.map((s) => s.avant).join(''), apres: '' },
  { etat: 'ajout', avant: '', apres: segments.map((s) => s.apres).join('') },
]

/** Rend aux passages égaux les espaces communes au bord d'un remplacement. */
function elaguer(segments: readonly Segment[]): Segment[] {
  return fusionner(
    segments.flatMap((s, i): Segment[] => {
      const suivant = segments[i + 1]
      const precedent = segments[i - 1]
      if (s.etat === 'retrait' && suivant?.etat === 'ajout') {
        const n = espacesCommunes(s.avant, suivant.apres)
        return n.fin ? [{ etat: 'retrait', avant: s.avant.slice(0, -n.fin), apres: '' }] : [s]
      }
      if (s.etat === 'ajout' && precedent?.etat === 'retrait') {
        const n = espacesCommunes(precedent.avant, s.apres)
        return n.fin
          ? [
              { etat: 'ajout', avant: '', apres: s.apres.slice(0, -n.fin) },
              { etat: 'egal', avant: precedent.avant.slice(-n.fin), apres: s.apres.slice(-n.fin) },
            ]
          : [s]
      }
      return [s]
    }),
  )
}

const espacesCommunes = (a: string, b: string): { fin: number } =>
  a.length > 1 && b.length > 1 && / $/.test(a) && / $/.test(b) ? { fin: 1 } : { fin: 0 }

function fusionner(segments: readonly Segment[]): Segment[] {
  const sortie: Segment[] = []
  for (const s of segments) {
    if (!s.avant && !s.apres) continue
    const dernier = sortie.at(-1)
    if (dernier?.etat === s.etat) {
      dernier.avant += s.avant
      dernier.apres += s.apres
    } else sortie.push({ ...s })
  }
  return sortie
}
