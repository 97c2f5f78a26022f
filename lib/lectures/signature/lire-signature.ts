import 'server-only'
import type { Tx } from '../../bd/client'
import { versIsoOuNul } from '../../bd/dates'
import { chargerDossier } from '../../bd/dossier-signature'
import type { Prisma } from '../../bd/genere/client'
import { avecActeur } from '../../bd/transaction'
import { coteDe, estRedacteur, peutLire, peutPasser } from '../../domaine/acte/droits'
import { type Constat, controlerAvantSignature } from '../../domaine/acte/regles-signature'
import type { PartieEnvoyee } from '../../domaine/acte/signature'
import type { SignatureLue, TexteRelu, VerificationPdf } from '../../domaine/acte/verification'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'

export type FichierFige = { id: string; nom: string; taille: number; empreinte: string }
/** Ce qu'une signature électronique portait quand elle a été enregistrée. */
export type VerificationGardee = Omit<VerificationPdf, 'signatures'> & { signature: SignatureLue }
export type SignatureGardee = {
  partieId: string
  rang: number
  mode: 'ELECTRONIQUE' | 'PAPIER' | 'REFUS'
  signeLe: string | null
  fichier: FichierFige | null
  verification: VerificationGardee | null
  motif: string | null
  auteurNom: string
  creeLe: Date
}
export type EnvoiLu = {
  id: string
  numero: number
  etat: 'PREPARATION' | 'PRET' | 'SIGNE' | 'RETIRE'
  version: number
  motif: string | null
  ordonne: boolean
  creeLe: Date
  creeParNom: string
  pretLe: Date | null
  empreinteTexte: string
  pdf: FichierFige | null
  html: FichierFige | null
  relecture: TexteRelu | null
  parties: PartieEnvoyee[]
  signatures: SignatureGardee[]
}
export type SignatureDeLActe = {
  constats: Constat[]
  /** Envois, du plus récent au plus ancien ; l'autre côté ne voit que ce qui lui a été envoyé. */
  envois: EnvoiLu[]
  parties: { id: string; role: 'HOPITAL' | 'GESTIONNAIRE'; nom: string; signataires: number }[]
  /** Côté dont l'acteur peut enregistrer les signatures ; `tous` pour le groupe rédacteur. */
  enregistrePour: 'tous' | 'HOPITAL' | 'GESTIONNAIRE' | null
  /** Dans un acte groupé, les parties que l'acteur représente de ce côté ; `null` : toutes. */
  siennes: string[] | null
  droits: { envoyer: boolean; rappeler: boolean }
  /** Fabrication en cours, demandée par l'acteur lui-même. */
  tacheId: string | null
}

const FICHIER = { select: { id: true, nom: true, taille: true, empreinte: true } } as const
const AVEC_TOUT = {
  versionActe: { select: { numero: true } },
  pdf: FICHIER,
  html: FICHIER,
  signatures: { include: { fichier: FICHIER }, orderBy: { id: 'asc' } },
} satisfies Prisma.EnvoiSignatureInclude

/** Où en est la signature d'un acte visible ; `null` sinon. */
export function lireSignature(
  acteur: Acteur,
  acteId: string,
  maintenant: Date,
): Promise<SignatureDeLActe | null> {
  return avecActeur(acteur, async (tx) => {
    const acte = await tx.acte.findUnique({ where: { id: acteId } })
    if (!acte || !peutLire(acteur, acte)) return null
    const envoyer = peutPasser(acteur, acte, 'envoyer-a-la-signature')
    const dossier = envoyer ? await chargerDossier(tx, acteId, aujourdHuiAParis(maintenant)) : null
    const tache = await tx.tache.findFirst({
      where: {
        acteId,
        genre: 'figer',
        demandeurId: acteur.utilisateurId || undefined,
        etat: { in: ['EN_ATTENTE', 'EN_COURS'] },
      },
      orderBy: { id: 'desc' },
      select: { id: true },
    })
    const signer = peutPasser(acteur, acte, 'signer')
    return {
      constats: dossier ? controlerAvantSignature(dossier.aControler) : [],
      envois: await lireEnvois(tx, acteId, estRedacteur(acteur, acte)),
      parties: await lireParties(tx, acteId),
      enregistrePour: !signer ? null : estRedacteur(acteur, acte) ? 'tous' : coteDe(acteur, acte),
      siennes: signer && !estRedacteur(acteur, acte) ? await partiesDe(tx, acteur, acteId) : null,
      droits: { envoyer, rappeler: peutPasser(acteur, acte, 'rappeler') },
      tacheId: envoyer ? (tache?.id ?? null) : null,
    }
  })
}

/** Gestionnaires d'un acte groupé dont l'acteur répond : le sien, ou celui du centre qu'il dirige ; `null` s'il n'y en a qu'un. */
async function partiesDe(tx: Tx, acteur: Acteur, acteId: string): Promise<string[] | null> {
  const parties = await tx.partie.findMany({
    where: { acteId, role: 'GESTIONNAIRE' },
    select: { id: true, organisationId: true },
  })
  if (parties.length < 2) return null
  const organisations = await tx.organisation.findMany({
    where: { id: { in: [...acteur.organisations] } },
    select: { id: true, parentId: true },
  })
  const siennes = new Set(organisations.flatMap((o) => [o.id, o.parentId]))
  return parties.filter((p) => siennes.has(p.organisationId)).map((p) => p.id)
}

/** Envois d'un acte déjà visible. `tout` : préparations et refus compris, qui sont du travail interne. */
export async function lireEnvois(tx: Tx, acteId: string, tout: boolean): Promise<EnvoiLu[]> {
  const lignes = await tx.envoiSignature.findMany({
    where: { acteId, ...(tout ? {} : { pretLe: { not: null } }) },
    omit: { document: true },
    include: AVEC_TOUT,
    orderBy: { numero: 'desc' },
  })
  return lignes.map((e) => ({
    id: e.id,
    numero: e.numero,
    etat: e.etat,
    version: e.versionActe.numero,
    motif: e.motif,
    ordonne: e.ordonne,
    creeLe: e.creeLe,
    creeParNom: e.creeParNom,
    pretLe: e.pretLe,
    empreinteTexte: e.empreinteTexte,
    pdf: e.pdf,
    html: e.html,
    relecture: e.relecture as unknown as TexteRelu | null,
    parties: e.signataires as unknown as PartieEnvoyee[],
    signatures: e.signatures.map((s) => ({
      partieId: s.partieId,
      rang: s.rang,
      mode: s.mode as SignatureGardee['mode'],
      signeLe: versIsoOuNul(s.signeLe),
      fichier: s.fichier,
      verification: s.verification as unknown as VerificationGardee | null,
      motif: s.motif,
      auteurNom: s.auteurNom,
      creeLe: s.creeLe,
    })),
  }))
}

async function lireParties(tx: Tx, acteId: string): Promise<SignatureDeLActe['parties']> {
  const lignes = await tx.partie.findMany({
    where: { acteId },
    orderBy: { rang: 'asc' },
    include: { _count: { select: { signataires: true } } },
  })
  return lignes.map((p) => ({
    id: p.id,
    role: p.role,
    nom: (p.designation as { nom?: string }).nom ?? '',
    signataires: p._count.signataires,
  }))
}
