'use client'

import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import type { Reponse } from '@/lib/serveur/action'

type Fiche = { nom: string; courriel: string }
type Proprietes = {
  valeurs: Fiche
  action: (saisie: Fiche & { utilisateurId: string; version: number }) => Promise<Reponse<unknown>>
  /** Compte modifié ; absent à la création. */
  compte?: { utilisateurId: string; version: number }
  bouton: string
  apres?: () => void
}

/** Nom et adresse d'un compte, à la création ou après. */
export function FormulaireUtilisateur({ valeurs, action, compte, bouton, apres }: Proprietes) {
  const liaison = useActionFormulaire<Fiche>(
    (fiche) =>
      action({ ...fiche, utilisateurId: compte?.utilisateurId ?? '', version: compte?.version ?? 0 }),
    { valeurs, apres },
  )
  const { champ, attente } = liaison
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-5">
      <Champ libelle="Prénom et nom" autoComplete="off" requis {...champ('nom')} />
      <Champ
        libelle="Adresse électronique"
        aide="Professionnelle et personnelle à cette personne : elle sert à se connecter."
        type="email"
        autoComplete="off"
        requis
        {...champ('courriel')}
      />
      <Bouton type="submit" attente={attente} className="sm:self-start">
        {bouton}
      </Bouton>
    </FormulaireAction>
  )
}
