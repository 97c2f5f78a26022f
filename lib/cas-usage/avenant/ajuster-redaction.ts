import type { z } from 'zod'
import type { Prisma } from '../../bd/genere/client'
import { empreinteEtat } from '../../domaine/avenant/modifications'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { ecrireUnite } from '../convention/modifier-unite'
import { journaliser, journaliserSaisie } from '../journal/journaliser'
import { chargerProjet, type ProjetEnMain } from './projet'
import { redigerProjet } from './rediger-projet'
import type { schemaAjusterRedaction, schemaReprendreRedaction } from './saisies'

/**
 * Ajuste à la main la rédaction d'un article de l'avenant, sans changer son effet : l'unité ne suit plus la rédaction
 * proposée, et l'écran dit si elle en dit encore l'effet. Revenue mot pour mot, elle la suit de nouveau.
 */
export async function ajusterRedaction(
  contexte: Contexte,
  saisie: z.output<typeof schemaAjusterRedaction>,
): Promise<{ identite: string; version: number }> {
  const p = await chargerProjet(contexte, saisie.acteId)
  // Les mots d'un avenant signé sont ceux de son acte : seul l'effet se transcrit.
  if (p.transcrit) throw new ErreurMetier('ETAPE_INTERDITE')
  const unite = await uniteDe(contexte, p, saisie.identite)
  const titre = saisie.titre || null
  const proposee = p.redaction.proposees[saisie.identite] ?? ''
  const ecrite = empreinteEtat({
    genre: 'article',
    titre,
    contenu: saisie.contenu,
    annexe: null,
    fichier: null,
  })
  await ecrireUnite(contexte, p.acte, saisie, {
    titre,
    contenu: saisie.contenu as unknown as Prisma.InputJsonValue,
    genere: ecrite === proposee ? null : proposee,
  })
  await journaliserSaisie(contexte, {
    acteId: p.acte.id,
    evenement: 'redaction-ajustee',
    cible: saisie.identite,
    avant: { titre: unite.titre, contenu: unite.contenu },
    apres: { titre, contenu: saisie.contenu as unknown as Prisma.InputJsonValue },
  })
  return { identite: saisie.identite, version: saisie.version + 1 }
}

/** Rend à un article de l'avenant la rédaction proposée ; il n'est plus là quand rien ne le demande. */
export async function reprendreRedaction(
  contexte: Contexte,
  saisie: z.output<typeof schemaReprendreRedaction>,
): Promise<{ identite: string }> {
  const p = await chargerProjet(contexte, saisie.acteId)
  await uniteDe(contexte, p, saisie.identite)
  await ecrireUnite(contexte, p.acte, saisie, { genere: null })
  await redigerProjet(contexte, p)
  await journaliser(contexte, {
    acteId: p.acte.id,
    evenement: 'redaction-reprise',
    cible: saisie.identite,
  })
  return { identite: saisie.identite }
}

async function uniteDe({ tx }: Contexte, p: ProjetEnMain, identite: string) {
  const unite = await tx.unite.findUnique({
    where: { acteId_identite: { acteId: p.acte.id, identite } },
  })
  if (!unite) throw new ErreurMetier('INTROUVABLE')
  return unite
}
