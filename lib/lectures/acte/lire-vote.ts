import 'server-only'
import { versIso, versIsoOuNul } from '../../bd/dates'
import { chargerDossier, type DossierDAutorite } from '../../bd/dossier-signature'
import { avecActeur } from '../../bd/transaction'
import { type AvisSuivi, accordRefuse, avisOuverts } from '../../domaine/acte/approbations'
import type { AutoriteDeLaPartie, Portee } from '../../domaine/acte/autorite'
import { datesCitees } from '../../domaine/acte/dates-du-texte'
import { estRedacteur, peutLire, peutPasser, qualitesSur } from '../../domaine/acte/droits'
import { ETAPES_DU_TEXTE_ARRETE, type Etape, type Qualite } from '../../domaine/acte/etapes'
import { type Constat, controlerAvantSignature } from '../../domaine/acte/regles-signature'
import { estTardive } from '../../domaine/acte/version'
import { aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'
import { type NatureGestionnaire, nomDansLaPhrase } from '../../domaine/organisation/designations'
import { parametresCites } from '../../domaine/texte/finalisation'
import type { DefinitionParametre, ValeurParametre } from '../../domaine/texte/parametres'
import { type SeanceLue, versSeance } from '../conseil/lister-conseils'
import { litLesMotifs, sansMotifs } from './masquer'

export type SignataireDuVote = {
  id: string
  civilite: 'M' | 'MME' | null
  prenom: string
  nom: string
  qualite: string
  nature: 'DROIT' | 'DELEGATION'
  reference: string | null
  date: DateIso | null
  fichierId: string | null
}
export type DeliberationLue = {
  id: string
  version: number
  organe: string
  numero: string | null
  seanceLe: DateIso
  transmiseLe: DateIso | null
  publieeLe: DateIso | null
  portee: Portee
  sens: 'ADOPTEE' | 'REFUSEE'
  motif: string | null
  fichierId: string | null
  auteurNom: string
  /** Vrai quand elle porte sur le texte d'aujourd'hui. */
  surCeTexte: boolean
}
export type PartieDuVote = {
  id: string
  version: number
  role: 'HOPITAL' | 'GESTIONNAIRE'
  organisationId: string
  organisationCode: string
  nom: string
  nature: NatureGestionnaire | null
  autorite: AutoriteDeLaPartie['etat'] | null
  /** Délibération d'un acte antérieur qui couvre celui-ci. */
  couverture: { numero: string | null; seanceLe: DateIso; organe: string } | null
  deliberations: DeliberationLue[]
  signataires: SignataireDuVote[]
  seances: SeanceLue[]
  droits: { deliberer: boolean; corriger: boolean; signataires: boolean; seances: boolean }
}
export type MentionLue = { definition: DefinitionParametre; valeur: ValeurParametre | null }
export type AvisLu = AvisSuivi & { aMoi: boolean }
export type VoteLu = {
  acteId: string
  version: number
  genre: 'CONVENTION' | 'AVENANT'
  etape: Etape
  qualites: Qualite[]
  texte: { numero: number; empreinte: string } | null
  avis: AvisLu[]
  parties: PartieDuVote[]
  mentions: MentionLue[]
  constats: Constat[]
  effetFinancier: boolean | null
  effetSouhaite: DateIso | null
  jour: DateIso
  droits: {
    soumettre: boolean
    refuserAuVote: boolean
    rouvrir: boolean
    mentions: boolean
    effetFinancier: boolean
    dossier: boolean
  }
}

/** Avis, votes, pouvoirs et calendrier d'un acte visible, ou `null` : inconnu et interdit ne se distinguent pas. */
export function lireVote(acteur: Acteur, acteId: string, maintenant: Date): Promise<VoteLu | null> {
  const jour = aujourdHuiAParis(maintenant)
  return avecActeur(acteur, async (tx) => {
    const dossier = await chargerDossier(tx, acteId, jour)
    if (!dossier || !peutLire(acteur, dossier.acte)) return null
    const { acte, version } = dossier
    const gestionnaires = acte.parties.filter((p) => p.role === 'GESTIONNAIRE').map((p) => p.organisationId)
    const seances = await tx.seanceConseil.findMany({
      where: { organisationId: { in: gestionnaires }, le: { gte: new Date(`${jour}T00:00:00Z`) } },
      orderBy: { le: 'asc' },
      take: 40,
    })
    const motifs = litLesMotifs(acteur, acte)
    const redige = estRedacteur(acteur, acte)
    const qualites = qualitesSur(acteur, acte)
    return {
      acteId,
      version: acte.version,
      genre: acte.genre,
      etape: acte.etape,
      qualites,
      texte: version && { numero: version.numero, empreinte: version.empreinte },
      avis: avisLus(acteur, dossier, motifs),
      parties: acte.parties.map((p) => ({
        ...partieLue(acteur, dossier, p),
        seances: seances.filter((s) => s.organisationId === p.organisationId).map(versSeance),
      })),
      mentions: version ? mentionsCitees(version.texte) : [],
      constats: controlerAvantSignature(motifs ? dossier.aControler : sansMotifs(dossier.aControler)),
      effetFinancier: acte.effetFinancier,
      effetSouhaite: versIsoOuNul(acte.dateEffet) ?? (version && datesCitees(version.texte).effetEcrit),
      jour,
      droits: {
        soumettre:
          peutPasser(acteur, acte, 'soumettre-au-vote') &&
          !accordRefuse(dossier.avis) &&
          dossier.aControler.parties.some(
            (p) => p.autorite && p.autorite.etat !== 'votee' && p.autorite.etat !== 'couverte',
          ),
        refuserAuVote: peutPasser(acteur, acte, 'refuser-au-vote'),
        rouvrir: redige && peutPasser(acteur, acte, 'rouvrir'),
        mentions: redige && ETAPES_DU_TEXTE_ARRETE.includes(acte.etape),
        effetFinancier:
          redige && acte.genre === 'AVENANT' && !['A_SIGNER', 'SIGNEE', 'ABANDONNEE'].includes(acte.etape),
        dossier: version !== null && (redige || qualites.includes('mairie')),
      },
    }
  })
}

function avisLus(acteur: Acteur, { acte, avis }: DossierDAutorite, motifs: boolean): AvisLu[] {
  const ouverts = avisOuverts(acte.etape)
  return avis.map((a) => ({
    ...a,
    motif: motifs ? a.motif : null,
    aSonTour: a.aSonTour && ouverts,
    aMoi: acteur.validations?.includes(`${acte.groupeId}:${a.fonction}`) ?? false,
  }))
}

function partieLue(
  acteur: Acteur,
  { acte, version, aControler }: DossierDAutorite,
  p: DossierDAutorite['acte']['parties'][number],
): Omit<PartieDuVote, 'seances'> {
  const redige = estRedacteur(acteur, acte)
  const sienne =
    redige ||
    (qualitesSur(acteur, acte).includes('mairie') && acteur.organisations.includes(p.organisationId))
  const arrete = ETAPES_DU_TEXTE_ARRETE.includes(acte.etape)
  const autorite = aControler.parties.find((x) => x.partieId === p.id)?.autorite ?? null
  const gestionnaire = p.role === 'GESTIONNAIRE'
  const { nom } = p.designation as { nom?: string }
  return {
    id: p.id,
    version: p.version,
    role: p.role,
    organisationId: p.organisationId,
    organisationCode: p.organisation.code,
    nom: nomDansLaPhrase(nom || p.organisation.nom),
    nature: p.organisation.natureGestionnaire,
    autorite: autorite?.etat ?? null,
    couverture:
      autorite?.etat === 'couverte'
        ? {
            numero: autorite.deliberation.numero,
            seanceLe: autorite.deliberation.seanceLe,
            organe: autorite.deliberation.organe,
          }
        : null,
    deliberations: acte.convention.deliberations
      .filter((d) => d.acteId === acte.id && d.partieId === p.id)
      .sort((a, b) => (a.id < b.id ? 1 : -1))
      .map((d) => ({
        id: d.id,
        version: d.version,
        organe: d.organe,
        numero: d.numero,
        seanceLe: versIso(d.seanceLe),
        transmiseLe: versIsoOuNul(d.transmiseLe),
        publieeLe: versIsoOuNul(d.publieeLe),
        portee: d.portee,
        sens: d.sens,
        motif: d.motif,
        fichierId: d.fichierId,
        auteurNom: d.auteurNom,
        surCeTexte: d.empreinte === version?.empreinte,
      })),
    signataires: p.signataires.map((s) => ({
      id: s.id,
      civilite: s.civilite,
      prenom: s.prenom,
      nom: s.nom,
      qualite: s.qualite,
      nature: s.autoriteNature === 'DELEGATION' ? 'DELEGATION' : 'DROIT',
      reference: s.autoriteReference,
      date: versIsoOuNul(s.autoriteDate),
      fichierId: s.autoriteFichierId,
    })),
    droits: {
      deliberer: gestionnaire && sienne && acte.etape === 'EN_DELIBERATION',
      corriger: gestionnaire && sienne && (arrete || acte.etape === 'A_SIGNER' || acte.etape === 'SIGNEE'),
      signataires: sienne && arrete,
      seances: gestionnaire && sienne,
    },
  }
}

/** Mentions tardives que le texte cite, avec ce qu'elles disent aujourd'hui. */
function mentionsCitees(texte: Parameters<typeof parametresCites>[0]): MentionLue[] {
  const cites = parametresCites(texte)
  return texte.definitions
    .filter((d) => cites.has(d.cle) && estTardive(d))
    .map((definition) => ({ definition, valeur: texte.valeurs[definition.cle] ?? null }))
}
