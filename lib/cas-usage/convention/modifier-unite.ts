import type { z } from 'zod'
import type { Prisma } from '../../bd/genere/client'
import { uniteDuModele } from '../../bd/modele-de-l-acte'
import type { ProjetRedige } from '../../domaine/avenant/projet'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contenu } from '../../domaine/texte/contenu'
import { memeTexte } from '../../domaine/texte/empreinte'
import type { OrigineUnite, Variante } from '../../domaine/texte/unites'
import type { Contexte } from '../contexte'
import { journaliserSaisie } from '../journal/journaliser'
import { type ActeCharge, chargerActeAModifier, toucherActe } from './charger-acte'
import type { schemaModifierUnite } from './saisies'

export type UniteEnregistree = {
  identite: string
  version: number
  origine: OrigineUnite
  variante: string | null
}

/**
 * Enregistre le texte d'une unité réécrite pour ce centre. La version est celle de l'unité : deux personnes dans
 * deux articles ne se gênent jamais ; dans le même, la seconde reçoit MODIFIE_ENTRE_TEMPS et garde sa saisie.
 */
export async function modifierUnite(
  contexte: Contexte,
  saisie: z.output<typeof schemaModifierUnite>,
): Promise<UniteEnregistree> {
  const acte = await chargerActeAModifier(contexte.tx, contexte.acteur, saisie.acteId)
  const unite = await contexte.tx.unite.findUnique({
    where: { acteId_identite: { acteId: acte.id, identite: saisie.identite } },
  })
  if (!unite) throw new ErreurMetier('INTROUVABLE')
  const titre = saisie.titre === undefined ? unite.titre : saisie.titre
  const { origine, variante } = await origineDuTexte(contexte, acte, saisie.identite, titre, saisie.contenu)
  await ecrireUnite(contexte, acte, saisie, {
    titre,
    contenu: saisie.contenu as unknown as Prisma.InputJsonValue,
    origine,
    variante,
  })
  await journaliserSaisie(contexte, {
    acteId: acte.id,
    evenement: 'unite-modifiee',
    cible: saisie.identite,
    avant: { titre: unite.titre, contenu: unite.contenu },
    apres: { titre, contenu: saisie.contenu as unknown as Prisma.InputJsonValue },
  })
  return { identite: saisie.identite, version: saisie.version + 1, origine, variante }
}

/** Mise à jour conditionnelle d'une unité : 0 ligne = quelqu'un d'autre l'a changée entre-temps. */
export async function ecrireUnite(
  { tx, acteur, maintenant }: Contexte,
  acte: ActeCharge,
  cible: { identite: string; version: number },
  data: Prisma.UniteUncheckedUpdateManyInput,
): Promise<void> {
  const genere = await genereDe(tx, acte, cible.identite, data)
  const { count } = await tx.unite.updateMany({
    where: { acteId: acte.id, identite: cible.identite, version: cible.version, acte: { etape: acte.etape } },
    data: {
      ...data,
      ...genere,
      version: { increment: 1 },
      modifieLe: maintenant,
      modifiePar: acteur.utilisateurId,
    },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS', { cible: cible.identite })
  await toucherActe(tx, acte.id, maintenant)
}

/** Des mots écrits à la main dans un avenant ne suivent plus la rédaction proposée, dont on garde l'empreinte. */
async function genereDe(
  tx: Contexte['tx'],
  acte: ActeCharge,
  identite: string,
  data: Prisma.UniteUncheckedUpdateManyInput,
): Promise<{ genere?: string }> {
  if (acte.rang === 0 || data.contenu === undefined || data.genere !== undefined) return {}
  const projet = await tx.projetAvenant.findUnique({ where: { acteId: acte.id } })
  if (!projet) return {}
  return { genere: (projet.redaction as unknown as ProjetRedige).proposees[identite] ?? '' }
}

/** Un texte revenu mot pour mot au modèle, ou à une variante, n'est plus « adapté ». */
export async function origineDuTexte(
  { tx }: Contexte,
  acte: Pick<ActeCharge, 'id' | 'modeleVersionId'>,
  identite: string,
  titre: string | null,
  contenu: Contenu,
): Promise<{ origine: OrigineUnite; variante: string | null }> {
  const modele = await uniteDuModele(tx, acte, identite)
  if (!modele) return { origine: 'ajout', variante: null }
  if (memeTexte(modele.contenu, contenu) && modele.titre === titre)
    return { origine: 'modele', variante: null }
  const variante = (modele.variantes as unknown as Variante[]).find(
    (v) => memeTexte(v.contenu, contenu) && (v.titre ?? modele.titre) === titre,
  )
  return variante ? { origine: 'variante', variante: variante.code } : { origine: 'adapte', variante: null }
}
