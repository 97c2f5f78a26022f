import 'server-only'
import type { Tx } from '../../bd/client'
import { versIsoOuNul } from '../../bd/dates'
import { avecActeur } from '../../bd/transaction'
import { peutLire } from '../../domaine/acte/droits'
import { lireReference } from '../../domaine/acte/reference'
import { avecMentions, type TexteFige } from '../../domaine/acte/version'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { ValeurParametre } from '../../domaine/texte/parametres'
import type { LigneJournal } from '../convention/lire-journal'
import { type EnvoiLu, lireEnvois } from './lire-signature'

export type Preuves = {
  reference: string
  titre: string
  genre: 'CONVENTION' | 'AVENANT'
  rang: number
  auteur: string
  etape: string
  modifieLe: Date
  dates: { signature: string | null; effet: string | null; fin: string | null }
  parties: { role: 'HOPITAL' | 'GESTIONNAIRE'; nom: string; signeeLe: string | null }[]
  /** Texte de la dernière version partagée : le même pour qui que ce soit qui lise. */
  texte: TexteFige
  versions: { numero: number; empreinte: string; creeLe: Date; par: string }[]
  accords: {
    identite: string
    version: number
    empreinte: string
    pour: string
    par: string
    le: Date
    retire: boolean
  }[]
  avis: {
    libelle: string
    nature: string
    etat: string
    par: string | null
    le: Date | null
    empreinte: string
  }[]
  deliberations: {
    partie: string
    organe: string
    numero: string | null
    seanceLe: string
    transmiseLe: string | null
    publieeLe: string | null
    sens: string
    portee: string
    empreinte: string
  }[]
  envois: EnvoiLu[]
  journal: LigneJournal[]
}

/**
 * Tout ce qui prouve un acte partagé, dans l'ordre où c'est arrivé. Le même dossier pour tous ceux qui voient l'acte : rien
 * d'interne n'y entre : ni travail de rédaction, ni envoi préparé, ni remarque, ni motif d'un avis de l'hôpital. `null` si l'acte est inconnu ou interdit.
 */
export async function lirePreuves(acteur: Acteur, reference: string): Promise<Preuves | null> {
  const lue = lireReference(reference)
  if (!lue) return null
  return avecActeur(acteur, async (tx) => {
    const acte = await tx.acte.findFirst({
      where: { rang: lue.rang, convention: { reference: lue.convention } },
      include: {
        convention: { include: { groupe: true } },
        parties: { orderBy: { rang: 'asc' } },
        versions: { orderBy: { numero: 'asc' } },
      },
    })
    const derniere = acte?.versions.at(-1)
    if (!acte || !derniere || !peutLire(acteur, acte)) return null
    const tardives = await tx.parametre.findMany({
      where: { conventionId: acte.conventionId, tardive: true },
    })
    const valeurs = Object.fromEntries(
      tardives.flatMap((p) => (p.valeur ? [[p.cle, p.valeur as unknown as ValeurParametre]] : [])),
    )
    return {
      reference,
      titre: acte.titre,
      genre: acte.genre,
      rang: acte.rang,
      auteur: acte.convention.groupe.nom,
      etape: acte.etape,
      modifieLe: acte.modifieLe,
      dates: {
        signature: versIsoOuNul(acte.dateSignature),
        effet: versIsoOuNul(acte.dateEffet),
        fin: versIsoOuNul(acte.dateFin),
      },
      parties: acte.parties.map((p) => ({
        role: p.role,
        nom: (p.designation as { nom?: string }).nom ?? '',
        signeeLe: versIsoOuNul(p.signeeLe),
      })),
      texte: avecMentions(derniere.texte as unknown as TexteFige, valeurs),
      versions: acte.versions.map((v) => ({
        numero: v.numero,
        empreinte: v.empreinte,
        creeLe: v.creeLe,
        par: v.creeParNom,
      })),
      ...(await autorites(tx, acte)),
      envois: (await lireEnvois(tx, acte.id, false)).reverse(),
      journal: await journalPartage(tx, acte.id),
    }
  })
}

async function autorites(
  tx: Tx,
  { id: acteId, conventionId, rang }: { id: string; conventionId: string; rang: number },
): Promise<Pick<Preuves, 'accords' | 'avis' | 'deliberations'>> {
  const accords = await tx.acceptation.findMany({
    where: { acteId },
    include: { versionActe: { select: { numero: true } } },
    orderBy: { id: 'asc' },
  })
  const organisations = await tx.organisation.findMany({
    where: { id: { in: accords.map((a) => a.organisationId) } },
    select: { id: true, nom: true },
  })
  const noms = new Map(organisations.map((o) => [o.id, o.nom]))
  const avis = await tx.approbation.findMany({ where: { acteId }, orderBy: [{ rang: 'asc' }, { id: 'asc' }] })
  const deliberations = await tx.deliberation.findMany({
    // Un avenant montre aussi les délibérations antérieures qui peuvent le couvrir ; la convention, les siennes seules.
    where: {
      conventionId,
      OR: [
        { acteId },
        ...(rang > 0 ? [{ acte: { rang: { lt: rang } }, portee: { not: 'ACTE' as const } }] : []),
      ],
    },
    include: { partie: { select: { designation: true } } },
    orderBy: { seanceLe: 'asc' },
  })
  return {
    accords: accords.map((a) => ({
      identite: a.identite,
      version: a.versionActe.numero,
      empreinte: a.empreinte,
      pour: noms.get(a.organisationId) ?? '',
      par: a.auteurNom,
      le: a.le,
      retire: a.retireeLe !== null,
    })),
    avis: avis.map((a) => ({
      libelle: a.libelle,
      nature: a.nature,
      etat: a.etat,
      par: a.auteurNom,
      le: a.le,
      empreinte: a.empreinte,
    })),
    deliberations: deliberations.map((d) => ({
      partie: (d.partie.designation as { nom?: string }).nom ?? '',
      organe: d.organe,
      numero: d.numero,
      seanceLe: versIsoOuNul(d.seanceLe) ?? '',
      transmiseLe: versIsoOuNul(d.transmiseLe),
      publieeLe: versIsoOuNul(d.publieeLe),
      sens: d.sens,
      portee: d.portee,
      empreinte: d.empreinte,
    })),
  }
}

/** Lignes partagées seulement, quel que soit le lecteur : le dossier sort de l'application. */
async function journalPartage(tx: Tx, acteId: string): Promise<LigneJournal[]> {
  const lignes = await tx.journal.findMany({
    where: { acteId, partage: true },
    orderBy: { id: 'asc' },
    take: 1_000,
  })
  return lignes.map((l) => ({
    id: l.id,
    le: l.le,
    finLe: l.finLe,
    auteur: l.auteurNom,
    evenement: l.evenement,
    cible: l.cible,
    donnees: l.donnees as Record<string, unknown>,
  }))
}
