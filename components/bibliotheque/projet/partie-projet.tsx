'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { RefusAction } from '@/components/comptes/refus-action'
import { useActionSimple } from '@/components/comptes/use-action-simple'
import { lectureDuTexte, optionsInsertion } from '@/components/redaction/etat/resolution'
import { Bouton } from '@/components/ui/bouton'
import { Squelette } from '@/components/ui/squelette'
import { lireEnLigne } from '@/lib/domaine/texte/balisage'
import type { Contenu } from '@/lib/domaine/texte/contenu'
import type { TexteDActe } from '@/lib/domaine/texte/finalisation'
import type { PartieSource } from '@/lib/domaine/texte/modele-source'
import type { EnregistrerPartie } from './types'

const Editeur = dynamic(() => import('@/components/redaction/editeur/editeur').then((m) => m.Editeur), {
  ssr: false,
  loading: () => <Squelette lignes={3} libelle="Ouverture de l’éditeur" />,
})

const ROLES: Record<PartieSource['role'], string> = { hopital: 'L’hôpital', gestionnaire: 'Le gestionnaire' }

type Proprietes = {
  projetId: string
  version: number
  partie: PartieSource
  /** La comparution telle qu'elle se lira. */
  lue: string
  /** De quoi écrire valeurs et renvois. */
  texte: TexteDActe
  enregistrer: EnregistrerPartie
}

/** Comment une partie se présente en tête de l'acte : une phrase, dont les valeurs restent des valeurs. */
export function PartieProjet(p: Proprietes) {
  const [ouverte, definirOuverte] = useState(false)
  const nom = ROLES[p.partie.role]
  return (
    <article aria-label={nom} className="flex flex-col items-start gap-2 border-t border-trait py-4">
      <h3 className="font-semibold">{nom}</h3>
      {ouverte ? (
        <Formulaire {...p} nom={nom} fermer={() => definirOuverte(false)} />
      ) : (
        <>
          <p className="texte-juridique max-w-lecture">{p.lue}</p>
          <Bouton
            variante="secondaire"
            taille="petit"
            aria-label={`Modifier : ${nom}`}
            onPress={() => definirOuverte(true)}
          >
            Modifier
          </Bouton>
        </>
      )}
    </article>
  )
}

function Formulaire({
  projetId,
  version,
  partie,
  nom,
  texte,
  enregistrer,
  fermer,
}: Proprietes & { nom: string; fermer: () => void }) {
  const routeur = useRouter()
  const { lancer, attente, refus } = useActionSimple()
  const [contenu, definirContenu] = useState<Contenu>(() => enContenu(partie))
  const lecture = useMemo(() => lectureDuTexte(texte), [texte])
  const options = useMemo(() => optionsInsertion(texte, lecture), [texte, lecture])
  return (
    <div className="flex w-full max-w-4xl min-w-0 flex-col gap-3">
      <RefusAction refus={refus} />
      <Editeur
        nom={nom}
        contenu={contenu}
        resoudre={lecture.resoudre}
        options={options}
        onContenu={definirContenu}
      />
      <p className="text-sm text-encre-2">
        Une seule phrase, sans liste ni tableau ; en tête de chaque acte, les parties s’enchaînent.
      </p>
      <div className="flex flex-wrap gap-2">
        <Bouton
          attente={attente}
          onPress={() =>
            lancer(
              () => enregistrer({ projetId, version, role: partie.role, contenu }),
              () => {
                fermer()
                routeur.refresh()
              },
            )
          }
        >
          Enregistrer
        </Bouton>
        <Bouton variante="secondaire" onPress={fermer}>
          Renoncer
        </Bouton>
      </div>
    </div>
  )
}

const enContenu = ({ role, comparution }: PartieSource): Contenu => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      attrs: { id: `partie-${role}` },
      content: lireEnLigne(comparution.replace(/\s+/g, ' ')),
    },
  ],
})
