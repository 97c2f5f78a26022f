'use client'

import { useRouter } from 'next/navigation'
import { Bouton } from '@/components/ui/bouton'
import { Encart } from '@/components/ui/encart'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { SuiviTache } from '@/components/ui/suivi-tache'
import type { EnvoiLu } from '@/lib/lectures/signature/lire-signature'
import { dateEtHeure } from '@/lib/presentation/typographie'
import type { Reponse } from '@/lib/serveur/action'
import { DialogueMotif } from './dialogue-motif'

type Proprietes = {
  envoi: EnvoiLu
  tacheId: string | null
  reprendre: (saisie: { envoiId: string }) => Promise<Reponse<unknown>>
  abandonner: (saisie: { envoiId: string; motif: string }) => Promise<Reponse<unknown>>
}

/** Envoi commencé et pas fini : le texte réservé attend qu'on le reprenne ou qu'on l'abandonne. */
export function Preparation({ envoi, tacheId, reprendre, abandonner }: Proprietes) {
  const routeur = useRouter()
  const liaison = useActionFormulaire<{ envoiId: string }>(reprendre, {
    valeurs: { envoiId: envoi.id },
    apres: () => routeur.refresh(),
  })
  if (tacheId)
    return (
      <section className="flex flex-col gap-2">
        <h2 className="font-serif text-xl font-semibold">Le texte se fige</h2>
        <SuiviTache
          tacheId={tacheId}
          libelle="Fabrication et relecture du PDF"
          apres={() => routeur.refresh()}
        />
        <p className="text-encre-2">
          Son texte est comparé mot à mot au texte accepté avant d’être gardé. Vous pouvez quitter cette page.
        </p>
      </section>
    )
  return (
    <Encart ton="vigilance" titre="Un envoi à la signature est en préparation">
      <p>
        {envoi.creeParNom} l’a commencé le {dateEtHeure(envoi.creeLe)}. Son PDF n’a pas encore été fabriqué et
        relu. Reprenez-le s’il s’est arrêté : le document réservé sert tel quel.
      </p>
      <FormulaireAction liaison={liaison} className="flex flex-wrap items-center gap-2 pt-2">
        <Bouton type="submit" variante="secondaire" attente={liaison.attente}>
          Reprendre la préparation
        </Bouton>
        <DialogueMotif
          titre="Abandonner cette préparation"
          ouvrir="Abandonner"
          faire="Abandonner la préparation"
          consequence="Rien n’a été figé ni envoyé. Le texte accepté reste tel quel et pourra être envoyé de nouveau."
          envoyer={(motif) => abandonner({ envoiId: envoi.id, motif })}
        />
      </FormulaireAction>
    </Encart>
  )
}
