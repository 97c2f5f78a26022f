/**
 * Next ne donne pas l'adresse de la connexion et laisse passer les en-têtes du client. Le canal de diagnostic de Node
 * est lu avant tout traitement : l'en-tête interne est récrit à chaque requête, donc personne ne peut le souffler.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { ecouterAdresses } = await import('./lib/serveur/adresse-connexion')
  ecouterAdresses()
}
