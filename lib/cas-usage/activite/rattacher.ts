import type { z } from 'zod'
import { cadresDesGestionnaires } from '../../bd/cadres'
import { estActivitePartagee } from '../../domaine/acte/activite-partagee'
import { estRedacteur } from '../../domaine/acte/droits'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { type ActeEnMain, chargerActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { attacher } from './attacher'
import type { schemaDetacher, schemaRattacher } from './saisies'

/** Acte initial d'une activité partagée que l'acteur rédige : INTROUVABLE s'il ne le voit pas ou s'il n'en est pas une. */
export async function chargerActivite({ tx, acteur }: Contexte, acteId: string): Promise<ActeEnMain> {
  const acte = await chargerActeEnMain(tx, acteur, acteId)
  const chaine = await tx.convention.findUniqueOrThrow({ where: { id: acte.conventionId } })
  if (acte.rang > 0 || !estActivitePartagee(chaine.modeleCode)) throw new ErreurMetier('INTROUVABLE')
  if (!estRedacteur(acteur, acte)) throw new ErreurMetier('ROLE_INSUFFISANT')
  return acte
}

/**
 * Rattache une activité partagée à une convention-cadre de l'un de ses gestionnaires. Refuse un acte abandonné, un cadre
 * d'un autre groupe ou d'autres parties (introuvable pour elle), et un second rattachement au même.
 */
export async function rattacherAuCadre(
  contexte: Contexte,
  saisie: z.output<typeof schemaRattacher>,
): Promise<{ numero: number }> {
  const { tx, maintenant } = contexte
  const acte = await chargerActivite(contexte, saisie.acteId)
  if (acte.etape === 'ABANDONNEE') throw new ErreurMetier('ETAPE_INTERDITE', { etape: acte.etape })
  const parties = await tx.partie.findMany({ where: { acteId: acte.id, role: 'GESTIONNAIRE' } })
  const cadres = await cadresDesGestionnaires(
    tx,
    acte.groupeId,
    parties.map((p) => p.organisationId),
    aujourdHuiAParis(maintenant),
  )
  const cadre = cadres.find((c) => c.conventionId === saisie.cadreId)
  if (!cadre) throw new ErreurMetier('INTROUVABLE')
  const deja = await tx.rattachementConvention.count({
    where: { conventionId: acte.conventionId, cadreId: cadre.conventionId, retireLe: null },
  })
  if (deja > 0) throw new ErreurMetier('DEJA_EXISTANT', { quoi: 'rattachement' })
  const activite = { acteId: acte.id, conventionId: acte.conventionId, reference: acte.reference }
  const { numero } = await attacher(contexte, activite, cadre)
  return { numero }
}

/**
 * Détache une activité partagée rattachée par erreur. Le numéro reste pris dans le cadre. Refuse une activité signée : ce
 * que le texte signé dit de son cadre ne change que par avenant.
 */
export async function detacherDuCadre(
  contexte: Contexte,
  saisie: z.output<typeof schemaDetacher>,
): Promise<{ version: number }> {
  const { tx, maintenant } = contexte
  const lu = await tx.rattachementConvention.findUnique({
    where: { id: saisie.rattachementId },
    include: { convention: { include: { actes: { where: { rang: 0 } } } }, cadre: true },
  })
  const initial = lu?.convention.actes[0]
  if (!lu || !initial) throw new ErreurMetier('INTROUVABLE')
  const acte = await chargerActivite(contexte, initial.id)
  if (acte.etape === 'SIGNEE') throw new ErreurMetier('ETAPE_INTERDITE', { etape: acte.etape })
  const { count } = await tx.rattachementConvention.updateMany({
    where: { id: lu.id, version: saisie.version, retireLe: null },
    data: { retireLe: maintenant, retraitMotif: saisie.motif, version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'activite-detachee',
    donnees: { numero: lu.numero, autre: lu.cadre.reference, motif: saisie.motif },
  })
  return { version: saisie.version + 1 }
}
