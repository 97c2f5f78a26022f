'use client'

import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import type { CompteAffiche } from '@/lib/presentation/comptes'
import type { Reponse } from '@/lib/serveur/action'
import { ComptesDemonstration } from './comptes-demonstration'

type Saisie = { courriel: string; motDePasse: string; suite?: string }
type Proprietes = {
  action: (saisie: Saisie) => Promise<Reponse<void>>
  suite: string
  demonstration: { motDePasse: string; comptes: readonly CompteAffiche[] } | null
}

/** Connexion : la saisie reste après un refus ; en démonstration, un compte se choisit d'un clic. */
export function FormulaireConnexion({ action, suite, demonstration }: Proprietes) {
  const liaison = useActionFormulaire<Saisie, void>((saisie) => action({ ...saisie, suite }), {
    valeurs: { courriel: '', motDePasse: '' },
  })
  const { champ, attente, formulaire } = liaison
  const remplir = (courriel: string) => {
    formulaire.reset({ courriel, motDePasse: demonstration?.motDePasse ?? '' })
    document.getElementById('se-connecter')?.focus()
  }
  return (
    <div className="grid gap-12 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)] lg:gap-20">
      <div>
        <h1 className="font-serif text-[2rem] font-semibold">Connexion</h1>
        <p className="mt-2 mb-8 text-encre-2">
          Les conventions entre hôpitaux et centres de santé, de leur rédaction à leur suivi.
        </p>
        <FormulaireAction liaison={liaison} method="post" className="flex flex-col gap-5">
          <Champ
            libelle="Adresse électronique"
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            {...champ('courriel', { required: 'requis' })}
          />
          <Champ
            libelle="Mot de passe"
            type="password"
            autoComplete="current-password"
            {...champ('motDePasse', { required: 'requis' })}
          />
          <Bouton
            type="submit"
            id="se-connecter"
            attente={attente}
            className="w-full sm:w-auto sm:self-start"
          >
            Se connecter
          </Bouton>
          <p className="text-sm text-encre-2">
            Première visite, ou mot de passe oublié&nbsp;? L’administrateur de votre établissement vous remet
            un lien pour en choisir un.
          </p>
        </FormulaireAction>
      </div>
      {demonstration && (
        <ComptesDemonstration
          comptes={demonstration.comptes}
          motDePasse={demonstration.motDePasse}
          onChoix={remplir}
        />
      )}
    </div>
  )
}
