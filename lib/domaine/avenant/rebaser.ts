import { appliquer, type RaisonConflit } from './appliquer'
import { A_BLANC, type EtatDeLaChaine, etatDeLUnite } from './etat'
import { cibleDe, memeValeur } from './modifications'
import { numeroInsere } from './numeroter-insertion'
import { deriver, type Retouche } from './retouches'

export type Rebasage = {
  /** Retouches reprises sur le nouveau texte. */
  retouches: Retouche[]
  /** Celles que le nouveau texte empêche : gardées telles quelles, à reprendre à la main. */
  arretees: { retouche: Retouche; raison: RaisonConflit }[]
}

/**
 * Reprend un projet d'avenant sur le texte en vigueur d'aujourd'hui, quand un autre avenant a été signé entre-temps. Une
 * retouche passe si ses blocs n'ont pas bougé ; sinon elle est arrêtée et nommée. Ce qui est déjà dans le texte tombe.
 */
export function rebaser(etat: EtatDeLaChaine, retouches: readonly Retouche[]): Rebasage {
  const sortie: Rebasage = { retouches: [], arretees: [] }
  const inserees = retouches.flatMap((r) => (r.cible === 'unite' && r.place ? [r.identite] : []))
  for (const r of retouches) {
    const raison = reprendre(etat, r, inserees, sortie)
    if (raison) sortie.arretees.push({ retouche: r, raison })
  }
  return sortie
}

function reprendre(
  etat: EtatDeLaChaine,
  r: Retouche,
  inserees: readonly string[],
  sortie: Rebasage,
): RaisonConflit | null {
  const m = deriver(r)
  if (!m) return null
  if (m.genre === 'insertion' && r.cible === 'unite' && r.place) {
    if (etat.unites.some((u) => u.identite === r.identite)) return 'unite-presente'
    const { apres, parent } = r.place
    const connu = (i: string | null) =>
      i === null ||
      inserees.includes(i) ||
      etat.unites.some((u) => u.identite === i && (i !== parent || !u.supprimee))
    if (!connu(parent)) return 'parent-absent'
    if (!connu(apres)) return 'place-absente'
    const attend = [apres, parent].some((i) => i !== null && inserees.includes(i))
    const genre = m.etat.genre
    const place = attend ? r.place : { ...r.place, numero: numeroInsere(etat, { genre, parent, apres }) }
    sortie.retouches.push({ ...r, place })
    return null
  }
  const { etat: apres, conflits } = appliquer(etat, [m], A_BLANC)
  const conflit = conflits[0]
  if (conflit) return dejaFaite(etat, r) ? null : conflit.raison
  sortie.retouches.push(surLeNouvelEtat(etat, apres, r))
  return null
}

/** Le nouveau texte dit déjà ce que la retouche voulait : elle tombe sans bruit. */
function dejaFaite(etat: EtatDeLaChaine, r: Retouche): boolean {
  if (r.cible === 'valeur') return memeValeur(etat.valeurs[r.cle], r.voulu)
  if (r.cible === 'terme') return etat.fin === r.voulu
  if (r.cible === 'partie') return false
  const u = etat.unites.find((x) => x.identite === r.identite)
  if (r.voulu === null) return u?.supprimee === true
  return u !== undefined && !u.supprimee && memeValeur(etatDeLUnite(u), r.voulu)
}

function surLeNouvelEtat(etat: EtatDeLaChaine, apres: EtatDeLaChaine, r: Retouche): Retouche {
  if (r.cible !== 'unite') return r
  const lire = (e: EtatDeLaChaine) => {
    const u = e.unites.find((x) => x.identite === r.identite)
    return u && !u.supprimee ? etatDeLUnite(u) : null
  }
  return { ...r, depart: lire(etat), voulu: lire(apres) }
}

/** Cibles que deux projets changent tous les deux : chacun en est averti avant que l'un soit signé. */
export function ciblesCommunes(a: readonly Retouche[], b: readonly Retouche[]): string[] {
  const cibles = (rs: readonly Retouche[]) =>
    rs.flatMap((r) => {
      const m = deriver(r)
      return m ? [cibleDe(m)] : []
    })
  const autres = new Set(cibles(b))
  return cibles(a).filter((c) => autres.has(c))
}
