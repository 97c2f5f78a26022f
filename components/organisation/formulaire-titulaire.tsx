'use client'

import { useAnnonce } from '@/components/ui/annonce'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { ChampDate } from '@/components/ui/champ-date'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { Selection } from '@/components/ui/selection'
import type { FonctionLue } from '@/lib/lectures/organisation/fonctions'
import type { RenseignerTitulaire } from './actions-fiche'

type Proprietes = { poste: FonctionLue; renseigner: RenseignerTitulaire }

export function FormulaireTitulaire({ poste, renseigner }: Proprietes) {
  const annoncer = useAnnonce()
  const f = useActionFormulaire(renseigner, {
    valeurs: { fonctionId: poste.id, version: poste.version, prenom: '', nom: '', depuis: '' },
    apres: () => annoncer('Titulaire enregistré'),
  })
  return (
    <FormulaireAction liaison={f} className="flex max-w-xl flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-[9rem_1fr_1fr]">
        <Selection
          libelle="Civilité"
          requis
          invite="Choisir"
          options={[
            { valeur: 'MME', libelle: 'Madame' },
            { valeur: 'M', libelle: 'Monsieur' },
          ]}
          {...f.champ('civilite')}
        />
        <Champ libelle="Prénom" {...f.champ('prenom')} />
        <Champ libelle="Nom" requis {...f.champ('nom')} />
      </div>
      <ChampDate
        libelle="En fonction depuis le"
        requis
        aide={
          poste.titulaire
            ? 'Le titulaire actuel finira la veille. Les textes déjà signés gardent son nom.'
            : undefined
        }
        {...f.champ('depuis')}
      />
      <Bouton type="submit" attente={f.attente} className="self-start">
        Enregistrer le titulaire
      </Bouton>
    </FormulaireAction>
  )
}
