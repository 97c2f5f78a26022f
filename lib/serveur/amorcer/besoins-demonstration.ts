import 'server-only'
import { BESOINS } from '../../../prisma/demonstration/besoins'
import { RENCONTRES_LE } from '../../../prisma/demonstration/centres'
import { SOURCES } from '../../../prisma/demonstration/sources'
import type { Tx } from '../../bd/client'
import { nouvelId } from '../../bd/identifiants'

/** Réunion, besoins éclatés par spécialité et réponses que les sources donnent. */
export async function amorcerBesoins(tx: Tx, idDe: (code: string) => string): Promise<void> {
  const le = new Date(`${RENCONTRES_LE}T00:00:00Z`)
  const reunionId = nouvelId()
  await tx.reunion.create({
    data: {
      id: reunionId,
      intitule: 'rencontres bilatérales HUPS / CMS',
      date: le,
      precision: 'annee',
      source: SOURCES.besoins,
    },
  })
  const besoins = BESOINS.map((b) => ({ ...b, id: nouvelId() }))
  await tx.besoin.createMany({
    data: besoins.map((b) => ({
      id: b.id,
      centreId: idDe(b.centre),
      nature: b.nature,
      specialiteCode: b.specialite,
      libelle: b.libelle,
      recueilliLe: le,
      precision: 'annee',
      reunionId: b.bilaterale ? reunionId : null,
      note: b.note ?? null,
    })),
  })
  await tx.reponseBesoin.createMany({
    data: besoins.flatMap((b) =>
      b.reponses.map((r) => ({
        id: nouvelId(),
        besoinId: b.id,
        nature: r.nature,
        texte: r.texte,
        le: new Date(`${r.le}T00:00:00Z`),
        precision: r.precision,
        source: SOURCES.memoire,
      })),
    ),
  })
}
