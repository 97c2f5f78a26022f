import type { BlocTitre, DocumentNeutre, Lacune } from '../../documents/blocs/blocs'
import { enClair, fragmentsDeBalise, preparerResolution } from '../../documents/blocs/construire'
import { cleDuGestionnaire } from '../../domaine/acte/acte-groupe'
import { texteDeLActe } from '../../domaine/acte/texte-de-l-acte'
import { enumerer } from '../../domaine/texte/ecriture/formes'
import type { ConventionLue } from '../../lectures/convention/lire-convention'
import { majuscule } from './liste'

/** Ville de la convention, ou villes d'un acte groupé : le mot par lequel chacun la nomme. */
export function villeDe(c: ConventionLue): string {
  const gestionnaires = c.parties.filter((p) => p.role === 'GESTIONNAIRE')
  const ville = (nom: string, n: number) => {
    const commune = c.parametres.find((p) => p.cle === cleDuGestionnaire('commune', n))?.valeur
    return commune?.genre === 'commune' ? commune.nom : majuscule(nom.replace(/^commune (de |d’|d')/i, ''))
  }
  return enumerer(gestionnaires.map((p, i) => ville(p.designation.nom, i + 1)))
}

export type EntreePlan = { ancre: string; numero: string; titre: string; niveau: number; marques: string[] }
const MARQUES = { adapte: 'adapté', variante: 'variante', ajout: 'ajouté' } as const

/** Plan de la feuille, avec ce qui distingue chaque article de son modèle et ce qui y manque. */
export function planDe(c: ConventionLue, document: DocumentNeutre): EntreePlan[] {
  const unites = new Map(c.unites.map((u) => [u.identite, u]))
  return document.sections
    .flatMap((s) => s.blocs)
    .filter((b): b is BlocTitre => b.genre === 'titre' && b.auSommaire)
    .map((b) => {
      const origine = unites.get(b.unite ?? '')?.origine ?? 'modele'
      const manques = document.lacunes.filter((l) => l.unite === b.unite && !l.tardive).length
      return {
        ancre: b.ancre,
        numero: b.numero,
        titre: enClair(b.fragments),
        niveau: b.niveau,
        marques: [
          ...(origine === 'modele' ? [] : [MARQUES[origine]]),
          ...(manques ? [`${manques} à compléter`] : []),
        ],
      }
    })
}

/** Ce qui a été retiré du texte, avec le motif donné ; une annexe jamais reprise n'y est pas. */
export function retraitsDe(c: ConventionLue): { titre: string; motif: string }[] {
  const r = preparerResolution(texteDeLActe(c))
  return c.unites.flatMap((u) =>
    u.omise && u.motif
      ? [{ titre: u.titre ? enClair(fragmentsDeBalise(r, u.titre)) : 'Un visa ou un alinéa', motif: u.motif }]
      : [],
  )
}

/** Valeurs que l'on peut remplir dès maintenant, et celles que seul le vote fera connaître. */
export const manquesDe = (d: DocumentNeutre): { maintenant: Lacune[]; plusTard: Lacune[] } => ({
  maintenant: d.lacunes.filter((l) => !l.tardive),
  plusTard: d.lacunes.filter((l) => l.tardive),
})

/** Durée du préavis en mois, si le texte la donne. */
export function preavisEnMois(c: ConventionLue): number | null {
  const v = c.parametres.find((p) => p.cle === 'preavis')?.valeur
  if (v?.genre !== 'duree') return null
  return v.unite === 'mois' ? v.nombre : v.unite === 'an' ? v.nombre * 12 : null
}

export const VUES = ['texte', 'plan', 'informations'] as const
export type Vue = (typeof VUES)[number]
export const vueDe = (v: unknown): Vue => VUES.find((x) => x === v) ?? 'texte'

/** Format cherché par l'adresse, ou `null`. */
export const formatDe = (v: unknown): 'pdf' | 'docx' | null => (v === 'pdf' || v === 'docx' ? v : null)
