import type { z } from 'zod'
import type { Prisma } from '../../bd/genere/client'
import { estRedacteur } from '../../domaine/acte/droits'
import { ETAPES_DU_TEXTE_ARRETE } from '../../domaine/acte/etapes'
import { avecMentions, estTardive } from '../../domaine/acte/version'
import { ErreurMetier } from '../../domaine/erreurs'
import { empreinteTexteVote } from '../../domaine/texte/empreinte'
import type { Contexte } from '../contexte'
import { journaliserSaisie } from '../journal/journaliser'
import { chargerADeliberer } from './autorite'
import { ecrireMention } from './ecrire-mentions'
import type { schemaMention } from './saisies'

/**
 * Remplit une mention tardive du texte arrêté (numéro, date, nom d'un représentant), par la direction, sans rien rouvrir.
 * Toute autre valeur est refusée ; d'une personne on ne corrige que le nom, sa fonction est votée avec le texte.
 */
export async function remplirMention(
  contexte: Contexte,
  saisie: z.output<typeof schemaMention>,
): Promise<{ cle: string }> {
  const { acteur } = contexte
  const { enMain, version } = await chargerADeliberer(contexte, saisie.acteId)
  if (!estRedacteur(acteur, enMain)) throw new ErreurMetier('ROLE_INSUFFISANT')
  if (!ETAPES_DU_TEXTE_ARRETE.includes(enMain.etape))
    throw new ErreurMetier('ETAPE_INTERDITE', { etape: enMain.etape })
  const definition = version.texte.definitions.find((d) => d.cle === saisie.cle)
  if (!definition) throw new ErreurMetier('INTROUVABLE')
  const { libelle } = definition
  if (!estTardive(definition)) throw new ErreurMetier('TEXTE_VOTE_INTANGIBLE', { libelle })
  if (saisie.valeur.genre !== definition.genre) throw new ErreurMetier('SAISIE_INVALIDE', { champ: libelle })
  const rempli = avecMentions(version.texte, { [saisie.cle]: saisie.valeur })
  if (empreinteTexteVote(rempli) !== version.empreinte)
    throw new ErreurMetier('TEXTE_VOTE_INTANGIBLE', { libelle })
  const avant = await ecrireMention(contexte, enMain.conventionId, definition, saisie.valeur)
  await journaliserSaisie(contexte, {
    acteId: enMain.id,
    evenement: 'mention-remplie',
    cible: saisie.cle,
    partage: true,
    avant: avant as Prisma.InputJsonValue,
    apres: saisie.valeur,
  })
  return { cle: saisie.cle }
}
