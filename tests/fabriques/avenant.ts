import { versDate } from '../../lib/bd/dates'
import { nouvelId } from '../../lib/bd/identifiants'
import { ouvrirAvenant } from '../../lib/cas-usage/avenant/ouvrir-avenant'
import type { TexteFige } from '../../lib/domaine/acte/version'
import { lireTexteBalise } from '../../lib/domaine/texte/balisage'
import type { Contenu } from '../../lib/domaine/texte/contenu'
import { noeudsEnLigne } from '../../lib/domaine/texte/contenu'
import { unTextePartage } from './negociation'
import { agir, type Territoire } from './territoire'

/** Une convention-cadre complète, partagée puis signée : signée le 10 janvier 2026, en vigueur du 1er février 2026 au 31 janvier 2029. */
export async function uneConventionPrete(t: Territoire, centre = 'arcueil') {
  const c = await unTextePartage(t, { centre })
  await t.proprietaire.acte.update({
    where: { id: c.acteId },
    data: {
      etape: 'SIGNEE',
      dateSignature: versDate('2026-01-10'),
      dateEffet: versDate('2026-02-01'),
      dateFin: versDate('2029-01-31'),
    },
  })
  const version = await t.proprietaire.versionActe.findUniqueOrThrow({ where: { id: c.versionId } })
  return { ...c, texte: version.texte as unknown as TexteFige }
}

/** Un projet d'avenant ouvert sur cette convention. */
export const unProjet = (t: Territoire, convention: { acteId: string }, objet = 'Délais de réponse') =>
  agir(t.direction, ouvrirAvenant, { acteId: convention.acteId, objet, motif: '' })

/** Contenu d'un seul paragraphe. */
export const contenu = (texte: string): Contenu => lireTexteBalise(texte, nouvelId())

/** Mots d'un contenu, paramètres sous leur clé. */
export const motsDe = (c: Contenu): string =>
  noeudsEnLigne(c.content)
    .map((n) => (n.type === 'text' ? n.text : n.type === 'parametre' ? `{${n.attrs.cle}}` : ''))
    .join('')

/** Passe un projet partagé à la signature sans rejouer tout le circuit : texte accepté et voté. */
export async function accepter(t: Territoire, acteId: string): Promise<void> {
  await t.proprietaire.acte.update({ where: { id: acteId }, data: { etape: 'TEXTE_ACCEPTE' } })
}
