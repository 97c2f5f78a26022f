import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TableauDeCampagne } from '@/components/campagnes/tableau-de-campagne'
import { lireCampagne } from '@/lib/lectures/campagne/lire-campagne'
import { campagneDite, lireAvancee } from '@/lib/presentation/campagne/tableau'
import { exigerSession } from '@/lib/serveur/session'
import { archiver, arreter, partager, relancer, reprendre } from '../actions'

export const metadata: Metadata = { title: 'Campagne d’avenants' }

type Proprietes = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ etat?: string | string[] }>
}

export default async function PageCampagne({ params, searchParams }: Proprietes) {
  const { acteur } = await exigerSession()
  const maintenant = new Date()
  const [{ id }, { etat }] = await Promise.all([params, searchParams])
  const lue = await lireCampagne(acteur, id, maintenant)
  if (!lue) notFound()
  return (
    <TableauDeCampagne
      campagne={campagneDite(lue, maintenant)}
      filtre={lireAvancee(etat)}
      tacheId={lue.tacheId}
      archives={lue.archives}
      actions={{ archiver, arreter, partager, relancer, reprendre }}
    />
  )
}
