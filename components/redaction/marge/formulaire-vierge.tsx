'use client'

import { useState } from 'react'
import { DepotScan } from '@/components/conventions/depot-scan'
import { Bouton } from '@/components/ui/bouton'
import { TAILLE_MAX_FORMULAIRE } from '@/lib/domaine/fichier/depots'
import { adresseFichier } from '@/lib/presentation/conventions/adresses'
import { empreinteLisible, poids } from '@/lib/presentation/conventions/reprise'
import type { UniteLue } from '@/lib/presentation/redaction/types'
import type { Poste } from '../poste'

const LIMITE = { octets: TAILLE_MAX_FORMULAIRE, dite: '10 Mo' }

/** Le formulaire vierge d'une annexe, en PDF : le déposer, l'ouvrir, le remplacer, l'ôter. */
export function FormulaireVierge({ poste: { gestes }, unite: u }: { poste: Poste; unite: UniteLue }) {
  const [remplace, definirRemplace] = useState(false)
  const joint = u.fichier
  const joindre = async (fichierId: string | null) => {
    if (await gestes.joindreFormulaire(u.identite, fichierId, joint?.id ?? null)) definirRemplace(false)
  }
  return (
    <section aria-labelledby="titre-formulaire" className="flex flex-col gap-3 border-t border-trait pt-4">
      <h3 id="titre-formulaire" className="font-semibold">
        Formulaire vierge
      </h3>
      {joint && (
        <div>
          <a
            className="lien font-medium break-words"
            href={adresseFichier(joint.id)}
            target="_blank"
            rel="noreferrer"
          >
            {joint.nom}
            <span className="sr-only"> (nouvel onglet)</span>
          </a>{' '}
          <span className="text-encre-2">({poids(joint.taille)})</span>
          <p className="text-sm text-encre-2">
            Empreinte SHA-256 :{' '}
            <code className="font-mono text-[0.8125rem] break-words">
              {empreinteLisible(joint.empreinte)}
            </code>
          </p>
        </div>
      )}
      {(!joint || remplace) && (
        <DepotScan
          depose={null}
          onDepose={(f) => f && void joindre(f.id)}
          deposer={gestes.deposer}
          libelle={joint ? 'Nouveau formulaire' : 'Joindre le formulaire'}
          aide="PDF, 10 Mo au plus. Formulaire vierge : aucune donnée de patient."
          accept=".pdf"
          limite={LIMITE}
        />
      )}
      {joint && (
        <div className="flex flex-wrap gap-2">
          <Bouton variante="secondaire" taille="petit" onPress={() => definirRemplace(!remplace)}>
            {remplace ? 'Garder celui-ci' : 'Remplacer'}
          </Bouton>
          <Bouton
            variante="discret"
            taille="petit"
            attente={gestes.attente}
            onPress={() => void joindre(null)}
          >
            Ôter le formulaire
          </Bouton>
        </div>
      )}
    </section>
  )
}
