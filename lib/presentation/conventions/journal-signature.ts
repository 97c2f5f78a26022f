import { dateEnLettres } from '../typographie'
import { type Fait, texte } from './journal-faits'

const numero = (n: unknown): string => (typeof n === 'number' ? ` n° ${n}` : '')

/** Envois à la signature et retours, après le nom de qui l'a fait. Le motif suit, à part. */
export const FAITS_SIGNATURE = {
  'envoi-prepare': ({ donnees }: Fait) => `a préparé l’envoi à la signature${numero(donnees.numero)}`,
  'envoi-refuse': ({ donnees }: Fait) =>
    `a vu l’envoi à la signature${numero(donnees.numero)} écarté avant d’être figé`,
  'envoi-abandonne': ({ donnees }: Fait) =>
    `a abandonné la préparation de l’envoi à la signature${numero(donnees.numero)}`,
  'signature-enregistree': ({ donnees }: Fait) =>
    `a enregistré la signature ${donnees.mode === 'PAPIER' ? 'sur papier' : 'électronique'} de ${texte(donnees.signataire, (s) => s) || 'un signataire'}${texte(donnees.signeLe, (d) => `, du ${dateEnLettres(d)}`)}`,
}
