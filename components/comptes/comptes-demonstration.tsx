'use client'

import { Bouton } from '@/components/ui/bouton'
import type { CompteAffiche } from '@/lib/presentation/comptes'

type Proprietes = {
  comptes: readonly CompteAffiche[]
  motDePasse: string
  onChoix: (courriel: string) => void
}

/** Les comptes d'une démonstration, par fonction ; choisir remplit le formulaire. */
export function ComptesDemonstration({ comptes, motDePasse, onChoix }: Proprietes) {
  return (
    <section aria-labelledby="titre-demonstration" className="lg:border-l lg:border-trait lg:pl-12">
      <h2 id="titre-demonstration" className="font-serif text-xl font-semibold">
        Comptes de démonstration
      </h2>
      <p className="mt-1 text-encre-2">
        Tout est fictif ici. Mot de passe commun&nbsp;:{' '}
        <span className="font-medium text-encre">{motDePasse}</span>
      </p>
      {comptes.length === 0 ? (
        <p className="mt-6 text-encre-2">Aucun compte n’est encore chargé.</p>
      ) : (
        <ul className="mt-4 divide-y divide-trait border-y border-trait">
          {comptes.map((compte) => (
            <li key={compte.courriel} className="flex items-center justify-between gap-4 py-2.5">
              <span className="min-w-0">
                <span className="block font-medium">{compte.fonction}</span>
                <span className="block text-sm wrap-anywhere text-encre-2">
                  {compte.nom}, {compte.courriel}
                </span>
              </span>
              <Bouton
                variante="secondaire"
                taille="petit"
                aria-label={`Choisir le compte de ${compte.nom}`}
                onPress={() => onChoix(compte.courriel)}
              >
                Choisir
              </Bouton>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
