import type { DefinitionParametre, ValeursParametres } from '../texte/parametres'
import { appliquer, type Conflit } from './appliquer'
import type { AvenantSigne } from './consolider'
import { consolider, numerosImprimes, parEffet } from './consolider'
import { A_BLANC, type EtatDeLaChaine, type NumeroPris } from './etat'
import { ciblePartie, type Modification } from './modifications'
import type { Forme, RedactionAttendue } from './rediger'
import type { Retouche } from './retouches'

/** Ce que la dernière rédaction d'un projet d'avenant a produit à côté de ses unités, gardé avec lui. */
export type ProjetRedige = {
  titre: string
  comparutions: readonly string[]
  definitions: readonly DefinitionParametre[]
  /** Valeurs du texte en vigueur, surchargées par les retouches. */
  valeurs: ValeursParametres
  modifications: readonly Modification[]
  formes: Readonly<Record<string, { proposee: Forme | null; permises: readonly Forme[] }>>
  /** Par article de l'avenant : ce que sa rédaction, ajustée ou non, doit dire. */
  attendus: Readonly<Record<string, RedactionAttendue>>
  /** Empreinte de chaque unité telle que l'application la propose. */
  proposees: Readonly<Record<string, string>>
  /** Empreinte du texte en vigueur dont ce projet est parti. */
  base: string
}

/** Texte en vigueur dont part un projet : à sa date d'effet écrite quand elle est connue, sinon aujourd'hui. */
export const baseDuProjet = (
  initial: EtatDeLaChaine,
  avenants: readonly AvenantSigne[],
  effetEcrit: string | null,
  jour: string,
): EtatDeLaChaine => ({
  ...consolider(initial, avenants, effetEcrit ?? jour).etat,
  numerosPris: numerosImprimes(avenants),
})

/** Insertion dont un avenant signé, en vigueur ou non, a déjà imprimé le numéro ; `null` quand il n'y en a pas. */
export function numeroDejaPris(
  base: EtatDeLaChaine,
  modifications: readonly Modification[],
): NumeroPris | null {
  for (const m of modifications) {
    if (m.genre !== 'insertion') continue
    const pris = base.numerosPris?.find(
      (n) => n.identite !== m.identite && n.genre === m.etat.genre && n.nu === m.place.numero.nu,
    )
    if (pris) return pris
  }
  return null
}

/**
 * Texte dont part la transcription d'un avenant déjà signé : celui que les avenants qui s'appliquent avant lui avaient
 * laissé, le jour de son effet. Lui-même et ceux d'après n'y sont pas.
 */
export const baseDeLaTranscription = (
  initial: EtatDeLaChaine,
  avenants: readonly AvenantSigne[],
  signe: AvenantSigne,
): EtatDeLaChaine =>
  consolider(
    initial,
    avenants.filter((a) => a.acteId !== signe.acteId && parEffet(a, signe) < 0),
    signe.effetLe,
  ).etat

/** Articles de l'avenant qui disent une modification ; les autres (visas, objet, effet) ne sont que sa forme. */
export const ditUneModification = (identite: string): boolean => /^av-(m-|v-|partie-|terme$)/.test(identite)

/** Cible d'une retouche, la même que celle de la modification qu'elle porte. */
export function cibleDeRetouche(r: Retouche): string {
  switch (r.cible) {
    case 'unite':
      return `unite:${r.identite}`
    case 'valeur':
      return `valeur:${r.cle}`
    case 'partie':
      return ciblePartie(r.role, r.rang)
    case 'terme':
      return 'terme'
  }
}

/** Ce qui, des modifications figées d'un avenant, ne s'applique plus au texte en vigueur d'aujourd'hui. */
export const conflitsSur = (
  base: EtatDeLaChaine,
  modifications: readonly Modification[],
): readonly Conflit[] => appliquer(base, modifications, A_BLANC).conflits
