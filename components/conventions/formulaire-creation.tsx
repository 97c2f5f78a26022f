'use client'

import { useRouter } from 'next/navigation'
import { useWatch } from 'react-hook-form'
import { Bouton } from '@/components/ui/bouton'
import { Encart } from '@/components/ui/encart'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { GroupeChoix } from '@/components/ui/groupe-choix'
import { LienBouton } from '@/components/ui/lien-bouton'
import { Selection } from '@/components/ui/selection'
import type { GroupeAChoisir, ModeleAChoisir } from '@/lib/lectures/convention/preparer-creation'
import { adresseRedaction } from '@/lib/presentation/conventions/adresses'
import {
  consequenceCreation,
  nomDuGroupe,
  parGestionnaire,
  rattachementPrevu,
} from '@/lib/presentation/conventions/creation'
import type { Reponse } from '@/lib/serveur/action'
import { ChoixCentres } from './choix-centres'
import { ChoixModele } from './choix-modele'

type Saisie = { modeleVersionId: string; groupeId: string; centreIds: string[]; acteGroupe: boolean }
/** Un bouton radio rend un mot, non un booléen. */
type Valeurs = Omit<Saisie, 'acteGroupe'> & { acteGroupe: string }
type Proprietes = {
  groupes: readonly GroupeAChoisir[]
  modeles: readonly ModeleAChoisir[]
  /** Choix déjà faits par l'adresse. */
  initial: Omit<Saisie, 'acteGroupe'>
  creer: (saisie: Saisie) => Promise<Reponse<{ references: string[] }>>
}

/** Du modèle aux centres, la conséquence dite avant le clic. */
export function FormulaireCreation({ groupes, modeles, initial, creer }: Proprietes) {
  const routeur = useRouter()
  const groupableDe = (s: Valeurs) =>
    s.acteGroupe === 'true' && modeles.find((m) => m.versionId === s.modeleVersionId)?.groupable === true
  const liaison = useActionFormulaire(
    // Un bouton radio rend un mot ; le choix ne vaut que pour un modèle qui le permet.
    (s: Valeurs) => creer({ ...s, acteGroupe: groupableDe(s) }),
    {
      valeurs: { ...initial, acteGroupe: 'true' },
      apres: ({ references }) => {
        const [seule] = references
        routeur.push(
          references.length === 1 && seule
            ? adresseRedaction(seule)
            : `/conventions?creees=${references.length}`,
        )
      },
    },
  )
  const { control, getValues, setValue } = liaison.formulaire
  const [groupeId, choisis, versionId, voulu] = useWatch({
    control,
    name: ['groupeId', 'centreIds', 'modeleVersionId', 'acteGroupe'],
  })
  const choisi = modeles.find((m) => m.versionId === versionId)
  const groupe = groupes.find((g) => g.id === groupeId) ?? groupes[0]
  const duGroupe = modeles.filter((m) => m.groupeIds.includes(groupe?.id ?? ''))
  const gestionnaires = parGestionnaire(groupe?.centres ?? [])
  const plusieurs = gestionnaires.filter((g) => g.centres.some((c) => choisis.includes(c.id))).length > 1
  const groupable = plusieurs && choisi?.groupable === true
  const acteGroupe = groupable && voulu === 'true'
  const consequence = consequenceCreation(gestionnaires, choisis, acteGroupe)
  const centres = liaison.champ('centreIds', {
    validate: (v) => (Array.isArray(v) && v.length > 0) || 'choisir-un-centre',
  })
  const { erreur: erreurModele, ...modele } = liaison.champ('modeleVersionId', { required: 'choix' })
  const { erreur: erreurCentres, ...champCentres } = centres
  return (
    <FormulaireAction liaison={liaison} className="flex max-w-5xl flex-col gap-10">
      <ChoixModele modeles={duGroupe} champ={modele} erreur={erreurModele} />
      <fieldset>
        <legend className="font-serif text-xl font-semibold">2. Le ou les centres</legend>
        <p className="mb-3 text-encre-2">
          La partie qui signe est le gestionnaire, presque toujours la commune.{' '}
          {choisi?.groupable
            ? 'Plusieurs gestionnaires peuvent signer un seul acte, ou chacun le sien.'
            : 'Plusieurs gestionnaires choisis donnent autant de conventions.'}
        </p>
        {groupes.length > 1 && (
          <Selection
            className="mb-4 max-w-xl"
            libelle="Groupe hospitalier"
            options={groupes.map((g) => ({ valeur: g.id, libelle: nomDuGroupe(g) }))}
            {...liaison.champ('groupeId', {
              onChange: (e) => {
                setValue('centreIds', [])
                const code = modeles.find((m) => m.versionId === getValues('modeleVersionId'))?.code
                const sien = modeles.find((m) => m.code === code && m.groupeIds.includes(e.target.value))
                setValue('modeleVersionId', sien?.versionId ?? '')
              },
            })}
          />
        )}
        <ChoixCentres gestionnaires={gestionnaires} champ={champCentres} erreur={erreurCentres} />
      </fieldset>
      {groupable && (
        <GroupeChoix
          libelle="3. Un acte pour tous, ou un par gestionnaire"
          choix={[
            {
              valeur: 'true',
              libelle: 'Un acte pour tous',
              aide: 'Les centres se partagent les demi-journées. Chaque gestionnaire vote, signe et se retire pour lui.',
            },
            {
              valeur: 'false',
              libelle: 'Un acte par gestionnaire',
              aide: 'Autant de conventions séparées, avec le même texte de départ.',
            },
          ]}
          {...liaison.champ('acteGroupe')}
        />
      )}
      {choisi?.activite && choisis.length > 0 && (
        <Rattachement prevu={rattachementPrevu(gestionnaires, choisis)} />
      )}
      <div className="sm:sticky sm:bottom-0 z-10 -mx-3 flex flex-wrap items-center gap-x-6 gap-y-3 border-t border-trait bg-fond px-3 py-4 sm:mx-0 sm:px-0">
        <p role="status" className="min-w-56 flex-1 font-medium">
          {consequence}
        </p>
        <LienBouton variante="discret" href="/conventions">
          Annuler
        </LienBouton>
        <Bouton type="submit" attente={liaison.attente} isDisabled={choisis.length === 0}>
          {choisis.length > 1 && consequence.includes('conventions')
            ? 'Créer les brouillons'
            : 'Créer le brouillon'}
        </Bouton>
      </div>
    </FormulaireAction>
  )
}

/** Les conventions-cadres auxquelles l'activité se rattachera d'elle-même, ou ce qui lui manque. */
function Rattachement({ prevu }: { prevu: { cadres: string[]; sans: string[] } }) {
  return (
    <div className="flex flex-col gap-3">
      {prevu.cadres.length > 0 && (
        <p>
          Rattachée d’office{' '}
          {prevu.cadres.length > 1 ? 'aux conventions en vigueur' : 'à la convention en vigueur'}{' '}
          <span className="font-medium">{prevu.cadres.join(', ')}</span>, sous un numéro dans{' '}
          {prevu.cadres.length > 1 ? 'chacune' : 'celle-ci'}.
        </p>
      )}
      {prevu.sans.length > 0 && (
        <Encart ton="vigilance" titre="Coopération sans convention-cadre">
          <p>
            Aucune convention en vigueur avec {prevu.sans.join(', ')}. L’activité peut se préparer ; elle se
            rattachera dès qu’une convention existera.
          </p>
        </Encart>
      )}
    </div>
  )
}
