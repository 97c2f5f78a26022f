import { z } from 'zod'
import type { DateIso } from '../calendrier/dates'
import { schemaDate } from '../calendrier/schema-date'
import type { Acteur } from '../organisation/acteur'
import { schemaValeur } from '../texte/parametres'
import { type ActePourDroits, peutLire, qualitesSur } from './droits'
import type { Qualite } from './etapes'
import type { Lettre } from './resiliation'

export type Cote = 'HOPITAL' | 'GESTIONNAIRE'
export const autreCote = (cote: Cote): Cote => (cote === 'HOPITAL' ? 'GESTIONNAIRE' : 'HOPITAL')

/** Une lettre recommandée par signataire de l'autre côté, telle qu'elle a été adressée, et ce que la poste en a dit. */
export const schemaLettre = z.strictObject({
  organisation: z.string(),
  adresse: z.string().nullable(),
  /** « Madame Claire Exemple », ou vide quand le signataire n'est pas nommé. */
  nom: z.string(),
  qualite: z.string(),
  presenteeLe: schemaDate.nullable(),
  recueLe: schemaDate.nullable(),
  nonReclamee: z.boolean(),
  /** Pourquoi cette date a été retenue pour une lettre jamais réclamée. */
  motif: z.string().nullable(),
})
export type LettreEnvoyee = z.infer<typeof schemaLettre>
export const schemaLettres = z.array(schemaLettre)

/** À qui la lettre va, en un nom : la personne, à défaut sa qualité, à défaut l'organisme. */
export const destinataireDe = (l: Pick<LettreEnvoyee, 'nom' | 'qualite' | 'organisation'>): string =>
  [l.nom, l.qualite].filter(Boolean).join(', ') || l.organisation

/** Ce que le calcul de la réception a besoin de savoir de chaque lettre. */
export const versLettres = (lettres: readonly LettreEnvoyee[]): Lettre[] =>
  lettres.map((l) => ({
    destinataire: destinataireDe(l),
    presenteeLe: l.presenteeLe,
    recueLe: l.recueLe,
    nonReclamee: l.nonReclamee,
  }))

type Signataire = { civilite: 'M' | 'MME' | null; prenom: string; nom: string; qualite: string }
type PartieEcrite = {
  id?: string
  role: Cote
  designation: { nom: string; adresse: string | null }
  signataires: readonly Signataire[]
}

/**
 * Lettres à envoyer par ce côté : une à chaque signataire de l'autre, nommé par sa partie ; à la partie elle-même quand
 * son signataire n'est pas connu. Point ouvert (regles-metier) : la dernière réception gouverne. `denonce` : la partie qui
 * se retire d'un acte groupé ; elle écrit aussi aux autres gestionnaires, qui restent.
 */
export function lettresAEnvoyer(
  parties: readonly PartieEcrite[],
  cote: Cote,
  denonce: string | null = null,
): LettreEnvoyee[] {
  return parties
    .filter((p) => (denonce === null ? p.role !== cote : p.id !== denonce))
    .flatMap((p): LettreEnvoyee[] => {
      const vers = (nom: string, qualite: string): LettreEnvoyee => ({
        organisation: p.designation.nom,
        adresse: p.designation.adresse,
        nom,
        qualite,
        presenteeLe: null,
        recueLe: null,
        nonReclamee: false,
        motif: null,
      })
      return p.signataires.length ? p.signataires.map((s) => vers(nomComplet(s), s.qualite)) : [vers('', '')]
    })
}

const nomComplet = (s: Signataire): string => {
  if (!s.nom) return ''
  const titre = s.civilite === 'MME' ? 'Madame' : s.civilite === 'M' ? 'Monsieur' : ''
  return [titre, s.prenom, s.nom].filter(Boolean).join(' ')
}

/** Un fait postal ne peut précéder celui qui le cause, ni être à venir. `null` : les dates vont ensemble. */
export function incoherenceDeLaLettre(
  l: Pick<LettreEnvoyee, 'presenteeLe' | 'recueLe' | 'nonReclamee'>,
  d: { envoyeeLe: DateIso; aujourdHui: DateIso },
): 'a-venir' | 'avant-envoi' | 'avant-presentation' | 'sans-presentation' | null {
  const dates = [l.presenteeLe, l.recueLe].filter((x) => x !== null)
  if (dates.some((x) => x > d.aujourdHui)) return 'a-venir'
  if (dates.some((x) => x < d.envoyeeLe)) return 'avant-envoi'
  if (l.nonReclamee && !l.presenteeLe) return 'sans-presentation'
  return l.presenteeLe && l.recueLe && l.recueLe < l.presenteeLe ? 'avant-presentation' : null
}

/** Ce qui dépend encore d'une convention : `activite` partagée rattachée, `avenant` en cours, autre `convention` des mêmes parties, `reponse` à un besoin. */
export type Pendant = {
  nature: 'activite' | 'avenant' | 'convention' | 'reponse'
  reference: string
  intitule: string
}

/** Nombre de mois d'une valeur de durée (un an en fait douze), `null` pour toute autre. */
export function moisDe(valeur: unknown): number | null {
  const lu = schemaValeur.safeParse(valeur)
  if (!lu.success || lu.data.genre !== 'duree') return null
  const { nombre, unite } = lu.data
  return unite === 'mois' ? nombre : unite === 'an' ? nombre * 12 : null
}

/**
 * Côtés au nom desquels l'acteur enregistre une dénonciation : la direction des partenariats la sienne, et celle du
 * gestionnaire quand elle l'a reçue par la poste ; l'organisme gestionnaire la sienne. Un centre n'est pas partie.
 */
export const cotesDeLaDenonciation = (acteur: Acteur, acte: ActePourDroits): Cote[] =>
  peutLire(acteur, acte) ? cotesDesQualites(qualitesSur(acteur, acte)) : []

/**
 * Retire une dénonciation le côté qui l'a faite. La direction ne retire celle du gestionnaire que si l'hôpital l'avait
 * enregistrée pour lui, d'après sa lettre : sinon elle s'ôterait, sur sa seule parole, un préavis qui court contre elle.
 */
export const peutRetirerDenonciation = (
  qualites: readonly Qualite[],
  d: { cote: Cote; enregistreeParLHopital: boolean },
): boolean =>
  qualites.includes('redacteur')
    ? d.cote === 'HOPITAL' || d.enregistreeParLHopital
    : qualites.includes('mairie') && d.cote === 'GESTIONNAIRE'

export const cotesDesQualites = (qualites: readonly Qualite[]): Cote[] =>
  qualites.includes('redacteur')
    ? ['HOPITAL', 'GESTIONNAIRE']
    : qualites.includes('mairie')
      ? ['GESTIONNAIRE']
      : []
