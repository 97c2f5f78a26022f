import { type Passage, passagePermis } from '../../domaine/acte/etapes'
import type { ConventionLue } from '../../lectures/convention/convention-lue'
import type { Prevenus } from '../../lectures/convention/prevenus'
import { compter } from '../typographie'

/** Une action d'étape telle que l'en-tête la propose : ce qu'elle fait, qui l'apprendra, ce qu'on écrit avec. */
export type ActionEtape = {
  passage: Passage
  libelle: string
  titre: string
  /** Ce qui se passe au clic, dit avant lui. */
  consequence: readonly string[]
  prevenus: readonly string[]
  /** Ce qui manque encore, sans empêcher. */
  manques: { phrase: string; liste: readonly string[] } | null
  /** Texte joint : un mot facultatif, un motif exigé, ou rien. */
  texte: 'message' | 'motif' | null
  verbe: string
  variante: 'principal' | 'secondaire' | 'discret'
}

type Donnees = { convention: ConventionLue; prevenus: Prevenus; manques: readonly string[] }
type Ecriture = (d: Donnees) => Omit<ActionEtape, 'passage'>

const tous = ({ prevenus: p }: Donnees) => [...p.hopital, ...p.gestionnaire]

/** Actions proposées dans l'en-tête, dans l'ordre ; l'abandon et l'accord ont leur propre fenêtre. */
const ACTIONS: readonly [Passage, Ecriture][] = [
  ['partager', (d) => partager(d)],
  [
    'demander-reprise',
    (d) => ({
      libelle: 'Demander une reprise',
      titre: 'Demander que le texte soit repris',
      consequence: [
        'La direction des partenariats pourra de nouveau modifier le texte, puis en partager une nouvelle version.',
        'Les articles acceptés le restent tant que leurs mots ne changent pas.',
      ],
      prevenus: tous(d),
      manques: null,
      texte: 'motif',
      verbe: 'Demander la reprise',
      variante: 'secondaire',
    }),
  ],
  [
    'rouvrir',
    (d) => ({
      libelle: 'Rouvrir le texte',
      titre: 'Rouvrir le texte accepté',
      consequence: [
        'L’accord sur l’ensemble tombe : il faudra l’accepter de nouveau. Les articles dont les mots ne changent pas restent acceptés.',
        'Les avis et les délibérations portent sur le texte accepté aujourd’hui ; ils ne vaudront pas pour un autre.',
      ],
      prevenus: tous(d),
      manques: null,
      texte: 'motif',
      verbe: 'Rouvrir le texte',
      variante: 'discret',
    }),
  ],
]

function partager({ convention: c, prevenus, manques }: Donnees): Omit<ActionEtape, 'passage'> {
  const avec = destinataire(c)
  const premiere = c.versions.length === 0
  return {
    libelle: premiere ? `Partager avec ${avec}` : 'Partager la nouvelle version',
    titre: premiere ? `Partager avec ${avec}` : `Partager une nouvelle version avec ${avec}`,
    consequence: [
      `Une version numérotée est figée : le centre et sa mairie la liront et pourront la commenter, l’accepter ou demander une reprise.`,
      'Vous ne modifierez plus le texte tant qu’une reprise n’est pas demandée.',
    ],
    prevenus: prevenus.gestionnaire,
    manques: manques.length
      ? {
          phrase: `Il manque encore ${compter(manques.length, 'valeur')}. Le texte peut être partagé ; il ne pourra pas être accepté en entier avant :`,
          liste: manques,
        }
      : null,
    texte: 'message',
    verbe: 'Partager le texte',
    variante: 'principal',
  }
}

/** « le CMS d'Arcueil », « les 2 centres ». */
function destinataire(c: Pick<ConventionLue, 'centres'>): string {
  const [seul] = c.centres
  if (c.centres.length !== 1 || !seul)
    return c.centres.length ? `les ${c.centres.length} centres` : 'le gestionnaire'
  return /^(le|la|l’|l')\b/i.test(seul.nom) ? seul.nom : `le ${seul.nom}`
}

/** Actions ouvertes à l'acteur, d'après la seule table des passages. */
export const actionsDEtape = (d: Donnees): ActionEtape[] =>
  ACTIONS.filter(([passage]) => passagePermis(passage, d.convention.etape, d.convention.qualites)).map(
    ([passage, ecrire]) => ({ passage, ...ecrire(d) }),
  )
