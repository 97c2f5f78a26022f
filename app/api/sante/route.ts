import { baseRepond } from '@/lib/serveur/sante'

export const dynamic = 'force-dynamic'

/** Pour le lanceur et la supervision : un mot, aucun détail interne. */
export async function GET(): Promise<Response> {
  const bon = await baseRepond(2_000)
  return Response.json({ etat: bon ? 'bon' : 'indisponible' }, { status: bon ? 200 : 503 })
}
