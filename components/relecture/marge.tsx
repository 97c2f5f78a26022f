'use client'

import { Check, MessageSquarePlus, PencilLine } from 'lucide-react'
import { useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Etiquette } from '@/components/ui/etiquette'
import type { FilAffiche } from '@/lib/presentation/relecture/fils'
import type { EntreeRelecture } from '@/lib/presentation/relecture/relecture'
import type { PosteRelecture } from './actions'
import { Fil } from './fil'
import { FormulaireProposition } from './formulaire-proposition'
import { FormulaireRemarque } from './formulaire-remarque'
import { RefusEnvoi } from './refus-envoi'
import type { PassageChoisi } from './selection'
import { useEnvoi } from './use-envoi'

export type Saisie = 'remarque' | 'proposition' | null
type Proprietes = {
  poste: PosteRelecture
  /** Article choisi ; `null` : l'ensemble du texte. */
  entree: EntreeRelecture | null
  fils: readonly FilAffiche[]
  /** Unités de l'article que l'on peut réécrire, avec leur nom. */
  unites: readonly { identite: string; nom: string }[]
  saisie: Saisie
  proposee: string | null
  passage: PassageChoisi | null
  paragraphes: readonly PassageChoisi[]
  visee: string | null
  accord: { possible: boolean; versionId: string }
  onSaisie: (s: Saisie, identite?: string) => void
  onPassage: (p: PassageChoisi | null) => void
}

/** La marge d'un article : l'accord, les fils, ce que l'on y écrit. */
export function Marge(p: Proprietes) {
  const { poste, entree, fils, saisie } = p
  const peutEcrire = poste.droits.ecrire || poste.droits.interne
  // Un fil réglé à l'instant reste où on l'a réglé : on y lit ce que l'on vient de faire.
  const [lus] = useState(() => new Set(fils.filter(enCours).map((f) => f.id)))
  const ouverts = fils.filter((f) => enCours(f) || lus.has(f.id))
  const autres = fils.filter((f) => !ouverts.includes(f))
  const nom = entree ? [entree.numero, entree.titre].filter(Boolean).join(' – ') : 'Ensemble du texte'
  return (
    <section aria-labelledby="titre-marge">
      <h2 id="titre-marge" tabIndex={-1} className="font-serif text-lg font-semibold">
        {nom}
      </h2>
      {entree && saisie === null && (
        <AccordArticle key={entree.identite} poste={poste} entree={entree} accord={p.accord} />
      )}
      {peutEcrire && saisie === null && (
        <div className="flex flex-wrap gap-2 py-3">
          <Bouton
            variante="secondaire"
            taille="petit"
            icone={<MessageSquarePlus aria-hidden size={16} />}
            onPress={() => p.onSaisie('remarque')}
          >
            Écrire une remarque
          </Bouton>
          {p.unites.length > 0 && (
            <Proposer unites={p.unites} onChoix={(identite) => p.onSaisie('proposition', identite)} />
          )}
        </div>
      )}
      {saisie === 'remarque' && (
        <FormulaireRemarque
          key={entree?.identite ?? ''}
          poste={poste}
          identite={entree?.identite ?? null}
          passage={p.passage}
          paragraphes={p.paragraphes}
          onPassage={p.onPassage}
          onFini={() => p.onSaisie(null)}
        />
      )}
      {saisie === 'proposition' && p.proposee && (
        <FormulaireProposition
          key={p.proposee}
          poste={poste}
          identite={p.proposee}
          nom={p.unites.find((u) => u.identite === p.proposee)?.nom ?? nom}
          onFini={() => p.onSaisie(null)}
        />
      )}
      {fils.length === 0 && saisie === null && (
        <p className="border-t border-trait py-3 text-encre-2">Aucune remarque ici.</p>
      )}
      {ouverts.map((f) => (
        <Fil key={f.id} poste={poste} fil={f} montrerOu={montrer(f, entree)} visee={p.visee === f.id} />
      ))}
      {autres.length > 0 && (
        <details
          className="border-t border-trait py-2"
          open={ouverts.length === 0 || autres.some((f) => f.id === p.visee)}
        >
          <summary className="min-h-11 py-2 font-medium">
            {autres.length > 1 ? `${autres.length} remarques réglées` : 'Une remarque réglée'}
          </summary>
          {autres.map((f) => (
            <Fil key={f.id} poste={poste} fil={f} montrerOu={montrer(f, entree)} visee={p.visee === f.id} />
          ))}
        </details>
      )}
    </section>
  )
}

const enCours = (f: FilAffiche) => f.etat === 'OUVERTE' || f.droits.retenir

const montrer = (f: FilAffiche, entree: EntreeRelecture | null) =>
  f.identite !== null && f.identite !== entree?.identite

/** Un article sans sous-article se réécrit d'un bouton ; sinon on dit lequel. */
function Proposer({
  unites,
  onChoix,
}: {
  unites: Proprietes['unites']
  onChoix: (identite: string) => void
}) {
  const [seule] = unites
  const icone = <PencilLine aria-hidden size={16} />
  if (seule && unites.length === 1)
    return (
      <Bouton variante="secondaire" taille="petit" icone={icone} onPress={() => onChoix(seule.identite)}>
        Proposer un autre texte
      </Bouton>
    )
  return (
    <details className="w-full">
      <summary className="inline-flex min-h-11 items-center gap-1.5 font-medium text-accent">
        {icone}Proposer un autre texte
      </summary>
      <ul className="border-l border-trait">
        {unites.map((u) => (
          <li key={u.identite}>
            <button
              type="button"
              className="min-h-11 w-full px-3 py-1.5 text-left hover:text-accent"
              onClick={() => onChoix(u.identite)}
            >
              {u.nom}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

function AccordArticle({
  poste,
  entree,
  accord,
}: {
  poste: PosteRelecture
  entree: EntreeRelecture
  accord: Proprietes['accord']
}) {
  const { attente, refus, envoyer } = useEnvoi()
  const { accepter } = poste.actions
  const ton = entree.accord === 'accepte' ? 'tenu' : entree.accord === 'modifie' ? 'vigilance' : 'inconnu'
  return (
    <div className="flex flex-col gap-2 pt-2">
      {entree.accordDit && (
        <p>
          <Etiquette ton={ton}>{entree.accordDit}</Etiquette>
        </p>
      )}
      <RefusEnvoi refus={refus} />
      {accepter && accord.possible && entree.accord !== 'accepte' && (
        <Bouton
          className="self-start max-sm:w-full"
          attente={attente}
          icone={<Check aria-hidden size={18} />}
          onPress={() =>
            envoyer(
              () =>
                accepter({
                  acteId: poste.acteId,
                  versionId: accord.versionId,
                  identites: [...entree.membres],
                }),
              'Article accepté',
            )
          }
        >
          {entree.numero.startsWith('Article') ? 'Accepter cet article' : 'Accepter ce passage'}
        </Bouton>
      )}
    </div>
  )
}
