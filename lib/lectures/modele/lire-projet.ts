import 'server-only'
import { avecActeur } from '../../bd/transaction'
import { visasDuGroupe } from '../../bd/visas'
import { peutEcrireModeles } from '../../domaine/modele/droits'
import type { Acteur } from '../../domaine/organisation/acteur'
import { canoniser } from '../../domaine/texte/canoniser'
import type { ApprobationDemandee, PartieSource } from '../../domaine/texte/modele-source'
import type { DefinitionParametre } from '../../domaine/texte/parametres'
import { type GroupeDeVersion, type UniteModeleLue, type VisaDate, versUniteModeleLue } from './lire-modeles'

export type UniteProjetLue = UniteModeleLue & {
  version: number
  modifieLe: Date
  modifieParNom: string | null
  /** Ce qu'elle est devenue depuis la version d'origine. */
  sort: 'inchangee' | 'modifiee' | 'ajoutee'
}
export type ProjetLu = {
  projetId: string
  version: number
  code: string
  groupe: NonNullable<GroupeDeVersion>
  base: {
    versionId: string
    numero: number
    groupe: GroupeDeVersion
    parametres: string[]
    approbations: ApprobationDemandee[]
  }
  intitule: string
  titre: string
  resume: string
  creeLe: Date
  creeParNom: string
  parties: PartieSource[]
  /** Avis et accords que la version demandera, dans l'ordre. */
  approbations: ApprobationDemandee[]
  definitions: DefinitionParametre[]
  unites: UniteProjetLue[]
  /** Unités de la version d'origine que le projet ne reprend pas. */
  retirees: { identite: string; titre: string | null }[]
  visas: VisaDate[]
}

const GROUPE = { select: { id: true, code: true, nom: true, sigle: true } } as const

/** Projet ouvert d'un modèle dans un groupe que l'acteur rédige, celui dit s'il en a plusieurs ; `null` pour tout autre, le siège compris. */
export function lireProjet(
  acteur: Acteur,
  code: string,
  pour: string | null = null,
): Promise<ProjetLu | null> {
  const groupes = pour === null ? acteur.groupes : acteur.groupes.filter((g) => g === pour)
  if (groupes.length === 0) return Promise.resolve(null)
  return avecActeur(acteur, async (tx) => {
    const p = await tx.modeleProjet.findFirst({
      where: { modeleCode: code, closLe: null, groupeId: { in: [...groupes] } },
      include: {
        groupe: GROUPE,
        unites: { orderBy: { rang: 'asc' } },
        base: { include: { groupe: GROUPE, unites: true } },
      },
    })
    if (!p || !peutEcrireModeles(acteur, p.groupeId)) return null
    const visas = await visasDuGroupe(tx, p.groupeId)
    const origines = new Map(p.base.unites.map((u) => [u.identite, u]))
    const presentes = new Set(p.unites.map((u) => u.identite))
    return {
      projetId: p.id,
      version: p.version,
      code,
      groupe: p.groupe,
      base: {
        versionId: p.base.id,
        numero: p.base.numero,
        groupe: p.base.groupe,
        approbations: p.base.approbations as unknown as ApprobationDemandee[],
        parametres: (p.base.parametres as unknown as DefinitionParametre[]).map((d) => d.cle),
      },
      intitule: p.intitule,
      titre: p.titre,
      resume: p.resume,
      creeLe: p.creeLe,
      creeParNom: p.creeParNom,
      parties: p.parties as unknown as PartieSource[],
      approbations: p.approbations as unknown as ApprobationDemandee[],
      definitions: p.parametres as unknown as DefinitionParametre[],
      unites: p.unites.map((u): UniteProjetLue => {
        const origine = origines.get(u.identite)
        return {
          ...versUniteModeleLue(u, visas),
          version: u.version,
          modifieLe: u.modifieLe,
          modifieParNom: u.modifieParNom,
          sort: !origine ? 'ajoutee' : memeUnite(origine, u) ? 'inchangee' : 'modifiee',
        }
      }),
      retirees: p.base.unites
        .filter((u) => !presentes.has(u.identite))
        .map((u) => ({ identite: u.identite, titre: u.titre })),
      visas: [...visas.values()],
    }
  })
}

type Comparable = {
  titre: string | null
  contenu: unknown
  variantes: unknown
  facultative: boolean
  visa: string | null
  accordAdaptation: unknown
}
const memeUnite = (a: Comparable, b: Comparable): boolean => cle(a) === cle(b)
const cle = (u: Comparable): string =>
  JSON.stringify([
    u.titre,
    sansIds(u.contenu),
    sansIds(u.variantes),
    u.facultative,
    u.visa,
    canoniser(u.accordAdaptation ?? null),
  ])
const sansIds = (v: unknown): string => canoniser(v).replace(/"id":"[^"]*",?/g, '')
