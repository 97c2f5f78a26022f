import { servirFichier } from '@/lib/serveur/documents/reponses'
import { exporterTable, parametresDe } from '@/lib/serveur/tableau/exporter'

export const dynamic = 'force-dynamic'

export async function GET(requete: Request): Promise<Response> {
  return servirFichier((acteur) => exporterTable(acteur, parametresDe(requete), 'csv', new Date()), false)
}
