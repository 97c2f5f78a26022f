import { createHash } from 'node:crypto'
import { canoniser } from './canoniser'
import { parametresCites, type TexteDActe, unitesRetenues } from './finalisation'
import type { ValeurParametre } from './parametres'

export { canoniser }

export const sha256 = (octets: string | Uint8Array): string =>
  createHash('sha256').update(octets).digest('hex')

/**
 * Empreinte du *texte voté* : unités retenues avec leur formulaire joint, valeurs des paramètres qu'elles citent,
 * désignations des parties.
 * Les mentions tardives sont hors de l'empreinte, et d'une personne on ne vote que la fonction : les remplir, ou corriger
 * un nom mal écrit, ne rouvre rien (regles-metier, Autorité).
 */
export function empreinteTexteVote(texte: TexteDActe): string {
  const tardives = new Set(texte.definitions.filter((d) => d.origine === 'mention-tardive').map((d) => d.cle))
  const valeurs: Record<string, unknown> = {}
  for (const cle of parametresCites(texte).keys())
    if (!tardives.has(cle)) valeurs[cle] = valeurVotee(texte.valeurs[cle])
  return sha256(
    canoniser({
      titre: texte.titre,
      parties: texte.comparutions,
      valeurs,
      unites: unitesRetenues(texte).map((u) => ({
        identite: u.identite,
        parent: u.parent,
        genre: u.genre,
        titre: u.titre,
        contenu: u.contenu,
        annexe: u.annexe ?? null,
        // Sans formulaire, la clé est absente : l'empreinte d'un texte déjà figé reste la sienne.
        fichierEmpreinte: u.fichier?.empreinte,
      })),
      // Un avenant vote son effet avec ses mots ; d'une convention, la clé est absente et l'empreinte reste la sienne.
      modifications: texte.modifications?.map((m) =>
        m.genre === 'valeur' ? { ...m, depart: valeurVotee(m.depart), voulu: valeurVotee(m.voulu) } : m,
      ),
    }),
  )
}

/** Une valeur telle qu'elle est votée : d'une personne, la fonction seulement. */
export const valeurVotee = (valeur: ValeurParametre | null | undefined): unknown =>
  valeur?.genre === 'personne' ? { genre: 'personne', fonction: valeur.fonction } : (valeur ?? null)

/** Compare deux contenus sans leurs identifiants de blocs, qui ne se lisent pas. */
export function memeTexte(a: unknown, b: unknown): boolean {
  const sansId = (v: unknown) => canoniser(v).replace(/"id":"[^"]*",?/g, '')
  return sansId(a) === sansId(b)
}
