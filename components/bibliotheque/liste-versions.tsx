import Link from 'next/link'
import { Details } from '@/components/ui/details'
import { Etiquette } from '@/components/ui/etiquette'
import type {
  ConventionDeVersion,
  VersionListee,
  VersionsLues,
} from '@/lib/lectures/modele/lire-versions-modele'
import { adresseModele, avecGroupe } from '@/lib/presentation/bibliotheque/adresses'
import { etatValidation, nomDeVersion } from '@/lib/presentation/bibliotheque/modele'
import { effetsDits, phraseDesEffets } from '@/lib/presentation/bibliotheque/versions'
import { adresseConvention } from '@/lib/presentation/conventions/adresses'
import { etatDit } from '@/lib/presentation/conventions/etats'
import { compter, dateEnLettres, typographier } from '@/lib/presentation/typographie'
import { type Retirer, RetirerVersion } from './retirer-version'

/** Versions publiées, la plus récente d'abord : note, validation, et qui est sur chacune. */
export function ListeVersions({
  lues,
  groupe,
  retirer,
}: {
  lues: VersionsLues
  /** Groupe regardé, quand l'adresse le dit. */
  groupe: string | null
  retirer: Retirer
}) {
  return (
    <ol className="max-w-5xl border-t border-trait">
      {lues.versions.map((v) => (
        <li key={v.versionId} className="flex flex-col gap-3 border-b border-trait py-6">
          <Tete code={lues.code} version={v} />
          {v.note && <p className="max-w-lecture">{typographier(v.note)}</p>}
          {v.retrait && (
            <p className="max-w-lecture text-sm text-encre-2">
              Retirée le {dateEnLettres(v.retrait.le)} par {v.retrait.parNom}. Motif :{' '}
              {typographier(v.retrait.motif)}
            </p>
          )}
          <p className="flex flex-wrap items-center gap-x-5 gap-y-2 text-[0.9375rem]">
            <Link
              className="lien"
              href={avecGroupe(`${adresseModele(lues.code)}?version=${v.versionId}`, groupe)}
            >
              Lire le texte
            </Link>
            {v.base && (
              <Link
                className="lien"
                href={avecGroupe(
                  `${adresseModele(lues.code)}/comparer?de=${v.base.versionId}&a=${v.versionId}`,
                  groupe,
                )}
              >
                Comparer à {nomDeVersion(v.base).replace('Version', 'la version')}
              </Link>
            )}
            {v.peutRetirer && (
              <RetirerVersion versionId={v.versionId} nom={nomDeVersion(v)} retirer={retirer} />
            )}
          </p>
          {lues.avecUsage &&
            (v.conventions.length > 0 ? (
              <Details
                titre={`${compter(v.conventions.length, 'convention')} sur cette version`}
                complement={resume(v.conventions)}
              >
                <Conventions conventions={v.conventions} titres={lues.titres} />
              </Details>
            ) : (
              <p className="text-sm text-encre-2">Aucune convention sur cette version.</p>
            ))}
        </li>
      ))}
    </ol>
  )
}

function Tete({ version: v }: { code: string; version: VersionListee }) {
  const validation = etatValidation(v)
  return (
    <div className="flex flex-col gap-1.5">
      <h2 className="font-serif text-xl font-semibold">{nomDeVersion(v)}</h2>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-encre-2">
        {v.retrait ? (
          <Etiquette>Retirée</Etiquette>
        ) : (
          <>
            {v.proposee && <Etiquette ton="accent">Proposée aujourd’hui</Etiquette>}
            <Etiquette ton={validation.ton}>{validation.libelle}</Etiquette>
          </>
        )}
        <span>
          Publiée le {dateEnLettres(v.publieeLe)}
          {v.publieeParNom ? ` par ${v.publieeParNom}` : ''}
        </span>
      </p>
    </div>
  )
}

const resume = (conventions: readonly ConventionDeVersion[]): string => {
  const main = conventions.filter((c) => c.effets?.some((e) => e.traitement === 'a-la-main')).length
  return main ? `${main} à traiter à la main` : ''
}

const Conventions = ({
  conventions,
  titres,
}: {
  conventions: readonly ConventionDeVersion[]
  titres: VersionsLues['titres']
}) => (
  <ul className="flex flex-col gap-4">
    {conventions.map((c) => {
      const etat = etatDit({ etape: c.etape, situation: null })
      const effets = c.effets ? effetsDits(c.effets, titres) : []
      return (
        <li key={c.reference} className="flex flex-col gap-1">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link className="lien font-medium" href={adresseConvention(c.reference)}>
              {c.reference}
            </Link>
            <span>{c.centres.join(', ')}</span>
            <Etiquette ton={etat.ton}>{etat.libelle}</Etiquette>
          </p>
          <p className="text-sm text-encre-2">{phraseDesEffets(c.effets)}</p>
          {effets.length > 0 && (
            <ul className="list-disc pl-5 text-sm">
              {effets.map((e) => (
                <li key={e.cle} className={e.main ? 'font-medium' : undefined}>
                  {e.phrase}
                </li>
              ))}
            </ul>
          )}
        </li>
      )
    })}
  </ul>
)
