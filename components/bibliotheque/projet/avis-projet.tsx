'use client'

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { RefusAction } from '@/components/comptes/refus-action'
import { useActionSimple } from '@/components/comptes/use-action-simple'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { Selection } from '@/components/ui/selection'
import {
  FONCTIONS_VALIDATION,
  type FonctionValidation,
  libelleFonction,
} from '@/lib/domaine/organisation/fonctions-validation'
import type { AvisSaisi, EnregistrerAvis } from './types'

type Proprietes = {
  projetId: string
  version: number
  initial: readonly AvisSaisi[]
  /** Nom de chaque fonction déjà demandée, tel que la version d'origine le dit. */
  noms: Readonly<Partial<Record<FonctionValidation, string>>>
  enregistrer: EnregistrerAvis
}

/** Qui rend un avis ou un accord avant la signature, et dans quel ordre. */
export function AvisProjet({ projetId, version, initial, noms, enregistrer }: Proprietes) {
  const routeur = useRouter()
  const { lancer, attente, refus } = useActionSimple()
  const [avis, definirAvis] = useState<readonly AvisSaisi[]>(initial)
  const nom = (f: FonctionValidation) => noms[f] ?? libelleFonction(f)
  const restantes = FONCTIONS_VALIDATION.filter((f) => !avis.some((a) => a.fonction === f))
  const changer = (i: number, partiel: Partial<AvisSaisi>) =>
    definirAvis(avis.map((a, j) => (j === i ? { ...a, ...partiel } : a)))
  const echanger = (i: number, j: number) => {
    const [a, b] = [avis[i], avis[j]]
    if (a && b) definirAvis(avis.map((x, k) => (k === i ? b : k === j ? a : x)))
  }
  const change = JSON.stringify(avis) !== JSON.stringify(initial)
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <RefusAction refus={refus} />
      {avis.length === 0 && <p className="text-encre-2">Aucun avis n’est demandé avant la signature.</p>}
      <ol className="flex flex-col">
        {avis.map((a, i) => (
          <li key={a.fonction} className="flex flex-col gap-3 border-t border-trait py-4">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <h3 className="font-semibold">
                {i + 1}. {nom(a.fonction)}
              </h3>
              <div role="group" aria-label={nom(a.fonction)} className="flex gap-1">
                <Bouton
                  variante="discret"
                  taille="petit"
                  isDisabled={i === 0}
                  aria-label="Monter"
                  icone={<ArrowUp aria-hidden size={16} />}
                  onPress={() => echanger(i, i - 1)}
                />
                <Bouton
                  variante="discret"
                  taille="petit"
                  isDisabled={i === avis.length - 1}
                  aria-label="Descendre"
                  icone={<ArrowDown aria-hidden size={16} />}
                  onPress={() => echanger(i, i + 1)}
                />
                <Bouton
                  variante="discret"
                  taille="petit"
                  aria-label="Retirer"
                  icone={<Trash2 aria-hidden size={16} />}
                  onPress={() => definirAvis(avis.filter((x) => x !== a))}
                />
              </div>
            </div>
            <div className="grid gap-3 sm:grid-cols-[12rem_minmax(0,1fr)]">
              <Selection
                libelle="Rend"
                value={a.nature}
                onChange={(e) => changer(i, { nature: e.target.value === 'accord' ? 'accord' : 'avis' })}
                options={[
                  { valeur: 'avis', libelle: 'un avis' },
                  { valeur: 'accord', libelle: 'un accord' },
                ]}
              />
              <Champ
                libelle="D’où vient l’exigence"
                value={a.source}
                maxLength={500}
                onChange={(e) => changer(i, { source: e.target.value })}
              />
            </div>
          </li>
        ))}
      </ol>
      {restantes.length > 0 && (
        <Selection
          libelle="Ajouter une fonction"
          className="max-w-xl"
          invite="Choisir une fonction"
          value=""
          onChange={(e) => {
            const fonction = restantes.find((f) => f === e.target.value)
            if (fonction) definirAvis([...avis, { fonction, nature: 'avis', source: '' }])
          }}
          options={restantes.map((f) => ({ valeur: f, libelle: nom(f) }))}
        />
      )}
      <Bouton
        variante="secondaire"
        className="self-start"
        attente={attente}
        isDisabled={!change}
        onPress={() =>
          lancer(
            () => enregistrer({ projetId, version, avis: [...avis] }),
            () => routeur.refresh(),
          )
        }
      >
        Enregistrer les avis
      </Bouton>
    </div>
  )
}
