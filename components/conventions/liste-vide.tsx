import { FileSearch, FileText } from 'lucide-react'
import Link from 'next/link'
import { EtatVide } from '@/components/ui/etat-vide'
import { LienBouton } from '@/components/ui/lien-bouton'
import type { FiltresConventions } from '@/lib/lectures/convention/filtres'
import { adresseListe } from '@/lib/presentation/conventions/adresses'
import { libelleFiltreEtat } from '@/lib/presentation/conventions/etats'

export type CentreSuggere = { code: string; nom: string; commune: string | null }

/** Rien à montrer : redire ce qui a été demandé, puis la suite sensée. */
export function ListeVide({
  filtres,
  centres,
  peutCreer,
}: {
  filtres: FiltresConventions
  centres: readonly CentreSuggere[]
  peutCreer: boolean
}) {
  const filtree = filtres.etat || filtres.groupe || filtres.modele || filtres.centre
  if (!filtres.q && !filtree) return <AucuneEncore peutCreer={peutCreer} />
  const demande = [
    filtres.q && `« ${filtres.q} »`,
    filtres.etat && `« ${libelleFiltreEtat(filtres.etat)} »`,
  ].filter(Boolean)
  return (
    <EtatVide
      icone={<FileSearch size={28} />}
      titre={demande.length ? `Aucun résultat pour ${demande.join(', ')}` : 'Aucun résultat avec ces filtres'}
      action={
        <>
          {filtree && filtres.q && (
            <LienBouton variante="secondaire" href={adresseListe({ q: filtres.q, tri: filtres.tri })}>
              Chercher sans les filtres
            </LienBouton>
          )}
          <LienBouton variante="secondaire" href="/conventions">
            Voir toutes les conventions
          </LienBouton>
        </>
      }
    >
      {centres.length > 0 ? (
        <>
          <p>Ce nom ressemble à celui d’un centre connu :</p>
          <ul className="mt-2 space-y-1">
            {centres.map((c) => (
              <li key={c.code}>
                <Link className="lien" href={`/cms/${c.code}`}>
                  {c.commune ?? c.nom}
                </Link>
                {peutCreer && (
                  <>
                    {' : '}
                    <Link className="lien" href={`/conventions/nouvelle?cms=${c.code}`}>
                      préparer une convention
                    </Link>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>Essayez le nom de la ville seul, ou une partie de la référence.</p>
      )}
    </EtatVide>
  )
}

const AucuneEncore = ({ peutCreer }: { peutCreer: boolean }) => (
  <EtatVide
    icone={<FileText size={28} />}
    titre="Aucune convention pour le moment"
    action={
      peutCreer && (
        <>
          <LienBouton href="/conventions/nouvelle">Préparer une convention</LienBouton>
          <LienBouton variante="secondaire" href="/conventions/reprise">
            Reprendre une convention signée
          </LienBouton>
        </>
      )
    }
  >
    {peutCreer
      ? 'Partez d’un modèle de la bibliothèque, ou enregistrez un acte déjà signé : le scan, les dates et les parties suffisent.'
      : 'Une convention apparaît ici dès que l’hôpital la partage avec vous.'}
  </EtatVide>
)
