'use client'

import { Selection } from '@/components/ui/selection'
import { CANAUX, choix, DEGRES, NATURES } from '@/lib/presentation/demande/mots'
import type { Listes, ValeursDemande } from './types'

type Proprietes = {
  valeurs: ValeursDemande
  listes: Listes
  changer: (partie: Partial<ValeursDemande>) => void
  /** Le premier champ reçoit la main à l'ouverture de la page. */
  mainAuDegre?: boolean
}

/** Ce que dit une demande, hors ses dates. Un choix unique ne se demande pas. */
export function ChampsDemande({ valeurs: v, listes, changer, mainAuDegre }: Proprietes) {
  const imagerie = v.nature === 'imagerie'
  return (
    <>
      <Selection
        libelle="Degré demandé par le centre"
        options={choix(DEGRES)}
        value={v.degreDemande}
        data-premier={mainAuDegre || undefined}
        onChange={(e) => changer({ degreDemande: e.target.value as ValeursDemande['degreDemande'] })}
      />
      <Selection
        libelle="Nature"
        options={choix(NATURES)}
        value={v.nature}
        onChange={(e) => {
          const nature = e.target.value as ValeursDemande['nature']
          changer({ nature, examen: nature === 'imagerie' ? (listes.examens[0]?.valeur ?? '') : '' })
        }}
      />
      {imagerie ? (
        <Selection
          libelle="Examen"
          options={listes.examens}
          value={v.examen}
          onChange={(e) => changer({ examen: e.target.value })}
        />
      ) : (
        <Selection
          libelle="Spécialité"
          invite="Non précisée"
          options={listes.specialites}
          value={v.specialite ?? ''}
          onChange={(e) => changer({ specialite: e.target.value || null })}
        />
      )}
      <Selection
        libelle="Arrivée par"
        options={choix(CANAUX)}
        value={v.canal}
        onChange={(e) => changer({ canal: e.target.value as ValeursDemande['canal'] })}
      />
      {listes.centres.length > 1 && (
        <Selection
          libelle="Centre"
          options={listes.centres}
          value={v.centreId}
          onChange={(e) => changer({ centreId: e.target.value })}
        />
      )}
      {listes.sites.length > 1 && (
        <Selection
          libelle="Site hospitalier"
          options={listes.sites}
          value={v.siteId}
          onChange={(e) => changer({ siteId: e.target.value })}
        />
      )}
    </>
  )
}
