'use client'

import { FileCheck2 } from 'lucide-react'
import { useState, useTransition } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { ChampFichier } from '@/components/ui/champ-fichier'
import { Progression } from '@/components/ui/progression'
import { TAILLE_MAX_DEPOT } from '@/lib/domaine/fichier/depots'
import { empreinteLisible, poids } from '@/lib/presentation/conventions/reprise'
import { messageErreur } from '@/lib/presentation/erreurs'
import type { Reponse } from '@/lib/serveur/action'

export type FichierDepose = { id: string; nom: string; taille: number; empreinte: string }
export type Deposer = (formulaire: FormData) => Promise<Reponse<FichierDepose>>

type Proprietes = {
  depose: FichierDepose | null
  onDepose: (f: FichierDepose | null) => void
  deposer: Deposer
  libelle?: string
  aide?: string
  accept?: string
  /** En octets, et comme on le dit. */
  limite?: { octets: number; dite: string }
}

/** Le scan part dès qu'il est choisi ; son empreinte prouve ensuite que c'est bien lui. */
export function DepotScan({
  depose,
  onDepose,
  deposer,
  libelle = 'Acte signé, numérisé',
  aide = 'PDF, JPEG, PNG ou TIFF, 20 Mo au plus. Le fichier est gardé octet pour octet.',
  accept = '.pdf,.jpg,.jpeg,.png,.tif,.tiff',
  limite = { octets: TAILLE_MAX_DEPOT, dite: '20 Mo' },
}: Proprietes) {
  const [enCours, lancer] = useTransition()
  const [choisi, definirChoisi] = useState<{ nom: string; taille: number } | null>(null)
  const [erreur, definirErreur] = useState<string | null>(null)

  const envoyer = (fichier: File) => {
    definirErreur(null)
    if (fichier.size > limite.octets) {
      const { titre, conseil } = messageErreur({
        code: 'FICHIER_TROP_GROS',
        details: { maximum: limite.dite },
      })
      return definirErreur(`${titre}. ${conseil}`)
    }
    definirChoisi({ nom: fichier.name, taille: fichier.size })
    lancer(async () => {
      const formulaire = new FormData()
      formulaire.set('fichier', fichier)
      const reponse = await deposer(formulaire).catch(() => null)
      if (reponse?.ok) return onDepose(reponse.valeur)
      const { titre, conseil } = messageErreur(reponse?.erreur ?? { code: 'INDISPONIBLE' })
      definirErreur(`${titre}. ${conseil}`)
    })
  }

  if (enCours && choisi)
    return (
      <Progression libelle={`Dépôt de ${choisi.nom}`} detail={`${poids(choisi.taille)} en cours d’envoi`} />
    )
  if (depose)
    return (
      <div
        role="status"
        className="flex flex-wrap items-start gap-3 rounded-md border border-tenu-trait bg-tenu-fond p-3"
      >
        <FileCheck2 aria-hidden size={20} className="mt-0.5 shrink-0 text-tenu" />
        <div className="min-w-0 flex-1">
          <p className="font-medium">
            {depose.nom} <span className="font-normal text-encre-2">({poids(depose.taille)})</span>
          </p>
          <p className="text-sm text-encre-2">
            Empreinte SHA-256 :{' '}
            <code className="font-mono text-[0.8125rem] break-words">
              {empreinteLisible(depose.empreinte)}
            </code>
          </p>
        </div>
        <Bouton variante="secondaire" taille="petit" onPress={() => onDepose(null)}>
          Remplacer
        </Bouton>
      </div>
    )
  return (
    <ChampFichier
      libelle={libelle}
      aide={aide}
      accept={accept}
      erreur={erreur}
      onChange={(e) => {
        const fichier = e.target.files?.[0]
        if (fichier) envoyer(fichier)
      }}
    />
  )
}
