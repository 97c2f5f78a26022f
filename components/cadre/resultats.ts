/** Un endroit à atteindre : `groupe` est le titre sous lequel il est rangé (« Centres de santé »). */
export type Resultat = { cle: string; groupe: string; libelle: string; precision?: string; href: string }

/** Recherche par le nom ; une réponse vide est une réponse. */
export type Rechercher = (question: string) => Promise<readonly Resultat[]>
