'use client'

import {
  Ban,
  CircleAlert,
  CircleDashed,
  FileText,
  GitCompare,
  PencilLine,
  Plus,
  TriangleAlert,
} from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { joindre } from '@/components/ui/joindre'
import { texteDeLActe } from '@/lib/domaine/acte/texte-de-l-acte'
import { estRetenue, parcourir } from '@/lib/domaine/texte/numerotation'
import { nommeur } from '@/lib/presentation/redaction/acte'
import type { ConventionLue, UniteLue } from '@/lib/presentation/redaction/types'
import type { MotsRedaction } from './pieces'
import type { EtatCible } from './tampon/types'

type Proprietes = {
  acte: ConventionLue
  choisie: string | null
  manques: ReadonlyMap<string, number>
  etats: ReadonlyMap<string, EtatCible>
  mots: MotsRedaction
  onChoix: (identite: string) => void
}

const MARQUES = {
  conflit: { mot: 'À trancher', Icone: TriangleAlert, classe: 'text-manque font-medium' },
  manque: { mot: 'À compléter', Icone: CircleAlert, classe: 'text-vigilance font-medium' },
  omise: { Icone: Ban, classe: 'text-encre-2' },
  proposee: { Icone: CircleDashed, classe: 'text-encre-2' },
  modele: { Icone: FileText, classe: 'text-encre-2' },
  variante: { Icone: GitCompare, classe: 'text-accent' },
  adapte: { Icone: PencilLine, classe: 'text-accent' },
  ajout: { Icone: Plus, classe: 'text-accent' },
} as const
export type MarqueUnite = keyof typeof MARQUES

/** Ce qu'il faut savoir d'abord d'une unité, du plus pressant au plus ordinaire. */
export function marqueDe(
  u: UniteLue,
  manques: number,
  etat: EtatCible | undefined,
  retenue: boolean,
): MarqueUnite {
  if (etat?.genre === 'conflit') return 'conflit'
  if (u.omise && !u.motif && u.modele?.facultative) return 'proposee'
  if (!retenue) return 'omise'
  return manques > 0 ? 'manque' : u.origine
}

export function Marque({ marque, mots }: { marque: MarqueUnite; mots: MotsRedaction }) {
  const { Icone, classe } = MARQUES[marque]
  const mot = marque === 'conflit' || marque === 'manque' ? MARQUES[marque].mot : mots.marques[marque].mot
  return (
    <span className={joindre('inline-flex items-center gap-1 text-[0.8125rem] whitespace-nowrap', classe)}>
      <Icone aria-hidden size={14} className="shrink-0" />
      {mot}
    </span>
  )
}

/** Plan du texte : une ligne par unité, parcourue aux flèches. */
export function Plan({ acte, choisie, manques, etats, mots, onChoix }: Proprietes) {
  const cadre = useRef<HTMLElement>(null)
  const liste = useRef<HTMLUListElement>(null)
  const lignes = useMemo(() => lignesDuPlan(acte), [acte])
  const active = lignes.some((l) => l.unite.identite === choisie) ? choisie : lignes[0]?.unite.identite

  useEffect(() => {
    // Le plan défile avec la feuille : l'article choisi ailleurs s'y voit toujours.
    const ligne = liste.current?.querySelector<HTMLElement>('[aria-current]')
    const zone = cadre.current?.parentElement
    if (!ligne || !zone || zone.scrollHeight <= zone.clientHeight) return
    const ecart = ligne.getBoundingClientRect().top - zone.getBoundingClientRect().top
    if (ecart < 0 || ecart > zone.clientHeight - ligne.offsetHeight)
      zone.scrollTo({ top: zone.scrollTop + ecart - zone.clientHeight / 3 })
  }, [choisie])

  const auClavier = (e: KeyboardEvent<HTMLUListElement>) => {
    const boutons = [...(liste.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])]
    const ici = boutons.indexOf(e.target as HTMLButtonElement)
    const vers = { ArrowDown: ici + 1, ArrowUp: ici - 1, Home: 0, End: boutons.length - 1 }[e.key]
    if (vers === undefined || ici < 0) return
    e.preventDefault()
    boutons[Math.max(0, Math.min(boutons.length - 1, vers))]?.focus()
  }
  return (
    <nav ref={cadre} aria-label="Plan du texte">
      <h2 className="mb-2 pl-2.75 text-sm font-semibold">Plan</h2>
      <ul ref={liste} onKeyDown={auClavier} className="flex flex-col gap-px">
        {lignes.map(({ unite, nom, niveau, retenue }) => {
          const ici = unite.identite === choisie
          const marque = marqueDe(
            unite,
            manques.get(unite.identite) ?? 0,
            etats.get(`unite:${unite.identite}`),
            retenue,
          )
          return (
            <li key={unite.identite}>
              <button
                type="button"
                onClick={() => onChoix(unite.identite)}
                aria-current={ici ? 'true' : undefined}
                tabIndex={unite.identite === active ? 0 : -1}
                style={{ paddingLeft: `${0.5 + niveau * 0.875}rem` }}
                className={joindre(
                  'flex w-full flex-col items-start gap-0.5 border-l-3 py-2 pr-2 text-left text-sm leading-snug',
                  ici ? 'border-l-accent bg-accent-fond' : 'border-l-transparent hover:bg-surface-2',
                )}
              >
                <span
                  className={joindre(
                    'line-clamp-2',
                    ici && 'font-medium',
                    !retenue && 'text-encre-2',
                    marque === 'omise' && 'line-through',
                  )}
                >
                  {nom}
                </span>
                <Marque marque={marque} mots={mots} />
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

function lignesDuPlan(acte: ConventionLue) {
  const nommer = nommeur(texteDeLActe(acte))
  const parents = new Map(acte.unites.map((u) => [u.identite, u.parent]))
  const niveauDe = (identite: string) => {
    let n = 0
    for (let p = parents.get(identite); p && n < 4; p = parents.get(p)) n++
    return n
  }
  return parcourir(acte.unites).map((unite) => ({
    unite,
    nom: nommer(unite.identite),
    niveau: niveauDe(unite.identite),
    retenue: estRetenue(acte.unites, unite.identite),
  }))
}
