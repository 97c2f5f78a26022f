'use client'

import { useWatch } from 'react-hook-form'
import { Champ } from '@/components/ui/champ'
import type { useActionFormulaire } from '@/components/ui/formulaire-action'
import { GroupeChoix } from '@/components/ui/groupe-choix'
import { departementDe } from '@/lib/domaine/organisation/departements'
import { estCodeInsee } from '@/lib/domaine/organisation/identifiants'
import { liaisonsPossibles, proposerTncc } from '@/lib/domaine/organisation/liaison'
import type { Valeurs } from './valeurs'

export type Liaison = ReturnType<typeof useActionFormulaire<Valeurs>>
type Tncc = Valeurs['tncc']

/** La commune : nom, code officiel, et la façon de dire « de… », montrée en toutes lettres. */
export function ChampsCommune({ liaison, requis }: { liaison: Liaison; requis: boolean }) {
  const { champ, formulaire } = liaison
  const { control, setValue } = formulaire
  const nom = useWatch({ control, name: 'communeNom' })
  const codeInsee = useWatch({ control, name: 'codeInsee' })
  const tncc = useWatch({ control, name: 'tncc' })
  const departement = estCodeInsee(codeInsee) ? departementDe(codeInsee) : null
  const liaisons = nom.trim() ? liaisonsPossibles(nom) : []
  const seule = liaisons.length === 1 ? liaisons[0] : null
  const proposer = (e: { target: { value: string } }) =>
    setValue('tncc', String(proposerTncc(e.target.value)) as Tncc)
  return (
    <fieldset className="flex flex-col gap-5">
      <legend className="mb-3 font-serif text-lg font-semibold">
        {requis ? 'La commune' : 'Commune d’implantation'}
      </legend>
      <Champ
        libelle="Nom de la commune"
        aide="Avec son article s’il y en a un : Le Kremlin-Bicêtre."
        requis={requis}
        autoComplete="off"
        {...champ('communeNom', { onChange: proposer })}
      />
      <Champ
        libelle="Code officiel de la commune (INSEE)"
        aide={
          departement
            ? `Département : ${departement.nom}.`
            : 'Cinq signes, différents du code postal : 94003 pour Arcueil.'
        }
        requis={requis}
        autoComplete="off"
        className="max-w-sm"
        {...champ('codeInsee')}
      />
      {seule && (
        <p>
          Dans les textes, on écrira «{'\u00a0'}
          <span className="font-medium">commune {seule.de}</span>
          {'\u00a0'}».
        </p>
      )}
      {liaisons.length > 1 && (
        <GroupeChoix
          libelle="Dans les textes, on écrira"
          name="tncc"
          valeur={tncc}
          onChange={(e) => setValue('tncc', e.target.value as Tncc)}
          choix={liaisons.map((l) => ({ valeur: String(l.tncc), libelle: `commune ${l.de}` }))}
        />
      )}
    </fieldset>
  )
}
