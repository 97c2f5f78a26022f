import { compter, dateEnLettres } from '../typographie'
import { type Fait, texte } from './journal-faits'

const nombre = (v: unknown): number => (typeof v === 'number' ? v : 0)

const nomme = (libelle: unknown): string => texte(libelle, (l) => `«\u00a0${l}\u00a0»`)

/** Ce que le texte signé promet, suivi de lui-même à la signature, à l'effet d'un avenant et à la fin. */
export const FAITS_ENGAGEMENT = {
  'engagements-nes': ({ donnees }: Fait) =>
    `a fait naître ${compter(nombre(donnees.nombre), 'engagement')} du texte signé`,
  'engagements-suivis': ({ donnees }: Fait) =>
    [
      donnees.cibles ? `a changé la cible de ${compter(nombre(donnees.cibles), 'engagement')}` : '',
      donnees.fermes ? `a changé la fin de ${compter(nombre(donnees.fermes), 'engagement')}` : '',
    ]
      .filter(Boolean)
      .join(' et '),
  'engagement-exigible': ({ donnees }: Fait) =>
    `a constaté que l’engagement ${nomme(donnees.libelle)}${texte(donnees.portee, (p) => ` (${p})`)} est exigible${texte(donnees.le, (d) => ` depuis le ${dateEnLettres(d)}`)}`,
  'engagement-regle': ({ donnees }: Fait) => `a réglé l’engagement ${nomme(donnees.libelle)}`,
  'engagement-ajoute': ({ donnees }: Fait) => `a ajouté l’engagement ${nomme(donnees.libelle)}`,
} satisfies Record<string, (f: Fait) => string>
