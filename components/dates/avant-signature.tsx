import { Encart } from '@/components/ui/encart'
import type { ConventionLue } from '@/lib/lectures/convention/lire-convention'
import { datesEcrites, moisEnLettres } from '@/lib/presentation/conventions/dates'
import { dateEnLettres } from '@/lib/presentation/typographie'

/** Avant la signature, ce que le texte écrit de ses dates : la règle s'appliquera à la dernière signature. */
export function AvantSignature({ convention: c }: { convention: ConventionLue }) {
  const d = datesEcrites(c)
  const duree = d.dureeMois ? moisEnLettres(d.dureeMois) : null
  return (
    <section className="flex max-w-lecture flex-col gap-4">
      <h2 className="font-serif text-xl font-semibold">Ce que le texte prévoit</h2>
      {d.ecart && (
        <Encart ton="vigilance" titre="La durée et le dernier jour ne vont pas ensemble">
          <p>
            Le texte écrit un dernier jour au {dateEnLettres(d.finEcrite ?? '')}. {duree} à compter du{' '}
            {dateEnLettres(d.effetEcrit ?? '')} finissent le {dateEnLettres(d.finCalculee ?? '')}, veille de
            l’anniversaire. Corrigez l’un des deux avant le vote.
          </p>
        </Encart>
      )}
      {d.effetEcrit ? (
        <p>
          Prise d’effet le {dateEnLettres(d.effetEcrit)}
          {(d.finEcrite ?? d.finCalculee) && (
            <>, soit jusqu’au {dateEnLettres(d.finEcrite ?? d.finCalculee ?? '')} inclus</>
          )}
          . Si une signature manque encore ce jour-là, l’effet sera le jour de la dernière, sans report du
          terme.
        </p>
      ) : (
        <p>
          Aucune date d’effet n’est écrite : l’acte prendra effet le jour de sa dernière signature
          {duree && <>, pour {duree}, et s’achèvera la veille de l’anniversaire</>}.
        </p>
      )}
      <p className="text-encre-2">
        Les dates se calculeront ici à la signature, avec le dernier jour pour recevoir un préavis et les
        alertes.
      </p>
    </section>
  )
}
