import { chargerChaine } from '../../bd/chaine'
import { versDate, versDateOuNul, versIso, versIsoOuNul } from '../../bd/dates'
import { declarationsDe } from '../../bd/engagements'
import { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { auNomDuGroupe } from '../../bd/transaction'
import type { DateIso } from '../../domaine/calendrier/dates'
import { memeCible } from '../../domaine/engagement/cible'
import { type Condition, type Declaration, schemaDeclaration } from '../../domaine/engagement/declaration'
import {
  type ChaineSignee,
  type CibleDatee,
  dernierJourDeLaChaine,
  type EngagementDeduit,
  histoireDesEngagements,
} from '../../domaine/engagement/histoire'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { ouvrirPeriodes } from './ouvrir-periodes'

type Chaine = { conventionId: string; groupeId: string }
type Suivi = { nes: number; cibles: number; fermes: number }

/**
 * Met les engagements d'une chaîne signée au pas de son texte : ils naissent une fois, leurs cibles changent au jour d'effet
 * des avenants, ils se ferment avec leur article ou avec la chaîne. Rejouée, ne change rien. Se joue au nom du groupe
 * rédacteur : la dernière signature peut être celle de la mairie.
 */
export function suivreEngagements(contexte: Contexte, chaine: Chaine): Promise<Suivi> {
  return auNomDuGroupe(contexte.tx, chaine.groupeId, () => suivre(contexte, chaine))
}

async function suivre(contexte: Contexte, { conventionId, groupeId }: Chaine): Promise<Suivi> {
  const { tx } = contexte
  const suivi: Suivi = { nes: 0, cibles: 0, fermes: 0 }
  const chaine = await chargerChaine(tx, conventionId)
  if (!chaine?.initial.effetLe) return suivi
  const initial = await tx.acte.findUniqueOrThrow({
    where: { id: chaine.initial.acteId },
    select: {
      id: true,
      organisations: true,
      modeleVersionId: true,
      unites: { select: { identite: true, variante: true } },
    },
  })
  const tous = await tx.engagement.findMany({
    where: { conventionId },
    include: { cibles: { orderBy: { depuis: 'asc' } } },
  })
  const connus = tous.filter((e) => e.origine === 'TEXTE')
  const gardees = connus.map((e) => schemaDeclaration.parse(e.declaration))
  const cles = new Set(gardees.map((d) => d.cle))
  const declarees = initial.modeleVersionId ? await declarationsDe(tx, initial.modeleVersionId) : []
  const signee: ChaineSignee = {
    etat: chaine.etat,
    effetLe: chaine.initial.effetLe,
    resilieeLe: chaine.initial.resilieeLe,
    avenants: chaine.avenants,
    variantes: Object.fromEntries(initial.unites.map((u) => [u.identite, u.variante])),
  }
  const deduits = histoireDesEngagements(signee, [...gardees, ...declarees.filter((d) => !cles.has(d.cle))])
  for (const d of deduits) {
    const connu = connus.find((e) => e.cle === d.declaration.cle)
    if (!connu) {
      await ouvrir(contexte, d, { conventionId, groupeId, organisations: initial.organisations })
      suivi.nes += 1
      continue
    }
    const avant = connu.cibles.map(versCible)
    if (!memesCibles(avant, d.cibles)) {
      await ecrireCibles(contexte, connu.id, d.cibles)
      suivi.cibles += 1
    }
    const fermeLe = connu.fermeLe && versIso(connu.fermeLe)
    if (fermeLe !== d.fermeLe || connu.valeurAbsente !== d.valeurAbsente) {
      await tx.engagement.update({
        where: { id: connu.id },
        data: {
          fermeLe: versDateOuNul(d.fermeLe),
          valeurAbsente: d.valeurAbsente,
          version: { increment: 1 },
        },
      })
      if (fermeLe !== d.fermeLe) suivi.fermes += 1
    }
  }
  const ajouts = tous.filter((e) => e.origine === 'AJOUT')
  suivi.fermes += await suivreAjouts(contexte, ajouts, dernierJourDeLaChaine(signee))
  await ouvrirPeriodes(contexte, conventionId)
  await consigner(contexte, initial.id, suivi)
  return suivi
}

/** Un engagement ajouté n'a pas d'article : il finit avec la chaîne. */
async function suivreAjouts(
  { tx }: Contexte,
  ajouts: readonly { id: string; fermeLe: Date | null }[],
  fin: DateIso | null,
): Promise<number> {
  const perimes = ajouts.filter((e) => versIsoOuNul(e.fermeLe) !== fin).map((e) => e.id)
  if (perimes.length === 0) return 0
  const data = { fermeLe: versDateOuNul(fin), version: { increment: 1 } }
  await tx.engagement.updateMany({ where: { id: { in: perimes } }, data })
  await tx.cibleEngagement.updateMany({
    where: { engagementId: { in: perimes } },
    data: { jusqua: versDateOuNul(fin) },
  })
  return perimes.length
}

const versCible = (c: { depuis: Date; jusqua: Date | null; cible: unknown; rang: number }): CibleDatee => ({
  depuis: versIso(c.depuis),
  jusqua: c.jusqua && versIso(c.jusqua),
  cible: c.cible as CibleDatee['cible'],
  rang: c.rang,
})

const memesCibles = (a: readonly CibleDatee[], b: readonly CibleDatee[]): boolean =>
  a.length === b.length &&
  a.every((x, i) => {
    const y = b[i]
    return (
      y !== undefined &&
      x.depuis === y.depuis &&
      x.jusqua === y.jusqua &&
      x.rang === y.rang &&
      memeCible(x.cible, y.cible)
    )
  })

type Rattachement = Chaine & { organisations: string[] }
async function ouvrir(contexte: Contexte, d: EngagementDeduit, r: Rattachement): Promise<void> {
  const { tx, maintenant } = contexte
  const { declaration } = d
  const depuis = d.cibles[0]?.depuis
  if (!depuis) return
  const id = nouvelId(maintenant.getTime())
  await tx.engagement.create({
    data: {
      ...r,
      ...colonnesDe(declaration),
      id,
      origine: 'TEXTE',
      depuis: versDate(depuis),
      exigibleLe: versDateOuNul(exigibleDOffice(declaration.condition, depuis)),
      fermeLe: versDateOuNul(d.fermeLe),
      valeurAbsente: d.valeurAbsente,
      creeLe: maintenant,
    },
  })
  await tx.porteeEngagement.createMany({
    data: declaration.portees.map((p, rang) => ({
      engagementId: id,
      code: p.code,
      rang,
      libelle: p.libelle,
      condition: p.condition ?? Prisma.DbNull,
      exigibleLe: versDateOuNul(exigibleDOffice(p.condition, depuis)),
    })),
  })
  await ecrireCibles(contexte, id, d.cibles)
}

/** Colonnes qu'une déclaration donne à l'engagement. */
export const colonnesDe = (d: Declaration) => ({
  cle: d.cle,
  unite: d.unite,
  libelle: d.libelle,
  theme: d.theme,
  debiteur: d.debiteur,
  genre: d.promesse.genre,
  recurrence: d.recurrence,
  declaration: d,
  referentHopital: d.referents.hopital,
  referentCentre: d.referents.centre,
})

/** Sans condition, dès la prise d'effet ; sous condition d'une date écrite, ce jour-là ; sinon une personne le constatera. */
function exigibleDOffice(condition: Condition | null, depuis: DateIso): DateIso | null {
  if (condition === null) return depuis
  if (condition.genre !== 'date' || condition.le === null) return null
  return condition.le > depuis ? condition.le : depuis
}

async function ecrireCibles({ tx }: Contexte, engagementId: string, cibles: readonly CibleDatee[]) {
  await tx.cibleEngagement.deleteMany({ where: { engagementId } })
  await tx.cibleEngagement.createMany({
    data: cibles.map((c) => ({
      engagementId,
      depuis: versDate(c.depuis),
      jusqua: versDateOuNul(c.jusqua),
      cible: c.cible ?? Prisma.DbNull,
      rang: c.rang,
    })),
  })
}

async function consigner(contexte: Contexte, acteId: string, { nes, cibles, fermes }: Suivi) {
  if (nes)
    await journaliser(contexte, {
      acteId,
      evenement: 'engagements-nes',
      partage: true,
      donnees: { nombre: nes },
    })
  if (cibles || fermes)
    await journaliser(contexte, {
      acteId,
      evenement: 'engagements-suivis',
      partage: true,
      donnees: { cibles: cibles || null, fermes: fermes || null },
    })
}
