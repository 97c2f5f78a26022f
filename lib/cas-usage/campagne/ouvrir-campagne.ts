import type { z } from 'zod'
import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { estRedacteur } from '../../domaine/acte/droits'
import { connuDe, type JeuCommun } from '../../domaine/avenant/campagne'
import { cibleDeRetouche } from '../../domaine/avenant/projet'
import { deriver } from '../../domaine/avenant/retouches'
import { ErreurMetier } from '../../domaine/erreurs'
import { chargerActeEnMain } from '../acte/charger'
import { lireProjet, type ProjetEnMain } from '../avenant/projet'
import type { Contexte } from '../contexte'
import { verifierValeur } from '../convention/modifier-parametre'
import { journaliser } from '../journal/journaliser'
import { demanderTache } from '../tache/demander-tache'
import type { schemaOuvrirCampagne } from './saisies'

type Saisie = z.output<typeof schemaOuvrirCampagne>
export type CampagneOuverte = { campagneId: string; tacheId: string }

/**
 * Propose les modifications d'un avenant à d'autres conventions du groupe, nées du même modèle : fige le jeu commun et
 * demande à l'ouvrier un avenant par centre. Refuse un avenant qui ne modifie rien (AVENANT_VIDE) ou abandonné, une
 * convention inconnue, d'un autre groupe ou d'un autre modèle (INTROUVABLE), non signée (ETAPE_INTERDITE).
 */
export async function ouvrirCampagne(contexte: Contexte, saisie: Saisie): Promise<CampagneOuverte> {
  const { tx, acteur, maintenant } = contexte
  const acte = await chargerActeEnMain(tx, acteur, saisie.acteId)
  if (acte.rang === 0) throw new ErreurMetier('INTROUVABLE')
  if (!estRedacteur(acteur, acte)) throw new ErreurMetier('ROLE_INSUFFISANT')
  if (acte.etape === 'ABANDONNEE') throw new ErreurMetier('ETAPE_INTERDITE', { etape: acte.etape })
  const p = await lireProjet(contexte, acte)
  const jeu = jeuCommun(p)
  if (jeu.retouches.length === 0) throw new ErreurMetier('AVENANT_VIDE')
  const { modeleCode } = await tx.convention.findUniqueOrThrow({ where: { id: acte.conventionId } })
  const centres = await verifierCentres(contexte, saisie, { ...acte, modeleCode })
  verifierChoix(p, jeu, saisie)
  const campagneId = nouvelId(maintenant.getTime())
  await tx.campagne.create({
    data: {
      id: campagneId,
      groupeId: acte.groupeId,
      titre: saisie.titre,
      motif: p.motif,
      acteId: acte.id,
      modeleCode,
      jeu: jeu as unknown as Prisma.InputJsonValue,
      creeLe: maintenant,
      creePar: acteur.utilisateurId,
      creeParNom: acteur.nom,
    },
  })
  await tx.campagneCentre.createMany({
    data: [
      {
        campagneId,
        conventionId: acte.conventionId,
        etat: 'PREPAREE',
        acteId: acte.id,
        modifieLe: maintenant,
      },
      ...centres.map((c) => ({
        campagneId,
        conventionId: c.conventionId,
        valeurs: Object.fromEntries(c.valeurs.map((v) => [v.cible, v.valeur])),
        ecartees: c.ecartees,
        modifieLe: maintenant,
      })),
    ],
  })
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'campagne-ouverte',
    donnees: { titre: saisie.titre, centres: centres.length },
  })
  const { tacheId } = await demanderTache(contexte, {
    genre: 'campagne',
    acteId: acte.id,
    saisie: { campagneId, geste: 'preparer' },
  })
  return { campagneId, tacheId }
}

/** Ce que l'avenant change aujourd'hui, arrêté hors : une modification que son propre texte empêche ne se propose pas. */
const jeuCommun = (p: ProjetEnMain): JeuCommun => ({
  retouches: p.retouches
    .filter((r) => r.arretee === null && deriver(r.retouche) !== null)
    .map(({ retouche, forme }) => ({ retouche, forme })),
  connu: connuDe(p.base),
  effet: p.effetEcrit,
})

async function verifierCentres(
  { tx }: Contexte,
  { centres }: Saisie,
  origine: { conventionId: string; groupeId: string; modeleCode: string | null },
): Promise<Saisie['centres']> {
  const voulus = new Map(centres.map((c) => [c.conventionId, c]))
  voulus.delete(origine.conventionId)
  if (voulus.size === 0) throw new ErreurMetier('SAISIE_INVALIDE')
  const { groupeId, modeleCode } = origine
  const trouvees = await tx.convention.findMany({
    where: { id: { in: [...voulus.keys()] }, groupeId, modeleCode },
    select: { actes: { where: { rang: 0 }, select: { etape: true } } },
  })
  if (trouvees.length !== voulus.size) throw new ErreurMetier('INTROUVABLE')
  for (const { actes } of trouvees)
    if (actes[0]?.etape !== 'SIGNEE')
      throw new ErreurMetier('ETAPE_INTERDITE', { etape: actes[0]?.etape ?? 'BROUILLON' })
  return [...voulus.values()]
}

/** Une valeur propre ou une mise à l'écart vise une modification du jeu ; la valeur a le genre de sa définition. */
function verifierChoix(p: ProjetEnMain, jeu: JeuCommun, { centres }: Saisie): void {
  const connues = new Map(jeu.retouches.map(({ retouche }) => [cibleDeRetouche(retouche), retouche]))
  for (const { valeurs, ecartees } of centres) {
    if (ecartees.some((e) => !connues.has(e))) throw new ErreurMetier('SAISIE_INVALIDE')
    for (const { cible, valeur } of valeurs) {
      const r = connues.get(cible)
      if (r?.cible === 'terme' && valeur.genre === 'date') continue
      if (r?.cible !== 'valeur') throw new ErreurMetier('SAISIE_INVALIDE')
      const definition = p.base.definitions.find((d) => d.cle === r.cle) ?? r.definition
      if (!definition) throw new ErreurMetier('SAISIE_INVALIDE')
      verifierValeur(definition, valeur)
    }
  }
}
