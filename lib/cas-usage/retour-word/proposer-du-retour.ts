import type { z } from 'zod'
import type { TexteRange } from '../../domaine/acte/retour/ranger'
import type { TexteFige } from '../../domaine/acte/version'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contenu } from '../../domaine/texte/contenu'
import { schemaContenu } from '../../domaine/texte/contenu'
import type { Contexte } from '../contexte'
import type { RemarqueEcrite } from '../remarque/ecrire-remarque'
import { proposerTexte } from '../remarque/proposer-texte'
import type { LectureGardee } from './joindre-retour'
import type { schemaProposerDuRetour } from './saisies'

/** Texte qu'un retour propose pour une unité, ou `null` s'il n'y a rien à reprendre. Donné par `lib/serveur`. */
export type Convertir = (
  texte: TexteFige,
  range: TexteRange,
  identite: string,
) => { titre: string | null; contenu: Contenu } | null

/**
 * Fait d'un article revenu dans Word une contre-proposition, au choix d'une personne : c'est elle qui la propose, avec les
 * droits et les suites de toute contre-proposition. Refuse un article sans différence reprenable.
 */
export async function proposerDuRetour(
  contexte: Contexte,
  saisie: z.output<typeof schemaProposerDuRetour>,
  convertir: Convertir,
): Promise<RemarqueEcrite> {
  const retour = await contexte.tx.retourWord.findUnique({
    where: { id: saisie.retourId },
    include: { versionActe: true, fichier: { select: { nom: true } } },
  })
  if (!retour) throw new ErreurMetier('INTROUVABLE')
  const texte = retour.versionActe.texte as unknown as TexteFige
  const { range } = retour.lecture as unknown as LectureGardee
  const propose = convertir(texte, range, saisie.identite)
  if (!propose) throw new ErreurMetier('PROPOSITION_IDENTIQUE')
  // Le texte vient d'un fichier : il passe par le même contrôle qu'une saisie.
  const contenu = schemaContenu.safeParse(propose.contenu)
  if (!contenu.success) throw new ErreurMetier('SAISIE_INVALIDE')
  return proposerTexte(contexte, {
    acteId: retour.acteId,
    identite: saisie.identite,
    lue: retour.versionActe.numero,
    interne: false,
    titre: propose.titre?.slice(0, 500) ?? null,
    contenu: contenu.data,
    texte: `Repris du fichier Word «\u00a0${retour.fichier.nom}\u00a0», déposé par ${retour.auteurNom}.`,
  })
}
