import type { Tx } from '../../bd/client'
import { versIsoOuNul } from '../../bd/dates'
import type { Prisma } from '../../bd/genere/client'
import { finApresDeparts } from '../../domaine/acte/activite-partagee'
import type { Cote } from '../../domaine/acte/lettres'
import type { DateIso } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import type { ActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { datesDeLaChaine, ecrireFin } from './charger'

export type PartieAvecSignataires = Prisma.PartieGetPayload<{ include: { signataires: true } }>
type Saisie = { cote: Cote; partieId?: string | null | undefined }

/** Partie qui dénonce, toutes les parties de l'acte, et si elle ne met fin qu'à sa propre participation. */
export type Denonciation = {
  denonce: PartieAvecSignataires
  parties: PartieAvecSignataires[]
  /** Vrai d'un gestionnaire d'un acte groupé : l'acte continue entre les autres. */
  seule: boolean
}

/**
 * Qui dénonce. Une commune ne dénonce que pour elle : ROLE_INSUFFISANT au nom d'une autre. Dans un acte groupé, la
 * direction dit de quel gestionnaire elle a reçu la lettre.
 */
export async function partieQuiDenonce(
  { tx, acteur }: Contexte,
  acte: ActeEnMain,
  saisie: Saisie,
): Promise<Denonciation> {
  const parties = await tx.partie.findMany({
    where: { acteId: acte.id },
    orderBy: { rang: 'asc' },
    include: { signataires: { orderBy: { rang: 'asc' } } },
  })
  const duCote = parties.filter((p) => p.role === saisie.cote)
  const siennes = duCote.filter((p) => acteur.organisations.includes(p.organisationId))
  const redige = acteur.groupes.includes(acte.groupeId)
  if (saisie.partieId && !duCote.some((p) => p.id === saisie.partieId)) throw new ErreurMetier('INTROUVABLE')
  const possibles = redige || duCote.length < 2 ? duCote : siennes
  const denonce = saisie.partieId
    ? possibles.find((p) => p.id === saisie.partieId)
    : possibles.length === 1
      ? possibles[0]
      : null
  if (denonce === undefined) throw new ErreurMetier('ROLE_INSUFFISANT')
  if (denonce === null) throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'gestionnaire qui se retire' })
  return { denonce, parties, seule: saisie.cote === 'GESTIONNAIRE' && duCote.length > 1 }
}

/** Gestionnaires d'un acte, par l'identifiant de leur organisation ; plusieurs, l'acte est groupé. */
export async function gestionnairesDe(tx: Tx, acteId: string): Promise<string[]> {
  const parties = await tx.partie.findMany({
    where: { acteId, role: 'GESTIONNAIRE' },
    select: { organisationId: true },
  })
  return parties.map((p) => p.organisationId)
}

/**
 * Écrit sur un acte groupé la fin que donnent ses dénonciations reçues : celle de l'hôpital, ou le départ du dernier
 * gestionnaire, la plus proche des deux. Aucune ne l'avance au-delà de son terme, ni tant qu'un gestionnaire reste.
 */
export async function recalculerFin(
  contexte: Contexte,
  acte: ActeEnMain,
  gestionnaires: readonly string[],
): Promise<void> {
  const { tx } = contexte
  const recues = await tx.resiliation.findMany({
    where: { conventionId: acte.conventionId, etat: 'RECUE' },
    select: { cote: true, organisationId: true, finCalculee: true },
  })
  const fins = recues.flatMap((r) => {
    const fin = versIsoOuNul(r.finCalculee)
    return fin ? [{ ...r, fin }] : []
  })
  const candidates: (DateIso | null)[] = [
    ...fins.filter((r) => r.cote === 'HOPITAL').map((r) => r.fin),
    finApresDeparts(
      gestionnaires,
      fins.filter((r) => r.cote === 'GESTIONNAIRE'),
    ),
  ]
  const { fin: terme, resilieeLe: avant } = await datesDeLaChaine(tx, acte)
  const voulue = candidates.filter((f) => f !== null).sort()[0] ?? null
  const apres = voulue && (!terme || voulue < terme) ? voulue : null
  if (apres !== avant) await ecrireFin(contexte, acte, { avant, apres })
}
