import type { Metadata } from 'next'
import { PageASaisir } from '@/components/mesures/a-saisir'
import { aujourdHuiAParis } from '@/lib/domaine/calendrier/dates'
import { lireASaisir } from '@/lib/lectures/mesure/lire-a-saisir'
import { exigerSession } from '@/lib/serveur/session'
import * as actions from './actions'

export const metadata: Metadata = { title: 'À saisir' }

export default async function ASaisir() {
  const { acteur } = await exigerSession()
  const maintenant = new Date()
  const lu = await lireASaisir(acteur, maintenant)
  return <PageASaisir lu={lu} jour={aujourdHuiAParis(maintenant)} actions={actions} />
}
