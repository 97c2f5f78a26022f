import { servirFichier } from '@/lib/serveur/documents/reponses'
import { parametresDe } from '@/lib/serveur/tableau/exporter'
import { imprimerTableau } from '@/lib/serveur/tableau/imprimer'

export const dynamic = 'force-dynamic'

/** `?de=centre` ou `?de=comite` ; toute autre valeur donne la vue d'ensemble. */
export async function GET(requete: Request): Promise<Response> {
  return servirFichier((acteur) => imprimerTableau(acteur, parametresDe(requete), new Date()), true)
}
