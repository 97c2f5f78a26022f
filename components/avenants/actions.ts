import type { ActionsRedaction } from '@/components/redaction/actions'
import type { NatureTerme } from '@/lib/domaine/avenant/modifications'
import type { Forme } from '@/lib/domaine/avenant/rediger'
import type { Contenu } from '@/lib/domaine/texte/contenu'
import type { ValeurParametre } from '@/lib/domaine/texte/parametres'
import type { ProjetDit } from '@/lib/presentation/avenant/projet'
import type { Reponse } from '@/lib/serveur/action'

type Retouchee = { cible: string; version: number }
type UniteVisee = { acteId: string; identite: string; version: number }

/** Ce que la page donne à l'atelier d'un avenant : les écritures du projet, et deux relectures. */
export type ActionsAvenant = {
  retoucher: (s: UniteVisee & { titre: string | null; contenu: Contenu }) => Promise<Reponse<Retouchee>>
  supprimer: (s: UniteVisee) => Promise<Reponse<Retouchee>>
  retablir: (s: UniteVisee) => Promise<Reponse<Retouchee>>
  retoucherUneValeur: (s: {
    acteId: string
    cle: string
    version: number
    valeur: ValeurParametre | null
  }) => Promise<Reponse<Retouchee>>
  inserer: (s: {
    acteId: string
    genre: 'article' | 'sous-article' | 'annexe'
    parent: string | null
    apres: string | null
    titre: string | null
    contenu: Contenu
  }) => Promise<Reponse<Retouchee & { identite: string }>>
  reprendreUnArticle: (s: {
    acteId: string
    modeleVersionId: string
    identite: string
    parent: string | null
    apres: string | null
  }) => Promise<Reponse<unknown>>
  choisirUneForme: (s: {
    acteId: string
    cible: string
    version: number
    forme: Forme | null
  }) => Promise<Reponse<unknown>>
  changerLeTerme: (s: {
    acteId: string
    version: number
    nature: NatureTerme | null
    date: string | null
  }) => Promise<Reponse<unknown>>
  changerUnePartie: (s: {
    acteId: string
    version: number
    role: 'HOPITAL' | 'GESTIONNAIRE'
    rang: number
    organisationId: string
    nom: string
    adresse: string | null
  }) => Promise<Reponse<unknown>>
  changerUneQualite: (s: {
    acteId: string
    version: number
    role: 'HOPITAL' | 'GESTIONNAIRE'
    rang: number
    civilite: 'M' | 'MME'
    prenom: string
    nom: string
    qualite: string
  }) => Promise<Reponse<unknown>>
  direLObjet: (s: {
    acteId: string
    version: number
    objet: string
    motif: string
  }) => Promise<Reponse<unknown>>
  direLEffet: (s: { acteId: string; version: number; date: string | null }) => Promise<Reponse<unknown>>
  actualiser: (s: { acteId: string }) => Promise<Reponse<unknown>>
  enregistrerSignataires: ActionsRedaction['enregistrerSignataires']
  abandonner: ActionsRedaction['abandonner']
  relireActe: ActionsRedaction['relireActe']
  relireProjet: (reference: string) => Promise<Reponse<ProjetDit>>
}

const REFUS = { ok: false, erreur: { code: 'INTROUVABLE', details: {} } } as const

/** Les gestes de l'écran de rédaction, faits sur le texte en vigueur ; un avenant n'a ni variante, ni fiche, ni dépôt. */
export const gestesDeRedaction = (a: ActionsAvenant): ActionsRedaction => ({
  enregistrerUnite: async ({ titre, ...s }) => {
    const r = await a.retoucher({ ...s, titre: titre ?? null })
    return r.ok ? { ok: true, valeur: { version: r.valeur.version } } : r
  },
  omettre: ({ motif: _, ...s }) => a.supprimer(s),
  retablir: a.retablir,
  enregistrerParametre: a.retoucherUneValeur,
  enregistrerSignataires: a.enregistrerSignataires,
  abandonner: a.abandonner,
  relireActe: a.relireActe,
  relireFiches: () => Promise.resolve(REFUS),
  choisirVarianteUnite: () => Promise.resolve(REFUS),
  reprendreDeLaFiche: () => Promise.resolve(REFUS),
  joindreFormulaireVierge: () => Promise.resolve(REFUS),
  deposer: () => Promise.resolve(REFUS),
  motiver: () => Promise.resolve(REFUS),
})
