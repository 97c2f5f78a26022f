import { versDate, versIso } from '../../bd/dates'
import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { auNomDuGroupe } from '../../bd/transaction'
import { ajouterJours, aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import { instantAParis } from '../../domaine/calendrier/delais'
import { schemaSourceDemandes } from '../../domaine/engagement/declaration'
import {
  type Agregat,
  compteur,
  type DemandeDatee,
  jourDeLaDemande,
  type Suivi,
} from '../../domaine/engagement/demandes'
import { jugementDeLaLigne, SANS_CONSTAT } from '../../domaine/engagement/mesure'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { ciblesDe } from '../engagement/ouvrir-periodes'
import { datee, verrouiller } from './charger'

type Chaine = { conventionId: string; groupeId: string }
const PAGE = 2_000

const INCLUS = {
  engagement: { include: { cibles: { orderBy: { depuis: 'asc' } } } },
} satisfies Prisma.MesureInclude
type MesureSuivie = Prisma.MesureGetPayload<{ include: typeof INCLUS }> & { suivi: Suivi }

/** Mesures tirées des demandes qui couvrent ces jours. */
async function mesuresSuivies(
  { tx }: Contexte,
  conventionId: string,
  { de, a }: { de: DateIso; a: DateIso },
): Promise<MesureSuivie[]> {
  const lues = await tx.mesure.findMany({
    where: {
      origine: 'DEMANDES',
      debut: { lte: versDate(a) },
      fin: { gte: versDate(de) },
      engagement: { conventionId },
    },
    include: INCLUS,
    orderBy: { id: 'asc' },
  })
  return lues.flatMap((m) => {
    const source = schemaSourceDemandes.safeParse(
      (m.engagement.declaration as { demandes?: unknown }).demandes,
    )
    return source.success
      ? [{ ...m, suivi: { source: source.data, portee: m.portee, cibles: ciblesDe(m.engagement) } }]
      : []
  })
}

/** Même nature et même examen : le degré retenu peut encore changer, et avec lui l'engagement qui la compte. */
const concerne = (m: MesureSuivie, d: DemandeDatee): boolean =>
  d.nature === m.suivi.source.nature &&
  (m.portee === '' || m.portee === d.examen) &&
  versIso(m.debut) <= jourDeLaDemande(d) &&
  jourDeLaDemande(d) <= versIso(m.fin)

/**
 * Recalcule, dans la transaction de l'écriture, les mesures que ces demandes touchent, jugement compris. Se joue au nom du
 * groupe rédacteur : un secrétariat ne voit pas les demandes des autres. Refuse une période figée (PERIODE_FIGEE).
 */
export async function recalculer(
  contexte: Contexte,
  chaine: Chaine,
  demandes: readonly DemandeDatee[],
): Promise<void> {
  const jours = demandes.map(jourDeLaDemande).sort()
  const [de, a] = [jours[0], jours.at(-1)]
  if (!de || !a) return
  await auNomDuGroupe(contexte.tx, chaine.groupeId, async () => {
    const touchees = (await mesuresSuivies(contexte, chaine.conventionId, { de, a })).filter((m) =>
      demandes.some((d) => concerne(m, d)),
    )
    const figee = touchees.find((m) => m.figeeLe !== null || m.effaceesLe !== null)
    if (figee)
      throw new ErreurMetier('PERIODE_FIGEE', {
        le: aujourdHuiAParis(figee.figeeLe ?? figee.effaceesLe ?? contexte.maintenant),
      })
    for (const m of touchees) await recompter(contexte, m)
  })
}

/** Recompte une à une les mesures ouvertes d'une chaîne entre deux jours ; ce qui est figé reste. Sous le périmètre du groupe. */
export async function recalculerPeriode(
  contexte: Contexte,
  conventionId: string,
  bornes: { de: DateIso; a: DateIso },
): Promise<void> {
  for (const m of await mesuresSuivies(contexte, conventionId, bornes))
    if (m.figeeLe === null && m.effaceesLe === null) await recompter(contexte, m)
}

async function recompter(contexte: Contexte, m: MesureSuivie): Promise<void> {
  const { tx, maintenant } = contexte
  const agregat = await compterLesDemandes(contexte, m)
  const vu = agregat.denominateur > 0
  const colonnes = vu
    ? {
        ...SANS_CONSTAT,
        numerateur: agregat.numerateur,
        denominateur: agregat.denominateur,
        mediane: agregat.mediane,
      }
    : SANS_CONSTAT
  const auLe = aujourdHuiAParis(maintenant)
  const ligne = { debut: versIso(m.debut), colonnes, saisi: vu }
  const jugement = jugementDeLaLigne(m.suivi.cibles, ligne, { seuil: m.engagement.seuil, auLe })
  const avant = { numerateur: m.numerateur, denominateur: m.denominateur, mediane: m.mediane }
  const apres = {
    numerateur: colonnes.numerateur,
    denominateur: colonnes.denominateur,
    mediane: colonnes.mediane,
  }
  const memesNombres = JSON.stringify(avant) === JSON.stringify(apres)
  if (memesNombres && jugement === m.jugement) return
  if (!memesNombres && (m.etat === 'VALIDEE' || m.etat === 'CONTESTEE'))
    await garderLAvant(contexte, m, { avant, apres })
  await tx.mesure.update({
    where: { id: m.id },
    data: {
      ...apres,
      jugement,
      ...(memesNombres ? {} : etatDe(m, vu, maintenant)),
      version: { increment: 1 },
    },
  })
}

/** Un chiffre qui change n'est plus celui que l'autre côté avait validé ou contesté : il est à relire. */
const etatDe = (m: MesureSuivie, vu: boolean, maintenant: Date) => ({
  etat: vu ? ('SAISIE' as const) : ('ATTENDUE' as const),
  cote: vu ? (m.engagement.debiteur === 'centre' ? ('GESTIONNAIRE' as const) : ('HOPITAL' as const)) : null,
  saisieLe: vu ? maintenant : null,
  saisieParNom: vu ? 'Demandes datées' : null,
  valideeLe: null,
  valideeParNom: null,
  contesteeLe: null,
  contesteeParNom: null,
  contestationMotif: null,
})

type Nombres = { numerateur: number | null; denominateur: number | null; mediane: number | null }
async function garderLAvant(
  { tx, acteur, maintenant }: Contexte,
  m: MesureSuivie,
  { avant, apres }: { avant: Nombres; apres: Nombres },
): Promise<void> {
  await tx.correctionMesure.create({
    data: {
      id: nouvelId(maintenant.getTime()),
      mesureId: m.id,
      avant: { ...avant, etat: m.etat, par: m.valideeParNom ?? m.contesteeParNom ?? m.saisieParNom },
      apres,
      motif: m.contestationMotif
        ? `Demandes datées changées, après une contestation : ${m.contestationMotif}`
        : 'Demandes datées changées',
      auteurId: acteur.utilisateurId || null,
      auteurNom: acteur.nom,
      le: maintenant,
    },
  })
}

/** Les demandes sont lues par pages : la mémoire ne suit pas leur nombre. */
async function compterLesDemandes({ tx, maintenant }: Contexte, m: MesureSuivie): Promise<Agregat> {
  const c = compteur(m.suivi, { debut: versIso(m.debut), fin: versIso(m.fin) }, { maintenant })
  const demandeeLe = {
    gte: instantAParis(versIso(m.debut), 0),
    lt: instantAParis(ajouterJours(versIso(m.fin), 1), 0),
  }
  const examen = m.portee === '' ? {} : { examen: m.portee }
  const base = { conventionId: m.engagement.conventionId, nature: m.suivi.source.nature, ...examen }
  for (let apres: { demandeeLe: Date; id: string } | undefined; ; ) {
    const page = await tx.demande.findMany({
      where: {
        ...base,
        demandeeLe,
        ...(apres && {
          OR: [
            { demandeeLe: { gt: apres.demandeeLe } },
            { demandeeLe: apres.demandeeLe, id: { gt: apres.id } },
          ],
        }),
      },
      orderBy: [{ demandeeLe: 'asc' }, { id: 'asc' }],
      take: PAGE,
    })
    for (const d of page) c.ajouter(datee(d))
    apres = page.at(-1)
    if (page.length < PAGE || !apres) return c.conclure()
    demandeeLe.gte = apres.demandeeLe
  }
}

/** Identifiants des mesures ouvertes d'une chaîne entre deux jours. Sous le périmètre du groupe. */
export async function mesuresARecompter(
  contexte: Contexte,
  conventionId: string,
  bornes: { de: DateIso; a: DateIso },
  refuserFigees: boolean,
): Promise<string[]> {
  const suivies = await mesuresSuivies(contexte, conventionId, bornes)
  const fermee = (m: MesureSuivie) => m.figeeLe !== null || m.effaceesLe !== null
  if (refuserFigees && suivies.some(fermee)) throw new ErreurMetier('PERIODE_FIGEE')
  return suivies.filter((m) => !fermee(m)).map((m) => m.id)
}

/** Recompte une mesure si elle est encore ouverte. Sous le périmètre du groupe. */
export async function recalculerMesure(contexte: Contexte, mesureId: string): Promise<void> {
  const lue = await contexte.tx.mesure.findUnique({
    where: { id: mesureId },
    select: { debut: true, fin: true, engagement: { select: { conventionId: true } } },
  })
  if (!lue) return
  await verrouiller(contexte.tx, lue.engagement.conventionId)
  const bornes = { de: versIso(lue.debut), a: versIso(lue.fin) }
  const suivies = await mesuresSuivies(contexte, lue.engagement.conventionId, bornes)
  const m = suivies.find((x) => x.id === mesureId)
  if (m && m.figeeLe === null && m.effaceesLe === null) await recompter(contexte, m)
}
