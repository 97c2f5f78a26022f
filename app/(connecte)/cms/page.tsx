import type { Metadata } from 'next'
import { ListeCentres } from '@/components/organisation/liste-centres'
import { listerCentres } from '@/lib/lectures/organisation/centres-visibles'
import { exigerSession } from '@/lib/serveur/session'

export const metadata: Metadata = { title: 'Centres de santé' }

export default async function PageCentres({
  searchParams,
}: {
  searchParams: Promise<{ q?: string | string[] }>
}) {
  const { acteur } = await exigerSession()
  const { q } = await searchParams
  const recherche = typeof q === 'string' ? q.slice(0, 100) : ''
  return <ListeCentres centres={await listerCentres(acteur, { recherche })} recherche={recherche} />
}
