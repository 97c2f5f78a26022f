import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NouvelleCampagne } from '@/components/campagnes/nouvelle-campagne'
import { EntetePage } from '@/components/ui/entete-page'
import { EtatVide } from '@/components/ui/etat-vide'
import { LienBouton } from '@/components/ui/lien-bouton'
import { preparerCampagne } from '@/lib/lectures/campagne/preparer-campagne'
import { nouvelleDite } from '@/lib/presentation/campagne/nouvelle'
import { adresseConvention, adresseModifier } from '@/lib/presentation/conventions/adresses'
import { exigerSession } from '@/lib/serveur/session'
import { ouvrir } from '../actions'

export const metadata: Metadata = { title: 'Proposer à d’autres centres' }

type Params = { avenant?: string | string[] }

export default async function PageNouvelleCampagne({ searchParams }: { searchParams: Promise<Params> }) {
  const { acteur } = await exigerSession()
  const { avenant } = await searchParams
  const preparee = typeof avenant === 'string' ? await preparerCampagne(acteur, avenant, new Date()) : null
  if (!preparee) notFound()
  const dite = nouvelleDite(preparee)
  return (
    <>
      <EntetePage
        titre="Proposer à d’autres centres"
        filAriane={[
          { libelle: 'Campagnes', href: '/campagnes' },
          { libelle: dite.reference, href: adresseConvention(dite.reference) },
          { libelle: 'Proposer' },
        ]}
      />
      {dite.modifications.length === 0 ? (
        <EtatVide
          titre="Cet avenant ne modifie encore rien"
          action={<LienBouton href={adresseModifier(dite.reference)}>Modifier le texte</LienBouton>}
        >
          Écrivez d’abord les modifications dans cet avenant : elles feront le jeu commun de la campagne.
        </EtatVide>
      ) : dite.centres.length === 0 ? (
        <EtatVide
          titre="Aucun autre centre à qui les proposer"
          action={<LienBouton href={adresseConvention(dite.reference)}>Revenir à l’avenant</LienBouton>}
        >
          Aucune autre convention en vigueur de votre groupe n’est née du même modèle.
        </EtatVide>
      ) : (
        <NouvelleCampagne campagne={dite} ouvrir={ouvrir} />
      )}
    </>
  )
}
