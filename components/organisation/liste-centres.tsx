import { Search } from 'lucide-react'
import Link from 'next/link'
import { Champ } from '@/components/ui/champ'
import { classesBouton } from '@/components/ui/classes-bouton'
import { EntetePage } from '@/components/ui/entete-page'
import { EtatVide } from '@/components/ui/etat-vide'
import { Etiquette } from '@/components/ui/etiquette'
import { LienBouton } from '@/components/ui/lien-bouton'
import type { CentreListe } from '@/lib/lectures/organisation/centres-visibles'
import { compter, typographier } from '@/lib/presentation/typographie'

type Proprietes = { centres: readonly CentreListe[]; recherche: string }

export function ListeCentres({ centres, recherche }: Proprietes) {
  return (
    <>
      <EntetePage
        titre="Centres de santé"
        description="Les centres avec lesquels vous travaillez, leur offre et leurs besoins."
      />
      <search>
        <form className="mb-6 flex flex-wrap items-end gap-3">
          <Champ
            libelle="Chercher un centre ou une commune"
            name="q"
            type="search"
            defaultValue={recherche}
            icone={<Search size={18} />}
            className="min-w-0 grow basis-64 sm:max-w-md"
          />
          <button type="submit" className={classesBouton('secondaire')}>
            Chercher
          </button>
        </form>
      </search>
      <p role="status" className="mb-2 text-sm text-encre-2">
        {compter(centres.length, 'centre')}
        {recherche && ` pour «\u00a0${recherche}\u00a0»`}
      </p>
      {centres.length === 0 ? <Vide recherche={recherche} /> : <Lignes centres={centres} />}
    </>
  )
}

function Vide({ recherche }: { recherche: string }) {
  if (!recherche)
    return (
      <EtatVide titre="Aucun centre ne vous est ouvert">
        <p>Votre habilitation n’est rattachée à aucun centre. Votre administrateur peut la compléter.</p>
      </EtatVide>
    )
  return (
    <EtatVide
      titre="Aucun centre ne ressemble à cette recherche"
      action={
        <LienBouton href="/cms" variante="secondaire">
          Voir tous les centres
        </LienBouton>
      }
    >
      <p>Essayez le nom de la commune, même mal orthographié.</p>
    </EtatVide>
  )
}

const Lignes = ({ centres }: Pick<Proprietes, 'centres'>) => (
  <ul className="divide-y divide-trait border-y border-trait">
    {centres.map((c) => (
      <li key={c.code} className="relative flex flex-col gap-2 py-4 sm:flex-row sm:items-center sm:gap-6">
        <div className="min-w-0 flex-1">
          <Link
            href={`/cms/${c.code}`}
            className="block font-semibold hover:text-accent after:absolute after:inset-0"
          >
            {c.ville}
          </Link>
          <p>{typographier(c.nom)}</p>
          <p className="text-sm text-encre-2">{[c.departement, ...c.groupes].join(' · ')}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          {!c.offreRenseignee && <Etiquette ton="inconnu">Offre non renseignée</Etiquette>}
          {!c.besoinsRecueillis && (
            <Etiquette ton="inconnu">
              {c.besoins > 0 ? 'Recueil des besoins incomplet' : 'Besoins non renseignés'}
            </Etiquette>
          )}
          {c.besoins > 0 && <Etiquette>{compter(c.besoins, 'besoin')}</Etiquette>}
          {c.sansReponse > 0 && (
            <Etiquette ton="vigilance">{compter(c.sansReponse, 'sans réponse', 'sans réponse')}</Etiquette>
          )}
        </div>
      </li>
    ))}
  </ul>
)
