import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Redaction } from '@/components/redaction/redaction'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import { exigerSession } from '@/lib/serveur/session'
import { deposer } from '../../actions'
import * as actions from './actions'

type Proprietes = { params: Promise<{ reference: string }> }

export async function generateMetadata({ params }: Proprietes): Promise<Metadata> {
  return { title: `Rédiger ${decodeURIComponent((await params).reference)}` }
}

export default async function PageRediger({ params }: Proprietes) {
  const { acteur } = await exigerSession()
  const reference = decodeURIComponent((await params).reference)
  const maintenant = new Date()
  const acte = await lireConvention(acteur, reference, maintenant)
  if (!acte) notFound()
  if (!acte.droits.modifier) redirect(`/conventions/${encodeURIComponent(reference)}`)
  const fiches = await actions.relireFiches({ acteId: acte.acteId })
  return (
    <Redaction
      acte={acte}
      fiches={fiches.ok ? fiches.valeur : null}
      utilisateur={acteur.utilisateurId}
      maintenant={maintenant}
      actions={{ ...actions, deposer }}
    />
  )
}
