'use client'

import { useEffect, useRef, useState } from 'react'
import { DepotScan } from '@/components/conventions/depot-scan'
import { Bouton } from '@/components/ui/bouton'
import { TAILLE_MAX_FORMULAIRE } from '@/lib/domaine/fichier/depots'
import { adresseFichier } from '@/lib/presentation/conventions/adresses'
import { empreinteLisible, poids } from '@/lib/presentation/conventions/reprise'
import type { UniteLue } from '@/lib/presentation/redaction/types'
import type { Poste } from '../poste'

const LIMITE = { octets: TAILLE_MAX_FORMULAIRE, dite: '10\u00a0Mo' }
const AIDE = `PDF, ${LIMITE.dite} au plus. Formulaire vierge\u00a0: aucune donnée de patient.`
const SEUL = { type: 'application/pdf', dit: 'PDF' }

/** Le formulaire vierge d'une annexe, en PDF : le déposer, l'ouvrir, le remplacer, l'ôter. */
export function FormulaireVierge({ poste: { gestes }, unite: u }: { poste: Poste; unite: UniteLue }) {
  const [remplace, definirRemplace] = useState(false)
  const joint = u.fichier
  const zone = useRef<HTMLElement>(null)
  const vu = useRef(joint?.id)
  useEffect(() => {
    // Ce qu'on vient d'actionner a disparu : la saisie passe à ce qui le remplace, fichier joint ou champ vide.
    if (vu.current === joint?.id) return
    vu.current = joint?.id
    if (document.activeElement === document.body)
      zone.current?.querySelector<HTMLElement>('a, input')?.focus({ preventScroll: true })
  }, [joint?.id])
  const joindre = async (fichierId: string | null) => {
    if (await gestes.joindreFormulaire(u.identite, fichierId, joint?.id ?? null)) definirRemplace(false)
  }
  return (
    <section
      ref={zone}
      aria-labelledby="titre-formulaire"
      className="flex flex-col gap-3 border-t border-trait pt-4"
    >
      <h3 id="titre-formulaire" className="font-semibold">
        Formulaire vierge
      </h3>
      {joint && (
        <div>
          <a
            className="lien font-medium wrap-anywhere"
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
          aide={AIDE}
          accept=".pdf"
          limite={LIMITE}
          seul={SEUL}
          autoFocus={remplace}
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
