import type { Tx } from '../../bd/client'
import { versDate, versIsoOuNul } from '../../bd/dates'
import { type Cote, cotesDeLaDenonciation, moisDe, schemaLettres } from '../../domaine/acte/lettres'
import type { DateIso } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Acteur } from '../../domaine/organisation/acteur'
import { type ActeEnMain, chargerActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { suivreEngagements } from '../engagement/suivre-engagements'

/** Refuse qui n'est d'aucune partie : un centre, une fonction consultée, une personne invitée, le siège lisent. */
export function exigerCote(acteur: Acteur, acte: ActeEnMain, cote?: Cote): void {
  const cotes = cotesDeLaDenonciation(acteur, acte)
  if (cotes.length === 0 || (cote && !cotes.includes(cote))) throw new ErreurMetier('ROLE_INSUFFISANT')
}

/** Dénonciation en cours, avec l'acte initial de sa chaîne verrouillé : deux réceptions se suivent. */
export async function chargerResiliation({ tx, acteur }: Contexte, id: string) {
  const vue = await tx.resiliation.findUnique({ where: { id }, select: { conventionId: true } })
  if (!vue) throw new ErreurMetier('INTROUVABLE')
  const initial = await tx.acte.findFirst({
    where: { conventionId: vue.conventionId, genre: 'CONVENTION' },
    select: { id: true },
  })
  if (!initial) throw new ErreurMetier('INTROUVABLE')
  const acte = await chargerActeEnMain(tx, acteur, initial.id)
  exigerCote(acteur, acte)
  const r = await tx.resiliation.findUniqueOrThrow({ where: { id } })
  return { acte, resiliation: { ...r, lettres: schemaLettres.parse(r.lettres) } }
}

export type DatesDeChaine = {
  signature: DateIso | null
  effet: DateIso | null
  fin: DateIso | null
  resilieeLe: DateIso | null
  preavisMois: number | null
}

/** Dates de la chaîne entière : le dernier jour suit les avenants signés, le préavis vient de son texte. */
export async function datesDeLaChaine(tx: Tx, acte: ActeEnMain): Promise<DatesDeChaine> {
  const actes = await tx.acte.findMany({
    where: { conventionId: acte.conventionId, etape: 'SIGNEE' },
    select: { genre: true, dateSignature: true, dateEffet: true, dateFin: true, resilieeLe: true },
  })
  const initial = actes.find((a) => a.genre === 'CONVENTION')
  const preavis = await tx.parametre.findUnique({
    where: { conventionId_cle: { conventionId: acte.conventionId, cle: 'preavis' } },
  })
  const fins = actes.map((a) => versIsoOuNul(a.dateFin) ?? '')
  return {
    signature: versIsoOuNul(initial?.dateSignature ?? null),
    effet: versIsoOuNul(initial?.dateEffet ?? null),
    fin: fins.sort().at(-1) || null,
    resilieeLe: versIsoOuNul(initial?.resilieeLe ?? null),
    preavisMois: moisDe(preavis?.valeur),
  }
}

/** Écrit la fin par résiliation sur l'acte signé, s'il est encore tel qu'on l'a lu. */
export async function ecrireFin(
  contexte: Contexte,
  acte: ActeEnMain,
  fin: { avant: DateIso | null; apres: DateIso | null },
): Promise<void> {
  const { tx, maintenant } = contexte
  const { count } = await tx.acte.updateMany({
    where: {
      id: acte.id,
      version: acte.version,
      etape: 'SIGNEE',
      resilieeLe: fin.avant ? versDate(fin.avant) : null,
    },
    data: {
      resilieeLe: fin.apres ? versDate(fin.apres) : null,
      version: { increment: 1 },
      modifieLe: maintenant,
    },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  await suivreEngagements(contexte, acte)
}
