import { NATURES_BESOIN, type NatureBesoin, type NatureReponse, type PrioriteBesoin } from './besoins'

/**
 * Tableau spécialités × centres. « Non renseigné » n'est jamais « rien » : une offre non relevée ou des besoins non
 * recueillis se disent comme tels.
 */
export type CategorieSpecialite = 'CONSULTATION' | 'SUPPORT'
export type SpecialiteRangee = {
  code: string
  libelle: string
  categorie: CategorieSpecialite
  rang: number
}

export type CentreCompare = {
  id: string
  code: string
  nom: string
  ville: string
  offreRenseignee: boolean
  besoinsRecueillis: boolean
}
export type BesoinCompare = {
  id: string
  centreId: string
  nature: NatureBesoin
  specialiteCode: string | null
  libelle: string
  priorite: PrioriteBesoin | null
  reponse: NatureReponse | null
}

export type CelluleOffre = 'PROPOSE' | 'NON_PROPOSE' | 'NON_RENSEIGNE'
export type CelluleBesoin =
  | { etat: 'DEMANDE'; besoins: BesoinCompare[] }
  | { etat: 'NON_DEMANDE' }
  | { etat: 'NON_RENSEIGNE' }

export type LigneOffre = { cle: string; libelle: string; cellules: CelluleOffre[] }
export type LigneBesoin = { cle: string; libelle: string; cellules: CelluleBesoin[] }
export type Comparaison = {
  centres: CentreCompare[]
  offre: { categorie: CategorieSpecialite; lignes: LigneOffre[] }[]
  besoins: { nature: NatureBesoin; lignes: LigneBesoin[] }[]
}

type Donnees = {
  centres: readonly CentreCompare[]
  specialites: readonly SpecialiteRangee[]
  offres: readonly { centreId: string; specialiteCode: string }[]
  besoins: readonly BesoinCompare[]
}

/** Ne garde que les lignes où un centre au moins propose ou demande quelque chose. */
export function comparer(donnees: Donnees): Comparaison {
  const specialites = donnees.specialites.toSorted((a, b) => a.rang - b.rang)
  const centres = [...donnees.centres]
  return {
    centres,
    offre: (['CONSULTATION', 'SUPPORT'] as const).map((categorie) => ({
      categorie,
      lignes: lignesOffre(
        centres,
        specialites.filter((s) => s.categorie === categorie),
        donnees.offres,
      ),
    })),
    besoins: NATURES_BESOIN.map((nature) => ({
      nature,
      lignes: lignesBesoin(
        centres,
        specialites,
        donnees.besoins.filter((b) => b.nature === nature),
      ),
    })).filter((section) => section.lignes.length > 0),
  }
}

function lignesOffre(
  centres: CentreCompare[],
  specialites: SpecialiteRangee[],
  offres: Donnees['offres'],
): LigneOffre[] {
  const proposees = new Set(offres.map((o) => `${o.centreId}/${o.specialiteCode}`))
  const cellule = (centre: CentreCompare, code: string): CelluleOffre => {
    if (proposees.has(`${centre.id}/${code}`)) return 'PROPOSE'
    return centre.offreRenseignee ? 'NON_PROPOSE' : 'NON_RENSEIGNE'
  }
  return specialites
    .map((s) => ({ cle: s.code, libelle: s.libelle, cellules: centres.map((c) => cellule(c, s.code)) }))
    .filter((ligne) => ligne.cellules.includes('PROPOSE'))
}

/** Une ligne par spécialité ; un besoin libre (« autre ») fait sa ligne par son libellé. */
function lignesBesoin(
  centres: CentreCompare[],
  specialites: SpecialiteRangee[],
  besoins: BesoinCompare[],
): LigneBesoin[] {
  const cle = (b: BesoinCompare): string =>
    b.nature === 'AUTRE' || !b.specialiteCode ? `libre:${b.libelle}` : b.specialiteCode
  const libelles = new Map<string, string>()
  const connus = new Map(specialites.map((s) => [s.code, s.libelle]))
  const rang = new Map(specialites.map((s, i) => [s.code, i]))
  for (const b of besoins) libelles.set(cle(b), connus.get(cle(b)) ?? b.libelle)
  const ordre = [...libelles.keys()].sort(
    (a, b) => (rang.get(a) ?? 999) - (rang.get(b) ?? 999) || a.localeCompare(b, 'fr'),
  )
  return ordre.map((ligne) => ({
    cle: ligne,
    libelle: libelles.get(ligne) ?? ligne,
    cellules: centres.map((c): CelluleBesoin => {
      const siens = besoins.filter((b) => b.centreId === c.id && cle(b) === ligne)
      if (siens.length > 0) return { etat: 'DEMANDE', besoins: siens }
      return { etat: c.besoinsRecueillis ? 'NON_DEMANDE' : 'NON_RENSEIGNE' }
    }),
  }))
}
