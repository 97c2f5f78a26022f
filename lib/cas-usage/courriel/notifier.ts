import type { Tx } from '../../bd/client'
import { versDate } from '../../bd/dates'
import { mettreEnFile } from '../../bd/file'
import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import type { Qualite } from '../../domaine/acte/etapes'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import type { Destinataire, DonneesCourriel, GabaritCourriel } from '../../domaine/courriel/gabarits'
import type { Contexte } from '../contexte'

type Envoi = {
  acteId: string | null
  gabarit: GabaritCourriel
  donnees: DonneesCourriel
  a: readonly Destinataire[]
}

/**
 * Écrit un courriel par destinataire et le met en file, dans la transaction du fait : il n'existe que si le fait existe,
 * et l'ouvrier le prend après le commit. Son Message-ID est fixé ici, pour qu'un nouvel essai porte le même.
 */
export async function notifier({ tx, maintenant }: Contexte, envoi: Envoi): Promise<void> {
  const uniques = new Map(envoi.a.map((d) => [d.courriel.toLowerCase(), d]))
  if (uniques.size === 0) return
  const lignes = [...uniques.values()].map((d) => {
    const id = nouvelId(maintenant.getTime())
    return {
      id,
      acteId: envoi.acteId,
      gabarit: envoi.gabarit,
      donnees: envoi.donnees,
      destinataire: d.courriel,
      destinataireNom: d.nom,
      messageId: `${id}@trait-d-union`,
      creeLe: maintenant,
    }
  })
  await tx.courriel.createMany({ data: lignes })
  await mettreEnFile(
    tx,
    'courriel',
    lignes.map((l) => l.id),
  )
}

type ActeNotifie = {
  id: string
  groupeId: string
  organisations: readonly string[]
  valideurs?: readonly string[]
}

/**
 * Comptes ouverts à prévenir pour cet acte, à l'exception de qui vient d'agir. `invite` ajoute les personnes invitées
 * dont le lien vaut encore.
 */
export async function destinatairesDe(
  { tx, acteur, maintenant }: Contexte,
  acte: ActeNotifie,
  qualites: readonly Qualite[],
): Promise<Destinataire[]> {
  const comptes = await tx.utilisateur.findMany({
    where: {
      actif: true,
      id: { not: acteur.utilisateurId || undefined },
      habilitations: { some: { ...enCours(maintenant), OR: conditions(acte, qualites) } },
    },
    select: { courriel: true, nom: true },
    orderBy: { courriel: 'asc' },
  })
  const invites = qualites.includes('invite') ? await invitesDe(tx, acte.id, maintenant) : []
  return [...comptes, ...invites.filter((i) => i.id !== acteur.invitation?.invitationId)].map(
    ({ courriel, nom }) => ({ courriel, nom }),
  )
}

function enCours(maintenant: Date) {
  const jour = versDate(aujourdHuiAParis(maintenant))
  return { depuis: { lte: jour }, AND: [{ OR: [{ jusqua: null }, { jusqua: { gte: jour } }] }] }
}

function conditions(acte: ActeNotifie, qualites: readonly Qualite[]): Prisma.HabilitationWhereInput[] {
  const cotes = [...acte.organisations]
  return qualites.flatMap((q): Prisma.HabilitationWhereInput[] => {
    if (q === 'redacteur') return [{ role: 'DIRECTION_PARTENARIATS', organisationId: acte.groupeId }]
    if (q === 'centre') return [{ role: 'DIRECTION_CMS', organisationId: { in: cotes } }]
    if (q === 'mairie') return [{ role: 'MAIRIE', organisationId: { in: cotes } }]
    if (q === 'valideur') {
      const fonctions = (acte.valideurs ?? []).map((v) => v.slice(v.indexOf(':') + 1))
      return [{ role: 'VALIDEUR', organisationId: acte.groupeId, fonction: { in: fonctions } }]
    }
    return []
  })
}

const invitesDe = (tx: Tx, acteId: string, maintenant: Date) =>
  tx.invitation.findMany({
    where: { acteId, revoqueeLe: null, expireLe: { gt: maintenant } },
    select: { id: true, courriel: true, nom: true },
  })
