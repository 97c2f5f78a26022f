'use client'

import { FileCheck2 } from 'lucide-react'
import { useState, useTransition } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { ChampFichier } from '@/components/ui/champ-fichier'
import { Progression } from '@/components/ui/progression'
import type { CodeErreur, DetailsErreur } from '@/lib/domaine/erreurs'
import { TAILLE_MAX_DEPOT, typeDeDepot } from '@/lib/domaine/fichier/depots'
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
  /** Seul type accepté, lu dans les premiers octets avant tout envoi, et comme on le dit. */
  seul?: { type: string; dit: string }
  /** Le champ vient d'être demandé : il prend la saisie. */
  autoFocus?: boolean
}

/** Le type vrai, d'après les premiers octets : le nom ne prouve rien. */
const typeVrai = async (fichier: File) =>
  typeDeDepot(new Uint8Array(await fichier.slice(0, 16).arrayBuffer()))

/** Le scan part dès qu'il est choisi ; son empreinte prouve ensuite que c'est bien lui. */
export function DepotScan({
  depose,
  onDepose,
  deposer,
  libelle = 'Acte signé, numérisé',
  aide = 'PDF, JPEG, PNG ou TIFF, 20 Mo au plus. Le fichier est gardé octet pour octet.',
  accept = '.pdf,.jpg,.jpeg,.png,.tif,.tiff',
  limite = { octets: TAILLE_MAX_DEPOT, dite: '20 Mo' },
  seul,
  autoFocus,
}: Proprietes) {
  const [enCours, lancer] = useTransition()
  const [choisi, definirChoisi] = useState<{ nom: string; taille: number } | null>(null)
  const [erreur, definirErreur] = useState<string | null>(null)

  const refuser = (code: CodeErreur, details: DetailsErreur = {}) => {
    const { titre, conseil } = messageErreur({ code, details })
    definirErreur(`${titre}. ${conseil}`)
  }
  const envoyer = async (fichier: File) => {
    definirErreur(null)
    if (seul && (await typeVrai(fichier)) !== seul.type)
      return refuser('FICHIER_REFUSE', { acceptes: seul.dit })
    if (fichier.size > limite.octets) return refuser('FICHIER_TROP_GROS', { maximum: limite.dite })
    definirChoisi({ nom: fichier.name, taille: fichier.size })
    lancer(async () => {
      const formulaire = new FormData()
      formulaire.set('fichier', fichier)
      const reponse = await deposer(formulaire).catch(() => null)
      if (reponse?.ok) return onDepose(reponse.valeur)
      refuser(reponse?.erreur.code ?? 'INDISPONIBLE', reponse?.erreur.details)
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
    <>
      <ChampFichier
        libelle={libelle}
        aide={aide}
        accept={accept}
        erreur={erreur}
        // Au retour d'un envoi refusé, la saisie revient au champ au lieu de se perdre.
        autoFocus={autoFocus || choisi !== null}
        onChange={(e) => {
          const fichier = e.target.files?.[0]
          // Vidé : le même fichier, corrigé après un refus, peut être choisi de nouveau.
          e.target.value = ''
          if (fichier) void envoyer(fichier)
        }}
      />
      <p role="alert" className="sr-only">
        {erreur}
      </p>
    </>
  )
}
