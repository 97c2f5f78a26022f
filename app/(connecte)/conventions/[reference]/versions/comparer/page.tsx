import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { CadreActe } from '@/components/conventions/cadre-acte'
import { ChoixComparaison } from '@/components/conventions/comparaison/choix-comparaison'
import { NavigationChangements } from '@/components/conventions/comparaison/navigation-changements'
import { ReglagesComparaison } from '@/components/conventions/comparaison/reglages-comparaison'
import { SommaireChangements } from '@/components/conventions/comparaison/sommaire-changements'
import { TexteCompare } from '@/components/conventions/comparaison/texte-compare'
import { VersionComparee } from '@/components/conventions/comparaison/version-comparee'
import { comparerTextes } from '@/lib/documents/blocs/comparer'
import { lireCote } from '@/lib/domaine/acte/cotes'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import { lireCoteCompare } from '@/lib/lectures/convention/lire-versions'
import { adresseConvention } from '@/lib/presentation/conventions/adresses'
import { nomDuCote } from '@/lib/presentation/conventions/comparaison'
import { comparaisonDite, cotesComparables, lireReglages } from '@/lib/presentation/conventions/versions'
import { exigerSession } from '@/lib/serveur/session'
import { preparerComparaison } from '../actions'

type Proprietes = {
  params: Promise<{ reference: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Proprietes): Promise<Metadata> {
  const [de, a] = [lireCote((await searchParams).de), lireCote((await searchParams).a)]
  const quoi = de && a ? `${nomDuCote(de)} et ${nomDuCote(a)}` : 'versions'
  return { title: `${(await params).reference}, ${quoi} comparées` }
}

export default async function PageComparer({ params, searchParams }: Proprietes) {
  const { acteur } = await exigerSession()
  const maintenant = new Date()
  const { reference } = await params
  const demande = await searchParams
  const convention = await lireConvention(acteur, reference, maintenant)
  const [de, a] = [lireCote(demande.de), lireCote(demande.a)]
  if (!convention || !de || !a) notFound()
  const avant = await lireCoteCompare(acteur, convention, de)
  const apres = await lireCoteCompare(acteur, convention, a)
  if (!avant || !apres) notFound()
  const reglages = lireReglages(demande)
  const dite = comparaisonDite(convention, { de, a }, comparerTextes(avant, apres))
  return (
    <CadreActe convention={convention} acteur={acteur} maintenant={maintenant} onglet="versions">
      <p className="sans-impression mb-3">
        <Link className="lien" href={`${adresseConvention(reference)}/versions`}>
          Toutes les versions
        </Link>
      </p>
      <header className="mb-5 space-y-1">
        <h2 className="font-serif text-xl font-semibold">{dite.titre}</h2>
        <p className="hidden text-encre-2 print:block">{dite.dates}</p>
        <p className="font-medium">{dite.phrase}</p>
      </header>
      <ChoixComparaison reference={reference} cotes={cotesComparables(convention)} de={de} a={a} />
      <ReglagesComparaison
        reference={reference}
        de={de}
        a={a}
        reglages={reglages}
        documents={
          <VersionComparee acteId={convention.acteId} de={de} a={a} preparer={preparerComparaison} />
        }
      />
      <div className="mt-6 grid gap-x-8 gap-y-4 xl:grid-cols-[16rem_minmax(0,1fr)]">
        <div className="sans-impression xl:sticky xl:top-20 xl:max-h-[calc(100dvh-6rem)] xl:self-start xl:overflow-auto">
          <SommaireChangements changements={dite.changements} renumerotations={dite.renumerotations} />
        </div>
        <div className="min-w-0">
          {dite.changements.length > 0 && (
            <NavigationChangements ancres={dite.changements.map((c) => c.ancre)} />
          )}
          <TexteCompare dite={dite} reglages={reglages} />
        </div>
      </div>
    </CadreActe>
  )
}
