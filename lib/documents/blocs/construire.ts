import { choisirAccord } from '../../domaine/texte/accords'
import { lireEnLigne } from '../../domaine/texte/balisage'
import type { BlocContenu, Marque, NoeudEnLigne, Tableau } from '../../domaine/texte/contenu'
import {
  mentionsAttendues,
  obstaclesFinalisation,
  type TexteDActe,
  type UniteDActe,
  unitesRetenues,
} from '../../domaine/texte/finalisation'
import { type Numero, numeroter } from '../../domaine/texte/numerotation'
import type { DefinitionParametre } from '../../domaine/texte/parametres'
import type { FormulaireJoint } from '../../domaine/texte/unites'
import { empreinteLisible } from '../../presentation/conventions/reprise'
import { ecrireValeur } from '../../presentation/texte/formes'
import { typographier } from '../../presentation/typographie'
import type {
  Bloc,
  BlocCircuit,
  BlocEncart,
  BlocTableau,
  BlocTexte,
  CelluleTableau,
  DocumentNeutre,
  Fragment,
  Lacune,
  Provenance,
  Section,
} from './blocs'

export type SignataireAImprimer = { partie: string; qualite: string; nom: string; mention: string }

export type ActeAImprimer = {
  texte: TexteDActe
  surtitre: string
  reference: string
  auteur: string
  /** PROJET tant que l'acte n'est pas signé. */
  projet: boolean
  mention: string | null
  fabriqueLe: string
  logos: DocumentNeutre['logos']
  signataires: readonly SignataireAImprimer[]
  introductionSignatures?: string
}

/** Contexte de résolution : valeurs, définitions et numéros du texte retenu. */
export type Resolution = {
  texte: TexteDActe
  definitions: ReadonlyMap<string, DefinitionParametre>
  numeros: ReadonlyMap<string, Numero>
  genres: ReadonlyMap<string, UniteDActe['genre']>
}

export function preparerResolution(texte: TexteDActe): Resolution {
  return {
    texte,
    definitions: new Map(texte.definitions.map((d) => [d.cle, d])),
    numeros: numeroter(texte.unites),
    genres: new Map(texte.unites.map((u) => [u.identite, u.genre])),
  }
}

/** Construit le document neutre d'un acte : une seule fois, pour tous les rendus. */
export function construireDocument(acte: ActeAImprimer): DocumentNeutre {
  const r = preparerResolution(acte.texte)
  const titre = enClair(fragmentsDeBalise(r, acte.texte.titre))
  return {
    titre,
    surtitre: typographier(acte.surtitre),
    sujet: titre,
    reference: acte.reference,
    auteur: acte.auteur,
    langue: 'fr-FR',
    filigrane: acte.projet ? 'PROJET' : null,
    mention: acte.mention && typographier(acte.mention),
    fabriqueLe: acte.fabriqueLe,
    logos: acte.logos,
    sommaire: true,
    sections: sectionsDe(r, acte),
    lacunes: lacunesDe(r),
  }
}

function sectionsDe(r: Resolution, acte: ActeAImprimer): Section[] {
  const unites = unitesRetenues(r.texte)
  const annexes: UniteDActe[] = unites.filter((u) => u.genre === 'annexe' && u.parent === null)
  const corps: Bloc[] = [...blocsParties(r), ...blocsCorps(r, unites)]
  corps.push({
    genre: 'signatures',
    introduction: acte.introductionSignatures ? fragmentsDeBalise(r, acte.introductionSignatures) : [],
    signataires: acte.signataires.map((s) => ({
      partie: typographier(s.partie),
      qualite: typographier(s.qualite),
      nom: typographier(s.nom),
      mention: typographier(s.mention),
    })),
  })
  return [
    { code: 'corps', nature: 'corps', blocs: corps },
    ...annexes.map(
      (a): Section => ({
        code: a.identite,
        nature: 'annexe',
        blocs: unites
          .filter((u) => u === a || descendDe(unites, u, a.identite))
          .flatMap((u) => blocsUnite(r, u)),
      }),
    ),
  ]
}

function descendDe(unites: readonly UniteDActe[], u: UniteDActe, ancetre: string): boolean {
  let parent = u.parent
  for (let i = 0; parent !== null && i < 10; i++) {
    if (parent === ancetre) return true
    parent = unites.find((x) => x.identite === parent)?.parent ?? null
  }
  return false
}

/** Une comparution s'écrit sur plusieurs lignes dans sa source ; elle se lit d'un trait. */
const uneLigne = (balise: string): string => balise.replace(/\s*\n\s*/g, ' ')

function blocsParties(r: Resolution): Bloc[] {
  if (!r.texte.comparutions.length) return []
  const blocs: Bloc[] = [{ genre: 'paragraphe', style: 'transition', fragments: [{ texte: 'Entre' }] }]
  r.texte.comparutions.forEach((balise, i) => {
    if (i > 0) blocs.push({ genre: 'paragraphe', style: 'transition', fragments: [{ texte: 'et' }] })
    blocs.push({ genre: 'paragraphe', style: 'partie', fragments: fragmentsDeBalise(r, uneLigne(balise)) })
    const part = i === 0 ? 'd’une part,' : 'd’autre part,'
    blocs.push({ genre: 'paragraphe', style: 'centre', fragments: [{ texte: part }] })
  })
  return blocs
}

function blocsCorps(r: Resolution, unites: readonly UniteDActe[]): Bloc[] {
  const annexes = new Set(unites.filter((u) => u.genre === 'annexe').map((u) => u.identite))
  const blocs: Bloc[] = []
  let transition = false
  for (const u of unites) {
    if (annexes.has(u.identite) || [...annexes].some((a) => descendDe(unites, u, a))) continue
    if (u.genre === 'article' && !transition) {
      transition = true
      blocs.push({
        genre: 'paragraphe',
        style: 'transition',
        fragments: [{ texte: typographier('Les parties sont convenues de ce qui suit :') }],
      })
    }
    blocs.push(...blocsUnite(r, u))
  }
  return blocs
}

/** Blocs d'une seule unité, titre compris : ce que l'aperçu remplace quand elle change. */
export function blocsUnite(r: Resolution, u: UniteDActe): Bloc[] {
  const origine: Provenance = { unite: u.identite }
  const blocs: Bloc[] = []
  const numero = r.numeros.get(u.identite)
  if (u.genre !== 'visa' && u.genre !== 'considerant') {
    const niveau = u.genre === 'sous-article' ? 2 : 1
    const texteTitre = u.titre ? fragmentsDeBalise(r, u.titre) : []
    blocs.push({
      ...origine,
      genre: 'titre',
      niveau,
      numero: numero?.intitule ?? '',
      fragments: texteTitre.length || u.genre !== 'preambule' ? texteTitre : [{ texte: 'Préambule' }],
      ancre: ancreDe(u.identite),
      auSommaire: true,
    })
  }
  const contenu = blocsContenu(r, u.contenu.content, origine)
  const premier = contenu[0]
  if (u.genre === 'visa') for (const b of contenu) if (b.genre === 'paragraphe') b.style = 'visa'
  if (u.genre === 'considerant' && premier?.genre === 'paragraphe' && numero) {
    premier.numero = numero.intitule
    for (const suite of contenu.slice(1)) suite.retrait = true
  }
  blocs.push(...contenu)
  if (u.annexe?.etapes?.length) blocs.push(blocCircuit(r, u))
  if (u.fichier) blocs.push(blocFormulaire(u.identite, u.fichier))
  return blocs
}

export const ancreDe = (identite: string) => `u-${identite}`

/** Nom et empreinte ne se typographient pas : ils se comparent signe à signe avec le fichier. */
const blocFormulaire = (unite: string, f: FormulaireJoint): BlocEncart => ({
  unite,
  genre: 'encart',
  titre: 'Formulaire joint',
  fragments: [
    { texte: f.nom, gras: true },
    { texte: typographier(', empreinte SHA-256 : ') + empreinteLisible(f.empreinte) },
  ],
})

function blocCircuit(r: Resolution, u: UniteDActe): BlocCircuit {
  const etapes = u.annexe?.etapes ?? []
  const rangs = new Map(etapes.map((e, i) => [e.code, i + 1]))
  return {
    unite: u.identite,
    genre: 'circuit',
    legende: 'Étapes du circuit',
    etapes: etapes.map((e, i) => ({
      code: e.code,
      rang: i + 1,
      acteur: enClair(fragmentsDeBalise(r, e.acteur)),
      texte: enClair(fragmentsDeBalise(r, e.texte)),
      ...(e.delai ? { delai: enClair(fragmentsDeBalise(r, e.delai)) } : {}),
      vers: (e.vers ?? []).map((v) => ({
        rang: rangs.get(v.code) ?? 0,
        ...(v.condition ? { condition: enClair(fragmentsDeBalise(r, v.condition)) } : {}),
      })),
    })),
  }
}

/** Contenu restreint → blocs de texte, valeurs résolues et typographie appliquée. */
export function blocsContenu(
  r: Resolution,
  contenu: readonly BlocContenu[],
  origine: Provenance,
): BlocTexte[] {
  return contenu.map((b): BlocTexte => {
    const ou: Provenance = { ...origine, idBloc: b.attrs.id }
    if (b.type === 'paragraph')
      return { ...ou, genre: 'paragraphe', fragments: fragments(r, b.content ?? []) }
    if (b.type === 'table') return blocTableau(r, b, ou)
    return {
      ...ou,
      genre: 'liste',
      ordonnee: b.type === 'orderedList',
      ...(b.type === 'orderedList' && b.attrs.start ? { debut: b.attrs.start } : {}),
      elements: b.content.map((e) => blocsContenu(r, e.content, origine)),
    }
  })
}

function blocTableau(r: Resolution, t: Tableau, ou: Provenance): BlocTableau {
  const lignes = t.content.map((l) =>
    l.content.map(
      (c): CelluleTableau => ({
        blocs: blocsContenu(r, c.content, ou),
        enTete: c.type === 'tableHeader',
        ...((c.attrs?.colspan ?? 1) > 1 ? { colonnes: c.attrs?.colspan } : {}),
        ...((c.attrs?.rowspan ?? 1) > 1 ? { lignes: c.attrs?.rowspan } : {}),
      }),
    ),
  )
  const n = Math.max(1, ...t.content.map((l) => l.content.reduce((s, c) => s + (c.attrs?.colspan ?? 1), 0)))
  const premierCorps = lignes.findIndex((l) => !l.every((c) => c.enTete))
  return {
    ...ou,
    genre: 'tableau',
    lignesEnTete: premierCorps < 0 ? 0 : premierCorps,
    largeurs: Array.from({ length: n }, () => 1 / n),
    lignes,
  }
}

export const fragmentsDeBalise = (r: Resolution, balise: string): Fragment[] =>
  // Un retour à la ligne de la source n'en est pas un dans le document.
  fragments(r, lireEnLigne(balise.replace(/\s*\n\s*/g, ' ')))

/** Texte des fragments, sans mise en forme. */
export const enClair = (f: readonly Fragment[]): string => f.map((x) => x.texte).join('')

function fragments(r: Resolution, noeuds: readonly NoeudEnLigne[]): Fragment[] {
  return typographierSuite(noeuds.map((n) => fragment(r, n)))
}

/**
 * Typographie de la suite entière : une espace et sa ponctuation peuvent tomber dans deux fragments voisins.
 * La longueur de chaque fragment est préservée quand la règle ne fait que remplacer une espace.
 */
function typographierSuite(liste: Fragment[]): Fragment[] {
  return liste.map((f, i) => {
    const avant = liste[i - 1]?.texte.slice(-2) ?? ''
    const apres = liste[i + 1]?.texte.slice(0, 2) ?? ''
    const entier = typographier(avant + f.texte + apres)
    const debut = typographier(avant).length
    const fin = entier.length - apres.length
    const texte =
      entier.length === (avant + f.texte + apres).length ? entier.slice(debut, fin) : typographier(f.texte)
    return { ...f, texte }
  })
}

function fragment(r: Resolution, n: NoeudEnLigne): Fragment {
  switch (n.type) {
    case 'text':
      return { texte: n.text, ...marques(n.marks) }
    case 'hardBreak':
      return { texte: '\n' }
    case 'parametre':
      return fragmentParametre(r, n.attrs.cle, n.attrs.forme, n.marks)
    case 'accord': {
      const mots = choisirAccord(r.texte.valeurs[n.attrs.cle], n.attrs.formes)
      return { texte: mots ?? n.attrs.formes[0], ...marques(n.marks) }
    }
    case 'renvoi':
      return fragmentRenvoi(r, n.attrs.cible, n.attrs.forme, n.marks)
  }
}

function fragmentParametre(r: Resolution, cle: string, forme: string | null, marks?: Marque[]): Fragment {
  const definition = r.definitions.get(cle)
  const valeur = r.texte.valeurs[cle]
  const libelle = definition?.libelle ?? cle
  if (valeur) return { texte: ecrireValeur(valeur, forme, definition), parametre: cle, ...marques(marks) }
  const tardive = definition?.origine === 'mention-tardive'
  return {
    texte: tardive ? `[${minuscule(libelle)}]` : `[à compléter : ${minuscule(libelle)}]`,
    parametre: cle,
    lacune: { cle, libelle, tardive },
    ...marques(marks),
  }
}

/** Première lettre seulement : « représentant de l’État » garde sa capitale. */
const minuscule = (t: string) => t.charAt(0).toLowerCase() + t.slice(1)

function fragmentRenvoi(r: Resolution, cible: string, forme: string | null, marks?: Marque[]): Fragment {
  const numero = r.numeros.get(cible)
  if (!numero) {
    return {
      texte: '[renvoi à rétablir]',
      lacune: { cle: cible, libelle: 'Renvoi à rétablir', tardive: false },
    }
  }
  return {
    texte: ecrireRenvoi(numero.nu, r.genres.get(cible), forme),
    versAncre: ancreDe(cible),
    ...marques(marks),
  }
}

/** « l’article 2.1 », « à l’annexe 3 », « du préambule »… selon la forme (le, de, a) ; sans forme : « article 2.1 ». */
function ecrireRenvoi(nu: string, genre: UniteDActe['genre'] | undefined, forme: string | null): string {
  if (genre === 'preambule') {
    return forme === 'de'
      ? 'du préambule'
      : forme === 'a'
        ? 'au préambule'
        : forme === 'nu'
          ? 'préambule'
          : 'le préambule'
  }
  const nom = genre === 'annexe' ? 'annexe' : genre === 'considerant' ? 'alinéa' : 'article'
  const designe = `${nom} ${nom === 'article' && nu === '1' ? '1er' : nu}`
  if (forme === 'de') return `de l’${designe}`
  if (forme === 'a') return `à l’${designe}`
  return forme === 'le' ? `l’${designe}` : designe
}

function marques(marks?: readonly Marque[]): Partial<Fragment> {
  const m: Partial<Fragment> = {}
  for (const { type } of marks ?? []) {
    if (type === 'bold') m.gras = true
    else if (type === 'italic') m.italique = true
    else if (type === 'underline') m.souligne = true
    else m.exposant = true
  }
  return m
}

function lacunesDe(r: Resolution): Lacune[] {
  const ou = (unite: string | null) => {
    if (unite === null) return 'Titre et parties'
    const u = r.texte.unites.find((x) => x.identite === unite)
    const numero = r.numeros.get(unite)?.intitule
    if (u?.genre === 'visa') return 'Visas'
    if (u?.genre === 'considerant') return `Préambule, ${numero ?? ''}`
    return numero ?? 'Texte'
  }
  const manques = obstaclesFinalisation(r.texte).flatMap((o): Lacune[] =>
    o.genre === 'valeur-manquante'
      ? [{ cle: o.cle, libelle: o.libelle, unite: o.unite, ou: ou(o.unite), tardive: false }]
      : [],
  )
  const tardives = mentionsAttendues(r.texte).map(
    (m): Lacune => ({ cle: m.cle, libelle: m.libelle, unite: m.unite, ou: ou(m.unite), tardive: true }),
  )
  return [...manques, ...tardives]
}
