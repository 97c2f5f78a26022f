import { versDateOuNul, versIso } from '../../bd/dates'
import type { Prisma } from '../../bd/genere/client'
import { aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import {
  type CoteMesure,
  coteSurEngagement,
  type EngagementPourDroits,
  type GesteMesure,
  type MesurePourDroits,
  refusDuGeste,
} from '../../domaine/engagement/droits'
import { type CibleDatee, cibleAu } from '../../domaine/engagement/histoire'
import type { Constat } from '../../domaine/engagement/juger'
import { colonnesDuConstat, jugementDeLaLigne } from '../../domaine/engagement/mesure'
import { refusDuConstat } from '../../domaine/engagement/recevoir'
import type { Debiteur } from '../../domaine/engagement/themes'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { AVEC_MESURES, ciblesDe } from '../engagement/ouvrir-periodes'
import { journaliser } from '../journal/journaliser'

const LUE = {
  engagement: {
    include: {
      cibles: AVEC_MESURES.cibles,
      portees: AVEC_MESURES.portees,
      convention: {
        select: {
          reference: true,
          actes: { where: { rang: 0 }, select: { id: true, titre: true }, take: 1 },
        },
      },
    },
  },
} satisfies Prisma.MesureInclude
type Ligne = Prisma.MesureGetPayload<{ include: typeof LUE }>

/** Une mesure que l'acteur peut changer par ce geste, avec son engagement, ses cibles et l'acte dont elle naît. */
export type MesureEnMain = {
  ligne: Ligne
  cibles: CibleDatee[]
  cote: CoteMesure
  jour: DateIso
  acteId: string
  /** « Répondre à chaque demande de scanner (IRM) » */
  libelle: string
}

export const droitsDeLEngagement = (e: {
  groupeId: string
  organisations: string[]
  debiteur: string
}): EngagementPourDroits => ({
  groupeId: e.groupeId,
  organisations: e.organisations,
  debiteur: e.debiteur as Debiteur,
})
type LigneDroits = Pick<Ligne, 'etat' | 'cote' | 'debut' | 'fin' | 'saisieLe' | 'figeeLe' | 'reponseLe'>
export const droitsDeLaMesure = (m: LigneDroits): MesurePourDroits => ({
  etat: m.etat,
  cote: m.cote,
  debut: versIso(m.debut),
  fin: versIso(m.fin),
  saisieLe: m.saisieLe && aujourdHuiAParis(m.saisieLe),
  figee: m.figeeLe !== null,
  maintenue: m.reponseLe !== null,
})

/** Mesure visible et que ce geste peut changer. INTROUVABLE hors de portée ; sinon le refus que dit le domaine. */
export async function chargerMesure(
  { tx, acteur, maintenant }: Contexte,
  mesureId: string,
  geste: GesteMesure,
): Promise<MesureEnMain> {
  const ligne = await tx.mesure.findUnique({ where: { id: mesureId }, include: LUE })
  const acte = ligne?.engagement.convention.actes[0]
  if (!ligne || !acte) throw new ErreurMetier('INTROUVABLE')
  const e = droitsDeLEngagement(ligne.engagement)
  const jour = aujourdHuiAParis(maintenant)
  const refus = refusDuGeste(geste, acteur, e, droitsDeLaMesure(ligne), jour)
  const cote = coteSurEngagement(acteur, e)
  if (refus || !cote) throw new ErreurMetier(refus ?? 'ROLE_INSUFFISANT', detailsDuRefus(ligne))
  const portee = ligne.engagement.portees.find((p) => p.code === ligne.portee)
  return {
    ligne,
    cibles: ciblesDe(ligne.engagement),
    cote,
    jour,
    acteId: acte.id,
    libelle: `${ligne.engagement.libelle}${portee ? ` (${portee.libelle})` : ''}`,
  }
}

const detailsDuRefus = (l: Ligne) => ({
  debut: versIso(l.debut),
  ...(l.figeeLe ? { le: aujourdHuiAParis(l.figeeLe) } : {}),
})

/** Un constat recevable, prêt à écrire, et son jugement par la cible en vigueur au premier jour de la période. */
export function jugerLaSaisie({ ligne, cibles, jour }: MesureEnMain, constat: Constat) {
  const debut = versIso(ligne.debut)
  const raison = refusDuConstat(cibleAu(cibles, debut), constat, jour)
  if (raison) throw new ErreurMetier('CONSTAT_REFUSE', { raison })
  const colonnes = colonnesDuConstat(constat)
  const reglages = { seuil: ligne.engagement.seuil, auLe: jour }
  return {
    ...colonnes,
    remisLe: versDateOuNul(colonnes.remisLe),
    jugement: jugementDeLaLigne(cibles, { debut, colonnes, saisi: true }, reglages),
  }
}

/** Écrit si personne ne l'a changée depuis la version lue ; sinon MODIFIE_ENTRE_TEMPS. Rend la version nouvelle. */
export async function ecrireMesure(
  { tx }: Contexte,
  { ligne }: MesureEnMain,
  version: number,
  data: Prisma.MesureUncheckedUpdateManyInput,
): Promise<{ version: number }> {
  const { count } = await tx.mesure.updateMany({
    where: { id: ligne.id, version },
    data: { ...data, version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  return { version: version + 1 }
}

type EvenementMesure =
  | 'mesure-saisie'
  | 'mesure-corrigee'
  | 'mesure-validee'
  | 'mesure-contestee'
  | 'mesure-maintenue'
  | 'periode-figee'
  | 'periode-rouverte'

/** Ligne du journal de la convention, lue des deux côtés : l'engagement, sa période, et le motif s'il y en a un. */
export const consigner = (
  contexte: Contexte,
  m: MesureEnMain,
  { evenement, motif }: { evenement: EvenementMesure; motif: string | null },
): Promise<void> =>
  journaliser(contexte, {
    acteId: m.acteId,
    evenement,
    cible: m.ligne.id,
    partage: true,
    donnees: {
      libelle: m.libelle,
      debut: versIso(m.ligne.debut),
      fin: versIso(m.ligne.fin),
      recurrence: m.ligne.engagement.recurrence,
      ...(motif ? { motif } : {}),
    },
  })
