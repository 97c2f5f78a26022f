import { rendreComparaison } from '@/lib/serveur/documents/rendre'
import { servirFichier } from '@/lib/serveur/documents/reponses'

export const dynamic = 'force-dynamic'

type Contexte = { params: Promise<{ reference: string }> }

/** Version comparée : `?de=1&a=2&format=pdf`. */
export async function GET(requete: Request, { params }: Contexte): Promise<Response> {
  const { reference } = await params
  const p = new URL(requete.url).searchParams
  const demande = { de: p.get('de'), a: p.get('a'), format: p.get('format') }
  return servirFichier(
    (acteur) => rendreComparaison(acteur, reference, demande, new Date()),
    demande.format === 'pdf',
  )
}
