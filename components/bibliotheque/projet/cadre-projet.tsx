import type { ReactNode } from 'react'
import { EntetePage } from '@/components/ui/entete-page'
import { LiensOnglets } from '@/components/ui/liens-onglets'
import type { ProjetLu } from '@/lib/lectures/modele/lire-projet'
import { adresseModele, adresseProjet, avecGroupe } from '@/lib/presentation/bibliotheque/adresses'
import { nomDeVersion } from '@/lib/presentation/bibliotheque/modele'
import { dateEnLettres } from '@/lib/presentation/typographie'

export type OngletProjet = 'articles' | 'valeurs' | 'publier'

/** Tête commune des pages d'un projet de version : d'où il part, et ce que publier fera. */
export function CadreProjet({
  projet: p,
  groupe,
  onglet,
  children,
}: {
  projet: ProjetLu
  /** Groupe regardé, quand l'adresse le dit. */
  groupe: string | null
  onglet: OngletProjet
  children: ReactNode
}) {
  return (
    <>
      <EntetePage
        titre={p.intitule}
        surtitre="Projet de version"
        filAriane={[
          { libelle: 'Bibliothèque', href: avecGroupe('/bibliotheque', groupe) },
          { libelle: p.intitule, href: avecGroupe(adresseModele(p.code), groupe) },
          { libelle: 'Projet' },
        ]}
        description={`D’après : ${nomDeVersion(p.base)}. Ouvert le ${dateEnLettres(p.creeLe)} par ${p.creeParNom}. Votre groupe seul le voit ; tant qu’il n’est pas publié, rien ne change pour personne.`}
      />
      <LiensOnglets
        libelle="Projet de version"
        liens={[
          { href: adresseProjet(p.code, groupe), libelle: 'Articles', actif: onglet === 'articles' },
          {
            href: adresseProjet(p.code, groupe, { onglet: 'valeurs' }),
            libelle: 'Présentation, avis et valeurs',
            actif: onglet === 'valeurs',
          },
          {
            href: adresseProjet(p.code, groupe, { onglet: 'publier' }),
            libelle: 'Ce qui change, publier',
            actif: onglet === 'publier',
          },
        ]}
      />
      {children}
    </>
  )
}
