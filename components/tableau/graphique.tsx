import type { Dessin, Forme } from '@/lib/documents/blocs/dessin'

/**
 * Un graphique dessiné au serveur : du SVG aux couleurs du thème, qui suit donc le sombre et le papier sans script. Deux
 * dessins, l'un pour un écran étroit, pour que les mots y restent lisibles.
 */
export function Graphique({ large, etroit }: { large: Dessin; etroit: Dessin }) {
  return (
    <figure className="break-inside-avoid">
      <figcaption className="mb-2 font-serif text-lg font-semibold">{large.titre}</figcaption>
      <Svg dessin={large} className="max-sm:hidden print:block" />
      <Svg dessin={etroit} className="sm:hidden print:hidden" />
    </figure>
  )
}

const Svg = ({ dessin: d, className }: { dessin: Dessin; className: string }) => (
  <svg
    role="img"
    aria-label={`${d.titre}. ${d.texte}`}
    viewBox={`0 0 ${d.largeur} ${d.hauteur}`}
    className={`h-auto w-full ${className}`}
    style={{ maxWidth: d.largeur }}
  >
    {d.formes.map((f, i) => (
      <Tracer key={i} forme={f} />
    ))}
  </svg>
)

const couleur = (nom: string | null) => (nom ? `var(--${nom})` : 'none')

function Tracer({ forme: f }: { forme: Forme }) {
  if (f.genre === 'texte')
    return (
      <text
        x={f.x}
        y={f.y}
        textAnchor={f.ancre}
        fill={couleur(f.encre)}
        fontSize={f.taille}
        fontWeight={f.gras ? 600 : undefined}
      >
        {f.texte}
      </text>
    )
  return (
    <path
      d={f.d}
      fill={couleur(f.fond)}
      stroke={f.trait ? couleur(f.trait) : undefined}
      strokeWidth={f.trait ? f.epaisseur : undefined}
      strokeDasharray={f.pointille ?? undefined}
      transform={f.matrice ? `matrix(${f.matrice.join(' ')})` : undefined}
    />
  )
}
