import { Encart } from '@/components/ui/encart'
import type { FicheCentre } from '@/lib/lectures/organisation/fiche-centre'
import { manqueEnClair, nomDuPoste } from '@/lib/presentation/organisation/libelles'
import { compter, typographier } from '@/lib/presentation/typographie'

/** Ce qui manque, nommé ; chaque ligne mène au formulaire qui le complète. */
export function ACompleter({ fiche }: { fiche: FicheCentre }) {
  if (fiche.manques.length === 0) return null
  const poste = (id: string): string => {
    const fonction = fiche.fonctions.find((f) => f.id === id)
    return fonction ? nomDuPoste(fonction) : ''
  }
  const lignes = fiche.manques.map((m) => manqueEnClair(m, { centre: fiche.centre.code, poste }))
  return (
    <Encart
      ton="vigilance"
      titre={`À compléter : ${compter(lignes.length, 'élément')}`.replace(' :', '\u00a0:')}
      className="mb-10"
    >
      <ul className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
        {lignes.map(({ phrase, ancre }) => (
          <li key={phrase}>
            <a href={`#${ancre}`} className="lien">
              {typographier(phrase)}
            </a>
          </li>
        ))}
      </ul>
    </Encart>
  )
}
