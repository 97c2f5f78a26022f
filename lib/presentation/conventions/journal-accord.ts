import { dateEnLettres } from '../typographie'
import { type Fait, nomDeLUnite, texte } from './journal-faits'

const version = (numero: unknown): string => (typeof numero === 'number' ? ` de la version ${numero}` : '')
const noms = (pour: unknown): string =>
  Array.isArray(pour) && pour.length ? `, pour ${pour.filter((n) => typeof n === 'string').join(' et ')}` : ''

const CODES_REFUSES: Record<string, string> = {
  aucun: 'sans en avoir demandé',
  rejoue: 'qui avait déjà servi',
  perime: 'dont la durée était dépassée',
  epuise: 'après trop d’essais',
  'autre-texte': 'envoyé pour un autre texte',
  faux: 'inexact',
}

/** Accords, codes et invitations, après le nom de qui l'a fait. */
export const FAITS_ACCORD = {
  'article-accepte': (f: Fait) => `a accepté ${nomDeLUnite(f.c, f.cible)}${version(f.donnees.numero)}`,
  'accord-retire': (f: Fait) => `a retiré son accord sur ${nomDeLUnite(f.c, f.cible)}`,
  'ensemble-retire': () => 'a retiré son accord sur l’ensemble du texte',
  'ensemble-accepte': ({ donnees }: Fait) =>
    `a accepté l’ensemble du texte${version(donnees.numero)}${noms(donnees.pour)}, par un code reçu par courriel`,
  'code-demande': () => 'a demandé un code pour confirmer sa décision',
  'code-refuse': ({ donnees }: Fait) =>
    `a saisi un code ${CODES_REFUSES[String(donnees.raison)] ?? 'refusé'} : rien n’a été confirmé`,
  'personne-invitee': ({ donnees }: Fait) =>
    `a invité ${texte(donnees.nom, (n) => n) || 'une personne'} à lire la version ${String(donnees.numero ?? '')} jusqu’au ${texte(donnees.jusqua, dateEnLettres)}`,
  'invitation-prolongee': ({ donnees }: Fait) =>
    `a prolongé l’invitation de ${texte(donnees.nom, (n) => n) || 'une personne'} jusqu’au ${texte(donnees.jusqua, dateEnLettres)}`,
  'invitation-revoquee': ({ donnees }: Fait) =>
    `a fermé le lien de ${texte(donnees.nom, (n) => n) || 'une personne invitée'}`,
  'invitation-ouverte': ({ donnees }: Fait) =>
    `a ouvert son lien${typeof donnees.numero === 'number' ? `, pour la version ${donnees.numero}` : ''}`,
}
