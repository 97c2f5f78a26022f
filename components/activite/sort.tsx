'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { Bouton } from '@/components/ui/bouton'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { Etiquette } from '@/components/ui/etiquette'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { GroupeChoix } from '@/components/ui/groupe-choix'
import { ZoneTexte } from '@/components/ui/zone-texte'
import { DECISIONS, type Decision } from '@/lib/domaine/acte/activite-partagee'
import type { RattachementLu } from '@/lib/lectures/activite/lire-activite'
import {
  activiteNumero,
  DECISIONS_A_PRENDRE,
  DECISIONS_DITES,
  etatDuBout,
} from '@/lib/presentation/conventions/activite'
import { adresseConvention, adresseDates } from '@/lib/presentation/conventions/adresses'
import { dateEnLettres } from '@/lib/presentation/typographie'
import type { Decider, SaisieDecision } from './types'

type Proprietes = {
  activites: readonly RattachementLu[]
  /** Fin du cadre qui appelle une décision, ou `null` : la liste se lit seulement. */
  fin: string | null
  peutDecider: boolean
  decider: Decider
}

/** Sur les dates d'une convention-cadre : ce qui y est rattaché, et ce que l'on en décide à sa fin. */
export function SortDesActivites({ activites, fin, peutDecider, decider }: Proprietes) {
  if (activites.length === 0) return null
  return (
    <section aria-labelledby="activites" className="min-w-0">
      <h2 id="activites" className="mb-2 font-serif text-xl font-semibold">
        Activités partagées rattachées
      </h2>
      {fin && (
        <p className="mb-2 max-w-lecture text-pretty">
          La convention prend fin le {dateEnLettres(fin)}. Chaque activité a son propre terme et ne finit pas
          avec elle : il faut décider du sort de chacune.
        </p>
      )}
      <ul className="max-w-lecture divide-y divide-trait border-y border-trait">
        {activites.map((r) => (
          <li key={r.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3">
            <div className="min-w-0 flex-1 basis-56">
              <Link className="lien font-medium" href={adresseConvention(r.autre.reference)}>
                {activiteNumero(r.numero)}, {r.autre.reference}
              </Link>
              <p className="text-[0.9375rem]">{r.autre.villes}</p>
              <p className="text-sm text-encre-2">{etatDuBout(r)}</p>
              {peutDecider && <Decidee rattachement={r} fin={fin} />}
            </div>
            {fin && peutDecider && <DeciderDuSort rattachement={r} decider={decider} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Decidee({ rattachement: r, fin }: { rattachement: RattachementLu; fin: string | null }) {
  if (!fin) return null
  const d = r.decision
  if (!d || d.pour !== fin) return <Etiquette ton="vigilance">Décision à prendre</Etiquette>
  return (
    <div className="mt-1 flex flex-col gap-0.5 text-[0.9375rem]">
      <p>
        <Etiquette ton="tenu">{DECISIONS_DITES[d.prise]}</Etiquette>
      </p>
      <p className="text-sm text-encre-2">
        {d.par}, le {dateEnLettres(d.le)}
        {d.motif && ` : ${d.motif}`}
      </p>
      {d.prise === 'DENONCER' && r.autre.situation !== 'PREAVIS' && (
        <Link className="lien" href={adresseDates(r.autre.reference)}>
          Préparer la lettre de dénonciation
        </Link>
      )}
    </div>
  )
}

function DeciderDuSort({ rattachement: r, decider }: { rattachement: RattachementLu; decider: Decider }) {
  return (
    <Dialogue
      titre={`${activiteNumero(r.numero)}, ${r.autre.reference}`}
      decision
      declencheur={
        <Bouton variante="secondaire" taille="petit" aria-label={`Décider pour ${r.autre.reference}`}>
          {r.decision ? 'Revoir' : 'Décider'}
        </Bouton>
      }
    >
      {(fermer) => <Formulaire rattachement={r} decider={decider} fermer={fermer} />}
    </Dialogue>
  )
}

function Formulaire({
  rattachement: r,
  decider,
  fermer,
}: {
  rattachement: RattachementLu
  decider: Decider
  fermer: () => void
}) {
  const routeur = useRouter()
  const liaison = useActionFormulaire<SaisieDecision, { version: number }>(decider, {
    valeurs: {
      rattachementId: r.id,
      version: r.version,
      decision: r.decision?.prise ?? ('' as Decision),
      motif: '',
    },
    apres: () => {
      fermer()
      routeur.refresh()
    },
  })
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-5">
      <GroupeChoix
        libelle="Que devient-elle ?"
        requis
        choix={DECISIONS.map((d) => ({ valeur: d, libelle: DECISIONS_A_PRENDRE[d] }))}
        {...liaison.champ('decision', { required: 'choix' })}
      />
      <ZoneTexte
        libelle="Pourquoi"
        aide="Facultatif. Lu de la direction seule."
        {...liaison.champ('motif')}
      />
      <p className="text-sm text-encre-2">
        La décision n’envoie rien : elle se note au journal des deux actes.
      </p>
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Plus tard
        </Bouton>
        <Bouton type="submit" attente={liaison.attente}>
          Enregistrer la décision
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
