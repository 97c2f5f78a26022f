'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { type Deposer, DepotScan, type FichierDepose } from '@/components/conventions/depot-scan'
import { Encart } from '@/components/ui/encart'
import { Progression } from '@/components/ui/progression'
import type { SignataireAttendu } from '@/lib/domaine/acte/signature'
import type { VerificationPdf } from '@/lib/domaine/acte/verification'
import { type MessageErreur, messageErreur } from '@/lib/presentation/erreurs'
import type { Reponse } from '@/lib/serveur/action'
import { FormulaireRetour, type SaisieRetour } from './formulaire-retour'

export type ActionsRetour = {
  deposer: Deposer
  lire: (saisie: { envoiId: string; fichierId: string }) => Promise<Reponse<VerificationPdf | null>>
  enregistrer: (saisie: SaisieRetour) => Promise<Reponse<unknown>>
}
type Proprietes = { envoiId: string; attendus: readonly SignataireAttendu[]; actions: ActionsRetour }

/** Dépôt d'un fichier revenu : on le garde, on le lit, puis on dit qui y a signé. */
export function EnregistrerRetour({ envoiId, attendus, actions }: Proprietes) {
  const routeur = useRouter()
  const [depose, definirDepose] = useState<FichierDepose | null>(null)
  const [lecture, definirLecture] = useState<VerificationPdf | null | undefined>(undefined)
  const [refus, definirRefus] = useState<MessageErreur | null>(null)
  const [enLecture, lancer] = useTransition()

  const choisir = (fichier: FichierDepose | null) => {
    definirDepose(fichier)
    definirLecture(undefined)
    definirRefus(null)
    if (!fichier) return
    lancer(async () => {
      const r = await actions.lire({ envoiId, fichierId: fichier.id }).catch(() => null)
      if (r?.ok) return definirLecture(r.valeur)
      definirRefus(messageErreur(r?.erreur ?? { code: 'INDISPONIBLE' }))
    })
  }
  return (
    <section aria-labelledby="titre-retour" className="flex max-w-2xl flex-col gap-4">
      <h2 id="titre-retour" className="font-serif text-xl font-semibold">
        Enregistrer une signature reçue
      </h2>
      <p>
        Déposez le PDF signé dans un parapheur électronique, ou l’acte signé sur papier et numérisé. Toutes
        les signatures n’ont pas à revenir ensemble.
      </p>
      <DepotScan
        depose={depose}
        onDepose={choisir}
        deposer={(formulaire) => {
          formulaire.set('envoiId', envoiId)
          return actions.deposer(formulaire)
        }}
        libelle="Fichier signé"
      />
      {enLecture && (
        <div role="status">
          <Progression
            libelle="Lecture du fichier"
            detail="Ses signatures et son texte sont comparés au PDF figé."
          />
        </div>
      )}
      {refus && (
        <Encart ton="manque" annonce="alert" titre={refus.titre}>
          <p>{refus.conseil}</p>
        </Encart>
      )}
      {depose && lecture !== undefined && (
        <FormulaireRetour
          key={depose.id}
          envoiId={envoiId}
          fichierId={depose.id}
          attendus={attendus}
          lecture={lecture}
          enregistrer={actions.enregistrer}
          apres={() => {
            choisir(null)
            routeur.refresh()
          }}
        />
      )}
    </section>
  )
}
