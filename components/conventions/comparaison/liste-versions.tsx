import Link from 'next/link'
import { Etiquette } from '@/components/ui/etiquette'
import { LienBouton } from '@/components/ui/lien-bouton'
import { TempsRelatif } from '@/components/ui/temps-relatif'
import { adresseComparaison, adresseVersion } from '@/lib/presentation/conventions/adresses'
import type { VersionDite } from '@/lib/presentation/conventions/versions'

/** Versions partagées, la plus récente d'abord : qui, quand, avec quel mot, et ce qui a changé. */
export function ListeVersions({
  reference,
  versions,
  maintenant,
}: {
  reference: string
  versions: readonly VersionDite[]
  maintenant: Date
}) {
  return (
    <ol
      aria-label="Versions partagées"
      className="max-w-lecture self-start divide-y divide-trait border-y border-trait"
    >
      {versions.map((v) => (
        <li key={v.numero} className="space-y-2 py-5">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h2 className="font-serif text-lg font-semibold">
              <Link className="lien" href={adresseVersion(reference, v.numero)}>
                Version {v.numero}
              </Link>
            </h2>
            {v.derniere && <Etiquette ton="accent">La dernière</Etiquette>}
            <p className="text-encre-2">
              <TempsRelatif date={v.creeLe} maintenant={maintenant} /> par {v.par}
            </p>
          </div>
          <p>{v.changes ? `${v.changes}.` : 'Premier texte partagé.'}</p>
          {v.message && (
            <blockquote className="border-l-2 border-trait pl-4 whitespace-pre-line text-encre-2">
              {v.message}
            </blockquote>
          )}
          {v.accords.length > 0 && (
            <ul aria-label={`Accords reçus sur la version ${v.numero}`} className="text-sm">
              {v.accords.map((a) => (
                <li key={a}>{a}</li>
              ))}
            </ul>
          )}
          {v.precedente && (
            <LienBouton
              variante="secondaire"
              taille="petit"
              href={adresseComparaison(reference, v.precedente, v.numero)}
            >
              Comparer à la version {v.precedente}
            </LienBouton>
          )}
        </li>
      ))}
    </ol>
  )
}
