import type { ReactNode } from 'react'
import { EntetePage } from '@/components/ui/entete-page'
import { LiensOnglets } from '@/components/ui/liens-onglets'
import type { ProjetLu } from '@/lib/lectures/modele/lire-projet'
import { nomDeVersion } from '@/lib/presentation/bibliotheque/modele'
import { dateEnLettres } from '@/lib/presentation/typographie'

export type OngletProjet = 'articles' | 'valeurs' | 'publier'

export const adresseProjet = (code: string): string => `/bibliotheque/${encodeURIComponent(code)}/projet`

/** Tête commune des pages d'un projet de version : d'où il part, et ce que publier fera. */
export function CadreProjet({
  projet: p,
  onglet,
  children,
}: {
  projet: ProjetLu
  onglet: OngletProjet
  children: ReactNode
}) {
  const adresse = adresseProjet(p.code)
  return (
    <>
      <EntetePage
        titre={p.intitule}
        surtitre="Projet de version"
        filAriane={[
          { libelle: 'Bibliothèque', href: '/bibliotheque' },
          { libelle: p.intitule, href: `/bibliotheque/${p.code}` },
          { libelle: 'Projet' },
        ]}
        description={`D’après : ${nomDeVersion(p.base)}. Ouvert le ${dateEnLettres(p.creeLe)} par ${p.creeParNom}. Votre groupe seul le voit ; tant qu’il n’est pas publié, rien ne change pour personne.`}
      />
      <LiensOnglets
        libelle="Projet de version"
        liens={[
          { href: adresse, libelle: 'Articles', actif: onglet === 'articles' },
          {
            href: `${adresse}/valeurs`,
            libelle: 'Présentation, avis et valeurs',
            actif: onglet === 'valeurs',
          },
          { href: `${adresse}/publier`, libelle: 'Ce qui change, publier', actif: onglet === 'publier' },
        ]}
      />
      {children}
    </>
  )
}
