import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Atelier } from '@/components/avenants/atelier/atelier'
import { lireAtelier } from '@/lib/lectures/avenant/lire-atelier'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import { acteDAtelier } from '@/lib/presentation/avenant/atelier'
import { projetDit } from '@/lib/presentation/avenant/projet'
import { adresseConvention } from '@/lib/presentation/conventions/adresses'
import { exigerSession } from '@/lib/serveur/session'
import * as actions from './actions'

type Proprietes = { params: Promise<{ reference: string }> }

export async function generateMetadata({ params }: Proprietes): Promise<Metadata> {
  return { title: `Modifier le texte, ${decodeURIComponent((await params).reference)}` }
}

export default async function PageModifier({ params }: Proprietes) {
  const { acteur } = await exigerSession()
  const reference = decodeURIComponent((await params).reference)
  const maintenant = new Date()
  const lu = await lireAtelier(acteur, reference, maintenant)
  if (!lu) {
    // Un acte que l'on lit sans le rédiger se lit ; le reste n'existe pas.
    if (!(await lireConvention(acteur, reference, maintenant))) notFound()
    redirect(adresseConvention(reference))
  }
  return (
    <Atelier
      acte={acteDAtelier(lu.avenant, lu.base, lu.retouches)}
      projet={projetDit(lu)}
      utilisateur={acteur.utilisateurId}
      maintenant={maintenant}
      actions={actions}
    />
  )
}
