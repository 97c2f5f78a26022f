/**
 * Replie un texte pour la recherche et le tri : minuscules, sans accent, œ → oe, apostrophes et traits d'union
 * en espaces, espaces simples. Les deux apostrophes se valent (regles-metier, typographie).
 */
export function plier(texte: string): string {
  return texte
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9@.]+/g, ' ')
    .trim()
}
