import Link from 'next/link'
import { Encart } from '@/components/ui/encart'
import { ListeDefinitions } from '@/components/ui/liste-definitions'
import type { ActiviteLue } from '@/lib/lectures/activite/lire-activite'
import type { ConventionLue } from '@/lib/lectures/convention/lire-convention'
import {
  activiteNumero,
  avertissementsDeLActivite,
  dossierDit,
  etatDuBout,
  ficheDeLActivite,
  STATUTS_DITS,
} from '@/lib/presentation/conventions/activite'
import { adresseConvention } from '@/lib/presentation/conventions/adresses'
import { Praticien } from './praticien'
import { Detacher, Rattacher } from './rattacher'
import type { ActionsActivite } from './types'

type Proprietes = { convention: ConventionLue; activite: ActiviteLue; actions: ActionsActivite }

/** En tête d'une activité partagée : ses paramètres, son cadre, ses praticiens, et ce qui ne va pas encore. */
export function FicheActivite({ convention: c, activite: a, actions }: Proprietes) {
  const avertissements = c.etape === 'ABANDONNEE' ? [] : avertissementsDeLActivite(c, a)
  return (
    <section aria-labelledby="activite" className="mb-10 flex flex-col gap-6">
      <h2 id="activite" className="font-serif text-xl font-semibold">
        L’activité
      </h2>
      {avertissements.length > 0 && (
        <Encart ton="vigilance" titre="À voir">
          <ul className="list-disc space-y-1 pl-5">
            {avertissements.map((p) => (
              <li key={p}>{p}</li>
            ))}
          </ul>
        </Encart>
      )}
      <ListeDefinitions elements={ficheDeLActivite(c)} />
      <div className="flex flex-col gap-2">
        <h3 className="font-semibold">Rattachée à</h3>
        {a.rattachements.length === 0 && <p className="text-encre-2">Aucune convention-cadre.</p>}
        <ul className="divide-y divide-trait">
          {a.rattachements.map((r) => (
            <li key={r.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-2">
              <div className="min-w-0">
                <Link className="lien font-medium" href={adresseConvention(r.autre.reference)}>
                  {r.autre.villes}, {r.autre.reference}
                </Link>
                <p className="text-sm text-encre-2">
                  {activiteNumero(r.numero)} de cette convention. {etatDuBout(r)}.
                </p>
              </div>
              {a.tenir && c.etape !== 'SIGNEE' && <Detacher rattachement={r} detacher={actions.detacher} />}
            </li>
          ))}
        </ul>
        {a.tenir && a.rattachables.length > 0 && (
          <Rattacher acteId={c.acteId} cadres={a.rattachables} rattacher={actions.rattacher} />
        )}
      </div>
      <div className="flex flex-col gap-2">
        <h3 className="font-semibold">Praticiens</h3>
        <p className="text-sm text-encre-2">
          Leur fonction et leurs pièces, sans nom ni aucune donnée de santé.
        </p>
        <ul className="divide-y divide-trait">
          {a.praticiens.map((p) => (
            <li key={p.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-2">
              <div className="min-w-0 flex-1 basis-56">
                <p className="font-medium">{p.fonction}</p>
                <p className="text-sm text-encre-2">{STATUTS_DITS[p.statut]}</p>
                <p className="text-[0.9375rem] text-pretty">{dossierDit(p)}</p>
              </div>
              {a.tenir && <Praticien acteId={c.acteId} praticien={p} actions={actions} />}
            </li>
          ))}
        </ul>
        {a.tenir && (
          <div>
            <Praticien acteId={c.acteId} praticien={null} actions={actions} />
          </div>
        )}
      </div>
    </section>
  )
}
