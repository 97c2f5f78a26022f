import { preparerResolution, type Resolution } from '../../documents/blocs/construire'
import { texteDuModele } from '../../domaine/modele/controle'
import { estEcart } from '../../domaine/modele/ecarts'
import type { LigneEcarts, RegistreLu } from '../../lectures/ecarts/lire-registre'
import type { TextesDuRegistre, VersionEntiere } from '../../lectures/ecarts/lire-textes'
import { nomDeVersion } from '../bibliotheque/modele'
import { etatDit } from '../conventions/etats'
import { lignesDUnite } from './convention'
import { celluleDite, ETATS_DITS, nomDArticle } from './libelles'

export const ENTETES = [
  'Référence',
  'Groupe',
  'Centres',
  'Modèle',
  'Version',
  'Étape',
  'Article',
  'État',
  'Précision',
  'Motif',
  'Texte du modèle',
  'Texte de la convention',
] as const

/** Une cellule d'un tableur tient 32 767 signes ; au-delà, la fin est dite manquante. */
const LONGUEUR_MAX = 32_000

/**
 * Le registre en lignes, une par convention et par article. Les deux textes ne sont donnés que pour un écart ; chaque valeur
 * s'y lit par son nom, entre crochets, pour que seule la rédaction se compare.
 */
export function lignesExportees(r: RegistreLu, textes: TextesDuRegistre): string[][] {
  const resolutions = new Map([...textes.versions].map(([id, v]) => [id, resolutionNommee(v)]))
  const modeles = new Map(
    [...textes.versions].map(([id, v]) => [id, new Map(v.unites.map((u) => [u.identite, u]))]),
  )
  return r.lignes.flatMap((l) =>
    r.articles.flatMap((a): string[][] => {
      const c = l.cellules.get(a.identite)
      if (!c) return []
      const resolution = resolutions.get(l.version.id)
      const ecart = estEcart(c.etat) && resolution
      const sien = textes.ecarts.get(l.acteId)?.get(c.exemplaire) ?? null
      const dit = celluleDite(c)
      const etat = ETATS_DITS[c.etat].mot
      return [
        [
          ...debut(l, r),
          nomDArticle(a),
          etat,
          dit === etat ? '' : dit,
          c.motif ?? '',
          ecart ? borner(lignesDUnite(resolution, modeles.get(l.version.id)?.get(a.identite) ?? null)) : '',
          ecart ? borner(lignesDUnite(resolution, sien)) : '',
        ],
      ]
    }),
  )
}

const debut = (l: LigneEcarts, r: RegistreLu): string[] => [
  l.reference,
  l.groupe,
  l.centres.join(', '),
  r.modele?.intitule ?? '',
  nomDeVersion(l.version),
  etatDit({ etape: l.etape, situation: null }).libelle,
]

/** La matrice : une ligne par centre, une colonne par article. */
export function matriceExportee(r: RegistreLu): string[][] {
  return [
    ['Référence', 'Centres', ...r.articles.map(nomDArticle)],
    ...r.lignes.map((l) => [
      l.reference,
      l.centres.join(', '),
      ...r.articles.map((a) => {
        const c = l.cellules.get(a.identite)
        return c ? celluleDite(c) : ''
      }),
    ]),
  ]
}

const resolutionNommee = (v: VersionEntiere): Resolution =>
  preparerResolution(
    texteDuModele(
      v,
      Object.fromEntries(
        v.definitions.map((d) => [d.cle, { genre: 'texte' as const, texte: `[${d.libelle}]` }]),
      ),
    ),
  )

function borner(lignes: readonly string[]): string {
  const texte = lignes.join('\n')
  return texte.length > LONGUEUR_MAX ? `${texte.slice(0, LONGUEUR_MAX)}… [suite dans l’application]` : texte
}

/**
 * Le registre en CSV : point-virgule, marque d'ordre des octets, fins de ligne Windows, pour s'ouvrir d'un double-clic. Une
 * cellule qu'un tableur prendrait pour une formule est précédée d'une apostrophe.
 */
export function enCsv(lignes: readonly (readonly string[])[]): string {
  const cellule = (t: string): string => {
    const sur = /^[=+\-@\t\r]/.test(t) ? `'${t}` : t
    return /[";\r\n]/.test(sur) ? `"${sur.replaceAll('"', '""')}"` : sur
  }
  return `\ufeff${lignes.map((l) => `${l.map(cellule).join(';')}\r\n`).join('')}`
}
