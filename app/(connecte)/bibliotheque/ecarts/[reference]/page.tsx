import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Difference } from '@/components/conventions/difference'
import { EntetePage } from '@/components/ui/entete-page'
import { EtatVide } from '@/components/ui/etat-vide'
import { Etiquette } from '@/components/ui/etiquette'
import { LienBouton } from '@/components/ui/lien-bouton'
import { lireEcartsConvention } from '@/lib/lectures/ecarts/lire-ecarts-convention'
import { nomDeVersion } from '@/lib/presentation/bibliotheque/modele'
import { adresseConvention } from '@/lib/presentation/conventions/adresses'
import { ecartsDeLaConvention } from '@/lib/presentation/ecarts/convention'
import { compter } from '@/lib/presentation/typographie'
import { exigerSession } from '@/lib/serveur/session'
import '@/components/conventions/feuille.css'

export const metadata: Metadata = { title: 'Écarts d’une convention' }

export default async function PageEcartsConvention({ params }: { params: Promise<{ reference: string }> }) {
  const { acteur } = await exigerSession()
  const convention = await lireEcartsConvention(acteur, (await params).reference, new Date())
  if (!convention) notFound()
  const ecarts = ecartsDeLaConvention(convention)
  return (
    <>
      <EntetePage
        titre={convention.centres.join(', ') || convention.titre}
        surtitre={`Écarts de ${convention.reference}`}
        filAriane={[
          { libelle: 'Bibliothèque', href: '/bibliotheque' },
          { libelle: 'Écarts', href: `/bibliotheque/ecarts?modele=${convention.modele.code}` },
          { libelle: convention.reference },
        ]}
        description={`${ecarts.length ? compter(ecarts.length, 'écart') : 'Aucun écart'} avec le modèle « ${convention.modele.intitule} », ${nomDeVersion(convention.modele).replace('Version', 'version')} ; ${compter(convention.conformes, 'passage conforme', 'passages conformes')}.`}
        actions={
          <LienBouton variante="secondaire" href={adresseConvention(convention.reference)}>
            Ouvrir la convention
          </LienBouton>
        }
      />
      {ecarts.length === 0 ? (
        <EtatVide titre="Aucun écart">Le texte suit le modèle mot pour mot.</EtatVide>
      ) : (
        <div className="grid gap-8 lg:grid-cols-[16rem_minmax(0,1fr)]">
          <nav
            aria-label="Articles"
            className="text-[0.9375rem] max-lg:hidden lg:sticky lg:top-20 lg:self-start"
          >
            <ol className="border-l border-trait">
              {ecarts.map((e) => (
                <li key={e.identite}>
                  <a
                    className="-ml-px block border-l-2 border-transparent py-1 pl-3 no-underline hover:border-accent hover:text-accent"
                    href={`#e-${encodeURIComponent(e.identite)}`}
                  >
                    {e.nom}
                    <span className="block text-[0.8125rem] text-encre-2">{e.etat}</span>
                  </a>
                </li>
              ))}
            </ol>
          </nav>
          <div className="flex max-w-3xl min-w-0 flex-col">
            {ecarts.map((e) => (
              <section
                key={e.identite}
                id={`e-${e.identite}`}
                aria-labelledby={`titre-${e.identite}`}
                className="flex scroll-mt-20 flex-col gap-3 border-t border-trait py-6 target:border-t-2 target:border-t-accent"
              >
                <h2 id={`titre-${e.identite}`} className="font-serif text-xl font-semibold">
                  {e.nom}
                </h2>
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <Etiquette ton={e.ton}>{e.etat}</Etiquette>
                  {e.accord && <span className="text-sm text-encre-2">{e.accord}</span>}
                </p>
                <p className={e.motif ? 'max-w-lecture' : 'text-sm text-encre-2'}>
                  {e.motif ? `Motif\u00a0: ${e.motif}` : 'Aucun motif n’a été donné.'}
                </p>
                {e.absence && <p className="text-sm text-encre-2">{e.absence.replace(' :', '\u00a0:')}</p>}
                <Difference avant={e.avant} apres={e.apres} />
              </section>
            ))}
            <p className="border-t border-trait pt-4 text-sm">
              <Link className="lien" href={`/bibliotheque/ecarts?modele=${convention.modele.code}`}>
                Toutes les conventions
              </Link>
            </p>
          </div>
        </div>
      )}
    </>
  )
}
