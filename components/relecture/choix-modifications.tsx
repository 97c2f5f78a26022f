'use client'

import { useId, useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { apercu } from '@/lib/presentation/relecture/apercu'
import type { FilAffiche } from '@/lib/presentation/relecture/fils'
import { compter } from '@/lib/presentation/typographie'
import type { PosteRelecture } from './actions'
import { Lignes } from './lignes'
import { RefusEnvoi } from './refus-envoi'
import { useEnvoi } from './use-envoi'

/** La direction retient tout, une partie ou rien : une case par modification, et le texte que cela donne. */
export function ChoixModifications({ poste, fil }: { poste: PosteRelecture; fil: FilAffiche }) {
  const tous = fil.modifications.map((m) => m.indice)
  const [choisis, definir] = useState<ReadonlySet<number>>(() => new Set(tous))
  const { attente, refus, envoyer } = useEnvoi()
  const id = useId()
  const entiere = choisis.size === tous.length
  const basculer = (indice: number) => {
    const suite = new Set(choisis)
    if (!suite.delete(indice)) suite.add(indice)
    definir(suite)
  }
  const { retenirProposition } = poste.actions
  if (!retenirProposition) return <Lignes replier lignes={fil.lignes} />
  const retenir = () =>
    envoyer(
      () =>
        retenirProposition({
          remarqueId: fil.id,
          version: fil.version,
          indices: entiere ? null : [...choisis],
        }),
      'Proposition écrite dans le texte de travail',
    )
  return (
    <div className="flex flex-col gap-3">
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 font-medium">Ce que vous retenez</legend>
        {tous.length > 1 && (
          <div className="flex gap-2">
            <Bouton variante="discret" taille="petit" onPress={() => definir(new Set(tous))}>
              Tout
            </Bouton>
            <Bouton variante="discret" taille="petit" onPress={() => definir(new Set())}>
              Rien
            </Bouton>
          </div>
        )}
        {fil.modifications.map((m) => (
          <label
            key={m.indice}
            className="flex min-h-11 items-start gap-2.5 border-t border-trait py-2 first-of-type:border-t-0"
          >
            <input
              type="checkbox"
              checked={choisis.has(m.indice)}
              onChange={() => basculer(m.indice)}
              className="mt-1 size-5 shrink-0 accent-accent"
            />
            <span className="min-w-0 flex-1">
              <span className="block text-[0.8125rem] text-encre-2">{m.libelle}</span>
              <Lignes lignes={m.lignes} />
            </span>
          </label>
        ))}
      </fieldset>
      {choisis.size > 0 && (
        <details className="border-t border-trait pt-2">
          <summary className="min-h-8 text-[0.9375rem] font-medium text-accent">
            Lire l’article ainsi modifié
          </summary>
          <div className="border-l-2 border-trait pt-2 pl-3">
            <Lignes nu lignes={apercu(fil.lignes, choisis)} />
          </div>
        </details>
      )}
      <RefusEnvoi refus={refus} />
      <p id={id} className="text-sm text-encre-2">
        Le texte repasse « à reprendre » : le centre lira le résultat quand vous partagerez la version
        suivante.
      </p>
      <Bouton
        className="self-start"
        attente={attente}
        isDisabled={choisis.size === 0}
        aria-describedby={id}
        onPress={retenir}
      >
        {entiere
          ? 'Retenir la proposition'
          : `Retenir ${compter(choisis.size, 'modification')} sur ${tous.length}`}
      </Bouton>
    </div>
  )
}
