// Banc des avenants : consolider 60 articles et 50 avenants (visé : moins de 20 ms), dériver et rédiger un long article
// (visé : moins de 100 ms).
import { type AvenantSigne, consolider } from '../../lib/domaine/avenant/consolider'
import { etatDeLUnite, etatInitial } from '../../lib/domaine/avenant/etat'
import { redigerAvenant } from '../../lib/domaine/avenant/rediger'
import { deriver, type Retouche } from '../../lib/domaine/avenant/retouches'
import type { Contenu } from '../../lib/domaine/texte/contenu'
import type { UniteDActe } from '../../lib/domaine/texte/finalisation'
import { numeroter } from '../../lib/domaine/texte/numerotation'
import { chronometrer } from './outils.mjs'

const phrase = (i: number, j: number) =>
  `Le centre et l’hôpital conviennent, pour le point ${i}.${j}, que chaque patient adressé reçoit une réponse motivée. `
const contenu = (i: number, alineas: number, phrases = 4): Contenu => ({
  type: 'doc',
  content: Array.from({ length: alineas }, (_, j) => ({
    type: 'paragraph',
    attrs: { id: `p${i}-${j}` },
    content: [{ type: 'text', text: phrase(i, j).repeat(phrases) }],
  })),
})
const unites = Array.from(
  { length: 60 },
  (_, i): UniteDActe => ({
    identite: `art-${i}`,
    parent: null,
    rang: i + 1,
    genre: 'article',
    titre: `Article de banc ${i}`,
    contenu: i === 0 ? contenu(i, 200, 2) : contenu(i, 6),
    annexe: null,
    fichier: null,
    omise: false,
  }),
)
const base = etatInitial(
  {
    titre: 'Convention de banc',
    surtitre: '',
    comparutions: [],
    unites,
    definitions: [],
    valeurs: {},
    parties: [],
    numeros: Object.fromEntries(numeroter(unites)),
  },
  '2099-12-31',
)

/** Récrit le dernier mot d'un alinéa sur trois. */
function retoucher(e: typeof base, identite: string, marque: string): Retouche {
  const u = e.unites.find((x) => x.identite === identite)
  if (!u) throw new Error(identite)
  const depart = etatDeLUnite(u)
  const content = depart.contenu.content.map((b, j) =>
    b.type === 'paragraph' && j % 3 === 0
      ? { ...b, content: [...(b.content ?? []), { type: 'text' as const, text: `Voir ${marque}.` }] }
      : b,
  )
  return { cible: 'unite', identite, depart, voulu: { ...depart, contenu: { type: 'doc', content } } }
}

let etat = base
const avenants = Array.from({ length: 50 }, (_, n): AvenantSigne => {
  const jour = `20${String(30 + n)}-01-01`
  const touches = [1, 2, 3].map((k) => `art-${1 + ((n * 3 + k) % 59)}`)
  const modifications = touches.flatMap((i) => deriver(retoucher(etat, i, `l’avenant ${n + 1}`)) ?? [])
  const avenant = {
    acteId: `a${n}`,
    rang: n + 1,
    titre: '',
    transcrit: true,
    signeLe: jour,
    effetLe: jour,
    modifications,
  }
  etat = consolider(etat, [avenant], jour).etat
  return avenant
})
const fin = consolider(base, avenants, '2090-01-01')
if (fin.conflits.length > 0 || fin.appliques.length !== 50)
  throw new Error('banc faux : la consolidation est en conflit')

const long = retoucher(base, 'art-0', 'l’annexe')
const dossier = {
  rang: 1,
  initial: { designation: 'la convention de banc', reference: 'BANC', signeLe: null },
  precedents: [],
  base,
  retouches: [{ retouche: long, forme: 'alinea' as const }],
  votes: [],
  motif: null,
}
const resultats = {
  'consolider 60 articles et 50 avenants': await chronometrer(() => consolider(base, avenants, '2090-01-01')),
  'dériver un article de 200 alinéas': await chronometrer(() => deriver(long)),
  'rédiger son avenant, dans toutes ses formes': await chronometrer(() => redigerAvenant(dossier)),
}
process.stdout.write(`${JSON.stringify(resultats)}\n`)
