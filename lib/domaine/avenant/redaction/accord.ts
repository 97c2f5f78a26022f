import type { BlocContenu, Contenu } from '../../texte/contenu'

/** Ce qu'un article de l'avenant doit dire pour que sa rédaction ait l'effet voulu. */
export type RedactionAttendue = {
  /** Ce qu'il vise, tel qu'on le nomme : « article 2.1 » ; l'un au moins se lit hors des guillemets. */
  noms: readonly string[]
  /** Passages entre guillemets de chaque forme permise ; en mots, un passage peut être cité plus largement. */
  formes: readonly { passages: readonly string[]; parMots: boolean }[]
  /** Mots qui se lisent sans guillemets (date d'un terme). */
  mentions: readonly string[]
  /** Texte proposé, en clair : gardé tel quel, il est d'accord par construction. */
  propose: string
}

export const RAISONS_DESACCORD = ['article-non-vise', 'texte-absent', 'texte-different'] as const
export type RaisonDesaccord = (typeof RAISONS_DESACCORD)[number]
export type Accord = { accord: true } | { accord: false; raison: RaisonDesaccord }

const normaliser = (t: string): string =>
  t
    .replace(/['’]/g, '’')
    .replace(/[\s\u00a0\u202f\u2009]+/g, ' ')
    .replace(/ ?([;:.,!?])/g, '$1')
    .trim()

/**
 * La rédaction, éventuellement ajustée à la main, dit-elle encore l'effet ? Ce qui est entre guillemets doit être le texte
 * voulu, et l'article visé être nommé ; le reste de la phrase est libre.
 */
export function accordRedactionEffet(contenu: Contenu, attendu: RedactionAttendue): Accord {
  if (enClair(contenu.content) === attendu.propose) return { accord: true }
  const { passages, dehors } = lireCitations(contenu.content)
  if (attendu.noms.length > 0 && !attendu.noms.every((n) => nomme(dehors, n)))
    return { accord: false, raison: 'article-non-vise' }
  const tout = normaliser([dehors, ...passages].join(' '))
  if (!attendu.mentions.every((m) => tout.includes(normaliser(m))))
    return { accord: false, raison: 'texte-absent' }
  const voulues = attendu.formes.filter((f) => f.passages.length > 0)
  if (voulues.length === 0 || attendu.formes.length > voulues.length)
    return passages.length === 0 || voulues.some((f) => convient(passages, f))
      ? { accord: true }
      : { accord: false, raison: 'texte-different' }
  if (passages.length === 0) return { accord: false, raison: 'texte-absent' }
  return voulues.some((f) => convient(passages, f))
    ? { accord: true }
    : { accord: false, raison: 'texte-different' }
}

const convient = (passages: readonly string[], f: RedactionAttendue['formes'][number]): boolean =>
  passages.length === f.passages.length &&
  passages.every((p, i) => (f.parMots ? p.includes(f.passages[i] ?? '') : p === f.passages[i]))

/** Le numéro entier : « article 2 » n'est pas nommé par « article 2.1 » ; « articles 2.1 et 4 » nomme les deux. */
function nomme(dehors: string, nom: string): boolean {
  const [, mot = '', numero = ''] = /^(\S+)(?: (.+))?$/.exec(normaliser(nom)) ?? []
  const texte = normaliser(dehors)
  if (!numero) return texte.includes(mot)
  const borne = numero.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return (
    texte.toLowerCase().includes(mot.toLowerCase()) &&
    new RegExp(`(?<![\\p{L}\\p{N}.])${borne}(?!\\.?[\\p{L}\\p{N}])`, 'u').test(texte)
  )
}

/** Passages entre guillemets, guillemets intérieurs compris sans leur signe, et ce qui se lit autour. */
export function lireCitations(blocs: readonly BlocContenu[]): { passages: string[]; dehors: string } {
  const passages: string[] = []
  let [ouverts, dehors, dedans] = [0, '', '']
  for (const { texte, rouvre } of lignes(blocs)) {
    // Le guillemet qui ouvre chaque alinéa d'une citation la continue ; dans une cellule, c'est une citation dedans.
    const continue_ = ouverts > 0 && rouvre
    ;[...texte].forEach((signe, i) => {
      if (signe === '«') ouverts = continue_ && i === 0 ? 1 : ouverts + 1
      else if (signe === '»' && ouverts > 0) {
        ouverts--
        if (ouverts === 0) {
          passages.push(normaliser(dedans))
          dedans = ''
        }
      } else if (ouverts > 0) dedans += signe
      else dehors += signe
    })
    if (ouverts > 0) dedans += ' '
    else dehors += ' '
  }
  if (dedans.trim()) passages.push(normaliser(dedans))
  return { passages, dehors }
}

/** Texte d'un contenu tel qu'on le compare, espaces et apostrophes ramenées à une seule forme. */
export const enClair = (blocs: readonly BlocContenu[]): string =>
  normaliser(
    lignes(blocs)
      .map((l) => l.texte)
      .join(' '),
  )

/** `rouvre` : un guillemet en tête de ligne continue la citation (`citer` n'ouvre que la première cellule d'un tableau). */
type Ligne = { texte: string; rouvre: boolean }

function lignes(blocs: readonly BlocContenu[]): Ligne[] {
  return blocs.flatMap((b): Ligne[] => {
    if (b.type === 'paragraph') {
      const texte = (b.content ?? [])
        .map((n) =>
          n.type === 'text'
            ? n.text
            : n.type === 'parametre'
              ? `[${n.attrs.cle}]`
              : n.type === 'renvoi'
                ? `[${n.attrs.cible}]`
                : ' ',
        )
        .join('')
        .trim()
      return [{ texte, rouvre: true }]
    }
    if (b.type === 'table')
      return b.content
        .flatMap((l) => l.content.flatMap((c) => lignes(c.content)))
        .map((l, i) => ({ ...l, rouvre: i === 0 }))
    return b.content.flatMap((e) => lignes(e.content))
  })
}
