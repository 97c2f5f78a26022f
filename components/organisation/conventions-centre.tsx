import Link from 'next/link'
import { Etiquette } from '@/components/ui/etiquette'
import { LienBouton } from '@/components/ui/lien-bouton'
import type { ActeDuCentre } from '@/lib/lectures/organisation/conventions-centre'
import { dateEnLettres } from '@/lib/presentation/dates'
import { ETAPE_ACTE } from '@/lib/presentation/organisation/libelles'
import { Section } from './section'

type Proprietes = {
  conventions: readonly ActeDuCentre[]
  aujourdhui: string
  /** Adresse pour préparer une convention avec ce centre, ou `null` pour qui ne rédige pas. */
  preparer: string | null
}

export const ConventionsDuCentre = ({ conventions, aujourdhui, preparer }: Proprietes) => (
  <Section id="conventions" titre="Conventions">
    {conventions.length === 0 ? (
      <p className="max-w-lecture text-encre-2">
        Aucune convention ni projet ne vous est ouvert pour ce centre.
      </p>
    ) : (
      <ul className="divide-y divide-trait border-y border-trait">
        {conventions.map((a) => (
          <li key={a.id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
            <div className="min-w-0">
              <Link href={`/conventions/${encodeURIComponent(a.reference)}`} className="lien font-medium">
                {a.titre}
              </Link>
              <p className="text-sm text-encre-2">
                {a.genre === 'AVENANT' ? `Avenant n°\u00a0${a.rang} · ` : ''}
                {dates(a, aujourdhui)}
              </p>
            </div>
            <Etiquette>{ETAPE_ACTE[a.etape]}</Etiquette>
          </li>
        ))}
      </ul>
    )}
    {preparer && (
      <p className="mt-4">
        <LienBouton variante="secondaire" href={preparer}>
          Préparer une convention
        </LienBouton>
      </p>
    )}
  </Section>
)

function dates(a: ActeDuCentre, aujourdhui: string): string {
  if (a.resilieeLe) return `résiliée le ${dateEnLettres(a.resilieeLe)}`
  if (a.dateFin && a.dateFin < aujourdhui) return `échue depuis le ${dateEnLettres(a.dateFin)}`
  if (a.dateEffet && a.dateFin)
    return `du ${dateEnLettres(a.dateEffet)} au ${dateEnLettres(a.dateFin)} inclus`
  return a.dateEffet ? `effet le ${dateEnLettres(a.dateEffet)}` : 'sans date d’effet'
}
