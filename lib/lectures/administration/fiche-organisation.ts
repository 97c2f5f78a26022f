import 'server-only'
import type { Tx } from '../../bd/client'
import { versIso, versIsoOuNul } from '../../bd/dates'
import { avecActeur } from '../../bd/transaction'
import type { Acteur, NatureOrganisation } from '../../domaine/organisation/acteur'
import { exigerAdministrateur } from '../../domaine/organisation/droits-administration'
import { porteDesEquipements } from '../../domaine/organisation/equipements'
import { naturesParentes } from '../../domaine/organisation/rattachements'
import { versEquipements } from '../organisation/equipements'

export type Choix = {
  id: string
  code: string
  nom: string
  nature: NatureOrganisation
  commune: string | null
}

const francais = new Intl.Collator('fr')
const CHOIX = { id: true, code: true, nom: true, nature: true, commune: { select: { nom: true } } } as const

/** Organisations ouvertes de ces natures, par nom. */
export async function listerChoix(acteur: Acteur, natures: readonly NatureOrganisation[]): Promise<Choix[]> {
  exigerAdministrateur(acteur)
  return avecActeur(acteur, (tx) => lireChoix(tx, natures))
}

async function lireChoix(tx: Tx, natures: readonly NatureOrganisation[]): Promise<Choix[]> {
  if (natures.length === 0) return []
  const lues = await tx.organisation.findMany({
    where: { nature: { in: [...natures] }, jusqua: null },
    select: CHOIX,
  })
  return lues
    .map((o) => ({ ...o, commune: o.commune?.nom ?? null }))
    .sort((a, b) => francais.compare(a.nom, b.nom))
}

/** Une organisation, ce qui l'entoure et ce qu'on peut y relier ; `null` si elle est inconnue. */
export async function lireOrganisation(acteur: Acteur, code: string) {
  exigerAdministrateur(acteur)
  return avecActeur(acteur, async (tx) => {
    const o = await tx.organisation.findUnique({
      where: { code },
      include: {
        commune: true,
        parent: { select: { id: true, code: true, nom: true } },
        successeur: { select: { code: true, nom: true } },
        enfants: { select: { code: true, nom: true, nature: true, jusqua: true }, orderBy: { nom: 'asc' } },
        equipements: true,
        appellations: { orderBy: { depuis: 'desc' } },
        partenariatsCentre: { include: { groupe: { select: CHOIX } } },
        partenariatsGroupe: { include: { centre: { select: CHOIX } } },
      },
    })
    if (!o) return null
    const partenaires = [
      ...o.partenariatsCentre.map((p) => ({ autre: p.groupe, depuis: versIsoOuNul(p.depuis) })),
      ...o.partenariatsGroupe.map((p) => ({ autre: p.centre, depuis: versIsoOuNul(p.depuis) })),
    ].map(({ autre, depuis }) => ({ ...autre, commune: autre.commune?.nom ?? null, depuis }))
    const autreCote: NatureOrganisation[] =
      o.nature === 'CENTRE' ? ['GROUPE_HOSPITALIER'] : o.nature === 'GROUPE_HOSPITALIER' ? ['CENTRE'] : []
    const parents = await lireChoix(tx, naturesParentes(o.nature))
    const partenairesPossibles = await lireChoix(tx, autreCote)
    const successeurs = await lireChoix(tx, [o.nature])
    const { id, version, nature, nom, sigle, article, feminin, natureGestionnaire, parent, successeur } = o
    const { adresse, telephone, courriel, siret, finess } = o
    return {
      ...{ id, code, version, nature, nom, sigle, article, feminin, natureGestionnaire, parent, successeur },
      ...{ adresse, telephone, courriel, siret, finess },
      commune: o.commune && { codeInsee: o.commune.codeInsee, nom: o.commune.nom, tncc: o.commune.tncc },
      jusqua: versIsoOuNul(o.jusqua),
      enfants: o.enfants.map((e) => ({ ...e, jusqua: versIsoOuNul(e.jusqua) })),
      appellations: o.appellations.map((a) => ({
        nom: a.nom,
        codeReference: a.codeReference,
        depuis: versIso(a.depuis),
      })),
      equipements: porteDesEquipements(nature) ? versEquipements(o.equipements) : null,
      partenaires: partenaires.sort((a, b) => francais.compare(a.nom, b.nom)),
      parents,
      partenairesPossibles: partenairesPossibles.filter((c) => !partenaires.some((p) => p.id === c.id)),
      successeurs: successeurs.filter((c) => c.id !== id),
    }
  })
}
export type OrganisationLue = NonNullable<Awaited<ReturnType<typeof lireOrganisation>>>
