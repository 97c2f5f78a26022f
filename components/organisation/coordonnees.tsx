import { Details } from '@/components/ui/details'
import { ListeDefinitions } from '@/components/ui/liste-definitions'
import { nomARenseigner } from '@/lib/domaine/organisation/fiche'
import type { Coordonnees } from '@/lib/lectures/organisation/fiche-centre'
import { typographier } from '@/lib/presentation/typographie'
import type { ActionsFiche } from './actions-fiche'
import { FormulaireFiche, LogoOrganisation } from './formulaires-differes'

type Proprietes = {
  organisation: Coordonnees
  completer: ActionsFiche['actionCompleterFiche'] | null
  deposerLogo: ActionsFiche['actionDeposerLogo'] | null
}

export const CoordonneesOrganisation = ({ organisation: o, completer, deposerLogo }: Proprietes) => (
  <>
    <LogoOrganisation organisation={o} deposer={deposerLogo} />
    <ListeDefinitions
      className="mb-4"
      elements={[
        { terme: 'Nom', valeur: nomARenseigner(o.nom) ? null : majuscule(typographier(o.nom)) },
        { terme: 'Adresse', valeur: o.adresse },
        { terme: 'Téléphone', valeur: o.telephone },
        { terme: 'Adresse électronique', valeur: o.courriel },
      ]}
    />
    {completer && (
      <Details titre="Compléter ces coordonnées">
        <FormulaireFiche key={o.version} organisation={o} completer={completer} />
      </Details>
    )}
  </>
)

const majuscule = (texte: string): string => texte.charAt(0).toUpperCase() + texte.slice(1)
