import type { Metadata } from 'next'
import Link from 'next/link'
import { FiltresDeListe } from '@/components/conventions/filtres-conventions'
import { LigneConvention } from '@/components/conventions/ligne-convention'
import { ListeVide } from '@/components/conventions/liste-vide'
import { RechercheConventions } from '@/components/conventions/recherche-conventions'
import { Details } from '@/components/ui/details'
import { Encart } from '@/components/ui/encart'
import { EntetePage } from '@/components/ui/entete-page'
import { LienBouton } from '@/components/ui/lien-bouton'
import { Pagination } from '@/components/ui/pagination'
import { aujourdHuiAParis } from '@/lib/domaine/calendrier/dates'
import { schemaFiltresConventions } from '@/lib/lectures/convention/filtres'
import { listerConventions } from '@/lib/lectures/convention/lister-conventions'
import { lireOptionsFiltres } from '@/lib/lectures/convention/options-filtres'
import { centresProches } from '@/lib/lectures/recherche/rechercher'
import { adresseListe } from '@/lib/presentation/conventions/adresses'
import { compteDit } from '@/lib/presentation/conventions/etats'
import { versLigneAffichee } from '@/lib/presentation/conventions/liste'
import { exigerSession } from '@/lib/serveur/session'

export const metadata: Metadata = { title: 'Conventions' }

type Params = Record<string, string | string[] | undefined>

export default async function PageConventions({ searchParams }: { searchParams: Promise<Params> }) {
  const { acteur } = await exigerSession()
  const params = await searchParams
  const filtres = schemaFiltresConventions.parse(params)
  const maintenant = new Date()
  const [page, options] = await Promise.all([
    listerConventions(acteur, filtres, maintenant),
    lireOptionsFiltres(acteur),
  ])
  const jour = aujourdHuiAParis(maintenant)
  const peutCreer = acteur.groupes.length > 0
  const creees = Number(params.creees)
  const vide = page.lignes.length === 0
  const premiereFois = vide && !filtres.q && !filtres.etat && !filtres.groupe && !filtres.modele
  return (
    <>
      <EntetePage
        titre="Conventions"
        actions={
          peutCreer && (
            <>
              <LienBouton href="/conventions/nouvelle">Nouvelle convention</LienBouton>
              <LienBouton variante="secondaire" href="/conventions/reprise">
                Reprendre une convention signée
              </LienBouton>
            </>
          )
        }
      />
      {creees > 1 && creees <= 60 && (
        <Encart ton="tenu" annonce="status" titre={`${creees} conventions créées`} className="mb-6">
          Chacune a son brouillon, avec le même texte. Ce qui manque y est nommé.
        </Encart>
      )}
      {!premiereFois && (
        <div className="mb-6 flex flex-col gap-5">
          <RechercheConventions filtres={filtres} />
          <div className="max-sm:hidden">
            <FiltresDeListe filtres={filtres} options={options} />
          </div>
          <Details
            className="sm:hidden"
            titre="Filtrer et trier"
            open={Boolean(filtres.etat ?? filtres.groupe ?? filtres.modele)}
          >
            <FiltresDeListe filtres={filtres} options={options} />
          </Details>
        </div>
      )}
      {vide ? (
        <ListeVide
          filtres={filtres}
          centres={filtres.q ? await centresProches(acteur, filtres.q) : []}
          peutCreer={peutCreer}
        />
      ) : (
        <>
          <p role="status" className="mb-2 text-sm font-medium first-letter:uppercase">
            {compteDit(page.compte)}
          </p>
          <ol className="border-t border-trait">
            {page.lignes.map((l) => (
              <LigneConvention key={l.id} ligne={versLigneAffichee(l, jour, options.groupes.length > 1)} />
            ))}
          </ol>
          <Pagination
            resume={
              filtres.apres && (
                <Link className="lien" href={adresseListe({ ...filtres, apres: null })}>
                  Revenir au début de la liste
                </Link>
              )
            }
            suivant={page.suite ? adresseListe({ ...filtres, apres: page.suite }) : null}
          />
        </>
      )}
    </>
  )
}
