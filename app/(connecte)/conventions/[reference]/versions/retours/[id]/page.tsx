import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { CadreActe } from '@/components/conventions/cadre-acte'
import { ArticlesRevenus } from '@/components/conventions/comparaison/articles-revenus'
import { HorsPlace } from '@/components/conventions/comparaison/hors-place'
import { NavigationChangements } from '@/components/conventions/comparaison/navigation-changements'
import { SommaireChangements } from '@/components/conventions/comparaison/sommaire-changements'
import { Encart } from '@/components/ui/encart'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import { lireRetour } from '@/lib/lectures/convention/lire-retours'
import { adresseConvention, adresseFichier } from '@/lib/presentation/conventions/adresses'
import { empreinteLisible } from '@/lib/presentation/conventions/reprise'
import { retourDit } from '@/lib/presentation/conventions/retours'
import { exigerSession } from '@/lib/serveur/session'
import { proposerDepuisRetour } from '../../actions'

type Proprietes = { params: Promise<{ reference: string; id: string }> }

export async function generateMetadata({ params }: Proprietes): Promise<Metadata> {
  return { title: `${(await params).reference}, retour Word` }
}

export default async function PageRetour({ params }: Proprietes) {
  const { acteur } = await exigerSession()
  const maintenant = new Date()
  const { reference, id } = await params
  const convention = await lireConvention(acteur, reference, maintenant)
  const retour = convention && (await lireRetour(acteur, convention, id))
  if (!convention || !retour) notFound()
  const dit = retourDit(retour)
  return (
    <CadreActe convention={convention} acteur={acteur} maintenant={maintenant} onglet="versions">
      <p className="sans-impression mb-3">
        <Link className="lien" href={`${adresseConvention(reference)}/versions`}>
          Toutes les versions
        </Link>
      </p>
      <header className="mb-5 max-w-lecture space-y-1">
        <h2 className="font-serif text-xl font-semibold break-words">{dit.titre}</h2>
        <p className="text-encre-2">{dit.origine}</p>
        <p className="font-medium">{dit.phrase}</p>
        <p className="text-sm text-encre-2">
          <a className="lien" href={adresseFichier(retour.fichierId)}>
            Télécharger le fichier reçu
          </a>
          {' – empreinte SHA-256\u00a0: '}
          <code className="font-mono text-[0.8125rem] break-words">{empreinteLisible(retour.empreinte)}</code>
        </p>
      </header>
      {dit.revisions && (
        <Encart className="mb-6 max-w-lecture" titre="Révisions suivies">
          {dit.revisions}
        </Encart>
      )}
      <div className="grid gap-x-8 gap-y-4 xl:grid-cols-[16rem_minmax(0,1fr)]">
        <div className="sans-impression xl:sticky xl:top-20 xl:max-h-[calc(100dvh-6rem)] xl:self-start xl:overflow-auto">
          <SommaireChangements changements={dit.changements} renumerotations={[]} />
        </div>
        <div className="min-w-0">
          {dit.changements.length > 0 && (
            <NavigationChangements ancres={dit.changements.map((c) => c.ancre)} />
          )}
          <ArticlesRevenus
            retourId={retour.id}
            articles={dit.articles}
            peutProposer={retour.peutProposer}
            proposer={proposerDepuisRetour}
            relecture={`${adresseConvention(reference)}/relecture`}
          />
          <HorsPlace passages={dit.horsPlace} />
        </div>
      </div>
    </CadreActe>
  )
}
