import type { LettreEnvoyee, Pendant } from '../../domaine/acte/lettres'
import type { DateIso } from '../../domaine/calendrier/dates'
import type { ConventionLue } from '../../lectures/convention/lire-convention'
import type { ResiliationLue } from '../../lectures/resiliation/lire-suites'
import { dateEnLettres, typographier } from '../typographie'
import { moisEnLettres } from './dates'
import type { EtatDit } from './etats'
import { majuscule } from './liste'

export const coteEnSujet = (r: Pick<ResiliationLue, 'cote' | 'seule' | 'partie'>): string => {
  if (r.seule) return `${majuscule(r.partie)} se retire`
  return r.cote === 'HOPITAL' ? 'Dénoncée par l’hôpital' : 'Dénoncée par l’organisme gestionnaire'
}

/** Où en est la dénonciation, en un mot. */
export function etatDeLaDenonciation(r: ResiliationLue, jour: DateIso): EtatDit {
  if (r.etat === 'RETIREE') return { libelle: 'Retirée', ton: 'neutre' }
  if (r.etat === 'NOTIFIEE') {
    const aDecider = r.lettres.some((l) => l.nonReclamee && !l.recueLe)
    return aDecider
      ? { libelle: 'Lettre non réclamée : date à retenir', ton: 'vigilance' }
      : { libelle: 'En attente de réception', ton: 'accent' }
  }
  return r.finCalculee && r.finCalculee < jour
    ? { libelle: r.seule ? 'Participation finie' : 'Convention résiliée', ton: 'manque' }
    : { libelle: 'Préavis en cours', ton: 'vigilance' }
}

/** Ce qu'il faut savoir de la fin : calculée, ou encore suspendue à une réception. */
export function finPrevue(r: ResiliationLue, terme: DateIso | null): string {
  if (r.seule && r.finCalculee)
    return `Dernier jour de sa participation : ${dateEnLettres(r.finCalculee)} inclus. La convention continue entre les autres parties.`
  if (r.finCalculee && r.finCalculee === terme)
    return `Reçue trop tard pour avancer la fin : la convention s’achève à son terme, le ${dateEnLettres(terme)}.`
  if (r.finCalculee) return `Dernier jour de la convention : ${dateEnLettres(r.finCalculee)} inclus.`
  const demandee = r.finDemandee ? ` Fin demandée : ${dateEnLettres(r.finDemandee)}.` : ''
  return `Préavis de ${moisEnLettres(r.preavisMois)}, compté de la dernière réception.${demandee} La fin n’est pas encore connue.`
}

/** « Présentée le …, reçue le … » ; ce que la poste a dit, et rien de plus. */
export function suiviDeLaLettre(l: LettreEnvoyee): string {
  const faits = [
    l.presenteeLe && `présentée le ${dateEnLettres(l.presenteeLe)}`,
    l.nonReclamee && 'non réclamée',
    l.recueLe && `${l.nonReclamee ? 'date retenue : ' : 'reçue le '}${dateEnLettres(l.recueLe)}`,
  ].filter((f): f is string => typeof f === 'string')
  return typographier(majuscule(faits.join(', ') || 'pas encore reçue'))
}

const NATURES: Record<Pendant['nature'], (p: Pendant) => string> = {
  activite: (p) => `${majuscule(p.intitule)} (${p.reference}), rattachée : son sort est à décider`,
  avenant: (p) => `${majuscule(p.intitule)} : sa rédaction est en cours`,
  convention: (p) => `${p.intitule} (${p.reference}), signée par les mêmes parties`,
  reponse: (p) => `Réponse donnée au besoin « ${p.intitule} »`,
}
export const pendantDit = (p: Pendant): string => typographier(NATURES[p.nature](p))

/** Nombre de mois tapé, ou `null` : le serveur juge de toute façon. */
export function moisDeSaisie(texte: string): number | null {
  const n = Number(texte.trim())
  return texte.trim() !== '' && Number.isInteger(n) && n > 0 && n <= 120 ? n : null
}

/** « Vu la convention n° …, signée le …, échue le … ; » : le visa par lequel une nouvelle convention nomme la précédente. */
export function visaDeLaPrecedente(
  c: Pick<ConventionLue, 'reference' | 'titre' | 'dates' | 'situation'>,
): string {
  const { signature, fin, resiliation } = c.dates
  const issue =
    c.situation === 'RESILIEE' && resiliation
      ? `résiliée au ${dateEnLettres(resiliation)}`
      : fin && `échue le ${dateEnLettres(fin)}`
  const faits = [
    `Vu la convention n° ${c.reference} « ${c.titre} »`,
    signature && `signée le ${dateEnLettres(signature)}`,
    c.situation === 'ECHUE' || c.situation === 'RESILIEE' ? issue : null,
  ].filter(Boolean)
  return typographier(`${faits.join(', ')} ;`)
}
