import { avisOuverts } from '../../domaine/acte/approbations'
import { type Portee, regimeDe } from '../../domaine/acte/autorite'
import type { Etape } from '../../domaine/acte/etapes'
import { calendrierDuVote } from '../../domaine/calendrier/conseil'
import type { AdaptationSoumise } from '../../domaine/texte/modele-source'
import type { AvisLu, DeliberationLue, PartieDuVote, VoteLu } from '../../lectures/acte/lire-vote'
import { OBJETS } from '../bibliotheque/modele'
import { compter, dateAvecJour, dateEnLettres, typographier } from '../typographie'
import type { EtatDit } from './etats'

export const LIBELLES_PORTEE: Record<Portee, string> = {
  ACTE: 'Cet acte seulement',
  ACTE_ET_AVENANTS: 'Cet acte et ses avenants',
  AVENANTS_SANS_EFFET_FINANCIER: 'Cet acte et ses avenants sans effet financier',
}

/** Ce qui attend celui qui regarde, un verbe et une ancre par ligne ; vide quand rien ne l'attend. */
export function aVous(v: VoteLu): { phrase: string; ancre: string }[] {
  const mien = v.avis.find((a) => a.aMoi && a.aSonTour)
  const aVoter = v.parties.filter(
    (p) => p.droits.deliberer && p.autorite !== 'votee' && p.autorite !== 'couverte',
  )
  const aCompleter = v.parties.filter((p) => p.droits.corriger && incomplete(p))
  const refus = v.avis.find((a) => a.nature === 'accord' && a.etat === 'REFUSEE')
  return [
    ...(mien
      ? [
          {
            phrase: `Rendre ${mien.nature === 'avis' ? 'un avis' : 'un accord'} : ${mien.libelle}`,
            ancre: 'avis',
          },
        ]
      : []),
    ...(refus && v.droits.rouvrir
      ? [{ phrase: 'Rouvrir le texte : un accord demandé a été refusé', ancre: 'avis' }]
      : []),
    ...(v.droits.soumettre ? [{ phrase: 'Soumettre le texte au vote', ancre: 'vote' }] : []),
    ...aVoter.map((p) => ({ phrase: `Inscrire la ${regimeDe(p.nature).nom} : ${p.nom}`, ancre: 'vote' })),
    ...aCompleter.map((p) => ({
      phrase: `Compléter la ${regimeDe(p.nature).nom} : ${p.nom}`,
      ancre: 'vote',
    })),
  ].map((l) => ({ ...l, phrase: typographier(l.phrase) }))
}

const incomplete = (p: PartieDuVote): boolean => {
  const d = p.deliberations.find((x) => x.surCeTexte && x.sens === 'ADOPTEE')
  return d !== undefined && decisionIncomplete(d, p)
}

/** Vrai tant que manquent le numéro, ou la transmission et la publication que la nature de la partie demande. */
export function decisionIncomplete(d: DeliberationLue, p: Pick<PartieDuVote, 'nature'>): boolean {
  const regime = regimeDe(p.nature)
  return !d.numero || (regime.transmission && !d.transmiseLe) || (regime.publication && !d.publieeLe)
}

/** État d'un avis, en un mot ; le premier n'attend personne d'autre que l'accord de toutes les parties sur le texte. */
export function etatAvis(a: AvisLu, etape: Etape): EtatDit {
  if (a.etat === 'APPROUVEE')
    return { libelle: a.nature === 'avis' ? 'Favorable' : 'Accord donné', ton: 'tenu' }
  if (a.etat === 'REFUSEE')
    return a.nature === 'avis'
      ? { libelle: 'Défavorable', ton: 'vigilance' }
      : { libelle: 'Accord refusé', ton: 'manque' }
  if (a.aSonTour) return { libelle: 'C’est son tour', ton: 'accent' }
  return { libelle: avisOuverts(etape) ? 'Attend le précédent' : 'Attend le texte accepté', ton: 'neutre' }
}

/** État du vote d'une partie. */
export function etatVote(p: PartieDuVote): EtatDit {
  const regime = regimeDe(p.nature)
  if (p.autorite === 'votee')
    return { libelle: regime.nom === 'délibération' ? 'Votée' : 'Décidée', ton: 'tenu' }
  if (p.autorite === 'couverte') return { libelle: 'Déjà autorisée', ton: 'tenu' }
  if (p.autorite === 'refusee') return { libelle: 'Refusée', ton: 'manque' }
  return p.autorite === 'autre-texte'
    ? { libelle: 'À revoter', ton: 'vigilance' }
    : { libelle: 'Attendue', ton: 'neutre' }
}

/** « Délibération n° 2026-45 du 10 novembre 2026, conseil municipal ». */
export function nomDeliberation(
  d: Pick<DeliberationLue, 'numero' | 'seanceLe' | 'organe'>,
  p: Pick<PartieDuVote, 'nature'>,
): string {
  const nom = regimeDe(p.nature).nom
  return typographier(
    `${nom.charAt(0).toUpperCase()}${nom.slice(1)}${d.numero ? ` n° ${d.numero}` : ''} du ${dateEnLettres(d.seanceLe)}, ${d.organe}`,
  )
}

/** Calendrier d'une partie, en phrases : séance, dépôt, signature, effet. */
export function calendrierDit(p: PartieDuVote, v: VoteLu): { phrases: string[]; tendu: boolean } {
  const c = calendrierDuVote(p.seances, v.jour, v.effetSouhaite)
  if (!c.seance)
    return {
      phrases: [
        p.seances.length === 0
          ? 'Aucune séance à venir n’est inscrite.'
          : 'Aucune des séances inscrites ne peut encore recevoir ce dossier.',
      ],
      tendu: false,
    }
  const phrases = [`Prochaine séance possible : ${dateAvecJour(c.seance.le)}.`]
  if (c.depot)
    phrases.push(
      `Dossier à déposer avant le ${dateEnLettres(c.depot.avant)} inclus${c.depot.jours === 0 ? ' : c’est aujourd’hui' : `, dans ${compter(c.depot.jours, 'jour')}`}.`,
    )
  for (const s of c.manquees) phrases.push(`La séance du ${dateEnLettres(s.le)} ne prend plus de dossier.`)
  const regime = regimeDe(p.nature)
  phrases.push(
    `Signature au plus tôt le ${dateEnLettres(c.signatureAuPlusTot ?? c.seance.le)}${regime.transmission ? ', une fois la délibération transmise' : ''}.`,
  )
  if (v.effetSouhaite && c.marge !== null)
    phrases.push(
      c.marge < 0
        ? `L’effet écrit au ${dateEnLettres(v.effetSouhaite)} ne sera pas tenu : il reculera au jour de la dernière signature.`
        : `Effet écrit au ${dateEnLettres(v.effetSouhaite)} : il reste ${compter(c.marge, 'jour')} après cette séance.`,
    )
  return { phrases: phrases.map(typographier), tendu: (c.marge ?? 0) < 0 || (c.depot?.jours ?? 30) <= 7 }
}

/** Ce qui s'imprime sous le nom d'un signataire qui signe par délégation. */
export function autoriteImprimee(delegant: string, reference: string, date: string): string {
  return typographier(`par délégation ${delegant}, ${reference} du ${dateEnLettres(date)}`)
}

/** « Accord demandé parce que l’article 4 (argent) et l’annexe 2 (durée) s’écartent du modèle. » */
export function adaptationsDites(adaptations: readonly AdaptationSoumise[]): string {
  const dites = adaptations.map((a) => {
    const nom = /^(Article|Annexe)/.test(a.intitule)
      ? `l’${a.intitule.charAt(0).toLowerCase()}${a.intitule.slice(1)}`
      : /^\d/.test(a.intitule)
        ? `l’article ${a.intitule}`
        : a.intitule
          ? `« ${a.intitule} »`
          : 'un passage'
    return a.objet === 'autre' ? nom : `${nom} (${OBJETS[a.objet]})`
  })
  const liste =
    dites.length > 1 ? `${dites.slice(0, -1).join(', ')} et ${dites.at(-1)}` : (dites[0] ?? 'un article')
  return typographier(
    `Accord demandé parce que ${liste} ${dites.length > 1 ? 's’écartent' : 's’écarte'} du modèle.`,
  )
}
