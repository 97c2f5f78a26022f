import type { Tx } from '../../lib/bd/client'
import { versDate } from '../../lib/bd/dates'
import { nouvelId } from '../../lib/bd/identifiants'
import { hacherMotDePasse } from '../../lib/cas-usage/compte/hachage'
import type { Acteur, NatureOrganisation, Role } from '../../lib/domaine/organisation/acteur'

export const MOT_DE_PASSE = 'girafe lente et menthe'
let hachage: Promise<string> | undefined
let rang = 0

/** Une organisation de cette nature. */
export async function uneOrganisation(tx: Tx, nature: NatureOrganisation, parentId?: string) {
  const code = `o${++rang}`
  return tx.organisation.create({
    data: { id: nouvelId(), code, nature, nom: `Organisation ${code}`, parentId },
  })
}

type Voulu = { actif?: boolean; sansMotDePasse?: boolean; aChanger?: boolean; demonstration?: boolean }

/** Un compte ouvert, au mot de passe commun des tests. */
export async function unUtilisateur(tx: Tx, voulu: Voulu = {}) {
  hachage ??= hacherMotDePasse(MOT_DE_PASSE)
  return tx.utilisateur.create({
    data: {
      id: nouvelId(),
      courriel: `personne${++rang}@ville.test`,
      nom: `Personne ${rang}`,
      actif: voulu.actif ?? true,
      motDePasse: voulu.sansMotDePasse ? null : await hachage,
      motDePasseAChanger: voulu.aChanger ?? false,
      demonstration: voulu.demonstration ?? false,
    },
  })
}

type Periode = { depuis?: string; jusqua?: string | null }

export async function uneHabilitation(
  tx: Tx,
  utilisateurId: string,
  organisationId: string,
  role: Role,
  p: Periode = {},
) {
  return tx.habilitation.create({
    data: {
      id: nouvelId(),
      utilisateurId,
      organisationId,
      role,
      depuis: versDate(p.depuis ?? '2026-01-01'),
      jusqua: p.jusqua ? versDate(p.jusqua) : null,
    },
  })
}

/** Acteur d'un seul rôle, tel que la session le construirait, sans périmètre sur les actes. */
export const acteurDe = (
  utilisateur: { id: string; nom: string },
  habilitation?: { role: Role; organisationId: string; nature: NatureOrganisation },
): Acteur => ({
  utilisateurId: utilisateur.id,
  nom: utilisateur.nom,
  habilitations: habilitation ? [{ ...habilitation, fonction: null }] : [],
  groupes: [],
  organisations: [],
  sieges: [],
})
