import type { z } from 'zod'
import { versDate, versIsoOuNul } from '../../bd/dates'
import { nouvelId } from '../../bd/identifiants'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import type { saisieHabilitation } from '../../domaine/compte/saisies'
import { ErreurMetier } from '../../domaine/erreurs'
import { estRoleCompatible, exigerAdministrateur } from '../../domaine/organisation/droits-administration'
import { exigerOuvertes } from '../../domaine/organisation/fermeture'
import { journaliser } from '../compte/journaliser'
import type { Contexte } from '../contexte'

type Saisie = z.output<typeof saisieHabilitation>

/**
 * Habilite une personne dans une organisation, pour un rôle et une période (premier et dernier jour compris). Une
 * organisation fermée, ou qui le sera avant le premier jour, ne reçoit plus personne.
 */
export async function accorderHabilitation(contexte: Contexte, saisie: Saisie) {
  exigerAdministrateur(contexte.acteur)
  const { tx, maintenant } = contexte
  if (saisie.jusqua && saisie.jusqua < saisie.depuis) throw new ErreurMetier('DATE_INCOHERENTE')
  // Verrouille le titulaire : deux envois du même formulaire ne font pas deux habilitations.
  const [titulaire] = await tx.$queryRaw<{ actif: boolean }[]>`
    SELECT actif FROM utilisateur WHERE id = ${saisie.utilisateurId}::uuid FOR UPDATE`
  if (!titulaire) throw new ErreurMetier('INTROUVABLE')
  if (!titulaire.actif) throw new ErreurMetier('COMPTE_FERME')
  const organisation = await tx.organisation.findUnique({ where: { id: saisie.organisationId } })
  if (!organisation) throw new ErreurMetier('INTROUVABLE')
  if (!estRoleCompatible(saisie.role, organisation.nature)) throw new ErreurMetier('ROLE_INCOMPATIBLE')
  const aujourdhui = aujourdHuiAParis(maintenant)
  const premierJour = saisie.depuis > aujourdhui ? saisie.depuis : aujourdhui
  exigerOuvertes([{ nom: organisation.nom, jusqua: versIsoOuNul(organisation.jusqua) }], premierJour)
  await refuserChevauchement(contexte, saisie)
  const id = nouvelId(maintenant.getTime())
  const fonction = saisie.role === 'VALIDEUR' ? saisie.fonction || null : null
  await tx.habilitation.create({
    data: {
      id,
      utilisateurId: saisie.utilisateurId,
      organisationId: saisie.organisationId,
      role: saisie.role,
      fonction,
      depuis: versDate(saisie.depuis),
      jusqua: saisie.jusqua ? versDate(saisie.jusqua) : null,
      creeLe: maintenant,
    },
  })
  await journaliser(contexte, {
    evenement: 'habilitation-accordee',
    utilisateurId: saisie.utilisateurId,
    organisationId: saisie.organisationId,
    donnees: { role: saisie.role, fonction, depuis: saisie.depuis, jusqua: saisie.jusqua },
  })
  return { habilitationId: id }
}

/** Même personne, même organisation, même rôle (et même fonction de valideur) : une seule période à la fois. */
async function refuserChevauchement({ tx }: Contexte, saisie: Saisie): Promise<void> {
  const memes = await tx.habilitation.count({
    where: {
      utilisateurId: saisie.utilisateurId,
      organisationId: saisie.organisationId,
      role: saisie.role,
      ...(saisie.role === 'VALIDEUR' ? { fonction: saisie.fonction || null } : {}),
      ...(saisie.jusqua ? { depuis: { lte: versDate(saisie.jusqua) } } : {}),
      OR: [{ jusqua: null }, { jusqua: { gte: versDate(saisie.depuis) } }],
    },
  })
  if (memes > 0) throw new ErreurMetier('DEJA_EXISTANT', { quoi: 'habilitation' })
}
