'use client'

import { useWatch } from 'react-hook-form'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { ChampDate } from '@/components/ui/champ-date'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { Selection } from '@/components/ui/selection'
import type { NatureOrganisation } from '@/lib/domaine/organisation/acteur'
import { NATURES_GESTIONNAIRE } from '@/lib/domaine/organisation/designations'
import { finessPlausible, sansEspace } from '@/lib/domaine/organisation/identifiants'
import type { Choix } from '@/lib/lectures/administration/fiche-organisation'
import { initiale } from '@/lib/presentation/comptes'
import { LIBELLES_GESTIONNAIRE, TEXTES_NATURE } from '@/lib/presentation/organisation/referentiel'
import { typographier } from '@/lib/presentation/typographie'
import type { Reponse } from '@/lib/serveur/action'
import { ChampsNom } from './champs-accord'
import { ChampsCommune, type Liaison } from './champs-commune'
import type { Valeurs } from './valeurs'

type Proprietes = {
  nature: NatureOrganisation
  valeurs: Valeurs
  parents: readonly Choix[]
  envoyer: (valeurs: Valeurs) => Promise<Reponse<unknown>>
  bouton: string
  /** Vrai sur une organisation qui existe : sa nature de gestionnaire ne change plus. */
  existante?: boolean
}

/** Fiche d'une organisation : seuls les champs qui ont un sens pour sa nature paraissent. */
export function FormulaireOrganisation({ nature, valeurs, parents, envoyer, bouton, existante }: Proprietes) {
  const liaison: Liaison = useActionFormulaire<Valeurs>(envoyer, {
    valeurs,
    // Un changement de nom enregistré ne doit pas repartir avec la correction suivante.
    apres: () => {
      liaison.formulaire.setValue('appellationDepuis', '')
      liaison.formulaire.setValue('codeReference', '')
    },
  })
  const { champ, attente, formulaire, reussite } = liaison
  const gestionnaire = useWatch({ control: formulaire.control, name: 'natureGestionnaire' })
  const commune = nature === 'GESTIONNAIRE' && gestionnaire === 'COMMUNE'
  return (
    <FormulaireAction liaison={liaison} className="flex max-w-2xl flex-col gap-6">
      {parents.length > 0 && (
        <Selection
          libelle={TEXTES_NATURE[nature].rattachement}
          requis
          invite="Choisir"
          options={parents.map((p) => ({ valeur: p.id, libelle: initiale(p.nom) }))}
          {...champ('parentId', { required: 'requis' })}
        />
      )}
      {nature === 'GESTIONNAIRE' && !existante && (
        <Selection
          libelle="Sorte de gestionnaire"
          requis
          className="max-w-sm"
          options={NATURES_GESTIONNAIRE.map((n) => ({ valeur: n, libelle: LIBELLES_GESTIONNAIRE[n] }))}
          {...champ('natureGestionnaire')}
        />
      )}
      {(!commune || existante) && <ChampsNom nature={nature} liaison={liaison} commune={commune} />}
      {nature === 'GROUPE_HOSPITALIER' && <ChampsAppellation liaison={liaison} existante={existante} />}
      {(commune || nature === 'SITE' || (nature === 'CENTRE' && existante)) && (
        <ChampsCommune liaison={liaison} requis={commune} />
      )}
      <ChampsCoordonnees liaison={liaison} />
      <div className="flex flex-wrap items-center gap-3">
        <Bouton type="submit" attente={attente}>
          {bouton}
        </Bouton>
        {existante && (
          <span role="status" className="text-tenu">
            {reussite !== null && 'Enregistré.'}
          </span>
        )}
      </div>
    </FormulaireAction>
  )
}

function ChampsAppellation({ liaison, existante }: { liaison: Liaison; existante?: boolean }) {
  const { champ, formulaire } = liaison
  const [depuis, code] = useWatch({
    control: formulaire.control,
    name: ['appellationDepuis', 'codeReference'],
  })
  return (
    <fieldset className="flex flex-col gap-5">
      <legend className="mb-3 font-serif text-lg font-semibold">
        {existante ? 'Changement de nom' : 'Nom et références'}
      </legend>
      {existante && (
        <p className="-mt-2 text-encre-2">
          À remplir si le groupe a changé de nom{'\u00a0'}: l’ancien reste celui des textes d’avant. Laissez
          vide pour corriger une faute.
        </p>
      )}
      <ChampDate
        libelle={existante ? 'Ce nom vaut à partir du' : 'Porte ce nom depuis le'}
        requis={!existante}
        {...champ('appellationDepuis', { required: existante && code ? 'requis' : false })}
      />
      <Champ
        libelle={existante ? 'Code des références sous ce nom' : 'Code des références'}
        aide={typographier(
          'De deux à douze lettres ou chiffres. « HUPS » donne HUPS-ARC-2026-001 ; une référence attribuée ne change plus.',
        )}
        requis={!existante}
        className="max-w-sm"
        autoComplete="off"
        {...champ('codeReference', { required: existante && depuis ? 'requis' : false })}
      />
    </fieldset>
  )
}

function ChampsCoordonnees({ liaison }: { liaison: Liaison }) {
  const { champ, formulaire } = liaison
  const finess = sansEspace(useWatch({ control: formulaire.control, name: 'finess' }))
  const douteux = finess !== '' && !finessPlausible(finess)
  return (
    <fieldset className="flex flex-col gap-5">
      <legend className="mb-3 font-serif text-lg font-semibold">Coordonnées et numéros</legend>
      <Champ libelle="Adresse postale" autoComplete="off" {...champ('adresse')} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Champ libelle="Téléphone" type="tel" autoComplete="off" {...champ('telephone')} />
        <Champ libelle="Adresse électronique" type="email" autoComplete="off" {...champ('courriel')} />
        <Champ libelle="Numéro Siret" inputMode="numeric" autoComplete="off" {...champ('siret')} />
        <Champ
          libelle="Numéro Finess"
          autoComplete="off"
          aide={
            douteux ? 'À vérifier : un numéro Finess a neuf chiffres. Il sera gardé tel quel.' : undefined
          }
          {...champ('finess')}
        />
      </div>
    </fieldset>
  )
}
