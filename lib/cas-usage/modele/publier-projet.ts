import type { z } from 'zod'
import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { ErreurMetier } from '../../domaine/erreurs'
import { controlerModele, type TexteDeModele } from '../../domaine/modele/controle'
import { numeroSuivant } from '../../domaine/modele/versions'
import type { Contenu } from '../../domaine/texte/contenu'
import { canoniser, sha256 } from '../../domaine/texte/empreinte'
import type { PartieSource } from '../../domaine/texte/modele-source'
import type { DefinitionParametre } from '../../domaine/texte/parametres'
import type { DetailAnnexe, GenreUnite, Variante } from '../../domaine/texte/unites'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { ecrireProjet, type ProjetCharge, verrouillerProjet } from './charger-projet'
import { jsonOuNul } from './ouvrir-projet'
import type { schemaProjet, schemaPublierProjet } from './saisies'

export type VersionPubliee = { versionId: string; modeleCode: string; numero: number }

/**
 * Publie le projet : une version immuable et datée du groupe, avec sa note. Aucune convention existante ne change. Deux
 * publications à la fois : la seconde reçoit MODIFIE_ENTRE_TEMPS. Un texte qui ne tient pas debout reçoit MODELE_INCOMPLET.
 */
export async function publierProjet(
  contexte: Contexte,
  saisie: z.output<typeof schemaPublierProjet>,
): Promise<VersionPubliee> {
  const { tx, acteur, maintenant } = contexte
  const projet = await verrouillerProjet(tx, acteur, saisie.projetId)
  if (projet.version !== saisie.version) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  if (projet.closLe) throw new ErreurMetier('ETAPE_INTERDITE')
  const texte = texteDuProjet(projet)
  const obstacles = controlerModele(texte)
  if (obstacles.length) throw new ErreurMetier('MODELE_INCOMPLET', { nombre: obstacles.length })
  const base = await tx.modeleVersion.findUniqueOrThrow({ where: { id: projet.baseId } })
  const versions = await tx.modeleVersion.findMany({
    where: { modeleCode: projet.modeleCode },
    select: { id: true, modeleCode: true, numero: true, groupeId: true, publieeLe: true, retireeLe: true },
  })
  const numero = numeroSuivant(versions, projet.groupeId)
  const versionId = nouvelId(maintenant.getTime())
  const { intitule, titre, resume } = projet
  await tx.modeleVersion.create({
    data: {
      id: versionId,
      modeleCode: projet.modeleCode,
      groupeId: projet.groupeId,
      numero,
      baseId: base.id,
      note: saisie.note,
      publieeParNom: acteur.nom,
      intitule,
      titre,
      resume,
      source: base.source,
      redaction: base.redaction,
      publieeLe: maintenant,
      empreinte: sha256(canoniser({ ...texte, intitule, resume, approbations: projet.approbations })),
      parties: projet.parties as Prisma.InputJsonValue,
      parametres: projet.parametres as Prisma.InputJsonValue,
      approbations: projet.approbations as Prisma.InputJsonValue,
    },
  })
  await tx.uniteModele.createMany({ data: projet.unites.map((u) => ({ ...versUniteModele(u), versionId })) })
  await ecrireProjet(contexte, projet.id, saisie.version, { closLe: maintenant })
  await journaliser(contexte, {
    organisationId: projet.groupeId,
    evenement: 'modele-publie',
    cible: projet.modeleCode,
    donnees: { intitule, version: numero, base: base.numero, note: saisie.note },
  })
  return { versionId, modeleCode: projet.modeleCode, numero }
}

/** Abandonne le projet : il n'est plus modifiable, et un autre peut s'ouvrir. */
export async function abandonnerProjet(
  contexte: Contexte,
  saisie: z.output<typeof schemaProjet>,
): Promise<{ modeleCode: string }> {
  const projet = await verrouillerProjet(contexte.tx, contexte.acteur, saisie.projetId)
  if (projet.version !== saisie.version) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  if (projet.closLe) throw new ErreurMetier('ETAPE_INTERDITE')
  await ecrireProjet(contexte, projet.id, saisie.version, { closLe: contexte.maintenant })
  await journaliser(contexte, {
    organisationId: projet.groupeId,
    evenement: 'projet-modele-abandonne',
    cible: projet.modeleCode,
    donnees: { intitule: projet.intitule },
  })
  return { modeleCode: projet.modeleCode }
}

function versUniteModele(u: ProjetCharge['unites'][number]) {
  return {
    id: nouvelId(),
    identite: u.identite,
    parent: u.parent,
    rang: u.rang,
    genre: u.genre,
    titre: u.titre,
    contenu: u.contenu as Prisma.InputJsonValue,
    annexe: jsonOuNul(u.annexe),
    variantes: u.variantes as Prisma.InputJsonValue,
    facultative: u.facultative,
    visa: u.visa,
    accordAdaptation: jsonOuNul(u.accordAdaptation),
  }
}

/** Texte du projet, tel que le contrôle et l'empreinte le lisent. */
export function texteDuProjet(projet: ProjetCharge): TexteDeModele & { unites: object[] } {
  return {
    titre: projet.titre,
    parties: projet.parties as unknown as PartieSource[],
    definitions: projet.parametres as unknown as DefinitionParametre[],
    unites: projet.unites.map((u) => ({
      identite: u.identite,
      parent: u.parent,
      rang: u.rang,
      genre: u.genre as GenreUnite,
      titre: u.titre,
      contenu: u.contenu as unknown as Contenu,
      annexe: u.annexe as unknown as DetailAnnexe | null,
      variantes: u.variantes as unknown as Variante[],
      facultative: u.facultative,
      visa: u.visa,
      accordAdaptation: u.accordAdaptation,
    })),
  }
}
