'use client'

import { Selection } from '@/components/ui/selection'
import { choix, DEGRES, ISSUES } from '@/lib/presentation/demande/mots'
import { Moment } from './moment'
import type { Complement } from './types'

export const SANS_REPONSE: Complement = {
  degreRetenu: null,
  repondueLe: null,
  rendezVousLe: null,
  issue: null,
}

type Proprietes = {
  valeurs: Complement
  changer: (partie: Partial<Complement>) => void
  /** Déjà écrit : cela se corrige, ne se complète pas. */
  ecrits?: Complement
}

/** Ce que l'hôpital a répondu. Un rendez-vous daté dit son issue ; une issue ou un rendez-vous suppose une réponse. */
export function ChampsReponse({ valeurs: v, changer, ecrits = SANS_REPONSE }: Proprietes) {
  return (
    <>
      {ecrits.repondueLe === null && (
        <Moment
          libelle="Répondue le"
          valeur={v.repondueLe ?? ''}
          changer={(m) => changer({ repondueLe: m || null })}
        />
      )}
      {ecrits.degreRetenu === null && (
        <Selection
          libelle="Degré retenu par l’hôpital"
          invite="Non dit"
          options={choix(DEGRES)}
          value={v.degreRetenu ?? ''}
          onChange={(e) => changer({ degreRetenu: (e.target.value || null) as Complement['degreRetenu'] })}
        />
      )}
      {ecrits.rendezVousLe === null && (
        <Moment
          libelle="Rendez-vous le"
          valeur={v.rendezVousLe ?? ''}
          changer={(m) =>
            changer(
              m
                ? { rendezVousLe: m, ...(ecrits.issue === null && { issue: 'donnee' }) }
                : { rendezVousLe: null },
            )
          }
        />
      )}
      {ecrits.issue === null && (
        <Selection
          libelle="Issue"
          invite="Pas encore connue"
          options={choix(ISSUES)}
          value={v.issue ?? ''}
          onChange={(e) => changer({ issue: (e.target.value || null) as Complement['issue'] })}
        />
      )}
    </>
  )
}
