import { nouvelId } from '../../bd/identifiants'
import { ErreurMetier } from '../../domaine/erreurs'
import type { ActeEnMain } from '../acte/charger'
import { hacherMotDePasse } from '../compte/hachage'
import type { Contexte } from '../contexte'
import { notifier } from '../courriel/notifier'
import { journaliser } from '../journal/journaliser'
import { CODES_PAR_DUREE, courrielMasque, DUREE_CODE, nouveauCode, type ObjetCode } from './code'

export type CodeEnvoye = { courriel: string; expireLe: string }
type Demande = {
  acte: Pick<ActeEnMain, 'id' | 'reference' | 'titre'>
  objet: ObjetCode
  /** Empreinte du texte que ce code confirmera : il ne vaut pour aucun autre. */
  empreinteTexte: string
}

/**
 * Envoie à l'acteur un code à usage unique. Le précédent ne vaut plus ; une demande de trop attend. Seule l'empreinte
 * Argon2 du code est gardée. L'appelant a vérifié le droit d'accepter.
 */
export async function demanderCode(contexte: Contexte, d: Demande): Promise<CodeEnvoye> {
  const { tx, acteur, maintenant } = contexte
  const titulaire = await tx.utilisateur.findUnique({
    where: { id: acteur.utilisateurId },
    select: { courriel: true, nom: true },
  })
  if (!titulaire) throw new ErreurMetier('ROLE_INSUFFISANT')
  const siens = { utilisateurId: acteur.utilisateurId, acteId: d.acte.id }
  await exigerMesure(contexte, siens)
  await tx.codeAccord.updateMany({
    where: { ...siens, utiliseLe: null, expireLe: { gt: maintenant } },
    data: { expireLe: maintenant },
  })
  const code = nouveauCode()
  const expireLe = new Date(maintenant.getTime() + DUREE_CODE)
  await tx.codeAccord.create({
    data: {
      id: nouvelId(maintenant.getTime()),
      ...siens,
      objet: d.objet,
      empreinteTexte: d.empreinteTexte,
      empreinte: await hacherMotDePasse(code),
      expireLe,
      creeLe: maintenant,
    },
  })
  await notifier(contexte, {
    acteId: d.acte.id,
    gabarit: 'code-accord',
    donnees: { reference: d.acte.reference, titre: d.acte.titre, code, minutes: DUREE_CODE / 60_000 },
    a: [titulaire],
  })
  await journaliser(contexte, {
    acteId: d.acte.id,
    evenement: 'code-demande',
    donnees: { objet: d.objet },
  })
  return { courriel: courrielMasque(titulaire.courriel), expireLe: expireLe.toISOString() }
}

async function exigerMesure(
  { tx, maintenant }: Contexte,
  siens: { utilisateurId: string; acteId: string },
): Promise<void> {
  const recents = await tx.codeAccord.findMany({
    where: { ...siens, creeLe: { gt: new Date(maintenant.getTime() - DUREE_CODE) } },
    orderBy: { creeLe: 'asc' },
    select: { creeLe: true },
  })
  const premier = recents.at(-CODES_PAR_DUREE)
  if (!premier) return
  const attente = premier.creeLe.getTime() + DUREE_CODE - maintenant.getTime()
  throw new ErreurMetier('TROP_DE_CODES', { minutes: Math.max(1, Math.ceil(attente / 60_000)) })
}
