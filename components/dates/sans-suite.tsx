import { Encart } from '@/components/ui/encart'
import { LienBouton } from '@/components/ui/lien-bouton'
import type { ConventionLue } from '@/lib/lectures/convention/lire-convention'
import { adresseNouvelleApres } from '@/lib/presentation/conventions/adresses'
import { dateEnLettres } from '@/lib/presentation/typographie'

/** Une convention finie ne se renouvelle pas : seule une nouvelle peut suivre, qui la nomme. */
export function SansSuite({ convention: c }: { convention: ConventionLue }) {
  const echue = c.situation === 'ECHUE'
  const fin = dateEnLettres((echue ? c.dates.fin : c.dates.resiliation) ?? '')
  return (
    <Encart
      ton={echue ? 'manque' : 'vigilance'}
      className="max-w-lecture"
      titre={echue ? `Échue depuis le ${fin}` : `Résiliée, dernier jour le ${fin}`}
      actions={
        c.qualites.includes('redacteur') ? (
          <LienBouton href={adresseNouvelleApres(c)}>Préparer une nouvelle convention</LienBouton>
        ) : undefined
      }
    >
      <p>
        Un avenant ne peut plus la renouveler : il aurait dû être signé avant ce jour. Si la coopération
        continue, elle est sans convention depuis lors.
      </p>
      <p>
        Une nouvelle convention peut prendre la suite. Elle nomme celle-ci,{' '}
        <span className="whitespace-nowrap">{c.reference}</span>, dans ses visas.
      </p>
    </Encart>
  )
}
