'use client'

import { Champ } from '@/components/ui/champ'
import { GroupeChoix } from '@/components/ui/groupe-choix'
import { Selection } from '@/components/ui/selection'
import type { NatureOrganisation } from '@/lib/domaine/organisation/acteur'
import { TEXTES_NATURE } from '@/lib/presentation/organisation/referentiel'
import { typographier } from '@/lib/presentation/typographie'
import type { Liaison } from './champs-commune'

/** Nom, sigle, et de quoi accorder les phrases des conventions. */
export function ChampsNom({
  nature,
  liaison,
  commune,
}: {
  nature: NatureOrganisation
  liaison: Liaison
  /** Vrai pour une commune gestionnaire : son nom commence par « commune de ». */
  commune: boolean
}) {
  const { champ } = liaison
  const groupe = nature === 'GROUPE_HOSPITALIER'
  return (
    <>
      <Champ
        libelle="Nom"
        aide={`Tel qu’il s’écrit dans une convention, sans article : ${commune ? 'commune d’Arcueil' : TEXTES_NATURE[nature].exemple}.`}
        autoComplete="off"
        requis
        {...champ('nom')}
      />
      {nature !== 'GESTIONNAIRE' && (
        <>
          <Champ
            libelle="Sigle"
            autoComplete="off"
            requis={groupe}
            className="max-w-sm"
            {...champ('sigle', { required: groupe && 'requis' })}
          />
          <Selection
            libelle="Article devant le nom ou le sigle"
            className="max-w-sm"
            options={[
              { valeur: 'le', libelle: 'le' },
              { valeur: 'la', libelle: 'la' },
              { valeur: "l'", libelle: 'l’' },
              { valeur: 'les', libelle: 'les' },
              { valeur: '', libelle: 'sans article' },
            ]}
            {...champ('article')}
          />
          <GroupeChoix
            libelle="Accord"
            aide={typographier('« représenté » ou « représentée » par son signataire.')}
            enLigne
            choix={[
              { valeur: 'masculin', libelle: 'Masculin' },
              { valeur: 'feminin', libelle: 'Féminin' },
            ]}
            {...champ('genre')}
          />
        </>
      )}
    </>
  )
}
