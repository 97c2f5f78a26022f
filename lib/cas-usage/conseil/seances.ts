import { z } from 'zod'
import { versDate, versDateOuNul, versIso, versIsoOuNul } from '../../bd/dates'
import { nouvelId } from '../../bd/identifiants'
import { rattachementsDesCentres } from '../../bd/rattachements'
import { schemaDate } from '../../domaine/calendrier/schema-date'
import { ErreurMetier } from '../../domaine/erreurs'
import { accesAuCentre, peutCompleterGestionnaire } from '../../domaine/organisation/droits'
import type { Contexte } from '../contexte'
import { journaliser } from '../organisation/journaliser'

const uuid = z.uuid({ message: 'identifiant' })
const seance = {
  le: schemaDate,
  /** Dernier jour où le service des assemblées prend le dossier ; vide : non connu. */
  depotAvant: z
    .union([z.literal(''), schemaDate])
    .nullish()
    .transform((v) => v || null),
  note: z
    .string()
    .trim()
    .max(300, { message: 'trop-long' })
    .nullish()
    .transform((v) => v || null),
}
const dansLOrdre = (s: { le: string; depotAvant: string | null }) => !s.depotAvant || s.depotAvant <= s.le
const ORDRE = { path: ['depotAvant'], message: 'depot-apres-seance' }

export const schemaAjouterSeance = z
  .strictObject({ organisationId: uuid, ...seance })
  .refine(dansLOrdre, ORDRE)
export const schemaModifierSeance = z
  .strictObject({ seanceId: uuid, version: z.number().int().min(1), ...seance })
  .refine(dansLOrdre, ORDRE)
export const schemaAnnulerSeance = z.strictObject({ seanceId: uuid, version: z.number().int().min(1) })

/** Inscrit une séance de l'organe d'un gestionnaire, par lui ou par la direction d'un groupe partenaire. */
export async function ajouterSeance(
  contexte: Contexte,
  saisie: z.output<typeof schemaAjouterSeance>,
): Promise<{ seanceId: string }> {
  const { tx, maintenant } = contexte
  await exigerGestionnaire(contexte, saisie.organisationId)
  const id = nouvelId(maintenant.getTime())
  const { count } = await tx.seanceConseil.createMany({
    data: [
      {
        id,
        organisationId: saisie.organisationId,
        le: versDate(saisie.le),
        depotAvant: versDateOuNul(saisie.depotAvant),
        note: saisie.note,
      },
    ],
    skipDuplicates: true,
  })
  if (count === 0) throw new ErreurMetier('DEJA_EXISTANT', { quoi: 'seance' })
  const { le, depotAvant } = saisie
  await journaliser(contexte, {
    evenement: 'seance-ajoutee',
    organisationId: saisie.organisationId,
    cible: id,
    apres: { le, depotAvant },
  })
  return { seanceId: id }
}

/** Change la date, la limite de dépôt ou la note d'une séance ; une séance annulée puis redatée est rétablie. */
export async function modifierSeance(
  contexte: Contexte,
  saisie: z.output<typeof schemaModifierSeance>,
): Promise<{ version: number }> {
  const { tx } = contexte
  const lue = await chargerSeance(contexte, saisie.seanceId)
  const { le, depotAvant, note } = saisie
  const prise = await tx.seanceConseil.count({
    where: { organisationId: lue.organisationId, le: versDate(le), id: { not: lue.id } },
  })
  if (prise) throw new ErreurMetier('DEJA_EXISTANT', { quoi: 'seance' })
  const { count } = await tx.seanceConseil.updateMany({
    where: { id: lue.id, version: saisie.version },
    data: {
      le: versDate(le),
      depotAvant: versDateOuNul(depotAvant),
      note,
      annuleeLe: null,
      version: { increment: 1 },
    },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  await journaliser(contexte, {
    evenement: 'seance-modifiee',
    organisationId: lue.organisationId,
    cible: lue.id,
    avant: { le: versIso(lue.le), depotAvant: versIsoOuNul(lue.depotAvant), note: lue.note },
    apres: { le, depotAvant, note },
  })
  return { version: saisie.version + 1 }
}

/** Annule une séance : elle reste au calendrier, barrée, et ne compte plus. */
export async function annulerSeance(
  contexte: Contexte,
  saisie: z.output<typeof schemaAnnulerSeance>,
): Promise<{ version: number }> {
  const { tx, maintenant } = contexte
  const lue = await chargerSeance(contexte, saisie.seanceId)
  const { count } = await tx.seanceConseil.updateMany({
    where: { id: lue.id, version: saisie.version, annuleeLe: null },
    data: { annuleeLe: maintenant, version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  await journaliser(contexte, {
    evenement: 'seance-annulee',
    organisationId: lue.organisationId,
    cible: lue.id,
    avant: { le: versIso(lue.le) },
  })
  return { version: saisie.version + 1 }
}

async function chargerSeance(contexte: Contexte, id: string) {
  const lue = await contexte.tx.seanceConseil.findUnique({ where: { id } })
  if (!lue) throw new ErreurMetier('INTROUVABLE')
  await exigerGestionnaire(contexte, lue.organisationId)
  return lue
}

/** Un gestionnaire dont aucun centre n'est à portée n'existe pas ; à portée sans en avoir la charge, le rôle manque. */
async function exigerGestionnaire({ tx, acteur }: Contexte, organisationId: string): Promise<void> {
  const centres = await rattachementsDesCentres(tx, { parentId: organisationId })
  if (!centres.some((c) => accesAuCentre(acteur, c))) throw new ErreurMetier('INTROUVABLE')
  if (!centres.some((c) => peutCompleterGestionnaire(acteur, c))) throw new ErreurMetier('ROLE_INSUFFISANT')
}
