import {
  mentionsAttendues,
  obstaclesFinalisation,
  type TexteDActe,
  type UniteDActe,
  unitesRetenues,
} from '../../domaine/texte/finalisation'
import type { Numero } from '../../domaine/texte/numerotation'
import type { FormulaireJoint } from '../../domaine/texte/unites'
import { empreinteLisible } from '../../presentation/conventions/reprise'
import { typographier } from '../../presentation/typographie'
import type { Bloc, BlocCircuit, BlocEncart, DocumentNeutre, Lacune, Provenance, Section } from './blocs'
import { blocsContenu } from './contenu'
import { ancreDe, enClair, fragmentsDeBalise, preparerResolution, type Resolution } from './resolution'

export { blocsContenu } from './contenu'
export { ancreDe, enClair, fragmentsDeBalise, preparerResolution, type Resolution } from './resolution'

export type SignataireAImprimer = { partie: string; qualite: string; nom: string; mention: string }

export type ActeAImprimer = {
  texte: TexteDActe & { numeros?: Readonly<Record<string, Numero>> }
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
  /** Faux : un texte consolidé n'est signé de personne. */
  signe?: boolean
  /** Phrase sous le titre d'une unité, par identité : « Modifié par l'avenant n° 2 du … ». */
  mentions?: ReadonlyMap<string, string>
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
  const mention = (u: UniteDActe) => acte.mentions?.get(u.identite)
  const blocsDe = (u: UniteDActe): Bloc[] => avecMention(blocsUnite(r, u), u, mention(u))
  const corps: Bloc[] = [...blocsParties(r), ...blocsCorps(r, unites, blocsDe)]
  if (acte.signe !== false) corps.push(blocSignatures(r, acte))
  return [
    { code: 'corps', nature: 'corps', blocs: corps },
    ...annexes.map(
      (a): Section => ({
        code: a.identite,
        nature: 'annexe',
        blocs: unites.filter((u) => u === a || descendDe(unites, u, a.identite)).flatMap(blocsDe),
      }),
    ),
  ]
}

/** Après le titre ; avant le texte d'une unité qui n'en a pas. */
function avecMention(blocs: Bloc[], u: UniteDActe, mention: string | undefined): Bloc[] {
  if (!mention) return blocs
  const note: Bloc = {
    unite: u.identite,
    genre: 'paragraphe',
    style: 'mention',
    fragments: [{ texte: typographier(mention) }],
  }
  const place = blocs[0]?.genre === 'titre' ? 1 : 0
  return blocs.toSpliced(place, 0, note)
}

function blocSignatures(r: Resolution, acte: ActeAImprimer): Bloc {
  return {
    genre: 'signatures',
    introduction: acte.introductionSignatures ? fragmentsDeBalise(r, acte.introductionSignatures) : [],
    signataires: acte.signataires.map((s) => ({
      partie: typographier(s.partie),
      qualite: typographier(s.qualite),
      nom: typographier(s.nom),
      mention: typographier(s.mention),
    })),
  }
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

function blocsCorps(
  r: Resolution,
  unites: readonly UniteDActe[],
  blocsDe: (u: UniteDActe) => Bloc[],
): Bloc[] {
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
    blocs.push(...blocsDe(u))
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
