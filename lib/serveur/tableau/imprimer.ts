import 'server-only'
import type { Bloc, DocumentNeutre } from '../../documents/blocs/blocs'
import { barresDeConformite, courbeDeTendance } from '../../documents/graphiques/conformite'
import type { Acteur } from '../../domaine/organisation/acteur'
import { canoniser, sha256 } from '../../domaine/texte/empreinte'
import { schemaFiltresComite, schemaFiltresTableau } from '../../lectures/tableau/filtres'
import { lireCentre } from '../../lectures/tableau/lire-centre'
import { lireComite } from '../../lectures/tableau/lire-comite'
import { lireTableau, type TableauLu } from '../../lectures/tableau/lire-tableau'
import { dateEnLettres } from '../../presentation/dates'
import { phrasesDAttention } from '../../presentation/tableau/attention'
import { blocsDeTable, feuille, intertitre, paragraphe, puces } from '../../presentation/tableau/document'
import {
  barreDe,
  barresDites,
  ligneDe,
  parTheme,
  pointsDe,
  tendanceDite,
} from '../../presentation/tableau/donnees'
import { conformiteDite, filtreDePeriodeDit } from '../../presentation/tableau/libelles'
import {
  type Table,
  tablesDuCentre,
  tablesDuComite,
  tablesDuTableau,
} from '../../presentation/tableau/tables'
import { type DocumentRendu, rendreEnOuvrier, TYPES } from '../documents/atelier'

/** Un tableau en PDF, rendu à la demande ; `null` pour qui ne le lit pas. */
export async function imprimerTableau(
  acteur: Acteur,
  params: Record<string, string>,
  maintenant: Date,
): Promise<DocumentRendu | null> {
  const document = await composer(acteur, params, maintenant)
  if (!document) return null
  return {
    octets: await rendreEnOuvrier(document),
    nom: `${document.reference}.pdf`,
    type: TYPES.pdf,
    empreinte: sha256(canoniser(document)),
  }
}

async function composer(
  acteur: Acteur,
  params: Record<string, string>,
  maintenant: Date,
): Promise<DocumentNeutre | null> {
  const f = schemaFiltresTableau.parse(params)
  if (params.de === 'centre') {
    const c = await lireCentre(acteur, params.centre ?? '', f, maintenant)
    if (!c) return null
    const total = conformiteDite(ligneDe('', '', c.agregats.total.get('')).conformite)
    return feuille(`Engagements, ${c.ville}`, `tableau-${c.code}`, maintenant, [
      paragraphe(`Au ${dateEnLettres(c.jour)}, ${filtreDePeriodeDit(f.periode)}. ${total}.`),
      ...tablesDuCentre(c).map(sansColonnes('Thème', 'Période d’avant')).flatMap(blocsDeTable),
    ])
  }
  if (params.de === 'comite') {
    const c = await lireComite(acteur, schemaFiltresComite.parse(params), maintenant)
    const ville = c.options.centres.find((x) => x.code === params.centre)?.ville ?? 'en plénier'
    const dit = (a: typeof c.comptes.avant) => conformiteDite(ligneDe('', '', a.total.get('')).conformite)
    return feuille(`Comité de suivi, ${ville}`, 'comite-de-suivi', maintenant, [
      paragraphe(`Depuis le ${dateEnLettres(c.depuis)} : ${dit(c.comptes.apres)}.`),
      paragraphe(`Avant, à partir du ${dateEnLettres(c.avant.du)} : ${dit(c.comptes.avant)}.`),
      ...[...tablesDuComite(c)].reverse().flatMap(blocsDeTable),
    ])
  }
  const t = await lireTableau(acteur, f, maintenant)
  return t && feuille('Tableau de bord', 'tableau-de-bord', maintenant, blocsDuTableau(t, f))
}

function blocsDuTableau(t: TableauLu, f: Parameters<typeof phrasesDAttention>[1]): Bloc[] {
  const themes = parTheme(t.agregats.theme)
  const points = pointsDe(t.tendance)
  const total = conformiteDite(ligneDe('', '', t.agregats.total.get('')).conformite)
  const phrases = phrasesDAttention(t, f).map((p) => `${p.phrase}.`)
  const tables = tablesDuTableau(t)
  const de = (nom: string) => tables.filter((x) => x.nom === nom && x.lignes.length > 0).flatMap(blocsDeTable)
  const matrice = tables.find((x) => x.nom === 'matrice')
  return [
    paragraphe(`Au ${dateEnLettres(t.jour)}, ${filtreDePeriodeDit(f.periode)}. ${total}.`),
    intertitre('Ce qui demande attention', 'attention'),
    phrases.length ? puces(phrases) : paragraphe('Rien ne demande attention sur cette période.'),
    ...(themes.length
      ? [
          {
            genre: 'graphique' as const,
            dessin: barresDeConformite(themes.map(barreDe), {
              titre: 'Conformité par thème',
              texte: barresDites(themes),
            }),
          },
        ]
      : []),
    ...de('themes'),
    ...(points.length
      ? [
          {
            genre: 'graphique' as const,
            dessin: courbeDeTendance(points, {
              titre: 'Part des mesures respectées, par trimestre',
              texte: tendanceDite(points),
            }),
          },
        ]
      : []),
    ...de('tendance'),
    ...de('centres'),
    // Au-delà de six centres, une page ne porte plus la matrice : elle va au tableur.
    ...(matrice && t.centres.length <= 6 ? de('matrice') : []),
    ...de('etapes'),
  ]
}

/** Une page de papier est étroite : ces colonnes restent à l'écran et au tableur. La première reste toujours. */
const sansColonnes =
  (...tues: readonly string[]) =>
  (t: Table): Table => {
    const gardees = t.entetes.map((e, i) => i === 0 || !tues.includes(e))
    return {
      ...t,
      entetes: t.entetes.filter((_, i) => gardees[i]),
      lignes: t.lignes.map((l) => l.filter((_, i) => gardees[i])),
    }
  }
