import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FormulaireCreation } from '@/components/conventions/formulaire-creation'
import { PrendLaSuite } from '@/components/dates/prend-la-suite'
import { EntetePage } from '@/components/ui/entete-page'
import { EtatVide } from '@/components/ui/etat-vide'
import { LienBouton } from '@/components/ui/lien-bouton'
import { aujourdHuiAParis } from '@/lib/domaine/calendrier/dates'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import { preparerCreation } from '@/lib/lectures/convention/preparer-creation'
import { exigerSession } from '@/lib/serveur/session'
import { creer } from '../actions'

export const metadata: Metadata = { title: 'Nouvelle convention' }

type Params = { cms?: string | string[]; modele?: string | string[]; 'suite-de'?: string | string[] }

export default async function PageNouvelle({ searchParams }: { searchParams: Promise<Params> }) {
  const { acteur } = await exigerSession()
  const preparation = await preparerCreation(acteur, aujourdHuiAParis(new Date()))
  if (!preparation) notFound()
  const { cms, modele, 'suite-de': suiteDe } = await searchParams
  const finie = typeof suiteDe === 'string' ? await lireConvention(acteur, suiteDe, new Date()) : null
  const { groupes, modeles } = preparation
  const groupe = groupes.find((g) => g.centres.some((c) => c.code === cms)) ?? groupes[0]
  const redigeables = modeles.filter((m) => m.redaction && m.groupeIds.includes(groupe?.id ?? ''))
  const choisi = redigeables.find((m) => m.code === modele) ?? redigeables[0]
  return (
    <>
      <EntetePage
        titre="Nouvelle convention"
        filAriane={[{ libelle: 'Conventions', href: '/conventions' }, { libelle: 'Nouvelle' }]}
      />
      {finie && <PrendLaSuite convention={finie} />}
      {groupe && groupes.some((g) => g.centres.length > 0) ? (
        <FormulaireCreation
          groupes={groupes}
          modeles={modeles}
          creer={creer}
          initial={{
            modeleVersionId: choisi?.versionId ?? '',
            groupeId: groupe.id,
            centreIds: groupe.centres.filter((c) => c.code === cms).map((c) => c.id),
          }}
        />
      ) : (
        <EtatVide
          titre="Aucun centre partenaire ouvert"
          action={<LienBouton href="/cms">Voir les centres de santé</LienBouton>}
        >
          Votre groupe n’a pas de centre partenaire ouvert. Demandez à l’administrateur d’en relier un.
        </EtatVide>
      )}
    </>
  )
}
