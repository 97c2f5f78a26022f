import { ArrowLeft, ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { LienBouton } from './lien-bouton'

type Proprietes = { precedent?: string | null; suivant?: string | null; resume?: ReactNode; libelle?: string }

/** Pages par clé : précédente et suivante, dans l'adresse. */
export function Pagination({ precedent, suivant, resume, libelle = 'Pages de la liste' }: Proprietes) {
  if (!precedent && !suivant && !resume) return null
  return (
    <nav
      aria-label={libelle}
      className="sans-impression mt-4 flex flex-wrap items-center justify-between gap-3"
    >
      <span className="text-sm text-encre-2">{resume}</span>
      <span className="flex flex-wrap gap-2">
        {precedent && (
          <LienBouton
            href={precedent}
            rel="prev"
            variante="secondaire"
            taille="petit"
            icone={<ArrowLeft aria-hidden size={16} />}
          >
            Page précédente
          </LienBouton>
        )}
        {suivant && (
          <LienBouton href={suivant} rel="next" variante="secondaire" taille="petit">
            Page suivante
            <ArrowRight aria-hidden size={16} />
          </LienBouton>
        )}
      </span>
    </nav>
  )
}
