'use client'

import { useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { BlocHtml } from '@/lib/documents/html'
import { compter } from '@/lib/presentation/typographie'
import { useProjetEnMain } from './projet'

/** Combien de modifications, et leur liste : ce que chacune change, et comment l'avenant le dit. */
export function ListeDesModifications() {
  const { projet } = useProjetEnMain()
  const [ouvert, definirOuvert] = useState(false)
  const { modifications } = projet
  if (modifications.length === 0)
    return <strong className="font-semibold text-encre">Rien n’est encore modifié</strong>
  return (
    <Dialogue
      titre="Ce que l’avenant change"
      largeur="large"
      ouvert={ouvert}
      onOuvert={definirOuvert}
      declencheur={
        <Bouton variante="discret" taille="petit" className="-mx-2.5 font-semibold underline">
          {compter(modifications.length, 'modification')}
        </Bouton>
      }
    >
      {(fermer) => (
        <>
          <ol className="flex flex-col">
            {modifications.map((m) => (
              <li key={m.cible} className="border-t border-trait py-3 first:border-t-0 first:pt-0">
                <p className="font-medium">
                  {m.unite ? (
                    <a className="lien" href={`#u-${m.unite}`} onClick={fermer}>
                      {m.nom}
                    </a>
                  ) : (
                    m.nom
                  )}
                </p>
                {m.blocs.length > 0 ? (
                  <div
                    className="doc mx-0 mt-2 max-w-none border-l-3 border-l-accent px-4 [&>:first-child]:mt-0 [&>:last-child]:mb-0"
                    lang="fr-FR"
                  >
                    {m.blocs.map((b, i) => (
                      <BlocHtml key={i} bloc={b} decalageTitres={2} />
                    ))}
                  </div>
                ) : (
                  <p className="mt-1 text-sm text-encre-2">Se dit avec une autre modification.</p>
                )}
              </li>
            ))}
          </ol>
          <ActionsDialogue>
            <Bouton variante="secondaire" onPress={fermer}>
              Fermer
            </Bouton>
          </ActionsDialogue>
        </>
      )}
    </Dialogue>
  )
}
