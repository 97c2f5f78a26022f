import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Feuille } from '@/components/conventions/feuille'
import { LienFermeDit } from '@/components/invitation/lien-ferme'
import { TeteInvitation } from '@/components/invitation/tete-invitation'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import { lireLogos } from '@/lib/lectures/convention/lire-logos'
import type { InvitationOuverte } from '@/lib/lectures/invitation/ouvrir-invitation'
import { documentDeLaConvention } from '@/lib/presentation/conventions/document'
import { entrerParLien } from '@/lib/serveur/invitation'

type Proprietes = {
  params: Promise<{ jeton: string }>
  searchParams: Promise<{ version?: string | string[] }>
}

export const metadata: Metadata = {
  title: 'Relire une convention',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
}

export default async function PageInvitation({ params, searchParams }: Proprietes) {
  const maintenant = new Date()
  const { jeton } = await params
  const lien = await entrerParLien(jeton, maintenant)
  if ('ferme' in lien) return <LienFermeDit raison={lien.ferme} />
  const { ouverte } = lien
  const lue = versionChoisie(ouverte, (await searchParams).version)
  const convention = await lireConvention(ouverte.acteur, ouverte.reference, maintenant, lue.id)
  if (!convention) notFound()
  const logos = await lireLogos(ouverte.acteur, convention)
  return (
    <div className="mx-auto max-w-[60rem]">
      <TeteInvitation invitation={ouverte} convention={convention} lue={lue} maintenant={maintenant} />
      <Feuille document={documentDeLaConvention(convention, maintenant, logos)} />
    </div>
  )
}

/** La version que le lien nomme, sauf si la personne a choisi de lire la plus récente : jamais une autre. */
const versionChoisie = ({ nommee, derniere }: InvitationOuverte, demandee: string | string[] | undefined) =>
  demandee === String(derniere.numero) ? derniere : nommee
