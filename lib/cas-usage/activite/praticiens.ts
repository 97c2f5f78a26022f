import type { z } from 'zod'
import { versDateOuNul } from '../../bd/dates'
import { nouvelId } from '../../bd/identifiants'
import { PIECES } from '../../domaine/acte/activite-partagee'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { chargerActivite } from './rattacher'
import type { schemaAjouterPraticien, schemaModifierPraticien, schemaRetirerPraticien } from './saisies'

type Dossier = Omit<z.output<typeof schemaAjouterPraticien>, 'acteId'>

/**
 * Inscrit un praticien de l'activité : sa fonction, son statut, et la date de chaque pièce reçue. Ni nom ni donnée de
 * santé. Refuse un acte abandonné et une pièce datée de demain.
 */
export async function inscrirePraticien(
  contexte: Contexte,
  { acteId, ...dossier }: z.output<typeof schemaAjouterPraticien>,
): Promise<{ praticienId: string }> {
  const { tx, acteur, maintenant } = contexte
  const acte = await chargerActivite(contexte, acteId)
  if (acte.etape === 'ABANDONNEE') throw new ErreurMetier('ETAPE_INTERDITE', { etape: acte.etape })
  const id = nouvelId(maintenant.getTime())
  await tx.praticienIntervenant.create({
    data: {
      id,
      conventionId: acte.conventionId,
      ...enBase(contexte, dossier),
      auteurNom: acteur.nom,
      creeLe: maintenant,
    },
  })
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'praticien-inscrit',
    donnees: { fonction: dossier.fonction, statut: dossier.statut },
  })
  return { praticienId: id }
}

/** Complète ou corrige le dossier d'un praticien : on n'efface pas ce qui a été fait, on le date. */
export async function completerPraticien(
  contexte: Contexte,
  { praticienId, version, ...dossier }: z.output<typeof schemaModifierPraticien>,
): Promise<{ version: number }> {
  const { acteId, avant } = await chargerPraticien(contexte, praticienId)
  const { count } = await contexte.tx.praticienIntervenant.updateMany({
    where: { id: praticienId, version, retireLe: null },
    data: { ...enBase(contexte, dossier), version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  await journaliser(contexte, {
    acteId,
    evenement: 'praticien-complete',
    donnees: { statutAvant: avant.statut, ...dossier },
  })
  return { version: version + 1 }
}

/** Retire de la fiche un praticien qui n'intervient plus ; son dossier reste au journal. */
export async function retirerPraticien(
  contexte: Contexte,
  { praticienId, version }: z.output<typeof schemaRetirerPraticien>,
): Promise<{ version: number }> {
  const { acteId, avant } = await chargerPraticien(contexte, praticienId)
  const { count } = await contexte.tx.praticienIntervenant.updateMany({
    where: { id: praticienId, version, retireLe: null },
    data: { retireLe: contexte.maintenant, version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  await journaliser(contexte, {
    acteId,
    evenement: 'praticien-retire',
    donnees: { fonction: avant.fonction },
  })
  return { version: version + 1 }
}

async function chargerPraticien(contexte: Contexte, id: string) {
  const avant = await contexte.tx.praticienIntervenant.findUnique({
    where: { id },
    include: { convention: { include: { actes: { where: { rang: 0 }, select: { id: true } } } } },
  })
  const initial = avant?.convention.actes[0]
  if (!avant || !initial) throw new ErreurMetier('INTROUVABLE')
  const acte = await chargerActivite(contexte, initial.id)
  return { acteId: acte.id, avant }
}

function enBase({ maintenant }: Contexte, d: Dossier) {
  const jour = aujourdHuiAParis(maintenant)
  if (PIECES.some((p) => d[p] !== null && d[p] > jour))
    throw new ErreurMetier('DATE_INCOHERENTE', { raison: 'Une pièce ne peut être datée de demain.' })
  return {
    fonction: d.fonction,
    statut: d.statut,
    accordLe: versDateOuNul(d.accordLe),
    propositionLe: versDateOuNul(d.propositionLe),
    avisPoleLe: versDateOuNul(d.avisPoleLe),
    avisCmeLe: versDateOuNul(d.avisCmeLe),
    autorisationLe: versDateOuNul(d.autorisationLe),
  }
}
