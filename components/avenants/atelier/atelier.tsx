'use client'

import { useMemo } from 'react'
import type { Depart } from '@/components/redaction/etat/use-redaction'
import type { PiecesRedaction } from '@/components/redaction/pieces'
import { Redaction } from '@/components/redaction/redaction'
import type { ProjetDit } from '@/lib/presentation/avenant/projet'
import { type ActionsAvenant, gestesDeRedaction } from '../actions'
import { EnteteAtelier } from './entete-atelier'
import { GestesDAvenant } from './gestes-davenant'
import { MOTS_DE_L_AVENANT, MOTS_DE_LA_TRANSCRIPTION } from './mots'
import { ProjetContexte, useProjet } from './projet'
import { RedactionDeLUnite } from './redaction-de-lunite'

type Proprietes = Omit<Depart, 'actions' | 'brouillon' | 'fiches'> & {
  maintenant: Date
  projet: ProjetDit
  actions: ActionsAvenant
}

const PIECES: Omit<PiecesRedaction, 'brouillon'> = {
  mots: MOTS_DE_L_AVENANT,
  formulaires: false,
  retraits: true,
  Entete: EnteteAtelier,
  Gestes: GestesDAvenant,
  marge: { cle: 'redaction', libelle: 'Rédaction', Contenu: RedactionDeLUnite },
}

/** L'atelier d'un avenant : on récrit le texte en vigueur comme un texte ordinaire, l'avenant se rédige tout seul. */
export function Atelier({ projet: initial, actions, ...depart }: Proprietes) {
  const projet = useProjet(initial, actions)
  const transcription = initial.transcription !== null
  const gestes = useMemo(() => gestesDeRedaction(actions), [actions])
  const pieces = useMemo(
    () => ({
      ...PIECES,
      mots: transcription ? MOTS_DE_LA_TRANSCRIPTION : MOTS_DE_L_AVENANT,
      brouillon: `${depart.acte.acteId}:texte`,
    }),
    [depart.acte.acteId, transcription],
  )
  return (
    <ProjetContexte value={projet}>
      <Redaction {...depart} fiches={null} actions={gestes} pieces={pieces} />
    </ProjetContexte>
  )
}
