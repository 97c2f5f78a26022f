import { type EtatDeLaChaine, etatDeLUnite, etatInitial } from '@/lib/domaine/avenant/etat'
import type { EtatUnite } from '@/lib/domaine/avenant/modifications'
import type { DossierAvenant, Forme } from '@/lib/domaine/avenant/rediger'
import type { Retouche } from '@/lib/domaine/avenant/retouches'
import { lireTexteBalise } from '@/lib/domaine/texte/balisage'
import { noeudsEnLigne } from '@/lib/domaine/texte/contenu'
import type { UniteDActe } from '@/lib/domaine/texte/finalisation'
import { numeroter } from '@/lib/domaine/texte/numerotation'
import type { ValeurParametre } from '@/lib/domaine/texte/parametres'
import type { GenreUnite } from '@/lib/domaine/texte/unites'

type Ligne = { identite: string; genre: GenreUnite; titre?: string; texte: string; parent?: string }

/** Petite convention de travail, écrite pour les essais. */
export const LIGNES: readonly Ligne[] = [
  { identite: 'v1', genre: 'visa', texte: 'Vu le code de la santé publique ;' },
  { identite: 'v2', genre: 'visa', texte: 'Vu le code général des collectivités territoriales ;' },
  { identite: 'preambule', genre: 'preambule', texte: 'Les parties coopèrent.' },
  { identite: 'c1', genre: 'considerant', texte: 'Le centre oriente ses patients.', parent: 'preambule' },
  { identite: 'objet', genre: 'article', titre: 'Objet', texte: 'La convention organise les soins.' },
  { identite: 'imagerie', genre: 'article', titre: 'Imagerie', texte: 'L’imagerie est ouverte au centre.' },
  {
    identite: 'scanner',
    genre: 'sous-article',
    parent: 'imagerie',
    titre: 'Scanner',
    texte: 'Le scanner est proposé sous {{delai}}.\n\nLe compte rendu suit.',
  },
  {
    identite: 'irm',
    genre: 'sous-article',
    parent: 'imagerie',
    titre: 'IRM',
    texte: 'L’IRM suit les règles {{§scanner|de}}.',
  },
  {
    identite: 'urgences',
    genre: 'article',
    titre: 'Urgences',
    texte:
      'Le service répond au centre.\n\nIl répond sous {{delai}}.\n\n- par téléphone ;\n- par écrit.\n\nIl tient un registre.',
  },
  { identite: 'suivi', genre: 'article', titre: 'Suivi', texte: 'Le comité se réunit chaque année.' },
  {
    identite: 'astreinte',
    genre: 'article',
    titre: 'Astreinte',
    texte: 'L’astreinte dure {{delai|lettres}}.\n\nElle est gratuite.',
  },
  { identite: 'annexe', genre: 'annexe', titre: 'Contacts', texte: 'Le secrétariat répond.' },
]

export const DELAI: ValeurParametre = { genre: 'duree', nombre: 48, unite: 'heure' }

export function unites(lignes: readonly Ligne[] = LIGNES): UniteDActe[] {
  return lignes.map((l, i) => ({
    identite: l.identite,
    parent: l.parent ?? null,
    rang: i + 1,
    genre: l.genre,
    titre: l.titre ?? null,
    contenu: lireTexteBalise(l.texte, l.identite),
    annexe: null,
    fichier: null,
    omise: false,
  }))
}

export function base(lignes: readonly Ligne[] = LIGNES): EtatDeLaChaine {
  const u = unites(lignes)
  return etatInitial(
    {
      titre: 'Convention',
      surtitre: '',
      comparutions: [],
      unites: u,
      definitions: [{ cle: 'delai', libelle: 'Délai de réponse', genre: 'duree' }],
      valeurs: { delai: DELAI },
      parties: [
        {
          partieId: 'p1',
          role: 'GESTIONNAIRE',
          organisationId: 'o1',
          nom: 'commune d’Arcueil',
          adresse: '10 avenue Paul-Doumer',
        },
      ],
      numeros: Object.fromEntries(numeroter(u)),
    },
    '2029-12-31',
  )
}

export const lire = (e: EtatDeLaChaine, identite: string): EtatUnite => {
  const u = e.unites.find((x) => x.identite === identite)
  if (!u) throw new Error(identite)
  return etatDeLUnite(u)
}

/** Retouche d'une unité dont on récrit le texte balisé ; les paragraphes gardent leurs identifiants par rang. */
export function recrire(
  e: EtatDeLaChaine,
  identite: string,
  change: { texte?: string; titre?: string | null },
): Retouche {
  const depart = lire(e, identite)
  return {
    cible: 'unite',
    identite,
    depart,
    voulu: {
      ...depart,
      titre: change.titre === undefined ? depart.titre : change.titre,
      contenu: change.texte === undefined ? depart.contenu : lireTexteBalise(change.texte, identite),
    },
  }
}

export const article = (texte: string, titre: string | null, genre: GenreUnite = 'article'): EtatUnite => ({
  genre,
  titre,
  contenu: lireTexteBalise(texte, 'n'),
  annexe: null,
  fichier: null,
})

export const dossier = (
  e: EtatDeLaChaine,
  retouches: readonly (Retouche | [Retouche, Forme])[],
  autres: Partial<DossierAvenant> = {},
): DossierAvenant => ({
  rang: 2,
  initial: {
    designation: 'la convention-cadre de partenariat HUPS-ARC-2026-001',
    reference: 'HUPS-ARC-2026-001',
    signeLe: '2026-03-02',
  },
  precedents: [],
  base: e,
  retouches: retouches.map((r) =>
    Array.isArray(r) ? { retouche: r[0], forme: r[1] } : { retouche: r, forme: null },
  ),
  votes: [],
  motif: null,
  ...autres,
})

/** Alinéas d'une unité, en clair : les espaces insécables se lisent comme des espaces. */
export function alineas(u: UniteDActe | undefined): string[] {
  const sortie: string[] = []
  const visiter = (blocs: UniteDActe['contenu']['content']): void => {
    for (const b of blocs) {
      if (b.type === 'paragraph')
        sortie.push(
          [...noeudsEnLigne([b])]
            .map((n) => (n.type === 'text' ? n.text : n.type === 'parametre' ? `{${n.attrs.cle}}` : '?'))
            .join('')
            .replace(/[\u00a0\u202f]/g, ' '),
        )
      else if (b.type === 'table') for (const l of b.content) for (const c of l.content) visiter(c.content)
      else for (const x of b.content) visiter(x.content)
    }
  }
  visiter(u?.contenu.content ?? [])
  return sortie
}
