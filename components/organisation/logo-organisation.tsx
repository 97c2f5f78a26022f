'use client'

import Image from 'next/image'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { ChampFichier } from '@/components/ui/champ-fichier'
import { Details } from '@/components/ui/details'
import { messageErreur } from '@/lib/presentation/erreurs'
import type { DeposerLogo } from './actions-fiche'

type Proprietes = {
  organisation: { id: string; nom: string; logoFichierId: string | null }
  deposer: DeposerLogo | null
}

/** Logo imprimé en tête des conventions dont l'organisation est partie. */
export function LogoOrganisation({ organisation: o, deposer }: Proprietes) {
  const [enCours, lancer] = useTransition()
  const [erreur, definirErreur] = useState<string | null>(null)
  const router = useRouter()
  const envoyer = (fichier: File) =>
    lancer(async () => {
      const formulaire = new FormData()
      formulaire.set('organisationId', o.id)
      formulaire.set('fichier', fichier)
      const reponse = await deposer?.(formulaire).catch(() => null)
      if (reponse?.ok) {
        definirErreur(null)
        return router.refresh()
      }
      const { titre, conseil } = messageErreur(reponse?.erreur ?? { code: 'INDISPONIBLE' })
      definirErreur(`${titre}. ${conseil}`)
    })
  return (
    <div className="mb-4 space-y-3">
      {o.logoFichierId && (
        // Fichier privé, servi par une adresse qui vérifie les droits : l'optimiseur d'images n'y a pas accès.
        <Image
          unoptimized
          src={`/api/fichiers/${o.logoFichierId}`}
          alt={`Logo : ${o.nom}`}
          width={160}
          height={56}
          className="h-14 w-auto rounded-sm bg-white p-1"
        />
      )}
      {deposer && (
        <Details titre={o.logoFichierId ? 'Changer le logo' : 'Ajouter un logo'}>
          <ChampFichier
            libelle="Logo"
            aide="PNG ou JPEG, 500 Ko au plus. Il figure en tête des conventions."
            accept=".png,.jpg,.jpeg"
            disabled={enCours}
            erreur={erreur}
            onChange={(e) => {
              const fichier = e.target.files?.[0]
              if (fichier) envoyer(fichier)
            }}
          />
        </Details>
      )}
    </div>
  )
}
