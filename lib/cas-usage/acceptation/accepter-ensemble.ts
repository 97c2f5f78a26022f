import type { z } from 'zod'
import type { RefusGarde } from '../../domaine/erreurs'
import { ErreurMetier, estRefusGarde } from '../../domaine/erreurs'
import { verifierCode } from '../accord/verifier-code'
import { type ActeEnMain, chargerActeEnMain, exigerPassage, exigerTitre } from '../acte/charger'
import { passerEtape } from '../acte/passer-etape'
import { demanderApprobations } from '../approbation/demander-approbations'
import type { Contexte } from '../contexte'
import { destinatairesDe, notifier } from '../courriel/notifier'
import { porterCouverture } from '../deliberation/porter-couverture'
import { journaliser } from '../journal/journaliser'
import { donnerAccords } from './donner-accords'
import type { schemaAccepterEnsemble } from './saisies'
import {
  exigerTexteAcceptable,
  organisationsRepresentees,
  resteAAccepter,
  type VersionLue,
  versionCourante,
} from './texte-a-accepter'

export type EnsembleAccepte = { numero: number; complet: boolean }

/**
 * « J'accepte ce texte » : la version courante, lue, sans manque ni contre-proposition en attente, confirmée par un code
 * à usage unique lié à son empreinte. Le texte est accepté quand chaque centre l'a fait, ou la mairie pour tous les siens.
 */
export async function accepterEnsemble(
  contexte: Contexte,
  saisie: z.output<typeof schemaAccepterEnsemble>,
): Promise<EnsembleAccepte | RefusGarde> {
  const { tx, acteur } = contexte
  const acte = await chargerActeEnMain(tx, acteur, saisie.acteId)
  exigerTitre(acteur, acte, 'accepter')
  // Le code d'abord : un code rejoué se dit et se note, même quand l'étape est déjà passée.
  const empreinte = await empreinteNommee(contexte, acte.id, saisie.versionId)
  const code = await verifierCode(contexte, {
    acteId: acte.id,
    objet: 'acceptation',
    empreinteTexte: empreinte,
    code: saisie.code,
  })
  if (estRefusGarde(code)) return code
  exigerPassage(acteur, acte, 'accepter')
  const version = await versionCourante(tx, acte.id, saisie.versionId)
  await exigerTexteAcceptable(tx, acte.id, version.texte)
  await ecrireAccord(contexte, acte, version, code.codeId)
  const reste = await resteAAccepter(tx, acte.id, version.empreinte)
  if (reste.length === 0) await conclure(contexte, acte, version)
  return { numero: version.numero, complet: reste.length === 0 }
}

async function empreinteNommee({ tx }: Contexte, acteId: string, versionId: string): Promise<string> {
  const version = await tx.versionActe.findFirst({
    where: { id: versionId, acteId },
    select: { empreinte: true },
  })
  if (!version) throw new ErreurMetier('INTROUVABLE')
  return version.empreinte
}

/** L'accord sur l'ensemble vaut accord sur chaque unité : une version suivante ne fait relire que ce qui a changé. */
async function ecrireAccord(contexte: Contexte, acte: ActeEnMain, version: VersionLue, codeId: string) {
  const organisations = organisationsRepresentees(contexte.acteur, acte)
  await donnerAccords(contexte, {
    acteId: acte.id,
    version,
    organisations,
    lues: { '': version.empreinte, ...version.empreintes },
    codeId,
  })
  const noms = await contexte.tx.organisation.findMany({
    where: { id: { in: organisations } },
    select: { nom: true },
    orderBy: { nom: 'asc' },
  })
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'ensemble-accepte',
    partage: true,
    donnees: { numero: version.numero, empreinte: version.empreinte, pour: noms.map((o) => o.nom) },
  })
}

async function conclure(contexte: Contexte, acte: ActeEnMain, version: VersionLue): Promise<void> {
  await passerEtape(contexte, acte, 'accepter', {
    donnees: { numero: version.numero, empreinte: version.empreinte },
  })
  await demanderApprobations(contexte, acte, version)
  if (acte.rang > 0) await porterCouverture(contexte, acte.id)
  await notifier(contexte, {
    acteId: acte.id,
    gabarit: 'texte-accepte',
    donnees: {
      reference: acte.reference,
      titre: acte.titre,
      numero: version.numero,
      auteur: contexte.acteur.nom,
    },
    a: await destinatairesDe(contexte, acte, ['redacteur', 'centre', 'mairie']),
  })
}
