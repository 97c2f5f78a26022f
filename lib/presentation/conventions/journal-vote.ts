import { dateEnLettres } from '../typographie'
import { type Fait, texte } from './journal-faits'

const NATURES: Record<string, { approuve: string; refuse: string }> = {
  avis: { approuve: 'a rendu un avis favorable', refuse: 'a rendu un avis défavorable' },
  accord: { approuve: 'a donné son accord', refuse: 'a refusé son accord' },
}
const champ = (v: unknown, cle: string): unknown =>
  typeof v === 'object' && v !== null ? Object.entries(v).find(([c]) => c === cle)?.[1] : undefined

/** Avis, délibérations, mentions et pouvoirs, après le nom de qui l'a fait. */
export const FAITS_VOTE = {
  'avis-rendu': ({ donnees }: Fait) => {
    const mots = NATURES[String(donnees.nature)] ?? { approuve: 'a approuvé', refuse: 'a refusé' }
    const fait = donnees.etat === 'APPROUVEE' ? mots.approuve : mots.refuse
    return `${fait}${texte(donnees.libelle, (l) => ` (${l})`)}`
  },
  'deliberation-enregistree': ({ donnees }: Fait) =>
    `a enregistré la décision favorable${texte(donnees.numero, (n) => ` n° ${n}`)}${texte(donnees.seanceLe, (d) => ` du ${dateEnLettres(d)}`)}${texte(donnees.organe, (o) => ` (${o})`)}`,
  'deliberation-corrigee': ({ donnees }: Fait) =>
    `a complété la décision${texte(champ(donnees.apres, 'numero'), (n) => ` n° ${n}`)}${texte(champ(donnees.apres, 'seanceLe'), (d) => ` du ${dateEnLettres(d)}`)}, sans changer le texte voté`,
  'effet-financier-dit': ({ donnees }: Fait) =>
    donnees.effetFinancier === true
      ? 'a indiqué que cet avenant a un effet financier'
      : 'a indiqué que cet avenant n’a pas d’effet financier',
  'mention-remplie': (f: Fait) => {
    const libelle = f.c.resolution.definitions.get(f.cible ?? '')?.libelle
    return `a rempli une mention du texte arrêté${libelle ? ` : « ${libelle} »` : ''}`
  },
  'signataire-renseigne': ({ donnees }: Fait) => {
    const nom = texte(champ(donnees.apres, 'nom'), (n) => ` : ${n}`)
    const pouvoir = champ(donnees.apres, 'nature') === 'DELEGATION' ? ', par délégation' : ''
    return `a renseigné un signataire ${donnees.partie === 'HOPITAL' ? 'de l’hôpital' : 'du gestionnaire'}${nom}${pouvoir}`
  },
}
