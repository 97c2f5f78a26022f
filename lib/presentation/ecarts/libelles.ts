import { type EtatEcart, estEcart } from '../../domaine/modele/ecarts'
import { ecrireValeur } from '../../domaine/texte/ecriture/formes'
import type { ValeurParametre } from '../../domaine/texte/parametres'
import type { FiltresEcarts } from '../../lectures/ecarts/filtres'
import type { ArticleDuRegistre, CelluleEcart, RegistreLu } from '../../lectures/ecarts/lire-registre'
import { LIBELLES_GENRE } from '../bibliotheque/projet'
import { titreSansReperes } from '../bibliotheque/versions'
import { compter, typographier } from '../typographie'

type Ton = 'neutre' | 'accent' | 'vigilance' | 'manque' | 'inconnu' | 'tenu'
export const ETATS_DITS: Record<EtatEcart, { mot: string; pluriel: string; ton: Ton }> = {
  conforme: { mot: 'Conforme', pluriel: 'Conformes', ton: 'tenu' },
  'non-repris': { mot: 'Facultatif, non repris', pluriel: 'Facultatifs non repris', ton: 'inconnu' },
  variante: { mot: 'Variante', pluriel: 'Variantes', ton: 'accent' },
  adapte: { mot: 'Adapté', pluriel: 'Adaptés', ton: 'vigilance' },
  supprime: { mot: 'Supprimé', pluriel: 'Supprimés', ton: 'manque' },
  ajoute: { mot: 'Ajouté', pluriel: 'Ajoutés', ton: 'accent' },
  avenant: { mot: 'Avenant', pluriel: 'Modifiés par avenant', ton: 'accent' },
}

/** « Variante : rédaction courte », « Modifié par l’avenant n° 1 », « Supprimé » : la cellule dite en entier. */
export function celluleDite(c: Omit<CelluleEcart, 'exemplaire'>): string {
  if (c.etat === 'variante' && c.variante) return typographier(`Variante : ${c.variante}`)
  if (c.etat === 'avenant') {
    const par =
      c.avenants.length > 1
        ? `Modifié par les avenants n° ${c.avenants.join(', ')}`
        : `Modifié par l’avenant n° ${c.avenants[0] ?? ''}`
    return typographier([par, ...valeursDites(c)].join(' – '))
  }
  return ETATS_DITS[c.etat].mot
}

/** « Avenant n° 1 », « Adapté » : la cellule en deux mots, pour le tableau. */
export const celluleCourte = (c: CelluleEcart): string =>
  c.etat === 'avenant' ? typographier(`Avenant n° ${c.avenants.join(', ')}`) : ETATS_DITS[c.etat].mot

/** « Délai de réponse : 48 heures → 24 heures », pour chaque valeur que les avenants changent. */
export const valeursDites = ({ valeurs }: Pick<CelluleEcart, 'valeurs'>): string[] =>
  valeurs.map(({ definition: d, depart, voulu }) => {
    const dire = (v: ValeurParametre | null) => (v ? ecrireValeur(v, null, d) : 'rien')
    return `${d.libelle} : ${dire(depart)} → ${dire(voulu)}`
  })

/** « Article 2 – Activités médicales », « Visa » : un article du registre, nommé hors de toute convention. */
export function nomDArticle(a: ArticleDuRegistre): string {
  const titre = a.titre ? titreSansReperes(a.titre) : ''
  const numero = a.genre === 'considerant' && a.numero ? `Considérant ${a.numero.replace('.', '')}` : a.numero
  return [numero, titre].filter(Boolean).join(' – ') || LIBELLES_GENRE[a.genre]
}

/** Adresse du registre avec ces filtres ; les valeurs vides n'y paraissent pas, une page n'y reste jamais par oubli. */
export function adresseEcarts(f: Partial<FiltresEcarts>, chemin = '/bibliotheque/ecarts'): string {
  const p = new URLSearchParams()
  for (const cle of ['groupe', 'modele', 'article', 'etat', 'centre', 'jour', 'tous', 'vue'] as const)
    if (f[cle]) p.set(cle, f[cle])
  if (f.page && f.page > 1) p.set('page', String(f.page))
  const suite = p.toString()
  return suite ? `${chemin}?${suite}` : chemin
}

/** Les écarts d'une convention, à l'article voulu. */
export const adresseEcart = (reference: string, identite?: string): string =>
  `/bibliotheque/ecarts/${encodeURIComponent(reference)}${identite ? `#e-${encodeURIComponent(identite)}` : ''}`

const PAR_PAGE = 50

/** Une page du registre : au-delà de cinquante centres, un tableau ne se lit plus. */
export function enPage<T>(lignes: readonly T[], demandee: number) {
  const page = Math.min(demandee, Math.max(1, Math.ceil(lignes.length / PAR_PAGE)))
  const debut = (page - 1) * PAR_PAGE
  return {
    page,
    total: lignes.length,
    lignes: lignes.slice(debut, debut + PAR_PAGE),
    suite: debut + PAR_PAGE < lignes.length,
  }
}

/** Colonnes du tableau : les articles dont quelqu'un s'écarte, ou tous sur demande. */
export function articlesMontres(r: Pick<RegistreLu, 'articles'>, f: FiltresEcarts): ArticleDuRegistre[] {
  const conformes = f.etat !== null && !estEcart(f.etat)
  return r.articles.filter((a) => f.tous !== null || f.article !== null || conformes || a.ecarts > 0)
}

/** « 12 conventions, 31 écarts sur 7 articles ». */
export function ecartsDits(r: Pick<RegistreLu, 'lignes' | 'articles'>): string {
  const ecarts = r.lignes.reduce((n, l) => n + l.ecarts, 0)
  const articles = r.articles.filter((a) => a.ecarts > 0).length
  const debut = compter(r.lignes.length, 'convention')
  return ecarts
    ? `${debut}, ${compter(ecarts, 'écart')} sur ${compter(articles, 'article')}`
    : `${debut}, aucun écart`
}
