import 'server-only'
import type { Tx } from '../../bd/client'
import { versIso } from '../../bd/dates'
import { reponseActuelle } from '../../domaine/organisation/besoins'
import { type Comparaison, comparer } from '../../domaine/organisation/comparaison'
import { nomProvisoire } from '../../domaine/organisation/fiche'

const francais = new Intl.Collator('fr')

/** Besoins et offre de ces centres, côte à côte. L'appelant a déjà vérifié qu'ils peuvent être montrés. */
export async function lireComparaison(tx: Tx, centreIds: string[]): Promise<Comparaison> {
  const centres = await tx.organisation.findMany({
    where: { id: { in: centreIds } },
    include: { commune: { select: { nom: true } }, offres: true },
  })
  const specialites = await tx.specialite.findMany()
  const besoins = await tx.besoin.findMany({
    where: { centreId: { in: centreIds } },
    include: { reponses: true },
  })
  return comparer({
    centres: centres
      .map((c) => ({
        id: c.id,
        code: c.code,
        nom: nomProvisoire(c.nom),
        ville: c.commune?.nom ?? nomProvisoire(c.nom),
        offreRenseignee: c.offreRenseigneeLe !== null,
        besoinsRecueillis: c.besoinsRecueillisLe !== null,
      }))
      .sort((a, b) => francais.compare(a.ville, b.ville) || francais.compare(a.nom, b.nom)),
    specialites,
    offres: centres.flatMap((c) =>
      c.offres.map((o) => ({ centreId: c.id, specialiteCode: o.specialiteCode })),
    ),
    besoins: besoins.map((b) => ({
      id: b.id,
      centreId: b.centreId,
      nature: b.nature,
      specialiteCode: b.specialiteCode,
      libelle: b.libelle,
      priorite: b.priorite,
      reponse:
        reponseActuelle(
          b.reponses.map((r) => ({
            nature: r.nature,
            le: versIso(r.le),
            creeLe: r.creeLe.toISOString(),
          })),
        )?.nature ?? null,
    })),
  })
}
