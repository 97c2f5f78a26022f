'use client'

import { useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { GroupeChoix } from '@/components/ui/groupe-choix'
import { valeursSuivies } from '@/lib/domaine/texte/variantes'
import { phraseValeurSuivie } from '@/lib/presentation/conventions/valeurs-de-variante'
import type { UniteLue } from '@/lib/presentation/redaction/types'
import { avecValeurs } from '../etat/resolution'
import type { Poste } from '../poste'
import { Difference } from './difference'
import { lignesDuTexte } from './textes'

const MODELE = 'modele'
type Proprietes = { poste: Poste; unite: UniteLue; modele: NonNullable<UniteLue['modele']> }

/** Textes que la bibliothèque propose pour cet article : on voit ce qui changerait, puis on choisit. */
export function Variantes({ poste, unite: u, modele }: Proprietes) {
  const actuel = u.origine === 'modele' ? MODELE : u.origine === 'variante' ? (u.variante ?? '') : ''
  const [choix, definirChoix] = useState<string | null>(null)
  if (!modele.variantes.length && actuel === MODELE) return null
  const retenu = choix ?? actuel
  const variante = modele.variantes.find((v) => v.code === retenu)
  const texte = variante ?? (retenu === MODELE ? modele : null)
  const { acte } = poste.etat
  const suivies = texte
    ? valeursSuivies(
        acte.definitions,
        Object.fromEntries(acte.parametres.map((p) => [p.cle, p.valeur])),
        modele.variantes.find((v) => v.code === u.variante) ?? null,
        variante ?? null,
      )
    : []
  const appliquer = async () => {
    await poste.gestes.changerVariante(
      u,
      variante?.code ?? null,
      variante ? `Variante « ${variante.libelle} » mise dans le texte.` : 'Texte du modèle rétabli.',
    )
    definirChoix(null)
  }
  return (
    <div className="flex flex-col gap-3 border-t border-trait pt-4">
      <GroupeChoix
        libelle="Textes de la bibliothèque"
        name={`variante-${u.identite}`}
        valeur={retenu}
        onChange={(e) => definirChoix(e.target.value)}
        choix={[
          { valeur: MODELE, libelle: 'Texte du modèle' },
          ...modele.variantes.map((v) => ({
            valeur: v.code,
            libelle: v.libelle,
            aide: v.source ? `D’après : ${v.source}` : undefined,
          })),
        ]}
      />
      {texte && retenu !== actuel && (
        <div className="flex flex-col gap-3 border-l-3 border-l-accent pl-3">
          <p className="font-medium">Ce qui changerait</p>
          {suivies.length > 0 && (
            <ul className="flex flex-col gap-1 text-[0.9375rem]">
              {suivies.map((v) => (
                <li key={v.cle}>{phraseValeurSuivie(v, acte.definitions)}</li>
              ))}
            </ul>
          )}
          <Difference
            avant={lignesDuTexte(poste.lecture.r, u.titre, u.contenu)}
            apres={lignesDuTexte(
              avecValeurs(poste.lecture.r, suivies),
              variante?.titre ?? modele.titre,
              texte.contenu,
            )}
            vide="Rien : les deux textes sont identiques."
          />
          <div className="flex flex-wrap gap-2">
            <Bouton attente={poste.gestes.attente} onPress={() => void appliquer()}>
              {variante ? 'Mettre cette variante' : 'Revenir au texte du modèle'}
            </Bouton>
            <Bouton variante="discret" onPress={() => definirChoix(null)}>
              Garder le texte actuel
            </Bouton>
          </div>
        </div>
      )}
    </div>
  )
}
