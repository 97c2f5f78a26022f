import 'server-only'
import { chargerChaine } from '../../bd/chaine'
import type { Tx } from '../../bd/client'
import { versIsoOuNul } from '../../bd/dates'
import { chargerDossier } from '../../bd/dossier-signature'
import { avecActeur } from '../../bd/transaction'
import { cleMention } from '../../domaine/acte/autorite'
import { CLES_DES_DATES } from '../../domaine/acte/dates-du-texte'
import { peutLire, qualitesSur } from '../../domaine/acte/droits'
import { referenceDActe } from '../../domaine/acte/reference'
import { type TexteFige } from '../../domaine/acte/version'
import { appliquer } from '../../domaine/avenant/appliquer'
import { A_BLANC, type EtatDeLaChaine, texteVivant } from '../../domaine/avenant/etat'
import { baseDuProjet } from '../../domaine/avenant/projet'
import { aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'
import { type NatureGestionnaire, nomDansLaPhrase } from '../../domaine/organisation/designations'
import type { TexteDActe } from '../../domaine/texte/finalisation'
import type { Numero } from '../../domaine/texte/numerotation'

type TexteNumerote = TexteDActe & { numeros: Readonly<Record<string, Numero>> }

export type DossierConseilLu = {
  reference: string
  genre: 'CONVENTION' | 'AVENANT'
  auteur: string
  jour: DateIso
  version: { numero: number; empreinte: string; creeLe: Date }
  /** Texte de la version, mentions connues comprises. */
  texte: TexteFige
  /** Pour un avenant : le texte en vigueur, et ce qu'il en ferait ; `null` pour une convention. */
  changement: { avant: TexteNumerote; apres: TexteNumerote } | null
  gestionnaire: {
    nom: string
    nature: NatureGestionnaire | null
    signataire: { civilite: 'M' | 'MME' | null; qualite: string } | null
  }
  hopital: { nom: string; groupe: string }
  /** Centres de ce gestionnaire. */
  centres: string[]
  /** Autres gestionnaires d'un acte groupé : ils votent le même texte, chacun pour soi. */
  autres: string[]
  effetFinancier: boolean | null
  seance: { le: DateIso; depotAvant: DateIso | null } | null
}

/**
 * De quoi monter le dossier du conseil, pour la mairie et la direction ; `null` pour tout autre ou sans version partagée.
 * `partieId` : le gestionnaire dont le conseil vote, dans un acte groupé ; à défaut celui que l'acteur représente.
 */
export function lireDossierConseil(
  acteur: Acteur,
  acteId: string,
  maintenant: Date,
  partieId?: string,
): Promise<DossierConseilLu | null> {
  const jour = aujourdHuiAParis(maintenant)
  return avecActeur(acteur, async (tx) => {
    const dossier = await chargerDossier(tx, acteId, jour)
    if (!dossier?.version || !peutLire(acteur, dossier.acte)) return null
    const { acte, version } = dossier
    if (!qualitesSur(acteur, acte).some((q) => q === 'redacteur' || q === 'mairie')) return null
    const gestionnaires = acte.parties.filter((p) => p.role === 'GESTIONNAIRE')
    const gestionnaire =
      gestionnaires.find((p) => p.id === partieId) ??
      gestionnaires.find((p) => acteur.organisations.includes(p.organisationId)) ??
      gestionnaires[0]
    const hopital = acte.parties.find((p) => p.role === 'HOPITAL')
    const convention = await tx.convention.findUniqueOrThrow({
      where: { id: acte.conventionId },
      select: { reference: true, groupe: { select: { nom: true } } },
    })
    const centres = await tx.acteCentre.findMany({
      where: { acteId },
      select: { organisation: { select: { nom: true, parentId: true } } },
    })
    const siens = centres.filter(
      (c) => gestionnaires.length < 2 || c.organisation.parentId === gestionnaire?.organisationId,
    )
    const seance = await tx.seanceConseil.findFirst({
      where: {
        organisationId: gestionnaire?.organisationId,
        annuleeLe: null,
        OR: [
          { depotAvant: null, le: { gt: new Date(`${jour}T00:00:00Z`) } },
          { depotAvant: { gte: new Date(`${jour}T00:00:00Z`) } },
        ],
      },
      orderBy: { le: 'asc' },
    })
    const s = gestionnaire?.signataires[0]
    return {
      reference: referenceDActe(convention.reference, acte.rang),
      genre: acte.genre,
      auteur: convention.groupe.nom,
      jour,
      version: {
        numero: version.numero,
        empreinte: version.empreinte,
        creeLe: acte.versions[0]?.creeLe ?? maintenant,
      },
      texte: version.texte,
      changement:
        acte.genre === 'AVENANT'
          ? await changementDe(tx, acte.conventionId, acte.rang, version.texte, jour)
          : null,
      gestionnaire: {
        nom: nomDansLaPhrase(gestionnaire?.organisation.nom ?? ''),
        nature: gestionnaire?.organisation.natureGestionnaire ?? null,
        signataire: s ? { civilite: s.civilite, qualite: s.qualite } : null,
      },
      hopital: { nom: nomDansLaPhrase(hopital?.organisation.nom ?? ''), groupe: convention.groupe.nom },
      centres: siens.map((c) => c.organisation.nom),
      autres: gestionnaires
        .filter((p) => p.id !== gestionnaire?.id)
        .map((p) => nomDansLaPhrase(p.organisation.nom)),
      effetFinancier: acte.effetFinancier,
      seance: seance && {
        le: seance.le.toISOString().slice(0, 10),
        depotAvant: versIsoOuNul(seance.depotAvant),
      },
    }
  })
}

/** Le texte en vigueur au jour de l'effet écrit, à défaut aujourd'hui, et le même une fois l'avenant appliqué. */
async function changementDe(
  tx: Tx,
  conventionId: string,
  rang: number,
  texte: TexteFige,
  jour: DateIso,
): Promise<DossierConseilLu['changement']> {
  const chaine = await chargerChaine(tx, conventionId)
  if (!chaine) return null
  const effet = texte.valeurs[cleMention(CLES_DES_DATES.effet, rang)]
  const base = baseDuProjet(chaine.etat, chaine.avenants, effet?.genre === 'date' ? effet.date : null, jour)
  const { etat } = appliquer(base, texte.modifications ?? [], A_BLANC)
  const numerote = (e: EtatDeLaChaine) => ({ ...texteVivant(e), numeros: e.numeros })
  return { avant: numerote(base), apres: numerote(etat) }
}
