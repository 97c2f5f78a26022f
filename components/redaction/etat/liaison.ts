import { unstable_isUnrecognizedActionError } from 'next/navigation'
import { canoniser } from '@/lib/domaine/texte/canoniser'
import type { Contenu } from '@/lib/domaine/texte/contenu'
import { cleDeTexte } from '@/lib/domaine/texte/nettoyer'
import type { ValeurParametre } from '@/lib/domaine/texte/parametres'
import type { SaisieUnite } from '@/lib/presentation/redaction/acte'
import type { ConventionLue, SignataireLu } from '@/lib/presentation/redaction/types'
import type { Reponse } from '@/lib/serveur/action'
import type { ActionsRedaction } from '../actions'
import type { Cible, Courant, Envoi, Liaison } from '../tampon/types'

/** Ce que le serveur vient d'enregistrer : à reporter dans l'acte affiché. */
export type Enregistre = {
  cible: Cible
  version: number
  saisie: unknown
  unite?: { origine: string; variante: string | null }
}

/** Valeur qu'une cible a dans l'acte, sous la forme où on la tape ; `undefined` si la cible n'existe pas. */
export function valeurDe(
  acte: ConventionLue,
  cible: Cible,
): { version: number; valeur: unknown } | undefined {
  const [genre, ...reste] = cible.split(':')
  const cle = reste.join(':')
  if (genre === 'unite') {
    const u = acte.unites.find((x) => x.identite === cle)
    return u && { version: u.version, valeur: { titre: u.titre, contenu: u.contenu } }
  }
  if (genre === 'partie') {
    const p = acte.parties.find((x) => x.id === cle)
    return p && { version: p.version, valeur: p.signataires }
  }
  if (!acte.definitions.some((d) => d.cle === cle)) return undefined
  const p = acte.parametres.find((x) => x.cle === cle)
  return { version: p?.version ?? 0, valeur: p?.valeur ?? null }
}

export function toutesLesCibles(acte: ConventionLue): Cible[] {
  return [
    ...acte.unites.map((u) => `unite:${u.identite}`),
    ...acte.definitions.map((d) => `parametre:${d.cle}`),
    ...acte.parties.map((p) => `partie:${p.id}`),
  ]
}

export function memesValeurs(cible: Cible, a: unknown, b: unknown): boolean {
  if (!cible.startsWith('unite:') || !a || !b) return canoniser(a) === canoniser(b)
  const [x, y] = [a as SaisieUnite, b as SaisieUnite]
  return (x.titre ?? '') === (y.titre ?? '') && cleDeTexte(x.contenu) === cleDeTexte(y.contenu)
}

/** Le serveur a été reconstruit : l'action n'existe plus, ou un morceau de la page a disparu. */
export function estServeurChange(erreur: unknown): boolean {
  if (unstable_isUnrecognizedActionError(erreur)) return true
  const texte = erreur instanceof Error ? `${erreur.name} ${erreur.message}` : ''
  return /Server Action .*(not found|find)|find Server Action|ChunkLoadError|Loading chunk|dynamically imported module/i.test(
    texte,
  )
}

const versEnvoi = (r: Reponse<{ version: number }>): Envoi =>
  r.ok
    ? { ok: true, version: r.valeur.version }
    : { ok: false, code: r.erreur.code, details: r.erreur.details }

export function creerLiaison(
  acteId: string,
  reference: string,
  actions: ActionsRedaction,
  surEnregistre: (e: Enregistre) => void,
  surRelu: (acte: ConventionLue) => void,
): Liaison {
  const appeler = (cible: Cible, version: number, saisie: unknown) => {
    const cle = cible.slice(cible.indexOf(':') + 1)
    if (cible.startsWith('unite:')) {
      const { titre, contenu } = saisie as { titre: string | null; contenu: Contenu }
      return actions.enregistrerUnite({ acteId, identite: cle, version, titre, contenu })
    }
    if (cible.startsWith('partie:'))
      return actions.enregistrerSignataires({
        acteId,
        partieId: cle,
        version,
        signataires: saisie as SignataireLu[],
      })
    return actions.enregistrerParametre({ acteId, cle, version, valeur: saisie as ValeurParametre | null })
  }
  return {
    memes: memesValeurs,
    estServeurChange,
    envoyer: async (cible, version, saisie) => {
      const r = await appeler(cible, version, saisie)
      if (r.ok) {
        const unite = 'variante' in r.valeur ? r.valeur : undefined
        surEnregistre({ cible, version: r.valeur.version, saisie, unite })
      }
      return versEnvoi(r)
    },
    relire: async (cible): Promise<Courant | null> => {
      const r = await actions.relireActe(reference)
      if (!r.ok) throw new Error(r.erreur.code)
      surRelu(r.valeur)
      const lu = valeurDe(r.valeur, cible)
      if (!lu) return null
      const unite = r.valeur.unites.find((u) => `unite:${u.identite}` === cible)
      return { ...lu, auteur: unite?.modifieParNom ?? null }
    },
  }
}
