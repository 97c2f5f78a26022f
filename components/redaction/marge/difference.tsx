import { type BlocCompare, comparerBlocs, type Morceau } from '@/lib/domaine/texte/difference'

const MOTS: Record<Morceau['etat'], string> = { egal: '', ajout: 'Ajouté : ', retrait: 'Retiré : ' }

function MorceauCompare({ morceau }: { morceau: Morceau }) {
  if (morceau.etat === 'egal') return morceau.texte
  const Balise = morceau.etat === 'ajout' ? 'ins' : 'del'
  return (
    <Balise>
      <span className="sr-only">{MOTS[morceau.etat]}</span>
      {morceau.texte}
    </Balise>
  )
}

/** Deux textes mot à mot : ajouts soulignés, retraits barrés, jamais la couleur seule. */
export function Difference({
  avant,
  apres,
  vide,
}: {
  avant: readonly string[]
  apres: readonly string[]
  vide: string
}) {
  const blocs = comparerBlocs(avant, apres)
  if (blocs.every((b) => b.etat === 'egal')) return <p className="text-encre-2">{vide}</p>
  return (
    <div className="texte-juridique flex flex-col gap-2 text-base">
      {replier(blocs).map((b, i) =>
        typeof b === 'number' ? (
          <p key={i} className="font-sans text-sm text-encre-2">
            {b > 1 ? `${b} paragraphes inchangés` : 'Un paragraphe inchangé'}
          </p>
        ) : (
          <p key={i}>
            {b.morceaux.map((m, j) => (
              <MorceauCompare key={j} morceau={m} />
            ))}
          </p>
        ),
      )}
    </div>
  )
}

/** Deux paragraphes égaux ou plus à la suite se résument : on lit ce qui change. */
function replier(blocs: readonly BlocCompare[]): (BlocCompare | number)[] {
  const sortie: (BlocCompare | number)[] = []
  for (const b of blocs) {
    const dernier = sortie.at(-1)
    if (b.etat !== 'egal') sortie.push(b)
    else if (typeof dernier === 'number') sortie[sortie.length - 1] = dernier + 1
    else sortie.push(1)
  }
  return sortie
}
