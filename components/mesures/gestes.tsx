'use client'

import { Check } from 'lucide-react'
import { RAPPEL_PATIENT } from '@/components/organisation/rappel-patient'
import { useEnvoi } from '@/components/relecture/use-envoi'
import { DialogueMotif } from '@/components/signature/dialogue-motif'
import { Bouton } from '@/components/ui/bouton'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import type { GesteMesure } from '@/lib/domaine/engagement/droits'
import type { ActionsMesure } from './types'

type Proprietes = {
  mesure: { mesureId: string; version: number }
  /** « Réunir le comité de suivi, année 2026 », pour qui n'entend que le bouton. */
  dite: string
  gestes: readonly GesteMesure[]
  actions: ActionsMesure
}

const Dite = ({ children }: { children: string }) => <span className="sr-only"> : {children}</span>

/** Ce que la personne peut faire d'une mesure sans la ressaisir ; rien d'autre ne s'affiche. */
export function GestesMesure({ mesure: { mesureId, version }, dite, gestes, actions }: Proprietes) {
  // Rien d'autre ne part : le serveur refuse une saisie qui porte plus que ce qu'il attend.
  const mesure = { mesureId, version }
  const offre = (g: GesteMesure) => gestes.includes(g)
  return (
    <>
      {offre('valider') && (
        <GesteDirect
          verbe="Valider"
          fait="La mesure est validée"
          dite={dite}
          envoyer={() => actions.valider(mesure)}
        />
      )}
      {offre('contester') && (
        <DialogueMotif
          titre="Contester la mesure"
          ouvrir={
            <>
              Contester
              <Dite>{dite}</Dite>
            </>
          }
          faire="Contester"
          consequence="L’autre côté en sera prévenu par courriel, avec votre motif. Il corrige sa mesure, ou la maintient en disant pourquoi."
          aide={RAPPEL_PATIENT}
          envoyer={(motif) => actions.contester({ ...mesure, motif })}
        />
      )}
      {offre('maintenir') && (
        <DialogueMotif
          titre="Maintenir la mesure"
          ouvrir={
            <>
              Maintenir
              <Dite>{dite}</Dite>
            </>
          }
          faire="Maintenir"
          variante="principal"
          consequence="La valeur ne change pas. La mesure reste contestée, avec votre réponse, tant que l’autre côté ne la valide pas : le comité de suivi la verra."
          aide={RAPPEL_PATIENT}
          envoyer={(motif) => actions.maintenir({ ...mesure, motif })}
        />
      )}
      {offre('figer') && (
        <Dialogue
          titre="Figer la période"
          decision
          declencheur={
            <Bouton variante="discret" taille="petit">
              Figer
              <Dite>{dite}</Dite>
            </Bouton>
          }
        >
          {(fermer) => (
            <>
              <p>
                Cette mesure ne se corrigera ni ne se contestera plus, d’aucun côté. Une erreur reconnue plus
                tard demandera de la rouvrir, en disant pourquoi.
              </p>
              <ActionsDialogue>
                <Bouton variante="secondaire" onPress={fermer}>
                  Annuler
                </Bouton>
                <GesteDirect
                  verbe="Figer"
                  taille="normal"
                  fait="La période est figée"
                  dite={dite}
                  envoyer={() => actions.figer(mesure)}
                />
              </ActionsDialogue>
            </>
          )}
        </Dialogue>
      )}
      {offre('rouvrir') && (
        <DialogueMotif
          titre="Rouvrir la période"
          ouvrir={
            <>
              Rouvrir
              <Dite>{dite}</Dite>
            </>
          }
          faire="Rouvrir"
          variante="principal"
          consequence="Chaque côté pourra de nouveau corriger ou contester cette mesure. Le motif reste au journal."
          aide={RAPPEL_PATIENT}
          envoyer={(motif) => actions.rouvrir({ ...mesure, motif })}
        />
      )}
    </>
  )
}

type Direct = {
  verbe: string
  fait: string
  dite: string
  envoyer: () => ReturnType<ActionsMesure['valider']>
  taille?: 'petit' | 'normal'
}
function GesteDirect({ verbe, fait, dite, envoyer, taille = 'petit' }: Direct) {
  const e = useEnvoi()
  return (
    <>
      <Bouton
        variante={taille === 'normal' ? 'principal' : 'secondaire'}
        taille={taille}
        icone={verbe === 'Valider' ? <Check aria-hidden size={16} /> : undefined}
        attente={e.attente}
        onPress={() => e.envoyer(envoyer, fait)}
      >
        {verbe}
        <Dite>{dite}</Dite>
      </Bouton>
      {e.refus && (
        <p role="alert" className="text-sm font-medium text-manque">
          {e.refus.titre}. {e.refus.conseil}
        </p>
      )}
    </>
  )
}
