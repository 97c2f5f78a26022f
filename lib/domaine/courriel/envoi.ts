/** Essais avant de renoncer : le premier, puis un après chacun de ces délais (secondes) ; en tout, un peu plus d'un jour. */
export const DELAIS_ENTRE_ESSAIS = [30, 120, 600, 3_600, 6 * 3_600, 18 * 3_600] as const
export const ESSAIS_MAXIMUM = DELAIS_ENTRE_ESSAIS.length + 1

/** Délai avant l'essai suivant (secondes), ou `null` quand il n'y en a plus. `essais` : combien ont eu lieu. */
export const delaiAvantEssaiSuivant = (essais: number): number | null =>
  DELAIS_ENTRE_ESSAIS[essais - 1] ?? null

/** Un envoi dure au plus 60 s (ms) : au-delà, il est coupé. */
export const DUREE_ENVOI = 60_000

/**
 * Au-delà (ms), un courriel encore « en cours » n'a plus d'ouvrier : le serveur l'a peut-être accepté. Deux fois la durée
 * d'un envoi, pour que deux machines aux horloges un peu décalées ne s'y trompent pas.
 */
export const DUREE_AVANT_INCERTAIN = 2 * DUREE_ENVOI

/** Comment un essai a fini. `definitif` : le serveur dit que recommencer ne servira à rien (RFC 5321, 4.2.1, codes 5yz). */
export type IssueEnvoi =
  | { issue: 'accepte' }
  | { issue: 'refuse'; definitif: boolean; raison: RaisonEchec; code: number | null }
  | { issue: 'incertain' }

export const RAISONS_ECHEC = ['injoignable', 'chiffrement', 'compte', 'refus', 'composition'] as const
export type RaisonEchec = (typeof RAISONS_ECHEC)[number]
export type EtatCourriel = 'EN_ATTENTE' | 'EN_COURS' | 'ENVOYE' | 'ECHEC' | 'INCERTAIN' | 'GARDE'

/** États d'où un administrateur peut demander un nouvel envoi. */
export const ETATS_RENVOYABLES: readonly EtatCourriel[] = ['INCERTAIN', 'ECHEC', 'GARDE']

/** Données qui ouvrent un accès : effacées une fois le courriel parti, masquées à l'écran. */
export const DONNEES_SECRETES: readonly string[] = ['code', 'jeton', 'lien']
