'use client'

import type { OrganisationLue } from '@/lib/lectures/administration/fiche-organisation'
import type { ActionsReferentiel } from './actions-referentiel'
import { FormulaireOrganisation } from './formulaire-organisation'
import { valeursDe } from './valeurs'

type Proprietes = { organisation: OrganisationLue; action: ActionsReferentiel['modifier'] }

/** Fiche modifiable d'une organisation. */
export function ModifierOrganisation({ organisation: o, action }: Proprietes) {
  return (
    <FormulaireOrganisation
      existante
      nature={o.nature}
      valeurs={valeursDe(o)}
      parents={o.parents}
      envoyer={({ natureGestionnaire: _sorte, ...corps }) =>
        action({ ...corps, organisationId: o.id, version: o.version })
      }
      bouton="Enregistrer"
    />
  )
}
