import Link from 'next/link'
import { Section } from '@/components/organisation/section'
import { Details } from '@/components/ui/details'
import { EntetePage } from '@/components/ui/entete-page'
import { EtatVide } from '@/components/ui/etat-vide'
import { Etiquette } from '@/components/ui/etiquette'
import { LienBouton } from '@/components/ui/lien-bouton'
import { juger } from '@/lib/domaine/engagement/juger'
import type { ASaisir, PeriodeLue } from '@/lib/lectures/mesure/lire-a-saisir'
import { adresseEngagement } from '@/lib/presentation/conventions/adresses'
import { constatDit } from '@/lib/presentation/engagement/mesures'
import { cibleDite, JUGEMENTS_DITS, periodeDite } from '@/lib/presentation/engagement/mots'
import { compter, dateEnLettres, typographier } from '@/lib/presentation/typographie'
import { GestesMesure } from './gestes'
import { LigneASaisir } from './ligne-a-saisir'
import type { ActionsMesure } from './types'

type Proprietes = { lu: ASaisir; jour: string; actions: ActionsMesure }

/** Tout ce que mon côté doit mesurer, toutes conventions : les périodes finies d'abord. */
export function PageASaisir({ lu, jour, actions }: Proprietes) {
  return (
    <div className="max-w-6xl">
      <EntetePage
        titre="À saisir"
        description={typographier(
          'Ce que votre côté a promis et doit mesurer. Chaque ligne s’enregistre seule quand vous la quittez ; Entrée mène à la suivante. Jamais de donnée de patient : des comptes, rien d’autre.',
        )}
      />
      <Contestees periodes={lu.contestees} />
      {lu.finies.length > 0 ? (
        <Section
          id="finies"
          titre="Périodes finies"
          complement={compter(lu.nombreFinies, 'mesure attendue', 'mesures attendues')}
        >
          <ParConvention periodes={lu.finies} jour={jour} actions={actions} />
          {lu.nombreFinies > lu.finies.length && (
            <p className="mt-4 text-encre-2">
              Les {compter(lu.nombreFinies - lu.finies.length, 'autre')} viendront une fois celles-ci saisies.
            </p>
          )}
        </Section>
      ) : (
        <RienAujourdhui lu={lu} />
      )}
      <AValider periodes={lu.aValider} jour={jour} actions={actions} />
      {lu.enCours.length > 0 && (
        <Section id="en-cours" titre="Périodes en cours">
          <Details
            titre="Mesurer dès maintenant ce qui est déjà connu"
            complement={compter(lu.enCours.length, 'période')}
          >
            <ParConvention periodes={lu.enCours} jour={jour} actions={actions} />
          </Details>
        </Section>
      )}
    </div>
  )
}

function RienAujourdhui({ lu: { ensuite } }: Pick<Proprietes, 'lu'>) {
  const [prochaine, ...autres] = ensuite
  return (
    <div className="mb-12">
      <EtatVide
        titre={prochaine ? 'Rien à saisir aujourd’hui' : 'Aucun engagement à mesurer de votre côté'}
        action={
          <LienBouton href="/conventions?etat=EN_VIGUEUR" variante="secondaire">
            Voir les conventions en vigueur
          </LienBouton>
        }
      >
        {prochaine ? (
          <>
            <p>
              {compter(prochaine.nombre, 'mesure attendue', 'mesures attendues')} après le{' '}
              {dateEnLettres(prochaine.fin)}, quand leur période sera finie.
            </p>
            {autres.map((s) => (
              <p key={s.fin}>
                Puis {compter(s.nombre, 'mesure')} après le {dateEnLettres(s.fin)}.
              </p>
            ))}
          </>
        ) : (
          <p>
            Les mesures viennent avec une convention signée : chaque promesse de son texte s’y mesure à son
            rythme, dès qu’elle peut être exigée.
          </p>
        )}
      </EtatVide>
    </div>
  )
}

function ParConvention({
  periodes,
  jour,
  actions,
}: { periodes: readonly PeriodeLue[] } & Omit<Proprietes, 'lu'>) {
  const references = [...new Set(periodes.map((p) => p.reference))]
  return references.map((reference) => {
    const siennes = periodes.filter((p) => p.reference === reference)
    return (
      <div key={reference} className="mb-8">
        <h3 className="font-semibold">
          <Link href={`/conventions/${reference}/engagements`} className="hover:text-accent">
            {siennes[0]?.ville} <span className="font-normal text-encre-2">{reference}</span>
          </Link>
        </h3>
        <ul className="mt-2 divide-y divide-trait border-y border-trait">
          {siennes.map((p) => (
            <LigneASaisir key={p.mesureId} periode={p} jour={jour} actions={actions} />
          ))}
        </ul>
      </div>
    )
  })
}

const titreDe = (p: PeriodeLue) => `${p.libelle}${p.portee ? ` (${p.portee})` : ''}`
const lieu = (p: PeriodeLue) => `${periodeDite(p, p.recurrence)} · ${p.ville}, ${p.reference}`

function Contestees({ periodes }: { periodes: readonly PeriodeLue[] }) {
  if (periodes.length === 0) return null
  return (
    <Section
      id="contestees"
      titre="Contestées par l’autre côté"
      complement={compter(periodes.length, 'réponse attendue', 'réponses attendues')}
    >
      <ul className="divide-y divide-trait border-y border-trait">
        {periodes.map((p) => (
          <li
            key={p.mesureId}
            className="relative flex flex-wrap items-start justify-between gap-x-8 gap-y-2 py-4"
          >
            <div className="min-w-0 flex-1 basis-72">
              <p className="font-semibold">{titreDe(p)}</p>
              <p className="text-sm text-encre-2 first-letter:uppercase">{lieu(p)}</p>
              {p.constat && <p className="mt-1 tabular-nums">{constatDit(p.constat, p.cible)}</p>}
              {p.contestation && (
                <p className="mt-1 break-words">
                  {p.contestation.par} : {typographier(p.contestation.motif)}
                </p>
              )}
            </div>
            <LienBouton
              href={adresseEngagement(p.reference, p.engagementId, p.mesureId)}
              variante="secondaire"
              taille="petit"
            >
              Corriger ou maintenir
            </LienBouton>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function AValider({ periodes, jour, actions }: { periodes: readonly PeriodeLue[] } & Omit<Proprietes, 'lu'>) {
  if (periodes.length === 0) return null
  return (
    <Section
      id="a-valider"
      titre="Saisies par l’autre côté"
      complement={compter(periodes.length, 'mesure à valider', 'mesures à valider')}
    >
      <ul className="divide-y divide-trait border-y border-trait">
        {periodes.map((p) => {
          const dit = JUGEMENTS_DITS[juger(p.cible, p.constat, { seuil: p.seuil, auLe: jour })]
          return (
            <li key={p.mesureId} className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2 py-4">
              <div className="min-w-0 flex-1 basis-72">
                <p className="font-semibold">
                  <Link
                    href={adresseEngagement(p.reference, p.engagementId, p.mesureId)}
                    className="hover:text-accent"
                  >
                    {titreDe(p)}
                  </Link>
                </p>
                <p className="text-sm text-encre-2 first-letter:uppercase">{lieu(p)}</p>
                <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
                  <Etiquette ton={dit.ton}>{dit.libelle}</Etiquette>
                  {p.constat && <span className="tabular-nums">{constatDit(p.constat, p.cible)}</span>}
                  <span className="text-sm text-encre-2">{cibleDite(p.cible)}</span>
                </p>
              </div>
              <div className="flex flex-wrap gap-1">
                <GestesMesure
                  mesure={p}
                  dite={`${titreDe(p)}, ${periodeDite(p, p.recurrence)}`}
                  gestes={['valider', 'contester']}
                  actions={actions}
                />
              </div>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
