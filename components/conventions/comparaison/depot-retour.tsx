'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { ChampFichier } from '@/components/ui/champ-fichier'
import { Progression } from '@/components/ui/progression'
import { Selection } from '@/components/ui/selection'
import type { CodeErreur, DetailsErreur } from '@/lib/domaine/erreurs'
import { TAILLE_MAX_DEPOT } from '@/lib/domaine/fichier/depots'
import { adresseConvention } from '@/lib/presentation/conventions/adresses'
import { messageErreur } from '@/lib/presentation/erreurs'
import type { Reponse } from '@/lib/serveur/action'

export type DeposerRetour = (f: FormData) => Promise<Reponse<{ retourId: string }>>
type Proprietes = { reference: string; acteId: string; versions: readonly number[]; deposer: DeposerRetour }

/** Le fichier Word part dès qu'il est choisi ; la page suivante montre ce qui diffère, sans rien reprendre. */
export function DepotRetour({ reference, acteId, versions, deposer }: Proprietes) {
  const router = useRouter()
  const [enCours, lancer] = useTransition()
  const [numero, definirNumero] = useState(String(versions[0] ?? ''))
  const [erreur, definirErreur] = useState<string | null>(null)
  const refuser = (code: CodeErreur, details: DetailsErreur = {}) => {
    const { titre, conseil } = messageErreur({ code, details })
    definirErreur(`${titre}. ${conseil}`)
  }
  const envoyer = (fichier: File) => {
    definirErreur(null)
    if (fichier.size > TAILLE_MAX_DEPOT) return refuser('FICHIER_TROP_GROS', { maximum: '20 Mo' })
    lancer(async () => {
      const formulaire = new FormData()
      formulaire.set('acteId', acteId)
      formulaire.set('numero', numero)
      formulaire.set('fichier', fichier)
      const reponse = await deposer(formulaire).catch(() => null)
      if (!reponse?.ok) return refuser(reponse?.erreur.code ?? 'INDISPONIBLE', reponse?.erreur.details)
      router.push(`${adresseConvention(reference)}/versions/retours/${reponse.valeur.retourId}`)
    })
  }
  if (enCours) return <Progression libelle="Lecture du fichier Word" detail="Rangement article par article" />
  return (
    <div className="space-y-3">
      {versions.length > 1 && (
        <Selection
          libelle="Version relue"
          value={numero}
          onChange={(e) => definirNumero(e.target.value)}
          options={versions.map((v) => ({ valeur: String(v), libelle: `Version ${v}` }))}
        />
      )}
      <ChampFichier
        libelle="Joindre un fichier Word"
        aide="Le .docx téléchargé ici, modifié dans Word, 20 Mo au plus. Il est gardé tel quel et comparé ; rien n’en est repris sans un choix."
        accept=".docx"
        erreur={erreur}
        onChange={(e) => {
          const fichier = e.target.files?.[0]
          e.target.value = ''
          if (fichier) envoyer(fichier)
        }}
      />
      <p role="alert" className="sr-only">
        {erreur}
      </p>
    </div>
  )
}
