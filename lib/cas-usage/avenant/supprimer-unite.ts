import type { z } from 'zod'
import { versLigne } from '../../bd/retouches'
import { etatDeLUnite, texteVivant } from '../../domaine/avenant/etat'
import { ErreurMetier } from '../../domaine/erreurs'
import { parametresCites } from '../../domaine/texte/finalisation'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { enregistrerRetouche, type RetoucheEnregistree } from './enregistrer-retouche'
import { chargerProjet, etatVoulu, exigerVersion, lireProjet, type ProjetEnMain, retoucheDe } from './projet'
import { redigerProjet } from './rediger-projet'
import type { schemaUniteVisee } from './saisies'

type Saisie = z.output<typeof schemaUniteVisee>

/**
 * Supprime une unité du texte en vigueur, et ses sous-articles avec elle ; une unité que ce projet insérait s'en va, celles
 * qui la suivaient prennent sa place. Les retouches de ce qui part avec elle tombent.
 */
export async function supprimerUnite(contexte: Contexte, saisie: Saisie): Promise<RetoucheEnregistree> {
  const p = await chargerProjet(contexte, saisie.acteId)
  const { identite } = saisie
  const cible = `unite:${identite}`
  exigerVersion(p, cible, saisie.version)
  await oterLesDescendants(contexte, p, identite)
  const ancienne = retoucheDe(p, cible)?.retouche
  if (ancienne?.cible === 'unite' && ancienne.place) return oterInsertion(contexte, p, ancienne.identite)
  const u = p.base.unites.find((x) => x.identite === identite)
  if (!u) throw new ErreurMetier('INTROUVABLE')
  if (u.supprimee) {
    // Rétablie par ce projet : elle redevient ce qu'un avenant antérieur en a fait.
    if (!ancienne) throw new ErreurMetier('ETAPE_INTERDITE')
    return enregistrerRetouche(
      contexte,
      p,
      { cible: 'unite', identite, depart: null, voulu: null },
      saisie.version,
    )
  }
  return enregistrerRetouche(
    contexte,
    p,
    { cible: 'unite', identite, depart: etatDeLUnite(u), voulu: null },
    saisie.version,
  )
}

/**
 * Rétablit une unité : supprimée par ce projet, elle revient telle qu'en vigueur ; supprimée par un avenant antérieur, elle
 * est rétablie dans sa dernière rédaction, que l'on peut ensuite retoucher.
 */
export async function retablirUnite(contexte: Contexte, saisie: Saisie): Promise<RetoucheEnregistree> {
  const p = await chargerProjet(contexte, saisie.acteId)
  const { identite } = saisie
  const u = p.base.unites.find((x) => x.identite === identite)
  if (!u) throw new ErreurMetier('INTROUVABLE')
  const etat = etatDeLUnite(u)
  const ancienne = retoucheDe(p, `unite:${identite}`)?.retouche
  if (!u.supprimee && ancienne?.voulu !== null) throw new ErreurMetier('ETAPE_INTERDITE')
  return enregistrerRetouche(
    contexte,
    p,
    { cible: 'unite', identite, depart: u.supprimee ? null : etat, voulu: etat },
    saisie.version,
  )
}

async function oterLesDescendants({ tx }: Contexte, p: ProjetEnMain, identite: string): Promise<void> {
  const emportees = new Set([identite])
  const { unites } = etatVoulu(p)
  for (let avant = 0; avant < emportees.size; ) {
    avant = emportees.size
    for (const u of unites) if (u.parent !== null && emportees.has(u.parent)) emportees.add(u.identite)
  }
  emportees.delete(identite)
  await tx.retouche.deleteMany({
    where: { acteId: p.acte.id, cible: { in: [...emportees].map((i) => `unite:${i}`) } },
  })
}

/** Un paramètre venu avec une unité reprise du modèle s'en va quand plus rien ne le cite. */
async function oterLesValeursSansEmploi({ tx }: Contexte, p: ProjetEnMain): Promise<void> {
  const cites = parametresCites(texteVivant(etatVoulu(p)))
  const perdues = p.retouches.filter(
    ({ retouche: r }) => r.cible === 'valeur' && r.definition && !cites.has(r.cle),
  )
  await tx.retouche.deleteMany({
    where: { acteId: p.acte.id, cible: { in: perdues.map((r) => r.cible) } },
  })
}

/** Retire une unité insérée ; celles qui la suivaient gardent leur ordre. */
async function oterInsertion(
  contexte: Contexte,
  p: ProjetEnMain,
  identite: string,
): Promise<RetoucheEnregistree> {
  const { tx } = contexte
  const cible = `unite:${identite}`
  const otee = retoucheDe(p, cible)?.retouche
  const apres = otee?.cible === 'unite' ? (otee.place?.apres ?? null) : null
  for (const { cible: suivante, retouche: r } of p.retouches)
    if (r.cible === 'unite' && r.place?.apres === identite)
      await tx.retouche.update({
        where: { acteId_cible: { acteId: p.acte.id, cible: suivante } },
        data: { ...versLigne({ ...r, place: { ...r.place, apres } }), version: { increment: 1 } },
      })
  await tx.retouche.delete({ where: { acteId_cible: { acteId: p.acte.id, cible } } })
  await oterLesValeursSansEmploi(contexte, await lireProjet(contexte, p.acte))
  await redigerProjet(contexte, p)
  await journaliser(contexte, { acteId: p.acte.id, evenement: 'retouche-retiree', cible })
  return { cible, version: 0 }
}
