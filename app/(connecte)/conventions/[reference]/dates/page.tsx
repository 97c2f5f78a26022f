import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { SortDesActivites } from '@/components/activite/sort'
import { CadreActe } from '@/components/conventions/cadre-acte'
import { AvantSignature } from '@/components/dates/avant-signature'
import { Denonciations } from '@/components/dates/denonciations'
import { Frise } from '@/components/dates/frise'
import { SansSuite } from '@/components/dates/sans-suite'
import { joindre } from '@/components/ui/joindre'
import { decisionDemandee, finDuCadre } from '@/lib/domaine/acte/activite-partagee'
import { aujourdHuiAParis } from '@/lib/domaine/calendrier/dates'
import { lireActivitesDuCadre } from '@/lib/lectures/activite/lire-activite'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import { lireSuites } from '@/lib/lectures/resiliation/lire-suites'
import { adresseDates } from '@/lib/presentation/conventions/adresses'
import { friseDe } from '@/lib/presentation/conventions/dates'
import { exigerSession } from '@/lib/serveur/session'
import { decider, denoncer, noter, retirer } from './actions'

type Proprietes = { params: Promise<{ reference: string }> }

export async function generateMetadata({ params }: Proprietes): Promise<Metadata> {
  return { title: `Dates et fin, ${(await params).reference}` }
}

export default async function PageDates({ params }: Proprietes) {
  const { acteur } = await exigerSession()
  const maintenant = new Date()
  const convention = await lireConvention(acteur, (await params).reference, maintenant)
  if (!convention) notFound()
  // La dénonciation et le terme sont ceux de la convention : l'adresse d'un avenant y mène.
  if (convention.initiale) redirect(adresseDates(convention.initiale.reference))
  const suites = await lireSuites(acteur, convention, maintenant)
  const enCours = suites.resiliations.find((r) => r.etat !== 'RETIREE' && !r.seule) ?? null
  const jour = aujourdHuiAParis(maintenant)
  const activites = await lireActivitesDuCadre(acteur, convention, maintenant)
  const dates = { fin: convention.dates.fin, resiliation: convention.dates.resiliation }
  const signee = convention.etape === 'SIGNEE'
  const finie = convention.situation === 'ECHUE' || convention.situation === 'RESILIEE'
  // Une convention finie et jamais dénoncée n'a plus rien à montrer de ce côté.
  const seule = finie && suites.resiliations.length === 0
  return (
    <CadreActe convention={convention} acteur={acteur} maintenant={maintenant} onglet="dates">
      {signee ? (
        <div
          className={joindre(
            'grid gap-x-14 gap-y-10',
            !seule && 'lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]',
          )}
        >
          <div className="flex min-w-0 flex-col gap-8">
            {finie && <SansSuite convention={convention} />}
            <SortDesActivites
              activites={activites}
              fin={decisionDemandee(dates, jour) ? finDuCadre(dates) : null}
              peutDecider={convention.qualites.includes('redacteur')}
              decider={decider}
            />
            <Frise
              etapes={friseDe(convention, enCours)}
              jour={jour}
              maintenant={maintenant}
              fin={convention.dates.fin}
            />
          </div>
          {!seule && (
            <Denonciations
              convention={convention}
              suites={suites}
              jour={jour}
              maintenant={maintenant}
              actions={{ denoncer, noter, retirer }}
            />
          )}
        </div>
      ) : (
        <AvantSignature convention={convention} />
      )}
    </CadreActe>
  )
}
