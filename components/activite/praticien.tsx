'use client'

import { useRouter } from 'next/navigation'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { ChampDate } from '@/components/ui/champ-date'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { Selection } from '@/components/ui/selection'
import {
  PIECES,
  type Piece,
  piecesDuStatut,
  STATUTS_DE_PRATICIEN,
  type StatutDePraticien,
} from '@/lib/domaine/acte/activite-partagee'
import type { PraticienLu } from '@/lib/lectures/activite/lire-activite'
import { PIECES_DITES, STATUTS_DITS } from '@/lib/presentation/conventions/activite'
import type { ActionsActivite, DossierSaisi } from './types'

type Proprietes = { acteId: string; praticien: PraticienLu | null; actions: ActionsActivite }

/** Inscrire un praticien, ou compléter son dossier. */
export function Praticien(p: Proprietes) {
  const titre = p.praticien ? 'Dossier du praticien' : 'Inscrire un praticien'
  return (
    <Dialogue
      titre={titre}
      decision
      largeur="large"
      declencheur={
        <Bouton
          variante="secondaire"
          taille="petit"
          aria-label={p.praticien ? `Compléter le dossier : ${p.praticien.fonction}` : titre}
        >
          {p.praticien ? 'Compléter' : titre}
        </Bouton>
      }
    >
      {(fermer) => <Formulaire {...p} fermer={fermer} />}
    </Dialogue>
  )
}

type Valeurs = { fonction: string; statut: StatutDePraticien } & Record<Piece, string>

function Formulaire({ acteId, praticien, actions, fermer }: Proprietes & { fermer: () => void }) {
  const routeur = useRouter()
  const apres = () => {
    fermer()
    routeur.refresh()
  }
  const liaison = useActionFormulaire<Valeurs, unknown>(
    (v) =>
      praticien
        ? actions.completer({ praticienId: praticien.id, version: praticien.version, ...dossier(v) })
        : actions.inscrire({ acteId, ...dossier(v) }),
    { valeurs: valeursDe(praticien), apres },
  )
  const retrait = useActionFormulaire<{ praticienId: string; version: number }, unknown>(actions.retirer, {
    valeurs: { praticienId: praticien?.id ?? '', version: praticien?.version ?? 1 },
    apres,
  })
  const statut = liaison.formulaire.watch('statut')
  return (
    <div className="flex flex-col gap-6">
      <FormulaireAction liaison={liaison} className="flex flex-col gap-5">
        <Champ
          libelle="Fonction"
          requis
          aide="« Praticien hospitalier, médecine interne ». Ni nom, ni donnée de santé."
          {...liaison.champ('fonction', { required: 'requis', minLength: { value: 3, message: 'requis' } })}
        />
        <Selection
          libelle="Statut et fondement de son intervention"
          requis
          options={STATUTS_DE_PRATICIEN.map((s) => ({ valeur: s, libelle: STATUTS_DITS[s] }))}
          {...liaison.champ('statut')}
        />
        <div className="grid items-end gap-5 sm:grid-cols-2">
          {piecesDuStatut(statut).map((piece) => (
            <ChampDate
              key={piece}
              className="w-full"
              libelle={`${PIECES_DITES[piece]}, le`}
              {...liaison.champ(piece)}
            />
          ))}
        </div>
        <ActionsDialogue>
          <Bouton variante="secondaire" onPress={fermer}>
            Fermer
          </Bouton>
          <Bouton type="submit" attente={liaison.attente}>
            Enregistrer
          </Bouton>
        </ActionsDialogue>
      </FormulaireAction>
      {praticien && (
        <FormulaireAction liaison={retrait} className="border-t border-trait pt-4">
          <Bouton type="submit" variante="discret" taille="petit" attente={retrait.attente}>
            Ce praticien n’intervient plus : le retirer
          </Bouton>
        </FormulaireAction>
      )}
    </div>
  )
}

const valeursDe = (p: PraticienLu | null): Valeurs => ({
  fonction: p?.fonction ?? '',
  statut: p?.statut ?? 'interet-general',
  accordLe: p?.accordLe ?? '',
  propositionLe: p?.propositionLe ?? '',
  avisPoleLe: p?.avisPoleLe ?? '',
  avisCmeLe: p?.avisCmeLe ?? '',
  autorisationLe: p?.autorisationLe ?? '',
})

/** Une date vide est une pièce absente ; celles que le statut ne demande pas gardent ce qu'elles disaient. */
const dossier = (v: Valeurs): DossierSaisi => ({
  fonction: v.fonction,
  statut: v.statut,
  ...(Object.fromEntries(PIECES.map((p) => [p, v[p] || null])) as Record<Piece, string | null>),
})
