import type { Tx } from '../../bd/client'
import { groupeDe, rattachementDuCentre, rattachementsDesCentres } from '../../bd/rattachements'
import { ErreurMetier } from '../../domaine/erreurs'
import { type Acteur, organisationsDuRole } from '../../domaine/organisation/acteur'
import {
  accesAuCentre,
  exigerAcces,
  peutCompleterFiche,
  peutCompleterGestionnaire,
} from '../../domaine/organisation/droits'

/**
 * Droit de compléter une fiche : centre et commune par leurs règles ; à l'hôpital, la direction des partenariats du
 * groupe. Une organisation hors de portée est introuvable.
 */
export async function exigerFiche(tx: Tx, acteur: Acteur, organisationId: string): Promise<void> {
  const o = await tx.organisation.findUnique({ where: { id: organisationId }, select: { nature: true } })
  if (!o) throw new ErreurMetier('INTROUVABLE')
  if (o.nature === 'CENTRE')
    return exigerAcces(acteur, await rattachementDuCentre(tx, { id: organisationId }), peutCompleterFiche)
  if (o.nature === 'GESTIONNAIRE') return exigerGestionnaire(tx, acteur, organisationId)
  return exigerHopital(tx, acteur, organisationId)
}

/** À l'hôpital, seule la direction des partenariats du groupe écrit ; le siège lit. */
export async function exigerHopital(tx: Tx, acteur: Acteur, organisationId: string): Promise<void> {
  const groupe = await groupeDe(tx, organisationId)
  if (!groupe) throw new ErreurMetier('INTROUVABLE')
  if (organisationsDuRole(acteur, 'DIRECTION_PARTENARIATS').includes(groupe)) return
  throw new ErreurMetier(acteur.sieges.includes(groupe) ? 'ROLE_INSUFFISANT' : 'INTROUVABLE')
}

async function exigerGestionnaire(tx: Tx, acteur: Acteur, gestionnaireId: string): Promise<void> {
  const centres = await rattachementsDesCentres(tx, { parentId: gestionnaireId })
  const visibles = centres.filter((c) => accesAuCentre(acteur, c))
  if (visibles.length === 0) throw new ErreurMetier('INTROUVABLE')
  if (!visibles.some((c) => peutCompleterGestionnaire(acteur, c))) throw new ErreurMetier('ROLE_INSUFFISANT')
}
