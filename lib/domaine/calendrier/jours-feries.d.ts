declare module '@socialgouv/jours-feries' {
  /** Nom de la fête → minuit local de son jour. */
  export default function joursFeries(annee: number, options?: { alsace: boolean }): Record<string, Date>
}
