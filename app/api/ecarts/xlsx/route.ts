import { servirFichier } from '@/lib/serveur/documents/reponses'
import { exporterEcarts, filtresDeLAdresse } from '@/lib/serveur/ecarts/exporter'

export const dynamic = 'force-dynamic'

export async function GET(requete: Request): Promise<Response> {
  return servirFichier((acteur) => exporterEcarts(acteur, filtresDeLAdresse(requete), 'xlsx'), false)
}
