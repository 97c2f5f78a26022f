import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { FicheUtilisateur } from '@/components/comptes/fiche-utilisateur'
import { EntetePage } from '@/components/ui/entete-page'
import { Etiquette } from '@/components/ui/etiquette'
import { aujourdHuiAParis } from '@/lib/domaine/calendrier/dates'
import { listerOrganisations } from '@/lib/lectures/administration/organisations'
import { lireUtilisateur } from '@/lib/lectures/administration/utilisateurs'
import { ETATS_COMPTE } from '@/lib/presentation/comptes'
import { exigerAdministration, ouIntrouvable } from '@/lib/serveur/administration'
import {
  emettreLien,
  fermerCompte,
  finirHabilitation,
  habiliter,
  modifierCompte,
  rouvrirCompte,
} from '../../actions'

export const metadata: Metadata = { title: 'Compte' }

export default async function PageUtilisateur({ params }: { params: Promise<{ id: string }> }) {
  const { acteur } = await exigerAdministration()
  const { id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const maintenant = new Date()
  const [utilisateur, organisations] = await Promise.all([
    ouIntrouvable(lireUtilisateur(acteur, id, maintenant)),
    listerOrganisations(acteur),
  ])
  const etat = ETATS_COMPTE[utilisateur.etat]
  return (
    <>
      <EntetePage
        titre={utilisateur.nom}
        filAriane={[
          { libelle: 'Administration', href: '/administration' },
          { libelle: 'Comptes', href: '/administration/utilisateurs' },
          { libelle: utilisateur.nom },
        ]}
      >
        <p className="flex flex-wrap gap-1.5">
          <Etiquette ton={etat.ton}>{etat.libelle}</Etiquette>
          {utilisateur.demonstration && <Etiquette>Démonstration</Etiquette>}
        </p>
      </EntetePage>
      <FicheUtilisateur
        utilisateur={utilisateur}
        organisations={organisations}
        aujourdHui={aujourdHuiAParis(maintenant)}
        maintenant={maintenant}
        actions={{ emettreLien, fermerCompte, finirHabilitation, habiliter, modifierCompte, rouvrirCompte }}
      />
    </>
  )
}
