import { CLES_DES_DATES } from '../../domaine/acte/dates-du-texte'
import type { Consolidation } from '../../domaine/avenant/consolider'
import type { EtatDeLaChaine, Trace, UniteEnVigueur } from '../../domaine/avenant/etat'
import { lireEnLigne } from '../../domaine/texte/balisage'
import { type Contenu, noeudsEnLigne } from '../../domaine/texte/contenu'
import type { TexteDActe } from '../../domaine/texte/finalisation'
import type { Numero } from '../../domaine/texte/numerotation'
import { dateEnLettres } from '../typographie'
import { mentionDeLUnite, nomDeLAvenant, tracesDeLUnite } from './mentions'

export type TexteConsolide = TexteDActe & { numeros: Readonly<Record<string, Numero>> }

/** Clés que le titre et le contenu d'une unité citent. */
export function clesCitees(u: Pick<UniteEnVigueur, 'titre' | 'contenu'>): Set<string> {
  const cles = new Set<string>()
  const enTitre = u.titre ? lireEnLigne(u.titre) : []
  for (const n of [...enTitre, ...noeudsEnLigne(u.contenu.content)])
    if (n.type === 'parametre' || n.type === 'accord') cles.add(n.attrs.cle)
  return cles
}

/** Vrai pour l'unité qui porte la durée : c'est sous elle que se lit un renouvellement. */
const porteLeTerme = (cles: ReadonlySet<string>): boolean =>
  cles.has(CLES_DES_DATES.duree) || cles.has(CLES_DES_DATES.fin)

const SUPPRIMEE: Contenu = {
  type: 'doc',
  content: [
    { type: 'paragraph', attrs: { id: 'supprimee' }, content: [{ type: 'text', text: '(Supprimé)' }] },
  ],
}

/**
 * Texte à imprimer d'un état de la chaîne : une unité supprimée garde son numéro et le dit, ses sous-articles et son annexe
 * ne s'impriment plus. Un visa ou un considérant supprimé disparaît.
 */
export function texteAImprimer(etat: EtatDeLaChaine): TexteConsolide {
  const supprimees = new Set(etat.unites.filter((u) => u.supprimee).map((u) => u.identite))
  return {
    titre: etat.titre,
    comparutions: etat.comparutions,
    definitions: etat.definitions,
    valeurs: etat.valeurs,
    numeros: etat.numeros,
    unites: etat.unites.map((u) => {
      const muette =
        u.supprimee &&
        (u.genre === 'visa' || u.genre === 'considerant' || (u.parent !== null && supprimees.has(u.parent)))
      return u.supprimee
        ? { ...u, omise: muette, contenu: SUPPRIMEE, annexe: null, fichier: null }
        : { ...u, omise: false }
    }),
  }
}

/** Mention à écrire sous chaque unité changée, par identité. */
export function mentionsDuTexte(etat: EtatDeLaChaine): Map<string, string> {
  const mentions = new Map<string, string>()
  for (const u of etat.unites) {
    const cles = clesCitees(u)
    const mention = mentionDeLUnite(u, tracesDeLUnite(etat, u, cles))
    const terme = porteLeTerme(cles) && !u.supprimee ? mentionDuTerme(etat) : null
    const phrase = [mention, terme].filter(Boolean).join(' ')
    if (phrase) mentions.set(u.identite, phrase)
  }
  return mentions
}

/** « Terme porté au 14 septembre 2027 inclus par l’avenant n° 4 du … ». */
function mentionDuTerme(etat: EtatDeLaChaine): string | null {
  const derniere: Trace | undefined = etat.tracesTerme.at(-1)
  return derniere && etat.fin
    ? `Terme porté au ${dateEnLettres(etat.fin)} inclus par ${nomDeLAvenant(derniere)}.`
    : null
}

/** Ce qui empêche de tenir ce texte pour complet, en phrases ; vide quand tout est en ordre. */
export function reservesDuTexte(c: Consolidation): string[] {
  const reserves: string[] = []
  for (const a of c.nonTranscrits)
    reserves.push(
      `${majuscule(nomDeLAvenant(a))} a été repris sur copie sans que ses modifications soient saisies : ce texte n’en tient pas compte.`,
    )
  const enConflit = new Map(c.conflits.map((x) => [x.source.acteId, x.source]))
  for (const source of enConflit.values())
    reserves.push(
      `${majuscule(nomDeLAvenant(source))} modifie un passage qui n’avait plus les mots qu’il vise : cette modification n’est pas reportée, lisez l’avenant signé.`,
    )
  for (const d of c.doublons)
    reserves.push(
      `${majuscule(nomDeLAvenant(d.source))} porte lui aussi un numéro déjà pris (${d.numero.intitule}) : les deux textes sont en vigueur, chacun sous le numéro que son acte signé imprime.`,
    )
  for (const a of c.apresLaFin)
    reserves.push(
      `${majuscule(nomDeLAvenant(a))} ne prend effet qu’après la fin de la convention : il n’est pas reporté.`,
    )
  return reserves
}

const majuscule = (t: string): string => t.charAt(0).toUpperCase() + t.slice(1)
