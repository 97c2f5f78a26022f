import type { Tx } from '../../bd/client'
import type { Remarque } from '../../bd/genere/client'
import { coteDe } from '../../domaine/acte/droits'
import {
  type Cote,
  peutEcrireEnInterne,
  peutEcrireRemarque,
  peutLireRemarque,
  type RemarquePourDroits,
} from '../../domaine/acte/remarques'
import type { TexteFige } from '../../domaine/acte/version'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Acteur } from '../../domaine/organisation/acteur'
import { type ActeEnMain, chargerActeEnMain } from '../acte/charger'
import { texteDeTravail } from '../acte/texte-de-travail'

export type RemarqueEnMain = { acte: ActeEnMain; remarque: Remarque; droits: RemarquePourDroits }

/**
 * Remarque visible de l'acteur, son acte verrouillé : deux décisions simultanées se suivent. Une remarque interne, pour
 * l'autre côté, répond comme une inconnue.
 */
export async function chargerRemarque(tx: Tx, acteur: Acteur, remarqueId: string): Promise<RemarqueEnMain> {
  const vue = await tx.remarque.findUnique({ where: { id: remarqueId }, select: { acteId: true } })
  if (!vue) throw new ErreurMetier('INTROUVABLE')
  const acte = await chargerActeEnMain(tx, acteur, vue.acteId)
  const remarque = await tx.remarque.findUniqueOrThrow({ where: { id: remarqueId } })
  if (!peutLireRemarque(acteur, acte, remarque)) throw new ErreurMetier('INTROUVABLE')
  return { acte, remarque, droits: { ...remarque, ecrite: remarque.ecriteLe !== null } }
}

/** Refuse d'écrire : ROLE_INSUFFISANT à qui n'écrit jamais ici, ETAPE_INTERDITE quand le texte ne se négocie pas. */
export function exigerEcriture(acteur: Acteur, acte: ActeEnMain, interne: boolean): void {
  const permis = interne ? peutEcrireEnInterne : peutEcrireRemarque
  if (permis(acteur, acte)) return
  const enTemps = permis(acteur, { ...acte, etape: 'EN_RELECTURE', partage: true })
  throw new ErreurMetier(enTemps ? 'ETAPE_INTERDITE' : 'ROLE_INSUFFISANT')
}

/** Le côté au nom duquel l'acteur écrit. Le rédacteur est toujours de l'hôpital. */
export function coteQuiEcrit(acteur: Acteur, acte: ActeEnMain): Cote {
  const cote = coteDe(acteur, acte)
  if (!cote) throw new ErreurMetier('ROLE_INSUFFISANT')
  return cote
}

/** Texte que l'acteur lisait : une version partagée, ou le texte de travail pour la direction. */
export async function texteLu(
  tx: Tx,
  acte: ActeEnMain,
  lue: number | null,
  interne: boolean,
): Promise<{ versionId: string | null; texte: TexteFige }> {
  if (lue === null) {
    if (!interne) throw new ErreurMetier('INTROUVABLE')
    return { versionId: null, texte: await texteDeTravail(tx, acte.id) }
  }
  const version = await tx.versionActe.findUnique({
    where: { acteId_numero: { acteId: acte.id, numero: lue } },
  })
  if (!version) throw new ErreurMetier('INTROUVABLE')
  return { versionId: version.id, texte: version.texte as unknown as TexteFige }
}

/** « article 5 », « annexe 2 », « préambule » : l'unité telle que ses lecteurs la nomment, sans déterminant. */
export function nomDUnite(texte: TexteFige, identite: string | null): string {
  const u = texte.unites.find((x) => x.identite === identite)
  const nu = u && texte.numeros[u.identite]?.nu
  switch (u?.genre) {
    case undefined:
      return 'ensemble du texte'
    case 'visa':
      return 'visa'
    case 'preambule':
      return 'préambule'
    case 'considerant':
      return nu ? `alinéa ${nu} du préambule` : 'préambule'
    case 'annexe':
      return nu ? `annexe ${nu}` : 'annexe'
    default:
      return nu ? `article ${nu === '1' ? '1er' : nu}` : 'article'
  }
}

/** « l’article 5 », « le préambule », « un visa » : le même nom, pour une phrase. */
export const avecDeterminant = (nom: string): string =>
  nom === 'visa' ? 'un visa' : /^[aeé]/.test(nom) ? `l’${nom}` : `le ${nom}`
