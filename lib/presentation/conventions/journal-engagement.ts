import { compter } from '../typographie'
import type { Fait } from './journal-faits'

const nombre = (v: unknown): number => (typeof v === 'number' ? v : 0)

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
} satisfies Record<string, (f: Fait) => string>
