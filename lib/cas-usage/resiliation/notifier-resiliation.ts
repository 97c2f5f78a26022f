import type { z } from 'zod'
import { versDate, versDateOuNul } from '../../bd/dates'
import { nouvelId } from '../../bd/identifiants'
import { pendantsDe } from '../../bd/pendants'
import { autreCote, type Cote, destinataireDe, lettresAEnvoyer } from '../../domaine/acte/lettres'
import { finDeResiliation } from '../../domaine/acte/resiliation'
import { situation } from '../../domaine/acte/situation'
import { ajouterJours, aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { nomDansLaPhrase } from '../../domaine/organisation/designations'
import { type ActeEnMain, chargerActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { destinatairesDe, notifier } from '../courriel/notifier'
import { journaliser } from '../journal/journaliser'
import { type DatesDeChaine, datesDeLaChaine, exigerCote } from './charger'
import { type Denonciation, type PartieAvecSignataires, partieQuiDenonce } from './depart'
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
  const qui = await partieQuiDenonce(contexte, acte, saisie)
  const jour = aujourdHuiAParis(maintenant)
  const dates = await datesDeLaChaine(tx, acte)
  exigerDenonciable(acte, dates, jour)
  await exigerPasDejaDenoncee(contexte, acte, qui)
  const preavisMois = exigerDates(saisie, dates, jour)
  await exigerConfirmation(contexte, acte, saisie.confirme, jour)
  const resiliationId = await ecrire(contexte, acte, saisie, preavisMois, qui)
  return { resiliationId }
}

function exigerDenonciable(acte: ActeEnMain, dates: DatesDeChaine, jour: DateIso): void {
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
  if (etat === 'PREAVIS') throw new ErreurMetier('RESILIATION_EN_COURS')
}

/**
 * Une dénonciation en cours suffit. Dans un acte groupé, le départ d'un gestionnaire n'empêche ni celui d'un autre ni la
 * dénonciation de l'hôpital ; celle de l'hôpital met fin à tout et rend les autres inutiles.
 */
async function exigerPasDejaDenoncee(
  { tx }: Contexte,
  acte: ActeEnMain,
  { denonce, parties }: Denonciation,
): Promise<void> {
  const groupe = parties.filter((p) => p.role === 'GESTIONNAIRE').length > 1
  const enCours = await tx.resiliation.count({
    where: {
      conventionId: acte.conventionId,
      etat: { not: 'RETIREE' },
      ...(groupe ? { OR: [{ cote: 'HOPITAL' }, { organisationId: denonce.organisationId }] } : {}),
    },
  })
  if (enCours > 0) throw new ErreurMetier('RESILIATION_EN_COURS')
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
  { denonce, parties, seule }: Denonciation,
): Promise<string> {
  const { tx, acteur, maintenant } = contexte
  const lettres = lettresAEnvoyer(
    parties.map((p) => ({ ...p, designation: p.designation as { nom: string; adresse: string | null } })),
    saisie.cote,
    seule ? denonce.id : null,
  )
  if (lettres.length === 0) throw new ErreurMetier('INTROUVABLE')
  const partie = seule ? nomDeLaPartie(denonce) : null
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
      ...(partie ? { partie } : {}),
    },
  })
  await prevenir(contexte, acte, saisie, partie)
  return id
}

const nomDeLaPartie = (p: PartieAvecSignataires): string =>
  nomDansLaPhrase((p.designation as { nom?: string }).nom ?? '')

const PREVENUS: Record<Cote, ('redacteur' | 'centre' | 'mairie')[]> = {
  HOPITAL: ['redacteur'],
  GESTIONNAIRE: ['centre', 'mairie'],
}

/**
 * L'autre côté, et les centres quel que soit le côté : ils n'ont pas de lettre, mais c'est leur activité. Le départ d'un
 * gestionnaire se dit aussi aux autres.
 */
async function prevenir(
  contexte: Contexte,
  acte: ActeEnMain,
  saisie: Saisie,
  partie: string | null,
): Promise<void> {
  await notifier(contexte, {
    acteId: acte.id,
    gabarit: partie ? 'depart-notifie' : 'resiliation-notifiee',
    donnees: {
      reference: acte.reference,
      titre: acte.titre,
      envoyeeLe: saisie.envoyeeLe,
      motif: saisie.motif,
      auteur: contexte.acteur.nom,
      ...(partie ? { partie } : {}),
    },
    a: await destinatairesDe(contexte, acte, [
      ...new Set([
        ...PREVENUS[autreCote(saisie.cote)],
        'centre' as const,
        ...(partie ? (['mairie'] as const) : []),
      ]),
    ]),
  })
}
