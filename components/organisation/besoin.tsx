import Link from 'next/link'
import { Details } from '@/components/ui/details'
import { Etiquette } from '@/components/ui/etiquette'
import type { BesoinLu, ReponseLue } from '@/lib/lectures/organisation/besoins-centre'
import type { FicheCentre } from '@/lib/lectures/organisation/fiche-centre'
import { momentSelon, PRIORITE, reponse } from '@/lib/presentation/organisation/libelles'
import { compter, typographier } from '@/lib/presentation/typographie'
import type { ActionsFiche } from './actions-fiche'
import { FormulaireModificationBesoin, FormulaireReponse } from './formulaires-differes'

type Proprietes = { besoin: BesoinLu; fiche: FicheCentre; actions: ActionsFiche; aujourdhui: string }

/** Un repli dans une ligne de liste n'a pas besoin de filets. */
const SANS_FILET = 'border-none last:border-none'

const titreDesSuites = (besoin: BesoinLu, repondre: boolean): string => {
  if (!repondre) return 'Corriger ou classer ce besoin'
  return besoin.actuelle ? 'Donner une nouvelle réponse ou corriger' : 'Répondre ou corriger'
}

export function Besoin({ besoin, fiche, actions, aujourdhui }: Proprietes) {
  const { mot, ton } = reponse(besoin.actuelle?.nature ?? null)
  const { droits } = fiche
  return (
    <li id={`besoin-${besoin.id}`} className="scroll-mt-20 py-3 target:bg-accent-fond">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="font-medium">{typographier(besoin.libelle)}</p>
        <span className="flex flex-wrap gap-2">
          {besoin.priorite && <Etiquette>{PRIORITE[besoin.priorite]}</Etiquette>}
          <Etiquette ton={ton}>{mot}</Etiquette>
        </span>
      </div>
      {besoin.note && <p className="text-sm text-encre-2">{typographier(besoin.note)}</p>}
      <Partage besoin={besoin} />
      {besoin.actuelle && <Reponse reponse={besoin.actuelle} />}
      {besoin.anciennes.length > 0 && (
        <Details
          titre="Réponses précédentes"
          complement={compter(besoin.anciennes.length, 'réponse')}
          className={`${SANS_FILET} mt-2`}
        >
          {besoin.anciennes.map((r) => (
            <Reponse key={r.id} reponse={r} />
          ))}
        </Details>
      )}
      {(droits.repondre || droits.besoins) && (
        <Details titre={titreDesSuites(besoin, droits.repondre)} className={`${SANS_FILET} text-sm`}>
          <div className="grid gap-8 lg:grid-cols-2">
            {droits.repondre && (
              <FormulaireReponse
                key={`reponse-${besoin.version}`}
                besoin={besoin}
                conventions={fiche.conventions
                  .filter((c) => c.genre === 'CONVENTION')
                  .map((c) => ({ valeur: c.conventionId, libelle: c.reference }))}
                aujourdhui={aujourdhui}
                repondre={actions.actionRepondreBesoin}
              />
            )}
            {droits.besoins && (
              <FormulaireModificationBesoin
                key={`correction-${besoin.version}`}
                besoin={besoin}
                modifier={actions.actionModifierBesoin}
              />
            )}
          </div>
        </Details>
      )}
    </li>
  )
}

function Partage({ besoin: { partage, reunion, recueilliLe, precision } }: { besoin: BesoinLu }) {
  return (
    <p className="text-sm text-encre-2">
      Recueilli {reunion ? momentSelon(reunion.date, reunion.precision) : momentSelon(recueilliLe, precision)}
      {partage.nombre > 0 &&
        (partage.centres ? (
          <>
            . Partagé avec{' '}
            {partage.centres.map((c, i) => (
              <span key={c.code}>
                {i > 0 && ', '}
                <Link href={`/cms/${c.code}#besoins`} className="lien">
                  {typographier(c.nom)}
                </Link>
              </span>
            ))}
          </>
        ) : (
          `. Partagé par ${compter(partage.nombre, 'autre centre', 'autres centres')}`
        ))}
      .
    </p>
  )
}

const Reponse = ({ reponse: r }: { reponse: ReponseLue }) => (
  <div className="mt-1.5 border-l-2 border-trait pl-3 text-[0.9375rem]">
    <p>
      <span className="text-encre-2">
        {reponse(r.nature).mot}, {momentSelon(r.le, r.precision)}
        {r.convention && `, convention ${r.convention}`}
        {'\u00a0: '}
      </span>
      {typographier(
        [r.texte, r.motif && `Motif : ${r.motif}`].filter(Boolean).join(' ') || 'sans précision.',
      )}
    </p>
    {r.source && (
      <p className="text-sm text-encre-2">
        Source{'\u00a0: '}
        {r.source}
      </p>
    )}
  </div>
)
