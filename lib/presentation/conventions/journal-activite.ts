import type { Decision } from '../../domaine/acte/activite-partagee'
import { dateEnLettres } from '../typographie'
import { type Fait, texte } from './journal-faits'

/** Ce qui a été décidé d'une activité partagée, à l'infinitif passé du journal. */
const DECIDE: Record<Decision, string> = {
  MAINTENIR: 'de la maintenir',
  DENONCER: 'de la dénoncer',
  LAISSER_A_TERME: 'de la laisser aller à son terme',
}

const decide = (d: unknown): string =>
  Object.entries(DECIDE).find(([code]) => code === d)?.[1] ?? 'de son sort'

const numero = ({ donnees }: Fait): string =>
  typeof donnees.numero === 'number' ? ` n° ${donnees.numero}` : ''
const autre = ({ donnees }: Fait): string => texte(donnees.autre, (r) => ` ${r}`)

/** Rattachement, décision à la fin du cadre et dossiers des praticiens, après le nom de qui a agi. */
export const FAITS_ACTIVITE = {
  'activite-rattachee': (f: Fait) =>
    f.donnees.cadre === true
      ? `a rattaché à cette convention l’activité partagée${numero(f)}${texte(f.donnees.autre, (r) => ` (${r})`)}`
      : `a rattaché cette activité à la convention${autre(f)}, sous le${numero(f)}`,
  'activite-detachee': (f: Fait) => `a détaché cette activité de la convention${autre(f)}`,
  'sort-decide': (f: Fait) => {
    const fin = texte(f.donnees.fin, (j) => ` qui finit le ${dateEnLettres(j)}`)
    return f.donnees.cadre === true
      ? `a décidé, pour l’activité partagée${numero(f)}${texte(f.donnees.autre, (r) => ` (${r})`)}, ${decide(f.donnees.decision)}`
      : `a décidé ${decide(f.donnees.decision)}, la convention${autre(f)}${fin}`
  },
  'praticien-inscrit': ({ donnees }: Fait) =>
    `a inscrit un praticien${texte(donnees.fonction, (x) => ` (${x})`)}`,
  'praticien-complete': ({ donnees }: Fait) =>
    `a complété le dossier d’un praticien${texte(donnees.fonction, (x) => ` (${x})`)}`,
  'praticien-retire': ({ donnees }: Fait) =>
    `a retiré un praticien${texte(donnees.fonction, (x) => ` (${x})`)}`,
}
