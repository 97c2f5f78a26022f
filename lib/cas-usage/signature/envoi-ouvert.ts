import type { Tx } from '../../bd/client'
import type { EnvoiSignature } from '../../bd/genere/client'
import type { PartieEnvoyee } from '../../domaine/acte/signature'
import { ErreurMetier } from '../../domaine/erreurs'
import { type ActeEnMain, chargerActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'

export type EnvoiEnMain = {
  acte: ActeEnMain
  envoi: Omit<EnvoiSignature, 'document'>
  parties: PartieEnvoyee[]
}

/** Envoi d'un acte visible, l'acte verrouillé jusqu'au commit ; INTROUVABLE sinon, comme un envoi inconnu. */
export async function chargerEnvoi({ tx, acteur }: Contexte, envoiId: string): Promise<EnvoiEnMain> {
  const reperage = await tx.envoiSignature.findUnique({ where: { id: envoiId }, select: { acteId: true } })
  if (!reperage) throw new ErreurMetier('INTROUVABLE')
  const acte = await chargerActeEnMain(tx, acteur, reperage.acteId)
  // Relu sous le verrou : l'état lu reste vrai jusqu'au commit.
  const envoi = await tx.envoiSignature.findUniqueOrThrow({
    where: { id: envoiId },
    omit: { document: true },
  })
  return { acte, envoi, parties: envoi.signataires as unknown as PartieEnvoyee[] }
}

/** Passe l'envoi d'un état à un autre, si personne ne l'a fait entre-temps. */
export async function changerEnvoi(
  tx: Tx,
  envoi: Pick<EnvoiSignature, 'id' | 'etat' | 'version'>,
  data: Parameters<Tx['envoiSignature']['updateMany']>[0]['data'],
): Promise<void> {
  const { count } = await tx.envoiSignature.updateMany({
    where: { id: envoi.id, etat: envoi.etat, version: envoi.version },
    data: { ...data, version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
}

/** Retire l'envoi ouvert d'un acte, s'il y en a un, avec son motif : rien de ce qu'il a figé n'est perdu. */
export async function retirerEnvoiOuvert(tx: Tx, acteId: string, motif: string): Promise<void> {
  await tx.envoiSignature.updateMany({
    where: { acteId, etat: { in: ['PREPARATION', 'PRET'] } },
    data: { etat: 'RETIRE', motif, version: { increment: 1 } },
  })
  await tx.partie.updateMany({ where: { acteId }, data: { signeeLe: null } })
  await tx.signataire.updateMany({ where: { partie: { acteId } }, data: { signeLe: null } })
}
