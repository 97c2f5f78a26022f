import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FicheDuGroupe } from '@/components/organisation/fiche-groupe'
import { aujourdHuiAParis } from '@/lib/domaine/calendrier/dates'
import { lireFicheGroupe } from '@/lib/lectures/organisation/groupes'
import { exigerSession } from '@/lib/serveur/session'
import * as actions from '../../cms/[code]/actions'

export const metadata: Metadata = { title: 'Groupe hospitalier' }

export default async function PageGroupe({ params }: { params: Promise<{ code: string }> }) {
  const { acteur } = await exigerSession()
  const { code } = await params
  const aujourdhui = aujourdHuiAParis(new Date())
  const fiche = await lireFicheGroupe(acteur, code, aujourdhui)
  if (!fiche) notFound()
  return (
    <FicheDuGroupe
      fiche={fiche}
      renseigner={actions.actionRenseignerTitulaire}
      equiper={actions}
      deposerLogo={actions.actionDeposerLogo}
      aujourdhui={aujourdhui}
    />
  )
}
