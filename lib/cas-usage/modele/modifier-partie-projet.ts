import type { z } from 'zod'
import type { Prisma } from '../../bd/genere/client'
import { ErreurMetier } from '../../domaine/erreurs'
import { ecrireEnLigne, lireEnLigne } from '../../domaine/texte/balisage'
import { canoniser } from '../../domaine/texte/canoniser'
import type { Contenu, NoeudEnLigne } from '../../domaine/texte/contenu'
import type { PartieSource } from '../../domaine/texte/modele-source'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { chargerProjet, ecrireProjet } from './charger-projet'
import type { schemaPartieProjet } from './saisies'

/**
 * Récrit la comparution d'une partie du projet : comment elle se présente en tête de l'acte. Une comparution est une phrase :
 * une liste ou un tableau, un signe de balisage, une comparution vide reçoivent SAISIE_INVALIDE. Rôles et noms abrégés
 * restent ceux de la version d'origine.
 */
export async function modifierPartieProjet(
  contexte: Contexte,
  { projetId, version, role, contenu }: z.output<typeof schemaPartieProjet>,
): Promise<{ version: number }> {
  const projet = await chargerProjet(contexte.tx, contexte.acteur, projetId)
  const parties = projet.parties as unknown as PartieSource[]
  const partie = parties.find((p) => p.role === role)
  if (!partie) throw new ErreurMetier('INTROUVABLE')
  const comparution = enBalises(contenu)
  const ecrit = await ecrireProjet(contexte, projet.id, version, {
    parties: parties.map((p) =>
      p === partie ? { ...p, comparution } : p,
    ) as unknown as Prisma.InputJsonValue,
  })
  await journaliser(contexte, {
    organisationId: projet.groupeId,
    evenement: 'partie-modele-modifiee',
    cible: role,
    donnees: { modele: projet.modeleCode, avant: partie.comparution, apres: comparution },
  })
  return ecrit
}

/** Plusieurs paragraphes font une seule phrase ; les mots doivent se relire à l'identique une fois balisés. */
function enBalises({ content }: Contenu): string {
  const noeuds = content.flatMap((b, i): NoeudEnLigne[] => {
    if (b.type !== 'paragraph') throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'comparution' })
    const siens = (b.content ?? []).map((n): NoeudEnLigne => (n.type === 'hardBreak' ? ESPACE : n))
    return i > 0 && siens.length > 0 ? [ESPACE, ...siens] : siens
  })
  if (noeuds.some((n) => n.type !== 'hardBreak' && n.marks?.some((m) => !BALISEES.includes(m.type))))
    throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'comparution' })
  const balise = ecrireEnLigne(noeuds).replace(/\s+/g, ' ').trim()
  const relus = lireEnLigne(balise)
  if (!balise || canoniser(mots(relus)) !== canoniser(mots(noeuds)))
    throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'comparution' })
  return balise
}

/** Marques que le balisage des modèles sait écrire. */
const BALISEES = ['bold', 'italic']
const ESPACE: NoeudEnLigne = { type: 'text', text: ' ' }

/** Suite des mots et des jetons, sans égard au découpage des textes voisins ni aux espaces. */
function mots(noeuds: readonly NoeudEnLigne[]): string {
  return noeuds
    .map((n) => (n.type === 'text' ? n.text : n.type === 'hardBreak' ? ' ' : canoniser(n.attrs)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}
