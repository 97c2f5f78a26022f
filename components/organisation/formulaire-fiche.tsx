'use client'

import { useAnnonce } from '@/components/ui/annonce'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { nomProvisoire } from '@/lib/domaine/organisation/fiche'
import type { Coordonnees } from '@/lib/lectures/organisation/fiche-centre'
import type { ActionsFiche } from './actions-fiche'

type Proprietes = { organisation: Coordonnees; completer: ActionsFiche['actionCompleterFiche'] }

export function FormulaireFiche({ organisation: o, completer }: Proprietes) {
  const annoncer = useAnnonce()
  const f = useActionFormulaire(completer, {
    valeurs: {
      organisationId: o.id,
      version: o.version,
      nom: nomProvisoire(o.nom),
      adresse: o.adresse ?? '',
      telephone: o.telephone ?? '',
      courriel: o.courriel ?? '',
    },
    apres: () => annoncer('Fiche enregistrée'),
  })
  return (
    <FormulaireAction liaison={f} className="flex max-w-xl flex-col gap-4">
      <Champ libelle="Nom d’usage" requis {...f.champ('nom')} />
      <Champ libelle="Adresse" autoComplete="off" {...f.champ('adresse')} />
      <Champ libelle="Téléphone" type="tel" inputMode="tel" {...f.champ('telephone')} />
      <Champ
        libelle="Adresse électronique"
        type="email"
        aide="Celle du service, pas celle d’un patient."
        {...f.champ('courriel')}
      />
      <Bouton type="submit" attente={f.attente} className="self-start">
        Enregistrer les coordonnées
      </Bouton>
    </FormulaireAction>
  )
}
