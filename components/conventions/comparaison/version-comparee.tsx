'use client'

import { useState, useTransition } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Encart } from '@/components/ui/encart'
import { SuiviTache } from '@/components/ui/suivi-tache'
import type { CoteCompare } from '@/lib/domaine/acte/cotes'
import { messageErreur } from '@/lib/presentation/erreurs'
import type { Reponse } from '@/lib/serveur/action'

type Format = 'pdf' | 'docx'
export type PreparerComparaison = (s: {
  acteId: string
  de: CoteCompare
  a: CoteCompare
  format: Format
}) => Promise<Reponse<{ tacheId: string }>>

type Proprietes = { acteId: string; de: CoteCompare; a: CoteCompare; preparer: PreparerComparaison }

const LIBELLES: Record<Format, string> = {
  pdf: 'Version comparée en PDF',
  docx: 'Version comparée en Word, révisions suivies',
}

/** Prépare la version comparée à emporter ; l'ouvrier la fabrique et la page en suit l'avancement. */
export function VersionComparee({ acteId, de, a, preparer }: Proprietes) {
  const [enCours, lancer] = useTransition()
  const [tache, definirTache] = useState<{ id: string; format: Format } | null>(null)
  const [erreur, definirErreur] = useState<string | null>(null)
  const demander = (format: Format) =>
    lancer(async () => {
      definirErreur(null)
      const reponse = await preparer({ acteId, de, a, format }).catch(() => null)
      if (reponse?.ok) return definirTache({ id: reponse.valeur.tacheId, format })
      const { titre, conseil } = messageErreur(reponse?.erreur ?? { code: 'INDISPONIBLE', details: {} })
      definirErreur(`${titre}. ${conseil}`)
    })
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap gap-2">
        <Bouton variante="secondaire" taille="petit" attente={enCours} onPress={() => demander('pdf')}>
          Version comparée (PDF)
        </Bouton>
        <Bouton variante="secondaire" taille="petit" attente={enCours} onPress={() => demander('docx')}>
          Word, révisions suivies
        </Bouton>
      </div>
      {tache && (
        <SuiviTache
          key={tache.id}
          tacheId={tache.id}
          libelle={LIBELLES[tache.format]}
          recommencer={() => demander(tache.format)}
        />
      )}
      {erreur && (
        <Encart ton="manque" annonce="alert">
          {erreur}
        </Encart>
      )}
    </div>
  )
}
