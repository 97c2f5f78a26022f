import type { z } from 'zod'
import { cleMention } from '../../domaine/acte/autorite'
import { CLES_DES_DATES } from '../../domaine/acte/dates-du-texte'
import { type DateIso, enLettres } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { poserParametre } from '../convention/modifier-parametre'
import { journaliser } from '../journal/journaliser'
import { chargerProjet, etatVoulu, type ProjetEnMain } from './projet'
import { redigerProjet } from './rediger-projet'
import type { schemaDireEffet } from './saisies'

/**
 * Écrit la date d'effet de l'avenant ; `null` : à la dernière signature. Le projet repart du texte en vigueur ce jour-là.
 * Refuse une date d'avant la signature de la convention, ou d'après sa fin.
 */
export async function direEffet(
  contexte: Contexte,
  saisie: z.output<typeof schemaDireEffet>,
): Promise<{ version: number }> {
  const p = await chargerProjet(contexte, saisie.acteId)
  // L'effet d'un avenant déjà signé est celui que son acte dit.
  if (p.transcrit) throw new ErreurMetier('ETAPE_INTERDITE')
  if (saisie.date) exigerDansLaChaine(p, saisie.date)
  const cle = cleMention(CLES_DES_DATES.effet, p.acte.rang)
  const valeur = saisie.date ? ({ genre: 'date', date: saisie.date } as const) : null
  await poserParametre(contexte, p.acte, { cle, version: saisie.version }, valeur, null)
  await redigerProjet(contexte, p)
  await journaliser(contexte, {
    acteId: p.acte.id,
    evenement: 'effet-dit',
    donnees: { avant: p.effetEcrit, apres: saisie.date },
  })
  return { version: saisie.version + 1 }
}

function exigerDansLaChaine(p: ProjetEnMain, date: DateIso): void {
  const { signeLe } = p.chaine.initial
  if (signeLe && date < signeLe)
    throw new ErreurMetier('DATE_INCOHERENTE', {
      raison: `La convention n’a été signée que le ${enLettres(signeLe)} : un avenant ne peut prendre effet avant.`,
    })
  const { fin } = etatVoulu(p)
  if (fin && date > fin)
    throw new ErreurMetier('DATE_INCOHERENTE', {
      raison: `La convention finit le ${enLettres(fin)} : un avenant ne peut prendre effet après.`,
    })
}
