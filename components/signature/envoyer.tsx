'use client'

import { useRouter } from 'next/navigation'
import { Bouton } from '@/components/ui/bouton'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { GroupeChoix } from '@/components/ui/groupe-choix'
import type { Constat } from '@/lib/domaine/acte/regles-signature'
import type { SignatureDeLActe } from '@/lib/lectures/signature/lire-signature'
import { majuscule } from '@/lib/presentation/conventions/liste'
import { consequenceDeLEnvoi } from '@/lib/presentation/conventions/signature'
import type { Reponse } from '@/lib/serveur/action'

type Saisie = { acteId: string; version: number; premiere: string | null }
type Proprietes = {
  acteId: string
  version: number
  parties: SignatureDeLActe['parties']
  constats: readonly Constat[]
  envoyer: (saisie: Saisie) => Promise<Reponse<unknown>>
}

/** Envoi à la signature : la conséquence est dite avant, l'ordre se choisit. */
export function Envoyer(proprietes: Proprietes) {
  const bloque = proprietes.constats.some((c) => c.niveau === 'bloque')
  return (
    <div className="flex flex-col items-start gap-2">
      <Dialogue
        titre="Envoyer à la signature"
        decision
        declencheur={<Bouton isDisabled={bloque}>Envoyer à la signature</Bouton>}
      >
        {(fermer) => <Formulaire {...proprietes} fermer={fermer} />}
      </Dialogue>
      {bloque && <p className="text-sm text-encre-2">Possible dès que plus rien ne l’empêche.</p>}
    </div>
  )
}

function Formulaire({ acteId, version, parties, envoyer, fermer }: Proprietes & { fermer: () => void }) {
  const routeur = useRouter()
  const liaison = useActionFormulaire<{ ordre: string }>(
    ({ ordre }) => envoyer({ acteId, version, premiere: ordre || null }),
    {
      valeurs: { ordre: '' },
      apres: () => {
        fermer()
        routeur.refresh()
      },
    },
  )
  const signataires = parties.reduce((n, p) => n + p.signataires, 0)
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-4">
      <p>{consequenceDeLEnvoi(signataires)}</p>
      <GroupeChoix
        libelle="Ordre des signatures"
        choix={[
          { valeur: '', libelle: 'Dans n’importe quel ordre' },
          ...parties.map((p) => ({ valeur: p.id, libelle: `D’abord : ${majuscule(p.nom)}` })),
        ]}
        {...liaison.champ('ordre')}
      />
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer} isDisabled={liaison.attente}>
          Annuler
        </Bouton>
        <Bouton type="submit" attente={liaison.attente}>
          Figer et envoyer
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
