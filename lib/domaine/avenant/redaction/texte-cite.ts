import { lireEnLigne } from '../../texte/balisage'
import type { BlocContenu, ElementListe, NoeudEnLigne, Paragraphe } from '../../texte/contenu'
import type { Numero } from '../../texte/numerotation'
import { type ContexteEcriture, resoudre, resoudreNoeuds } from '../../texte/resoudre'
import { type EtatUnite, memeValeur } from '../modifications'

const ID = { id: '-' }
const enLigne = (c: ContexteEcriture, balise: string): NoeudEnLigne[] =>
  souderNoeuds(resoudreNoeuds(c, lireEnLigne(balise.replace(/\s*\n\s*/g, ' '))))

/** Réunit les textes voisins de mêmes marques : un mot venu d'un paramètre se lit comme un mot saisi. */
function souderNoeuds(noeuds: readonly NoeudEnLigne[]): NoeudEnLigne[] {
  const sortie: NoeudEnLigne[] = []
  for (const n of noeuds) {
    const dernier = sortie.at(-1)
    if (n.type === 'text' && dernier?.type === 'text' && memeValeur(n.marks ?? [], dernier.marks ?? []))
      sortie[sortie.length - 1] = { ...dernier, text: dernier.text + n.text }
    else sortie.push(n)
  }
  return sortie
}

function souder(b: BlocContenu): BlocContenu {
  if (b.type === 'paragraph') return b.content ? { ...b, content: souderNoeuds(b.content) } : b
  if (b.type !== 'table')
    return { ...b, content: b.content.map((e) => ({ ...e, content: e.content.map(souder) })) }
  const content = b.content.map((l) => ({
    ...l,
    content: l.content.map((x) => ({ ...x, content: x.content.map(souder) })),
  }))
  return { ...b, content }
}

/** Blocs d'une unité, écrits en mots : son texte, son circuit, son formulaire. Sans son intitulé. */
export function blocsCites(c: ContexteEcriture, e: EtatUnite): BlocContenu[] {
  const blocs: BlocContenu[] = resoudre(c, e.contenu).content.map(souder)
  const etapes = e.annexe?.etapes ?? []
  if (etapes.length) blocs.push({ type: 'orderedList', attrs: ID, content: etapes.map((x) => etape(c, x)) })
  if (e.fichier) blocs.push(formulaire(e.fichier))
  return blocs
}

/** Ligne d'intitulé telle qu'elle se cite : « Article 5 bis – Délais » ; rien pour un visa, un considérant. */
export function intitule(c: ContexteEcriture, e: EtatUnite, numero: Numero | undefined): Paragraphe[] {
  if (e.genre === 'visa' || e.genre === 'considerant') return []
  const titre = e.titre ? enLigne(c, e.titre) : []
  const debut = numero?.intitule ?? ''
  if (!debut && titre.length === 0) return []
  const liaison = debut && titre.length ? `${debut}\u00a0– ` : debut
  return [
    {
      type: 'paragraph',
      attrs: ID,
      content: [...(liaison ? [{ type: 'text' as const, text: liaison }] : []), ...titre],
    },
  ]
}

export const titreCite = (c: ContexteEcriture, titre: string | null): Paragraphe[] =>
  titre ? [{ type: 'paragraph', attrs: ID, content: enLigne(c, titre) }] : []

type Etape = NonNullable<NonNullable<EtatUnite['annexe']>['etapes']>[number]
const etape = (c: ContexteEcriture, e: Etape): ElementListe => {
  const content: NoeudEnLigne[] = [
    ...enLigne(c, e.acteur),
    { type: 'text', text: '\u00a0: ' },
    ...enLigne(c, e.texte),
    ...(e.delai
      ? [{ type: 'text' as const, text: ' (' }, ...enLigne(c, e.delai), { type: 'text' as const, text: ')' }]
      : []),
  ]
  return { type: 'listItem', content: [{ type: 'paragraph', attrs: ID, content }] }
}

const formulaire = (f: NonNullable<EtatUnite['fichier']>): Paragraphe => ({
  type: 'paragraph',
  attrs: ID,
  content: [
    { type: 'text', text: `Formulaire joint\u00a0: ${f.nom}, empreinte SHA-256\u00a0: ${f.empreinte}` },
  ],
})

/** Le texte d'un bloc qui se lit ; deux blocs de même clé se lisent pareil. */
export const aDuTexte = (blocs: readonly BlocContenu[]): boolean =>
  blocs.some((b) =>
    b.type === 'paragraph'
      ? (b.content ?? []).some((n) => n.type !== 'hardBreak' && (n.type !== 'text' || n.text.trim() !== ''))
      : true,
  )
