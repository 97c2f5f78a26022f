'use client'

import { Plus, Trash2 } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { OptionInsertion } from '@/components/redaction/editeur/insertion'
import type { Lecture } from '@/components/redaction/etat/resolution'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import type { Contenu } from '@/lib/domaine/texte/contenu'
import { type NoeudBrut, nettoyerContenu, nouvelIdBloc } from '@/lib/domaine/texte/nettoyer'
import type { DefinitionParametre } from '@/lib/domaine/texte/parametres'
import { compter } from '@/lib/presentation/typographie'
import type { VarianteSaisie } from './types'
import { ValeursVariante } from './valeurs-variante'

const Editeur = dynamic(() => import('@/components/redaction/editeur/editeur').then((m) => m.Editeur), {
  ssr: false,
})

type Proprietes = {
  variantes: readonly VarianteSaisie[]
  contenu: Contenu
  lecture: Lecture
  options: readonly OptionInsertion[]
  definitions: readonly DefinitionParametre[]
  onVariantes: (v: VarianteSaisie[]) => void
}

/** Autres rédactions de l'article, nommées : on les choisit à la rédaction, sans que le texte soit « adapté ». */
export function VariantesProjet({
  variantes,
  contenu,
  lecture,
  options,
  definitions,
  onVariantes,
}: Proprietes) {
  const [ouverte, definirOuverte] = useState<number | null>(null)
  const changer = (i: number, partiel: Partial<VarianteSaisie>) =>
    onVariantes(variantes.map((v, j) => (j === i ? { ...v, ...partiel } : v)))
  const ajouter = () => {
    const brut = JSON.parse(JSON.stringify(contenu)) as NoeudBrut
    onVariantes([
      ...variantes,
      {
        code: '',
        libelle: `Variante ${variantes.length + 1}`,
        contenu: nettoyerContenu(brut, nouvelIdBloc),
        valeurs: [],
      },
    ])
    definirOuverte(variantes.length)
  }
  return (
    <section aria-labelledby="titre-variantes" className="flex flex-col gap-3 border-t border-trait pt-4">
      <h3 id="titre-variantes" className="font-semibold">
        {variantes.length ? compter(variantes.length, 'variante') : 'Aucune variante'}
      </h3>
      <ul className="flex flex-col gap-3">
        {variantes.map((v, i) => (
          <li key={v.code || `nouvelle-${i}`} className="border-l-3 border-l-trait-fort pl-3">
            {ouverte === i ? (
              <div className="flex flex-col gap-3">
                <Champ
                  libelle="Nom de la variante"
                  value={v.libelle}
                  maxLength={200}
                  onChange={(e) => changer(i, { libelle: e.target.value })}
                  erreur={v.libelle.trim() ? null : 'Nommez la variante : elle se choisit par son nom.'}
                />
                <Editeur
                  nom={v.libelle}
                  contenu={v.contenu}
                  resoudre={lecture.resoudre}
                  options={options}
                  onContenu={(c) => changer(i, { contenu: c })}
                />
                <ValeursVariante
                  variante={v.libelle}
                  valeurs={v.valeurs}
                  definitions={definitions}
                  onValeurs={(valeurs) => changer(i, { valeurs })}
                />
                <div className="flex flex-wrap gap-2">
                  <Bouton variante="secondaire" taille="petit" onPress={() => definirOuverte(null)}>
                    Replier
                  </Bouton>
                  <Bouton
                    variante="discret"
                    taille="petit"
                    icone={<Trash2 aria-hidden size={16} />}
                    onPress={() => {
                      definirOuverte(null)
                      onVariantes(variantes.filter((_, j) => j !== i))
                    }}
                  >
                    Retirer la variante
                  </Bouton>
                </div>
              </div>
            ) : (
              <div className="flex flex-wrap items-center justify-between gap-2">
                <span>
                  {v.libelle}
                  {v.valeurs.length > 0 && (
                    <span className="block text-sm text-encre-2">
                      {compter(v.valeurs.length, 'valeur entraînée', 'valeurs entraînées')}
                    </span>
                  )}
                </span>
                <Bouton
                  variante="discret"
                  taille="petit"
                  aria-label={`Modifier la variante ${v.libelle}`}
                  onPress={() => definirOuverte(i)}
                >
                  Modifier
                </Bouton>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Bouton
        variante="secondaire"
        taille="petit"
        className="self-start"
        icone={<Plus aria-hidden size={16} />}
        onPress={ajouter}
      >
        Ajouter une variante
      </Bouton>
    </section>
  )
}
