import 'server-only'
import { empreinte } from '../../bd/secrets'
import { avecActeur } from '../../bd/transaction'
import { acteurInvite, type Cote, type LienFerme, lienFerme } from '../../domaine/acte/invite'
import { referenceDActe } from '../../domaine/acte/reference'
import type { Acteur } from '../../domaine/organisation/acteur'

export type VersionOuverte = { id: string; numero: number; creeLe: Date }
export type InvitationOuverte = {
  acteur: Acteur
  nom: string
  expireLe: Date
  invitePar: string
  reference: string
  premiere: boolean
  /** Version que le lien nomme, et la plus récente. */
  nommee: VersionOuverte
  derniere: VersionOuverte
}

/**
 * Ce qu'ouvre un jeton présenté, ou pourquoi il n'ouvre rien. Le jeton ne donne que sa ligne ; l'acte se lit ensuite sous
 * le périmètre de la personne invitée, et de lui seul.
 */
export async function ouvrirInvitation(
  jeton: string,
  maintenant: Date,
): Promise<{ ouverte: InvitationOuverte } | { ferme: LienFerme }> {
  if (!/^[\w-]{20,100}$/.test(jeton)) return { ferme: 'inconnu' }
  const [ligne] = await avecActeur(
    null,
    (tx) => tx.$queryRaw<LigneInvitation[]>`
      SELECT id, acte_id AS "acteId", version_id AS "versionId", cote::text AS cote, nom, qualite,
        expire_le AS "expireLe", revoquee_le AS "revoqueeLe", cree_par_nom AS "creeParNom", ouverte_le AS "ouverteLe"
      FROM invitation_du_jeton(${empreinte(jeton)})`,
  )
  if (!ligne || ligne.revoqueeLe) return { ferme: 'inconnu' }
  const nom = ligne.qualite ? `${ligne.nom}, ${ligne.qualite}` : ligne.nom
  const acteur = acteurInvite({ ...ligne, nom })
  return avecActeur(acteur, async (tx) => {
    const acte = await tx.acte.findUnique({
      where: { id: ligne.acteId },
      select: { etape: true, rang: true, convention: { select: { reference: true } } },
    })
    const ferme = lienFerme(acte && { ...ligne, etape: acte.etape }, maintenant)
    if (ferme || !acte) return { ferme: ferme ?? 'inconnu' }
    const versions = await tx.versionActe.findMany({
      where: { acteId: ligne.acteId },
      orderBy: { numero: 'desc' },
      select: { id: true, numero: true, creeLe: true },
    })
    const [derniere] = versions
    const nommee = versions.find((v) => v.id === ligne.versionId)
    if (!derniere || !nommee) return { ferme: 'inconnu' }
    return {
      ouverte: {
        acteur,
        nom: ligne.nom,
        expireLe: ligne.expireLe,
        invitePar: ligne.creeParNom,
        reference: referenceDActe(acte.convention.reference, acte.rang),
        premiere: ligne.ouverteLe === null,
        nommee,
        derniere,
      },
    }
  })
}

type LigneInvitation = {
  id: string
  acteId: string
  versionId: string
  cote: Cote
  nom: string
  qualite: string
  expireLe: Date
  revoqueeLe: Date | null
  creeParNom: string
  ouverteLe: Date | null
}
