import { attenteDe } from '../../domaine/avenant/attente'
import { demandeUnGeste, JOURS_ENTRE_RELANCES, relancable } from '../../domaine/avenant/campagne'
import { cibleDeRetouche } from '../../domaine/avenant/projet'
import type { CampagneLue, CentreDeCampagne, ReponseDuCentre } from '../../lectures/campagne/lire-campagne'
import type { CampagneListee } from '../../lectures/campagne/lister-campagnes'
import { nomDeCible } from '../avenant/projet'
import type { TonEtat } from '../conventions/etats'
import { compter, dateEnLettres, jourCivil } from '../typographie'
import { direException } from './exceptions'

/** Où en est un centre : le plus avancé de ce que son avenant et la campagne disent. */
export const AVANCEES = [
  'attend',
  'echec',
  'main',
  'prepare',
  'envoye',
  'commente',
  'accepte',
  'vote',
  'a-signer',
  'signe',
  'refuse',
  'sans-objet',
  'arrete',
] as const
export type Avancee = (typeof AVANCEES)[number]

const DITES: Record<Avancee, { libelle: string; ton: TonEtat }> = {
  attend: { libelle: 'À préparer', ton: 'inconnu' },
  echec: { libelle: 'Échec', ton: 'manque' },
  main: { libelle: 'À finir à la main', ton: 'vigilance' },
  prepare: { libelle: 'Préparé', ton: 'neutre' },
  envoye: { libelle: 'Envoyé', ton: 'accent' },
  commente: { libelle: 'Commenté', ton: 'vigilance' },
  accepte: { libelle: 'Accepté', ton: 'tenu' },
  vote: { libelle: 'Voté', ton: 'tenu' },
  'a-signer': { libelle: 'À signer', ton: 'accent' },
  signe: { libelle: 'Signé', ton: 'tenu' },
  refuse: { libelle: 'Refusé', ton: 'manque' },
  'sans-objet': { libelle: 'Rien à changer', ton: 'neutre' },
  arrete: { libelle: 'Arrêté', ton: 'neutre' },
}

export const lireAvancee = (texte: unknown): Avancee | null => AVANCEES.find((a) => a === texte) ?? null

export function avanceeDe(c: Pick<CentreDeCampagne, 'etat' | 'reponse'>): Avancee {
  if (c.etat === 'ARRETEE') return 'arrete'
  if (c.etat === 'SANS_OBJET') return 'sans-objet'
  if (c.etat === 'ECHEC') return 'echec'
  const r = c.reponse
  if (!r) return 'attend'
  if (r.etape === 'ABANDONNEE') return 'arrete'
  if (r.etape === 'SIGNEE') return 'signe'
  if (!r.partage) return c.etat === 'A_LA_MAIN' ? 'main' : 'prepare'
  if (r.vote?.adoptee === false || r.refusSignature) return 'refuse'
  if (r.etape === 'A_SIGNER') return 'a-signer'
  if (r.vote) return 'vote'
  if (r.accepteeLe || r.etape === 'TEXTE_ACCEPTE' || r.etape === 'EN_DELIBERATION') return 'accepte'
  return r.remarques > 0 || r.etape === 'A_REPRENDRE' ? 'commente' : 'envoye'
}

export type LigneDeCampagne = {
  conventionId: string
  version: number
  ville: string
  /** Avenant ouvert, sinon la convention. */
  reference: string
  adresse: string
  origine: boolean
  etat: { libelle: string; ton: TonEtat }
  avancee: Avancee
  /** Échec, motif d'arrêt, ce qui se fait à la main. */
  details: string[]
  /** « Envoyé le… », « Lecture non suivie », « 2 remarques »… */
  suivi: string[]
  /** Quand il n'y a rien à suivre. */
  attente: string
  arretable: boolean
  relancable: boolean
}
export type CampagneDite = {
  id: string
  titre: string
  ouverture: string
  motif: string | null
  modifications: string[]
  origine: { reference: string; adresse: string } | null
  lignes: LigneDeCampagne[]
  compteurs: { avancee: Avancee; libelle: string; nombre: number }[]
  aReprendre: number
  aPartager: number
  aRelancer: number
  documents: number
  /** Échecs et centres qui attendent, nommés. */
  phrase: string
}

/** Le tableau de bord d'une campagne, dans les mots de l'écran. */
export function campagneDite(c: CampagneLue, maintenant: Date): CampagneDite {
  const nom = nommer(c)
  const lignes = c.centres.map((x) => ligneDe(x, nom, maintenant))
  const nombre = (a: Avancee) => lignes.filter((l) => l.avancee === a).length
  const reference = c.origine?.avenant.reference
  const faits = c.centres.filter((x) => x.etat !== 'A_PREPARER' && x.etat !== 'ECHEC').length
  return {
    id: c.id,
    titre: c.titre,
    ouverture: `Ouverte le ${dateEnLettres(jourCivil(c.creeLe))} par ${c.creeParNom}`,
    motif: c.motif,
    modifications: c.jeu.retouches.map((r) => nom(cibleDeRetouche(r.retouche))),
    origine: reference ? { reference, adresse: `/conventions/${encodeURIComponent(reference)}` } : null,
    lignes,
    compteurs: AVANCEES.flatMap((avancee) =>
      nombre(avancee) ? [{ avancee, libelle: DITES[avancee].libelle, nombre: nombre(avancee) }] : [],
    ),
    aReprendre: nombre('echec') + nombre('attend'),
    aPartager: c.centres.filter((x) => x.etat === 'PREPAREE' && x.reponse?.etape === 'BROUILLON').length,
    aRelancer: lignes.filter((l) => l.relancable).length,
    documents: c.centres.filter(
      (x) => x.reponse && !['ARRETEE'].includes(x.etat) && x.reponse.etape !== 'ABANDONNEE',
    ).length,
    phrase: `${compter(faits, 'centre traité', 'centres traités')} sur ${c.centres.length}`,
  }
}

function nommer(c: CampagneLue): (cible: string) => string {
  if (!c.origine) return () => 'Une modification'
  const retouches = c.jeu.retouches.map(({ retouche, forme }, i) => ({
    cible: cibleDeRetouche(retouche),
    retouche,
    forme,
    rang: i + 1,
    version: 1,
    arretee: null,
    modifieLe: c.creeLe,
    modifieParNom: null,
  }))
  return nomDeCible({ ...c.origine, retouches })
}

function ligneDe(c: CentreDeCampagne, nom: (cible: string) => string, maintenant: Date): LigneDeCampagne {
  const avancee = avanceeDe(c)
  const reference = c.reponse?.reference ?? c.convention
  const gestes = c.exceptions.filter((e) => demandeUnGeste(e.exception))
  const finie = ['signe', 'arrete'].includes(avancee)
  const attend =
    c.reponse?.partage === true &&
    attenteDe({
      etape: c.reponse.etape,
      remarques: c.reponse.remarques,
      accepte: c.reponse.accepteeLe !== null,
    }) !== null
  return {
    conventionId: c.conventionId,
    version: c.version,
    ville: c.ville,
    reference,
    adresse: `/conventions/${encodeURIComponent(reference)}${avancee === 'main' ? '/modifier' : ''}`,
    origine: c.origine,
    etat: DITES[avancee],
    avancee,
    details: [
      ...(c.erreur && !finie ? [c.erreur] : []),
      ...(c.etat === 'ARRETEE' && c.motif ? [`Motif\u00a0: ${c.motif}`] : []),
      ...(avancee === 'refuse' && c.reponse?.motif ? [`Motif\u00a0: ${c.reponse.motif}`] : []),
      ...(finie ? [] : gestes.map((e) => `${nom(e.cible)}\u00a0: ${direException(e.exception)}`)),
    ],
    suivi: c.reponse?.partage ? suiviDe(c.reponse, c.relanceLe) : [],
    attente: finie || avancee === 'sans-objet' ? '—' : 'Pas encore envoyé',
    arretable: !finie,
    relancable: attend && c.etat !== 'ARRETEE' && relancable(c.relanceLe, maintenant),
  }
}

function suiviDe(r: ReponseDuCentre, relanceLe: Date | null): string[] {
  const le = (d: Date) => dateEnLettres(jourCivil(d))
  return [
    r.envoyeeLe ? `Envoyé le ${le(r.envoyeeLe)}` : '',
    r.lueLe ? `Lu le ${le(r.lueLe)}` : r.invites > 0 ? 'Lien pas encore ouvert' : 'Lecture non suivie',
    r.remarques > 0 ? compter(r.remarques, 'remarque') : '',
    r.accepteeLe ? `Accepté le ${le(r.accepteeLe)}` : '',
    r.vote
      ? `${r.vote.adoptee ? 'Voté' : 'Refusé par l’organe délibérant'} le ${dateEnLettres(r.vote.le)}`
      : '',
    r.signatures > 0 ? compter(r.signatures, 'signature') : '',
    r.refusSignature ? 'Signature refusée' : '',
    relanceLe ? `Relancé le ${le(relanceLe)}` : '',
  ].filter(Boolean)
}

export const REGLE_DES_RELANCES = `Une relance au plus par centre et par ${JOURS_ENTRE_RELANCES} jours.`

export type CampagneEnLigne = { id: string; titre: string; ouverture: string; resume: string }

export function campagneEnLigne(c: CampagneListee): CampagneEnLigne {
  const n = (test: (x: CampagneListee['centres'][number]) => boolean) => c.centres.filter(test).length
  const morceaux: [number, string][] = [
    [n((x) => x.etat === 'A_PREPARER'), 'à préparer'],
    [n((x) => x.etat === 'ECHEC'), 'en échec'],
    [n((x) => x.etat === 'A_LA_MAIN' && !x.partage), 'à finir à la main'],
    [n((x) => x.partage && x.etape !== 'SIGNEE' && x.etat !== 'ARRETEE'), 'en cours avec l’autre côté'],
    [n((x) => x.etape === 'SIGNEE'), n((x) => x.etape === 'SIGNEE') > 1 ? 'signés' : 'signé'],
    [n((x) => x.etat === 'ARRETEE'), n((x) => x.etat === 'ARRETEE') > 1 ? 'arrêtés' : 'arrêté'],
  ]
  return {
    id: c.id,
    titre: c.titre,
    ouverture: `Ouverte le ${dateEnLettres(jourCivil(c.creeLe))} par ${c.creeParNom}`,
    resume: [
      compter(c.centres.length, 'centre'),
      ...morceaux.filter(([x]) => x > 0).map(([x, mot]) => `${x}\u00a0${mot}`),
    ].join(' · '),
  }
}
