import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { Details } from '@/components/ui/details'
import { Etiquette } from '@/components/ui/etiquette'
import { destinataireDe } from '@/lib/domaine/acte/lettres'
import type { ConventionLue } from '@/lib/lectures/convention/lire-convention'
import type { ResiliationLue, SuitesDeConvention } from '@/lib/lectures/resiliation/lire-suites'
import { adresseLettre } from '@/lib/presentation/conventions/adresses'
import { moisEnLettres } from '@/lib/presentation/conventions/dates'
import {
  coteEnSujet,
  etatDeLaDenonciation,
  finPrevue,
  suiviDeLaLettre,
} from '@/lib/presentation/conventions/denonciation'
import { preavisEnMois } from '@/lib/presentation/conventions/lecture'
import { dateEnLettres } from '@/lib/presentation/typographie'
import { Denoncer } from './denoncer'
import { NoterReception } from './noter-reception'
import { Pendants } from './pendants'
import { RetirerDenonciation } from './retirer-denonciation'
import type { ActionsDates } from './types'

type Proprietes = {
  convention: ConventionLue
  suites: SuitesDeConvention
  jour: string
  maintenant: Date
  actions: ActionsDates
}

/** Mettre fin avant le terme : la dénonciation en cours et ses lettres, ou de quoi l'ouvrir ; puis les retirées. */
export function Denonciations({ convention: c, suites, jour, actions }: Proprietes) {
  const enCours = suites.resiliations.filter((r) => r.etat !== 'RETIREE')
  const retirees = suites.resiliations.filter((r) => r.etat === 'RETIREE')
  const preavis = preavisEnMois(c)
  const ouverte = c.situation === 'EN_VIGUEUR' || c.situation === 'A_VENIR'
  return (
    <section aria-labelledby="denonciation" className="flex min-w-0 flex-col gap-5">
      <h2 id="denonciation" className="font-serif text-xl font-semibold">
        Mettre fin avant le terme
      </h2>
      {enCours.map((r) => (
        <EnCours key={r.id} c={c} r={r} suites={suites} jour={jour} actions={actions} />
      ))}
      {enCours.some((r) => !r.seule) ? null : ouverte ? (
        <>
          <p className="text-pretty">
            Chaque partie peut dénoncer la convention par lettre recommandée avec avis de réception
            {preavis ? `, en observant un préavis de ${moisEnLettres(preavis)} compté de la réception` : ''}.
          </p>
          {c.parties.filter((p) => p.role === 'GESTIONNAIRE').length > 1 && (
            <p className="text-pretty">
              Un gestionnaire qui dénonce ne met fin qu’à sa propre participation : la convention continue
              entre les autres. L’hôpital qui dénonce y met fin pour tous.
            </p>
          )}
          {suites.denoncants.length > 0 ? (
            <div>
              <Denoncer
                acteId={c.acteId}
                version={c.version}
                denoncants={suites.denoncants}
                preavisMois={preavis}
                pendants={suites.pendants}
                jour={jour}
                fin={c.dates.fin}
                denoncer={actions.denoncer}
              />
            </div>
          ) : suites.cotes.length > 0 ? null : (
            <p className="text-encre-2">
              Seules les parties la dénoncent : la direction des partenariats et l’organisme gestionnaire.
            </p>
          )}
        </>
      ) : (
        <p className="text-encre-2">Cette convention a déjà pris fin.</p>
      )}
      {retirees.map((r) => (
        <Details key={r.id} titre={`Dénonciation du ${dateEnLettres(r.envoyeeLe)}, retirée`}>
          <p>
            {coteEnSujet(r)} : {r.motif}
          </p>
          <p>
            Retirée{r.retireeLe && ` le ${dateEnLettres(r.retireeLe)}`} : {r.retraitMotif}
          </p>
          {r.retraitAccord && <p>Accord de l’autre partie : {r.retraitAccord}</p>}
        </Details>
      ))}
    </section>
  )
}

type Detail = {
  c: ConventionLue
  r: ResiliationLue
  suites: SuitesDeConvention
  jour: string
  actions: ActionsDates
}

function EnCours({ c, r, suites, jour, actions }: Detail) {
  const etat = etatDeLaDenonciation(r, jour)
  const finie = r.finCalculee !== null && r.finCalculee < jour
  const suivre = suites.cotes.length > 0 && r.etat === 'NOTIFIEE'
  return (
    <>
      <div className="flex flex-col gap-2">
        <p className="flex flex-wrap items-center gap-2">
          <Etiquette ton={etat.ton}>{etat.libelle}</Etiquette>
        </p>
        <p className="text-pretty">
          {coteEnSujet(r)}, par lettre du {dateEnLettres(r.envoyeeLe)}.
        </p>
        <p className="text-[0.9375rem] break-words">Motif : {r.motif}</p>
        <p className="text-[0.9375rem] text-encre-2 text-pretty">{finPrevue(r, c.dates.fin)}</p>
      </div>
      <ol className="border-t border-trait">
        {r.lettres.map((l, rang) => (
          <li
            key={rang}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-b border-trait py-3"
          >
            <div className="min-w-0 flex-1 basis-56">
              <p className="font-medium">{destinataireDe(l)}</p>
              {destinataireDe(l) !== l.organisation && (
                <p className="text-sm text-encre-2">{l.organisation}</p>
              )}
              <p className="text-[0.9375rem]">{suiviDeLaLettre(l)}</p>
              {l.motif && <p className="text-sm text-encre-2">Date retenue : {l.motif}</p>}
            </div>
            {suivre && (
              <NoterReception
                resiliationId={r.id}
                version={r.version}
                rang={rang}
                lettre={l}
                envoyeeLe={r.envoyeeLe}
                noter={actions.noter}
              />
            )}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <LienLettre href={adresseLettre(c.reference, r.id, 'pdf')}>
          {r.lettres.length > 1 ? 'Les lettres en PDF' : 'La lettre en PDF'}
        </LienLettre>
        <LienLettre href={adresseLettre(c.reference, r.id, 'docx')}>En Word</LienLettre>
        {!finie && r.retirable && (
          <RetirerDenonciation
            resiliationId={r.id}
            version={r.version}
            accordRequis={r.etat === 'RECUE' || (r.cote === 'GESTIONNAIRE' && suites.cotes.length > 1)}
            retirer={actions.retirer}
          />
        )}
      </div>
      {!finie && !r.retirable && suites.cotes.length > 0 && (
        <p className="text-[0.9375rem] text-encre-2 text-pretty">
          {r.cote === 'HOPITAL'
            ? 'Seul l’hôpital peut retirer sa dénonciation.'
            : 'Seul l’organisme gestionnaire qui dénonce peut retirer sa dénonciation.'}
        </p>
      )}
      <Pendants pendants={suites.pendants} />
    </>
  )
}

/** Un document fabriqué à la demande ne se précharge pas : lien ordinaire. */
const LienLettre = ({ href, children }: { href: string; children: ReactNode }) => (
  <a className="lien inline-flex min-h-11 items-center gap-2" href={href}>
    <Download aria-hidden size={16} />
    {children}
  </a>
)
