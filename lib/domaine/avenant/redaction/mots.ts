import { cleDeLecture, decouper, type Segment } from '../../texte/mots'

/** Un alinéa de part et d'autre, découpé en passages gardés et changés. */
export type LigneComparee = { segments: readonly Segment[] }

/** Un changement de mots dit en entier : les mots quittés se retrouvent, sans doute possible, dans le texte d'avant. */
export type ChangementDeMots = { avant: string; apres: string; chaqueOccurrence: boolean }

type Brut = { ligne: number; debut: number; fin: number; apres: string; min: number; max: number }

/** Au-delà de tant de passages, on relit l'unité entière. */
const PASSAGES_MAX = 40

/**
 * Changements de mots d'une unité. Des mots qui se lisent ailleurs sont pris avec leurs voisins jusqu'à n'y être qu'une
 * fois ; tous changés de même, ils le sont « à chaque occurrence ». `null` : aucun mot ne suffit à les désigner.
 */
export function changementsDeMots(
  lignes: readonly LigneComparee[],
  maximum: number = PASSAGES_MAX,
): ChangementDeMots[] | null {
  const textes = lignes.map((l) => l.segments.map((s) => s.avant).join(''))
  const sortie: ChangementDeMots[] = []
  const bruts = lignes.flatMap((l, i) => reperer(l.segments, i))
  if (bruts.length > maximum) return null
  const memes = (b: Brut) =>
    bruts.filter(
      (x) => lire(textes, x) === lire(textes, b) && cleDeLecture(x.apres) === cleDeLecture(b.apres),
    )
  const dits = new Set<Brut>()
  for (const brut of bruts) {
    if (dits.has(brut)) continue
    const pareils = memes(brut)
    if (lire(textes, brut) && pareils.length === occurrences(textes, lire(textes, brut))) {
      for (const p of pareils) dits.add(p)
      sortie.push(dire(textes, brut, pareils.length > 1))
      continue
    }
    const etendu = etendre(textes, brut)
    if (!etendu) return null
    dits.add(brut)
    sortie.push(dire(textes, etendu, false))
  }
  return sortie.every((x) => equilibre(x.avant) && equilibre(x.apres)) ? sortie : null
}

/** Un guillemet seul entre nos guillemets rendrait la citation illisible. */
const equilibre = (t: string): boolean => t.split('«').length === t.split('»').length

const dire = (textes: readonly string[], b: Brut, chaqueOccurrence: boolean): ChangementDeMots => {
  const texte = textes[b.ligne] ?? ''
  return { avant: texte.slice(b.debut, b.fin).trim(), apres: b.apres.trim(), chaqueOccurrence }
}

const lire = (textes: readonly string[], b: Brut): string =>
  cleDeLecture((textes[b.ligne] ?? '').slice(b.debut, b.fin)).trim()

/** Passages changés, avec les bornes où leurs voisins changés commencent. */
function reperer(segments: readonly Segment[], ligne: number): Brut[] {
  const bruts: Brut[] = []
  let position = 0
  let enCours: Brut | null = null
  for (const s of segments) {
    if (s.etat === 'egal') enCours = null
    else {
      if (!enCours) {
        enCours = { ligne, debut: position, fin: position, apres: '', min: bruts.at(-1)?.fin ?? 0, max: 0 }
        bruts.push(enCours)
      }
      enCours.fin += s.avant.length
      enCours.apres += s.apres
    }
    position += s.avant.length
  }
  return bruts.map((b, i) => ({ ...b, max: bruts[i + 1]?.debut ?? position }))
}

/** Ajoute un mot à droite, puis à gauche, et ainsi de suite, jusqu'à une lecture unique. */
function etendre(textes: readonly string[], brut: Brut): Brut | null {
  const texte = textes[brut.ligne] ?? ''
  const gauche = decouper(texte.slice(brut.min, brut.debut))
  const droite = decouper(texte.slice(brut.fin, brut.max))
  let b = brut
  for (let i = 0; ; i++) {
    const lu = lire(textes, b)
    if (/[\p{L}\p{N}]/u.test(lu) && occurrences(textes, lu) === 1) return b
    const cote = i % 2 === 0 ? prendre(gauche, 'fin') : prendre(droite, 'debut')
    if (!cote) {
      if (gauche.length === 0 && droite.length === 0) return null
      continue
    }
    b =
      i % 2 === 0
        ? { ...b, debut: b.debut - cote.length, apres: cote + b.apres }
        : { ...b, fin: b.fin + cote.length, apres: b.apres + cote }
  }
}

/** Le mot suivant, avec l'espace et les signes qui l'en séparent. */
function prendre(jetons: string[], ou: 'debut' | 'fin'): string {
  let pris = ''
  while (jetons.length > 0) {
    const j = (ou === 'fin' ? jetons.pop() : jetons.shift()) ?? ''
    pris = ou === 'fin' ? j + pris : pris + j
    if (/[\p{L}\p{N}]/u.test(j)) break
  }
  return pris
}

/** Combien de fois ces mots entiers se lisent dans l'unité. */
function occurrences(textes: readonly string[], mots: string): number {
  let n = 0
  for (const t of textes) {
    const texte = cleDeLecture(t)
    for (let i = texte.indexOf(mots); i >= 0; i = texte.indexOf(mots, i + 1))
      if (estBorne(texte[i - 1], mots[0]) && estBorne(texte[i + mots.length], mots.at(-1))) n++
  }
  return n
}

const estLettre = (s: string | undefined): boolean => s !== undefined && /[\p{L}\p{N}]/u.test(s)
const estBorne = (dehors: string | undefined, dedans: string | undefined): boolean =>
  !(estLettre(dehors) && estLettre(dedans))

/** « les mots : « 48 h » sont remplacés par les mots : « 24 h » », au singulier pour un seul mot, ou « supprimés ». */
export function direChangement(m: ChangementDeMots): string {
  const ajout = m.apres.startsWith(`${m.avant} `) && !m.chaqueOccurrence
  if (ajout) return direInsertion(m)
  const partout = m.chaqueOccurrence ? ', à chaque occurrence,' : ''
  const avant = groupe(m.avant)
  const nature = avant.nom
  const debut = `${nature} : «\u00a0${m.avant}\u00a0» ${avant.pluriel ? 'sont' : 'est'}${partout}`
  const accord = (mot: string) => `${mot}${avant.feminin ? 'e' : ''}${avant.pluriel ? 's' : ''}`
  if (!m.apres) return `${debut} ${accord('supprimé')}`
  return `${debut} ${accord('remplacé')} par ${groupe(m.apres).nom} : «\u00a0${m.apres}\u00a0»`
}

/** « après le mot : « soins », sont insérés les mots : « de ville » ». */
function direInsertion(m: ChangementDeMots): string {
  const ajoutes = m.apres.slice(m.avant.length).trim()
  const { nom, pluriel, feminin } = groupe(ajoutes)
  const verbe = pluriel ? 'sont insérés' : `est ${feminin ? 'insérée' : 'inséré'}`
  return `après ${groupe(m.avant).nom} : «\u00a0${m.avant}\u00a0», ${verbe} ${nom} : «\u00a0${ajoutes}\u00a0»`
}

type Groupe = { nom: string; pluriel: boolean; feminin: boolean }
const MOIS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'
const DATE = new RegExp(`^\\d{1,2}(?:er)? (?:${MOIS}) \\d{4}$`)

/** Nature de ce qui est cité : une date, un montant, un taux, un nombre, un mot ou des mots. */
function groupe(mots: string): Groupe {
  const lu = cleDeLecture(mots)
  const dire = (nom: string, feminin = false): Groupe => ({ nom, pluriel: false, feminin })
  if (DATE.test(lu)) return dire('la date', true)
  if (/^[\d ]+(?:,\d+)? ?€$/.test(lu)) return dire('le montant')
  if (/^\d+(?:,\d+)? ?%$/.test(lu)) return dire('le taux')
  if (/^[\d ]+(?:,\d+)?$/.test(lu)) return dire('le nombre')
  if (!/ /.test(lu)) return dire('le mot')
  return { nom: 'les mots', pluriel: true, feminin: false }
}
