import 'server-only'
import type { Tx } from '../../bd/client'
import { avecActeur } from '../../bd/transaction'
import {
  type EtatAccord,
  etatDeLUnite,
  type GroupeDAccord,
  garantsDe,
  groupesDAccord,
} from '../../domaine/acte/accords'
import { type ActePourDroits, peutAccepter, peutLire, qualitesSur } from '../../domaine/acte/droits'
import type { TexteFige } from '../../domaine/acte/version'
import type { Acteur } from '../../domaine/organisation/acteur'
import { manquesDuTexte } from '../../domaine/texte/finalisation'

export type AccordDonne = { par: string; le: Date; numero: number }
export type AccordDUnite = {
  organisationId: string
  etat: EtatAccord
  /** Dernier accord donné, qu'il vaille encore ou que le texte ait changé depuis. */
  donne: AccordDonne | null
}
export type OrganisationAccordante = {
  id: string
  nom: string
  role: 'CENTRE' | 'GESTIONNAIRE'
  /** L'acteur accepte en son nom. */
  mienne: boolean
  /** Accord sur l'ensemble de la version courante, donné par elle ou par son gestionnaire. */
  ensemble: AccordDonne | null
}
export type AccordsLus = {
  version: { id: string; numero: number; empreinte: string }
  organisations: OrganisationAccordante[]
  /** Ce qui s'accepte d'un geste, dans l'ordre du texte. */
  groupes: GroupeDAccord[]
  /** État de chaque unité pour chaque organisation, par identité. */
  unites: Record<string, AccordDUnite[]>
  /** Vrai si l'acteur peut accepter maintenant, au nom de l'une des organisations « miennes ». */
  peutAccepter: boolean
  /** Ce qui empêche d'accepter l'ensemble : valeurs manquantes, contre-propositions ouvertes. */
  manques: string[]
  contrePropositions: number
}

/** Accords donnés sur la dernière version partagée d'un acte visible ; `null` s'il est inconnu, interdit ou non partagé. */
export function lireAccords(acteur: Acteur, acteId: string): Promise<AccordsLus | null> {
  return avecActeur(acteur, async (tx) => {
    const acte = await tx.acte.findUnique({ where: { id: acteId } })
    if (!acte || !peutLire(acteur, acte)) return null
    const version = await tx.versionActe.findFirst({ where: { acteId }, orderBy: { numero: 'desc' } })
    if (!version) return null
    return composer(tx, acteur, acte, version)
  })
}

type Version = { id: string; numero: number; empreinte: string; empreintes: unknown; texte: unknown }

async function composer(
  tx: Tx,
  acteur: Acteur,
  acte: ActePourDroits & { id: string },
  version: Version,
): Promise<AccordsLus> {
  const gardes = await tx.acceptation.findMany({
    where: { acteId: acte.id, retireeLe: null },
    orderBy: { le: 'asc' },
    include: { versionActe: { select: { numero: true } } },
  })
  const accords = gardes.map((a) => ({ ...a, retire: false }))
  const { organisations, accordants } = await lireOrganisations(tx, acteur, acte)
  const donneDe = (garants: readonly string[], identite: string, empreinte?: string): AccordDonne | null => {
    const a = accords.findLast(
      (x) =>
        x.identite === identite &&
        garants.includes(x.organisationId) &&
        (empreinte === undefined || x.empreinte === empreinte),
    )
    return a ? { par: a.auteurNom, le: a.le, numero: a.versionActe.numero } : null
  }
  const texte = version.texte as TexteFige
  const unites = Object.entries(version.empreintes as Record<string, string>).map(
    ([identite, empreinte]): [string, AccordDUnite[]] => [
      identite,
      organisations.map((o) => {
        const garants = garantsDe(o.id, accordants)
        const etat = etatDeLUnite(accords, garants, identite, empreinte)
        return {
          organisationId: o.id,
          etat,
          donne: donneDe(garants, identite, etat === 'accepte' ? empreinte : undefined),
        }
      }),
    ],
  )
  return {
    version: { id: version.id, numero: version.numero, empreinte: version.empreinte },
    organisations: organisations.map((o) => ({
      ...o,
      ensemble: donneDe(garantsDe(o.id, accordants), '', version.empreinte),
    })),
    groupes: groupesDAccord(texte.unites),
    unites: Object.fromEntries(unites),
    peutAccepter: peutAccepter(acteur, acte),
    manques: manquesDuTexte(texte),
    contrePropositions: await tx.remarque.count({
      where: { acteId: acte.id, nature: 'CONTRE_PROPOSITION', etat: 'OUVERTE', interne: false },
    }),
  }
}

async function lireOrganisations(tx: Tx, acteur: Acteur, acte: ActePourDroits & { id: string }) {
  const organisation = { select: { id: true, nom: true, parentId: true } }
  const centres = await tx.acteCentre.findMany({
    where: { acteId: acte.id },
    select: { organisation },
    orderBy: { organisation: { nom: 'asc' } },
  })
  const parties = await tx.partie.findMany({
    where: { acteId: acte.id, role: 'GESTIONNAIRE' },
    select: { organisation },
    orderBy: { rang: 'asc' },
  })
  const qualites = qualitesSur(acteur, acte)
  const mienne = (id: string, role: 'DIRECTION_CMS' | 'MAIRIE') =>
    (qualites.includes('centre') || qualites.includes('mairie')) &&
    acteur.habilitations.some((h) => h.role === role && h.organisationId === id)
  return {
    accordants: {
      centres: centres.map((c) => c.organisation.id),
      gestionnaires: parties.map((p) => p.organisation.id),
      gestionnaireDe: Object.fromEntries(centres.map(({ organisation: o }) => [o.id, o.parentId] as const)),
    },
    organisations: [
      ...centres.map(({ organisation: o }) => ({
        id: o.id,
        nom: o.nom,
        role: 'CENTRE' as const,
        mienne: mienne(o.id, 'DIRECTION_CMS'),
      })),
      ...parties.map(({ organisation: o }) => ({
        id: o.id,
        nom: o.nom,
        role: 'GESTIONNAIRE' as const,
        mienne: mienne(o.id, 'MAIRIE'),
      })),
    ],
  }
}
