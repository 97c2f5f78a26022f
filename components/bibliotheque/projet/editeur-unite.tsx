'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { lectureDuTexte, optionsInsertion } from '@/components/redaction/etat/resolution'
import { Bouton } from '@/components/ui/bouton'
import { Case } from '@/components/ui/case'
import { Champ } from '@/components/ui/champ'
import { Encart } from '@/components/ui/encart'
import { Selection } from '@/components/ui/selection'
import { Squelette } from '@/components/ui/squelette'
import { FONCTIONS_VALIDATION, LIBELLES_FONCTION } from '@/lib/domaine/organisation/fonctions-validation'
import type { TexteDActe } from '@/lib/domaine/texte/finalisation'
import type { DefinitionParametre } from '@/lib/domaine/texte/parametres'
import { type AccordAdaptation, type GenreUnite, OBJETS_ACCORD } from '@/lib/domaine/texte/unites'
import { OBJETS } from '@/lib/presentation/bibliotheque/modele'
import { titreLibre } from '@/lib/presentation/bibliotheque/projet'
import type { EnregistrerUnite, SaisieUniteProjet } from './types'
import { type EtatEnregistrement, useEnregistrement } from './use-enregistrement'
import { VariantesProjet } from './variantes-projet'

const Editeur = dynamic(() => import('@/components/redaction/editeur/editeur').then((m) => m.Editeur), {
  ssr: false,
  loading: () => <Squelette lignes={6} libelle="Ouverture de l’éditeur" />,
})

const ETATS: Record<EtatEnregistrement, string> = {
  propre: 'Chaque changement s’enregistre de lui-même.',
  attente: 'Changement à enregistrer…',
  envoi: 'Enregistrement…',
  enregistre: 'Enregistré.',
}

type Proprietes = {
  projetId: string
  identite: string
  version: number
  genre: GenreUnite
  nom: string
  /** Titre lu quand il cite une valeur. */
  titreLu: string
  initial: SaisieUniteProjet
  /** Texte du projet sans le corps des autres articles : de quoi écrire renvois et valeurs. */
  texte: TexteDActe
  /** Valeurs qu'une variante peut entraîner. */
  definitions: readonly DefinitionParametre[]
  visas: readonly { code: string; texte: string }[]
  enregistrer: EnregistrerUnite
}

/** Un article du modèle : son texte, ses variantes, et ce que l'adapter demandera. */
export function EditeurUnite(p: Proprietes) {
  const routeur = useRouter()
  const [saisie, definirSaisie] = useState(p.initial)
  const lecture = useMemo(() => lectureDuTexte(p.texte), [p.texte])
  const options = useMemo(() => optionsInsertion(p.texte, lecture), [p.texte, lecture])
  const { etat, refus, noter, reessayer } = useEnregistrement<SaisieUniteProjet>(
    (s, version) => p.enregistrer({ projetId: p.projetId, identite: p.identite, version, ...s }),
    p.version,
    () => routeur.refresh(),
  )
  const changer = (partiel: Partial<SaisieUniteProjet>) => {
    const neuve = { ...saisie, ...partiel }
    definirSaisie(neuve)
    noter(neuve)
  }
  return (
    <section aria-labelledby="titre-unite" className="flex min-w-0 flex-col gap-5">
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id="titre-unite" className="font-serif text-xl font-semibold">
          {p.nom}
        </h2>
        <p role="status" className="text-sm text-encre-2">
          {ETATS[etat]}
        </p>
      </header>
      {refus && (
        <Encart
          ton="manque"
          annonce="alert"
          titre={refus.titre}
          actions={
            <Bouton variante="secondaire" taille="petit" onPress={reessayer}>
              Réessayer
            </Bouton>
          }
        >
          <p>{refus.conseil}</p>
        </Encart>
      )}
      {titreLibre(saisie.titre) ? (
        <Champ
          libelle="Titre"
          value={saisie.titre ?? ''}
          maxLength={500}
          onChange={(e) => changer({ titre: e.target.value || null })}
        />
      ) : (
        <p>
          <span className="block font-medium">Titre</span>
          {p.titreLu}
          <span className="block text-sm text-encre-2">
            Ce titre cite une valeur : il change avec elle, et ne se réécrit pas ici.
          </span>
        </p>
      )}
      {p.genre === 'visa' && (
        <Selection
          libelle="Texte de référence"
          aide="Sa validité se contrôle à la rédaction, et de nouveau avant la signature."
          invite="Aucun texte suivi"
          value={saisie.visa ?? ''}
          onChange={(e) => changer({ visa: e.target.value || null })}
          options={p.visas.map((v) => ({ valeur: v.code, libelle: v.texte }))}
        />
      )}
      <Editeur
        nom={p.nom}
        contenu={saisie.contenu}
        resoudre={lecture.resoudre}
        options={options}
        onContenu={(contenu) => changer({ contenu })}
      />
      <Case
        libelle="Facultatif"
        aide="Proposé à la rédaction, repris seulement si on le choisit."
        checked={saisie.facultative}
        onChange={(e) => changer({ facultative: e.target.checked })}
      />
      <AccordSiAdapte
        valeur={saisie.accordAdaptation}
        onValeur={(accordAdaptation) => changer({ accordAdaptation })}
      />
      <VariantesProjet
        variantes={saisie.variantes}
        contenu={saisie.contenu}
        lecture={lecture}
        options={options}
        definitions={p.definitions}
        onVariantes={(variantes) => changer({ variantes })}
      />
    </section>
  )
}

function AccordSiAdapte({
  valeur,
  onValeur,
}: {
  valeur: AccordAdaptation | null
  onValeur: (v: AccordAdaptation | null) => void
}) {
  return (
    <fieldset className="grid gap-4 border-t border-trait pt-4 sm:grid-cols-2">
      <legend className="sr-only">Accord demandé en cas d’adaptation</legend>
      <Selection
        libelle="Si l’article est adapté, demander l’accord de"
        aide="La fonction rejoint d’elle-même le circuit d’avis de la convention."
        invite="Personne"
        value={valeur?.fonction ?? ''}
        onChange={(e) => {
          const fonction = FONCTIONS_VALIDATION.find((f) => f === e.target.value)
          onValeur(fonction ? { fonction, objet: valeur?.objet ?? 'argent' } : null)
        }}
        options={FONCTIONS_VALIDATION.map((f) => ({ valeur: f, libelle: LIBELLES_FONCTION[f].masculin }))}
      />
      {valeur && (
        <Selection
          libelle="Parce qu’il engage"
          aide="Dit à l’écran, et à la fonction consultée."
          value={valeur.objet}
          onChange={(e) => {
            const objet = OBJETS_ACCORD.find((o) => o === e.target.value)
            if (objet) onValeur({ ...valeur, objet })
          }}
          options={OBJETS_ACCORD.map((o) => ({ valeur: o, libelle: OBJETS[o] }))}
        />
      )}
    </fieldset>
  )
}
