import 'server-only'
import { EN_DEMONSTRATION } from '../../../../prisma/demonstration/histoire'
import type { Bloc, DocumentNeutre } from '../../../documents/blocs/blocs'
import { dateEnLettres } from '../../../presentation/dates'
import { typographier } from '../../../presentation/typographie'

type Papier = {
  reference: string
  titre: string
  signatures: readonly { partie: string; nom: string; le: string }[]
}

/** Ce qui tient lieu de papier signé : une page qui dit en toutes lettres qu'elle n'en est pas un. */
export function papierDeDemonstration(p: Papier, maintenant: Date): DocumentNeutre {
  return {
    titre: 'Démonstration',
    surtitre: 'Page de signature fictive',
    sujet: p.titre,
    reference: p.reference,
    auteur: 'Trait d’union',
    langue: 'fr-FR',
    forme: 'lettre',
    filigrane: 'DÉMONSTRATION',
    mention: null,
    fabriqueLe: `${maintenant.toISOString().slice(0, 19)}Z`,
    logos: [],
    sommaire: false,
    sections: [{ code: 'page', nature: 'corps', blocs: blocsDe(p) }],
    lacunes: [],
  }
}

const blocsDe = (p: Papier): Bloc[] => [
  {
    genre: 'titre',
    niveau: 1,
    numero: '',
    fragments: [{ texte: `Démonstration : page de signature, ${p.reference}` }],
    ancre: 'page',
    auSommaire: false,
  },
  paragraphe(
    `${EN_DEMONSTRATION} Cette page tient la place du papier signé puis numérisé ; elle n’a été signée par personne.`,
  ),
  ...p.signatures.map((s) => paragraphe(`${s.partie} : ${s.nom}, le ${dateEnLettres(s.le)}.`)),
]

const paragraphe = (texte: string): Bloc => ({
  genre: 'paragraphe',
  fragments: [{ texte: typographier(texte) }],
})
