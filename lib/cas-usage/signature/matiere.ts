import type { Tx } from '../../bd/client'
import { versIsoOuNul } from '../../bd/dates'
import { stockage } from '../../bd/stockage'
import type { PartieEnvoyee } from '../../domaine/acte/signature'
import { avecMentions, empreinteComplete, type TexteFige } from '../../domaine/acte/version'
import { ErreurMetier } from '../../domaine/erreurs'
import type { ActeEnMain } from '../acte/charger'
import { valeursDe } from '../acte/texte-de-travail'

export type LogoImprime = { nom: string; type: 'image/png' | 'image/jpeg'; base64: string }

/** Tout ce qu'un envoi fige : le texte de la dernière version, ses mentions remplies, ses signataires. */
export type Matiere = {
  reference: string
  genre: 'CONVENTION' | 'AVENANT'
  auteur: string
  version: { id: string; numero: number; empreinte: string }
  texte: TexteFige
  parties: (PartieEnvoyee & { natureGestionnaire: string | null })[]
  logos: LogoImprime[]
  /** Empreinte du texte, des mentions et des signataires : change dès que l'un d'eux change. */
  empreinte: string
}

/** Lit ce qui serait figé maintenant. Refuse un acte qui n'a aucune version partagée. */
export async function lireMatiere(
  tx: Tx,
  acte: ActeEnMain,
  premiere: string | null = null,
): Promise<Matiere> {
  const version = await tx.versionActe.findFirst({ where: { acteId: acte.id }, orderBy: { numero: 'desc' } })
  if (!version) throw new ErreurMetier('TEXTE_INCOMPLET')
  const parties = await partiesDe(tx, acte.id, premiere)
  const groupe = await tx.organisation.findUniqueOrThrow({ where: { id: acte.groupeId } })
  const valeurs = await valeursDe(tx, acte.conventionId)
  const texte = avecMentions(version.texte as unknown as TexteFige, valeurs)
  return {
    reference: acte.reference,
    genre: acte.genre,
    auteur: groupe.nom,
    version: { id: version.id, numero: version.numero, empreinte: version.empreinte },
    texte,
    parties,
    logos: await logosDe(tx, [
      acte.groupeId,
      ...parties.filter((p) => p.role === 'GESTIONNAIRE').map((p) => p.organisationId),
    ]),
    empreinte: empreinteComplete(
      texte,
      // L'ordre choisi n'est pas du texte : il n'entre pas dans ce qui doit être resté le même.
      [...parties].sort((a, b) => (a.partieId < b.partieId ? -1 : 1)).map(({ ordre: _, ...p }) => p),
    ),
  }
}

async function partiesDe(tx: Tx, acteId: string, premiere: string | null): Promise<Matiere['parties']> {
  const lignes = await tx.partie.findMany({
    where: { acteId },
    orderBy: { rang: 'asc' },
    include: { organisation: true, signataires: { orderBy: { rang: 'asc' } } },
  })
  const rangees = [...lignes].sort((a, b) => Number(b.id === premiere) - Number(a.id === premiere))
  return rangees.map((p, i) => ({
    partieId: p.id,
    organisationId: p.organisationId,
    role: p.role,
    nom: (p.designation as { nom?: string }).nom ?? p.organisation.nom,
    natureGestionnaire: p.organisation.natureGestionnaire,
    ordre: i + 1,
    signataires: p.signataires.map((s) => ({
      rang: s.rang,
      civilite: s.civilite,
      prenom: s.prenom,
      nom: s.nom,
      qualite: s.qualite,
      autorite: s.autorite,
      autoriteNature: s.autoriteNature,
      autoriteReference: s.autoriteReference,
      autoriteDate: versIsoOuNul(s.autoriteDate),
    })),
  }))
}

async function logosDe(tx: Tx, organisationIds: readonly string[]): Promise<LogoImprime[]> {
  const organisations = await tx.organisation.findMany({
    where: { id: { in: [...organisationIds] }, logoFichierId: { not: null } },
    select: { id: true, nom: true, logoFichierId: true },
  })
  const logos: LogoImprime[] = []
  for (const id of organisationIds) {
    const o = organisations.find((x) => x.id === id)
    const f = o?.logoFichierId ? await stockage(tx).ouvrir(o.logoFichierId) : null
    if (o && f && (f.type === 'image/png' || f.type === 'image/jpeg'))
      logos.push({ nom: o.nom, type: f.type, base64: Buffer.from(f.octets).toString('base64') })
  }
  return logos
}
