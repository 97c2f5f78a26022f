import 'server-only'
import { cleDuGestionnaire, repeterUnites } from '../domaine/acte/acte-groupe'
import {
  estActivitePartagee,
  piecesManquantes,
  STATUTS_DE_PRATICIEN,
} from '../domaine/acte/activite-partagee'
import { type AvisSuivi, suivreAvis } from '../domaine/acte/approbations'
import {
  type ActeAAutoriser,
  autoriteDeLaPartie,
  type DeliberationConnue,
  effetFinancierDecide,
} from '../domaine/acte/autorite'
import type {
  DossierAControler,
  PartieAControler,
  PraticienAControler,
  VisaAControler,
} from '../domaine/acte/regles-signature'
import { avecMentions, type TexteFige } from '../domaine/acte/version'
import { aujourdHuiAParis, type DateIso } from '../domaine/calendrier/dates'
import { nomDansLaPhrase } from '../domaine/organisation/designations'
import { memeTexte } from '../domaine/texte/empreinte'
import { mentionsAttendues, parametresCites } from '../domaine/texte/finalisation'
import type { DefinitionParametre, ValeurParametre } from '../domaine/texte/parametres'
import type { Variante } from '../domaine/texte/unites'
import { approbationsDemandees } from './approbations'
import type { Tx } from './client'
import { versIso, versIsoOuNul } from './dates'
import type { Prisma } from './genere/client'
import { nomsDesGestionnaires } from './modele-de-l-acte'
import { visasDuGroupe } from './visas'

const AVEC_AUTORITE = {
  modeleVersion: { include: { unites: true } },
  versions: { orderBy: { numero: 'desc' }, take: 1 },
  approbations: true,
  parties: {
    include: { organisation: true, signataires: { orderBy: { rang: 'asc' } } },
    orderBy: { rang: 'asc' },
  },
  convention: { include: { deliberations: { include: { partie: { select: { organisationId: true } } } } } },
} satisfies Prisma.ActeInclude
type ActeAvecAutorite = Prisma.ActeGetPayload<{ include: typeof AVEC_AUTORITE }>

export type VersionArretee = { id: string; numero: number; empreinte: string; texte: TexteFige }

/** Tout ce qui autorise un acte : version arrêtée, avis, délibérations, signataires, et le dossier que les règles lisent. */
export type DossierDAutorite = {
  acte: ActeAvecAutorite
  /** Dernière version partagée, mentions connues comprises ; `null` avant tout partage. */
  version: VersionArretee | null
  avis: AvisSuivi[]
  deliberations: DeliberationConnue[]
  aControler: DossierAControler
}

/** Charge le dossier d'un acte que la sécurité par ligne laisse voir, ou `null`. Ne vérifie aucun droit du domaine. */
export async function chargerDossier(
  tx: Tx,
  acteId: string,
  jour: DateIso,
): Promise<DossierDAutorite | null> {
  const acte = await tx.acte.findUnique({ where: { id: acteId }, include: AVEC_AUTORITE })
  if (!acte) return null
  const version = await versionArretee(tx, acte)
  const deliberations = acte.convention.deliberations.map(versDeliberation)
  const duTexte = {
    empreinte: version?.empreinte ?? null,
    partageLe: await premierPartage(tx, acteId, version),
    representants: await representantsNommes(tx, acte, version),
  }
  const avis = suivreAvis(
    await approbationsDemandees(tx, acte),
    acte.approbations,
    version?.empreinte ?? null,
  )
  const aControler: DossierAControler = {
    jour,
    avis,
    parties: acte.parties.map((p) => versPartie(acte, p, duTexte, deliberations)),
    mentions: version
      ? mentionsAttendues(version.texte)
          .filter((m) => m.moment === 'avant-signature')
          .map((m) => m.libelle)
      : [],
    visas: version ? await visasCites(tx, acte, version.texte) : [],
    ...(acte.rang === 0 && estActivitePartagee(acte.convention.modeleCode)
      ? { praticiens: await praticiensDe(tx, acte.conventionId) }
      : {}),
  }
  return { acte, version, avis, deliberations, aControler }
}

async function praticiensDe(tx: Tx, conventionId: string): Promise<PraticienAControler[]> {
  const lignes = await tx.praticienIntervenant.findMany({
    where: { conventionId, retireLe: null },
    orderBy: { id: 'asc' },
  })
  return lignes.map((p) => ({
    fonction: p.fonction,
    manque: piecesManquantes({
      statut: STATUTS_DE_PRATICIEN.find((s) => s === p.statut) ?? 'interet-general',
      accordLe: versIsoOuNul(p.accordLe),
      propositionLe: versIsoOuNul(p.propositionLe),
      avisPoleLe: versIsoOuNul(p.avisPoleLe),
      avisCmeLe: versIsoOuNul(p.avisCmeLe),
      autorisationLe: versIsoOuNul(p.autorisationLe),
    }),
  }))
}

async function versionArretee(tx: Tx, acte: ActeAvecAutorite): Promise<VersionArretee | null> {
  const derniere = acte.versions[0]
  if (!derniere) return null
  const tardives = await tx.parametre.findMany({ where: { conventionId: acte.conventionId, tardive: true } })
  const valeurs = Object.fromEntries(
    tardives.flatMap((p) => (p.valeur ? [[p.cle, p.valeur as unknown as ValeurParametre]] : [])),
  )
  const texte = avecMentions(derniere.texte as unknown as TexteFige, valeurs)
  return { id: derniere.id, numero: derniere.numero, empreinte: derniere.empreinte, texte }
}

type TexteArrete = {
  empreinte: string | null
  partageLe: DateIso | null
  /** Par partie : dans un acte groupé, chaque gestionnaire a le sien. */
  representants: ReadonlyMap<string, PartieAControler['representant']>
}

/** Jour de Paris du premier partage de ce texte : une version suivante de même empreinte n'en change pas un mot voté. */
async function premierPartage(
  tx: Tx,
  acteId: string,
  version: VersionArretee | null,
): Promise<DateIso | null> {
  if (!version) return null
  const premiere = await tx.versionActe.findFirst({
    where: { acteId, empreinte: version.empreinte },
    orderBy: { numero: 'asc' },
    select: { creeLe: true },
  })
  return premiere && aujourdHuiAParis(premiere.creeLe)
}

/**
 * Personnes que le texte cite pour représenter chaque partie, à leur nom d'aujourd'hui : celui que l'envoi figera. Un texte
 * qui ne les cite pas, ou une fonction sans nom connu, ne nomme personne.
 */
async function representantsNommes(
  tx: Tx,
  acte: ActeAvecAutorite,
  version: VersionArretee | null,
): Promise<TexteArrete['representants']> {
  const gestionnaires = acte.parties.filter((p) => p.role === 'GESTIONNAIRE')
  const cles = acte.parties.map((p) => ({
    partieId: p.id,
    cle:
      p.role === 'HOPITAL'
        ? CLES_REPRESENTANT.HOPITAL
        : cleDuGestionnaire(CLES_REPRESENTANT.GESTIONNAIRE, gestionnaires.indexOf(p) + 1),
  }))
  const cites = version ? parametresCites(version.texte) : new Map()
  const lignes = await tx.parametre.findMany({
    where: {
      conventionId: acte.conventionId,
      cle: { in: cles.map((c) => c.cle).filter((c) => cites.has(c)) },
    },
  })
  const nomme = (cle: string) => {
    const valeur = lignes.find((l) => l.cle === cle)?.valeur as unknown as ValeurParametre | null | undefined
    return valeur?.genre === 'personne' ? { prenom: valeur.prenom, nom: valeur.nom } : null
  }
  return new Map(cles.map(({ partieId, cle }) => [partieId, nomme(cle)]))
}
const CLES_REPRESENTANT = {
  HOPITAL: 'institution_representant',
  GESTIONNAIRE: 'gestionnaire_representant',
} as const

type DeliberationLue = ActeAvecAutorite['convention']['deliberations'][number]
export const versDeliberation = (d: DeliberationLue): DeliberationConnue => ({
  id: d.id,
  acteId: d.acteId,
  organisationId: d.partie.organisationId,
  empreinte: d.empreinte,
  organe: d.organe,
  numero: d.numero,
  seanceLe: versIso(d.seanceLe),
  transmiseLe: versIsoOuNul(d.transmiseLe),
  publieeLe: versIsoOuNul(d.publieeLe),
  portee: d.portee,
  sens: d.sens,
})

function versPartie(
  acte: ActeAAutoriser,
  p: ActeAvecAutorite['parties'][number],
  texte: TexteArrete,
  deliberations: readonly DeliberationConnue[],
): PartieAControler {
  const { nom } = p.designation as { nom?: string }
  const gestionnaire = p.role === 'GESTIONNAIRE'
  const autorite = gestionnaire
    ? autoriteDeLaPartie(acte, p.organisationId, texte.empreinte, deliberations)
    : null
  return {
    partieId: p.id,
    role: p.role,
    nom: nomDansLaPhrase(nom || p.organisation.nom),
    nature: p.organisation.natureGestionnaire,
    signataires: p.signataires.map((s) => ({
      nom: [s.prenom, s.nom].filter(Boolean).join(' '),
      qualite: s.qualite,
      nature: s.autoriteNature === 'DELEGATION' ? 'DELEGATION' : 'DROIT',
      reference: s.autoriteReference,
      date: versIsoOuNul(s.autoriteDate),
    })),
    autorite,
    texteVotePartageLe: autorite?.etat === 'votee' ? texte.partageLe : null,
    representant: texte.representants.get(p.id) ?? null,
    effetADire:
      gestionnaire &&
      acte.effetFinancier === null &&
      effetFinancierDecide(acte, p.organisationId, deliberations),
  }
}

/**
 * Références datées que le texte cite encore : celles des visas du modèle restés mot pour mot. Un visa réécrit à la main
 * n'a plus de référence connue, et n'est donc pas contrôlé.
 */
async function visasCites(tx: Tx, acte: ActeAvecAutorite, texte: TexteFige): Promise<VisaAControler[]> {
  const unites = repeterUnites(
    acte.modeleVersion?.unites ?? [],
    (acte.modeleVersion?.parametres ?? []) as unknown as DefinitionParametre[],
    nomsDesGestionnaires(acte.parties).length,
  )
  const modele = new Map(unites.map((u) => [u.identite, u]))
  const codes = texte.unites.flatMap((u) => {
    const m = modele.get(u.identite)
    if (u.genre !== 'visa' || !m?.visa) return []
    const redactions = [m.contenu, ...(m.variantes as unknown as Variante[]).map((v) => v.contenu)]
    return redactions.some((r) => memeTexte(r, u.contenu)) ? [m.visa] : []
  })
  if (codes.length === 0) return []
  const visas = await visasDuGroupe(tx, acte.groupeId)
  return [...visas.values()]
    .filter((v) => codes.includes(v.code))
    .map(({ texte, valideDu, valideAu, remplacePar }) => ({ texte, valideDu, valideAu, remplacePar }))
}
