import type { ComponentProps, ReactNode } from 'react'
import { joindre } from './joindre'

type Proprietes = {
  /** Dit ce que le tableau contient ; sert aussi de nom à la zone défilante. */
  titre: string
  titreVisible?: boolean
  children: ReactNode
  /** Hauteur au-delà de laquelle l'en-tête reste collé. */
  hauteurMax?: string
  /** Sur un écran étroit, chaque rangée devient une pile de lignes ; donner alors `libelle` aux cellules. */
  empilable?: boolean
  className?: string
}

/** Tableau compact : en-tête collant, zone défilante atteignable au clavier. */
export function Tableau({ titre, titreVisible, children, hauteurMax, empilable, className }: Proprietes) {
  return (
    <div
      role="region"
      aria-label={titre}
      tabIndex={0}
      className={joindre(
        empilable && 'tableau-empilable',
        // Positionné : un texte pour lecteur d'écran, absolu, ne doit pas élargir la page hors de la zone qui défile.
        'defilant relative overflow-auto rounded-md border border-trait bg-surface',
        className,
      )}
      style={hauteurMax ? { maxHeight: hauteurMax } : undefined}
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className={titreVisible ? 'px-3 py-2 text-left text-base font-semibold' : 'sr-only'}>
          {titre}
        </caption>
        {children}
      </table>
    </div>
  )
}

type Cellule = { nombre?: boolean; libelle?: string }

/** Titre de colonne (ou de ligne avec `scope="row"`). `nombre` aligne à droite. */
export function Th({ nombre, libelle, className, scope = 'col', ...reste }: ComponentProps<'th'> & Cellule) {
  return (
    <th
      {...reste}
      data-libelle={libelle}
      scope={scope}
      className={joindre(
        'border-b border-trait px-3 py-2 align-bottom',
        nombre ? 'text-right' : 'text-left',
        scope === 'col'
          ? 'sticky top-0 z-10 bg-surface-2 text-[0.8125rem] font-semibold text-encre-2'
          : 'align-top font-medium',
        className,
      )}
    />
  )
}

export function Td({ nombre, libelle, className, ...reste }: ComponentProps<'td'> & Cellule) {
  return (
    <td
      {...reste}
      data-libelle={libelle}
      className={joindre(
        'border-b border-trait px-3 py-2 align-top',
        nombre && 'text-right whitespace-nowrap tabular-nums',
        className,
      )}
    />
  )
}

export function Tr({ className, ...reste }: ComponentProps<'tr'>) {
  return (
    <tr
      {...reste}
      className={joindre('hover:bg-fond last:[&>td]:border-b-0 last:[&>th]:border-b-0', className)}
    />
  )
}
