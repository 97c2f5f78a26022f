import 'server-only'
import { empreinte } from '../../bd/secrets'
import { titulaireDuJeton } from '../../bd/titulaire'
import { avecActeur } from '../../bd/transaction'
import type { Role } from '../../domaine/organisation/acteur'

/** Titulaire d'un lien d'accès encore bon ; le lire ne l'use pas. */
export async function lireLienAcces(jeton: string, maintenant: Date) {
  const titulaire = await avecActeur(null, (tx) => titulaireDuJeton(tx, empreinte(jeton), maintenant))
  return titulaire && { nom: titulaire.nom, courriel: titulaire.courriel }
}

export type CompteDemonstration = {
  courriel: string
  nom: string
  role: Role | null
  organisation: string | null
}

/** Comptes de démonstration ouverts, pour l'écran de connexion d'une démonstration. */
export async function listerComptesDemonstration(): Promise<CompteDemonstration[]> {
  const lus = await avecActeur(null, (tx) =>
    tx.utilisateur.findMany({
      where: { demonstration: true, actif: true },
      orderBy: { id: 'asc' },
      include: {
        habilitations: {
          take: 1,
          orderBy: { id: 'asc' },
          include: { organisation: { select: { nom: true } } },
        },
      },
    }),
  )
  return lus.map(({ courriel, nom, habilitations: [h] }) => ({
    courriel,
    nom,
    role: h?.role ?? null,
    organisation: h?.organisation.nom ?? null,
  }))
}
