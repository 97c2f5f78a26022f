import { lireTache } from '@/lib/lectures/tache/lire-tache'
import { servirEtat } from '@/lib/serveur/documents/reponses'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  return servirEtat((acteur) => lireTache(acteur, id))
}
