import type { z } from 'zod'

// Ce qu'aucune saisie ne peut porter, quel que soit son champ.

/**
 * Caractères de commande (sauf tabulation et fins de ligne), demi-codets isolés, non-caractères : PostgreSQL en refuse
 * une partie, un fichier Word ou PDF qui les contient ne s'ouvre plus, et aucun ne se lit.
 */
const ILLISIBLES = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/u

/** Chemin du premier texte illisible d'une saisie (clés comprises), ou `null`. */
export function texteIllisible(saisie: unknown): string | null {
  const aLire: [string, unknown][] = [['', saisie]]
  for (let lu = aLire.pop(); lu; lu = aLire.pop()) {
    const [chemin, valeur] = lu
    if (typeof valeur === 'string' && ILLISIBLES.test(valeur)) return chemin
    if (typeof valeur !== 'object' || valeur === null) continue
    if (!Array.isArray(valeur) && !estSimple(valeur)) continue
    for (const [cle, contenu] of Object.entries(valeur)) {
      if (ILLISIBLES.test(cle)) return chemin
      aLire.push([chemin ? `${chemin}.${cle}` : cle, contenu])
    }
  }
  return null
}

/** Un fichier déposé ou un formulaire a ses propres contrôles. */
function estSimple(valeur: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(valeur)
  return prototype === Object.prototype || prototype === null
}

/**
 * Code du refus d'un champ quand le schéma n'en pose pas lui-même, pour qu'aucune phrase anglaise de zod ne voyage.
 * À donner à la relecture (`safeParse(brut, { error: codeDuRefus })`) : un code posé par le schéma garde la main.
 */
export function codeDuRefus(probleme: z.core.$ZodRawIssue): CodeDeChamp {
  switch (probleme.code) {
    case 'invalid_type':
      return codeDeType(probleme.expected, probleme.input)
    case 'invalid_format':
      return FORMATS[probleme.format] ?? 'forme'
    case 'invalid_value':
      return 'choix'
    case 'too_small':
      if (probleme.origin === 'number')
        return Number(probleme.minimum) === 0 && !probleme.inclusive ? 'positif' : 'trop-petit'
      return Number(probleme.minimum) <= 1 ? 'requis' : 'trop-court'
    case 'too_big':
      return probleme.origin === 'number' ? 'trop-grand' : 'trop-long'
    default:
      return 'forme'
  }
}

type CodeDeChamp =
  | 'requis'
  | 'choix'
  | 'courriel'
  | 'date'
  | 'entier'
  | 'fichier'
  | 'forme'
  | 'lien'
  | 'nombre'
  | 'positif'
  | 'trop-court'
  | 'trop-grand'
  | 'trop-long'
  | 'trop-petit'

const FORMATS: Readonly<Record<string, CodeDeChamp>> = {
  email: 'courriel',
  date: 'date',
  datetime: 'date',
  url: 'lien',
  uuid: 'choix',
}

function codeDeType(attendu: string, recu: unknown): CodeDeChamp {
  if (recu === undefined || recu === null) return 'requis'
  if (attendu === 'int') return 'entier'
  if (attendu === 'number') return 'nombre'
  if (attendu === 'date') return 'date'
  return attendu === 'file' ? 'fichier' : 'forme'
}
