import 'server-only'
import type { Tx } from '../../bd/client'
import { versIso } from '../../bd/dates'
import {
  comparerBesoins,
  type NatureBesoin,
  type NatureReponse,
  type PrecisionDate,
  type PrioriteBesoin,
  reponseActuelle,
} from '../../domaine/organisation/besoins'
import type { RattachementCentre } from '../../domaine/organisation/droits'
import { nomProvisoire } from '../../domaine/organisation/fiche'
import { plier } from '../../domaine/texte/plier'

export type ReponseLue = {
  id: string
  nature: NatureReponse
  texte: string | null
  motif: string | null
  convention: string | null
  source: string | null
  le: string
  precision: PrecisionDate
  creeLe: string
}

export type BesoinLu = {
  id: string
  version: number
  nature: NatureBesoin
  specialite: string | null
  libelle: string
  recueilliLe: string
  precision: PrecisionDate
  reunion: { intitule: string; date: string; precision: PrecisionDate; source: string | null } | null
  priorite: PrioriteBesoin | null
  note: string | null
  actuelle: ReponseLue | null
  anciennes: ReponseLue[]
  /** Nombre d'autres centres du groupe qui ont le même besoin ; leurs noms seulement pour qui peut les voir. */
  partage: { nombre: number; centres: { code: string; nom: string }[] | null }
}

const INCLUSION = {
  specialite: { select: { libelle: true } },
  reunion: true,
  reponses: { include: { convention: { select: { reference: true } } } },
} as const

/** La colonne est tenue par une contrainte de la base. */
const precision = (valeur: string): PrecisionDate =>
  valeur === 'mois' || valeur === 'annee' ? valeur : 'jour'

type Cle = { nature: string; specialiteCode: string | null; libelle: string }
const cleDe = (b: Cle): string =>
  b.nature === 'AUTRE' || !b.specialiteCode
    ? `${b.nature}/${plier(b.libelle)}`
    : `${b.nature}/${b.specialiteCode}`

/** Besoins d'un centre, réponses comprises. `nommer` : l'acteur peut voir quels autres centres les partagent. */
export async function lireBesoins(tx: Tx, centre: RattachementCentre, nommer: boolean): Promise<BesoinLu[]> {
  const besoins = await tx.besoin.findMany({
    where: { centreId: centre.centreId },
    include: INCLUSION,
    orderBy: { id: 'asc' },
  })
  const autres = await tx.besoin.findMany({
    where: {
      centreId: { not: centre.centreId },
      centre: { partenariatsCentre: { some: { groupeId: { in: [...centre.groupes] } } } },
    },
    select: {
      nature: true,
      specialiteCode: true,
      libelle: true,
      centre: { select: { id: true, code: true, nom: true, commune: { select: { nom: true } } } },
    },
    // Le même ordre à chaque lecture : la base n'en promet aucun.
    orderBy: { centre: { code: 'asc' } },
  })
  return besoins
    .map((b) => {
      const memes = autres.filter((a) => cleDe(a) === cleDe(b)).map((a) => a.centre)
      const uniques = [...new Map(memes.map((c) => [c.id, c])).values()]
      const reponses = b.reponses.map(versReponse)
      const actuelle = reponseActuelle(reponses)
      return {
        id: b.id,
        version: b.version,
        nature: b.nature,
        specialite: b.specialite?.libelle ?? null,
        libelle: b.libelle,
        recueilliLe: versIso(b.recueilliLe),
        precision: precision(b.precision),
        reunion: b.reunion && {
          intitule: b.reunion.intitule,
          date: versIso(b.reunion.date),
          precision: precision(b.reunion.precision),
          source: b.reunion.source,
        },
        priorite: b.priorite,
        note: b.note,
        actuelle,
        anciennes: reponses
          .filter((r) => r.id !== actuelle?.id)
          .sort((x, y) => y.le.localeCompare(x.le) || y.creeLe.localeCompare(x.creeLe)),
        partage: {
          nombre: uniques.length,
          centres: nommer
            ? uniques
                .map((c) => ({ code: c.code, nom: nomAvecVille(c) }))
                .sort((x, y) => x.nom.localeCompare(y.nom, 'fr'))
            : null,
        },
      }
    })
    .sort(comparerBesoins)
}

/** « Malakoff, Centre municipal de santé n° 1 » : la ville d'abord quand le nom ne la dit pas. */
const nomAvecVille = (c: { nom: string; commune: { nom: string } | null }): string => {
  const nom = nomProvisoire(c.nom)
  return !c.commune || plier(nom).includes(plier(c.commune.nom)) ? nom : `${c.commune.nom}, ${nom}`
}

function versReponse(r: {
  id: string
  nature: NatureReponse
  texte: string | null
  motif: string | null
  convention: { reference: string } | null
  source: string | null
  le: Date
  precision: string
  creeLe: Date
}): ReponseLue {
  return {
    id: r.id,
    nature: r.nature,
    texte: r.texte,
    motif: r.motif,
    convention: r.convention?.reference ?? null,
    source: r.source,
    le: versIso(r.le),
    precision: precision(r.precision),
    creeLe: r.creeLe.toISOString(),
  }
}
