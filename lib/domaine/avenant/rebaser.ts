import { appliquer, ordonner, type RaisonConflit } from './appliquer'
import { A_BLANC, type EtatDeLaChaine, etatDeLUnite } from './etat'
import { cibleDe, empreinteEtat, type Modification, memeValeur } from './modifications'
import { numeroInsere } from './numeroter-insertion'
import { memeValeurVotee } from './parties'
import { deriver, type Retouche } from './retouches'

export type Rebasage = {
  /** Retouches reprises sur le nouveau texte. */
  retouches: Retouche[]
  /** Celles que le nouveau texte empêche : gardées telles quelles, à reprendre à la main. */
  arretees: { retouche: Retouche; raison: RaisonConflit }[]
}

type Reprise = { indice: number; retouche: Retouche; modification: Modification }

/**
 * Reprend un projet d'avenant sur le texte en vigueur d'aujourd'hui, quand un autre avenant a été signé entre-temps. Une
 * retouche passe si ses blocs n'ont pas bougé ; sinon elle est arrêtée et nommée. Ce qui est déjà dans le texte tombe. Les
 * unités insérées reprennent un numéro, l'une après l'autre : deux projets ne donnent pas le même.
 */
export function rebaser(etat: EtatDeLaChaine, retouches: readonly Retouche[]): Rebasage {
  const modifications = new Map<Modification, Omit<Reprise, 'modification'>>()
  retouches.forEach((retouche, indice) => {
    const m = deriver(retouche)
    if (m) modifications.set(m, { indice, retouche })
  })
  let reste = ordonner(etat, [...modifications.keys()]).flatMap((modification): Reprise[] => {
    const r = modifications.get(modification)
    return r ? [{ ...r, modification }] : []
  })
  const reprises: { indice: number; retouche: Retouche }[] = []
  let courant = etat
  for (let avance = true; avance && reste.length > 0; ) {
    const encore: Reprise[] = []
    for (const r of reste) {
      const essai = essayerSur(courant, r)
      if (!essai) encore.push(r)
      else {
        courant = essai.etat
        reprises.push({ indice: r.indice, retouche: surLeNouvelEtat(etat, courant, essai.retouche) })
      }
    }
    avance = encore.length < reste.length
    reste = encore
  }
  const tries = <T extends { indice: number }>(l: readonly T[]) => [...l].sort((a, b) => a.indice - b.indice)
  const conflits = appliquer(
    courant,
    reste.map((r) => r.modification),
    A_BLANC,
  ).conflits
  return {
    // Un même alinéa déplacé des deux côtés : la reprise s'applique, et n'a plus rien à changer.
    retouches: tries(reprises)
      .map((r) => r.retouche)
      .filter((r) => deriver(r) !== null),
    arretees: tries(reste)
      .filter((r) => !dejaFaite(etat, r.retouche))
      .map(({ retouche, modification }) => ({
        retouche,
        raison: conflits.find((x) => x.modification === modification)?.raison ?? 'texte-change',
      })),
  }
}

function essayerSur(
  courant: EtatDeLaChaine,
  r: Reprise,
): { etat: EtatDeLaChaine; retouche: Retouche } | null {
  const { retouche, modification: m } = r
  if (m.genre !== 'insertion' || retouche.cible !== 'unite') {
    const { etat, conflits } = appliquer(courant, [m], A_BLANC)
    return conflits.length > 0 ? null : { etat, retouche }
  }
  const { parent, apres } = m.place
  const place = { parent, apres, numero: numeroInsere(courant, { genre: m.etat.genre, parent, apres }) }
  const { etat, conflits } = appliquer(courant, [{ ...m, place }], A_BLANC)
  return conflits.length > 0 ? null : { etat, retouche: { ...retouche, place } }
}

/** Le nouveau texte dit déjà ce que la retouche voulait : elle tombe sans bruit. */
function dejaFaite(etat: EtatDeLaChaine, r: Retouche): boolean {
  if (r.cible === 'valeur') return memeValeurVotee(etat.valeurs[r.cle], r.voulu)
  if (r.cible === 'terme') return etat.fin === r.voulu
  if (r.cible === 'partie')
    return etat.parties.some(
      ({ role, organisationId, nom, adresse }) =>
        role === r.role && memeValeur({ organisationId, nom, adresse }, r.voulu),
    )
  const u = etat.unites.find((x) => x.identite === r.identite)
  if (r.voulu === null) return u?.supprimee === true
  return u !== undefined && !u.supprimee && empreinteEtat(etatDeLUnite(u)) === empreinteEtat(r.voulu)
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
