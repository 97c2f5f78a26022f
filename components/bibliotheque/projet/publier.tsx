'use client'

import { useRouter } from 'next/navigation'
import { Confirmation } from '@/components/comptes/confirmation'
import { Bouton } from '@/components/ui/bouton'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { Reponse } from '@/lib/serveur/action'

type Projet = { projetId: string; version: number }
type Proprietes = Projet & {
  /** Où mènent l'abandon et la publication. */
  modele: string
  versions: string
  bloque: boolean
  publier: (s: Projet & { note: string }) => Promise<Reponse<{ versionId: string; numero: number }>>
  abandonner: (s: Projet) => Promise<Reponse<{ modeleCode: string }>>
}

/** Publier avec une note, ou abandonner le projet ; la conséquence est dite avant le clic. */
export function Publier({ projetId, version, modele, versions, bloque, publier, abandonner }: Proprietes) {
  const routeur = useRouter()
  const liaison = useActionFormulaire<{ note: string }, { versionId: string; numero: number }>(
    ({ note }) => publier({ projetId, version, note }),
    { valeurs: { note: '' }, apres: () => routeur.push(versions) },
  )
  return (
    <FormulaireAction liaison={liaison} className="flex max-w-lecture flex-col gap-4">
      <ZoneTexte
        libelle="Ce qui change, et pourquoi"
        requis
        aide="Lu par qui prépare une convention, et gardé avec la version."
        rows={3}
        maxLength={2000}
        {...liaison.champ('note', { minLength: { value: 3, message: 'motif' } })}
      />
      <p className="text-[0.9375rem] text-encre-2">
        Les conventions à venir partiront de cette version. Aucune convention existante ne change. Une version
        publiée ne se modifie plus : une correction en fera une autre.
      </p>
      <div className="flex flex-wrap gap-2">
        <Bouton type="submit" attente={liaison.attente} isDisabled={bloque}>
          Publier cette version
        </Bouton>
        <Confirmation
          bouton="Abandonner le projet"
          titre="Abandonner ce projet"
          confirmer="Abandonner le projet"
          variante="danger"
          action={async () => {
            const reponse = await abandonner({ projetId, version })
            if (reponse.ok) routeur.push(modele)
            return reponse
          }}
        >
          <p>
            Ce qui y a été écrit ne sera pas publié. Le journal en garde la trace ; un autre projet pourra
            s’ouvrir.
          </p>
        </Confirmation>
      </div>
    </FormulaireAction>
  )
}
