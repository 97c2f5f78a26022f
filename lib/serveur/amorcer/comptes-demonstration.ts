import 'server-only'
import type { Tx } from '../../bd/client'
import { versDate } from '../../bd/dates'
import { nouvelId } from '../../bd/identifiants'
import { hacherMotDePasse } from '../../cas-usage/compte/hachage'
import { MOT_DE_PASSE_DEMONSTRATION } from '../../domaine/compte/demonstration'
import type { NatureOrganisation, Role } from '../../domaine/organisation/acteur'
import { estRoleCompatible } from '../../domaine/organisation/droits-administration'

export type CompteACreer = {
  courriel: string
  nom: string
  fonction: string
  role: Role
  organisationCode: string
  fonctionValideur?: string
}
type CompteAnnonce = { courriel: string; motDePasse: string; fonction: string }

const DEPUIS = versDate('2024-01-01')

/** Crée les comptes de démonstration qui manquent ; ceux qui existent restent comme on les a laissés. */
export async function creerComptesDemonstration(
  tx: Tx,
  comptes: readonly CompteACreer[],
): Promise<CompteAnnonce[]> {
  const motDePasse = await hacherMotDePasse(MOT_DE_PASSE_DEMONSTRATION)
  for (const compte of comptes) {
    const id = nouvelId()
    const { count } = await tx.utilisateur.createMany({
      data: [{ id, courriel: compte.courriel, nom: compte.nom, motDePasse, demonstration: true }],
      skipDuplicates: true,
    })
    if (count > 0) await habiliter(tx, id, compte)
  }
  return comptes.map(({ courriel, fonction }) => ({
    courriel,
    fonction,
    motDePasse: MOT_DE_PASSE_DEMONSTRATION,
  }))
}

async function habiliter(tx: Tx, utilisateurId: string, compte: CompteACreer): Promise<void> {
  const { id, nature } = await tx.organisation.findUniqueOrThrow({ where: { code: compte.organisationCode } })
  if (!estRoleCompatible(compte.role, nature as NatureOrganisation))
    throw new Error(`Rôle incompatible avec l'organisation : ${compte.courriel}`)
  await tx.habilitation.create({
    data: {
      id: nouvelId(),
      utilisateurId,
      organisationId: id,
      role: compte.role,
      fonction: compte.fonctionValideur ?? null,
      depuis: DEPUIS,
    },
  })
}
