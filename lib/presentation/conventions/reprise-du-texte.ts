import type { RaisonDeReprise } from '../../lectures/convention/lire-reprise'
import { dateEnLettres, jourCivil, typographier } from '../typographie'

const TITRES: Record<RaisonDeReprise['evenement'], (r: RaisonDeReprise) => string> = {
  'reprise-demandee': () => 'La reprise du texte est demandée',
  'texte-rouvert': () => 'Le texte accepté est rouvert',
  'vote-refuse': () => 'L’organe délibérant a refusé le texte',
  'signature-refusee': (r) => `${r.signataire ?? 'Un signataire'} a refusé de signer`,
}

/** Pourquoi le texte est à reprendre, en deux lignes : ce qui s'est passé, puis le motif et qui l'a enregistré. */
export const repriseDite = (r: RaisonDeReprise): { titre: string; motif: string; origine: string } => ({
  titre: typographier(TITRES[r.evenement](r)),
  motif: typographier(`Motif : ${r.motif}`),
  origine: typographier(`Enregistré le ${dateEnLettres(jourCivil(r.le))} par ${r.par}.`),
})
