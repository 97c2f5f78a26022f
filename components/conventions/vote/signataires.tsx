'use client'

import { useState } from 'react'
import { DepotScan } from '@/components/conventions/depot-scan'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { ChampDate } from '@/components/ui/champ-date'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { GroupeChoix } from '@/components/ui/groupe-choix'
import { Selection } from '@/components/ui/selection'
import { regimeDe } from '@/lib/domaine/acte/autorite'
import type { PartieDuVote, SignataireDuVote } from '@/lib/lectures/acte/lire-vote'
import { autoriteImprimee } from '@/lib/presentation/conventions/vote'
import { dateEnLettres, typographier } from '@/lib/presentation/typographie'
import type { ActionsVote, FichierJoint, Pouvoir as SaisiePouvoir } from './types'

type Proprietes = { partie: PartieDuVote; actions: ActionsVote }

/** Qui signe pour cette partie, et de qui il tient son pouvoir. */
export function Signataires({ partie, actions }: Proprietes) {
  return (
    <ul className="divide-y divide-trait border-y border-trait">
      {partie.signataires.map((s) => (
        <li key={s.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
          <div className="min-w-0">
            <p className="font-medium">
              {s.nom ? `${s.prenom} ${s.nom}` : <span className="text-inconnu italic">Nom à renseigner</span>}
            </p>
            <p className="text-[0.9375rem]">{typographier(s.qualite)}</p>
            <p className="text-sm text-encre-2">{pouvoirDit(s)}</p>
          </div>
          {partie.droits.signataires && <Pouvoir partie={partie} signataire={s} actions={actions} />}
        </li>
      ))}
    </ul>
  )
}

const pouvoirDit = (s: SignataireDuVote): string =>
  s.nature === 'DELEGATION'
    ? typographier(`Par délégation : ${s.reference ?? '…'}${s.date ? ` du ${dateEnLettres(s.date)}` : ''}`)
    : 'De droit'

function Pouvoir({ partie, signataire: s, actions }: Proprietes & { signataire: SignataireDuVote }) {
  return (
    <Dialogue
      titre="Signataire et pouvoir"
      largeur="large"
      declencheur={
        <Bouton variante="secondaire" taille="petit">
          {s.nom ? 'Modifier' : 'Renseigner'}
          <span className="sr-only"> {s.nom || s.qualite}</span>
        </Bouton>
      }
    >
      {(fermer) => <Formulaire {...{ partie, signataire: s, actions, fermer }} />}
    </Dialogue>
  )
}

function Formulaire({
  partie,
  signataire: s,
  actions,
  fermer,
}: Proprietes & { signataire: SignataireDuVote; fermer: () => void }) {
  const [copie, definirCopie] = useState<FichierJoint | null>(null)
  const delegant = partie.role === 'HOPITAL' ? 'du directeur général' : delegantDe(partie)
  const f = useActionFormulaire(
    (saisie: SaisiePouvoir) =>
      actions.enregistrerPouvoir({
        ...saisie,
        signataireId: s.id,
        version: partie.version,
        autorite:
          saisie.nature === 'DELEGATION' && saisie.reference && saisie.date
            ? autoriteImprimee(delegant, saisie.reference, saisie.date)
            : null,
        fichierId: copie?.id ?? s.fichierId,
      }),
    {
      valeurs: {
        civilite: s.civilite ?? '',
        prenom: s.prenom,
        nom: s.nom,
        qualite: s.qualite,
        nature: s.nature,
        reference: s.reference ?? '',
        date: s.date ?? '',
      },
      apres: fermer,
    },
  )
  const delegue = f.formulaire.watch('nature') === 'DELEGATION'
  return (
    <FormulaireAction liaison={f} className="flex flex-col gap-5">
      <div className="grid gap-5 sm:grid-cols-[9rem_1fr_1fr]">
        <Selection
          libelle="Civilité"
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
      <Champ libelle="Qualité" requis {...f.champ('qualite')} />
      <GroupeChoix
        libelle="Signe"
        requis
        choix={[
          { valeur: 'DROIT', libelle: 'De droit, comme représentant légal' },
          { valeur: 'DELEGATION', libelle: `Par délégation ${delegant}` },
        ]}
        {...f.champ('nature')}
      />
      {delegue && (
        <>
          <div className="grid gap-5 sm:grid-cols-2">
            <Champ
              libelle="Acte de délégation"
              requis
              aide="Comme « arrêté n° 2026-12 »."
              {...f.champ('reference')}
            />
            <ChampDate libelle="En date du" requis {...f.champ('date')} />
          </div>
          <DepotScan
            depose={copie}
            onDepose={definirCopie}
            deposer={actions.joindrePiece}
            libelle={
              s.fichierId ? 'Remplacer la copie de la délégation' : 'Copie de la délégation (facultatif)'
            }
          />
        </>
      )}
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" attente={f.attente}>
          Enregistrer
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}

const delegantDe = (p: PartieDuVote): string => `du ${regimeDe(p.nature).representant.masculin}`
