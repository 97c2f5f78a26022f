import Link from 'next/link'
import { Encart } from '@/components/ui/encart'
import type { ConventionLue } from '@/lib/lectures/convention/lire-convention'
import { adresseDates } from '@/lib/presentation/conventions/adresses'
import { visaDeLaPrecedente } from '@/lib/presentation/conventions/denonciation'

/** Sur la création : la convention finie à laquelle celle-ci fera suite, et le visa qui la nomme. */
export const PrendLaSuite = ({ convention: c }: { convention: ConventionLue }) => (
  <Encart
    className="mb-6 max-w-lecture"
    titre={
      <>
        Elle fera suite à{' '}
        <Link className="lien whitespace-nowrap" href={adresseDates(c.reference)}>
          {c.reference}
        </Link>
      </>
    }
  >
    <p>Nommez la convention finie dans un visa du nouveau texte :</p>
    <p className="font-serif italic">{visaDeLaPrecedente(c)}</p>
  </Encart>
)
