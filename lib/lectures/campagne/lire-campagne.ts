import 'server-only'
import { chargerChaine } from '../../bd/chaine'
import { estIdentifiant } from '../../bd/identifiants'
import { avecActeur } from '../../bd/transaction'
import type { Etape } from '../../domaine/acte/etapes'
import { referenceDActe } from '../../domaine/acte/reference'
import type { ExceptionCampagne, JeuCommun } from '../../domaine/avenant/campagne'
import type { EtatDeLaChaine } from '../../domaine/avenant/etat'
import { baseDuProjet } from '../../domaine/avenant/projet'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'
import { type ConventionLue, lireConvention } from '../convention/lire-convention'
import type { EtatDeCentre } from './lister-campagnes'
import { VILLE, villeDe } from './ville'

/** Ce que l'avenant d'un centre dit de la réponse, lu de l'acte lui-même. */
export type ReponseDuCentre = {
  reference: string
  etape: Etape
  partage: boolean
  envoyeeLe: Date | null
  /** Premier lien d'invitation ouvert ; sans invitation, la lecture n'est pas suivie. */
  lueLe: Date | null
  invites: number
  remarques: number
  accepteeLe: Date | null
  /** Décision de l'organe délibérant. */
  vote: { le: string; adoptee: boolean } | null
  signatures: number
  refusSignature: boolean
  /** Dernière demande de reprise de l'autre côté, ou refus : dit par son motif. */
  motif: string | null
}
export type CentreDeCampagne = {
  conventionId: string
  convention: string
  ville: string
  origine: boolean
  etat: EtatDeCentre
  version: number
  exceptions: { cible: string; exception: ExceptionCampagne }[]
  motif: string | null
  erreur: string | null
  relanceLe: Date | null
  reponse: ReponseDuCentre | null
}
export type CampagneLue = {
  id: string
  titre: string
  motif: string | null
  creeLe: Date
  creeParNom: string
  jeu: JeuCommun
  centres: CentreDeCampagne[]
  /** Avenant d'origine et texte dont il part, pour nommer ce que le jeu change. */
  origine: { avenant: ConventionLue; base: EtatDeLaChaine } | null
  /** Préparation ou partage que l'acteur suit encore. */
  tacheId: string | null
  archives: Partial<Record<'pdf' | 'docx', string>>
}

/** Tableau de bord d'une campagne, ou `null` : inconnue, ou d'un autre groupe. */
export async function lireCampagne(
  acteur: Acteur,
  id: string,
  maintenant: Date,
): Promise<CampagneLue | null> {
  if (!estIdentifiant(id)) return null
  const lue = await avecActeur(acteur, async (tx) => {
    const c = await tx.campagne.findFirst({
      where: { id, groupeId: { in: [...acteur.groupes] } },
      include: {
        acte: { select: { rang: true, conventionId: true, convention: { select: { reference: true } } } },
        centres: {
          include: { convention: { select: { reference: true, ...VILLE } }, acte: { select: REPONSES } },
        },
      },
    })
    if (!c) return null
    const taches = await tx.tache.findMany({
      where: {
        acteId: c.acteId,
        demandeurId: acteur.utilisateurId,
        saisie: { path: ['campagneId'], equals: id },
      },
      orderBy: { creeLe: 'desc' },
      take: 20,
      select: { id: true, genre: true, etat: true, saisie: true, creeLe: true },
    })
    return { c, taches, chaine: await chargerChaine(tx, c.acte.conventionId) }
  })
  if (!lue) return null
  const { c, taches, chaine } = lue
  const jeu = c.jeu as unknown as JeuCommun
  const avenant = await lireConvention(
    acteur,
    referenceDActe(c.acte.convention.reference, c.acte.rang),
    maintenant,
  )
  const vive = taches.find((t) => t.genre === 'campagne' && ['EN_ATTENTE', 'EN_COURS'].includes(t.etat))
  // Une archive vaut tant qu'aucun de ses avenants n'a changé depuis qu'elle a été demandée.
  const change = c.centres.reduce((max, l) => Math.max(max, l.acte?.modifieLe.getTime() ?? 0), 0)
  const archive = (format: string) =>
    taches.find(
      (t) =>
        t.genre === 'archive-campagne' &&
        (t.saisie as { format?: string }).format === format &&
        t.etat !== 'ECHOUEE' &&
        t.creeLe.getTime() >= change,
    )?.id
  return {
    id: c.id,
    titre: c.titre,
    motif: c.motif,
    creeLe: c.creeLe,
    creeParNom: c.creeParNom,
    jeu,
    centres: c.centres
      .map((l) => ({ ligne: versCentre(l, c.acteId), tri: villeDe(l.convention).tri }))
      .sort((a, b) => (a.tri < b.tri ? -1 : 1))
      .map((x) => x.ligne),
    origine:
      avenant && chaine
        ? {
            avenant,
            base: baseDuProjet(chaine.etat, chaine.avenants, jeu.effet, aujourdHuiAParis(maintenant)),
          }
        : null,
    tacheId: vive?.id ?? null,
    archives: { pdf: archive('pdf'), docx: archive('docx') },
  }
}

const REPONSES = {
  rang: true,
  modifieLe: true,
  etape: true,
  partage: true,
  versions: { orderBy: { numero: 'asc' }, take: 1, select: { creeLe: true } },
  invitations: { where: { cote: 'GESTIONNAIRE' }, select: { ouverteLe: true } },
  remarques: { where: { interne: false, cote: 'GESTIONNAIRE' }, select: { id: true } },
  acceptations: {
    where: { identite: '', retireeLe: null },
    orderBy: { le: 'desc' },
    take: 1,
    select: { le: true },
  },
  deliberations: {
    orderBy: { creeLe: 'desc' },
    take: 1,
    select: { seanceLe: true, sens: true, motif: true },
  },
  envois: {
    orderBy: { numero: 'desc' },
    take: 1,
    select: { signatures: { select: { mode: true, motif: true } } },
  },
} as const

type Ligne = {
  conventionId: string
  etat: EtatDeCentre
  version: number
  exceptions: unknown
  motif: string | null
  erreur: string | null
  relanceLe: Date | null
  acteId: string | null
  convention: { reference: string } & Parameters<typeof villeDe>[0]
  acte: {
    rang: number
    etape: Etape
    partage: boolean
    versions: { creeLe: Date }[]
    invitations: { ouverteLe: Date | null }[]
    remarques: unknown[]
    acceptations: { le: Date }[]
    deliberations: { seanceLe: Date; sens: 'ADOPTEE' | 'REFUSEE'; motif: string | null }[]
    envois: { signatures: { mode: string; motif: string | null }[] }[]
  } | null
}

function versCentre(l: Ligne, modeleId: string): CentreDeCampagne {
  const { conventionId, etat, version, motif, erreur, relanceLe } = l
  return {
    conventionId,
    etat,
    version,
    motif,
    erreur,
    relanceLe,
    convention: l.convention.reference,
    ville: villeDe(l.convention).ville,
    origine: l.acteId === modeleId,
    exceptions: l.exceptions as CentreDeCampagne['exceptions'],
    reponse: l.acte && versReponse(l.acte, l.convention.reference),
  }
}

function versReponse(a: NonNullable<Ligne['acte']>, convention: string): ReponseDuCentre {
  const ouvertures = a.invitations.flatMap((i) => (i.ouverteLe ? [i.ouverteLe] : []))
  const signatures = a.envois[0]?.signatures ?? []
  const refus = signatures.find((s) => s.mode === 'REFUS')
  const vote = a.deliberations[0]
  return {
    reference: referenceDActe(convention, a.rang),
    etape: a.etape,
    partage: a.partage,
    envoyeeLe: a.partage ? (a.versions[0]?.creeLe ?? null) : null,
    lueLe: ouvertures.sort((x, y) => x.getTime() - y.getTime())[0] ?? null,
    invites: a.invitations.length,
    remarques: a.remarques.length,
    accepteeLe: a.acceptations[0]?.le ?? null,
    vote: vote ? { le: vote.seanceLe.toISOString().slice(0, 10), adoptee: vote.sens === 'ADOPTEE' } : null,
    signatures: signatures.filter((s) => s.mode !== 'REFUS').length,
    refusSignature: refus !== undefined,
    motif: refus?.motif ?? (vote?.sens === 'REFUSEE' ? vote.motif : null),
  }
}
