import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { FiltresDesEcarts } from '@/components/ecarts/filtres-ecarts'
import { ListeEcarts } from '@/components/ecarts/liste-ecarts'
import { Matrice } from '@/components/ecarts/matrice'
import { Details } from '@/components/ui/details'
import { EntetePage } from '@/components/ui/entete-page'
import { EtatVide } from '@/components/ui/etat-vide'
import { LienBouton } from '@/components/ui/lien-bouton'
import { Pagination } from '@/components/ui/pagination'
import { schemaFiltresEcarts } from '@/lib/lectures/ecarts/filtres'
import { lireRegistre } from '@/lib/lectures/ecarts/lire-registre'
import { adresseEcarts, articlesMontres, ecartsDits, enPage } from '@/lib/presentation/ecarts/libelles'
import { exigerSession } from '@/lib/serveur/session'

export const metadata: Metadata = { title: 'Registre des écarts' }

type Params = Record<string, string | string[] | undefined>

export default async function PageEcarts({ searchParams }: { searchParams: Promise<Params> }) {
  const { acteur } = await exigerSession()
  const filtres = schemaFiltresEcarts.parse(await searchParams)
  const registre = await lireRegistre(acteur, filtres, new Date())
  if (!registre) notFound()
  const { lignes, suite, total, page } = enPage(registre.lignes, filtres.page)
  const articles = articlesMontres(registre, filtres)
  const tus = registre.articles.length - articles.length
  const liste = filtres.vue === 'liste'
  return (
    <>
      <EntetePage
        titre="Registre des écarts"
        filAriane={[{ libelle: 'Bibliothèque', href: '/bibliotheque' }, { libelle: 'Écarts' }]}
        description={
          acteur.groupes.length
            ? 'Pour chaque convention et chaque article : conforme au modèle, variante, adapté, supprimé, ajouté ou modifié par avenant. Une cellule mène à la différence et à son motif.'
            : 'Conventions signées des groupes que vous observez. Une cellule mène à la différence et à son motif.'
        }
        actions={
          registre.lignes.length > 0 && (
            <>
              <LienBouton
                variante="secondaire"
                prefetch={false}
                href={adresseEcarts({ ...filtres, page: 1 }, '/api/ecarts/xlsx')}
              >
                Exporter vers Excel
              </LienBouton>
              <LienBouton
                variante="secondaire"
                prefetch={false}
                href={adresseEcarts({ ...filtres, page: 1 }, '/api/ecarts/csv')}
              >
                CSV
              </LienBouton>
            </>
          )
        }
      />
      {registre.modele === null ? (
        <EtatVide titre="Aucune convention née d’un modèle">
          Le registre se remplit de lui-même dès qu’une convention se rédige d’après un modèle.
        </EtatVide>
      ) : (
        <>
          <div className="mb-5 max-sm:hidden">
            <FiltresDesEcarts filtres={filtres} registre={registre} articles={registre.articles} />
          </div>
          <Details
            className="mb-5 sm:hidden"
            titre="Filtrer"
            open={Boolean(
              filtres.groupe ?? filtres.article ?? filtres.etat ?? filtres.centre ?? filtres.jour,
            )}
          >
            <FiltresDesEcarts filtres={filtres} registre={registre} articles={registre.articles} />
          </Details>
          <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
            <p role="status" className="text-sm font-medium">
              {ecartsDits(registre)}
            </p>
            <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
              {!liste && !filtres.article && (tus > 0 || filtres.tous) && (
                <Link
                  className="lien max-md:hidden"
                  href={adresseEcarts({ ...filtres, tous: filtres.tous ? null : 'oui' })}
                >
                  {filtres.tous
                    ? 'Ne montrer que les articles avec un écart'
                    : `Montrer aussi les ${tus} articles sans écart`}
                </Link>
              )}
              <Link
                className="lien max-md:hidden"
                href={adresseEcarts({ ...filtres, vue: liste ? null : 'liste' })}
              >
                {liste ? 'Voir en tableau' : 'Voir en liste'}
              </Link>
            </p>
          </div>
          {lignes.length === 0 ? (
            <EtatVide
              titre="Rien ne répond à ces filtres"
              action={
                <LienBouton variante="secondaire" href="/bibliotheque/ecarts">
                  Enlever les filtres
                </LienBouton>
              }
            />
          ) : liste ? (
            <ListeEcarts lignes={lignes} articles={registre.articles} />
          ) : (
            <>
              <div className="max-md:hidden">
                {articles.length ? (
                  <Matrice lignes={lignes} articles={articles} />
                ) : (
                  <EtatVide titre="Aucun écart">
                    Toutes ces conventions suivent leur modèle mot pour mot.
                  </EtatVide>
                )}
              </div>
              <div className="md:hidden">
                <ListeEcarts lignes={lignes} articles={registre.articles} />
              </div>
            </>
          )}
          <Pagination
            resume={
              page > 1 && (
                <Link className="lien" href={adresseEcarts({ ...filtres, page: 1 })}>
                  Revenir au début, {total} conventions
                </Link>
              )
            }
            suivant={suite ? adresseEcarts({ ...filtres, page: page + 1 }) : null}
          />
        </>
      )}
    </>
  )
}
