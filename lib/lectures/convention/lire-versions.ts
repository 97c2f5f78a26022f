import 'server-only'
import type { Tx } from '../../bd/client'
import { avecActeur } from '../../bd/transaction'
import { repeterUnites } from '../../domaine/acte/acte-groupe'
import type { CoteCompare } from '../../domaine/acte/cotes'
import { texteDeLActe } from '../../domaine/acte/texte-de-l-acte'
import { figerTexte, type TexteFige } from '../../domaine/acte/version'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { Contenu } from '../../domaine/texte/contenu'
import type { UniteDActe } from '../../domaine/texte/finalisation'
import type { DetailAnnexe, GenreUnite } from '../../domaine/texte/unites'
import type { ConventionLue } from './lire-convention'
import { parametresDeVersion, texteDeVersion, unitesDeVersion, type VersionResumee } from './texte-partage'

export type AccordRecu = { organisation: string; ensemble: boolean; articles: number; le: Date }
export type VersionLue = VersionResumee & { texte: TexteFige; accords: AccordRecu[] }

/** Versions d'un acte déjà lu par l'acteur, avec leur texte et les accords reçus, de la plus récente à la plus ancienne. */
export async function lireVersions(acteur: Acteur, c: ConventionLue): Promise<VersionLue[]> {
  return avecActeur(acteur, async (tx) => {
    const accords = await accordsDe(tx, c.acteId)
    const lues: VersionLue[] = []
    for (const v of c.versions) {
      const texte = await texteDeVersion(tx, c.conventionId, v.id)
      if (texte) lues.push({ ...v, texte, accords: accords.get(v.id) ?? [] })
    }
    return lues
  })
}

/** Accords en cours, par version : un par organisation, avec le nombre d'articles quand ce n'est pas l'ensemble. */
async function accordsDe(tx: Tx, acteId: string): Promise<Map<string, AccordRecu[]>> {
  const lignes = await tx.acceptation.findMany({
    where: { acteId, retireeLe: null },
    orderBy: { le: 'asc' },
    select: { versionId: true, organisationId: true, identite: true, le: true },
  })
  const organisations = await tx.organisation.findMany({
    where: { id: { in: [...new Set(lignes.map((l) => l.organisationId))] } },
    select: { id: true, nom: true },
  })
  const noms = new Map(organisations.map((o) => [o.id, o.nom]))
  const parVersion = new Map<string, AccordRecu[]>()
  for (const l of lignes) {
    const liste = parVersion.get(l.versionId) ?? []
    const organisation = noms.get(l.organisationId) ?? ''
    const accord = liste.find((a) => a.organisation === organisation)
    if (accord) {
      accord.ensemble ||= l.identite === ''
      accord.articles += l.identite === '' ? 0 : 1
      accord.le = l.le
    } else
      liste.push({
        organisation,
        ensemble: l.identite === '',
        articles: l.identite === '' ? 0 : 1,
        le: l.le,
      })
    parVersion.set(l.versionId, liste)
  }
  return parVersion
}

/** L'acte tel que cette version le montrait : un projet, même si l'acte est signé depuis. `null` si elle n'existe pas. */
export async function lireVersion(
  acteur: Acteur,
  c: ConventionLue,
  numero: number,
): Promise<ConventionLue | null> {
  const version = c.versions.find((v) => v.numero === numero)
  const texte = version && (await lireCoteCompare(acteur, c, numero))
  if (!version || !texte) return null
  return {
    ...c,
    etape: 'EN_RELECTURE',
    versionLue: numero,
    modifieLe: version.creeLe,
    modele: c.modele && { ...c.modele, titre: texte.titre },
    unites: unitesDeVersion(texte, version.creeLe, []),
    definitions: [...texte.definitions],
    parametres: parametresDeVersion(texte),
    dates: { signature: null, effet: null, fin: null, resiliation: null },
  }
}

/**
 * Texte d'un côté d'une comparaison, ou `null` : version inconnue, ou texte que l'acteur n'a pas à lire. Le texte en cours
 * et le modèle ne sont que pour le groupe rédacteur.
 */
export async function lireCoteCompare(
  acteur: Acteur,
  c: ConventionLue,
  cote: CoteCompare,
): Promise<TexteFige | null> {
  if (typeof cote === 'number') {
    const version = c.versions.find((v) => v.numero === cote)
    return version ? avecActeur(acteur, (tx) => texteDeVersion(tx, c.conventionId, version.id)) : null
  }
  if (!c.qualites.includes('redacteur') || c.unites.length === 0) return null
  const travail = figerTexte(texteDeLActe(c), {
    surtitre: c.rang > 0 ? `Avenant n° ${c.rang}` : (c.modele?.intitule ?? c.titre),
    parties: [],
  })
  // Le texte d'un avenant n'est d'aucun modèle.
  if (cote === 'modele' && c.rang > 0) return null
  return cote === 'travail' ? travail : texteDuModele(acteur, c, travail)
}

/**
 * Le modèle tel qu'il se lirait dans cet acte : ses unités, avec les valeurs de l'acte ; de ses unités facultatives, celles
 * que l'acte a reprises. Seules les rédactions se comparent.
 */
async function texteDuModele(
  acteur: Acteur,
  c: ConventionLue,
  travail: TexteFige,
): Promise<TexteFige | null> {
  const { modele } = c
  if (!modele) return null
  const unites = await avecActeur(acteur, (tx) =>
    tx.uniteModele.findMany({ where: { versionId: modele.versionId }, orderBy: { rang: 'asc' } }),
  )
  const retenues = new Set(travail.unites.map((u) => u.identite))
  return figerTexte(
    {
      ...travail,
      titre: modele.titre,
      comparutions: modele.parties.map((p) => p.comparution),
      unites: repeterUnites(
        unites,
        c.definitions,
        c.parties.filter((p) => p.role === 'GESTIONNAIRE').length,
      ).map(
        (u): UniteDActe => ({
          identite: u.identite,
          parent: u.parent,
          rang: u.rang,
          genre: u.genre as GenreUnite,
          titre: u.titre,
          contenu: u.contenu as unknown as Contenu,
          annexe: u.annexe as unknown as DetailAnnexe | null,
          omise: u.facultative && !retenues.has(u.identite),
        }),
      ),
    },
    { surtitre: travail.surtitre, parties: [] },
  )
}
