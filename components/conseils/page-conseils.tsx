import { Section } from '@/components/organisation/section'
import { EntetePage } from '@/components/ui/entete-page'
import { EtatVide } from '@/components/ui/etat-vide'
import { regimeDe } from '@/lib/domaine/acte/autorite'
import type { ConseilLu } from '@/lib/lectures/conseil/lister-conseils'
import { typographier } from '@/lib/presentation/typographie'
import { AjouterSeance } from './gestes'
import { ListeSeances } from './liste-seances'
import type { ActionsSeances } from './types'

type Proprietes = { conseils: readonly ConseilLu[]; jour: string; actions: ActionsSeances }

/** Calendrier des organes qui votent les conventions : séances à venir et limites de dépôt. */
export const PageConseils = ({ conseils, jour, actions }: Proprietes) => (
  <div className="max-w-4xl">
    <EntetePage
      titre="Séances du conseil"
      description={typographier(
        'Une convention se signe après le vote : tenir ces dates à jour dit à chacun quelle séance viser, et jusqu’à quand déposer le dossier.',
      )}
    />
    {conseils.length === 0 && (
      <EtatVide titre="Aucun calendrier à tenir">
        <p>Les séances sont inscrites par l’organisme gestionnaire, ou par la direction des partenariats.</p>
      </EtatVide>
    )}
    {conseils.map((c) => (
      <Conseil key={c.id} conseil={c} jour={jour} actions={actions} />
    ))}
  </div>
)

function Conseil({ conseil: c, jour, actions }: Omit<Proprietes, 'conseils'> & { conseil: ConseilLu }) {
  const { organe } = regimeDe(c.nature)
  const nom = typographier(c.nom.charAt(0).toUpperCase() + c.nom.slice(1))
  return (
    <Section id={c.code} titre={nom} complement={organe.charAt(0).toUpperCase() + organe.slice(1)}>
      <div className="flex flex-col items-start gap-3 [&>ul]:w-full">
        {c.seances.length > 0 ? (
          <ListeSeances seances={c.seances} jour={jour} actions={actions} />
        ) : (
          <p className="text-encre-2">Aucune séance à venir n’est inscrite.</p>
        )}
        <AjouterSeance organisationId={c.id} chez={nom} actions={actions} />
      </div>
    </Section>
  )
}
