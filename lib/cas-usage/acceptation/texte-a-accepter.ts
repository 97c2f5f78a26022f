import type { Tx } from '../../bd/client'
import { type Accord, type Accordants, accordsAttendus } from '../../domaine/acte/accords'
import type { TexteFige } from '../../domaine/acte/version'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Acteur } from '../../domaine/organisation/acteur'
import { manquesDuTexte } from '../../domaine/texte/finalisation'
import { type ActeEnMain, chargerActeEnMain, exigerPassage } from '../acte/charger'
import type { Contexte } from '../contexte'

export type VersionLue = {
  id: string
  numero: number
  empreinte: string
  empreintes: Record<string, string>
  texte: TexteFige
}

/** Organisations au nom desquelles l'acteur accepte : ses centres, ou l'organisme gestionnaire qu'il représente. */
export const organisationsRepresentees = (
  acteur: Acteur,
  acte: { organisations: readonly string[] },
): string[] => [
  ...new Set(
    acteur.habilitations
      .filter(
        (h) =>
          (h.role === 'DIRECTION_CMS' || h.role === 'MAIRIE') &&
          acte.organisations.includes(h.organisationId),
      )
      .map((h) => h.organisationId),
  ),
]

/**
 * L'acte en relecture et sa version courante. Refuse une version qui n'est plus la dernière : on n'accepte que ce que
 * l'on a sous les yeux.
 */
export async function ouvrirAcceptation(
  { tx, acteur }: Contexte,
  saisie: { acteId: string; versionId: string },
): Promise<{ acte: ActeEnMain; version: VersionLue }> {
  const acte = await chargerActeEnMain(tx, acteur, saisie.acteId)
  exigerPassage(acteur, acte, 'accepter')
  return { acte, version: await versionCourante(tx, acte.id, saisie.versionId) }
}

export async function versionCourante(tx: Tx, acteId: string, lueId: string): Promise<VersionLue> {
  const derniere = await tx.versionActe.findFirst({ where: { acteId }, orderBy: { numero: 'desc' } })
  if (!derniere) throw new ErreurMetier('INTROUVABLE')
  if (derniere.id !== lueId) throw new ErreurMetier('VERSION_DEPASSEE', { numero: derniere.numero })
  return {
    id: derniere.id,
    numero: derniere.numero,
    empreinte: derniere.empreinte,
    empreintes: derniere.empreintes as Record<string, string>,
    texte: derniere.texte as unknown as TexteFige,
  }
}

/** Refuse d'accepter l'ensemble d'un texte qui a des manques, ou dont une contre-proposition attend sa réponse. */
export async function exigerTexteAcceptable(tx: Tx, acteId: string, texte: TexteFige): Promise<void> {
  const manques = manquesDuTexte(texte)
  if (manques.length) throw new ErreurMetier('TEXTE_INCOMPLET', { manques })
  const ouvertes = await tx.remarque.count({
    where: { acteId, nature: 'CONTRE_PROPOSITION', etat: 'OUVERTE', interne: false },
  })
  if (ouvertes) throw new ErreurMetier('CONTRE_PROPOSITION_OUVERTE', { nombre: ouvertes })
}

/** Accords gardés et organisations attendues d'un acte. */
export async function etatDesAccords(
  tx: Tx,
  acteId: string,
): Promise<{ accords: Accord[]; accordants: Accordants }> {
  const acceptations = await tx.acceptation.findMany({ where: { acteId } })
  const centres = await tx.acteCentre.findMany({
    where: { acteId },
    select: { organisationId: true, organisation: { select: { parentId: true } } },
  })
  const parties = await tx.partie.findMany({
    where: { acteId, role: 'GESTIONNAIRE' },
    select: { organisationId: true },
  })
  return {
    accords: acceptations.map((a) => ({
      organisationId: a.organisationId,
      identite: a.identite,
      empreinte: a.empreinte,
      retire: a.retireeLe !== null,
    })),
    accordants: {
      centres: centres.map((c) => c.organisationId),
      gestionnaires: parties.map((p) => p.organisationId),
      gestionnaireDe: Object.fromEntries(centres.map((c) => [c.organisationId, c.organisation.parentId])),
    },
  }
}

/** Organisations dont l'accord sur l'ensemble manque encore. */
export async function resteAAccepter(tx: Tx, acteId: string, empreinte: string): Promise<string[]> {
  const { accords, accordants } = await etatDesAccords(tx, acteId)
  return accordsAttendus(accords, accordants, empreinte)
}
