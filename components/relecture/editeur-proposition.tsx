'use client'

import { useMemo, useState } from 'react'
import { Editeur } from '@/components/redaction/editeur/editeur'
import { lectureDe, optionsInsertion } from '@/components/redaction/etat/resolution'
import { Champ } from '@/components/ui/champ'
import type { ConventionLue, UniteLue } from '@/lib/presentation/redaction/types'
import type { Proposition } from './formulaire-proposition'

type Proprietes = {
  acte: ConventionLue
  unite: UniteLue
  /** Brouillon retrouvé, ou rien. */
  depart: Proposition | null
  onProposition: (p: Proposition) => void
}

/** L'éditeur de la rédaction, posé sur le texte de la version lue. */
export function EditeurProposition({ acte, unite, depart, onProposition }: Proprietes) {
  const lecture = useMemo(() => lectureDe(acte), [acte])
  const options = useMemo(() => optionsInsertion(acte, lecture), [acte, lecture])
  const [texte, definir] = useState<Proposition>(
    () => depart ?? { titre: unite.titre, contenu: unite.contenu },
  )
  const noter = (partiel: Partial<Proposition>) => {
    const suite = { ...texte, ...partiel }
    definir(suite)
    onProposition(suite)
  }
  // Un titre qui cite une valeur se change par elle ; le réécrire ici montrerait ses repères.
  const titreLibre = unite.titre !== null && !/\{\{|\[\[/.test(unite.titre)
  return (
    <div className="flex flex-col gap-3">
      {titreLibre && (
        <Champ
          libelle="Titre"
          value={texte.titre ?? ''}
          maxLength={500}
          onChange={(e) => noter({ titre: e.target.value || null })}
        />
      )}
      <Editeur
        nom={lecture.nommer(unite.identite)}
        contenu={texte.contenu}
        resoudre={lecture.resoudre}
        options={options}
        onContenu={(contenu) => noter({ contenu })}
      />
    </div>
  )
}
