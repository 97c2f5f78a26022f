import { lireEnLigne } from '../../texte/balisage'
import { type BlocContenu, type NoeudEnLigne, noeudsEnLigne } from '../../texte/contenu'
import type { Segment } from '../../texte/mots'
import { type ContexteEcriture, enClair, resoudreNoeuds } from '../../texte/resoudre'
import { etatDeLUnite, type UniteEnVigueur } from '../etat'
import type { Modification } from '../modifications'
import { type Chantier, nomDe } from './chantier'
import { changementsDeMots, direChangement, type LigneComparee } from './mots'
import { aTous, type Nom } from './nommer'
import type { Phrase } from './phrases'
import { phrasesUniteEntiere } from './unite'

export type Valeur = Extract<Modification, { genre: 'valeur' }>

/** Unités en vigueur qui citent la valeur et que l'avenant ne réécrit pas autrement, dans l'ordre de lecture. */
export const citantes = (c: Chantier, cle: string): UniteEnVigueur[] =>
  c.ordre.flatMap((i) => {
    const u = c.apres.unites.find((x) => x.identite === i)
    return u && !u.supprimee && !u.omise && !c.parUnite.has(i) && citeLaValeur(u, cle) ? [u] : []
  })

const estCite = (n: NoeudEnLigne, cle: string): boolean =>
  (n.type === 'parametre' || n.type === 'accord') && n.attrs.cle === cle

export const citeLaValeur = (u: UniteEnVigueur, cle: string): boolean =>
  lignesDe(u).some((l) => l.some((n) => estCite(n, cle)))

/** Lignes de nœuds d'une unité : son intitulé, ses alinéas, les étapes de son circuit. */
function lignesDe(u: UniteEnVigueur): NoeudEnLigne[][] {
  const etapes = (u.annexe?.etapes ?? []).flatMap((e) => [e.acteur, e.texte, e.delai ?? ''])
  return [
    ...(u.titre ? [lireEnLigne(u.titre)] : []),
    ...paragraphes(u.contenu.content),
    ...etapes.map((e) => lireEnLigne(e)),
  ]
}

function paragraphes(blocs: readonly BlocContenu[]): NoeudEnLigne[][] {
  return blocs.flatMap((b) => {
    if (b.type === 'paragraph') return [[...noeudsEnLigne([b])]]
    const dedans =
      b.type === 'table'
        ? b.content.flatMap((l) => l.content.map((x) => x.content))
        : b.content.map((e) => e.content)
    return dedans.flatMap(paragraphes)
  })
}

/** Une ligne avant et après la seule valeur : chaque nœud qui la porte change, les autres restent. */
function comparerLigne(
  avant: ContexteEcriture,
  apres: ContexteEcriture,
  noeuds: NoeudEnLigne[],
): LigneComparee {
  const [a, b] = [resoudreNoeuds(avant, noeuds), resoudreNoeuds(apres, noeuds)]
  const segments = a.flatMap((n, i): Segment[] => {
    const [de, vers] = [enClair(avant, n), enClair(apres, b[i] ?? n)]
    if (de === vers) return [{ etat: 'egal', avant: de, apres: vers }]
    return [
      { etat: 'retrait', avant: de, apres: '' },
      { etat: 'ajout', avant: '', apres: vers },
    ]
  })
  return { segments: joindre(segments) }
}

/** « {{n}} [[n:jour|jours]] » : l'espace entre deux mots changés ne fait pas deux changements. */
const joindre = (segments: readonly Segment[]): Segment[] =>
  segments.map((s, i) =>
    s.etat === 'egal' &&
    /^\s+$/.test(s.avant) &&
    segments[i - 1]?.etat === 'ajout' &&
    segments[i + 1]?.etat === 'retrait'
      ? { ...s, etat: 'retrait' as const }
      : s,
  )

type Lieu = { nom: Nom; lignes: NoeudEnLigne[][]; entiere: () => Phrase[] }

/** Phrases d'une valeur changée : les unités où les mêmes mots changent sont dites ensemble. */
export function phrasesDeValeur(c: Chantier, m: Valeur, enEntier: boolean): Phrase[] {
  const lieux = lieuxDe(c, m.cle)
  if (enEntier) return lieux.flatMap((l) => l.entiere())
  const apres: ContexteEcriture = {
    ...c.avant,
    definitions: c.voulu.definitions,
    valeurs: { ...c.avant.valeurs, [m.cle]: m.voulu ?? undefined },
  }
  const groupes = new Map<string, { noms: Nom[]; phrases: string[] }>()
  const sortie: Phrase[] = []
  for (const l of lieux) {
    const changements = changementsDeMots(l.lignes.map((n) => comparerLigne(c.avant, apres, n)))
    if (!changements) sortie.push(...l.entiere())
    for (const x of changements ?? []) {
      const mots = direChangement(x)
      const groupe = groupes.get(mots) ?? { noms: [], phrases: [mots] }
      groupe.noms.push(l.nom)
      groupes.set(mots, groupe)
    }
  }
  const dites = [...groupes.entries()].map(([mots, g]): Phrase => {
    const phrase = `${aTous(g.noms)}, ${mots}`
    return { seule: phrase, parmi: phrase }
  })
  return [...dites, ...sortie]
}

function lieuxDe(c: Chantier, cle: string): Lieu[] {
  const hors = (nom: Nom, balises: readonly string[]): Lieu[] => {
    const lignes = balises.map((b) => lireEnLigne(b.replace(/\s*\n\s*/g, ' ')))
    return lignes.some((l) => l.some((n) => estCite(n, cle))) ? [{ nom, lignes, entiere: () => [] }] : []
  }
  return [
    ...hors({ mot: 'titre', article: 'le ', feminin: false }, [c.base.titre]),
    ...hors({ mot: 'comparution', article: 'la ', feminin: true }, c.base.comparutions),
    ...citantes(c, cle).map((u): Lieu => {
      const nom = nomDe(c, u.identite)
      const etat = etatDeLUnite(u)
      return {
        nom,
        lignes: lignesDe(u),
        // Plusieurs unités se suivent : chaque phrase nomme la sienne.
        entiere: () =>
          phrasesUniteEntiere(c, { identite: u.identite, nom, avant: etat, voulu: etat }).map((p) => ({
            ...p,
            parmi: p.seule,
          })),
      }
    }),
  ]
}
