'use client'

import { LoaderCircle } from 'lucide-react'
import Link from 'next/link'
import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Etiquette } from '@/components/ui/etiquette'
import { juger } from '@/lib/domaine/engagement/juger'
import type { PeriodeLue } from '@/lib/lectures/mesure/lire-a-saisir'
import { adresseEngagement } from '@/lib/presentation/conventions/adresses'
import { constatDit } from '@/lib/presentation/engagement/mesures'
import { cibleDite, JUGEMENTS_DITS, periodeDite } from '@/lib/presentation/engagement/mots'
import { ChampsConstat } from './champs-constat'
import { ChampsComplement } from './complement'
import type { ActionsMesure } from './types'
import { useLigne } from './use-ligne'

type Proprietes = { periode: PeriodeLue; actions: ActionsMesure; jour: string }

const CHAMPS = 'input:not([type="file"]):not(:disabled)'

/** Un engagement et sa période, ses champs, et ce qui est enregistré. Entrée mène au champ, puis à la ligne d'après. */
export function LigneASaisir({ periode: p, actions, jour }: Proprietes) {
  const ligne = useRef<HTMLLIElement>(null)
  const l = useLigne(p, actions)
  const idPlus = useId()
  const [plus, definirPlus] = useState(false)

  const avancer = (e: KeyboardEvent) => {
    const depuis = e.target
    if (e.key !== 'Enter' || !(depuis instanceof HTMLInputElement) || depuis.type === 'file') return
    e.preventDefault()
    const reste = [...(ligne.current?.querySelectorAll<HTMLInputElement>('[data-constat] input') ?? [])]
    const manque = reste.find((c) => c !== depuis && c.inputMode !== '' && c.value.trim() === '')
    if (manque && reste.includes(depuis) && depuis.value.trim() !== '') return manque.focus()
    if (!l.enregistrer()) return
    const lignes = [...document.querySelectorAll<HTMLElement>('[data-ligne-mesure]')]
    const rang = lignes.findIndex((x) => x === ligne.current)
    const suivante = lignes.slice(rang + 1).map((x) => x.querySelector<HTMLElement>(CHAMPS))
    suivante.find((c) => c !== null)?.focus()
  }
  // Choisir un fichier fait perdre le focus à la page sans quitter la ligne.
  const quitter = (e: FocusEvent) => {
    if (ligne.current?.contains(e.relatedTarget)) return
    setTimeout(() => {
      if (!ligne.current?.contains(document.activeElement)) l.enregistrer()
    }, 0)
  }

  return (
    <li
      ref={ligne}
      data-ligne-mesure={p.cible ? '' : undefined}
      onKeyDown={avancer}
      onBlur={quitter}
      className="grid gap-x-8 gap-y-3 py-4 lg:grid-cols-[minmax(0,1fr)_21rem_11rem]"
    >
      <Quoi periode={p} />
      {p.cible ? (
        <div data-constat className="min-w-0">
          <ChampsConstat
            serre={!plus}
            cible={p.cible}
            brouillon={l.brouillon}
            onChange={l.changer}
            refus={l.refus}
            jour={jour}
          />
        </div>
      ) : (
        <p className="text-sm text-encre-2">
          Le texte ne dit pas la valeur à atteindre : la direction des partenariats doit la préciser avant que
          cette période se mesure.
        </p>
      )}
      <div className="flex flex-wrap items-start gap-x-4 gap-y-1 text-sm lg:flex-col lg:items-end lg:text-right">
        <Ou l={l} periode={p} jour={jour} />
        {p.cible && (
          <Bouton
            variante="discret"
            taille="petit"
            className="-mx-2.5"
            aria-expanded={plus}
            aria-controls={plus ? idPlus : undefined}
            onPress={() => definirPlus(!plus)}
          >
            Commentaire, preuve<span className="sr-only"> : {p.libelle}</span>
          </Bouton>
        )}
      </div>
      {plus && (
        <div id={idPlus} className="max-w-lecture lg:col-span-3">
          <ChampsComplement
            complement={l.complement}
            onChange={l.definirComplement}
            deposer={actions.deposer}
          />
        </div>
      )}
    </li>
  )
}

const Quoi = ({ periode: p }: Pick<Proprietes, 'periode'>) => (
  <div className="min-w-0">
    <p className="font-semibold">
      <Link href={adresseEngagement(p.reference, p.engagementId)} className="hover:text-accent">
        {p.libelle}
        {p.portee && ` (${p.portee})`}
      </Link>
    </p>
    <p className="text-[0.9375rem]">
      <span className="inline-block first-letter:uppercase">{periodeDite(p, p.recurrence)}</span>
      <span className="text-encre-2"> · {cibleDite(p.cible)}</span>
    </p>
    {p.parDemandes && (
      <p className="text-sm text-encre-2">
        Se calcule seul quand le secrétariat inscrit les demandes ; à défaut, comptez-les ici.
      </p>
    )}
  </div>
)

function Ou({ l, periode: p, jour }: { l: ReturnType<typeof useLigne>; periode: PeriodeLue; jour: string }) {
  const jugement = l.enregistre && juger(p.cible, l.enregistre, { seuil: p.seuil, auLe: jour })
  return (
    <>
      {l.attente && (
        <span className="flex items-center gap-1.5 text-encre-2">
          <LoaderCircle aria-hidden size={16} className="animate-spin" />
          Enregistrement
        </span>
      )}
      {!l.attente && l.enregistre && jugement && (
        <>
          <Etiquette ton={JUGEMENTS_DITS[jugement].ton}>{JUGEMENTS_DITS[jugement].libelle}</Etiquette>
          <span className="tabular-nums">{constatDit(l.enregistre, p.cible)}</span>
          <span className="text-encre-2">Enregistré</span>
        </>
      )}
      {l.echec && (
        <p role="alert" className="font-medium text-manque">
          {l.echec}
        </p>
      )}
    </>
  )
}
