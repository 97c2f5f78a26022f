import { type Control, useWatch } from 'react-hook-form'
import { Champ } from '@/components/ui/champ'
import { ChampDate } from '@/components/ui/champ-date'
import type { useActionFormulaire } from '@/components/ui/formulaire-action'
import { GroupeChoix } from '@/components/ui/groupe-choix'
import { Selection } from '@/components/ui/selection'
import { phraseFinReprise } from '@/lib/presentation/conventions/reprise'
import type { ReponseReprise, SaisieFormulaireReprise } from './saisie-reprise'

type Liaison = ReturnType<typeof useActionFormulaire<SaisieFormulaireReprise, ReponseReprise>>

/** Dates de l'acte ; le dernier jour se calcule et se montre pendant la saisie. */
export function DatesDeReprise({
  liaison,
  control,
  aujourdHui,
}: {
  liaison: Liaison
  control: Control<SaisieFormulaireReprise>
  aujourdHui: string
}) {
  const { champ } = liaison
  const dates = useWatch({ control, name: 'dates' })
  return (
    <div className="flex flex-col gap-5">
      <div className="grid gap-5 sm:grid-cols-2">
        <ChampDate
          libelle="Dernière signature"
          requis
          {...champ('dates.dateSignature', { required: 'date' })}
        />
        <ChampDate
          libelle="Prise d’effet"
          aide="Vide : le jour de la dernière signature."
          {...champ('dates.dateEffet')}
        />
      </div>
      <GroupeChoix
        libelle="Jusqu’à quand ?"
        enLigne
        choix={[
          { valeur: 'duree', libelle: 'L’acte dit une durée' },
          { valeur: 'fin', libelle: 'L’acte dit une date' },
          { valeur: 'inconnue', libelle: 'Je ne sais pas' },
        ]}
        {...champ('dates.terme')}
      />
      {dates.terme === 'duree' && (
        <div className="flex max-w-sm items-end gap-3">
          <Champ
            className="w-28"
            libelle="Durée"
            inputMode="numeric"
            {...champ('dates.duree', {
              pattern: { value: /^[1-9]\d{0,2}$/, message: 'entier' },
              required: 'entier',
            })}
          />
          <Selection
            className="flex-1"
            libelle="Unité"
            options={[
              { valeur: 'an', libelle: 'ans' },
              { valeur: 'mois', libelle: 'mois' },
            ]}
            {...champ('dates.uniteDuree')}
          />
        </div>
      )}
      {dates.terme === 'fin' && (
        <ChampDate libelle="Dernier jour, inclus" {...champ('dates.dateFin', { required: 'date' })} />
      )}
      <p
        role="status"
        className="border-l-4 border-accent bg-accent-fond px-3 py-2 font-medium first-letter:uppercase"
      >
        {phraseFinReprise(dates, aujourdHui)}
      </p>
    </div>
  )
}

const COTES = [
  { nom: 'hopital', titre: 'Pour l’hôpital' },
  { nom: 'gestionnaire', titre: 'Pour le gestionnaire du centre' },
] as const

/** Un signataire par partie, s'il est connu ; vide, rien n'est enregistré. */
export function SignatairesDeReprise({ liaison }: { liaison: Liaison }) {
  const { champ } = liaison
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      {COTES.map(({ nom, titre }) => (
        <fieldset key={nom} className="flex flex-col gap-3">
          <legend className="mb-2 font-semibold">{titre}</legend>
          <Selection
            libelle="Civilité"
            options={[
              { valeur: '', libelle: 'Non précisée' },
              { valeur: 'MME', libelle: 'Madame' },
              { valeur: 'M', libelle: 'Monsieur' },
            ]}
            {...champ(`signataires.${nom}.civilite`)}
          />
          <Champ libelle="Prénom" autoComplete="off" {...champ(`signataires.${nom}.prenom`)} />
          <Champ libelle="Nom" autoComplete="off" {...champ(`signataires.${nom}.nom`)} />
          <Champ
            libelle="Qualité"
            aide="Comme elle est écrite dans l’acte."
            autoComplete="off"
            {...champ(`signataires.${nom}.qualite`)}
          />
        </fieldset>
      ))}
    </div>
  )
}
