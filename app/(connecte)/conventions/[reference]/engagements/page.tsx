import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CadreActe } from '@/components/conventions/cadre-acte'
import { AjouterEngagement } from '@/components/engagements/ajouter'
import { ListeEngagements } from '@/components/engagements/liste'
import { aujourdHuiAParis } from '@/lib/domaine/calendrier/dates'
import { lireEngagements } from '@/lib/lectures/engagement/lire-engagements'
import { resumeDesEngagements } from '@/lib/presentation/engagement/resume'
import { exigerSession } from '@/lib/serveur/session'
import { ajouter, constater, regler } from './actions'

type Proprietes = { params: Promise<{ reference: string }> }

export async function generateMetadata({ params }: Proprietes): Promise<Metadata> {
  return { title: `Engagements, ${(await params).reference}` }
}

export default async function PageEngagements({ params }: Proprietes) {
  const { acteur } = await exigerSession()
  const maintenant = new Date()
  const lus = await lireEngagements(acteur, (await params).reference, maintenant)
  if (!lus) notFound()
  const { convention, engagements } = lus
  const redige = convention.qualites.includes('redacteur')
  return (
    <CadreActe convention={convention} acteur={acteur} maintenant={maintenant} onglet="engagements">
      <div className="mb-8 flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <p className="max-w-lecture text-encre-2">{resumeDesEngagements(engagements)}</p>
        {redige && (
          <AjouterEngagement
            acteId={convention.acteId}
            depuis={convention.dates.effet ?? aujourdHuiAParis(maintenant)}
            ajouter={ajouter}
          />
        )}
      </div>
      <ListeEngagements
        engagements={engagements}
        reference={convention.reference}
        jour={aujourdHuiAParis(maintenant)}
        gestes={redige ? { constater, regler } : null}
      />
    </CadreActe>
  )
}
