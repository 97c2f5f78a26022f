'use client'

import { useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Encart } from '@/components/ui/encart'
import { ecrireValeur } from '@/lib/domaine/texte/ecriture/formes'
import type { ValeurParametre } from '@/lib/domaine/texte/parametres'
import { nomDuSignataire } from '@/lib/presentation/conventions/document'
import type { SaisieUnite } from '@/lib/presentation/redaction/acte'
import type { SignataireLu } from '@/lib/presentation/redaction/types'
import type { Poste } from '../poste'
import type { EtatCible } from '../tampon/types'
import { Difference } from './difference'
import { lignesDuTexte } from './textes'

type Proprietes = { poste: Poste; cible: string; conflit: Extract<EtatCible, { genre: 'conflit' }> }

/** Quelqu'un a changé la même chose : ce qu'il a changé, ce que j'ai tapé, et le choix. Rien n'est perdu. */
export function PanneauConflit({ poste, cible, conflit }: Proprietes) {
  const [copie, definirCopie] = useState<string | null>(null)
  const { tampon, instantane } = poste.etat
  const lire = (v: unknown) => enLignes(poste, cible, v)
  const [base, leur, mienne] = [
    lire(conflit.base),
    lire(conflit.leur.valeur),
    lire(instantane.saisies.get(cible)),
  ]
  const qui = conflit.leur.auteur ?? 'Une autre personne'
  const copier = () =>
    navigator.clipboard?.writeText(mienne.join('\n')).then(
      () => definirCopie('Votre saisie est copiée.'),
      () => definirCopie('La copie a été refusée par le navigateur : sélectionnez le texte ci-dessus.'),
    ) ?? definirCopie('Sélectionnez le texte ci-dessus pour le copier.')
  return (
    <Encart
      ton="manque"
      annonce="alert"
      titre={`${qui} a modifié ce texte pendant que vous écriviez`}
      actions={
        <>
          <Bouton taille="petit" onPress={() => tampon.trancher(cible, 'mienne')}>
            Garder la mienne
          </Bouton>
          <Bouton taille="petit" variante="secondaire" onPress={() => tampon.trancher(cible, 'sienne')}>
            Prendre la sienne
          </Bouton>
          <Bouton taille="petit" variante="discret" onPress={copier}>
            Copier ma saisie
          </Bouton>
        </>
      }
    >
      <p>Votre saisie est gardée et n’a rien remplacé. Les deux versions restent au journal.</p>
      <div className="flex flex-col gap-3">
        <div>
          <p className="font-medium">Ce que cette personne a changé</p>
          <Difference avant={base} apres={leur} vide="Rien dans les mots." />
        </div>
        <div>
          <p className="font-medium">Ce que vous avez changé</p>
          <Difference avant={base} apres={mienne} vide="Rien dans les mots." />
        </div>
      </div>
      {copie && <p role="status">{copie}</p>}
    </Encart>
  )
}

function enLignes({ etat, lecture }: Poste, cible: string, valeur: unknown): string[] {
  if (!valeur) return []
  if (cible.startsWith('unite:')) {
    const s = valeur as SaisieUnite
    return lignesDuTexte(lecture.r, s.titre, s.contenu)
  }
  if (cible.startsWith('partie:')) {
    return (valeur as SignataireLu[]).map((s) =>
      [nomDuSignataire(s), s.qualite, s.autorite].filter(Boolean).join(', '),
    )
  }
  const definition = etat.acte.definitions.find((d) => `parametre:${d.cle}` === cible)
  return [ecrireValeur(valeur as ValeurParametre, null, definition)]
}
