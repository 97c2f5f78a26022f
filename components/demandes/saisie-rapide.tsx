'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Details } from '@/components/ui/details'
import { Encart } from '@/components/ui/encart'
import { momentDeParis } from '@/lib/presentation/demande/moment'
import { ChampsDemande } from './champs-demande'
import { ChampsReponse, SANS_REPONSE } from './champs-reponse'
import { Moment } from './moment'
import type { ActionsDemandes, Listes, ValeursDemande } from './types'
import { useEnvoi } from './use-envoi'

type Proprietes = {
  listes: Listes
  /** Les valeurs de la dernière demande inscrite, proposées de nouveau. */
  depart: ValeursDemande
  inscrire: ActionsDemandes['inscrire']
}

/**
 * Une ligne, une demande : tout est repris de la précédente, la date est l'instant présent. Entrée inscrit, et la main
 * revient au premier champ.
 */
export function SaisieRapide({ listes, depart, inscrire }: Proprietes) {
  const [valeurs, definir] = useState(depart)
  // Vide : à l'instant de l'envoi, que la page soit ouverte depuis une minute ou depuis le matin.
  const [quand, dater] = useState('')
  const [reponse, repondre] = useState(SANS_REPONSE)
  const [rang, monter] = useState(0)
  const { attente, refus, envoyer } = useEnvoi()
  const balise = useRef<HTMLFormElement>(null)
  const reprendreLaMain = () => balise.current?.querySelector<HTMLElement>('[data-premier]')?.focus()
  useEffect(() => {
    if (window.matchMedia('(pointer: fine)').matches)
      balise.current?.querySelector<HTMLElement>('[data-premier]')?.focus({ preventScroll: true })
  }, [])
  const soumettre = () => {
    const demandeeLe = quand || momentDeParis(new Date())
    envoyer(
      () => inscrire({ ...valeurs, ...reponse, demandeeLe }),
      'Demande inscrite',
      () => {
        dater('')
        repondre(SANS_REPONSE)
        monter((r) => r + 1)
        reprendreLaMain()
      },
    )
  }
  const auClavier = (e: KeyboardEvent) => {
    if (e.key !== 'Enter' || (e.target as HTMLElement).tagName !== 'SELECT') return
    e.preventDefault()
    if (!attente) soumettre()
  }
  return (
    <form
      ref={balise}
      noValidate
      onKeyDown={auClavier}
      onSubmit={(e) => {
        e.preventDefault()
        if (!attente) soumettre()
      }}
      className="flex flex-col gap-4 rounded-md border border-trait bg-surface p-4"
    >
      {refus && (
        <Encart ton="manque" annonce="alert" titre={refus.titre}>
          <p>{refus.conseil}</p>
        </Encart>
      )}
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <ChampsDemande
          mainAuDegre
          valeurs={valeurs}
          listes={listes}
          changer={(partie) => definir((v) => ({ ...v, ...partie }))}
        />
        <Moment
          key={rang}
          libelle="Demandée le"
          valeur={quand}
          changer={dater}
          aide="Vide : à l’instant. Touches m, h et - : maintenant, hier, une heure plus tôt."
        />
      </div>
      <Details titre="L’hôpital a déjà répondu">
        <div className="grid gap-4 pt-2 sm:grid-cols-2 lg:grid-cols-4">
          <ChampsReponse key={rang} valeurs={reponse} changer={(p) => repondre((v) => ({ ...v, ...p }))} />
        </div>
      </Details>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Bouton type="submit" attente={attente}>
          Inscrire la demande
        </Bouton>
        <p className="text-sm text-encre-2">Entrée inscrit depuis n’importe quel champ.</p>
      </div>
    </form>
  )
}
