import type { z } from 'zod'
import type { Prisma } from '../../bd/genere/client'
import {
  type DecisionRemarque,
  ETAT_APRES,
  peutDecider,
  type RemarquePourDroits,
} from '../../domaine/acte/remarques'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { avecDeterminant, chargerRemarque, exigerEcriture, type RemarqueEnMain } from './charger'
import { prevenirDecision } from './prevenir'
import { articleDe } from './repondre'
import type { schemaDeciderRemarque } from './saisies'

/** Nom de chaque décision au journal. */
export const EVENEMENT_DE_LA_DECISION: Record<DecisionRemarque, string> = {
  accepter: 'remarque-acceptee',
  decliner: 'remarque-declinee',
  clore: 'remarque-close',
  rouvrir: 'remarque-rouverte',
}
const DIT: Record<DecisionRemarque, string> = {
  accepter: 'acceptée',
  decliner: 'déclinée',
  clore: 'close',
  rouvrir: 'rouverte',
}

/**
 * Accepte, décline (motif exigé), clôt ou rouvre une remarque. La direction n'accepte ainsi une contre-proposition que
 * pour dire, avec un motif, qu'elle l'a reportée elle-même : sinon c'est `retenirContreProposition` qui écrit le texte.
 */
export async function deciderRemarque(
  contexte: Contexte,
  saisie: z.output<typeof schemaDeciderRemarque>,
): Promise<{ version: number }> {
  const { tx, acteur } = contexte
  const enMain = await chargerRemarque(tx, acteur, saisie.remarqueId)
  const { acte, remarque, droits } = enMain
  exigerEcriture(acteur, acte, remarque.interne)
  if (!peutDecider(acteur, acte, droits, saisie.decision)) refuser(enMain, saisie.decision, contexte)
  const reportee = saisie.decision === 'accepter' && aReporter(droits)
  if ((saisie.decision === 'decliner' || reportee) && saisie.motif.length < 3)
    throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'Motif' })
  await ecrireDecision(contexte, remarque, saisie.version, {
    etat: ETAT_APRES[saisie.decision],
    motif: saisie.motif || null,
    ...(reportee ? { ecriteLe: contexte.maintenant } : {}),
  })
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: EVENEMENT_DE_LA_DECISION[saisie.decision],
    cible: remarque.identite ?? undefined,
    partage: !remarque.interne,
    donnees: {
      interne: remarque.interne,
      nature: remarque.nature,
      ...(saisie.motif ? { motif: saisie.motif } : {}),
    },
  })
  await prevenirDecision(contexte, acte, remarque, {
    unite: avecDeterminant(await articleDe(contexte, remarque)),
    decision: DIT[saisie.decision],
    motif: saisie.motif,
  })
  return { version: saisie.version + 1 }
}

const aReporter = (r: RemarquePourDroits) => r.nature === 'CONTRE_PROPOSITION' && r.cote === 'GESTIONNAIRE'

/** Dit pourquoi : l'état n'est plus le bon, ou la décision revient à l'autre côté. */
function refuser({ acte, droits }: RemarqueEnMain, decision: DecisionRemarque, { acteur }: Contexte): never {
  const etat = decision === 'rouvrir' ? ('CLOSE' as const) : ('OUVERTE' as const)
  const enTemps = peutDecider(acteur, acte, { ...droits, etat }, decision)
  throw new ErreurMetier(enTemps ? 'REMARQUE_DECIDEE' : 'ROLE_INSUFFISANT')
}

/** Mise à jour conditionnelle : zéro ligne, quelqu'un d'autre a décidé entre-temps. */
export async function ecrireDecision(
  { tx, acteur, maintenant }: Contexte,
  remarque: RemarqueEnMain['remarque'],
  version: number,
  data: Prisma.RemarqueUncheckedUpdateManyInput,
): Promise<void> {
  const ouverte = data.etat === 'OUVERTE'
  const { count } = await tx.remarque.updateMany({
    where: { id: remarque.id, version, etat: remarque.etat },
    data: {
      ...data,
      decideeLe: ouverte ? null : maintenant,
      decideePar: ouverte ? null : acteur.utilisateurId || null,
      decideeParNom: ouverte ? null : acteur.nom,
      version: { increment: 1 },
    },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
}
