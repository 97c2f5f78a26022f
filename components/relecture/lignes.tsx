import { joindre } from '@/components/ui/joindre'
import type { LigneAffichee, SegmentAffiche } from '@/lib/presentation/relecture/fils'

const MOTS: Record<SegmentAffiche['etat'], string> = { egal: '', ajout: 'Ajouté : ', retrait: 'Retiré : ' }

/** Texte comparé : ajouts soulignés, retraits barrés, dits aussi au lecteur d'écran. */
export function Lignes({
  lignes,
  replier,
  nu,
}: {
  lignes: readonly LigneAffichee[]
  /** Résume les lignes inchangées qui se suivent. */
  replier?: boolean
  /** Le texte seul, sans marque de différence. */
  nu?: boolean
}) {
  return (
    <div className="texte-juridique flex flex-col gap-2 text-base">
      {(replier ? resumer(lignes) : lignes).map((l, i) =>
        typeof l === 'number' ? (
          <p key={i} className="font-sans text-sm text-encre-2">
            {l > 1 ? `${l} paragraphes inchangés` : 'Un paragraphe inchangé'}
          </p>
        ) : (
          <p
            key={i}
            className={joindre(l.genre === 'titre' && 'font-semibold', l.genre === 'point' && 'pl-4')}
          >
            {l.genre === 'point' && '– '}
            {l.segments.map((s, j) => (
              <Segment key={j} segment={s} nu={nu} />
            ))}
          </p>
        ),
      )}
    </div>
  )
}

function Segment({ segment: { etat, texte }, nu }: { segment: SegmentAffiche; nu?: boolean }) {
  if (nu || etat === 'egal') return texte
  const Balise = etat === 'ajout' ? 'ins' : 'del'
  return (
    <Balise>
      <span className="sr-only">{MOTS[etat]}</span>
      {texte}
    </Balise>
  )
}

function resumer(lignes: readonly LigneAffichee[]): (LigneAffichee | number)[] {
  const sortie: (LigneAffichee | number)[] = []
  for (const l of lignes) {
    const dernier = sortie.at(-1)
    if (l.segments.some((s) => s.etat !== 'egal')) sortie.push(l)
    else if (typeof dernier === 'number') sortie[sortie.length - 1] = dernier + 1
    else sortie.push(1)
  }
  return sortie
}
