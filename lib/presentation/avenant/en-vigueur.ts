import { comparerTextes } from '../../documents/blocs/comparer'
import type { AvenantSigne, Consolidation } from '../../domaine/avenant/consolider'
import { type DateIso, estDateIso } from '../../domaine/calendrier/dates'
import { type ComparaisonDite, direComparaison } from '../conventions/versions'
import { dateEnLettres } from '../typographie'
import { nomDeLAvenant } from './mentions'
import { texteAImprimer } from './texte-consolide'

/** Une date demandée dans l'adresse, ou celle du jour quand elle n'en est pas une. */
export const dateDemandee = (valeur: unknown, jour: DateIso): DateIso =>
  typeof valeur === 'string' && estDateIso(valeur) ? valeur : jour

export const adresseEnVigueur = (reference: string, le?: DateIso, depuis?: DateIso): string => {
  const p = new URLSearchParams()
  if (le) p.set('le', le)
  if (depuis) p.set('depuis', depuis)
  const suite = p.toString()
  return `/conventions/${encodeURIComponent(reference)}/en-vigueur${suite ? `?${suite}` : ''}`
}
export const adresseConsolide = (reference: string, le: DateIso, format: 'pdf' | 'docx'): string =>
  `/api/conventions/${encodeURIComponent(reference)}/en-vigueur?le=${le}&format=${format}`

/** Un moment de la ligne du temps : la convention, puis chaque avenant signé, rangés par leur effet. */
export type Moment = {
  cle: string
  /** Jour où le texte change. */
  le: DateIso
  libelle: string
  precision: string
  href: string
  /** Adresse de l'acte signé, toujours à un clic. */
  acte: string
  etat: 'applique' | 'montre' | 'a-venir' | 'sans-effet'
}

/** Ce que la convention est devenue, jour après jour, vu de la date montrée. */
export function momentsDe(
  c: { reference: string; intitule: string; signeLe: DateIso | null; effetLe: DateIso | null },
  avenants: readonly AvenantSigne[],
  consolidation: Consolidation,
  date: DateIso,
): Moment[] {
  const sansEffet = new Set(consolidation.apresLaFin.map((a) => a.acteId))
  const moments: Omit<Moment, 'etat'>[] = [
    ...(c.effetLe
      ? [
          {
            cle: 'convention',
            le: c.effetLe,
            libelle: c.intitule,
            precision: c.signeLe ? `signée le ${dateEnLettres(c.signeLe)}` : '',
            href: adresseEnVigueur(c.reference, c.effetLe),
            acte: `/conventions/${encodeURIComponent(c.reference)}`,
          },
        ]
      : []),
    ...avenants.map((a) => ({
      cle: a.acteId,
      le: a.effetLe,
      libelle: `Avenant n°\u00a0${String(a.rang)}`,
      precision: `signé le ${dateEnLettres(a.signeLe)}`,
      href: adresseEnVigueur(c.reference, a.effetLe),
      acte: `/conventions/${encodeURIComponent(`${c.reference}-A${String(a.rang)}`)}`,
    })),
  ].sort((a, b) => a.le.localeCompare(b.le))
  const montre = moments.filter((m) => m.le <= date && !sansEffet.has(m.cle)).at(-1)?.cle
  return moments.map((m) => ({
    ...m,
    etat: sansEffet.has(m.cle)
      ? 'sans-effet'
      : m.le > date
        ? 'a-venir'
        : m.cle === montre
          ? 'montre'
          : 'applique',
  }))
}

/** Ce qui a changé du texte d'une date à celui d'une autre, mot à mot. */
export function comparaisonDesDates(
  avant: { date: DateIso; consolidation: Consolidation },
  apres: { date: DateIso; consolidation: Consolidation },
): ComparaisonDite {
  const [de, a] = [dateEnLettres(avant.date), dateEnLettres(apres.date)]
  return direComparaison(
    {
      titre: `Ce qui change du ${de} au ${a}`,
      dates: `Texte au ${de} – texte au ${a}`,
      noms: { avant: `Au ${de}`, apres: `Au ${a}` },
    },
    comparerTextes(texteAImprimer(avant.consolidation.etat), texteAImprimer(apres.consolidation.etat)),
  )
}

/** « Texte au 3 mars 2027 : deux avenants pris en compte ». */
export function phraseDuTexte(c: Consolidation, passe = true): string {
  const n = c.appliques.length
  if (n === 0)
    return `Aucun avenant n’${passe ? 'était' : 'est'} en vigueur\u00a0: c’est le texte de la convention signée.`
  const noms = c.appliques.map((a) => nomDeLAvenant(a))
  return n === 1 ? `Il tient compte de ${noms[0] ?? ''}.` : `Il tient compte de ${enumerer(noms)}.`
}

const enumerer = (noms: readonly string[]): string =>
  `${noms.slice(0, -1).join(', de ')} et de ${noms.at(-1) ?? ''}`
