'use client'

import { useState, useTransition } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Encart } from '@/components/ui/encart'
import { SuiviTache } from '@/components/ui/suivi-tache'
import { messageErreur } from '@/lib/presentation/erreurs'
import type { Reponse } from '@/lib/serveur/action'

type Format = 'pdf' | 'docx'
export type PreparerDocument = (s: {
  acteId: string
  format: Format
}) => Promise<Reponse<{ tacheId: string }>>

type Proprietes = {
  acteId: string
  /** Ce qui a déjà été demandé aujourd'hui, et vaut encore. */
  demandes: Partial<Record<Format, string>>
  /** Format que l'on vient de chercher à son adresse directe. */
  cherche: Format | null
  preparer: PreparerDocument
}

const FORMATS: readonly Format[] = ['pdf', 'docx']
const NOMS: Record<Format, string> = { pdf: 'PDF', docx: 'Word' }

/** PDF et Word d'un long texte : l'ouvrier les prépare, la page en suit l'avancement puis donne le fichier. */
export function DocumentsLongs({ acteId, demandes, cherche, preparer }: Proprietes) {
  const [enCours, lancer] = useTransition()
  const [taches, definirTaches] = useState(demandes)
  const [erreur, definirErreur] = useState<string | null>(null)
  const demander = (format: Format) =>
    lancer(async () => {
      definirErreur(null)
      const reponse = await preparer({ acteId, format }).catch(() => null)
      if (reponse?.ok) return definirTaches((t) => ({ ...t, [format]: reponse.valeur.tacheId }))
      const { titre, conseil } = messageErreur(reponse?.erreur ?? { code: 'INDISPONIBLE', details: {} })
      definirErreur(`${titre}. ${conseil}`)
    })
  return (
    <div className="space-y-3">
      {cherche && !taches[cherche] && (
        <Encart ton="neutre" titre={`Le ${NOMS[cherche]} se demande ici`}>
          <p>Ce texte est trop long pour s’ouvrir directement dans ce format.</p>
        </Encart>
      )}
      <p className="text-encre-2">
        Ce texte est long. Le PDF et le Word se préparent en quelques secondes, parfois une minute&nbsp;; la
        page reste utilisable.
      </p>
      <ul className="space-y-3">
        {FORMATS.map((format) => (
          <li key={format}>
            {taches[format] ? (
              <SuiviTache
                key={taches[format]}
                tacheId={taches[format]}
                libelle={NOMS[format]}
                telecharger={`Télécharger le ${NOMS[format]}`}
                recommencer={() => demander(format)}
              />
            ) : (
              <Bouton variante="secondaire" taille="petit" attente={enCours} onPress={() => demander(format)}>
                {`Préparer le ${NOMS[format]}`}
              </Bouton>
            )}
          </li>
        ))}
      </ul>
      {erreur && (
        <Encart ton="manque" annonce="alert">
          {erreur}
        </Encart>
      )}
    </div>
  )
}
