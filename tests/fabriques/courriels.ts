import { randomUUID } from 'node:crypto'
import type { PrismaClient } from '../../lib/bd/genere/client'
import { avecActeur } from '../../lib/bd/transaction'
import { notifier } from '../../lib/cas-usage/courriel/notifier'
import type { DonneesCourriel, GabaritCourriel } from '../../lib/domaine/courriel/gabarits'
import type { Acteur } from '../../lib/domaine/organisation/acteur'

/** Personne : assez pour écrire un courriel, qui n'a pas besoin d'acte. */
export const PERSONNE: Acteur = {
  utilisateurId: '',
  nom: 'Essai',
  habilitations: [],
  groupes: [],
  organisations: [],
  sieges: [],
}

/** Un courriel écrit et mis en file par le cas d'usage lui-même ; rend son identifiant. */
export async function unCourriel(
  proprietaire: PrismaClient,
  {
    gabarit = 'acte-signe',
    donnees = { reference: 'CV-1', titre: 'Convention d’essai' },
  }: { gabarit?: GabaritCourriel; donnees?: DonneesCourriel } = {},
): Promise<string> {
  const courriel = `${randomUUID()}@essai.invalid`
  await avecActeur(PERSONNE, (tx) =>
    notifier(
      { tx, acteur: PERSONNE, maintenant: new Date() },
      { acteId: null, gabarit, donnees, a: [{ courriel, nom: 'Madame Essai' }] },
    ),
  )
  return (await proprietaire.courriel.findFirstOrThrow({ where: { destinataire: courriel } })).id
}
