import { type JalonAVenir, jalonsAVenir } from '../domaine/acte/echeances'
import { ajouterJours, type DateIso } from '../domaine/calendrier/dates'
import type { Acteur } from '../domaine/organisation/acteur'
import { nomDansLaPhrase } from '../domaine/organisation/designations'
import type {
  ChaineAEcheance,
  EcheancesLues,
  LettreEnAttente,
  SeanceAVenir,
} from '../lectures/accueil/lire-echeances'
import { adresseConvention, adresseDates } from './conventions/adresses'
import { ALERTES, type CoteDuLecteur, coteDuLecteur } from './conventions/etats'
import { dateEnLettres, typographier } from './typographie'

export type Echeance = {
  cle: string
  le: DateIso
  ville: string
  reference: string
  phrase: string
  /** Ce qui suit, en une ligne. */
  suite: string | null
  href: string
  etiquette: { libelle: string; ton: 'manque' | 'vigilance' | 'neutre' } | null
}

/** Échéances de l'acteur, la plus proche d'abord ; ce qui est déjà passé et attend encore vient donc en tête. */
export function echeancesDe(lues: EcheancesLues, acteur: Acteur, jour: DateIso): Echeance[] {
  // Une convention que l'on vient de dénoncer ne se prépare plus à un renouvellement.
  const denoncees = new Set(lues.lettres.filter((l) => !l.partie).map((l) => l.reference))
  const toutes = [
    ...lues.chaines
      .filter((c) => !denoncees.has(c.reference))
      .flatMap((c) => deLaChaine(c, coteDuLecteur(acteur, c.groupeId), jour)),
    ...lues.seances.map((s) => deLaSeance(s, jour)),
    ...lues.lettres.map((l) => deLaLettre(l, coteDuLecteur(acteur, l.groupeId))),
  ]
  return toutes.sort((a, b) => (a.le < b.le ? -1 : a.le > b.le ? 1 : a.cle < b.cle ? -1 : 1))
}

const JALONS: Record<JalonAVenir['nature'], Record<CoteDuLecteur, string>> = {
  'fin-365': {
    redacteur: 'Un an avant la fin : préparer l’avenant de renouvellement',
    partenaire: 'Un an avant la fin : prévoir le renouvellement et son vote',
    observateur: 'Un an avant la fin : le renouvellement est à préparer',
  },
  'fin-180': {
    redacteur: 'Alerte à 180 jours : l’avenant doit être prêt à voter',
    partenaire: 'Alerte à 180 jours : inscrire le renouvellement au conseil',
    observateur: 'Alerte à 180 jours de la fin',
  },
  'fin-90': {
    redacteur: 'Alerte à 90 jours : faire signer l’avenant',
    partenaire: 'Alerte à 90 jours : voter et signer l’avenant',
    observateur: 'Alerte à 90 jours de la fin',
  },
  'dernier-preavis': {
    redacteur: 'Dernier jour pour recevoir un préavis utile',
    partenaire: 'Dernier jour pour recevoir un préavis utile',
    observateur: 'Dernier jour pour recevoir un préavis utile',
  },
  fin: {
    redacteur: 'Dernier jour de la convention, et pour signer son renouvellement',
    partenaire: 'Dernier jour de la convention, et pour signer son renouvellement',
    observateur: 'Dernier jour de la convention',
  },
  'fin-de-preavis': {
    redacteur: 'Fin du préavis : dernier jour de la convention dénoncée',
    partenaire: 'Fin du préavis : dernier jour de la convention dénoncée',
    observateur: 'Fin du préavis : dernier jour de la convention dénoncée',
  },
  echue: {
    redacteur: 'Convention échue, sans suite',
    partenaire: 'Convention échue : une nouvelle est à négocier',
    observateur: 'Convention échue, sans suite',
  },
}

function deLaChaine(c: ChaineAEcheance, regard: CoteDuLecteur, jour: DateIso): Echeance[] {
  const [prochain, ...reste] = jalonsAVenir({ ...c, remplacee: false }, jour)
  // La direction a déjà cette convention sous « À vous de jouer ».
  if (!prochain || (prochain.nature === 'echue' && regard === 'redacteur')) return []
  const suite = reste.flatMap((j) =>
    j.nature === 'fin'
      ? [`fin le ${dateEnLettres(j.le)}`]
      : j.nature === 'dernier-preavis'
        ? [`dernier préavis recevable le ${dateEnLettres(j.le)}`]
        : [],
  )
  return [
    {
      cle: `chaine-${c.reference}`,
      le: prochain.le,
      ville: c.ville,
      reference: c.reference,
      phrase: typographier(JALONS[prochain.nature][regard]),
      suite: suite.length ? typographier(`Puis : ${suite.join(', ')}`) : null,
      href: adresseDates(c.reference),
      etiquette: etiquetteDe(c, prochain, jour),
    },
  ]
}

const SEUILS = { 365: 'Dans l’année', 180: 'Moins de six mois', 90: 'Moins de trois mois' } as const

function etiquetteDe(c: ChaineAEcheance, prochain: JalonAVenir, jour: DateIso): Echeance['etiquette'] {
  if (prochain.nature === 'echue') return { libelle: 'Échue', ton: 'manque' }
  if (prochain.nature === 'fin-de-preavis') return { libelle: 'Préavis en cours', ton: 'vigilance' }
  const fin = c.fin ?? ''
  const seuil = [...ALERTES].reverse().find((n) => fin <= ajouterJours(jour, n))
  if (!seuil) return null
  const ton = seuil === 90 ? 'manque' : seuil === 180 ? 'vigilance' : 'neutre'
  return { libelle: SEUILS[seuil], ton }
}

/** Le dépôt d'abord, tant qu'il n'est pas passé ; puis la séance. */
function deLaSeance(s: SeanceAVenir, jour: DateIso): Echeance {
  const depot = s.depotAvant !== null && s.depotAvant >= jour
  return {
    cle: `seance-${s.reference}`,
    le: depot ? (s.depotAvant ?? s.le) : s.le,
    ville: s.ville,
    reference: s.reference,
    phrase: depot ? 'Dernier jour pour déposer le dossier du conseil' : 'Séance du conseil',
    suite: depot ? `Puis : séance le ${dateEnLettres(s.le)}` : depotPasse(s),
    href: `${adresseConvention(s.reference)}/vote`,
    etiquette: null,
  }
}

const depotPasse = (s: SeanceAVenir): string | null =>
  s.depotAvant ? `Dépôt des dossiers clos le ${dateEnLettres(s.depotAvant)}` : null

function deLaLettre(l: LettreEnAttente, regard: CoteDuLecteur): Echeance {
  const sienne = (regard === 'redacteur') === (l.cote === 'HOPITAL') && regard !== 'observateur'
  return {
    cle: `lettre-${l.id}`,
    le: l.envoyeeLe,
    ville: l.ville,
    reference: l.reference,
    phrase: l.nonReclamee
      ? 'Lettre de dénonciation non réclamée : date à retenir'
      : sienne
        ? 'Lettre de dénonciation envoyée : réception à noter'
        : 'Dénonciation notifiée : réception à noter',
    suite: l.partie ? typographier(`Se retire : ${nomDansLaPhrase(l.partie)}`) : null,
    href: adresseDates(l.reference),
    etiquette: { libelle: 'En attente de réception', ton: 'vigilance' },
  }
}
