import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { ErreurMetier } from '../../domaine/erreurs'
import {
  avecDescendance,
  parentPermis,
  type Rang,
  rangsAvec,
  rangsDeplaces,
} from '../../domaine/modele/places'
import { contenuVide } from '../../domaine/texte/contenu'
import type { GenreUnite } from '../../domaine/texte/unites'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { chargerProjet, type ProjetCharge } from './charger-projet'
import type { schemaAjouterUnite, schemaDeplacerUnite, schemaUniteVisee } from './saisies'

const placees = (p: ProjetCharge) => p.unites.map((u) => ({ ...u, genre: u.genre as GenreUnite }))

/** Ajoute au projet une unité vide à sa place ; son identité ne changera plus, du modèle aux conventions. */
export async function ajouterUniteProjet(
  contexte: Contexte,
  saisie: z.output<typeof schemaAjouterUnite>,
): Promise<{ identite: string }> {
  const { tx, acteur, maintenant } = contexte
  const projet = await chargerProjet(tx, acteur, saisie.projetId)
  const unites = placees(projet)
  if (!parentPermis(saisie.genre, saisie.parent, unites)) throw new ErreurMetier('SAISIE_INVALIDE')
  const identite = `${saisie.genre}-${randomUUID().slice(0, 8)}`
  const rangs = rangsAvec(unites, { identite, parent: saisie.parent, genre: saisie.genre }, saisie.apres)
  await ecrireRangs(contexte, projet.id, rangs)
  await tx.uniteProjet.create({
    data: {
      id: nouvelId(maintenant.getTime()),
      projetId: projet.id,
      identite,
      parent: saisie.parent,
      rang: rangs.find((r) => r.identite === identite)?.rang ?? 10,
      genre: saisie.genre,
      titre: saisie.titre || null,
      contenu: contenuVide() as unknown as Prisma.InputJsonValue,
      ...(saisie.genre === 'annexe' ? { annexe: { nature: 'tableau', revision: 'avenant' } } : {}),
      variantes: [],
      modifieLe: maintenant,
      modifieParNom: acteur.nom,
    },
  })
  await journaliser(contexte, {
    organisationId: projet.groupeId,
    evenement: 'unite-modele-ajoutee',
    cible: identite,
    donnees: { modele: projet.modeleCode, titre: saisie.titre ?? '' },
  })
  return { identite }
}

/** Retire du projet une unité et tout ce qu'elle contient ; les renvois qui la visaient se diront au contrôle. */
export async function retirerUniteProjet(
  contexte: Contexte,
  saisie: z.output<typeof schemaUniteVisee>,
): Promise<{ retirees: number }> {
  const { tx, acteur } = contexte
  const projet = await chargerProjet(tx, acteur, saisie.projetId)
  const unite = projet.unites.find((u) => u.identite === saisie.identite)
  if (!unite) throw new ErreurMetier('INTROUVABLE')
  if (unite.version !== saisie.version)
    throw new ErreurMetier('MODIFIE_ENTRE_TEMPS', { cible: unite.identite })
  const { count } = await tx.uniteProjet.deleteMany({
    where: { projetId: projet.id, identite: { in: avecDescendance(placees(projet), unite.identite) } },
  })
  await journaliser(contexte, {
    organisationId: projet.groupeId,
    evenement: 'unite-modele-retiree',
    cible: unite.identite,
    donnees: { modele: projet.modeleCode, avant: { titre: unite.titre, contenu: unite.contenu } },
  })
  return { retirees: count }
}

/**
 * Fait passer une unité devant ou derrière sa voisine de même genre. Sa version ne change pas : son texte n'a pas bougé
 * sous qui le modifie.
 */
export async function deplacerUniteProjet(
  contexte: Contexte,
  saisie: z.output<typeof schemaDeplacerUnite>,
): Promise<{ version: number }> {
  const projet = await chargerProjet(contexte.tx, contexte.acteur, saisie.projetId)
  const unites = placees(projet)
  const unite = unites.find((u) => u.identite === saisie.identite)
  if (!unite) throw new ErreurMetier('INTROUVABLE')
  if (unite.version !== saisie.version)
    throw new ErreurMetier('MODIFIE_ENTRE_TEMPS', { cible: unite.identite })
  const rangs = rangsDeplaces(unites, saisie.identite, saisie.sens)
  if (!rangs) throw new ErreurMetier('SAISIE_INVALIDE')
  await ecrireRangs(contexte, projet.id, rangs)
  await journaliser(contexte, {
    organisationId: projet.groupeId,
    evenement: 'unite-modele-deplacee',
    cible: saisie.identite,
    donnees: { modele: projet.modeleCode, sens: saisie.sens },
  })
  return { version: unite.version }
}

/** Les voisines changent de rang sans changer de version : leur texte n'a pas bougé sous qui le modifie. */
async function ecrireRangs({ tx }: Contexte, projetId: string, rangs: readonly Rang[]): Promise<void> {
  for (const { identite, rang } of rangs)
    await tx.uniteProjet.updateMany({ where: { projetId, identite, rang: { not: rang } }, data: { rang } })
}
