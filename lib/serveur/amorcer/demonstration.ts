import 'server-only'
import { CENTRES, GESTIONNAIRES, PARTENARIATS } from '../../../prisma/demonstration/centres'
import { FONCTIONS } from '../../../prisma/demonstration/fonctions'
import { APPELLATIONS, EQUIPEMENTS, HOPITAUX } from '../../../prisma/demonstration/hopitaux'
import { COMMUNES, DEPARTEMENTS } from '../../../prisma/demonstration/lieux'
import { OFFRES } from '../../../prisma/demonstration/offres'
import type { OrganisationDemonstration } from '../../../prisma/demonstration/types'
import type { Tx } from '../../bd/client'
import { nouvelId } from '../../bd/identifiants'
import { rechercheDe } from '../../domaine/organisation/recherche'
import { amorcerBesoins } from './besoins-demonstration'
import { amorcerSpecialites } from './specialites'

export { comptesDemonstration } from '../../../prisma/demonstration/comptes'

/** Marque du chargement : au second passage, tout appartient aux utilisateurs. */
const CLE = 'demonstration.territoire'

export type IdParCode = (code: string) => string
export const enDate = (iso: string | undefined): Date | null => (iso ? new Date(`${iso}T00:00:00Z`) : null)

/**
 * Charge le territoire de démonstration une seule fois. Un second passage ne recrée rien : une offre retirée ou une
 * fiche corrigée par un utilisateur reste comme il l'a laissée.
 */
export async function amorcerDemonstration(tx: Tx, maintenant: Date): Promise<{ charge: boolean }> {
  await amorcerSpecialites(tx)
  const { count } = await tx.installation.createMany({
    data: [{ cle: CLE, valeur: '1', le: maintenant }],
    skipDuplicates: true,
  })
  if (count === 0) return { charge: false }
  await tx.departement.createMany({ data: [...DEPARTEMENTS], skipDuplicates: true })
  await tx.commune.createMany({
    data: COMMUNES.map((c) => ({ ...c, codeDepartement: c.codeInsee.slice(0, 2) })),
    skipDuplicates: true,
  })
  const idDe = await amorcerOrganisations(tx)
  await amorcerRattachements(tx, idDe)
  await amorcerFonctions(tx, idDe)
  await amorcerBesoins(tx, idDe)
  return { charge: true }
}

/** Un niveau à la fois : le parent doit avoir son identifiant avant ses enfants. */
async function amorcerOrganisations(tx: Tx): Promise<IdParCode> {
  const ids = new Map<string, string>()
  let restantes: readonly OrganisationDemonstration[] = [...HOPITAUX, ...GESTIONNAIRES, ...CENTRES]
  while (restantes.length > 0) {
    const niveau = restantes.filter((o) => !o.parent || ids.has(o.parent))
    if (niveau.length === 0) throw new Error('Rattachement en boucle dans la démonstration')
    await tx.organisation.createMany({ data: niveau.map((o) => ligneDe(o, ids)), skipDuplicates: true })
    const lues = await tx.organisation.findMany({
      where: { code: { in: niveau.map((o) => o.code) } },
      select: { id: true, code: true },
    })
    for (const { id, code } of lues) ids.set(code, id)
    restantes = restantes.filter((o) => !niveau.includes(o))
  }
  return (code) => {
    const id = ids.get(code)
    if (!id) throw new Error(`Organisation absente de la démonstration : ${code}`)
    return id
  }
}

function ligneDe(o: OrganisationDemonstration, ids: ReadonlyMap<string, string>) {
  const commune = COMMUNES.find((c) => c.codeInsee === o.codeInsee)
  return {
    id: nouvelId(),
    code: o.code,
    nature: o.nature,
    nom: o.nom,
    sigle: o.sigle ?? null,
    article: o.article,
    feminin: o.feminin,
    parentId: o.parent ? (ids.get(o.parent) ?? null) : null,
    natureGestionnaire: o.natureGestionnaire ?? null,
    codeInsee: o.codeInsee ?? null,
    adresse: o.adresse ?? null,
    telephone: o.telephone ?? null,
    offreRenseigneeLe: enDate(o.offreRenseigneeLe),
    besoinsRecueillisLe: enDate(o.besoinsRecueillisLe),
    recherche: rechercheDe({ nom: o.nom, sigle: o.sigle ?? null, commune: commune?.nom ?? null }),
  }
}

async function amorcerRattachements(tx: Tx, idDe: IdParCode): Promise<void> {
  await tx.appellation.createMany({
    data: APPELLATIONS.map(({ organisation, depuis, ...a }) => ({
      ...a,
      id: nouvelId(),
      organisationId: idDe(organisation),
      depuis: new Date(`${depuis}T00:00:00Z`),
    })),
  })
  await tx.partenariat.createMany({
    data: PARTENARIATS.map((p) => ({
      id: nouvelId(),
      groupeId: idDe(p.groupe),
      centreId: idDe(p.centre),
      note: p.note,
    })),
    skipDuplicates: true,
  })
  await tx.equipement.createMany({
    data: EQUIPEMENTS.map(({ organisation, depuis, ...e }) => ({
      ...e,
      id: nouvelId(),
      organisationId: idDe(organisation),
      depuis: enDate(depuis),
    })),
  })
  await tx.offre.createMany({
    data: OFFRES.map((o) => ({
      organisationId: idDe(o.centre),
      specialiteCode: o.specialite,
      source: o.source,
    })),
    skipDuplicates: true,
  })
}

async function amorcerFonctions(tx: Tx, idDe: IdParCode): Promise<void> {
  const lignes = FONCTIONS.map((f) => ({ ...f, personneId: f.titulaire ? nouvelId() : null }))
  await tx.personne.createMany({
    data: lignes.flatMap((f) => (f.titulaire && f.personneId ? [{ id: f.personneId, ...f.titulaire }] : [])),
  })
  await tx.fonction.createMany({
    data: lignes.map((f) => ({
      id: nouvelId(),
      organisationId: idDe(f.organisation),
      personneId: f.personneId,
      code: f.code,
      masculin: f.masculin,
      feminin: f.feminin,
      signataire: f.signataire ?? false,
      depuis: enDate(f.depuis),
      jusqua: enDate(f.jusqua),
      source: f.source ?? null,
    })),
  })
}
