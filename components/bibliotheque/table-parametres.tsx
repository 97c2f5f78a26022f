import { Tableau, Td, Th, Tr } from '@/components/ui/tableau'
import type { LigneParametre } from '@/lib/presentation/bibliotheque/modele'

/** Les valeurs que le texte attend, leur nature et d'où elles viennent. */
export const TableParametres = ({ lignes }: { lignes: readonly LigneParametre[] }) => (
  <Tableau titre="Valeurs attendues par le texte">
    <thead>
      <tr>
        <Th>Valeur</Th>
        <Th>Nature</Th>
        <Th>Proposée</Th>
        <Th>D’où elle vient</Th>
      </tr>
    </thead>
    <tbody>
      {lignes.map((l) => (
        <Tr key={l.cle}>
          <Th scope="row" className="min-w-48">
            {l.libelle}
            {l.aide && (
              <span className="block max-w-lecture text-[0.8125rem] font-normal text-encre-2">{l.aide}</span>
            )}
          </Th>
          <Td>{l.genre}</Td>
          <Td className="min-w-32">{l.defaut || <span className="text-encre-2">À indiquer</span>}</Td>
          <Td className="min-w-36">{l.origine}</Td>
        </Tr>
      ))}
    </tbody>
  </Tableau>
)
