import type { z } from 'zod'
import { etatDeLUnite } from '../../domaine/avenant/etat'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { enregistrerRetouche, type RetoucheEnregistree } from './enregistrer-retouche'
import { chargerProjet, retoucheDe } from './projet'
import type { schemaRetoucherUnite } from './saisies'

/**
 * Enregistre une unité du texte en vigueur telle qu'on la veut. Son état de départ se prend ici, du texte en vigueur ; y
 * revenir efface la retouche. Refuse une unité inconnue, ou supprimée (il faut d'abord la rétablir).
 */
export async function retoucherUnite(
  contexte: Contexte,
  saisie: z.output<typeof schemaRetoucherUnite>,
): Promise<RetoucheEnregistree> {
  const p = await chargerProjet(contexte, saisie.acteId)
  const { identite } = saisie
  const ancienne = retoucheDe(p, `unite:${identite}`)?.retouche
  const mots = { titre: saisie.titre || null, contenu: saisie.contenu }
  if (ancienne?.cible === 'unite' && ancienne.depart === null && ancienne.voulu)
    return enregistrerRetouche(
      contexte,
      p,
      { ...ancienne, voulu: { ...ancienne.voulu, ...mots } },
      saisie.version,
    )
  const u = p.base.unites.find((x) => x.identite === identite)
  if (!u) throw new ErreurMetier('INTROUVABLE')
  if (u.supprimee) throw new ErreurMetier('ETAPE_INTERDITE')
  const depart = etatDeLUnite(u)
  return enregistrerRetouche(
    contexte,
    p,
    { cible: 'unite', identite, depart, voulu: { ...depart, ...mots } },
    saisie.version,
  )
}
