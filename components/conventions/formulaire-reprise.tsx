'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useRef, useState } from 'react'
import { Controller, useWatch } from 'react-hook-form'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { Details } from '@/components/ui/details'
import { Encart } from '@/components/ui/encart'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { GroupeChoix } from '@/components/ui/groupe-choix'
import { RechercheCombo } from '@/components/ui/recherche-combo'
import { Selection } from '@/components/ui/selection'
import type { GroupeAChoisir, ModeleAChoisir } from '@/lib/lectures/convention/preparer-creation'
import type { ConventionAReprendre } from '@/lib/lectures/convention/preparer-reprise'
import { adresseConvention } from '@/lib/presentation/conventions/adresses'
import { nomDuGroupe, parGestionnaire } from '@/lib/presentation/conventions/creation'
import { DatesDeReprise, SignatairesDeReprise } from './champs-reprise'
import { ChoixCentres } from './choix-centres'
import { type Deposer, DepotScan, type FichierDepose } from './depot-scan'
import {
  DATES_VIDES,
  type ReponseReprise,
  type Reprendre,
  type SaisieFormulaireReprise,
  SIGNATAIRES_VIDES,
  versSaisieEnvoyee,
} from './saisie-reprise'

type Proprietes = {
  groupes: readonly GroupeAChoisir[]
  modeles: readonly ModeleAChoisir[]
  conventions: readonly ConventionAReprendre[]
  initial: { groupeId: string; centreIds: string[]; conventionId: string | null }
  aujourdHui: string
  reprendre: Reprendre
  deposer: Deposer
}

/** Un acte déjà signé, sur un seul écran : le scan, à qui, quoi, quand ; le texte pourra venir plus tard. */
export function FormulaireReprise({
  groupes,
  modeles,
  conventions,
  initial,
  aujourdHui,
  reprendre,
  deposer,
}: Proprietes) {
  const routeur = useRouter()
  const [scan, definirScan] = useState<FichierDepose | null>(null)
  const [derniere, definirDerniere] = useState<string | null>(null)
  const encore = useRef(false)
  const [intituleTouche, definirTouche] = useState(false)
  const proposer = (modeleCode: string, nature: string) =>
    nature === 'avenant' ? 'Avenant' : (modeles.find((m) => m.code === modeleCode)?.intitule ?? '')
  const valeurs: SaisieFormulaireReprise = {
    groupeId: initial.groupeId,
    nature: initial.conventionId ? 'avenant' : 'convention',
    conventionId: initial.conventionId,
    centreIds: initial.centreIds,
    modeleCode: modeles[0]?.code ?? '',
    intitule: proposer(modeles[0]?.code ?? '', initial.conventionId ? 'avenant' : 'convention'),
    dates: DATES_VIDES,
    signataires: SIGNATAIRES_VIDES,
  }
  const envoyer = (saisie: SaisieFormulaireReprise) => {
    const avenant = saisie.nature === 'avenant'
    const convention = conventions.find((c) => c.id === saisie.conventionId)
    return reprendre(versSaisieEnvoyee(saisie, scan, avenant ? (convention?.centreIds ?? []) : null))
  }
  const liaison = useActionFormulaire<SaisieFormulaireReprise, ReponseReprise>(envoyer, {
    valeurs,
    apres: ({ reference }) => {
      if (!encore.current) return routeur.push(adresseConvention(reference))
      definirDerniere(reference)
      definirScan(null)
      definirTouche(false)
      const { groupeId, modeleCode } = liaison.formulaire.getValues()
      liaison.formulaire.reset({
        ...valeurs,
        groupeId,
        modeleCode,
        nature: 'convention',
        conventionId: null,
        centreIds: [],
        intitule: proposer(modeleCode, 'convention'),
      })
      window.scrollTo({ top: 0 })
      routeur.refresh()
    },
  })
  const { control, setValue } = liaison.formulaire
  const [groupeId, nature, modeleCode] = useWatch({ control, name: ['groupeId', 'nature', 'modeleCode'] })
  const reproposer = (code: string, n: string) => {
    if (!intituleTouche) setValue('intitule', proposer(code, n))
  }
  const groupe = groupes.find((g) => g.id === groupeId) ?? groupes[0]
  const avenant = nature === 'avenant'
  const { erreur: erreurCentres, ...champCentres } = liaison.champ('centreIds', {
    validate: (v) => avenant || (Array.isArray(v) && v.length > 0) || 'choisir-un-centre',
  })
  return (
    <FormulaireAction liaison={liaison} className="flex max-w-4xl flex-col gap-10">
      {derniere && (
        <Encart ton="tenu" annonce="status" titre={`${derniere} est enregistrée`}>
          Le groupe et le modèle sont gardés pour la suivante.
        </Encart>
      )}
      <Partie titre="L’acte">
        <DepotScan depose={scan} onDepose={definirScan} deposer={deposer} />
        {conventions.length > 0 && (
          <GroupeChoix
            libelle="De quoi s’agit-il ?"
            enLigne
            choix={[
              { valeur: 'convention', libelle: 'Une convention' },
              { valeur: 'avenant', libelle: 'Un avenant à une convention déjà enregistrée' },
            ]}
            {...liaison.champ('nature', { onChange: (e) => reproposer(modeleCode, e.target.value) })}
          />
        )}
      </Partie>
      {avenant ? (
        <Partie titre="La convention modifiée">
          <Controller
            control={control}
            name="conventionId"
            rules={{ required: 'choix' }}
            render={({ field, fieldState }) => (
              <RechercheCombo
                libelle="Convention"
                requis
                invite="Ville ou référence"
                ref={field.ref}
                onBlur={field.onBlur}
                valeur={field.value}
                onChoix={field.onChange}
                erreur={fieldState.error ? 'Choisissez la convention que cet avenant modifie.' : null}
                options={conventions
                  .filter((c) => c.groupeId === groupeId)
                  .map((c) => ({
                    valeur: c.id,
                    libelle: [c.commune, c.titre].filter(Boolean).join(' – '),
                    precision: c.reference,
                  }))}
              />
            )}
          />
        </Partie>
      ) : (
        <Partie titre="Avec qui">
          {groupes.length > 1 && (
            <Selection
              className="max-w-xl"
              libelle="Groupe hospitalier"
              options={groupes.map((g) => ({ valeur: g.id, libelle: nomDuGroupe(g) }))}
              {...liaison.champ('groupeId', { onChange: () => setValue('centreIds', []) })}
            />
          )}
          <ChoixCentres
            gestionnaires={parGestionnaire(groupe?.centres ?? [])}
            champ={champCentres}
            erreur={erreurCentres ? 'Choisissez au moins un centre.' : null}
          />
        </Partie>
      )}
      <Partie titre="Quoi">
        {!avenant && (
          <Selection
            className="max-w-xl"
            libelle="Modèle dont l’acte est proche"
            options={[
              ...modeles.map((m) => ({ valeur: m.code, libelle: m.intitule })),
              { valeur: '', libelle: 'Aucun' },
            ]}
            {...liaison.champ('modeleCode', { onChange: (e) => reproposer(e.target.value, nature) })}
          />
        )}
        <Champ
          libelle="Intitulé"
          requis
          aide="Celui qui est écrit sur l’acte."
          {...liaison.champ('intitule', {
            required: 'requis',
            minLength: { value: 3, message: 'trop-court' },
            onChange: () => definirTouche(true),
          })}
        />
      </Partie>
      <Partie titre="Quand">
        <DatesDeReprise liaison={liaison} control={control} aujourdHui={aujourdHui} />
      </Partie>
      <Details titre="Signataires" complement="facultatif">
        <SignatairesDeReprise liaison={liaison} />
      </Details>
      <div className="sm:sticky sm:bottom-0 z-10 -mx-3 flex flex-wrap justify-end gap-3 border-t border-trait bg-fond px-3 py-4 sm:mx-0 sm:px-0">
        <Bouton
          type="submit"
          variante="secondaire"
          isDisabled={liaison.attente}
          onPressStart={() => {
            encore.current = true
          }}
        >
          Enregistrer et en reprendre une autre
        </Bouton>
        <Bouton
          type="submit"
          attente={liaison.attente}
          onPressStart={() => {
            encore.current = false
          }}
        >
          {avenant ? 'Enregistrer l’avenant' : 'Enregistrer la convention'}
        </Bouton>
      </div>
    </FormulaireAction>
  )
}

const Partie = ({ titre, children }: { titre: string; children: ReactNode }) => (
  <section className="flex flex-col gap-4">
    <h2 className="font-serif text-xl font-semibold">{titre}</h2>
    {children}
  </section>
)
