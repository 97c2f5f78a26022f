import type { z } from 'zod'
import { chargerChaine } from '../../bd/chaine'
import { versDate, versDateOuNul } from '../../bd/dates'
import { nouvelId } from '../../bd/identifiants'
import { estRedacteur } from '../../domaine/acte/droits'
import { enLettres } from '../../domaine/calendrier/dates'
import { cibleDe } from '../../domaine/engagement/cible'
import type { Declaration } from '../../domaine/engagement/declaration'
import { dernierJourDeLaChaine } from '../../domaine/engagement/histoire'
import { ErreurMetier } from '../../domaine/erreurs'
import { chargerActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { ouvrirPeriodes } from './ouvrir-periodes'
import type { schemaAjouterEngagement } from './saisies'
import { colonnesDe } from './suivre-engagements'

/**
 * Ajoute à une convention signée un engagement que son texte ne déclare pas, avec son motif. Refuse une convention qui n'est
 * pas signée, un début d'avant son effet ou d'après sa fin, une promesse sans cible.
 */
export async function ajouterEngagement(
  contexte: Contexte,
  saisie: z.output<typeof schemaAjouterEngagement>,
): Promise<{ engagementId: string }> {
  const { tx, acteur, maintenant } = contexte
  const acte = await chargerActeEnMain(tx, acteur, saisie.acteId)
  if (!estRedacteur(acteur, acte)) throw new ErreurMetier('ROLE_INSUFFISANT', { etape: acte.etape })
  if (acte.rang !== 0 || acte.etape !== 'SIGNEE')
    throw new ErreurMetier('ETAPE_INTERDITE', { etape: acte.etape })
  const chaine = await chargerChaine(tx, acte.conventionId)
  const effet = chaine?.initial.effetLe
  if (!chaine || !effet) throw new ErreurMetier('ETAPE_INTERDITE', { etape: acte.etape })
  if (saisie.depuis < effet)
    throw new ErreurMetier('DATE_INCOHERENTE', {
      raison: `La convention prend effet le ${enLettres(effet)}.`,
    })
  const fin = dernierJourDeLaChaine({ ...chaine, ...chaine.initial, effetLe: effet })
  if (fin && saisie.depuis > fin)
    throw new ErreurMetier('DATE_INCOHERENTE', { raison: `La convention finit le ${enLettres(fin)}.` })
  const cible = cibleDe(saisie.promesse, {}, saisie.depuis)
  if (cible === null) throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'cible' })
  const id = nouvelId(maintenant.getTime())
  const declaration: Declaration = {
    cle: id,
    unite: 'ajout',
    variante: null,
    libelle: saisie.libelle,
    debiteur: saisie.debiteur,
    theme: saisie.theme,
    promesse: saisie.promesse,
    recurrence: cible.genre === 'livrable' ? null : (saisie.recurrence ?? 'trimestre'),
    condition: null,
    portees: [],
    demandes: null,
    referents: { hopital: null, centre: null },
  }
  await tx.engagement.create({
    data: {
      ...colonnesDe(declaration),
      id,
      unite: null,
      conventionId: acte.conventionId,
      groupeId: acte.groupeId,
      organisations: acte.organisations,
      origine: 'AJOUT',
      motif: saisie.motif,
      depuis: versDate(saisie.depuis),
      exigibleLe: versDate(saisie.depuis),
      fermeLe: versDateOuNul(fin),
      creeLe: maintenant,
      cibles: { create: { depuis: versDate(saisie.depuis), jusqua: versDateOuNul(fin), cible, rang: 0 } },
    },
  })
  await ouvrirPeriodes(contexte, acte.conventionId)
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'engagement-ajoute',
    cible: id,
    partage: true,
    donnees: { libelle: saisie.libelle, motif: saisie.motif },
  })
  return { engagementId: id }
}
