/** Fichiers Word revenus, dits après le nom de qui les a joints. */
export const FAITS_RETOURS = {
  'retour-word-joint': ({ donnees }: { donnees: Record<string, unknown> }) =>
    `a joint le fichier Word${typeof donnees.nom === 'string' ? ` « ${donnees.nom} »` : ''} à la version ${typeof donnees.numero === 'number' ? donnees.numero : ''}`.trimEnd(),
}
