import type { Metadata } from 'next'
import { PageImport } from '@/components/demandes/page-import'
import { lireDemandes } from '@/lib/lectures/demande/lire-demandes'
import { listerLots } from '@/lib/lectures/demande/lister-lots'
import { exigerSession } from '@/lib/serveur/session'
import * as actions from './actions'

export const metadata: Metadata = { title: 'Importer des demandes' }

export default async function Import() {
  const { acteur } = await exigerSession()
  const { centres, sites, tient } = await lireDemandes(
    acteur,
    { etat: 'attente', centre: null, apres: null },
    new Date(),
  )
  return (
    <PageImport
      centres={centres}
      sites={sites}
      tient={tient}
      lots={await listerLots(acteur)}
      actions={{ ...actions }}
    />
  )
}
