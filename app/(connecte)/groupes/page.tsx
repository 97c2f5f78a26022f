import type { Metadata } from 'next'
import { ListeGroupes } from '@/components/organisation/liste-groupes'
import { listerGroupes } from '@/lib/lectures/organisation/groupes'
import { exigerSession } from '@/lib/serveur/session'

export const metadata: Metadata = { title: 'Groupes hospitaliers' }

export default async function PageGroupes() {
  const { acteur } = await exigerSession()
  return <ListeGroupes groupes={await listerGroupes(acteur)} />
}
