'use client'

import { useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { ChampFichier } from '@/components/ui/champ-fichier'
import { Encart } from '@/components/ui/encart'
import { Selection } from '@/components/ui/selection'
import type { Choix } from '@/lib/lectures/demande/lire-demandes'
import type { ActionsImport } from './types'
import { useEnvoi } from './use-envoi'

type Proprietes = { centres: Choix[]; sites: Choix[]; deposer: ActionsImport['deposer'] }

/** Dépôt d'un tableur, avec le centre et le site des lignes qui n'en nomment pas. */
export function DeposerTableur({ centres, sites, deposer }: Proprietes) {
  const { attente, refus, envoyer } = useEnvoi()
  const [rang, monter] = useState(0)
  const options = (liste: Choix[]) => liste.map((o) => ({ valeur: o.id, libelle: o.nom }))
  return (
    <form
      key={rang}
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        const formulaire = new FormData(e.currentTarget)
        envoyer(
          () => deposer(formulaire),
          'Tableur déposé',
          () => monter(rang + 1),
        )
      }}
      className="flex max-w-lecture flex-col gap-4"
    >
      {refus && (
        <Encart ton="manque" annonce="alert" titre={refus.titre}>
          <p>{refus.conseil}</p>
        </Encart>
      )}
      <ChampFichier
        libelle="Tableur"
        name="fichier"
        requis
        accept=".csv,.xlsx,.txt"
        aide={
          'CSV, jusqu’à 20\u00a0Mo, ou classeur Excel, jusqu’à 4\u00a0Mo. Ni nom, ni date de naissance, ni numéro de sécurité sociale\u00a0: un fichier qui en contient est refusé et n’est pas gardé. Les colonnes de texte libre sont écartées.'
        }
      />
      {centres.length > 1 ? (
        <Selection
          libelle="Centre des lignes qui n’en nomment pas"
          name="centreId"
          invite="Chaque ligne nomme son centre"
          options={options(centres)}
        />
      ) : (
        <input type="hidden" name="centreId" value={centres[0]?.id ?? ''} />
      )}
      {sites.length > 1 ? (
        <Selection
          libelle="Site hospitalier des lignes qui n’en nomment pas"
          name="siteId"
          options={options(sites)}
        />
      ) : (
        <input type="hidden" name="siteId" value={sites[0]?.id ?? ''} />
      )}
      <div>
        <Bouton type="submit" attente={attente}>
          Déposer le tableur
        </Bouton>
      </div>
    </form>
  )
}
