import type { z } from 'zod'
import { versDateOuNul, versIso, versIsoOuNul } from '../../bd/dates'
import {
  destinataireDe,
  incoherenceDeLaLettre,
  type LettreEnvoyee,
  versLettres,
} from '../../domaine/acte/lettres'
import { type FinDeResiliation, finApresReception, receptionRetenue } from '../../domaine/acte/resiliation'
import { aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { nomDansLaPhrase } from '../../domaine/organisation/designations'
import type { ActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { destinatairesDe, notifier } from '../courriel/notifier'
import { journaliser } from '../journal/journaliser'
import { chargerResiliation, datesDeLaChaine, ecrireFin } from './charger'
import { gestionnairesDe, recalculerFin } from './depart'
import type { schemaNoterReception } from './saisies'

type Saisie = z.output<typeof schemaNoterReception>
type Chargee = Awaited<ReturnType<typeof chargerResiliation>>
export type ReceptionNotee = { version: number; fin: DateIso | null }

const RAISONS = {
  'a-venir': 'La poste ne peut pas encore avoir fait ce qui est daté de demain.',
  'avant-envoi': 'La lettre ne peut être présentée ni reçue avant son envoi.',
  'avant-presentation': 'La réception ne peut précéder la première présentation.',
  'sans-presentation': 'Une lettre non réclamée a d’abord été présentée : indiquez ce jour.',
} as const

/**
 * Note ce qu'il advient d'une lettre. Quand toutes sont reçues, la dernière réception fixe la fin, écrite sur l'acte. Une
 * lettre non réclamée n'est jamais réputée reçue : une personne retient une date, avec son motif.
 */
export async function noterReception(contexte: Contexte, saisie: Saisie): Promise<ReceptionNotee> {
  const chargee = await chargerResiliation(contexte, saisie.resiliationId)
  const { resiliation: r, acte } = chargee
  if (r.version !== saisie.version) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  if (r.etat !== 'NOTIFIEE') throw new ErreurMetier('ETAPE_INTERDITE')
  const lettres = lettresApres(chargee, saisie, aujourdHuiAParis(contexte.maintenant))
  const reception = receptionRetenue(versLettres(lettres))
  const fin = reception.etat === 'recue' ? await finDe(contexte, chargee, reception.le) : null
  const { count } = await contexte.tx.resiliation.updateMany({
    where: { id: r.id, version: saisie.version, etat: 'NOTIFIEE' },
    data: {
      lettres,
      version: { increment: 1 },
      ...(reception.etat === 'recue' && fin
        ? {
            etat: 'RECUE',
            recueLe: versDateOuNul(reception.le),
            finCalculee: versDateOuNul(dernierJour(fin)),
          }
        : {}),
    },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  const gestionnaires = await gestionnairesDe(contexte.tx, acte.id)
  // Un gestionnaire qui quitte un acte groupé ne met fin qu'à sa participation, tant qu'un autre y reste.
  if (fin && gestionnaires.length > 1) await recalculerFin(contexte, acte, gestionnaires)
  // La convention finit d'elle-même avant la fin du préavis : rien à avancer.
  else if (fin?.etat === 'fixee') await ecrireFin(contexte, acte, { avant: null, apres: fin.fin })
  const seule = r.cote === 'GESTIONNAIRE' && gestionnaires.length > 1
  await consigner(
    contexte,
    acte,
    saisie,
    lettres,
    fin,
    seule ? await nomDe(contexte, r.organisationId) : null,
  )
  return { version: saisie.version + 1, fin: fin && dernierJour(fin) }
}

const nomDe = async ({ tx }: Contexte, id: string): Promise<string> =>
  nomDansLaPhrase((await tx.organisation.findUniqueOrThrow({ where: { id } })).nom)

const dernierJour = (fin: FinDeResiliation): DateIso | null =>
  fin.etat === 'fixee' ? fin.fin : fin.etat === 'sans-effet' ? fin.finDeLActe : null

function lettresApres({ resiliation: r }: Chargee, saisie: Saisie, aujourdHui: DateIso): LettreEnvoyee[] {
  const lettre = r.lettres[saisie.rang]
  if (!lettre) throw new ErreurMetier('INTROUVABLE')
  const incoherence = incoherenceDeLaLettre(saisie, { envoyeeLe: versIso(r.envoyeeLe), aujourdHui })
  if (incoherence) throw new ErreurMetier('DATE_INCOHERENTE', { raison: RAISONS[incoherence] })
  const decidee = saisie.nonReclamee && saisie.recueLe !== null
  if (decidee && (saisie.motif ?? '').length < 3)
    throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'motif de la date retenue' })
  const { presenteeLe, nonReclamee, recueLe } = saisie
  const notee = { ...lettre, presenteeLe, nonReclamee, recueLe, motif: decidee ? saisie.motif : null }
  return r.lettres.map((l, i) => (i === saisie.rang ? notee : l))
}

async function finDe(
  { tx }: Contexte,
  { acte, resiliation: r }: Chargee,
  reception: DateIso,
): Promise<FinDeResiliation> {
  const { fin: finDeLActe } = await datesDeLaChaine(tx, acte)
  return finApresReception({
    reception,
    preavisMois: r.preavisMois,
    finDemandee: versIsoOuNul(r.finDemandee),
    finDeLActe,
  })
}

async function consigner(
  contexte: Contexte,
  acte: ActeEnMain,
  saisie: Saisie,
  lettres: readonly LettreEnvoyee[],
  fin: FinDeResiliation | null,
  partie: string | null,
): Promise<void> {
  const lettre = lettres[saisie.rang]
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: fin ? 'resiliation-recue' : 'lettre-suivie',
    partage: true,
    donnees: {
      destinataire: lettre ? destinataireDe(lettre) : '',
      presenteeLe: saisie.presenteeLe,
      recueLe: saisie.recueLe,
      nonReclamee: saisie.nonReclamee,
      ...(lettre?.motif ? { motif: lettre.motif } : {}),
      ...(fin ? { fin: dernierJour(fin) } : {}),
      ...(partie ? { partie } : {}),
    },
  })
  if (!fin) return
  await notifier(contexte, {
    acteId: acte.id,
    gabarit: partie ? 'depart-recu' : 'resiliation-recue',
    donnees: {
      reference: acte.reference,
      titre: acte.titre,
      fin: dernierJour(fin),
      auteur: contexte.acteur.nom,
      ...(partie ? { partie } : {}),
    },
    a: await destinatairesDe(contexte, acte, ['redacteur', 'centre', 'mairie']),
  })
}
