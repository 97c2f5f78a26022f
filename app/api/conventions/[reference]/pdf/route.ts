import { servirConvention } from '@/lib/serveur/documents/rendre'
import { servirFichier } from '@/lib/serveur/documents/reponses'

export const dynamic = 'force-dynamic'

type Contexte = { params: Promise<{ reference: string }> }

export async function GET(_: Request, { params }: Contexte): Promise<Response> {
  const { reference } = await params
  return servirFichier((acteur) => servirConvention(acteur, reference, 'pdf', new Date()), true)
}
