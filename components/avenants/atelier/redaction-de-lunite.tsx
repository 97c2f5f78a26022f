'use client'

import Link from 'next/link'
import { useState } from 'react'
import { parametresDe } from '@/components/redaction/etat/resolution'
import type { Poste } from '@/components/redaction/poste'
import { Encart } from '@/components/ui/encart'
import { GroupeChoix } from '@/components/ui/groupe-choix'
import { BlocHtml } from '@/lib/documents/html'
import type { Forme } from '@/lib/domaine/avenant/rediger'
import { LIBELLES_FORMES, type RedactionDite } from '@/lib/presentation/avenant/projet'
import { messageErreur } from '@/lib/presentation/erreurs'
import type { UniteLue } from '@/lib/presentation/redaction/types'
import { useProjetEnMain } from './projet'

/** Ce que l'avenant dira de cet article, et la forme dans laquelle il le dira. */
export function RedactionDeLUnite({ poste, unite: u }: { poste: Poste; unite: UniteLue }) {
  const { projet } = useProjetEnMain()
  const calme = poste.etat.instantane.saisies.size === 0
  const cibles = new Set([`unite:${u.identite}`, ...parametresDe(u).map((c) => `valeur:${c}`)])
  const redactions = projet.redactions.filter((r) => cibles.has(r.cible))
  if (redactions.length === 0)
    return (
      <p className="text-encre-2">
        {calme
          ? 'L’avenant ne dit rien de ce texte : il reste tel qu’il est en vigueur.'
          : 'La rédaction viendra dès que la saisie sera enregistrée.'}
      </p>
    )
  return (
    <div className="flex flex-col gap-6">
      {redactions.map((r) => (
        <Redaction key={r.cible} redaction={r} />
      ))}
      {projet.transcription ? (
        <p className="text-sm text-encre-2">
          Comparez l’effet à l’acte signé : les mots et les numéros d’articles de l’avenant restent les siens.
        </p>
      ) : (
        <p className="text-sm text-encre-2">
          Pour changer les mots eux-mêmes, ouvrez{' '}
          <Link className="lien" href={`/conventions/${encodeURIComponent(projet.reference)}/rediger`}>
            la rédaction de l’avenant
          </Link>
          .
        </p>
      )}
    </div>
  )
}

function Redaction({ redaction: r }: { redaction: RedactionDite }) {
  const { projet, actions, relire } = useProjetEnMain()
  const [refus, definirRefus] = useState<string | null>(null)
  const choisir = async (forme: Forme) => {
    definirRefus(null)
    const reponse = await actions
      .choisirUneForme({
        acteId: projet.acteId,
        cible: r.cible,
        version: r.version,
        forme: forme === r.proposee ? null : forme,
      })
      .catch(() => null)
    if (!reponse?.ok)
      definirRefus(messageErreur(reponse?.erreur ?? { code: 'INDISPONIBLE', details: {} }).titre)
    await relire()
  }
  return (
    <section className="flex flex-col gap-3">
      <div
        className="doc border-l-3 border-l-accent px-4 py-3 [&>:first-child]:mt-0 [&>:last-child]:mb-0"
        lang="fr-FR"
      >
        {r.blocs.map((b, i) => (
          <BlocHtml key={i} bloc={b} decalageTitres={2} />
        ))}
      </div>
      {r.desaccord && (
        <Encart ton="vigilance" titre="Rédaction et effet ne s’accordent plus">
          <p>{r.desaccord}</p>
        </Encart>
      )}
      {!r.ajustee && r.permises.length > 1 && (
        <GroupeChoix
          libelle="Façon de l’écrire"
          name={`forme-${r.unite}`}
          valeur={r.forme ?? r.proposee ?? ''}
          onChange={(e) => void choisir(e.target.value as Forme)}
          choix={r.permises.map((f) => ({
            valeur: f,
            libelle: `${LIBELLES_FORMES[f].libelle}${f === r.proposee ? ' (proposée)' : ''}`,
            aide: LIBELLES_FORMES[f].aide,
          }))}
        />
      )}
      {refus && (
        <p role="alert" className="text-manque">
          {refus}
        </p>
      )}
    </section>
  )
}
