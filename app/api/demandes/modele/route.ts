import { MODELE_CSV } from '@/lib/presentation/demande/import'
import { lireSession } from '@/lib/serveur/session'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  if (!(await lireSession())) return new Response(null, { status: 401 })
  return new Response(MODELE_CSV, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="demandes-modele.csv"',
      'Cache-Control': 'private, no-store',
    },
  })
}
