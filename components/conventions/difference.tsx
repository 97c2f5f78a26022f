import { comparerBlocs } from '@/lib/domaine/texte/difference'

/** Ce qui change, mot à mot : ajouts soulignés, retraits barrés, jamais la couleur seule. */
export function Difference({ avant, apres }: { avant: readonly string[]; apres: readonly string[] }) {
  const blocs = comparerBlocs(avant, apres)
  if (blocs.every((b) => b.etat === 'egal'))
    return <p className="text-encre-2">Le texte est revenu à son point de départ.</p>
  return (
    <div className="texte-juridique space-y-2 border-l-2 border-trait pl-4">
      {blocs.map((b, i) => (
        <p key={i}>
          {b.morceaux.map((m, j) =>
            m.etat === 'ajout' ? (
              <ins key={j}>{m.texte}</ins>
            ) : m.etat === 'retrait' ? (
              <del key={j}>{m.texte}</del>
            ) : (
              <span key={j}>{m.texte}</span>
            ),
          )}
        </p>
      ))}
    </div>
  )
}
