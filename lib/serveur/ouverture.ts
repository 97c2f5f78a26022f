import 'server-only'
import { empreinte, nouveauSecret } from '../bd/secrets'
import { avecActeur } from '../bd/transaction'
import { verifierMotDePasse } from '../cas-usage/compte/hachage'
import { DUREE_GLISSANTE, DUREE_MAXIMALE } from '../domaine/compte/session'
import { ErreurMetier } from '../domaine/erreurs'
import { estDemonstration } from './environnement'
import { oublierEssai, purgerTentatives, reserverEssai } from './tentatives'

type Demande = { courriel: string; motDePasse: string; adresse: string | null; agent: string | null }

/**
 * Vérifie les identifiants et ouvre une session ; rend son identifiant secret, que le jeton signé portera. Compte
 * inconnu, fermé, sans mot de passe ou mot de passe faux : même durée, même refus.
 */
export async function ouvrirSession(demande: Demande, maintenant: Date): Promise<string> {
  const courriel = demande.courriel.trim().toLowerCase()
  await reserverEssai(courriel, demande.adresse, maintenant)
  const utilisateur = await avecActeur(null, (tx) => tx.utilisateur.findUnique({ where: { courriel } }))
  const bon = await verifierMotDePasse(utilisateur?.motDePasse ?? null, demande.motDePasse)
  if (!bon || !utilisateur?.actif || (utilisateur.demonstration && !estDemonstration()))
    throw new ErreurMetier('IDENTIFIANTS_REFUSES')
  await oublierEssai(courriel, demande.adresse)
  await purgerTentatives(maintenant)
  const sid = nouveauSecret()
  await avecActeur(null, async (tx) => {
    await tx.session.create({
      data: {
        id: empreinte(sid),
        utilisateurId: utilisateur.id,
        creeLe: maintenant,
        vueLe: maintenant,
        expireLe: new Date(maintenant.getTime() + DUREE_GLISSANTE),
        agent: demande.agent?.slice(0, 300) ?? null,
      },
    })
    await tx.utilisateur.update({ where: { id: utilisateur.id }, data: { derniereVisiteLe: maintenant } })
    await tx.session.deleteMany({
      where: {
        utilisateurId: utilisateur.id,
        creeLe: { lt: new Date(maintenant.getTime() - 30 * DUREE_MAXIMALE) },
      },
    })
  })
  return sid
}

/** Ferme la session que désigne le jeton signé. */
export async function fermerSession(sid: string, maintenant: Date): Promise<void> {
  await avecActeur(null, (tx) =>
    tx.session.updateMany({
      where: { id: empreinte(sid), revoqueeLe: null },
      data: { revoqueeLe: maintenant },
    }),
  )
}
