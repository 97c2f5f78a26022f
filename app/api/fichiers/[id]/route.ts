import { lireFichier } from '@/lib/lectures/fichier/lire-fichier'
import { servirFichier } from '@/lib/serveur/documents/reponses'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  return servirFichier((acteur) => lireFichier(acteur, id), false)
}
