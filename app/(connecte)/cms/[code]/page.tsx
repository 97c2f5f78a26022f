import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FicheDuCentre } from '@/components/organisation/fiche-centre'
import { aujourdHuiAParis } from '@/lib/domaine/calendrier/dates'
import { lireFicheCentre } from '@/lib/lectures/organisation/fiche-centre'
import { exigerSession } from '@/lib/serveur/session'
import * as actions from './actions'

export const metadata: Metadata = { title: 'Fiche d’un centre de santé' }

export default async function PageCentre({ params }: { params: Promise<{ code: string }> }) {
  const { acteur } = await exigerSession()
  const { code } = await params
  const fiche = await lireFicheCentre(acteur, code)
  if (!fiche) notFound()
  return <FicheDuCentre fiche={fiche} actions={actions} aujourdhui={aujourdHuiAParis(new Date())} />
}
