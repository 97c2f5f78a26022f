import type { z } from 'zod'
import { versDate, versDateOuNul } from '../../bd/dates'
import { nouvelId } from '../../bd/identifiants'
import { pendantsDe } from '../../bd/pendants'
import { autreCote, type Cote, destinataireDe, lettresAEnvoyer } from '../../domaine/acte/lettres'
import { finDeResiliation } from '../../domaine/acte/resiliation'
import { situation } from '../../domaine/acte/situation'
import { ajouterJours, aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { type ActeEnMain, chargerActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { destinatairesDe, notifier } from '../courriel/notifier'
import { journaliser } from '../journal/journaliser'
import { type DatesDeChaine, datesDeLaChaine, exigerCote } from './charger'
import type { schemaNotifierResiliation } from './saisies'

type Saisie = z.output<typeof schemaNotifierResiliation>
/** Une lettre se date du jour où elle partira : on la prépare un mois d'avance au plus. */
const JOURS_D_AVANCE = 31

/**
 * Dénonce la convention : une lettre recommandée par signataire de l'autre côté. Rien ne finit encore : le préavis court
 * de la dernière réception. Refuse une fin plus proche que le préavis, une dénonciation sans effet, un préavis inconnu,
 * une convention finie ou déjà dénoncée, et demande de voir ce qui en dépend encore.
 */
export async function notifierResiliation(
  contexte: Contexte,
  saisie: Saisie,
): Promise<{ resiliationId: string }> {
  const { tx, acteur, maintenant } = contexte
  const acte = await chargerActeEnMain(tx, acteur, saisie.acteId)
  exigerCote(acteur, acte, saisie.cote)
  if (acte.genre !== 'CONVENTION') throw new ErreurMetier('INTROUVABLE')
  if (acte.version !== saisie.version) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  const jour = aujourdHuiAParis(maintenant)
  const dates = await datesDeLaChaine(tx, acte)
  await exigerDenonciable(contexte, acte, dates, jour)
  const preavisMois = exigerDates(saisie, dates, jour)
  await exigerConfirmation(contexte, acte, saisie.confirme, jour)
  const resiliationId = await ecrire(contexte, acte, saisie, preavisMois)
  return { resiliationId }
}

async function exigerDenonciable(
  { tx }: Contexte,
  acte: ActeEnMain,
  dates: DatesDeChaine,
  jour: DateIso,
): Promise<void> {
  const etat = situation(
    {
      etape: acte.etape,
      dateSignature: dates.signature,
      dateEffet: dates.effet,
      dateFin: dates.fin,
      resilieeLe: dates.resilieeLe,
    },
    jour,
  )
  if (etat === null) throw new ErreurMetier('ETAPE_INTERDITE', { etape: acte.etape })
  if (etat === 'ECHUE' || etat === 'RESILIEE')
    throw new ErreurMetier('CONVENTION_FINIE', {
      fin: (etat === 'ECHUE' ? dates.fin : dates.resilieeLe) ?? '',
    })
  const enCours = await tx.resiliation.count({
    where: { conventionId: acte.conventionId, etat: { not: 'RETIREE' } },
  })
  if (enCours > 0 || etat === 'PREAVIS') throw new ErreurMetier('RESILIATION_EN_COURS')
}

/** Rend le préavis, en mois, une fois les dates jugées : une lettre ne peut être reçue avant d'être partie. */
function exigerDates(saisie: Saisie, dates: DatesDeChaine, jour: DateIso): number {
  const preavisMois = dates.preavisMois ?? saisie.preavisMois
  if (!preavisMois) throw new ErreurMetier('PREAVIS_INCONNU')
  if (dates.signature && saisie.envoyeeLe < dates.signature)
    throw new ErreurMetier('DATE_INCOHERENTE', {
      raison: 'La lettre ne peut partir avant la signature de la convention.',
    })
  if (saisie.envoyeeLe > ajouterJours(jour, JOURS_D_AVANCE))
    throw new ErreurMetier('DATE_INCOHERENTE', { raison: 'Une lettre se prépare un mois d’avance au plus.' })
  const fin = finDeResiliation({
    reception: saisie.envoyeeLe,
    preavisMois,
    finDemandee: saisie.finDemandee,
    finDeLActe: dates.fin,
  })
  if (fin.etat === 'trop-tot')
    throw new ErreurMetier('FIN_TROP_PROCHE', { possible: fin.finDuPreavis, preavis: preavisMois })
  if (fin.etat === 'sans-effet')
    throw new ErreurMetier('RESILIATION_SANS_EFFET', { possible: fin.finDuPreavis, fin: fin.finDeLActe })
  return preavisMois
}

async function exigerConfirmation(
  { tx }: Contexte,
  acte: ActeEnMain,
  confirme: boolean,
  jour: DateIso,
): Promise<void> {
  if (confirme) return
  const pendants = await pendantsDe(tx, acte, jour)
  if (pendants.length > 0)
    throw new ErreurMetier('CONFIRMATION_ATTENDUE', { pendants: pendants.map((p) => p.intitule) })
}

async function ecrire(
  contexte: Contexte,
  acte: ActeEnMain,
  saisie: Saisie,
  preavisMois: number,
): Promise<string> {
  const { tx, acteur, maintenant } = contexte
  const parties = await tx.partie.findMany({
    where: { acteId: acte.id },
    orderBy: { rang: 'asc' },
    include: { signataires: { orderBy: { rang: 'asc' } } },
  })
  const lettres = lettresAEnvoyer(
    parties.map((p) => ({ ...p, designation: p.designation as { nom: string; adresse: string | null } })),
    saisie.cote,
  )
  const denonce = parties.find((p) => p.role === saisie.cote)
  if (!denonce || lettres.length === 0) throw new ErreurMetier('INTROUVABLE')
  const id = nouvelId(maintenant.getTime())
  await tx.resiliation.create({
    data: {
      id,
      conventionId: acte.conventionId,
      cote: saisie.cote,
      organisationId: denonce.organisationId,
      motif: saisie.motif,
      envoyeeLe: versDate(saisie.envoyeeLe),
      lettres,
      preavisMois,
      finDemandee: versDateOuNul(saisie.finDemandee),
      auteurId: acteur.utilisateurId || null,
      auteurNom: acteur.nom,
      creeLe: maintenant,
    },
  })
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'resiliation-notifiee',
    partage: true,
    donnees: {
      cote: saisie.cote,
      motif: saisie.motif,
      envoyeeLe: saisie.envoyeeLe,
      preavisMois,
      destinataires: lettres.map(destinataireDe),
    },
  })
  await prevenir(contexte, acte, saisie)
  return id
}

const PREVENUS: Record<Cote, ('redacteur' | 'centre' | 'mairie')[]> = {
  HOPITAL: ['redacteur'],
  GESTIONNAIRE: ['centre', 'mairie'],
}

/** L'autre côté, et les centres quel que soit le côté : ils n'ont pas de lettre, mais c'est leur activité. */
async function prevenir(contexte: Contexte, acte: ActeEnMain, saisie: Saisie): Promise<void> {
  await notifier(contexte, {
    acteId: acte.id,
    gabarit: 'resiliation-notifiee',
    donnees: {
      reference: acte.reference,
      titre: acte.titre,
      envoyeeLe: saisie.envoyeeLe,
      motif: saisie.motif,
      auteur: contexte.acteur.nom,
    },
    a: await destinatairesDe(contexte, acte, [
      ...new Set([...PREVENUS[autreCote(saisie.cote)], 'centre' as const]),
    ]),
  })
}
