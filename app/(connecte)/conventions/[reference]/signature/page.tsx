import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CadreActe } from '@/components/conventions/cadre-acte'
import { Constats } from '@/components/signature/constats'
import { EnvoiFige } from '@/components/signature/envoi-fige'
import { EnvoiEcarte, EnvoisPasses } from '@/components/signature/envois-passes'
import { Envoyer } from '@/components/signature/envoyer'
import { Preparation } from '@/components/signature/preparation'
import { EtatVide } from '@/components/ui/etat-vide'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import { lireSignature } from '@/lib/lectures/signature/lire-signature'
import { exigerSession } from '@/lib/serveur/session'
import { abandonner, deposer, enregistrer, envoyer, lire, rappeler, refuser, reprendre } from './actions'

type Proprietes = { params: Promise<{ reference: string }> }

export async function generateMetadata({ params }: Proprietes): Promise<Metadata> {
  return { title: `${(await params).reference}, signature` }
}

export default async function PageSignature({ params }: Proprietes) {
  const { acteur } = await exigerSession()
  const maintenant = new Date()
  const convention = await lireConvention(acteur, (await params).reference, maintenant)
  const signature = convention && (await lireSignature(acteur, convention.acteId, maintenant))
  if (!convention || !signature) notFound()
  const { envois, constats, droits } = signature
  const courant = envois.find((e) => e.etat === 'PRET' || e.etat === 'SIGNE') ?? null
  const preparation = envois.find((e) => e.etat === 'PREPARATION') ?? null
  const ecarte = droits.envoyer && envois[0]?.etat === 'RETIRE' && !envois[0].pretLe ? envois[0].motif : null
  const acte = { acteId: convention.acteId, version: convention.version }
  return (
    <CadreActe convention={convention} acteur={acteur} maintenant={maintenant} onglet="signature">
      <div className="flex max-w-4xl flex-col gap-10">
        {preparation && (
          <Preparation
            envoi={preparation}
            tacheId={signature.tacheId}
            reprendre={reprendre}
            abandonner={abandonner}
          />
        )}
        {ecarte && <EnvoiEcarte motif={ecarte} />}
        {droits.envoyer && !preparation && (
          <section aria-labelledby="titre-envoi" className="flex flex-col gap-4">
            <h2 id="titre-envoi" className="font-serif text-xl font-semibold">
              Avant d’envoyer à la signature
            </h2>
            <Constats constats={constats} />
            <Envoyer {...acte} parties={signature.parties} constats={constats} envoyer={envoyer} />
          </section>
        )}
        {courant && (
          <EnvoiFige
            {...acte}
            reference={convention.reference}
            envoi={courant}
            dates={convention.dates}
            enregistrePour={signature.enregistrePour}
            siennes={signature.siennes}
            peutRappeler={droits.rappeler}
            actions={{ deposer, lire, enregistrer, refuser, rappeler }}
          />
        )}
        {!courant && !preparation && !droits.envoyer && (
          <EtatVide titre="Rien n’est encore à signer">
            Le texte sera figé ici quand les avis et les délibérations qu’il demande seront réunis.
          </EtatVide>
        )}
        <EnvoisPasses envois={envois.filter((e) => e.etat === 'RETIRE')} />
      </div>
    </CadreActe>
  )
}
