import 'server-only'
import { versDate, versIso } from '../../bd/dates'
import type { Prisma } from '../../bd/genere/client'
import { avecActeur } from '../../bd/transaction'
import { aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import type { Cible } from '../../domaine/engagement/cible'
import {
  correctionSeMotive,
  type EtatMesure,
  type GesteMesure,
  gestesPermis,
} from '../../domaine/engagement/droits'
import { cibleAu } from '../../domaine/engagement/histoire'
import type { Constat, Jugement } from '../../domaine/engagement/juger'
import { type ColonnesConstat, constatDesColonnes } from '../../domaine/engagement/mesure'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { ConventionLue } from '../convention/lire-convention'
import { type EngagementLu, lireEngagements } from '../engagement/lire-engagements'

export type Parole = { par: string; le: Date; motif: string | null }
export type CorrectionLue = {
  id: string
  le: Date
  par: string
  motif: string | null
  /** La valeur d'avant, qui l'avait saisie, et ce que l'autre côté en disait. */
  avant: {
    constat: Constat | null
    jugement: Jugement
    saisiePar: string | null
    contestation: string | null
  }
}
export type MesureEntiere = {
  mesureId: string
  version: number
  portee: string | null
  debut: DateIso
  fin: DateIso
  etat: EtatMesure
  jugement: Jugement
  cible: Cible | null
  constat: Constat | null
  parDemandes: boolean
  commentaire: string | null
  preuveLien: string | null
  preuve: { id: string; nom: string } | null
  saisie: Parole | null
  validee: Parole | null
  contestee: Parole | null
  reponse: Parole | null
  figee: Parole | null
  corrections: CorrectionLue[]
  gestes: GesteMesure[]
  correctionMotivee: boolean
}
export type EngagementMesure = {
  convention: ConventionLue
  engagement: EngagementLu
  /** Périodes commencées, la plus récente d'abord. */
  mesures: MesureEntiere[]
  /** Première période à venir. */
  prochaine: { debut: DateIso; fin: DateIso } | null
}

const AVEC = {
  preuve: { select: { id: true, nom: true } },
  corrections: { orderBy: { le: 'desc' } },
} satisfies Prisma.MesureInclude
type Ligne = Prisma.MesureGetPayload<{ include: typeof AVEC }>

/** Toutes les périodes commencées d'un engagement, pour qui lit sa convention ; `null` s'il est inconnu ou hors de portée. */
export async function lireMesures(
  acteur: Acteur,
  reference: string,
  engagementId: string,
  maintenant: Date,
): Promise<EngagementMesure | null> {
  const lus = await lireEngagements(acteur, reference, maintenant)
  const engagement = lus?.engagements.find((e) => e.id === engagementId)
  if (!lus || !engagement) return null
  const { convention } = lus
  const jour = aujourdHuiAParis(maintenant)
  return avecActeur(acteur, async (tx) => {
    const lignes = await tx.mesure.findMany({
      where: { engagementId, debut: { lte: versDate(jour) } },
      include: AVEC,
      orderBy: [{ debut: 'desc' }, { portee: 'asc' }],
    })
    const suite = await tx.mesure.findFirst({
      where: { engagementId, debut: { gt: versDate(jour) } },
      orderBy: { debut: 'asc' },
      select: { debut: true, fin: true },
    })
    const rattachement = await tx.engagement.findUniqueOrThrow({
      where: { id: engagementId },
      select: { groupeId: true, organisations: true },
    })
    const droits = { ...rattachement, debiteur: engagement.debiteur }
    return {
      convention,
      engagement,
      mesures: lignes.map((m) => ({
        ...versMesure(m, engagement),
        gestes: gestesPermis(acteur, droits, pourDroits(m), jour),
      })),
      prochaine: suite && { debut: versIso(suite.debut), fin: versIso(suite.fin) },
    }
  })
}

const pourDroits = (m: Ligne) => ({
  etat: m.etat,
  cote: m.cote,
  debut: versIso(m.debut),
  fin: versIso(m.fin),
  saisieLe: m.saisieLe && aujourdHuiAParis(m.saisieLe),
  figee: m.figeeLe !== null,
  maintenue: m.reponseLe !== null,
})

const parole = (par: string | null, le: Date | null, motif: string | null = null): Parole | null =>
  le ? { par: par ?? '', le, motif } : null

function versMesure(m: Ligne, e: EngagementLu): Omit<MesureEntiere, 'gestes'> {
  const debut = versIso(m.debut)
  const cible = cibleAu(e.cibles, debut)
  const colonnes: ColonnesConstat = {
    numerateur: m.numerateur,
    denominateur: m.denominateur,
    mediane: m.mediane,
    nombre: m.nombre,
    constat: m.constat as ColonnesConstat['constat'],
    remisLe: m.remisLe && versIso(m.remisLe),
  }
  return {
    mesureId: m.id,
    version: m.version,
    portee: e.portees.find((p) => p.code === m.portee)?.libelle ?? null,
    debut,
    fin: versIso(m.fin),
    etat: m.etat,
    jugement: m.jugement as Jugement,
    cible,
    constat: cible && constatDesColonnes(cible, colonnes, m.etat !== 'ATTENDUE'),
    parDemandes: m.origine === 'DEMANDES',
    commentaire: m.commentaire,
    preuveLien: m.preuveLien,
    preuve: m.preuve,
    saisie: parole(m.saisieParNom, m.saisieLe),
    validee: parole(m.valideeParNom, m.valideeLe),
    contestee: parole(m.contesteeParNom, m.contesteeLe, m.contestationMotif),
    reponse: parole(m.reponseParNom, m.reponseLe, m.reponseMotif),
    figee: parole(m.figeeParNom, m.figeeLe),
    corrections: m.corrections.map((c) => versCorrection(c, cible)),
    correctionMotivee: correctionSeMotive(m),
  }
}

type Avant = ColonnesConstat & {
  jugement: Jugement
  saisieParNom: string | null
  contestationMotif: string | null
}
function versCorrection(c: Ligne['corrections'][number], cible: Cible | null): CorrectionLue {
  const avant = c.avant as unknown as Avant
  return {
    id: c.id,
    le: c.le,
    par: c.auteurNom,
    motif: c.motif,
    avant: {
      constat: cible && constatDesColonnes(cible, avant, true),
      jugement: avant.jugement,
      saisiePar: avant.saisieParNom,
      contestation: avant.contestationMotif,
    },
  }
}
