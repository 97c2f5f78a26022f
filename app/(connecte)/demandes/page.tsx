import type { Metadata } from 'next'
import { PageDemandes } from '@/components/demandes/page-demandes'
import { ETATS_DEMANDE, lireDemandes } from '@/lib/lectures/demande/lire-demandes'
import { exigerSession } from '@/lib/serveur/session'
import * as actions from './actions'

export const metadata: Metadata = { title: 'Demandes' }

type Proprietes = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Demandes({ searchParams }: Proprietes) {
  const { acteur } = await exigerSession()
  const lus = await searchParams
  const texte = (cle: string) => (typeof lus[cle] === 'string' ? lus[cle] : null)
  const filtres = {
    etat: ETATS_DEMANDE.find((e) => e === lus.etat) ?? 'attente',
    centre: texte('centre'),
    apres: texte('apres'),
  }
  const demandes = await lireDemandes(acteur, filtres, new Date())
  return <PageDemandes demandes={demandes} filtres={filtres} actions={{ ...actions }} />
}
