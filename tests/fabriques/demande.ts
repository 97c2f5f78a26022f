import { avecActeur } from '../../lib/bd/transaction'
import { inscrireDemande } from '../../lib/cas-usage/demande/inscrire-demande'
import { schemaInscrire } from '../../lib/cas-usage/demande/saisies'
import { suivreEngagements } from '../../lib/cas-usage/engagement/suivre-engagements'
import type { Acteur, Role } from '../../lib/domaine/organisation/acteur'
import { acteurDuCompte } from '../../lib/lectures/compte/acteur-du-compte'
import { uneConventionPrete } from './avenant'
import { uneHabilitation, unUtilisateur } from './comptes'
import { agir, MAINTENANT, type Territoire } from './territoire'

/** Une convention-cadre signée avec Arcueil, ses engagements nés, ses périodes ouvertes. */
export async function uneConventionSuivie(t: Territoire) {
  const c = await uneConventionPrete(t)
  await agir(t.direction, suivreEngagements, { conventionId: c.conventionId, groupeId: t.id('hups') })
  return c
}

/** Acteur d'un compte habilité, tel que sa session le construirait. */
export async function unActeur(t: Territoire, role: Role, code: string): Promise<Acteur> {
  const u = await t.proprietaire.$transaction((tx) => unUtilisateur(tx, { sansMotDePasse: true }))
  await t.proprietaire.$transaction((tx) => uneHabilitation(tx, u.id, t.id(code), role))
  const acteur = await avecActeur(null, (tx) =>
    acteurDuCompte(tx, u.id, { maintenant: MAINTENANT, demonstration: true }),
  )
  if (!acteur) throw new Error('compte sans acteur')
  return acteur
}

/** Saisie d'un scanner urgent demandé à Bicêtre par Arcueil, tel que l'écran l'enverrait. */
export const saisieDemande = (t: Territoire, autres: Record<string, unknown> = {}) =>
  schemaInscrire.parse({
    centreId: t.id('arcueil'),
    siteId: t.id('bicetre'),
    nature: 'imagerie',
    examen: 'scanner',
    specialite: null,
    degreDemande: 'urgent',
    degreRetenu: null,
    canal: 'telephone',
    demandeeLe: '2026-11-16T09:00',
    repondueLe: null,
    rendezVousLe: null,
    issue: null,
    ...autres,
  })

export const inscrire = (
  t: Territoire,
  acteur: Acteur,
  autres: Record<string, unknown> = {},
  maintenant = MAINTENANT,
) => agir(acteur, inscrireDemande, saisieDemande(t, autres), maintenant)
