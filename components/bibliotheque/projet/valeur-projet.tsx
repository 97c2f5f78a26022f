'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { RefusAction } from '@/components/comptes/refus-action'
import { useActionSimple } from '@/components/comptes/use-action-simple'
import { type Brouillon, lireBrouillon, versBrouillon } from '@/components/redaction/champs/brouillon'
import { SaisieParametre } from '@/components/redaction/champs/saisies'
import { Bouton } from '@/components/ui/bouton'
import { Case } from '@/components/ui/case'
import { Champ } from '@/components/ui/champ'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { Selection } from '@/components/ui/selection'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { DefinitionParametre } from '@/lib/domaine/texte/parametres'
import { GENRES } from '@/lib/presentation/bibliotheque/modele'
import type { EnregistrerValeur, GenreAjoutable, RetirerValeur } from './types'

const AJOUTABLES: readonly GenreAjoutable[] = [
  'texte',
  'nombre',
  'duree',
  'montant',
  'taux',
  'date',
  'choix',
  'liste',
]

type Proprietes = {
  projetId: string
  version: number
  /** `null` : une valeur nouvelle. */
  definition: DefinitionParametre | null
  enregistrer: EnregistrerValeur
  retirer: RetirerValeur
}

/** Ajouter une valeur au modèle, ou modifier ce qu'elle propose. */
export function ValeurProjet(p: Proprietes) {
  const d = p.definition
  return (
    <Dialogue
      titre={d ? d.libelle : 'Ajouter une valeur'}
      largeur="large"
      declencheur={
        d ? (
          <Bouton variante="discret" taille="petit" aria-label={`Modifier : ${d.libelle}`}>
            Modifier
          </Bouton>
        ) : (
          <Bouton variante="secondaire">Ajouter une valeur</Bouton>
        )
      }
    >
      {(fermer) => <Formulaire {...p} fermer={fermer} />}
    </Dialogue>
  )
}

function Formulaire({
  projetId,
  version,
  definition: d,
  enregistrer,
  retirer,
  fermer,
}: Proprietes & { fermer: () => void }) {
  const routeur = useRouter()
  const { lancer, attente, refus } = useActionSimple()
  const fixe = (d?.origine ?? 'saisie') !== 'saisie' || (d && !AJOUTABLES.some((g) => g === d.genre))
  const [libelle, definirLibelle] = useState(d?.libelle ?? '')
  const [genre, definirGenre] = useState<GenreAjoutable>(AJOUTABLES.find((g) => g === d?.genre) ?? 'texte')
  const [aide, definirAide] = useState(d?.aide ?? '')
  const [facultatif, definirFacultatif] = useState(d?.facultatif ?? false)
  const [reponses, definirReponses] = useState(
    (d?.choix ?? []).map((c) => `${c.libelle} = ${c.texte}`).join('\n'),
  )
  const choix = lireReponses(reponses)
  const ebauche: DefinitionParametre = {
    cle: d?.cle ?? 'nouvelle',
    libelle: libelle || 'Valeur proposée',
    genre,
    ...(d?.unites ? { unites: d.unites } : {}),
    ...(genre === 'choix' ? { choix: choix.map((c) => ({ code: codeDe(d, c.libelle), ...c })) } : {}),
  }
  const [brouillon, definirBrouillon] = useState<Brouillon>(() =>
    d ? versBrouillon(d, d.defaut ?? null) : {},
  )
  const defaut = fixe ? null : lireBrouillon(ebauche, brouillon)
  const rafraichir = () => {
    fermer()
    routeur.refresh()
  }
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(e) => {
        e.preventDefault()
        lancer(
          () =>
            enregistrer({
              projetId,
              version,
              cle: d?.cle ?? null,
              libelle,
              genre,
              aide,
              facultatif,
              defaut: defaut ?? null,
              unites: [...(d?.unites ?? [])],
              choix: genre === 'choix' ? choix : [],
            }),
          rafraichir,
        )
      }}
    >
      <RefusAction refus={refus} />
      <Champ
        libelle="Nom de la valeur"
        requis
        maxLength={200}
        value={libelle}
        onChange={(e) => definirLibelle(e.target.value)}
      />
      {!fixe && (
        <Selection
          libelle="Nature"
          aide={d ? 'Elle ne change plus : des conventions la portent déjà.' : undefined}
          disabled={d !== null}
          value={genre}
          onChange={(e) => definirGenre(AJOUTABLES.find((g) => g === e.target.value) ?? 'texte')}
          options={AJOUTABLES.map((g) => ({ valeur: g, libelle: GENRES[g] }))}
        />
      )}
      {!fixe && genre === 'choix' && (
        <ZoneTexte
          libelle="Réponses"
          aide="Une par ligne : ce qu’on choisit = ce qui s’écrit dans la phrase."
          value={reponses}
          onChange={(e) => definirReponses(e.target.value)}
        />
      )}
      {!fixe && (
        <div className="flex flex-col gap-1.5">
          <label htmlFor="defaut-valeur" className="font-medium">
            Valeur proposée <span className="font-normal text-encre-2">(facultatif)</span>
          </label>
          <SaisieParametre
            id="defaut-valeur"
            definition={ebauche}
            valeur={defaut ?? null}
            brouillon={brouillon}
            suggestions={[]}
            changer={(partiel) => definirBrouillon({ ...brouillon, ...partiel })}
            liens={defaut === undefined ? { 'aria-invalid': true } : {}}
          />
        </div>
      )}
      <ZoneTexte
        libelle="Aide"
        aide="Une phrase près du champ, à la rédaction : la notion, et sa source."
        rows={2}
        maxLength={500}
        value={aide}
        onChange={(e) => definirAide(e.target.value)}
      />
      <Case
        libelle="Peut rester vide"
        checked={facultatif}
        onChange={(e) => definirFacultatif(e.target.checked)}
      />
      <ActionsDialogue>
        {d && (
          <Bouton
            variante="discret"
            className="mr-auto"
            attente={attente}
            onPress={() => lancer(() => retirer({ projetId, version, cle: d.cle }), rafraichir)}
          >
            Retirer cette valeur
          </Bouton>
        )}
        <Bouton variante="secondaire" onPress={fermer}>
          Renoncer
        </Bouton>
        <Bouton type="submit" attente={attente} isDisabled={!libelle.trim() || defaut === undefined}>
          Enregistrer
        </Bouton>
      </ActionsDialogue>
    </form>
  )
}

const lireReponses = (lignes: string) =>
  lignes.split('\n').flatMap((l) => {
    const [libelle = '', ...suite] = l.split('=')
    const texte = suite.join('=').trim() || libelle.trim()
    return libelle.trim() ? [{ libelle: libelle.trim(), texte }] : []
  })

/** Une réponse neuve n'a pas encore de code : elle se désigne par ses mots, que le serveur reconnaît. */
const codeDe = (d: DefinitionParametre | null, libelle: string): string =>
  d?.choix?.find((c) => c.libelle === libelle)?.code ?? libelle.slice(0, 60)
