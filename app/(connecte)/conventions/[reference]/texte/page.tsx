import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { FeuilleSeule } from '@/components/conventions/feuille-seule'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import { lireLogos } from '@/lib/lectures/convention/lire-logos'
import { adresseConvention } from '@/lib/presentation/conventions/adresses'
import { documentDeLaConvention } from '@/lib/presentation/conventions/document'
import { exigerSession } from '@/lib/serveur/session'

type Proprietes = { params: Promise<{ reference: string }> }

export async function generateMetadata({ params }: Proprietes): Promise<Metadata> {
  return { title: `${(await params).reference}, texte` }
}

/** Le texte seul : titres emboîtés, sommaire, sans script ; fait pour être lu, écouté ou imprimé. */
export default async function PageTexteConvention({ params }: Proprietes) {
  const { acteur } = await exigerSession()
  const maintenant = new Date()
  const convention = await lireConvention(acteur, (await params).reference, maintenant)
  if (!convention?.unites.length) notFound()
  return (
    <>
      <p className="sans-impression mb-4">
        <Link className="lien" href={adresseConvention(convention.reference)}>
          Revenir à la convention
        </Link>
      </p>
      <FeuilleSeule
        document={documentDeLaConvention(convention, maintenant, await lireLogos(acteur, convention))}
      />
    </>
  )
}
