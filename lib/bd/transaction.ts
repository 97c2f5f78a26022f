import 'server-only'
import type { Acteur } from '../domaine/organisation/acteur'
import { clientBase, type Tx } from './client'

const PERIMETRE_VIDE: Acteur = {
  utilisateurId: '',
  nom: '',
  habilitations: [],
  groupes: [],
  organisations: [],
  sieges: [],
}

/** Une transaction dure au plus 15 s et attend sa connexion au plus 5 s. */
const BORNES = { timeout: 15_000, maxWait: 5_000 }

/**
 * Seule porte de la base pour un acteur : ouvre une transaction et y pose son périmètre (set_config local),
 * que la sécurité par ligne lit. Les lectures passent aussi par ici. `null` = personne : aucun acte visible.
 */
export function avecActeur<T>(acteur: Acteur | null, travail: (tx: Tx) => Promise<T>): Promise<T> {
  return ouvrir(acteur ?? PERIMETRE_VIDE, '', travail)
}

/**
 * Porte de l'ouvrier des tâches de fond : ne donne que la file des courriels et des tâches, aucun acte. Ce qu'une tâche
 * lit ou écrit d'un acte passe par `avecActeur`, sous le périmètre de qui l'a demandée.
 */
export const avecSysteme = <T>(travail: (tx: Tx) => Promise<T>): Promise<T> =>
  ouvrir(PERIMETRE_VIDE, '1', travail)

/**
 * Joue, dans la même transaction, la suite qu'un fait entraîne pour le groupe rédacteur (reprendre ses projets quand la
 * mairie signe un avenant) : le travail se fait sous son périmètre, qui est rendu ensuite. Rien n'en revient à l'acteur.
 */
export async function auNomDuGroupe<T>(tx: Tx, groupeId: string, travail: () => Promise<T>): Promise<T> {
  const [avant] = await tx.$queryRaw<{ groupes: string | null }[]>`
    SELECT current_setting('app.groupes', true) AS groupes`
  await tx.$executeRaw`SELECT set_config('app.groupes', ${groupeId}, true)`
  const fait = await travail()
  await tx.$executeRaw`SELECT set_config('app.groupes', ${avant?.groupes ?? ''}, true)`
  return fait
}

/**
 * Pose, dans la même transaction, le drapeau de l'ouvrier le temps d'un travail : la file des courriels s'y lit. Réservé à
 * l'histoire de démonstration, qui joue les deux côtés et retient les courriels qu'elle écrit.
 */
export async function commeSysteme<T>(tx: Tx, travail: () => Promise<T>): Promise<T> {
  await tx.$executeRaw`SELECT set_config('app.systeme', '1', true)`
  const fait = await travail()
  await tx.$executeRaw`SELECT set_config('app.systeme', '', true)`
  return fait
}

function ouvrir<T>(p: Acteur, systeme: '' | '1', travail: (tx: Tx) => Promise<T>): Promise<T> {
  const administre = p.habilitations.some((h) => h.role === 'ADMINISTRATEUR') ? '1' : ''
  return clientBase().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('app.acteur', ${p.utilisateurId}, true),
      set_config('app.groupes', ${p.groupes.join(',')}, true),
      set_config('app.organisations', ${p.organisations.join(',')}, true),
      set_config('app.secretariats', ${(p.secretariats ?? []).join(',')}, true),
      set_config('app.sieges', ${p.sieges.join(',')}, true),
      set_config('app.validations', ${(p.validations ?? []).join(',')}, true),
      set_config('app.invitation', ${p.invitation?.acteId ?? ''}, true),
      set_config('app.invite', ${p.invitation?.invitationId ?? ''}, true),
      set_config('app.systeme', ${systeme}, true), set_config('app.administre', ${administre}, true)`
    return travail(tx)
  }, BORNES)
}
