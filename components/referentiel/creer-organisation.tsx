'use client'

import type { NatureOrganisation } from '@/lib/domaine/organisation/acteur'
import type { Choix } from '@/lib/lectures/administration/fiche-organisation'
import { TEXTES_NATURE } from '@/lib/presentation/organisation/referentiel'
import type { ActionsReferentiel } from './actions-referentiel'
import { FormulaireOrganisation } from './formulaire-organisation'
import { valeursNeuves } from './valeurs'

type Proprietes = {
  nature: NatureOrganisation
  parents: readonly Choix[]
  parentId: string
  action: ActionsReferentiel['creer']
}

/** Création : le formulaire vide de cette nature. */
export function CreerOrganisation({ nature, parents, parentId, action }: Proprietes) {
  return (
    <FormulaireOrganisation
      nature={nature}
      valeurs={valeursNeuves(nature, parentId)}
      parents={parents}
      envoyer={(valeurs) => action({ ...valeurs, nature })}
      bouton={`Créer ${TEXTES_NATURE[nature].un}`}
    />
  )
}
