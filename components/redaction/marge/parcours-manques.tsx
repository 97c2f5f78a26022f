'use client'

import { ArrowRight, CircleAlert, CircleCheck } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { joindre } from '@/components/ui/joindre'
import type { Manque } from '@/lib/presentation/redaction/acte'
import { compter } from '@/lib/presentation/typographie'
import type { Poste } from '../poste'
import { UnChamp } from './liste-champs'

type Proprietes = { poste: Poste; onUnite: (identite: string | null) => void; onFin: () => void }

/** Les valeurs manquantes, une à la fois : on remplit, Entrée passe à la suivante, la feuille suit. */
export function ParcoursManques({ poste, onUnite, onFin }: Proprietes) {
  // La liste de départ reste en vue : ce qui est rempli s'y coche au lieu de disparaître.
  const [chemin] = useState<readonly Manque[]>(poste.manques)
  const [rang, definirRang] = useState(0)
  const zone = useRef<HTMLDivElement>(null)
  const courant = chemin[rang]
  const restants = new Set(poste.manques.map((m) => m.cle))
  const nombre = chemin.filter((m) => restants.has(m.cle)).length

  useEffect(() => {
    zone.current?.querySelector<HTMLElement>('input, select, textarea, [tabindex]')?.focus()
  }, [rang])

  const aller = (n: number) => {
    definirRang(n)
    onUnite(chemin[n]?.unite ?? null)
  }
  const suivant = () => {
    const apres = [...chemin.keys()].slice(rang + 1).concat([...chemin.keys()].slice(0, rang))
    const prochain = apres.find((n) => restants.has(chemin[n]?.cle ?? ''))
    if (prochain === undefined) onFin()
    else aller(prochain)
  }
  const auClavier = (e: KeyboardEvent) => {
    const cible = e.target as HTMLElement
    if (e.key !== 'Enter' || e.shiftKey || cible.closest('button')) return
    e.preventDefault()
    // Un paramètre à plusieurs champs se parcourt d'abord lui-même.
    const champs = [...(zone.current?.querySelectorAll<HTMLElement>('input, select, textarea') ?? [])]
    const apres = champs[champs.indexOf(cible) + 1]
    if (apres) apres.focus()
    else suivant()
  }
  if (!courant) return <p className="text-encre-2">Toutes les valeurs sont remplies.</p>
  return (
    <section aria-labelledby="titre-marge" className="flex flex-col gap-4">
      <h2 id="titre-marge" tabIndex={-1} className="font-serif text-xl font-semibold">
        {nombre
          ? compter(nombre, 'valeur à compléter', 'valeurs à compléter')
          : 'Toutes les valeurs sont remplies'}
      </h2>
      <div ref={zone} onKeyDown={auClavier} className="flex flex-col gap-3 border-l-3 border-l-accent pl-3">
        <p className="text-sm text-encre-2">
          {rang + 1} sur {chemin.length}, dans : {courant.ou}
        </p>
        <UnChamp key={courant.cle} poste={poste} cle={courant.cle} />
        <div className="flex flex-wrap items-center gap-3">
          <Bouton taille="petit" onPress={suivant} icone={<ArrowRight aria-hidden size={16} />}>
            {nombre <= 1 && !restants.has(courant.cle) ? 'Terminer' : 'Suivante'}
          </Bouton>
          <span className="text-sm text-encre-2">ou la touche Entrée</span>
        </div>
      </div>
      <ol className="flex flex-col">
        {chemin.map((m, i) => {
          const reste = restants.has(m.cle)
          const Icone = reste ? CircleAlert : CircleCheck
          return (
            <li key={m.cle}>
              <button
                type="button"
                onClick={() => aller(i)}
                aria-current={i === rang ? 'step' : undefined}
                className={joindre(
                  'flex w-full items-start gap-2 rounded px-2 py-1.5 text-left hover:bg-surface-2',
                  i === rang && 'bg-accent-fond',
                )}
              >
                <Icone
                  aria-hidden
                  size={16}
                  className={joindre('mt-1 shrink-0', reste ? 'text-vigilance' : 'text-tenu')}
                />
                <span>
                  {m.libelle}
                  <span className="block text-sm text-encre-2">{reste ? m.ou : 'Rempli'}</span>
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
