'use client'

import { useRouter } from 'next/navigation'
import { useWatch } from 'react-hook-form'
import { Bouton } from '@/components/ui/bouton'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { LienBouton } from '@/components/ui/lien-bouton'
import { Selection } from '@/components/ui/selection'
import type { GroupeAChoisir, ModeleAChoisir } from '@/lib/lectures/convention/preparer-creation'
import { adresseRedaction } from '@/lib/presentation/conventions/adresses'
import { consequenceCreation, nomDuGroupe, parGestionnaire } from '@/lib/presentation/conventions/creation'
import type { Reponse } from '@/lib/serveur/action'
import { ChoixCentres } from './choix-centres'
import { ChoixModele } from './choix-modele'

type Saisie = { modeleVersionId: string; groupeId: string; centreIds: string[] }
type Proprietes = {
  groupes: readonly GroupeAChoisir[]
  modeles: readonly ModeleAChoisir[]
  /** Choix déjà faits par l'adresse. */
  initial: Saisie
  creer: (saisie: Saisie) => Promise<Reponse<{ references: string[] }>>
}

/** Du modèle aux centres, la conséquence dite avant le clic. */
export function FormulaireCreation({ groupes, modeles, initial, creer }: Proprietes) {
  const routeur = useRouter()
  const liaison = useActionFormulaire(creer, {
    valeurs: initial,
    apres: ({ references }) => {
      const [seule] = references
      routeur.push(
        references.length === 1 && seule
          ? adresseRedaction(seule)
          : `/conventions?creees=${references.length}`,
      )
    },
  })
  const { control, setValue } = liaison.formulaire
  const [groupeId, choisis] = useWatch({ control, name: ['groupeId', 'centreIds'] })
  const groupe = groupes.find((g) => g.id === groupeId) ?? groupes[0]
  const gestionnaires = parGestionnaire(groupe?.centres ?? [])
  const centres = liaison.champ('centreIds', {
    validate: (v) => (Array.isArray(v) && v.length > 0) || 'choisir-un-centre',
  })
  const { erreur: erreurModele, ...modele } = liaison.champ('modeleVersionId', { required: 'choix' })
  const { erreur: erreurCentres, ...champCentres } = centres
  return (
    <FormulaireAction liaison={liaison} className="flex max-w-5xl flex-col gap-10">
      <ChoixModele modeles={modeles} champ={modele} erreur={erreurModele} />
      <fieldset>
        <legend className="font-serif text-xl font-semibold">2. Le ou les centres</legend>
        <p className="mb-3 text-encre-2">
          La partie qui signe est le gestionnaire, presque toujours la commune. Plusieurs gestionnaires
          choisis donnent autant de conventions.
        </p>
        {groupes.length > 1 && (
          <Selection
            className="mb-4 max-w-xl"
            libelle="Groupe hospitalier"
            options={groupes.map((g) => ({ valeur: g.id, libelle: nomDuGroupe(g) }))}
            {...liaison.champ('groupeId', { onChange: () => setValue('centreIds', []) })}
          />
        )}
        <ChoixCentres gestionnaires={gestionnaires} champ={champCentres} erreur={erreurCentres} />
      </fieldset>
      <div className="sm:sticky sm:bottom-0 z-10 -mx-3 flex flex-wrap items-center gap-x-6 gap-y-3 border-t border-trait bg-fond px-3 py-4 sm:mx-0 sm:px-0">
        <p role="status" className="min-w-56 flex-1 font-medium">
          {consequenceCreation(gestionnaires, choisis)}
        </p>
        <LienBouton variante="discret" href="/conventions">
          Annuler
        </LienBouton>
        <Bouton type="submit" attente={liaison.attente} isDisabled={choisis.length === 0}>
          {choisis.length > 1 && consequenceCreation(gestionnaires, choisis).includes('conventions')
            ? 'Créer les brouillons'
            : 'Créer le brouillon'}
        </Bouton>
      </div>
    </FormulaireAction>
  )
}
