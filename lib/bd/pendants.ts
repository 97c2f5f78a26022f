import type { Pendant } from '../domaine/acte/lettres'
import { referenceDActe } from '../domaine/acte/reference'
import type { DateIso } from '../domaine/calendrier/dates'
import type { Tx } from './client'
import { versDate } from './dates'

type Chaine = { id: string; conventionId: string; groupeId: string; organisations: readonly string[] }

/**
 * Ce qui dépend encore d'une convention que l'on dénonce : activités partagées rattachées, avenants en cours, autres conventions signées des mêmes
 * parties, réponses données à un besoin. Liste bornée, vue par l'acteur : un projet qu'on ne lui a pas partagé n'y est pas.
 */
export async function pendantsDe(tx: Tx, acte: Chaine, jour: DateIso): Promise<Pendant[]> {
  const avenants = await tx.acte.findMany({
    where: {
      conventionId: acte.conventionId,
      genre: 'AVENANT',
      etape: { notIn: ['SIGNEE', 'ABANDONNEE'] },
    },
    orderBy: { rang: 'asc' },
    take: 20,
    select: { rang: true, titre: true, convention: { select: { reference: true } } },
  })
  const activites = await tx.rattachementConvention.findMany({
    where: {
      cadreId: acte.conventionId,
      retireLe: null,
      convention: { actes: { some: { rang: 0, etape: { not: 'ABANDONNEE' } } } },
    },
    orderBy: { numero: 'asc' },
    take: 20,
    select: { numero: true, conventionId: true, convention: { select: { reference: true } } },
  })
  const soeurs = await tx.acte.findMany({
    where: {
      id: { not: acte.id },
      conventionId: { notIn: [acte.conventionId, ...activites.map((a) => a.conventionId)] },
      genre: 'CONVENTION',
      etape: 'SIGNEE',
      resilieeLe: null,
      groupeId: acte.groupeId,
      organisations: { hasEvery: [...acte.organisations] },
      convention: { actes: { some: { etape: 'SIGNEE', dateFin: { gte: versDate(jour) } } } },
    },
    orderBy: { id: 'asc' },
    take: 20,
    select: { titre: true, convention: { select: { reference: true } } },
  })
  const reponses = await tx.reponseBesoin.findMany({
    where: { conventionId: acte.conventionId },
    orderBy: { id: 'asc' },
    take: 20,
    select: { besoin: { select: { libelle: true } }, convention: { select: { reference: true } } },
  })
  return [
    ...activites.map((a) => ({
      nature: 'activite' as const,
      reference: a.convention.reference,
      intitule: `activité partagée n° ${a.numero}`,
    })),
    ...avenants.map((a) => ({
      nature: 'avenant' as const,
      reference: referenceDActe(a.convention.reference, a.rang),
      intitule: `avenant n° ${a.rang}, ${a.titre}`,
    })),
    ...soeurs.map((a) => ({
      nature: 'convention' as const,
      reference: a.convention.reference,
      intitule: a.titre,
    })),
    ...reponses.map((r) => ({
      nature: 'reponse' as const,
      reference: r.convention?.reference ?? '',
      intitule: r.besoin.libelle,
    })),
  ]
}
