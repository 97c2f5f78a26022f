import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CadreActe } from '@/components/conventions/cadre-acte'
import { PageVoteActe } from '@/components/conventions/vote/page-vote'
import { EtatVide } from '@/components/ui/etat-vide'
import { lireVote } from '@/lib/lectures/acte/lire-vote'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import { exigerSession } from '@/lib/serveur/session'
import * as seances from '../../../conseils/actions'
import { rouvrir } from '../actions'
import * as actions from './actions'

type Proprietes = { params: Promise<{ reference: string }> }

export async function generateMetadata({ params }: Proprietes): Promise<Metadata> {
  return { title: `${(await params).reference}, avis et vote` }
}

export default async function PageVote({ params }: Proprietes) {
  const { acteur } = await exigerSession()
  const maintenant = new Date()
  const convention = await lireConvention(acteur, (await params).reference, maintenant)
  if (!convention) notFound()
  const vote = await lireVote(acteur, convention.acteId, maintenant)
  if (!vote) notFound()
  return (
    <CadreActe convention={convention} acteur={acteur} maintenant={maintenant} onglet="vote">
      {vote.texte ? (
        <PageVoteActe vote={vote} actions={{ ...actions, ...seances, rouvrir }} />
      ) : (
        <EtatVide titre="Rien à voter pour l’instant">
          Les avis et le vote portent sur un texte partagé : celui-ci ne l’a pas encore été.
        </EtatVide>
      )}
    </CadreActe>
  )
}
