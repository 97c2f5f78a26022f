import { servirComparaison } from '@/lib/serveur/documents/rendre-comparaison'
import { servirFichier } from '@/lib/serveur/documents/reponses'

export const dynamic = 'force-dynamic'

type Contexte = { params: Promise<{ reference: string }> }

/** Version comparée : `?de=1&a=2&format=pdf`. Longue, elle se demande à la page qui compare. */
export async function GET(requete: Request, { params }: Contexte): Promise<Response> {
  const { reference } = await params
  const p = new URL(requete.url).searchParams
  const demande = { de: p.get('de'), a: p.get('a'), format: p.get('format') }
  return servirFichier(
    (acteur) => servirComparaison(acteur, reference, demande, new Date()),
    demande.format === 'pdf',
  )
}
