import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CadreActe } from '@/components/conventions/cadre-acte'
import { Feuille } from '@/components/conventions/feuille'
import { Plan } from '@/components/conventions/plan'
import { Encart } from '@/components/ui/encart'
import { LienBouton } from '@/components/ui/lien-bouton'
import { lireCote } from '@/lib/domaine/acte/cotes'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import { lireLogos } from '@/lib/lectures/convention/lire-logos'
import { lireVersion } from '@/lib/lectures/convention/lire-versions'
import { adresseComparaison, adresseVersion } from '@/lib/presentation/conventions/adresses'
import { documentDeLaConvention } from '@/lib/presentation/conventions/document'
import { planDe } from '@/lib/presentation/conventions/lecture'
import { placeDeLaVersion } from '@/lib/presentation/conventions/versions'
import { exigerSession } from '@/lib/serveur/session'

type Proprietes = { params: Promise<{ reference: string; numero: string }> }

export async function generateMetadata({ params }: Proprietes): Promise<Metadata> {
  const { reference, numero } = await params
  return { title: `${reference}, version ${numero}` }
}

export default async function PageVersion({ params }: Proprietes) {
  const { acteur } = await exigerSession()
  const maintenant = new Date()
  const { reference, numero: brut } = await params
  const convention = await lireConvention(acteur, reference, maintenant)
  const numero = lireCote(brut)
  const version =
    convention && typeof numero === 'number' ? await lireVersion(acteur, convention, numero) : null
  if (!convention || !version || typeof numero !== 'number') notFound()
  const document = documentDeLaConvention(version, maintenant, await lireLogos(acteur, version))
  const place = placeDeLaVersion(convention, numero)
  return (
    <CadreActe convention={convention} acteur={acteur} maintenant={maintenant} onglet="versions">
      <Encart
        className="mb-6"
        ton={place.derniere ? 'accent' : 'vigilance'}
        titre={place.titre}
        actions={
          place.derniere ? undefined : (
            <>
              <LienBouton
                variante="secondaire"
                taille="petit"
                href={adresseComparaison(reference, numero, place.numeroDerniere)}
              >
                Voir ce qui a changé depuis
              </LienBouton>
              <LienBouton
                variante="discret"
                taille="petit"
                href={adresseVersion(reference, place.numeroDerniere)}
              >
                Lire la dernière version
              </LienBouton>
            </>
          )
        }
      >
        {place.detail}
      </Encart>
      <div className="grid gap-8 xl:grid-cols-[15rem_minmax(0,1fr)]">
        <div className="max-xl:hidden xl:sticky xl:top-20 xl:max-h-[calc(100dvh-6rem)] xl:overflow-auto">
          <Plan entrees={planDe({ ...version, unites: [] }, document)} retraits={[]} />
        </div>
        <div className="min-w-0">
          <Feuille document={document} />
        </div>
      </div>
    </CadreActe>
  )
}
