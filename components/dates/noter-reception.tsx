'use client'

import { useRouter } from 'next/navigation'
import { Bouton } from '@/components/ui/bouton'
import { Case } from '@/components/ui/case'
import { ChampDate } from '@/components/ui/champ-date'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { ZoneTexte } from '@/components/ui/zone-texte'
import { destinataireDe, type LettreEnvoyee } from '@/lib/domaine/acte/lettres'
import { dateEnLettres } from '@/lib/presentation/typographie'
import type { ActionsDates } from './types'

type Proprietes = {
  resiliationId: string
  version: number
  rang: number
  lettre: LettreEnvoyee
  envoyeeLe: string
  noter: ActionsDates['noter']
}

export function NoterReception(p: Proprietes) {
  const nom = destinataireDe(p.lettre)
  return (
    <Dialogue
      titre={`Lettre à ${nom}`}
      decision
      declencheur={
        <Bouton variante="secondaire" taille="petit" aria-label={`Noter la réception de la lettre à ${nom}`}>
          Noter la réception
        </Bouton>
      }
    >
      {(fermer) => <Formulaire {...p} fermer={fermer} />}
    </Dialogue>
  )
}

type Valeurs = { presenteeLe: string; nonReclamee: boolean; recueLe: string; motif: string }

function Formulaire({ fermer, lettre, envoyeeLe, noter, ...p }: Proprietes & { fermer: () => void }) {
  const routeur = useRouter()
  const liaison = useActionFormulaire<Valeurs, { version: number; fin: string | null }>(
    (v) =>
      noter({
        ...p,
        presenteeLe: v.presenteeLe || null,
        nonReclamee: v.nonReclamee,
        recueLe: v.recueLe || null,
        motif: v.nonReclamee ? v.motif || null : null,
      }),
    {
      valeurs: {
        presenteeLe: lettre.presenteeLe ?? '',
        nonReclamee: lettre.nonReclamee,
        recueLe: lettre.recueLe ?? '',
        motif: lettre.motif ?? '',
      },
      apres: () => {
        fermer()
        routeur.refresh()
      },
    },
  )
  const [nonReclamee, recueLe] = liaison.formulaire.watch(['nonReclamee', 'recueLe'])
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-5">
      <p>Lettre du {dateEnLettres(envoyeeLe)}. Reprenez les dates de l’avis de réception.</p>
      <ChampDate libelle="Première présentation" {...liaison.champ('presenteeLe')} />
      <Case libelle="Revenue sans avoir été réclamée" {...liaison.champ('nonReclamee')} />
      <ChampDate
        className="w-full"
        libelle={nonReclamee ? 'Date retenue' : 'Reçue le'}
        aide={
          nonReclamee
            ? 'Facultative : une lettre non réclamée n’est pas réputée reçue. Une personne décide de la date à retenir, et dit pourquoi.'
            : undefined
        }
        {...liaison.champ('recueLe')}
      />
      {nonReclamee && recueLe !== '' && (
        <ZoneTexte
          libelle="Pourquoi cette date"
          requis
          {...liaison.champ('motif', { required: 'motif', minLength: { value: 3, message: 'motif' } })}
        />
      )}
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" attente={liaison.attente}>
          Enregistrer
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
