'use client'

import { FilePenLine } from 'lucide-react'
import { useState } from 'react'
import type { Poste } from '@/components/redaction/poste'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { ZoneTexte } from '@/components/ui/zone-texte'
import { useProjetEnMain } from './projet'

type Saisie = { acteId: string; version: number; objet: string; motif: string }

/** Objet de l'avenant, tel que les listes le montrent, et pourquoi l'on modifie. */
export function Objet({ poste }: { poste: Poste }) {
  const [ouvert, definirOuvert] = useState(false)
  return (
    <Dialogue
      titre="Objet et motif de l’avenant"
      ouvert={ouvert}
      onOuvert={definirOuvert}
      declencheur={
        <Bouton variante="secondaire" taille="petit" icone={<FilePenLine aria-hidden size={16} />}>
          Objet et motif
        </Bouton>
      }
    >
      {(fermer) => <DireObjet poste={poste} onFini={fermer} />}
    </Dialogue>
  )
}

function DireObjet({ poste, onFini }: { poste: Poste; onFini: () => void }) {
  const { projet, actions, relire } = useProjetEnMain()
  const liaison = useActionFormulaire<Saisie>(actions.direLObjet, {
    valeurs: {
      acteId: projet.acteId,
      version: poste.etat.enregistre.version,
      objet: projet.objet,
      motif: projet.motif,
    },
    apres: async () => {
      await Promise.all([poste.etat.rafraichir(), relire()])
      onFini()
    },
  })
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-4">
      <Champ
        libelle="Objet"
        requis
        maxLength={300}
        {...liaison.champ('objet', { required: 'requis', minLength: { value: 3, message: 'requis' } })}
      />
      <ZoneTexte
        libelle="Pourquoi"
        aide="Facultatif. Ouvre l’avenant par un considérant. Aucune donnée de patient."
        maxLength={2000}
        {...liaison.champ('motif')}
      />
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={onFini}>
          Annuler
        </Bouton>
        <Bouton type="submit" attente={liaison.attente}>
          Enregistrer
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
