import type { FicheGroupe } from '@/lib/lectures/organisation/groupes'
import { Section } from './section'

type Proprietes = { sites: FicheGroupe['sites']['rattaches'] }

const majuscule = (texte: string): string => texte.charAt(0).toUpperCase() + texte.slice(1)

/** Hôpitaux et pôles, avec les services que les documents nomment. */
export const SitesDuGroupe = ({ sites }: Proprietes) => (
  <Section id="sites" titre="Hôpitaux et pôles">
    <ul className="divide-y divide-trait border-y border-trait">
      {sites.map((s) => (
        <li key={s.id} className="grid gap-x-8 gap-y-1 py-3 sm:grid-cols-2">
          <div>
            <p className="font-medium">{majuscule(s.nom)}</p>
            <p className="text-sm text-encre-2">
              {[s.adresse ?? s.ville, s.telephone].filter(Boolean).join(' · ')}
            </p>
          </div>
          <ul className="text-sm">
            {s.services.map((service) => (
              <li key={service.id}>{majuscule(service.nom)}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  </Section>
)
