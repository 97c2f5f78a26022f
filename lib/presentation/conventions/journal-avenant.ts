import { compter, dateEnLettres } from '../typographie'
import { type Fait, nomDeLUnite, texte } from './journal-faits'

const vise = ({ cible, donnees }: Fait): string => {
  const nom = typeof donnees.nom === 'string' ? donnees.nom : ''
  if (cible === 'terme') return 'le terme de la convention'
  if (cible?.startsWith('partie:')) return 'une partie à la convention'
  if (cible?.startsWith('valeur:')) return nom ? `la valeur « ${nom} »` : 'une valeur'
  if (/^\d/.test(nom)) return `l’article ${nom}`
  return nom ? `l’${nom.charAt(0).toLowerCase()}${nom.slice(1)}` : 'un passage de la convention'
}
const jour = (v: unknown): string => texte(v, (d) => dateEnLettres(d))

/** Rédaction d'un avenant, après le nom de qui l'a fait. */
export const FAITS_AVENANT = {
  'avenant-ouvert': ({ donnees }: Fait) =>
    `a ouvert l’avenant n° ${String(donnees.rang)}${texte(donnees.objet, (o) => ` (${o})`)}`,
  'avenant-objet': ({ donnees }: Fait) =>
    `a dit l’objet de l’avenant${texte(donnees.objet, (o) => ` : « ${o} »`)}`,
  'retouche-enregistree': (f: Fait) => `a changé ${vise(f)}`,
  'retouche-retiree': () => 'a retiré une insertion',
  'forme-choisie': () => 'a choisi une autre manière de dire une modification',
  'redaction-ajustee': (f: Fait) => `a ajusté la rédaction de ${nomDeLUnite(f.c, f.cible)}`,
  'redaction-reprise': (f: Fait) => `a repris la rédaction proposée pour ${nomDeLUnite(f.c, f.cible)}`,
  'couverture-portee': ({ donnees }: Fait) =>
    `a porté à l’avenant la décision antérieure qui le couvre${texte(donnees.numero, (n) => ` (n° ${n})`)}`,
  'effet-dit': ({ donnees }: Fait) =>
    jour(donnees.apres)
      ? `a fixé l’effet de l’avenant au ${jour(donnees.apres)}`
      : 'a laissé l’effet de l’avenant à sa dernière signature',
  'base-actualisee': ({ donnees }: Fait) =>
    donnees.arretees
      ? `a repris le projet sur le texte en vigueur ; modifications arrêtées : ${String(donnees.arretees)}`
      : 'a repris le projet sur le texte en vigueur',
  'projet-atteint': ({ donnees }: Fait) =>
    `a changé le texte en vigueur en ${donnees.geste === 'transcrit' ? 'transcrivant' : 'signant'} l’avenant n° ${String(donnees.signe)}${donnees.arretees ? ` ; modifications de ce projet arrêtées : ${String(donnees.arretees)}` : ' ; ce projet a été repris dessus'}`,
  'transcription-commencee': () => 'a commencé la transcription des modifications de cet avenant',
  'transcription-declaree': ({ donnees }: Fait) =>
    `a déclaré complète la transcription de cet avenant (${compter(Number(donnees.modifications), 'modification')}) : le texte en vigueur en tient compte`,
  'transcription-rouverte': () => 'a rouvert la transcription de cet avenant pour la corriger',
  'campagne-ouverte': ({ donnees }: Fait) =>
    `a proposé les modifications de cet avenant à d’autres centres (${String(donnees.centres)})`,
  'campagne-posee': ({ donnees }: Fait) =>
    `a repris les modifications de la campagne « ${String(donnees.titre)} »${donnees.exceptions ? ` ; à faire à la main : ${String(donnees.exceptions)}` : ''}`,
  'campagne-arretee': ({ donnees }: Fait) =>
    `a arrêté la campagne « ${String(donnees.titre)} » pour ce centre${texte(donnees.motif, (m) => ` : ${m}`)}`,
  'campagne-relancee': ({ donnees }: Fait) =>
    `a relancé ce centre par courriel (campagne « ${String(donnees.titre)} »)`,
} satisfies Record<string, (f: Fait) => string>
