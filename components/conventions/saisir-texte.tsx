'use client'

import { useRouter } from 'next/navigation'
import { Bouton } from '@/components/ui/bouton'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { Selection } from '@/components/ui/selection'
import { adresseRedaction } from '@/lib/presentation/conventions/adresses'
import type { Reponse } from '@/lib/serveur/action'

type Saisie = { acteId: string; version: number; modeleVersionId: string }
type Proprietes = {
  reference: string
  acteId: string
  version: number
  modeles: readonly { versionId: string; intitule: string; numero: number }[]
  saisir: (saisie: Saisie) => Promise<Reponse<{ version: number }>>
}

/** Le texte d'un acte repris se transcrit à partir du modèle le plus proche, puis se corrige d'après le scan. */
export function SaisirTexte({ reference, acteId, version, modeles, saisir }: Proprietes) {
  const routeur = useRouter()
  const liaison = useActionFormulaire<Saisie, { version: number }>(saisir, {
    valeurs: { acteId, version, modeleVersionId: modeles[0]?.versionId ?? '' },
    apres: () => routeur.push(adresseRedaction(reference)),
  })
  return (
    <FormulaireAction liaison={liaison} className="flex flex-wrap items-end gap-3">
      <Selection
        libelle="Transcrire le texte à partir de"
        aide="Les articles du modèle sont recopiés ; vous les corrigez d’après l’acte signé, qui seul fait foi."
        options={modeles.map((m) => ({ valeur: m.versionId, libelle: `${m.intitule}, version ${m.numero}` }))}
        {...liaison.champ('modeleVersionId')}
      />
      <Bouton type="submit" attente={liaison.attente}>
        Commencer la transcription
      </Bouton>
    </FormulaireAction>
  )
}
