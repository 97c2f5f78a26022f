import { z } from 'zod'
import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { groupeDe } from '../../bd/rattachements'
import { stockage } from '../../bd/stockage'
import { auNomDuGroupe } from '../../bd/transaction'
import { exigerTenue } from '../../domaine/engagement/droits-demandes'
import { CHAMPS_IMPORT, CHAMPS_REQUIS, proposer } from '../../domaine/engagement/import/colonnes'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { demanderTache } from '../tache/demander-tache'

const id = z.uuid({ message: 'identifiant' })
export const schemaDeposerLot = z
  .instanceof(FormData, { message: 'fichier' })
  .transform((f) => ({
    fichier: f.get('fichier'),
    siteId: f.get('siteId'),
    centreId: f.get('centreId') || null,
  }))
  .pipe(
    z.object({ fichier: z.instanceof(File, { message: 'fichier' }), siteId: id, centreId: id.nullable() }),
  )
export const schemaLancerLot = z.strictObject({
  lotId: id,
  version: z.number().int().min(1),
  geste: z.enum(['essayer', 'importer']),
  correspondance: z.record(z.string().max(200), z.enum(CHAMPS_IMPORT).nullable()),
  /** Inscrire aussi les lignes qui répètent une demande connue. */
  doublons: z.boolean(),
})
export const schemaAnnulerLot = z.strictObject({ lotId: id, version: z.number().int().min(1) })

type Depot = {
  siteId: string
  centreId: string | null
  nom: string
  tableur: { csv: Uint8Array; colonnes: string[]; ecartees: string[]; lignes: number }
}

/**
 * Garde un tableur déjà lu et débarrassé de ce qui n'a pas à l'être, et propose la correspondance de ses colonnes. Rien n'est
 * encore inscrit. Refuse un site ou un centre que l'acteur ne tient pas.
 */
export async function deposerLot(contexte: Contexte, depot: Depot): Promise<{ lotId: string }> {
  const { tx, acteur, maintenant } = contexte
  const { siteId, centreId, tableur } = depot
  const site = await tx.organisation.findFirst({
    where: { id: siteId, nature: 'SITE' },
    select: { id: true },
  })
  const groupeId = site && (await groupeDe(tx, siteId))
  if (!groupeId) throw new ErreurMetier('INTROUVABLE')
  const tenus = centreId ? [centreId] : await centresSuivis(contexte, groupeId)
  const tenu = tenus.find((c) => exigible(acteur, { groupeId, centreId: c, siteId }))
  if (!tenu) exigerTenue(acteur, { groupeId, centreId: tenus[0] ?? siteId, siteId })
  const { id: fichierId } = await stockage(tx).garder({
    nom: depot.nom.slice(0, 200),
    type: 'text/csv',
    octets: tableur.csv,
    usage: 'import-demandes',
    acteId: null,
    creeLe: maintenant,
    creePar: acteur.utilisateurId,
  })
  const lotId = nouvelId(maintenant.getTime())
  await tx.lotDemandes.create({
    data: {
      id: lotId,
      groupeId,
      siteId,
      centreId,
      nom: depot.nom.slice(0, 200),
      fichierId,
      colonnes: tableur.colonnes,
      reglages: { correspondance: proposer(tableur.colonnes), doublons: false, ecartees: tableur.ecartees },
      lignes: tableur.lignes,
      auteurId: acteur.utilisateurId,
      auteurNom: acteur.nom,
      creeLe: maintenant,
    },
  })
  return { lotId }
}

function exigible(acteur: Contexte['acteur'], r: Parameters<typeof exigerTenue>[1]): boolean {
  try {
    return Boolean(exigerTenue(acteur, r))
  } catch {
    return false
  }
}

async function centresSuivis({ tx }: Contexte, groupeId: string): Promise<string[]> {
  const lus = await tx.engagement.findMany({ where: { groupeId }, select: { organisations: true } })
  const ids = [...new Set(lus.flatMap((e) => e.organisations))]
  const centres = await tx.organisation.findMany({
    where: { id: { in: ids }, nature: 'CENTRE' },
    select: { id: true },
  })
  return centres.map((c) => c.id)
}

/** Un lot se mène par qui l'a déposé ; la direction du groupe peut l'annuler. Verrouillé jusqu'au commit. */
async function chargerLot({ tx }: Contexte, lotId: string, version: number) {
  await tx.$queryRaw`SELECT 1 FROM lot_demandes WHERE id = ${lotId}::uuid FOR UPDATE`
  const lot = await tx.lotDemandes.findUnique({ where: { id: lotId } })
  if (!lot) throw new ErreurMetier('INTROUVABLE')
  if (lot.version !== version) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  return lot
}

/**
 * Lance l'essai à blanc d'un lot, ou son import, par l'ouvrier. L'import reprend les réglages du dernier essai : ce qui a été
 * annoncé est ce qui entre. Refuse une colonne obligatoire absente, un lot d'un autre, un lot qui n'a pas été essayé.
 */
export async function lancerLot(
  contexte: Contexte,
  { lotId, version, geste, correspondance, doublons }: z.output<typeof schemaLancerLot>,
): Promise<{ tacheId: string }> {
  const { tx, acteur } = contexte
  const lot = await chargerLot(contexte, lotId, version)
  if (lot.auteurId !== acteur.utilisateurId) throw new ErreurMetier('ROLE_INSUFFISANT')
  const permis = geste === 'essayer' ? ['DEPOSE', 'ESSAI', 'ESSAYE'] : ['ESSAYE']
  if (!permis.includes(lot.etat) || !lot.fichierId) throw new ErreurMetier('ETAPE_INTERDITE')
  const champs = Object.values(correspondance).filter((c) => c !== null)
  if (new Set(champs).size !== champs.length || !CHAMPS_REQUIS.every((c) => champs.includes(c)))
    throw new ErreurMetier('SAISIE_INVALIDE', {
      champ: 'la date de la demande et le degré demandé ont chacun leur colonne, et une seule',
    })
  const { tacheId } = await demander(contexte, lot, geste)
  const reglages = { ...(lot.reglages as Prisma.JsonObject), correspondance, doublons }
  await tx.lotDemandes.update({
    where: { id: lotId },
    data: {
      ...(geste === 'essayer' ? { etat: 'ESSAI', reglages, rapport: {} } : { etat: 'EN_COURS', lues: 0 }),
      tacheId,
      version: { increment: 1 },
    },
  })
  return { tacheId }
}

/** Demande l'annulation d'un lot importé, ou interrompu : toutes ses demandes s'effacent, les périodes se recomptent. */
export async function annulerLot(
  contexte: Contexte,
  { lotId, version }: z.output<typeof schemaAnnulerLot>,
): Promise<{ tacheId: string }> {
  const lot = await chargerLot(contexte, lotId, version)
  if (lot.etat === 'ANNULE') throw new ErreurMetier('ETAPE_INTERDITE')
  const { tacheId } = await demander(contexte, lot, 'annuler')
  await contexte.tx.lotDemandes.update({
    where: { id: lotId },
    data: { etat: 'ANNULE', tacheId, version: { increment: 1 } },
  })
  if (lot.centreId)
    await journaliser(contexte, {
      organisationId: lot.centreId,
      evenement: 'demandes-lot-annule',
      donnees: { nombre: lot.inscrites },
    })
  return { tacheId }
}

type Lot = Awaited<ReturnType<typeof chargerLot>>
/** Une tâche pend à un acte, qu'un secrétariat ne voit pas : elle se demande au nom du groupe, et reste la sienne. */
const demander = (contexte: Contexte, lot: Lot, geste: 'essayer' | 'importer' | 'annuler') =>
  auNomDuGroupe(contexte.tx, lot.groupeId, async () => {
    const engagement = await contexte.tx.engagement.findFirst({
      where: { groupeId: lot.groupeId, ...(lot.centreId && { organisations: { has: lot.centreId } }) },
      select: { convention: { select: { actes: { where: { rang: 0 }, select: { id: true } } } } },
    })
    const acteId = engagement?.convention.actes[0]?.id
    if (!acteId) throw new ErreurMetier('SANS_CONVENTION')
    return demanderTache(contexte, { genre: 'import-demandes', acteId, saisie: { lotId: lot.id, geste } })
  })
