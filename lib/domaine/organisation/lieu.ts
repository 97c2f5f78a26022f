/**
 * Mots de liaison d'un nom de lieu, d'après le type de nom en clair (TNCC) de l'INSEE :
 * 0 de, 1 d', 2 du, 3 de la, 4 des, 5 de l', 6 des (aux), 7 de las, 8 de los.
 * Le nom d'une commune est enregistré avec son article (« Le Kremlin-Bicêtre ») ; celui d'un département sans
 * (« Val-de-Marne »). L'article d'une commune fait partie du nom : il garde sa capitale (« de La Courneuve »),
 * sauf quand il se contracte (« du Kremlin-Bicêtre », « des Lilas »).
 */
type Article = { motif: RegExp; de: string; a: string }

const ARTICLES: Record<number, Article> = {
  2: { motif: /^le\s+/i, de: 'du ', a: 'au ' },
  3: { motif: /^la\s+/i, de: 'de La ', a: 'à La ' },
  4: { motif: /^les\s+/i, de: 'des ', a: 'aux ' },
  5: { motif: /^l['’]\s*/i, de: 'de L’', a: 'à L’' },
  6: { motif: /^aux\s+/i, de: 'des ', a: 'aux ' },
  7: { motif: /^las\s+/i, de: 'de Las ', a: 'à Las ' },
  8: { motif: /^los\s+/i, de: 'de Los ', a: 'à Los ' },
}

/** L'apostrophe droite d'une saisie devient l'apostrophe typographique. */
const typographique = (nom: string): string => nom.replaceAll("'", '’').trim()

/** « d’Arcueil », « du Kremlin-Bicêtre », « de L’Haÿ-les-Roses ». */
export function deCommune(nom: string, tncc: number): string {
  const propre = typographique(nom)
  if (tncc === 1) return `d’${propre}`
  const article = ARTICLES[tncc]
  return article ? article.de + propre.replace(article.motif, '') : `de ${propre}`
}

/** « à Arcueil », « au Kremlin-Bicêtre », « aux Lilas ». */
export function aCommune(nom: string, tncc: number): string {
  const propre = typographique(nom)
  const article = ARTICLES[tncc]
  return article ? article.a + propre.replace(article.motif, '') : `à ${propre}`
}

const DE_DEPARTEMENT: Record<number, string> = {
  0: 'de ',
  1: 'd’',
  2: 'du ',
  3: 'de la ',
  4: 'des ',
  5: 'de l’',
  6: 'des ',
}

/** « du Val-de-Marne », « des Hauts-de-Seine », « de la Seine-Saint-Denis », « de l’Essonne ». */
export function duDepartement(nom: string, tncc: number): string {
  return (DE_DEPARTEMENT[tncc] ?? 'de ') + typographique(nom)
}

const LE_DEPARTEMENT: Record<number, string> = { 2: 'le ', 3: 'la ', 4: 'les ', 5: 'l’', 6: 'les ' }

/** « le Val-de-Marne », « l’Essonne » ; sans article quand l'INSEE n'en donne pas (« Paris »). */
export function leDepartement(nom: string, tncc: number): string {
  return (LE_DEPARTEMENT[tncc] ?? '') + typographique(nom)
}
