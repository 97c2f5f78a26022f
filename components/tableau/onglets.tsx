import { peutLireTableaux } from '@/lib/domaine/engagement/droits-tableau'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import type { CentreChoisi } from '@/lib/lectures/tableau/options'
import { adresseCentre } from '@/lib/presentation/tableau/donnees'
import { EntetePage } from '../ui/entete-page'
import { EtatVide } from '../ui/etat-vide'
import { LiensOnglets } from '../ui/liens-onglets'

type Ici = 'direction' | 'siege' | 'comite' | 'mesures' | 'centre'

/** Les tableaux ouverts à la personne. */
export function OngletsDesTableaux({ acteur, ici }: { acteur: Acteur; ici: Ici }) {
  const liens = [
    {
      cle: 'direction',
      href: '/tableau',
      libelle: peutLireTableaux(acteur) ? 'Vue d’ensemble' : 'Mon centre',
      actif: ici === 'direction' || ici === 'centre',
    },
    ...(acteur.sieges.length
      ? [{ cle: 'siege', href: '/tableau/siege', libelle: 'Groupes et centres', actif: ici === 'siege' }]
      : []),
    { cle: 'comite', href: '/tableau/comite', libelle: 'Comité de suivi', actif: ici === 'comite' },
    { cle: 'mesures', href: '/tableau/mesures', libelle: 'Mesures', actif: ici === 'mesures' },
  ]
  return <LiensOnglets libelle="Tableaux" liens={liens} />
}

/** Plusieurs centres, ou aucun : il n'y a pas un tableau à montrer d'office. */
export const CentresAOuvrir = ({ centres }: { centres: readonly CentreChoisi[] }) => (
  <>
    <EntetePage titre="Tableau de bord" />
    {centres.length === 0 ? (
      <EtatVide titre="Aucun tableau pour vos habilitations">
        Les tableaux suivent les engagements d’un centre, d’un groupe hospitalier ou du siège.
      </EtatVide>
    ) : (
      <ul className="max-w-4xl border-t border-trait">
        {centres.map((c) => (
          <li key={c.code} className="border-b border-trait py-3">
            <a className="lien font-serif text-lg font-semibold" href={adresseCentre(c.code)}>
              {c.ville}
            </a>
            <p className="text-sm text-encre-2">{c.nom}</p>
          </li>
        ))}
      </ul>
    )}
  </>
)
