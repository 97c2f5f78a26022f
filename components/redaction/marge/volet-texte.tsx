'use client'

import { PencilLine } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useMemo, useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { Squelette } from '@/components/ui/squelette'
import { porteFormulaire } from '@/lib/domaine/texte/unites'
import { cibleUnite } from '@/lib/presentation/redaction/acte'
import type { UniteLue } from '@/lib/presentation/redaction/types'
import { optionsInsertion } from '../etat/resolution'
import type { Poste } from '../poste'
import { FormulaireVierge } from './formulaire-vierge'
import { LaisserDeCote } from './laisser-de-cote'
import { MotifAdaptation } from './motif-adaptation'
import { Variantes } from './variantes'

// L'éditeur ne se charge que lorsqu'on réécrit : lire n'a pas à l'attendre.
const Editeur = dynamic(() => import('../editeur/editeur').then((m) => m.Editeur), {
  ssr: false,
  loading: () => <Squelette lignes={6} libelle="Ouverture de l’éditeur" />,
})

type Proprietes = { poste: Poste; unite: UniteLue }

export function VoletTexte({ poste, unite: u }: Proprietes) {
  const { etat, lecture, pieces } = poste
  const cible = cibleUnite(u.identite)
  const commence = u.origine === 'adapte' || u.origine === 'ajout' || etat.instantane.saisies.has(cible)
  const [ouvert, definirOuvert] = useState(commence)
  const options = useMemo(() => optionsInsertion(etat.acte, lecture), [etat.acte, lecture])
  const noter = (partiel: Partial<{ titre: string | null; contenu: UniteLue['contenu'] }>) =>
    etat.noter(cible, { titre: u.titre, contenu: u.contenu, ...partiel })
  // Un titre qui cite une valeur se change par elle ; le réécrire ici montrerait ses repères.
  const titreLibre = u.titre !== null && !/\{\{|\[\[/.test(u.titre)
  return (
    <div className="flex flex-col gap-5">
      {ouvert ? (
        <>
          {titreLibre && (
            <Champ
              libelle="Titre"
              value={u.titre ?? ''}
              maxLength={500}
              onChange={(e) => noter({ titre: e.target.value || null })}
            />
          )}
          <Editeur
            nom={lecture.nommer(u.identite)}
            contenu={u.contenu}
            resoudre={lecture.resoudre}
            options={options}
            onContenu={(contenu) => noter({ contenu })}
          />
        </>
      ) : (
        <div className="flex flex-col items-start gap-2">
          <p className="text-encre-2">{pieces.mots.origine}</p>
          <Bouton icone={<PencilLine aria-hidden size={18} />} onPress={() => definirOuvert(true)}>
            {pieces.mots.reecrire}
          </Bouton>
        </div>
      )}
      {pieces.formulaires && (u.origine === 'adapte' || u.origine === 'ajout') && (
        <MotifAdaptation key={u.motifAdaptation ?? ''} poste={poste} unite={u} />
      )}
      {pieces.formulaires && porteFormulaire(u) && <FormulaireVierge poste={poste} unite={u} />}
      {u.modele && <Variantes poste={poste} unite={u} modele={u.modele} />}
      {pieces.Gestes && <pieces.Gestes poste={poste} unite={u} />}
      {pieces.retraits && <LaisserDeCote poste={poste} unite={u} />}
    </div>
  )
}
