import { dateEnLettres } from '../typographie'

type Fait = { donnees: Record<string, unknown> }

const jour = (v: unknown, avant: string): string =>
  typeof v === 'string' && v ? `${avant}${dateEnLettres(v)}` : ''
const mot = (v: unknown): string => (typeof v === 'string' ? v : '')

/** Dénonciation de la convention et suites des lettres, après le nom de qui les a notées. Le motif suit, à part. */
export const FAITS_DATES = {
  'resiliation-notifiee': ({ donnees }: Fait) =>
    `${mot(donnees.partie) ? `a notifié que ${mot(donnees.partie)} se retire de la convention` : `a dénoncé la convention au nom ${donnees.cote === 'HOPITAL' ? 'de l’hôpital' : 'du gestionnaire'}`}${jour(donnees.envoyeeLe, ' : lettre recommandée du ')}`,
  'lettre-suivie': ({ donnees }: Fait) =>
    `a noté le suivi de la lettre à ${mot(donnees.destinataire)}${suivi(donnees)}`,
  'resiliation-recue': ({ donnees }: Fait) =>
    `a noté la dernière réception de la dénonciation${jour(donnees.recueLe, ', le ')}${jour(donnees.fin, mot(donnees.partie) ? ` : dernier jour pour ${mot(donnees.partie)} le ` : ' : dernier jour de la convention le ')}`,
  'resiliation-retiree': ({ donnees }: Fait) =>
    `a retiré la dénonciation de la convention${mot(donnees.accord) ? `, avec l’accord de l’autre partie (${mot(donnees.accord)})` : ''}`,
}

function suivi(d: Record<string, unknown>): string {
  const faits = [
    jour(d.presenteeLe, 'présentée le '),
    jour(d.recueLe, d.nonReclamee === true ? 'date retenue : ' : 'reçue le '),
    d.nonReclamee === true && !d.recueLe ? 'non réclamée' : '',
  ].filter(Boolean)
  return faits.length ? ` : ${faits.join(', ')}` : ''
}
