'use client'

import { useRouter } from 'next/navigation'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import type { Reponse } from '@/lib/serveur/action'

type Nouveau = { nouveau: string; confirmation: string }
type Saisie = Nouveau & { actuel: string }

/** Par le lien d'accès, ou connecté en redonnant le mot de passe actuel. */
type Envoi =
  | {
      genre: 'lien'
      jeton: string
      action: (saisie: Nouveau & { jeton: string }) => Promise<Reponse<unknown>>
    }
  | { genre: 'compte'; suite: string; action: (saisie: Saisie) => Promise<Reponse<unknown>> }

/** Nouveau mot de passe, deux fois. */
export function FormulaireMotDePasse({ courriel, envoi }: { courriel: string; envoi: Envoi }) {
  const routeur = useRouter()
  const liaison = useActionFormulaire<Saisie>(
    ({ actuel, nouveau, confirmation }) =>
      envoi.genre === 'lien'
        ? envoi.action({ jeton: envoi.jeton, nouveau, confirmation })
        : envoi.action({ actuel, nouveau, confirmation }),
    {
      valeurs: { actuel: '', nouveau: '', confirmation: '' },
      apres: () => {
        if (envoi.genre === 'compte') routeur.replace(envoi.suite)
      },
    },
  )
  const { champ, attente } = liaison
  return (
    <FormulaireAction liaison={liaison} method="post" className="flex flex-col gap-5">
      {/* Dit au gestionnaire de mots de passe à quel compte rattacher celui-ci. */}
      <input type="email" value={courriel} readOnly hidden autoComplete="username" />
      {envoi.genre === 'compte' && (
        <Champ
          libelle="Mot de passe actuel"
          type="password"
          autoComplete="current-password"
          {...champ('actuel', { required: 'requis' })}
        />
      )}
      <Champ
        libelle="Nouveau mot de passe"
        aide="12 caractères au moins. Plusieurs mots qui n’ont rien à voir entre eux valent mieux que des signes compliqués."
        type="password"
        autoComplete="new-password"
        {...champ('nouveau', { required: 'requis' })}
      />
      <Champ
        libelle="Le même, une seconde fois"
        type="password"
        autoComplete="new-password"
        {...champ('confirmation', { required: 'requis' })}
      />
      <Bouton type="submit" attente={attente} className="sm:self-start">
        Enregistrer ce mot de passe
      </Bouton>
    </FormulaireAction>
  )
}
