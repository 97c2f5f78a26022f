'use client'

import { useId, useState } from 'react'
import { RAPPEL_PATIENT } from '@/components/organisation/rappel-patient'
import { Bouton } from '@/components/ui/bouton'
import { Case } from '@/components/ui/case'
import { classesSaisie } from '@/components/ui/enrobage-champ'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { PosteRelecture } from './actions'
import { RefusEnvoi } from './refus-envoi'
import type { PassageChoisi } from './selection'
import { useBrouillon } from './use-brouillon'
import { useEnvoi } from './use-envoi'

type Proprietes = {
  poste: PosteRelecture
  /** Unité visée ; `null` : l'ensemble du texte. */
  identite: string | null
  passage: PassageChoisi | null
  /** Paragraphes de l'article, pour en viser un sans souris. */
  paragraphes: readonly PassageChoisi[]
  onPassage: (p: PassageChoisi | null) => void
  onFini: () => void
}

type Brouillon = { texte: string; interne: boolean }

/** Écrire une remarque ; interne ou partagée, c'est dit avant d'envoyer. */
export function FormulaireRemarque(p: Proprietes) {
  const { poste, identite, passage } = p
  const brouillon = useBrouillon<Brouillon>(poste.utilisateur, poste.acteId, `remarque:${identite ?? ''}`)
  const [tape, definir] = useState<Brouillon | null>(null)
  const { attente, refus, envoyer } = useEnvoi()
  const idPassage = useId()
  const depart: Brouillon = { texte: '', interne: !poste.droits.ecrire }
  const saisie = tape ?? brouillon.valeur ?? depart
  const noter = (partiel: Partial<Brouillon>) => {
    const suite = { ...saisie, ...partiel }
    definir(suite)
    brouillon.noter(suite)
  }
  return (
    <form
      className="flex flex-col gap-3 border-t border-trait py-4"
      onSubmit={(e) => {
        e.preventDefault()
        envoyer(
          () =>
            poste.actions.ecrire({
              acteId: poste.acteId,
              identite: passage?.identite ?? identite,
              lue: poste.lue,
              passage: passage?.passage ?? null,
              interne: saisie.interne,
              texte: saisie.texte,
            }),
          saisie.interne ? 'Remarque interne écrite' : 'Remarque envoyée',
          () => {
            brouillon.oublier()
            p.onFini()
          },
        )
      }}
    >
      <RefusEnvoi refus={refus} />
      {passage && (
        <blockquote className="texte-juridique border-l-2 border-accent pl-3 text-base">
          « {passage.passage.citation} »
        </blockquote>
      )}
      {p.paragraphes.length > 0 && (
        <p className="flex flex-col gap-1">
          <label htmlFor={idPassage} className="font-medium">
            Passage visé
          </label>
          <select
            id={idPassage}
            className={classesSaisie(null)}
            value={valeurDuPassage(p)}
            onChange={(e) =>
              e.target.value !== 'selection' && p.onPassage(p.paragraphes[Number(e.target.value)] ?? null)
            }
          >
            <option value="">Tout l’article</option>
            {passage && valeurDuPassage(p) === 'selection' && (
              <option value="selection">Les mots sélectionnés</option>
            )}
            {p.paragraphes.map((c, i) => (
              <option key={`${c.passage.idBloc}-${i}`} value={String(i)}>
                {abreger(c.passage.citation)}
              </option>
            ))}
          </select>
        </p>
      )}
      <ZoneTexte
        libelle="Votre remarque"
        aide={RAPPEL_PATIENT}
        rows={4}
        maxLength={4_000}
        autoFocus
        value={saisie.texte}
        onChange={(e) => noter({ texte: e.target.value })}
      />
      {poste.droits.interne && (
        <Case
          libelle="Interne à l’hôpital"
          aide={
            poste.droits.ecrire
              ? 'Le centre et la mairie ne la verront jamais ; elle ne pourra pas être partagée ensuite.'
              : 'Le texte ne se négocie pas en ce moment : seules les remarques internes sont possibles.'
          }
          checked={saisie.interne}
          disabled={!poste.droits.ecrire}
          onChange={(e) => noter({ interne: e.target.checked })}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Bouton type="submit" attente={attente} isDisabled={saisie.texte.trim().length === 0}>
          {saisie.interne ? 'Garder en interne' : 'Envoyer la remarque'}
        </Bouton>
        <Bouton variante="discret" onPress={p.onFini}>
          Annuler
        </Bouton>
      </div>
    </form>
  )
}

function valeurDuPassage({ passage, paragraphes }: Proprietes): string {
  if (!passage) return ''
  const i = paragraphes.findIndex(
    (c) => c.passage.idBloc === passage.passage.idBloc && c.passage.citation === passage.passage.citation,
  )
  return i < 0 ? 'selection' : String(i)
}

const abreger = (t: string): string => (t.length > 70 ? `« ${t.slice(0, 69).trimEnd()}… »` : `« ${t} »`)
