import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { RedactionAvenant } from '@/components/avenants/redaction-avenant'
import { Redaction } from '@/components/redaction/redaction'
import { lireAtelier } from '@/lib/lectures/avenant/lire-atelier'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import { projetDit } from '@/lib/presentation/avenant/projet'
import { acteDeRedaction } from '@/lib/presentation/avenant/redaction'
import { exigerSession } from '@/lib/serveur/session'
import { deposer } from '../../actions'
import * as actionsAvenant from '../modifier/actions'
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
  if (acte.rang > 0) {
    const projet = await lireAtelier(acteur, reference, maintenant)
    // Les mots d'un avenant signé sont ceux de son acte : seul son effet se transcrit.
    if (!projet || projet.transcription) redirect(`/conventions/${encodeURIComponent(reference)}`)
    return (
      <RedactionAvenant
        acte={acteDeRedaction(projet.avenant, projet.ajustees)}
        projet={projetDit(projet)}
        utilisateur={acteur.utilisateurId}
        maintenant={maintenant}
        actions={actionsAvenant}
      />
    )
  }
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
