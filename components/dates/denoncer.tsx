'use client'

import { useRouter } from 'next/navigation'
import { Bouton } from '@/components/ui/bouton'
import { Case } from '@/components/ui/case'
import { Champ } from '@/components/ui/champ'
import { ChampDate } from '@/components/ui/champ-date'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { Selection } from '@/components/ui/selection'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { Cote, Pendant } from '@/lib/domaine/acte/lettres'
import { finPreavis } from '@/lib/domaine/calendrier/dates'
import { moisDeSaisie } from '@/lib/presentation/conventions/denonciation'
import { dateEnLettres, typographier } from '@/lib/presentation/typographie'
import { Pendants } from './pendants'
import type { ActionsDates } from './types'

type Proprietes = {
  acteId: string
  version: number
  denoncants: readonly { partieId: string; cote: Cote; nom: string }[]
  /** Préavis du texte, en mois ; `null` : à lire sur l'acte signé. */
  preavisMois: number | null
  pendants: readonly Pendant[]
  jour: string
  fin: string | null
  denoncer: ActionsDates['denoncer']
}

const COTES = {
  HOPITAL: 'L’hôpital dénonce la convention',
  GESTIONNAIRE: 'L’hôpital a reçu la dénonciation du gestionnaire',
} as const

/** Qui dénonce, et ce que cela finit : plusieurs gestionnaires se nomment, et chacun ne se retire que pour lui. */
const dire = (d: Proprietes['denoncants'][number], denoncants: Proprietes['denoncants']): string => {
  const plusieurs = denoncants.filter((x) => x.cote === 'GESTIONNAIRE').length > 1
  if (d.cote === 'HOPITAL' || !plusieurs) return COTES[d.cote]
  return typographier(`L’hôpital a reçu une lettre : ${d.nom} se retire`)
}

export function Denoncer(proprietes: Proprietes) {
  return (
    <Dialogue
      titre="Dénoncer la convention"
      decision
      largeur="large"
      declencheur={<Bouton variante="secondaire">Dénoncer la convention</Bouton>}
    >
      {(fermer) => <Formulaire {...proprietes} fermer={fermer} />}
    </Dialogue>
  )
}

type Valeurs = {
  partieId: string
  motif: string
  envoyeeLe: string
  finDemandee: string
  preavisMois: string
  confirme: boolean
}

function Formulaire({ fermer, ...p }: Proprietes & { fermer: () => void }) {
  const routeur = useRouter()
  const denonce = (partieId: string) => p.denoncants.find((d) => d.partieId === partieId)
  const liaison = useActionFormulaire<Valeurs, { resiliationId: string }>(
    (v) =>
      p.denoncer({
        acteId: p.acteId,
        version: p.version,
        cote: denonce(v.partieId)?.cote ?? 'GESTIONNAIRE',
        partieId: v.partieId,
        motif: v.motif,
        envoyeeLe: v.envoyeeLe,
        finDemandee: v.finDemandee || null,
        preavisMois: p.preavisMois ? null : moisDeSaisie(v.preavisMois),
        confirme: v.confirme || p.pendants.length === 0,
      }),
    {
      valeurs: {
        partieId: p.denoncants[0]?.partieId ?? '',
        motif: '',
        envoyeeLe: p.jour,
        finDemandee: '',
        preavisMois: '',
        confirme: false,
      },
      apres: () => {
        fermer()
        routeur.refresh()
      },
    },
  )
  const [envoyeeLe, preavisSaisi] = liaison.formulaire.watch(['envoyeeLe', 'preavisMois'])
  const preavis = p.preavisMois ?? moisDeSaisie(preavisSaisi)
  const auPlusTot = preavis && /^\d{4}-\d{2}-\d{2}$/.test(envoyeeLe) ? finPreavis(envoyeeLe, preavis) : null
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-5">
      <p>
        Une lettre recommandée s’adresse à chaque signataire de l’autre partie. Le préavis ne court que de sa
        réception : rien ne finit avant.
      </p>
      {p.denoncants.length > 1 && (
        <Selection
          libelle="Qui dénonce"
          requis
          options={p.denoncants.map((d) => ({ valeur: d.partieId, libelle: dire(d, p.denoncants) }))}
          {...liaison.champ('partieId')}
        />
      )}
      <ZoneTexte
        libelle="Motif"
        requis
        aide="Il figure dans la lettre et au journal, que l’autre partie lit."
        {...liaison.champ('motif', { required: 'motif', minLength: { value: 3, message: 'motif' } })}
      />
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <ChampDate
          className="w-full"
          libelle="Date d’envoi de la lettre"
          requis
          {...liaison.champ('envoyeeLe', { required: 'requis' })}
        />
        {p.preavisMois === null && (
          <Champ
            libelle="Préavis, en mois"
            requis
            inputMode="numeric"
            className="max-w-32"
            aide="À lire sur l’acte signé."
            {...liaison.champ('preavisMois', { required: 'requis' })}
          />
        )}
        <ChampDate
          className="w-full"
          libelle="Fin demandée"
          aide={`Facultative : sans elle, la fin du préavis.${p.fin ? ` Le terme écrit est le ${dateEnLettres(p.fin)}.` : ''}`}
          {...liaison.champ('finDemandee')}
        />
      </div>
      {auPlusTot && (
        <p className="border-l-2 border-trait-fort pl-3" aria-live="polite">
          Reçue le jour de son envoi, la lettre mettrait fin à la convention le{' '}
          <strong>{dateEnLettres(auPlusTot)}</strong> au plus tôt.
        </p>
      )}
      {p.pendants.length > 0 && (
        <>
          <Pendants pendants={p.pendants} />
          <Case
            libelle="J’ai vu ce qui en dépend, et je dénonce la convention malgré cela"
            requis
            {...liaison.champ('confirme', { required: 'requis' })}
          />
        </>
      )}
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" variante="danger" attente={liaison.attente}>
          Dénoncer et préparer la lettre
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
