import { THEMES } from '../../domaine/engagement/themes'
import type { CentreLu } from '../../lectures/tableau/lire-centre'
import type { ComiteLu } from '../../lectures/tableau/lire-comite'
import type { Cooperation, SiegeLu } from '../../lectures/tableau/lire-siege'
import type { TableauLu } from '../../lectures/tableau/lire-tableau'
import type { MesureListee } from '../../lectures/tableau/lister-mesures'
import { etatDit } from '../conventions/etats'
import { dateCourte } from '../dates'
import { nombre } from '../typographie'
import { COMPTE_VIDE, type LigneConformite, ligneDe, parDebiteur, parTheme, pointsDe } from './donnees'
import {
  cibleDite,
  conditionDite,
  constatDit,
  DEBITEURS_DITS,
  ETATS_MESURE,
  filtreDePeriodeDit,
  JUGEMENTS_DITS,
  jugementDit,
} from './libelles'

/** Table neutre : ce que l'écran, le tableur et le PDF montrent de même. Un nombre reste un nombre. */
export type Table = { nom: string; titre: string; entetes: string[]; lignes: (string | number | null)[][] }

const COMPTES = [
  'Respectées',
  'À surveiller',
  'Non respectées',
  'Jugées',
  'Taux (%)',
  'Non mesurées',
  'Sans objet',
  'Contestées',
]

const nombres = ({ compte, conformite: c }: LigneConformite): (number | null)[] => [
  compte.decompte.respecte,
  compte.decompte['a-surveiller'],
  compte.decompte['non-respecte'],
  c.jugees,
  c.taux === null ? null : Math.round(c.taux * 10) / 10,
  c.nonMesurees,
  compte.decompte['sans-objet'],
  compte.contestees,
]

export const tableConformite = (
  nom: string,
  titre: string,
  tete: string,
  lignes: readonly LigneConformite[],
): Table => ({
  nom,
  titre,
  entetes: [tete, ...COMPTES],
  lignes: lignes.map((l) => [l.libelle, ...nombres(l)]),
})

export const lignesParCentre = (t: Pick<TableauLu, 'agregats' | 'tousLesCentres'>): LigneConformite[] =>
  t.tousLesCentres.map((c) => ligneDe(c.code, c.ville, t.agregats.centre.get(c.code)))

/** La même phrase de case à l'écran et dans un tableur. */
export const caseDite = (
  c: { jugement: Parameters<typeof jugementDit>[0]; contestee: boolean } | undefined,
): string => (c ? `${jugementDit(c.jugement).mot}${c.contestee ? ', contesté' : ''}` : '')

/** Toutes les tables du tableau de la direction. */
export function tablesDuTableau(t: TableauLu): Table[] {
  return [
    tableConformite('themes', 'Conformité par thème', 'Thème', parTheme(t.agregats.theme)),
    tableConformite('debiteurs', 'Conformité par débiteur', 'Débiteur', parDebiteur(t.agregats.debiteur)),
    tableConformite('centres', 'Conformité par centre', 'Centre', lignesParCentre(t)),
    {
      nom: 'matrice',
      titre: 'Dernière période finie, par engagement et par centre',
      entetes: ['Engagement', 'Thème', 'Débiteur', ...t.centres.map((c) => c.ville)],
      lignes: t.matrice.map((l) => [
        l.libelle,
        THEMES[l.theme],
        DEBITEURS_DITS[l.debiteur],
        ...t.centres.map((c) => caseDite(l.cellules.get(c.code))),
      ]),
    },
    {
      nom: 'tendance',
      titre: 'Tendance par trimestre',
      entetes: ['Trimestre', ...COMPTES],
      lignes: pointsDe(t.tendance).map((p) => [
        filtreDePeriodeDit(p.trimestre),
        ...nombres({ cle: '', libelle: '', compte: p.compte, conformite: p.conformite }),
      ]),
    },
    tableEtapes(t),
  ]
}

const tableEtapes = (t: Pick<TableauLu, 'etapes'>): Table => ({
  nom: 'etapes',
  titre: 'Conventions et avenants par étape',
  entetes: ['Acte', 'Étape', 'Nombre'],
  lignes: etapesDites(t.etapes).map((e) => [e.acte, e.libelle, e.nombre]),
})

const ORDRE = [
  'BROUILLON',
  'EN_RELECTURE',
  'A_REPRENDRE',
  'TEXTE_ACCEPTE',
  'EN_DELIBERATION',
  'A_SIGNER',
  'SIGNEE',
]
/** Étapes dans l'ordre du travail ; un acte signé est en vigueur, ou ne l'est pas (échu, résilié ou à venir). */
export const etapesDites = (etapes: TableauLu['etapes']) =>
  [...etapes]
    .sort(
      (a, b) =>
        (a.genre === b.genre ? 0 : a.genre === 'CONVENTION' ? -1 : 1) ||
        ORDRE.indexOf(a.etape) - ORDRE.indexOf(b.etape) ||
        Number(b.enVigueur) - Number(a.enVigueur),
    )
    .map((e) => ({
      acte: e.genre === 'CONVENTION' ? 'Conventions' : 'Avenants',
      nombre: e.nombre,
      etape: e.etape,
      ...(e.etape === 'SIGNEE'
        ? e.enVigueur
          ? { libelle: 'En vigueur', ton: 'tenu' as const }
          : { libelle: 'Signées, hors de vigueur', ton: 'neutre' as const }
        : etatDit({ etape: e.etape, situation: null })),
    }))

export const tableMesures = (mesures: readonly MesureListee[]): Table => ({
  nom: 'mesures',
  titre: 'Mesures',
  entetes: [
    'Convention',
    'Centre',
    'Engagement',
    'Portée',
    'Thème',
    'Débiteur',
    'Début',
    'Fin',
    'Cible',
    'Constat',
    'Numérateur',
    'Dénominateur',
    'Jugement',
    'État',
    'Motif de contestation',
  ],
  lignes: mesures.map((m) => [
    m.reference,
    m.centres,
    m.libelle,
    m.portee,
    THEMES[m.theme],
    DEBITEURS_DITS[m.debiteur],
    dateCourte(m.debut),
    dateCourte(m.fin),
    cibleDite(m.cible),
    constatDit(m),
    m.numerateur,
    m.denominateur,
    JUGEMENTS_DITS[m.jugement].mot,
    ETATS_MESURE[m.etat],
    m.motif,
  ]),
})

export function tablesDuCentre(c: CentreLu): Table[] {
  return [
    {
      nom: 'promesses',
      titre: `Engagements, ${c.ville}`,
      entetes: [
        'Débiteur',
        'Engagement',
        'Thème',
        'Cible',
        'Dernier constat',
        'Jugement',
        'Période d’avant',
        'Prochaine période',
        'Condition',
      ],
      lignes: c.promesses.map((p) => [
        DEBITEURS_DITS[p.debiteur],
        p.portee ? `${p.libelle} (${p.portee})` : p.libelle,
        THEMES[p.theme],
        cibleDite(p.cible),
        constatDit(p),
        caseDite(p),
        p.avant ? JUGEMENTS_DITS[p.avant].mot : '',
        p.prochaine ? dateCourte(p.prochaine) : '',
        p.exigibleLe && p.exigibleLe <= c.jour ? '' : conditionDite(p.condition),
      ]),
    },
    tableConformite('themes', 'Conformité par thème', 'Thème', parTheme(c.agregats.theme)),
  ]
}

export const COOPERATIONS_DITES: Record<
  Cooperation,
  { mot: string; ton: 'tenu' | 'accent' | 'manque' | 'inconnu' }
> = {
  structuree: { mot: 'Structurée', ton: 'tenu' },
  'en-preparation': { mot: 'En préparation', ton: 'accent' },
  echue: { mot: 'Échue', ton: 'manque' },
  aucune: { mot: 'Aucune', ton: 'inconnu' },
}

export const tableSiege = (s: SiegeLu): Table => ({
  nom: 'siege',
  titre: 'Coopération par centre et par groupe',
  entetes: [
    'Centre',
    ...s.groupes.flatMap((g) => [
      g.sigle ?? g.nom,
      `${g.sigle ?? g.nom}, taux (%)`,
      `${g.sigle ?? g.nom}, jugées`,
    ]),
  ],
  lignes: s.centres.map((c) => [
    c.ville,
    ...s.groupes.flatMap((g) => {
      const { conformite: k } = ligneDe('', '', s.agregats.couple.get(`${g.code}/${c.code}`))
      const lien = c.groupes.get(g.code)
      return [
        lien ? COOPERATIONS_DITES[lien].mot : '',
        k.taux === null ? null : Math.round(k.taux * 10) / 10,
        k.jugees,
      ]
    }),
  ]),
})

/** Chaque engagement, avant et après : les deux taux ne se comparent qu'avec leurs nombres. */
export function lignesDuComite(c: ComiteLu) {
  return c.intitules
    .map((i) => ({
      ...i,
      avant: ligneDe(i.cle, i.libelle, c.comptes.avant.engagement.get(i.cle) ?? COMPTE_VIDE),
      apres: ligneDe(i.cle, i.libelle, c.comptes.apres.engagement.get(i.cle) ?? COMPTE_VIDE),
    }))
    .filter((l) => [l.avant, l.apres].some((x) => x.conformite.jugees + x.conformite.nonMesurees > 0))
}

export const tablesDuComite = (c: ComiteLu): Table[] => [
  {
    nom: 'comite',
    titre: 'Engagements, avant et après',
    entetes: [
      'Engagement',
      'Thème',
      'Débiteur',
      'Avant : respectées',
      'Avant : jugées',
      'Avant : taux (%)',
      'Avant : non mesurées',
      'Après : respectées',
      'Après : jugées',
      'Après : taux (%)',
      'Après : non mesurées',
    ],
    lignes: lignesDuComite(c).map((l) => [
      l.libelle,
      THEMES[l.theme],
      DEBITEURS_DITS[l.debiteur],
      ...[l.avant, l.apres].flatMap(({ conformite: k }) => [
        k.respectees,
        k.jugees,
        k.taux === null ? null : Math.round(k.taux * 10) / 10,
        k.nonMesurees,
      ]),
    ]),
  },
  {
    nom: 'changements',
    titre: 'Ce qui a changé',
    entetes: ['Centre', 'Engagement', 'Débiteur', 'Avant', 'Après'],
    lignes: c.changements.map((x) => [
      x.ville,
      x.libelle,
      DEBITEURS_DITS[x.debiteur],
      x.avant ? JUGEMENTS_DITS[x.avant].mot : 'Sans mesure',
      JUGEMENTS_DITS[x.apres].mot,
    ]),
  },
]

/** Une cellule en texte : virgule décimale, sans séparateur de milliers, pour qu'un tableur y lise un nombre. */
export const enTexte = (v: string | number | null): string =>
  v === null ? '' : typeof v === 'number' ? String(v).replace('.', ',') : v

/** Une cellule à lire : les milliers séparés. */
export const aLire = (v: string | number | null): string =>
  v === null ? '–' : typeof v === 'number' ? nombre(v, Number.isInteger(v) ? 0 : 1) : v
