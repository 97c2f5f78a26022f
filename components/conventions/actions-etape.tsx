'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Case } from '@/components/ui/case'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { Passage } from '@/lib/domaine/acte/etapes'
import type { ActionEtape } from '@/lib/presentation/conventions/actions-etape'
import type { Reponse } from '@/lib/serveur/action'

/** Saisie d'un passage, selon ce qu'il demande d'écrire. */
export type SaisiePassage = {
  acteId: string
  version: number
  texte: string
  /** Avenant : partager une rédaction ajustée dont les mots ne disent plus l'effet. */
  malgreLesEcarts?: boolean
}
export type EnvoisDEtape = Partial<Record<Passage, (s: SaisiePassage) => Promise<Reponse<unknown>>>>

type Proprietes = {
  acteId: string
  version: number
  actions: readonly ActionEtape[]
  envois: EnvoisDEtape
}

/** Ce que l'acteur peut faire de cet acte maintenant : un bouton par passage, et sa conséquence avant le clic. */
export function ActionsEtape({ acteId, version, actions, envois }: Proprietes) {
  return actions.map((a) => {
    const envoyer = envois[a.passage]
    return (
      envoyer && (
        <Dialogue
          key={a.passage}
          titre={a.titre}
          decision
          declencheur={<Bouton variante={a.variante}>{a.libelle}</Bouton>}
        >
          {(fermer) => <Passer {...{ acteId, version, action: a, envoyer, fermer }} />}
        </Dialogue>
      )
    )
  })
}

function Passer({
  acteId,
  version,
  action: a,
  envoyer,
  fermer,
}: {
  acteId: string
  version: number
  action: ActionEtape
  envoyer: (s: SaisiePassage) => Promise<Reponse<unknown>>
  fermer: () => void
}) {
  const routeur = useRouter()
  const [ecart, definirEcart] = useState<'inconnu' | 'dit' | 'confirme'>('inconnu')
  const envoi = async (s: SaisiePassage) => {
    const r = await envoyer(ecart === 'confirme' ? { ...s, malgreLesEcarts: true } : s)
    if (!r.ok && r.erreur.code === 'REDACTION_EN_DESACCORD') definirEcart('dit')
    return r
  }
  const liaison = useActionFormulaire<SaisiePassage>(envoi, {
    valeurs: { acteId, version, texte: '' },
    apres: () => {
      fermer()
      routeur.refresh()
    },
  })
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-4">
      {a.consequence.map((phrase) => (
        <p key={phrase}>{phrase}</p>
      ))}
      {a.manques && (
        <div className="border-l-2 border-vigilance pl-3">
          <p>{a.manques.phrase}</p>
          <ul className="mt-1 list-disc pl-5 text-[0.9375rem]">
            {a.manques.liste.map((m) => (
              <li key={m}>{m}</li>
            ))}
          </ul>
        </div>
      )}
      <p className="text-[0.9375rem] text-encre-2">
        {a.prevenus.length
          ? `Prévenus par courriel : ${a.prevenus.join(', ')}.`
          : 'Personne ne sera prévenu : aucun compte n’est ouvert de l’autre côté.'}
      </p>
      {a.texte === 'message' && (
        <ZoneTexte
          libelle="Mot à joindre"
          aide="Il accompagne le courriel et reste avec la version."
          {...liaison.champ('texte')}
        />
      )}
      {a.texte === 'motif' && (
        <ZoneTexte
          libelle="Motif"
          requis
          {...liaison.champ('texte', { required: 'motif', minLength: { value: 3, message: 'motif' } })}
        />
      )}
      {ecart !== 'inconnu' && (
        <Case
          libelle="Je l’ai relue : partager cette rédaction telle quelle"
          checked={ecart === 'confirme'}
          onChange={(e) => definirEcart(e.target.checked ? 'confirme' : 'dit')}
        />
      )}
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" attente={liaison.attente}>
          {a.verbe}
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
