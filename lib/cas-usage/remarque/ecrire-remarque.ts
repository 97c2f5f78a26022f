import type { z } from 'zod'
import { Prisma, type Remarque } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { ErreurMetier } from '../../domaine/erreurs'
import type { TexteUnite } from '../../domaine/texte/modifications'
import { type ActeEnMain, chargerActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { avecDeterminant, coteQuiEcrit, exigerEcriture, nomDUnite, texteLu } from './charger'
import { extraitDe, prevenirEcriture } from './prevenir'
import type { schemaEcrireRemarque } from './saisies'

export type RemarqueEcrite = { remarqueId: string }

/**
 * Écrit un commentaire sur l'ensemble, un article ou un passage. Interne, il reste au groupe rédacteur ; partagé, il
 * suppose la version que son auteur lisait. Refuse une unité que cette version n'a pas.
 */
export async function ecrireRemarque(
  contexte: Contexte,
  saisie: z.output<typeof schemaEcrireRemarque>,
): Promise<RemarqueEcrite> {
  const { tx, acteur } = contexte
  const acte = await chargerActeEnMain(tx, acteur, saisie.acteId)
  exigerEcriture(acteur, acte, saisie.interne)
  const { versionId, texte } = await texteLu(tx, acte, saisie.lue, saisie.interne)
  if (saisie.identite && !texte.unites.some((u) => u.identite === saisie.identite))
    throw new ErreurMetier('INTROUVABLE')
  const remarque = await creerRemarque(contexte, acte, {
    nature: 'COMMENTAIRE',
    interne: saisie.interne,
    identite: saisie.identite,
    versionId,
    passage: saisie.passage,
    message: saisie.texte,
  })
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'remarque-ecrite',
    cible: saisie.identite ?? undefined,
    partage: !saisie.interne,
    donnees: { interne: saisie.interne },
  })
  await prevenirEcriture(contexte, acte, remarque, {
    unite: avecDeterminant(nomDUnite(texte, saisie.identite)),
    extrait: extraitDe(saisie.texte),
    nature: 'remarque',
  })
  return { remarqueId: remarque.id }
}

type ARanger = {
  nature: 'COMMENTAIRE' | 'CONTRE_PROPOSITION'
  interne: boolean
  identite: string | null
  versionId: string | null
  passage?: Prisma.InputJsonObject | null
  base?: TexteUnite
  proposition?: TexteUnite
  message: string
}

/** Range la remarque et son premier message, au nom et au côté de l'acteur. */
export async function creerRemarque(contexte: Contexte, acte: ActeEnMain, r: ARanger): Promise<Remarque> {
  const { tx, acteur, maintenant } = contexte
  const auteur = {
    cote: coteQuiEcrit(acteur, acte),
    auteurId: acteur.utilisateurId || null,
    invitationId: acteur.invitation?.invitationId ?? null,
    auteurNom: acteur.nom,
    creeLe: maintenant,
  }
  const remarque = await tx.remarque.create({
    data: {
      id: nouvelId(maintenant.getTime()),
      acteId: acte.id,
      versionId: r.versionId,
      identite: r.identite,
      passage: r.passage ?? Prisma.DbNull,
      nature: r.nature,
      interne: r.interne,
      base: enJson(r.base),
      proposition: enJson(r.proposition),
      ...auteur,
    },
  })
  if (r.message)
    await tx.messageRemarque.create({
      data: {
        id: nouvelId(maintenant.getTime()),
        remarqueId: remarque.id,
        texte: r.message,
        ...auteur,
      },
    })
  return remarque
}

const enJson = (t: TexteUnite | undefined) => (t ? (t as unknown as Prisma.InputJsonValue) : Prisma.DbNull)
