import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import * as actions from '@/app/(connecte)/a-saisir/actions'
import { CadreActe } from '@/components/conventions/cadre-acte'
import { PeriodesMesurees } from '@/components/mesures/periodes'
import { EtatVide } from '@/components/ui/etat-vide'
import { aujourdHuiAParis } from '@/lib/domaine/calendrier/dates'
import { lireMesures } from '@/lib/lectures/mesure/lire-mesures'
import { adresseConvention } from '@/lib/presentation/conventions/adresses'
import { DEBITEURS_DITS, periodeDite } from '@/lib/presentation/engagement/mots'
import { dateEnLettres } from '@/lib/presentation/typographie'
import { exigerSession } from '@/lib/serveur/session'

type Proprietes = { params: Promise<{ reference: string; engagementId: string }> }

export async function generateMetadata({ params }: Proprietes): Promise<Metadata> {
  return { title: `Mesures, ${(await params).reference}` }
}

export default async function PageEngagement({ params }: Proprietes) {
  const { acteur } = await exigerSession()
  const { reference, engagementId } = await params
  const maintenant = new Date()
  const lu = await lireMesures(acteur, reference, engagementId, maintenant)
  if (!lu) notFound()
  const { convention, engagement: e, mesures, prochaine } = lu
  return (
    <CadreActe convention={convention} acteur={acteur} maintenant={maintenant} onglet="engagements">
      <p className="mb-4 text-sm">
        <Link href={`${adresseConvention(reference)}/engagements#e-${e.id}`} className="lien">
          Tous les engagements
        </Link>
      </p>
      <div className="mb-6 max-w-lecture">
        <h2 className="font-serif text-xl font-semibold">{e.libelle}</h2>
        <p className="text-encre-2">
          {[DEBITEURS_DITS[e.debiteur], e.article ?? 'Ajouté hors du texte'].join(' · ')}
        </p>
      </div>
      {mesures.length > 0 ? (
        <PeriodesMesurees
          mesures={mesures}
          libelle={e.libelle}
          recurrence={e.recurrence}
          jour={aujourdHuiAParis(maintenant)}
          actions={actions}
        />
      ) : (
        <EtatVide titre={e.exigibleLe === null ? 'Pas encore exigible' : 'Aucune période commencée'}>
          <p>
            {e.exigibleLe === null
              ? 'Rien ne se mesure avant que sa condition soit constatée, avec sa date et sa preuve.'
              : 'Les mesures viendront avec la première période.'}
          </p>
        </EtatVide>
      )}
      {prochaine && (
        <p className="mt-4 text-sm text-encre-2">
          Période suivante : {periodeDite(prochaine, e.recurrence)}, à partir du{' '}
          {dateEnLettres(prochaine.debut)}.
        </p>
      )}
    </CadreActe>
  )
}
