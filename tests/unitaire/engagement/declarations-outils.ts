import { type EtatDeLaChaine, etatInitial } from '@/lib/domaine/avenant/etat'
import type { Cible } from '@/lib/domaine/engagement/cible'
import type { Declaration } from '@/lib/domaine/engagement/declaration'
import { type EngagementDeduit, histoireDesEngagements } from '@/lib/domaine/engagement/histoire'
import { lireTexteBalise } from '@/lib/domaine/texte/balisage'
import type { UniteDActe } from '@/lib/domaine/texte/finalisation'
import type { ModeleSource, UniteSource } from '@/lib/domaine/texte/modele-source'
import type { ValeurParametre, ValeursParametres } from '@/lib/domaine/texte/parametres'
import { conventionActivitePartagee } from '@/prisma/socle/modeles/convention-activite-partagee'
import { conventionActivitePartagee2 } from '@/prisma/socle/modeles/convention-activite-partagee-2'
import { conventionAffiliation } from '@/prisma/socle/modeles/convention-affiliation'
import { conventionCadre } from '@/prisma/socle/modeles/convention-cadre'

export const MODELES: readonly ModeleSource[] = [
  conventionCadre,
  conventionAffiliation,
  conventionActivitePartagee,
  conventionActivitePartagee2,
]

/** Ce que la convention retient du modèle : articles omis, autres rédactions, valeurs changées. */
export type Choix = {
  omises?: readonly string[]
  variantes?: Readonly<Record<string, string>>
  valeurs?: Readonly<Record<string, ValeurParametre>>
}

function unitesDe(sources: readonly UniteSource[], choix: Choix, parent: string | null = null): UniteDActe[] {
  return sources.flatMap((u, i) => {
    const variante = u.variantes?.find((v) => v.code === choix.variantes?.[u.identite])
    return [
      {
        identite: u.identite,
        parent,
        rang: i + 1,
        genre: u.genre,
        titre: u.titre ?? null,
        contenu: lireTexteBalise(variante?.texte ?? u.texte, u.identite),
        annexe: null,
        fichier: null,
        omise: false,
      },
      ...unitesDe(u.enfants ?? [], choix, u.identite),
    ]
  })
}

/** Valeurs que le modèle propose : celles de ses paramètres, puis celles des rédactions retenues. */
export function valeursProposees(modele: ModeleSource, choix: Choix = {}): ValeursParametres {
  const valeurs: Record<string, ValeurParametre | undefined> = {}
  for (const d of modele.parametres) valeurs[d.cle] = d.defaut
  for (const u of aplatir(modele.unites))
    Object.assign(valeurs, u.variantes?.find((v) => v.code === choix.variantes?.[u.identite])?.valeurs)
  return { ...valeurs, ...choix.valeurs }
}

export const aplatir = (unites: readonly UniteSource[]): UniteSource[] =>
  unites.flatMap((u) => [u, ...aplatir(u.enfants ?? [])])

function etatDe(modele: ModeleSource, choix: Choix): EtatDeLaChaine {
  const etat = etatInitial(
    {
      titre: modele.titre,
      surtitre: '',
      comparutions: [],
      unites: unitesDe(modele.unites, choix),
      definitions: modele.parametres,
      valeurs: valeursProposees(modele, choix),
      parties: [],
      numeros: {},
    },
    '2028-12-31',
  )
  const omises = new Set(choix.omises)
  return { ...etat, unites: etat.unites.map((u) => ({ ...u, omise: omises.has(u.identite) })) }
}

/** Engagements nés d'une convention qui suit ce modèle, prise d'effet le 1er janvier 2026, sans avenant. */
export const engagementsNes = (
  modele: ModeleSource,
  declarations: readonly Declaration[],
  choix: Choix = {},
): EngagementDeduit[] =>
  histoireDesEngagements(
    {
      etat: etatDe(modele, choix),
      effetLe: '2026-01-01',
      resilieeLe: null,
      avenants: [],
      variantes: choix.variantes ?? {},
    },
    declarations,
  )

/** Cible écrite en clair, pour les listes attendues. */
export function enClair(cible: Cible | null): string {
  if (cible === null) return 'à dire'
  switch (cible.genre) {
    case 'delai':
      return `${String(cible.nombre)} ${cible.unite}, ${cible.decompte}, ${String(cible.part)} %`
    case 'frequence':
      return `${String(cible.nombre)} par ${cible.par}`
    case 'quantite':
      return `${cible.sens} ${String(cible.nombre)} ${cible.unite}`
    case 'taux':
      return `${cible.sens} ${String(cible.pourcent)} %`
    case 'livrable':
      return `pour le ${cible.echeance}`
    case 'permanent':
      return 'permanent'
  }
}

/** Cibles nées à la prise d'effet : { clé: cible en clair }. */
export const ciblesDe = (
  modele: ModeleSource,
  declarations: readonly Declaration[],
  choix: Choix = {},
): Record<string, string> =>
  Object.fromEntries(
    engagementsNes(modele, declarations, choix).map((e) => [
      e.declaration.cle,
      enClair(e.cibles[0]?.cible ?? null),
    ]),
  )
