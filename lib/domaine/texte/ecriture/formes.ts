import { aCommune, deCommune, duDepartement } from '../../organisation/lieu'
import type { DefinitionParametre, UniteDuree, ValeurDe, ValeurParametre } from '../parametres'
import { INSECABLE } from './espaces'
import { jourCourt, jourEnLettres } from './jours'
import { enLettres } from './nombres-en-lettres'
import { euros, nombre } from './typographie'

const UNITE_COURTE: Record<UniteDuree, (n: number) => string> = {
  heure: () => 'h',
  jour: (n) => (n > 1 ? 'jours' : 'jour'),
  mois: () => 'mois',
  an: (n) => (n > 1 ? 'ans' : 'an'),
}
const UNITE_LONGUE: Record<UniteDuree, (n: number) => string> = {
  ...UNITE_COURTE,
  heure: (n) => (n > 1 ? 'heures' : 'heure'),
}

/**
 * Écrit la valeur d'un paramètre sous une forme (voir `prisma/socle/modeles/parametres-communs.ts`).
 * Forme inconnue : la forme ordinaire.
 */
export function ecrireValeur(
  valeur: ValeurParametre,
  forme: string | null,
  definition?: Pick<DefinitionParametre, 'choix'>,
): string {
  switch (valeur.genre) {
    case 'texte':
      return valeur.texte
    case 'nombre':
      return forme === 'lettres' ? enLettres(valeur.nombre) : nombre(valeur.nombre)
    case 'duree':
      return ecrireDuree(valeur, forme)
    case 'montant':
      return euros(valeur.centimes)
    case 'taux':
      return `${nombre(valeur.pourcent)}${INSECABLE}%`
    case 'date':
      return forme === 'court' ? jourCourt(valeur.date) : jourEnLettres(valeur.date)
    case 'choix':
      return definition?.choix?.find((c) => c.code === valeur.code)?.texte ?? valeur.code
    case 'liste':
      return enumerer(valeur.elements)
    case 'commune':
      return ecrireCommune(valeur, forme)
    case 'personne':
      return ecrirePersonne(valeur, forme)
    case 'designation':
      return ecrireDesignation(valeur, forme)
  }
}

/** « A », « A et B », « A, B et C ». */
export function enumerer(elements: readonly string[]): string {
  if (elements.length <= 1) return elements[0] ?? ''
  return `${elements.slice(0, -1).join(', ')} et ${elements.at(-1)}`
}

function ecrireDuree(v: ValeurDe<'duree'>, forme: string | null): string {
  if (forme === 'lettres') {
    const mots = enLettres(v.nombre)
    const feminin = v.unite === 'heure' && mots.endsWith('un') ? `${mots}e` : mots
    return `${feminin} ${UNITE_LONGUE[v.unite](v.nombre)}`
  }
  if (forme === 'nombre') return nombre(v.nombre)
  const unite = forme === 'long' ? UNITE_LONGUE : UNITE_COURTE
  return `${nombre(v.nombre)}${INSECABLE}${unite[v.unite](v.nombre)}`
}

function ecrireCommune(v: ValeurDe<'commune'>, forme: string | null): string {
  if (forme === 'de') return deCommune(v.nom, v.tncc)
  if (forme === 'a') return aCommune(v.nom, v.tncc)
  if (forme === 'departement') return v.departement.nom
  if (forme === 'departement_de') return duDepartement(v.departement.nom, v.departement.tncc)
  return v.nom
}

function ecrirePersonne(v: ValeurDe<'personne'>, forme: string | null): string {
  const madame = v.civilite === 'MME'
  const fonction = madame ? v.fonction.feminin : v.fonction.masculin
  if (forme === 'fonction') return fonction
  if (forme === 'titre')
    return madame ? `Madame ${articleFeminin(fonction)}` : `Monsieur ${articleMasculin(fonction)}`
  const possessif = `${madame && !commenceParVoyelle(fonction) ? 'sa' : 'son'} ${fonction}`
  if (forme === 'possessif') return possessif
  const nom = [madame ? 'Madame' : 'Monsieur', v.prenom, v.nom].filter(Boolean).join(INSECABLE)
  return forme === 'qualifie' ? `${possessif}, ${nom}` : nom
}

const commenceParVoyelle = (mot: string) => /^[aeiouyàâéèêëîïôöûüœæh]/i.test(mot)
const articleMasculin = (f: string) => (commenceParVoyelle(f) ? `l’${f}` : `le ${f}`)
const articleFeminin = (f: string) => (commenceParVoyelle(f) ? `l’${f}` : `la ${f}`)

function ecrireDesignation(v: ValeurDe<'designation'>, forme: string | null): string {
  if (forme === 'nom') return v.nom
  if (forme === 'complet') return nomComplet(v)
  if (forme === 'Complet') return capitale(nomComplet(v))
  const court = v.sigle ?? v.nom
  if (forme === 'sigle') return court
  if (forme === 'de') return `${CONTRACTION_DE[v.article] ?? `de ${avecArticle(v.article)}`}${court}`
  if (forme === 'a') return `${CONTRACTION_A[v.article] ?? `à ${avecArticle(v.article)}`}${court}`
  const texte = `${avecArticle(v.article)}${court}`
  return forme === 'Court' ? capitale(texte) : texte
}
const capitale = (t: string) => t.charAt(0).toUpperCase() + t.slice(1)

/** Nom complet avec l'article du nom court, quand les deux commencent pareil (« la commune d’Arcueil »). */
function nomComplet(v: ValeurDe<'designation'>): string {
  const memeInitiale = (v.sigle ?? v.nom).charAt(0).toLowerCase() === v.nom.charAt(0).toLowerCase()
  return memeInitiale ? `${avecArticle(v.article)}${v.nom}` : v.nom
}
const CONTRACTION_DE: Record<string, string> = { le: 'du ', les: 'des ' }
const CONTRACTION_A: Record<string, string> = { le: 'au ', les: 'aux ' }
const avecArticle = (article: string) => (article === "l'" ? 'l’' : article ? `${article} ` : '')
