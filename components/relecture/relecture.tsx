'use client'

import { MessageSquarePlus } from 'lucide-react'
import { type MouseEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { CLE_DESACTIVE } from '@/components/cadre/cle-raccourcis'
import { ZoneAnnonce } from '@/components/ui/annonce'
import { Bouton } from '@/components/ui/bouton'
import { joindre } from '@/components/ui/joindre'
import type { FilAffiche } from '@/lib/presentation/relecture/fils'
import type { EntreeRelecture } from '@/lib/presentation/relecture/relecture'
import type { PosteRelecture } from './actions'
import { Marge, type Saisie } from './marge'
import { PlanRelecture } from './plan-relecture'
import { type PassageChoisi, paragraphesDe, passageSelectionne } from './selection'

const VOLETS = { plan: 'Plan', texte: 'Lecture', remarques: 'Remarques' } as const
type Volet = keyof typeof VOLETS

type Proprietes = {
  poste: PosteRelecture
  entrees: readonly EntreeRelecture[]
  fils: readonly FilAffiche[]
  /** Nom de chaque unité qui se réécrit. */
  noms: Readonly<Record<string, string>>
  accord: { possible: boolean; versionId: string }
  /** La feuille, rendue par le serveur. */
  feuille: ReactNode
}

/** L'écran de relecture : le plan et ce qui attend, la version partagée, la marge de l'article choisi. */
export function Relecture({ poste, entrees, fils, noms, accord, feuille }: Proprietes) {
  const zone = useRef<HTMLDivElement>(null)
  const [choisie, definirChoisie] = useState<string | null>(
    () => (entrees.find((e) => e.attend) ?? entrees[0])?.identite ?? null,
  )
  const [volet, definirVolet] = useState<Volet>('texte')
  const [filtre, definirFiltre] = useState(false)
  const [saisie, definirSaisie] = useState<Saisie>(null)
  const [proposee, definirProposee] = useState<string | null>(null)
  const [passage, definirPassage] = useState<PassageChoisi | null>(null)
  const [paragraphes, definirParagraphes] = useState<PassageChoisi[]>([])
  const [visee, definirVisee] = useState<string | null>(null)
  const [flottant, definirFlottant] = useState<PassageChoisi | null>(null)

  const entree = entrees.find((e) => e.identite === choisie) ?? null
  const ici = fils.filter((f) =>
    entree ? f.identite !== null && entree.membres.includes(f.identite) : estDEnsemble(f, entrees),
  )
  const peutEcrire = poste.droits.ecrire || poste.droits.interne

  const choisir = useCallback((identite: string | null, vers?: Volet) => {
    definirChoisie(identite)
    definirSaisie(null)
    definirPassage(null)
    definirVisee(null)
    if (vers) definirVolet(vers)
  }, [])
  const ecrire = useCallback((identite: string | null, p: PassageChoisi | null) => {
    definirChoisie(identite)
    definirPassage(p)
    definirParagraphes(identite && zone.current ? paragraphesDe(zone.current, identite) : [])
    definirSaisie('remarque')
    definirVolet('remarques')
  }, [])

  useChoixSurLaFeuille(zone, choisie, volet)
  useTouches({
    suivant: () => choisir(voisin(entrees, choisie, 1), undefined),
    precedent: () => choisir(voisin(entrees, choisie, -1), undefined),
    ecrire: () => peutEcrire && ecrire(choisie, null),
  })
  useEffect(() => {
    const suivre = () => definirFlottant(zone.current ? passageSelectionne(zone.current) : null)
    document.addEventListener('selectionchange', suivre)
    return () => document.removeEventListener('selectionchange', suivre)
  }, [])

  const auClic = (e: MouseEvent<HTMLDivElement>) => {
    const cible = e.target as HTMLElement
    if (cible.closest('a') || window.getSelection()?.toString()) return
    const fil = cible.closest<HTMLElement>('[data-fil]')?.dataset.fil?.split(' ')[0]
    const groupe = cible.closest<HTMLElement>('[data-groupe]')?.dataset.groupe
    if (!groupe) return
    choisir(groupe, fil ? 'remarques' : undefined)
    if (fil) {
      definirVisee(fil)
      requestAnimationFrame(() => document.getElementById(`fil-${fil}`)?.focus())
    }
  }
  const groupeDe = (identite: string) => entrees.find((x) => x.membres.includes(identite))?.identite ?? null

  return (
    <ZoneAnnonce>
      <VoletsRelecture volet={volet} onVolet={definirVolet} />
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-[14rem_minmax(0,1fr)_minmax(19rem,26rem)] 2xl:grid-cols-[17rem_minmax(0,1fr)_28rem]">
        <div className={colonne(volet === 'plan')}>
          <PlanRelecture
            entrees={entrees}
            choisie={choisie}
            ensemble={fils.filter((f) => estDEnsemble(f, entrees) && f.etat === 'OUVERTE').length}
            filtre={filtre}
            onFiltre={definirFiltre}
            onChoix={(i) => choisir(i, i === null ? 'remarques' : 'texte')}
          />
        </div>
        <div
          ref={zone}
          onClick={auClic}
          className={joindre('min-w-0 lg:block', volet !== 'texte' && 'hidden')}
        >
          {feuille}
        </div>
        <div className={colonne(volet === 'remarques')}>
          <Marge
            key={choisie ?? ''}
            poste={poste}
            entree={entree}
            fils={ici}
            unites={(entree?.membres ?? []).flatMap((m) => (noms[m] ? [{ identite: m, nom: noms[m] }] : []))}
            saisie={saisie}
            proposee={proposee}
            passage={passage}
            paragraphes={paragraphes}
            visee={visee}
            accord={accord}
            onSaisie={(s, identite) => {
              if (s === 'remarque') return ecrire(choisie, null)
              definirProposee(identite ?? null)
              definirPassage(null)
              definirSaisie(s)
            }}
            onPassage={definirPassage}
          />
        </div>
      </div>
      {peutEcrire && volet === 'texte' && (
        <div className="sans-impression pointer-events-none sticky bottom-4 z-20 mt-4 flex justify-center gap-2">
          {flottant ? (
            <Bouton
              className="pointer-events-auto shadow-flottant"
              icone={<MessageSquarePlus aria-hidden size={18} />}
              // La sélection se perdrait au premier contact du bouton.
              onPressStart={() => ecrire(groupeDe(flottant.identite), flottant)}
            >
              Commenter ce passage
            </Bouton>
          ) : (
            entree && (
              <Bouton
                variante="secondaire"
                className="pointer-events-auto shadow-flottant lg:hidden"
                onPress={() => definirVolet('remarques')}
              >
                Remarques sur {entree.numero ? entree.numero.replace('Article', 'l’article') : 'ce passage'}
              </Bouton>
            )
          )}
        </div>
      )}
    </ZoneAnnonce>
  )
}

const colonne = (montree: boolean) =>
  joindre(
    'min-w-0 lg:sticky lg:top-20 lg:block lg:max-h-[calc(100dvh-6rem)] lg:self-start lg:overflow-auto lg:pr-1',
    !montree && 'hidden',
  )

/** Sur l'ensemble du texte, ou sur un article qui n'est plus dans la version montrée. */
const estDEnsemble = (f: FilAffiche, entrees: readonly EntreeRelecture[]): boolean => {
  const { identite } = f
  return identite === null || !entrees.some((e) => e.membres.includes(identite))
}

function voisin(entrees: readonly EntreeRelecture[], choisie: string | null, pas: 1 | -1): string | null {
  const i = entrees.findIndex((e) => e.identite === choisie)
  return entrees[Math.min(entrees.length - 1, Math.max(0, i + pas))]?.identite ?? null
}

/** Marque l'article choisi sur la feuille du serveur, et l'amène à l'écran s'il n'y est pas. */
function useChoixSurLaFeuille(
  zone: React.RefObject<HTMLDivElement | null>,
  choisie: string | null,
  volet: Volet,
): void {
  const premier = useRef(true)
  useEffect(() => {
    const feuille = zone.current
    if (!feuille) return
    for (const e of feuille.querySelectorAll('[data-choisi]')) e.removeAttribute('data-choisi')
    if (!choisie) return
    const cibles = feuille.querySelectorAll<HTMLElement>(`[data-groupe="${CSS.escape(choisie)}"]`)
    for (const e of cibles) e.setAttribute('data-choisi', '')
    const [cible] = cibles
    // À l'ouverture, la page reste en haut : on lit d'abord où l'on est.
    if (premier.current) premier.current = false
    else if (cible && volet === 'texte') {
      const { top, bottom } = cible.getBoundingClientRect()
      if (top < 100 || top > window.innerHeight - 160 || bottom < 100)
        cible.scrollIntoView({ block: 'start' })
    }
  }, [zone, choisie, volet])
}

type Touches = { suivant: () => void; precedent: () => void; ecrire: () => void }

/** n, p et c, hors d'un champ ; le réglage des touches seules vaut aussi ici. */
function useTouches(touches: Touches): void {
  const courantes = useRef(touches)
  useEffect(() => {
    courantes.current = touches
  })
  useEffect(() => {
    const ecouter = (e: KeyboardEvent) => {
      if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || enSaisie(e.target) || desactive())
        return
      const geste = { n: 'suivant', p: 'precedent', c: 'ecrire' }[e.key.toLowerCase()] as
        | keyof Touches
        | undefined
      if (!geste) return
      e.preventDefault()
      courantes.current[geste]()
    }
    document.addEventListener('keydown', ecouter)
    return () => document.removeEventListener('keydown', ecouter)
  }, [])
}

const enSaisie = (cible: EventTarget | null): boolean =>
  cible instanceof HTMLElement &&
  (cible.isContentEditable ||
    Boolean(cible.closest('input:not([type="checkbox"]), textarea, select, [role="dialog"], [role="menu"]')))

const desactive = (): boolean => {
  try {
    return localStorage.getItem(CLE_DESACTIVE) === '1'
  } catch {
    return false
  }
}

/** Sous 1024 px, une pièce à la fois. */
function VoletsRelecture({ volet, onVolet }: { volet: Volet; onVolet: (v: Volet) => void }) {
  return (
    <div
      role="group"
      aria-label="Partie de l’écran"
      className="sans-impression sticky top-14 z-10 mb-4 flex border-b border-trait bg-fond lg:hidden"
    >
      {(Object.keys(VOLETS) as Volet[]).map((v) => (
        <button
          key={v}
          type="button"
          aria-pressed={v === volet}
          onClick={() => onVolet(v)}
          className={joindre(
            'min-h-12 flex-1 border-b-3',
            v === volet ? 'border-accent font-medium text-accent' : 'border-transparent text-encre-2',
          )}
        >
          {VOLETS[v]}
        </button>
      ))}
    </div>
  )
}
