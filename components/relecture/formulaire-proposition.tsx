'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { RAPPEL_PATIENT } from '@/components/organisation/rappel-patient'
import { Bouton } from '@/components/ui/bouton'
import { Case } from '@/components/ui/case'
import { Squelette } from '@/components/ui/squelette'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { Contenu } from '@/lib/domaine/texte/contenu'
import { type MessageErreur, messageErreur } from '@/lib/presentation/erreurs'
import type { ConventionLue } from '@/lib/presentation/redaction/types'
import type { PosteRelecture } from './actions'
import { RefusEnvoi } from './refus-envoi'
import { useBrouillon } from './use-brouillon'
import { useEnvoi } from './use-envoi'

// L'éditeur pèse lourd : une page qui se lit ne l'emporte jamais au premier chargement.
const EditeurProposition = dynamic(() => import('./editeur-proposition').then((m) => m.EditeurProposition), {
  ssr: false,
  loading: () => <Squelette lignes={6} libelle="Ouverture de l’éditeur" />,
})

export type Proposition = { titre: string | null; contenu: Contenu }
type Brouillon = { proposition: Proposition | null; texte: string; interne: boolean }
type Proprietes = { poste: PosteRelecture; identite: string; nom: string; onFini: () => void }

/** Proposer un autre texte pour un article, dans l'éditeur même de la rédaction. */
export function FormulaireProposition({ poste, identite, nom, onFini }: Proprietes) {
  const [acte, definirActe] = useState<ConventionLue | null>(null)
  const [panne, definirPanne] = useState<MessageErreur | null>(null)
  const brouillon = useBrouillon<Brouillon>(
    poste.utilisateur,
    poste.acteId,
    `proposition:${poste.lue}:${identite}`,
  )
  const [tape, definir] = useState<Brouillon | null>(null)
  const { attente, refus, envoyer } = useEnvoi()
  const { lireTexte } = poste.actions
  useEffect(() => {
    let vivant = true
    lireTexte(poste.reference)
      .then((r) => {
        if (!vivant) return
        if (r.ok) definirActe(r.valeur)
        else definirPanne(messageErreur(r.erreur))
      })
      .catch(() => vivant && definirPanne(messageErreur({ code: 'INDISPONIBLE' })))
    return () => {
      vivant = false
    }
  }, [lireTexte, poste.reference])

  const depart: Brouillon = { proposition: null, texte: '', interne: !poste.droits.ecrire }
  const saisie = tape ?? brouillon.valeur ?? depart
  const noter = (partiel: Partial<Brouillon>) => {
    const suite = { ...saisie, ...partiel }
    definir(suite)
    brouillon.noter(suite)
  }
  const unite = acte?.unites.find((u) => u.identite === identite)
  return (
    <form
      className="flex flex-col gap-3 border-t border-trait py-4"
      onSubmit={(e) => {
        e.preventDefault()
        const { proposition } = saisie
        if (!proposition) return
        envoyer(
          () =>
            poste.actions.proposer({
              acteId: poste.acteId,
              identite,
              lue: poste.lue,
              interne: saisie.interne,
              titre: proposition.titre,
              contenu: proposition.contenu,
              texte: saisie.texte,
            }),
          'Contre-proposition envoyée',
          () => {
            brouillon.oublier()
            onFini()
          },
        )
      }}
    >
      <h3 className="font-semibold">Proposer un autre texte : {nom}</h3>
      <RefusEnvoi refus={refus ?? panne} />
      {acte && unite && brouillon.pret ? (
        <EditeurProposition
          acte={acte}
          unite={unite}
          depart={saisie.proposition}
          onProposition={(proposition) => noter({ proposition })}
        />
      ) : (
        !panne && <Squelette lignes={6} libelle="Ouverture de l’éditeur" />
      )}
      <ZoneTexte
        libelle="Pourquoi ce texte (facultatif)"
        aide={RAPPEL_PATIENT}
        rows={3}
        maxLength={4_000}
        value={saisie.texte}
        onChange={(e) => noter({ texte: e.target.value })}
      />
      {poste.droits.interne && (
        <Case
          libelle="Interne à l’hôpital"
          aide="Le centre et la mairie ne la verront jamais."
          checked={saisie.interne}
          disabled={!poste.droits.ecrire}
          onChange={(e) => noter({ interne: e.target.checked })}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Bouton type="submit" attente={attente} isDisabled={!saisie.proposition}>
          {saisie.interne ? 'Garder en interne' : 'Envoyer la contre-proposition'}
        </Bouton>
        <Bouton
          variante="discret"
          onPress={() => {
            brouillon.oublier()
            onFini()
          }}
        >
          Annuler
        </Bouton>
      </div>
    </form>
  )
}
