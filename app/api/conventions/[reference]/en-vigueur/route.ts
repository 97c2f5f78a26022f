import { rendreConsolide } from '@/lib/serveur/documents/consolide'
import { servirFichier } from '@/lib/serveur/documents/reponses'

export const dynamic = 'force-dynamic'

type Contexte = { params: Promise<{ reference: string }> }

/** Version consolidée : `?le=2026-11-22&format=pdf`. */
export async function GET(requete: Request, { params }: Contexte): Promise<Response> {
  const { reference } = await params
  const p = new URL(requete.url).searchParams
  const demande = { le: p.get('le'), format: p.get('format') }
  return servirFichier(
    (acteur) => rendreConsolide(acteur, reference, demande, new Date()),
    demande.format === 'pdf',
  )
}
