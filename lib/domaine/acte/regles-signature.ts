import { type DateIso, enLettres } from '../calendrier/dates'
import type { NatureGestionnaire } from '../organisation/designations'
import { plier } from '../texte/plier'
import type { Piece } from './activite-partagee'
import { type AutoriteDeLaPartie, type RegimeAutorite, regimeDe } from './autorite'

/** Ce qui empêche de signer, ou ce qu'il faut savoir avant. */
export const CODES_CONSTAT = [
  'deliberation-manquante',
  'deliberation-refusee',
  'deliberation-autre-texte',
  'deliberation-anterieure',
  'transmission-manquante',
  'publication-manquante',
  'signature-avant-transmission',
  'signature-avant-publication',
  'signataire-manquant',
  'signataire-sans-nom',
  'signataire-autre-que-le-texte',
  'delegation-hopital',
  'delegation-centre',
  'pouvoir-gestionnaire',
  'delegation-incomplete',
  'delegation-posterieure',
  'mention-manquante',
  'accord-manquant',
  'accord-refuse',
  'avis-manquant',
  'avis-defavorable',
  'visa-perime',
  'visa-a-venir',
  'effet-financier-inconnu',
  'praticien-sans-accord',
  'praticien-piece-manquante',
] as const
export type CodeConstat = (typeof CODES_CONSTAT)[number]

export type Constat = {
  niveau: 'bloque' | 'previent'
  code: CodeConstat
  /** Phrase prête à lire ; la présentation n'y ajoute que la typographie. */
  message: string
  /** Texte ou décision d'où vient la règle, tel qu'on le cite. */
  source: string
  /** Partie visée, ou `null` : tout l'acte. */
  partieId: string | null
}

const AVIS_DU_CE = 'Conseil d’État, avis, 10 juin 1996, n° 176873'
const DELEGATION_HOPITAL = 'Code de la santé publique, art. L. 6143-7 et D. 6143-33'
const DELEGATION_COMMUNE = 'Code général des collectivités territoriales, art. L. 2122-18 et L. 2122-19'
const DELEGATION_EPCI = 'Code général des collectivités territoriales, art. L. 5211-9'
const REGLE_DU_MODELE = 'Avis et accords demandés par le modèle de cet acte'
const TEXTE_VOTE = 'L’organe se prononce sur un texte : un autre texte demande un autre vote'
const TEXTE_CONNU = 'L’organe se prononce sur un texte qu’il a reçu'
const COMPARUTION = 'Représentants nommés dans le texte de l’acte'

export type SignataireAControler = {
  nom: string
  qualite: string
  nature: 'DROIT' | 'DELEGATION'
  reference: string | null
  date: DateIso | null
}

export type PartieAControler = {
  partieId: string
  role: 'HOPITAL' | 'GESTIONNAIRE'
  /** « la commune d'Arcueil » : avec son article, tel qu'on l'écrit dans une phrase. */
  nom: string
  nature: NatureGestionnaire | null
  signataires: readonly SignataireAControler[]
  /** `null` pour l'hôpital, qui ne délibère pas ici. */
  autorite: AutoriteDeLaPartie | null
  /** Premier jour où le texte voté par l'organe a été partagé ; `null` s'il n'a pas voté ce texte. */
  texteVotePartageLe: DateIso | null
  /** Personne que le texte nomme pour représenter la partie ; `null` s'il n'en nomme aucune. */
  representant: { prenom: string; nom: string } | null
  /** Une délibération antérieure couvrirait cet avenant s'il est sans effet financier, et nul ne l'a dit. */
  effetADire: boolean
}

export type AvisAControler = {
  libelle: string
  nature: 'avis' | 'accord'
  etat: 'ATTENDUE' | 'APPROUVEE' | 'REFUSEE'
  motif: string | null
}

export type VisaAControler = {
  texte: string
  valideDu: DateIso | null
  valideAu: DateIso | null
  remplacePar: string | null
}

export type PraticienAControler = { fonction: string; manque: readonly Piece[] }

export type DossierAControler = {
  jour: DateIso
  parties: readonly PartieAControler[]
  avis: readonly AvisAControler[]
  /** Libellés des mentions exigibles avant la signature et encore vides. */
  mentions: readonly string[]
  visas: readonly VisaAControler[]
  /** Praticiens d'une activité partagée ; absent de tout autre acte. */
  praticiens?: readonly PraticienAControler[]
}

/**
 * Tout ce qui bloque ou prévient avant l'envoi à la signature, au jour dit : ce qui bloque d'abord. Une règle par
 * constat, chacune avec sa source ; aucune n'est levée par une autre.
 */
export function controlerAvantSignature(d: DossierAControler): Constat[] {
  const constats = [
    ...d.avis.flatMap(constatAvis),
    ...constatsPraticiens(d.praticiens),
    ...d.parties.flatMap((p) => [...constatsAutorite(p), ...constatsSignataires(p, d.jour)]),
    ...d.mentions.map(constatMention),
    ...d.visas.flatMap((v) => constatVisa(v, d.jour)),
  ]
  return [
    ...constats.filter((c) => c.niveau === 'bloque'),
    ...constats.filter((c) => c.niveau === 'previent'),
  ]
}

/** Vrai quand rien ne bloque. */
export const peutEtreEnvoye = (constats: readonly Constat[]): boolean =>
  constats.every((c) => c.niveau !== 'bloque')

/**
 * Constats propres à une date de signature d'une partie : avant la transmission, la collectivité n'est pas autorisée à
 * signer ; avant la publication, l'acte qui l'y autorise n'est pas encore exécutoire.
 */
export function controlerDateDeSignature(p: PartieAControler, signeLe: DateIso): Constat[] {
  const regime = regimeDe(p.nature)
  const d = p.autorite?.deliberation
  if (p.role === 'HOPITAL' || !d || d.sens !== 'ADOPTEE') return []
  const constats: Constat[] = []
  if (regime.transmission && (!d.transmiseLe || signeLe < d.transmiseLe))
    constats.push({
      ...bloque('signature-avant-transmission', p.partieId),
      message: d.transmiseLe
        ? `${majuscule(p.nom)} ne peut signer avant le ${enLettres(d.transmiseLe)}, jour de la transmission de sa délibération au représentant de l’État.`
        : `${majuscule(p.nom)} ne peut signer : sa délibération du ${enLettres(d.seanceLe)} n’est pas transmise au représentant de l’État.`,
      source: AVIS_DU_CE,
    })
  if (!regime.transmission && signeLe < d.seanceLe)
    constats.push({
      ...bloque('signature-avant-transmission', p.partieId),
      message: `${majuscule(p.nom)} ne peut signer avant le ${enLettres(d.seanceLe)}, jour où son organe l’a autorisé.`,
      source: `Autorité du gestionnaire : ${regime.source}`,
    })
  if (regime.publication && (!d.publieeLe || signeLe < d.publieeLe))
    constats.push({
      ...previent('signature-avant-publication', p.partieId),
      message: d.publieeLe
        ? `La délibération n’est publiée que le ${enLettres(d.publieeLe)} : elle n’est exécutoire qu’à compter de ce jour.`
        : 'La publication de la délibération n’est pas enregistrée : elle n’est exécutoire qu’une fois publiée et transmise.',
      source: sourcePublication(p.nature),
    })
  return constats
}

function constatAvis(a: AvisAControler): Constat[] {
  const commun = { source: REGLE_DU_MODELE }
  const motif = a.motif ? ` Motif : ${a.motif.replace(/\.$/, '')}.` : ''
  if (a.etat === 'APPROUVEE') return []
  if (a.nature === 'accord')
    return [
      a.etat === 'REFUSEE'
        ? { ...bloque('accord-refuse'), ...commun, message: `${a.libelle} : accord refusé.${motif}` }
        : { ...bloque('accord-manquant'), ...commun, message: `${a.libelle} : accord pas encore donné.` },
    ]
  return [
    a.etat === 'REFUSEE'
      ? {
          ...previent('avis-defavorable'),
          ...commun,
          message: `${a.libelle} : avis défavorable.${motif}`,
        }
      : { ...bloque('avis-manquant'), ...commun, message: `${a.libelle} : avis pas encore rendu.` },
  ]
}

function constatsAutorite(p: PartieAControler): Constat[] {
  if (p.role === 'HOPITAL' || !p.autorite) return []
  const regime = regimeDe(p.nature)
  const source = `Autorité du gestionnaire : ${regime.source}`
  const { etat, deliberation: d } = p.autorite
  if (etat === 'attendue') {
    const manque = {
      ...bloque('deliberation-manquante', p.partieId),
      message: `${majuscule(p.nom)} : la ${regime.nom} qui autorise la signature n’est pas enregistrée.`,
      source,
    }
    return p.effetADire ? [manque, effetADire(p)] : [manque]
  }
  if (etat === 'refusee')
    return [
      {
        ...bloque('deliberation-refusee', p.partieId),
        message: `${majuscule(p.nom)} : l’organe a refusé ce texte le ${enLettres(d.seanceLe)}.`,
        source,
      },
    ]
  if (etat === 'autre-texte')
    return [
      {
        ...bloque('deliberation-autre-texte', p.partieId),
        message: `${majuscule(p.nom)} : la ${regime.nom} du ${enLettres(d.seanceLe)} porte sur un autre texte que celui-ci.`,
        source: TEXTE_VOTE,
      },
    ]
  const execution = constatsExecution(p, regime, d)
  return etat === 'votee' ? [...execution, ...constatAnteriorite(p, d.seanceLe)] : execution
}

/** Un organe n'a pas pu voter un texte partagé après sa séance ; la date d'une séance se saisit, donc se trompe. */
const constatAnteriorite = (p: PartieAControler, seanceLe: DateIso): Constat[] =>
  p.texteVotePartageLe && seanceLe < p.texteVotePartageLe
    ? [
        {
          ...previent('deliberation-anterieure', p.partieId),
          message: `${majuscule(p.nom)} : la ${regimeDe(p.nature).nom} du ${enLettres(seanceLe)} est antérieure à la version votée, partagée le ${enLettres(p.texteVotePartageLe)}.`,
          source: TEXTE_CONNU,
        },
      ]
    : []

function constatsExecution(
  p: PartieAControler,
  regime: RegimeAutorite,
  d: NonNullable<AutoriteDeLaPartie['deliberation']>,
): Constat[] {
  const constats: Constat[] = []
  if (regime.transmission && !d.transmiseLe)
    constats.push({
      ...bloque('transmission-manquante', p.partieId),
      message: `${majuscule(p.nom)} ne peut signer : sa délibération du ${enLettres(d.seanceLe)} n’est pas transmise au représentant de l’État.`,
      source: AVIS_DU_CE,
    })
  if (regime.publication && !d.publieeLe)
    constats.push({
      ...previent('publication-manquante', p.partieId),
      message: `${majuscule(p.nom)} : la publication de la délibération du ${enLettres(d.seanceLe)} n’est pas enregistrée ; elle n’est exécutoire qu’une fois publiée et transmise.`,
      source: sourcePublication(p.nature),
    })
  return constats
}

const effetADire = (p: PartieAControler): Constat => ({
  ...previent('effet-financier-inconnu', p.partieId),
  message:
    'Une délibération antérieure couvre les avenants sans effet financier : la direction n’a pas dit si celui-ci en a un.',
  source: 'Portée de la délibération antérieure',
})

function constatsSignataires(p: PartieAControler, jour: DateIso): Constat[] {
  if (p.signataires.length === 0)
    return [
      {
        ...bloque('signataire-manquant', p.partieId),
        message: `${majuscule(p.nom)} n’a aucun signataire.`,
        source: 'Qualité des signataires',
      },
    ]
  return [
    ...p.signataires.flatMap((s) => constatsIdentite(p, s, jour)),
    ...(p.role === 'HOPITAL' ? constatsHopital(p) : constatsGestionnaire(p)),
    ...constatRepresentant(p),
  ]
}

/**
 * Le texte nomme une personne, une autre signe : l'une des deux mentions est à relire. Le nom n'étant pas voté, le
 * corriger ne rouvre rien ; un signataire encore sans nom a déjà son constat.
 */
function constatRepresentant(p: PartieAControler): Constat[] {
  const nommes = p.signataires.filter((s) => s.nom.trim() !== '')
  if (!p.representant || nommes.length === 0) return []
  const dit = [p.representant.prenom, p.representant.nom].filter(Boolean).join(' ')
  if (nommes.some((s) => memePersonne(s.nom, dit))) return []
  return [
    {
      ...previent('signataire-autre-que-le-texte', p.partieId),
      message: `${majuscule(p.nom)} : le texte dit cette partie représentée par ${dit}, mais ${nommes.map(designe).join(' et ')} ${nommes.length > 1 ? 'signent' : 'signe'}.`,
      source: COMPARUTION,
    },
  ]
}

/** Mêmes mots, sans accent, casse ni trait d'union. */
const memePersonne = (a: string, b: string): boolean => motsDuNom(a) === motsDuNom(b)
const motsDuNom = (nom: string): string =>
  plier(nom)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join(' ')

function constatsIdentite(p: PartieAControler, s: SignataireAControler, jour: DateIso): Constat[] {
  const constats: Constat[] = []
  if (s.nom.trim() === '')
    constats.push({
      ...bloque('signataire-sans-nom', p.partieId),
      message: `${majuscule(p.nom)} : le nom du signataire (${s.qualite}) n’est pas renseigné.`,
      source: 'Qualité des signataires',
    })
  if (s.nature !== 'DELEGATION') return constats
  if (!s.reference || !s.date)
    constats.push({
      ...bloque('delegation-incomplete', p.partieId),
      message: `${majuscule(p.nom)} : la délégation de ${designe(s)} n’a pas ${!s.reference && !s.date ? 'de référence ni de date' : s.reference ? 'de date' : 'de référence'}.`,
      source: sourceDelegation(p),
    })
  else if (s.date > jour)
    constats.push({
      ...bloque('delegation-posterieure', p.partieId),
      message: `${majuscule(p.nom)} : la délégation de ${designe(s)} ne prend date que le ${enLettres(s.date)}.`,
      source: sourceDelegation(p),
    })
  return constats
}

/** À l'hôpital, chaque signataire autre que le directeur général signe par délégation. */
const constatsHopital = (p: PartieAControler): Constat[] =>
  p.signataires
    .filter((s) => s.nature !== 'DELEGATION' && !estDirecteurGeneral(s.qualite))
    .map((s) => ({
      ...bloque('delegation-hopital', p.partieId),
      message: `${majuscule(p.nom)} : ${designe(s)} n’est pas le directeur général et signe sans délégation de signature.`,
      source: DELEGATION_HOPITAL,
    }))

/** Au gestionnaire, il faut au moins une personne qui l'engage : son représentant, ou quelqu'un qui en tient pouvoir. */
function constatsGestionnaire(p: PartieAControler): Constat[] {
  const { representant } = regimeDe(p.nature)
  const engage = p.signataires.some((s) => s.nature === 'DELEGATION' || estRepresentant(s.qualite, p.nature))
  if (engage) return []
  const directeur = p.signataires.find((s) => estDirectionDeCentre(s.qualite))
  if (directeur && p.nature !== 'HOPITAL')
    return [
      {
        ...bloque('delegation-centre', p.partieId),
        message: `${majuscule(p.nom)} : la direction du centre signe seule, sans délégation ${p.nature === 'COMMUNE' || p.nature === null ? 'du maire' : `du ${representant.masculin}`}.`,
        source: sourceDelegation(p),
      },
    ]
  return [
    {
      ...bloque('pouvoir-gestionnaire', p.partieId),
      message: `${majuscule(p.nom)} : aucun signataire n’est ${representant.masculin === 'maire' ? 'le maire' : `le ${representant.masculin}`} ni ne tient de lui une délégation.`,
      source: sourceDelegation(p),
    },
  ]
}

const SOURCE_PRATICIENS = 'Convention d’activité partagée, article sur les modalités ; CSP, art. R. 6152-30'

/** Nul praticien n'intervient sans son accord écrit ; les avis que son statut demande se rappellent. */
function constatsPraticiens(praticiens: DossierAControler['praticiens']): Constat[] {
  if (!praticiens) return []
  if (praticiens.length === 0)
    return [
      {
        ...bloque('praticien-sans-accord'),
        message: 'Aucun praticien n’est inscrit, donc aucun accord écrit n’est enregistré.',
        source: SOURCE_PRATICIENS,
      },
    ]
  return praticiens.flatMap((p): Constat[] => {
    if (p.manque.includes('accordLe'))
      return [
        {
          ...bloque('praticien-sans-accord'),
          message: `${majuscule(p.fonction)} : l’accord écrit du praticien n’est pas enregistré.`,
          source: SOURCE_PRATICIENS,
        },
      ]
    return p.manque.length
      ? [
          {
            ...previent('praticien-piece-manquante'),
            message: `${majuscule(p.fonction)} : il manque encore ${p.manque.length > 1 ? `${p.manque.length} pièces` : 'une pièce'} que son statut demande.`,
            source: SOURCE_PRATICIENS,
          },
        ]
      : []
  })
}

const constatMention = (libelle: string): Constat => ({
  ...bloque('mention-manquante'),
  message: `Mention à remplir avant la signature : ${libelle}.`,
  source: 'Mentions tardives du modèle, exigibles avant la signature',
})

function constatVisa(v: VisaAControler, jour: DateIso): Constat[] {
  const commun = { message: '', source: v.texte }
  if (v.valideAu && v.valideAu < jour)
    return [
      {
        ...previent('visa-perime'),
        ...commun,
        message: `Un visa cite un texte qui ne s’applique plus depuis le ${enLettres(v.valideAu)}${v.remplacePar ? `, remplacé par : ${v.remplacePar}` : ''}.`,
      },
    ]
  if (v.valideDu && v.valideDu > jour)
    return [
      {
        ...previent('visa-a-venir'),
        ...commun,
        message: `Un visa cite un texte qui ne s’applique qu’à partir du ${enLettres(v.valideDu)}.`,
      },
    ]
  return []
}

const bloque = (code: CodeConstat, partieId: string | null = null) =>
  ({ niveau: 'bloque', code, partieId }) as const
const previent = (code: CodeConstat, partieId: string | null = null) =>
  ({ niveau: 'previent', code, partieId }) as const

const majuscule = (t: string): string => t.charAt(0).toUpperCase() + t.slice(1)
const designe = (s: SignataireAControler): string => (s.nom.trim() ? `${s.nom} (${s.qualite})` : s.qualite)

/** « Directeur général », « Directrice générale de l'AP-HP », par intérim compris ; jamais un adjoint ni un délégué. */
const estDirecteurGeneral = (qualite: string): boolean =>
  /^(le |la )?direct(eur|rice) generale?(?! (adjointe?|deleguee?|des services))\b/.test(plier(qualite))

/** Le représentant légal lui-même : « Maire », « Maire d'Arcueil », jamais « Adjoint au maire » ni « Maire adjoint ». */
export function estRepresentant(qualite: string, nature: NatureGestionnaire | null): boolean {
  const { masculin, feminin } = regimeDe(nature).representant
  const dit = plier(qualite).replace(/^(le |la )/, '')
  return [masculin, feminin].some((t) => {
    const terme = plier(t)
    return (
      (dit === terme || dit.startsWith(`${terme} `)) &&
      !/^(adjointe?|deleguee?)\b/.test(dit.slice(terme.length + 1))
    )
  })
}

const estDirectionDeCentre = (qualite: string): boolean => /\bdirect(eur|rice|ion)\b/.test(plier(qualite))

const sourceDelegation = (p: PartieAControler): string =>
  p.role === 'HOPITAL'
    ? DELEGATION_HOPITAL
    : p.nature === 'COMMUNE' || p.nature === null
      ? DELEGATION_COMMUNE
      : p.nature === 'EPCI'
        ? DELEGATION_EPCI
        : `Pouvoirs du signataire : ${regimeDe(p.nature).source}`

const sourcePublication = (nature: NatureGestionnaire | null): string =>
  nature === 'EPCI'
    ? 'Code général des collectivités territoriales, art. L. 5211-3 et L. 2131-1'
    : 'Code général des collectivités territoriales, art. L. 2131-1'
