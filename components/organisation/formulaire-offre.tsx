'use client'

import { useAnnonce } from '@/components/ui/annonce'
import { Bouton } from '@/components/ui/bouton'
import { Case } from '@/components/ui/case'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import type { FicheCentre } from '@/lib/lectures/organisation/fiche-centre'
import { CATEGORIE } from '@/lib/presentation/organisation/libelles'
import type { ActionsFiche } from './actions-fiche'

type Proprietes = {
  centre: FicheCentre['centre']
  specialites: FicheCentre['specialites']
  proposees: readonly string[]
  declarer: ActionsFiche['actionDeclarerOffre']
}

export function FormulaireOffre({ centre, specialites, proposees, declarer }: Proprietes) {
  const annoncer = useAnnonce()
  const f = useActionFormulaire(declarer, {
    valeurs: { centreId: centre.id, version: centre.version, specialites: [...proposees] },
    apres: () => annoncer('Offre enregistrée'),
  })
  return (
    <FormulaireAction liaison={f} className="flex flex-col gap-6">
      <p className="max-w-lecture text-encre-2">
        Cochez tout ce que le centre propose : ce qui reste décoché sera dit « non proposé » à la date
        d’aujourd’hui.
      </p>
      {(['CONSULTATION', 'SUPPORT'] as const).map((categorie) => (
        <fieldset key={categorie}>
          <legend className="mb-2 font-medium">{CATEGORIE[categorie]}</legend>
          <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2 lg:grid-cols-3">
            {specialites
              .filter((s) => s.categorie === categorie)
              .map((s) => (
                <Case key={s.code} libelle={s.libelle} value={s.code} {...f.champ('specialites')} />
              ))}
          </div>
        </fieldset>
      ))}
      <Bouton type="submit" attente={f.attente} className="self-start">
        Déclarer cette offre
      </Bouton>
    </FormulaireAction>
  )
}
