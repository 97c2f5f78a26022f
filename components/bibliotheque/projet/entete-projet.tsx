'use client'

import { useRouter } from 'next/navigation'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { ZoneTexte } from '@/components/ui/zone-texte'
import { titreLibre } from '@/lib/presentation/bibliotheque/projet'
import type { EnregistrerEntete } from './types'

type Entete = { intitule: string; titre: string; resume: string }

/** Nom du modèle, titre imprimé et résumé. */
export function EnteteProjet({
  projetId,
  version,
  initial,
  titreLu,
  enregistrer,
}: {
  projetId: string
  version: number
  initial: Entete
  titreLu: string
  enregistrer: EnregistrerEntete
}) {
  const routeur = useRouter()
  const liaison = useActionFormulaire<Entete>((s) => enregistrer({ projetId, version, ...s }), {
    valeurs: initial,
    apres: () => routeur.refresh(),
  })
  return (
    <FormulaireAction liaison={liaison} className="flex max-w-lecture flex-col gap-4">
      <Champ libelle="Nom du modèle" requis maxLength={300} {...liaison.champ('intitule')} />
      {titreLibre(initial.titre) ? (
        <Champ libelle="Titre imprimé" requis maxLength={500} {...liaison.champ('titre')} />
      ) : (
        <p>
          <span className="block font-medium">Titre imprimé</span>
          {titreLu}
          <span className="block text-sm text-encre-2">Il cite des valeurs, et change avec elles.</span>
        </p>
      )}
      <ZoneTexte
        libelle="Résumé"
        requis
        aide="Deux phrases, lues au moment de choisir le modèle."
        rows={3}
        maxLength={1000}
        {...liaison.champ('resume')}
      />
      <Bouton type="submit" variante="secondaire" attente={liaison.attente} className="self-start">
        Enregistrer
      </Bouton>
    </FormulaireAction>
  )
}
