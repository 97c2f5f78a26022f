'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { RAPPEL_PATIENT } from '@/components/organisation/rappel-patient'
import { useEnvoi } from '@/components/relecture/use-envoi'
import { Bouton } from '@/components/ui/bouton'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { Encart } from '@/components/ui/encart'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { MesureEntiere } from '@/lib/lectures/mesure/lire-mesures'
import { brouillonDe, lireBrouillon, type RefusSaisie } from '@/lib/presentation/engagement/mesures'
import { cibleDite } from '@/lib/presentation/engagement/mots'
import { ChampsConstat } from './champs-constat'
import { ChampsComplement } from './complement'
import { type ActionsMesure, constatEnvoye } from './types'

type Proprietes = { mesure: MesureEntiere; dite: string; jour: string; actions: ActionsMesure }

/** Saisit une période, ou corrige ce qui l'est : la valeur d'avant reste lisible. */
export function DireMesure(p: Proprietes) {
  const verbe = p.mesure.etat === 'ATTENDUE' ? 'Saisir' : 'Corriger'
  return (
    <Dialogue
      titre={`${verbe} la mesure`}
      declencheur={
        <Bouton
          variante={p.mesure.etat === 'ATTENDUE' && p.mesure.fin < p.jour ? 'principal' : 'secondaire'}
          taille="petit"
        >
          {verbe}
          <span className="sr-only"> : {p.dite}</span>
        </Bouton>
      }
    >
      {(fermer) => <Formulaire {...p} verbe={verbe} fermer={fermer} />}
    </Dialogue>
  )
}

function Formulaire({
  mesure: m,
  dite,
  jour,
  actions,
  verbe,
  fermer,
}: Proprietes & { verbe: string; fermer: () => void }) {
  const routeur = useRouter()
  const [brouillon, definir] = useState(brouillonDe(m.constat))
  const [complement, definirComplement] = useState({
    commentaire: m.commentaire ?? '',
    preuveLien: m.preuveLien ?? '',
    preuve: null as Parameters<typeof ChampsComplement>[0]['complement']['preuve'],
  })
  const [motif, definirMotif] = useState('')
  const [refus, definirRefus] = useState<RefusSaisie | null>(null)
  const [sansMotif, definirSansMotif] = useState(false)
  const envoi = useEnvoi()
  const { cible } = m
  if (!cible) return null
  const envoyer = () => {
    const lu = lireBrouillon(cible, brouillon)
    definirRefus(
      lu.etat === 'incomplet' ? lu.refus : lu.etat === 'vide' ? { champ: 'a', code: 'requis' } : null,
    )
    const manque = m.correctionMotivee && motif.trim().length < 3
    definirSansMotif(manque)
    if (lu.etat !== 'lu' || manque) return
    const dit = {
      mesureId: m.mesureId,
      version: m.version,
      constat: constatEnvoye(lu.constat),
      commentaire: complement.commentaire,
      preuveLien: complement.preuveLien.trim(),
      fichierId: complement.preuve?.id ?? m.preuve?.id ?? null,
    }
    envoi.envoyer(
      () => (m.etat === 'ATTENDUE' ? actions.saisir(dit) : actions.corriger({ ...dit, motif })),
      'La mesure est enregistrée',
      () => {
        fermer()
        routeur.refresh()
      },
    )
  }
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(e) => {
        e.preventDefault()
        envoyer()
      }}
    >
      {envoi.refus && (
        <Encart ton="manque" annonce="alert" titre={envoi.refus.titre}>
          <p>{envoi.refus.conseil}</p>
        </Encart>
      )}
      <p>
        {dite}
        <span className="block text-sm text-encre-2">{cibleDite(cible)}</span>
      </p>
      <ChampsConstat cible={cible} brouillon={brouillon} onChange={definir} refus={refus} jour={jour} />
      {m.etat !== 'ATTENDUE' && (
        <ZoneTexte
          libelle={m.correctionMotivee ? 'Motif de la correction' : 'Motif de la correction (facultatif)'}
          requis={m.correctionMotivee}
          aide={`Gardé avec la valeur d’avant. ${RAPPEL_PATIENT}`}
          erreur={sansMotif ? 'Indiquez le motif.' : null}
          rows={2}
          value={motif}
          onChange={(e) => definirMotif(e.target.value)}
        />
      )}
      <ChampsComplement
        complement={complement}
        onChange={definirComplement}
        deposer={actions.deposer}
        deja={m.preuve?.nom}
      />
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" attente={envoi.attente}>
          {verbe === 'Saisir' ? 'Enregistrer' : 'Corriger'}
        </Bouton>
      </ActionsDialogue>
    </form>
  )
}
