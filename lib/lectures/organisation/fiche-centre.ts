import 'server-only'
import type { Tx } from '../../bd/client'
import { versIsoOuNul } from '../../bd/dates'
import { rattachementDuCentre } from '../../bd/rattachements'
import { avecActeur } from '../../bd/transaction'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { CategorieSpecialite } from '../../domaine/organisation/comparaison'
import {
  type AccesCentre,
  accesAuCentre,
  peutCompleterFiche,
  peutCompleterGestionnaire,
  peutDeclarerOffre,
  peutModifierBesoin,
  peutRepondreBesoin,
  voitLesAutresCentres,
} from '../../domaine/organisation/droits'
import { type Manque, manquesDeFiche } from '../../domaine/organisation/fiche'
import { lireBesoins } from './besoins-centre'
import { lireConventionsDuCentre } from './conventions-centre'
import { versEquipements } from './equipements'
import { type FonctionLue, lireFonctions } from './fonctions'

export type Coordonnees = {
  id: string
  code: string
  nom: string
  version: number
  adresse: string | null
  telephone: string | null
  courriel: string | null
  logoFichierId: string | null
}

export type FicheCentre = NonNullable<Awaited<ReturnType<typeof lireFicheCentre>>>

/** Fiche d'un centre, ou `null` : inconnue et interdite se disent pareil. */
export function lireFicheCentre(acteur: Acteur, code: string) {
  return avecActeur(acteur, async (tx) => {
    const rattachement = await rattachementDuCentre(tx, { code })
    const acces = rattachement && accesAuCentre(acteur, rattachement)
    if (!rattachement || !acces) return null
    const centre = await lireIdentite(tx, rattachement.centreId)
    const gestionnaire = centre.parent
    const fonctions = await lireFonctions(tx, [centre.id, ...(gestionnaire ? [gestionnaire.id] : [])])
    const droits = {
      besoins: peutModifierBesoin(acteur, rattachement),
      repondre: peutRepondreBesoin(acteur, rattachement),
      offre: peutDeclarerOffre(acteur, rattachement),
      fiche: peutCompleterFiche(acteur, rattachement),
      gestionnaire: peutCompleterGestionnaire(acteur, rattachement),
    }
    const offreRenseigneeLe = versIsoOuNul(centre.offreRenseigneeLe)
    const besoinsRecueillisLe = versIsoOuNul(centre.besoinsRecueillisLe)
    return {
      acces: acces as AccesCentre,
      droits,
      centre: coordonnees(centre),
      jusqua: versIsoOuNul(centre.jusqua),
      ville: centre.commune?.nom ?? '',
      departement: centre.commune?.departement ?? null,
      gestionnaire: gestionnaire && { ...coordonnees(gestionnaire), nature: gestionnaire.natureGestionnaire },
      groupes: centre.partenariatsCentre.map((p) => ({ ...p.groupe, note: p.note })),
      offreRenseigneeLe,
      offre: centre.offres
        .map((o) => ({ ...o.specialite, source: o.source }))
        .sort((a, b) => a.rang - b.rang),
      specialites: await lireSpecialites(tx),
      besoinsRecueillisLe,
      besoins: await lireBesoins(tx, rattachement, voitLesAutresCentres(acces)),
      equipements: versEquipements(centre.equipements),
      fonctions,
      conventions: await lireConventionsDuCentre(tx, rattachement.centreId),
      manques: manquesDe(coordonnees(centre), gestionnaire && coordonnees(gestionnaire), fonctions, {
        offre: offreRenseigneeLe === null,
        besoins: besoinsRecueillisLe === null,
      }),
    }
  })
}

const lireIdentite = (tx: Tx, id: string) =>
  tx.organisation.findUniqueOrThrow({
    where: { id },
    include: {
      parent: true,
      commune: { include: { departement: true } },
      partenariatsCentre: { include: { groupe: { select: { code: true, nom: true, sigle: true } } } },
      offres: { include: { specialite: true } },
      equipements: true,
    },
  })

const lireSpecialites = (
  tx: Tx,
): Promise<{ code: string; libelle: string; categorie: CategorieSpecialite; rang: number }[]> =>
  tx.specialite.findMany({ orderBy: { rang: 'asc' } })

const coordonnees = (o: Coordonnees): Coordonnees => ({
  id: o.id,
  code: o.code,
  nom: o.nom,
  version: o.version,
  adresse: o.adresse,
  telephone: o.telephone,
  courriel: o.courriel,
  logoFichierId: o.logoFichierId,
})

/** Tout ce qui manque, nommé : coordonnées, recueils jamais faits, postes sans titulaire. */
function manquesDe(
  centre: Coordonnees,
  gestionnaire: Coordonnees | null,
  fonctions: FonctionLue[],
  recueils: { offre: boolean; besoins: boolean },
): Manque[] {
  const organisation = centre.code
  const recueil = (['offre', 'besoins'] as const)
    .filter((code) => recueils[code])
    .map((code): Manque => ({ code, organisation }))
  const postes = fonctions
    .filter((f) => f.jusqua === null && f.titulaire === null)
    .map((f): Manque => ({ code: 'titulaire', organisation: f.organisation, fonction: f.id }))
  return [
    ...manquesDeFiche(centre),
    ...recueil,
    ...(gestionnaire ? manquesDeFiche(gestionnaire) : []),
    ...postes,
  ]
}
