import 'server-only'
import type { Tx } from '../../bd/client'
import { versIso, versIsoOuNul } from '../../bd/dates'
import { rattachementsDesCentres } from '../../bd/rattachements'
import { avecActeur } from '../../bd/transaction'
import { type Acteur, organisationsDuRole } from '../../domaine/organisation/acteur'
import { appellationAu } from '../../domaine/organisation/appellation'
import { accesAuCentre, accesAuGroupe } from '../../domaine/organisation/droits'
import { filtreCentres } from './centres-visibles'
import { lireComparaison } from './comparaison-groupe'
import { versEquipements } from './equipements'
import { lireFonctions } from './fonctions'

export type GroupeListe = {
  code: string
  nom: string
  sigle: string | null
  institution: string | null
  centres: number
  sites: string[]
}

/** Groupes que l'acteur atteint : les siens, ceux qu'il observe, ceux dont un de ses centres est partenaire. */
export function listerGroupes(acteur: Acteur): Promise<GroupeListe[]> {
  return avecActeur(acteur, async (tx) => {
    const groupes = await tx.organisation.findMany({
      where: {
        nature: 'GROUPE_HOSPITALIER',
        OR: [
          { id: { in: [...organisationsDuRole(acteur, 'DIRECTION_PARTENARIATS'), ...acteur.sieges] } },
          { partenariatsGroupe: { some: { centre: filtreCentres(acteur) } } },
        ],
      },
      include: {
        parent: { select: { nom: true } },
        enfants: { where: { nature: 'SITE' }, select: { nom: true }, orderBy: { recherche: 'asc' } },
        partenariatsGroupe: { where: { centre: filtreCentres(acteur) }, select: { id: true } },
      },
      orderBy: { recherche: 'asc' },
    })
    return groupes.map((g) => ({
      code: g.code,
      nom: g.nom,
      sigle: g.sigle,
      institution: g.parent?.nom ?? null,
      centres: g.partenariatsGroupe.length,
      sites: g.enfants.map((s) => s.nom),
    }))
  })
}

export type FicheGroupe = NonNullable<Awaited<ReturnType<typeof lireFicheGroupe>>>

/** Fiche d'un groupe à cette date, ou `null`. Un centre partenaire n'y voit que ses propres colonnes. */
export function lireFicheGroupe(acteur: Acteur, code: string, aujourdhui: string) {
  return avecActeur(acteur, async (tx) => {
    const groupe = await tx.organisation.findFirst({
      where: { code, nature: 'GROUPE_HOSPITALIER' },
      include: { parent: { select: { nom: true } }, appellations: { orderBy: { depuis: 'asc' } } },
    })
    if (!groupe) return null
    const centres = await rattachementsDesCentres(tx, {
      partenariatsCentre: { some: { groupeId: groupe.id } },
    })
    const acces = accesAuGroupe(acteur, groupe.id, centres)
    if (!acces) return null
    const appellations = groupe.appellations.map((a) => ({
      nom: a.nom,
      sigle: a.sigle,
      codeReference: a.codeReference,
      depuis: versIso(a.depuis),
      jusqua: versIsoOuNul(a.jusqua),
    }))
    const visibles = centres.filter((c) => acces !== 'partenaire' || accesAuCentre(acteur, c) !== null)
    const sites = await lireSites(tx, groupe.id)
    return {
      acces,
      peutCompleter: acces === 'direction',
      id: groupe.id,
      code: groupe.code,
      nom: appellationAu(appellations, aujourdhui)?.nom ?? groupe.nom,
      sigle: appellationAu(appellations, aujourdhui)?.sigle ?? groupe.sigle,
      institution: groupe.parent?.nom ?? null,
      logoFichierId: groupe.logoFichierId,
      appellations,
      sites,
      fonctions: await lireFonctions(tx, [groupe.id]),
      comparaison: await lireComparaison(
        tx,
        visibles.map((c) => c.centreId),
      ),
      /** Combien de centres partenaires ne sont pas montrés à cet acteur. */
      autresCentres: centres.length - visibles.length,
    }
  })
}

/** Sites et pôles du groupe, avec leurs services et équipements ; ceux du groupe entier viennent à part. */
async function lireSites(tx: Tx, groupeId: string) {
  const lues = await tx.organisation.findMany({
    where: { OR: [{ id: groupeId }, { parentId: groupeId }, { parent: { parentId: groupeId } }] },
    include: { commune: { select: { nom: true } }, equipements: true },
    orderBy: { recherche: 'asc' },
  })
  const versLue = (o: (typeof lues)[number]) => ({
    id: o.id,
    nature: o.nature,
    nom: o.nom,
    ville: o.commune?.nom ?? null,
    adresse: o.adresse,
    telephone: o.telephone,
    equipements: versEquipements(o.equipements),
  })
  return {
    groupe: lues.filter((o) => o.id === groupeId).map(versLue)[0]?.equipements ?? [],
    rattaches: lues
      .filter((o) => o.parentId === groupeId)
      .map((o) => ({ ...versLue(o), services: lues.filter((s) => s.parentId === o.id).map(versLue) })),
  }
}
