import 'server-only'
import type { Tx } from '../../bd/client'
import { avecMentions, type TexteFige } from '../../domaine/acte/version'
import { memeTexte } from '../../domaine/texte/empreinte'
import type { ValeurParametre } from '../../domaine/texte/parametres'
import type { AccordAdaptation, Variante } from '../../domaine/texte/unites'
import type { ParametreLu, UniteLue, VersionResumee } from './convention-lue'

export type { VersionResumee } from './convention-lue'

/** Versions partagées d'un acte visible, de la plus récente à la plus ancienne. */
export const listerVersions = (tx: Tx, acteId: string): Promise<VersionResumee[]> =>
  tx.versionActe.findMany({
    where: { acteId },
    orderBy: { numero: 'desc' },
    select: { id: true, numero: true, empreinte: true, message: true, creeLe: true, creeParNom: true },
  })

/** Texte figé d'une version, avec les mentions tardives connues aujourd'hui. */
export async function texteDeVersion(
  tx: Tx,
  conventionId: string,
  versionId: string,
): Promise<TexteFige | null> {
  const version = await tx.versionActe.findUnique({ where: { id: versionId }, select: { texte: true } })
  if (!version) return null
  const tardives = await tx.parametre.findMany({ where: { conventionId, tardive: true } })
  const valeurs = Object.fromEntries(
    tardives.flatMap((p) => (p.valeur ? [[p.cle, p.valeur as unknown as ValeurParametre]] : [])),
  )
  return avecMentions(version.texte as unknown as TexteFige, valeurs)
}

type UniteDuModele = {
  identite: string
  titre: string | null
  contenu: unknown
  variantes: unknown
  facultative: boolean
  accordAdaptation?: unknown
}

/** Unités d'une version dans la forme de l'écran : ce que l'autre côté lit, sans rien du travail en cours. */
export function unitesDeVersion(fige: TexteFige, creeLe: Date, modele: readonly UniteDuModele[]): UniteLue[] {
  const parIdentite = new Map(modele.map((u) => [u.identite, u]))
  return fige.unites.map((u): UniteLue => {
    const m = parIdentite.get(u.identite)
    const variantes = (m?.variantes ?? []) as unknown as Variante[]
    const variante = variantes.find(
      (v) => memeTexte(v.contenu, u.contenu) && (v.titre ?? m?.titre ?? null) === u.titre,
    )
    const duModele = m !== undefined && memeTexte(m.contenu, u.contenu) && m.titre === u.titre
    return {
      identite: u.identite,
      parent: u.parent,
      rang: u.rang,
      genre: u.genre,
      titre: u.titre,
      contenu: u.contenu,
      annexe: u.annexe ?? null,
      fichier: u.fichier ?? null,
      visa: null,
      origine: !m ? 'ajout' : duModele ? 'modele' : variante ? 'variante' : 'adapte',
      variante: duModele ? null : (variante?.code ?? null),
      omise: false,
      motif: null,
      motifAdaptation: null,
      version: 1,
      modifieLe: creeLe,
      modifieParNom: null,
      modele: m
        ? {
            titre: m.titre,
            contenu: m.contenu as unknown as UniteLue['contenu'],
            variantes,
            facultative: m.facultative,
            accordAdaptation: (m.accordAdaptation ?? null) as AccordAdaptation | null,
          }
        : null,
    }
  })
}

/** Valeurs d'une version dans la forme de l'écran. */
export const parametresDeVersion = (fige: TexteFige): ParametreLu[] =>
  Object.entries(fige.valeurs).map(([cle, valeur]) => ({
    cle,
    valeur: valeur ?? null,
    version: 1,
    origineFiche: null,
  }))
