import type { Metadata } from 'next'
import { PageConseils } from '@/components/conseils/page-conseils'
import { aujourdHuiAParis } from '@/lib/domaine/calendrier/dates'
import { listerConseils } from '@/lib/lectures/conseil/lister-conseils'
import { exigerSession } from '@/lib/serveur/session'
import * as actions from './actions'

export const metadata: Metadata = { title: 'Séances du conseil' }

export default async function Conseils() {
  const { acteur } = await exigerSession()
  const jour = aujourdHuiAParis(new Date())
  return <PageConseils conseils={await listerConseils(acteur, jour)} jour={jour} actions={actions} />
}
