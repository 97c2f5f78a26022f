import { CalendarClock } from 'lucide-react'
import { EntetePage } from '@/components/ui/entete-page'
import { EtatVide } from '@/components/ui/etat-vide'
import { LienBouton } from '@/components/ui/lien-bouton'
import { PucesFiltre } from '@/components/ui/puces-filtre'
import type { DemandesLues, FiltresDemandes } from '@/lib/lectures/demande/lire-demandes'
import { EXAMENS } from '@/lib/presentation/demande/mots'
import { compter } from '@/lib/presentation/typographie'
import { LigneDemande } from './ligne-demande'
import { SaisieRapide } from './saisie-rapide'
import { Taux } from './taux'
import type { ActionsDemandes, Listes, ValeursDemande } from './types'
import { valeursDe } from './valeurs'

type Proprietes = { demandes: DemandesLues; filtres: FiltresDemandes; actions: ActionsDemandes }

const MOTS_ETAT = {
  attente: 'En attente de réponse',
  'sans-issue': 'Répondues, issue à dire',
  toutes: 'Toutes',
} as const
const VIDES = {
  attente: 'Aucune demande n’attend de réponse.',
  'sans-issue': 'Aucune demande répondue n’attend son issue.',
  toutes: 'Aucune demande inscrite pour l’instant.',
} as const

export function PageDemandes({ demandes: d, filtres, actions }: Proprietes) {
  const listes = listesDe(d)
  const depart = departDe(d, listes)
  return (
    <>
      <EntetePage
        titre="Demandes"
        description="Une ligne par demande d’examen, de consultation ou d’orientation, sans rien qui désigne un patient. Les taux des engagements s’en déduisent."
        actions={
          d.tient && (
            <LienBouton href="/demandes/import" variante="secondaire">
              Importer un tableur
            </LienBouton>
          )
        }
      />
      {d.centres.length === 0 ? (
        <EtatVide icone={<CalendarClock size={28} />} titre="Aucune convention à suivre">
          <p>
            Les demandes se tiennent une fois signée une convention qui promet un délai, par le secrétariat ou
            la direction du centre et de l’hôpital.
          </p>
        </EtatVide>
      ) : (
        <div className="flex flex-col gap-10">
          {d.tient && depart && (
            <section aria-labelledby="inscrire">
              <h2 id="inscrire" className="mb-3 font-serif text-xl font-semibold">
                Inscrire une demande
              </h2>
              <SaisieRapide listes={listes} depart={depart} inscrire={actions.inscrire} />
            </section>
          )}
          <section aria-labelledby="liste" className="flex flex-col gap-4">
            <h2 id="liste" className="font-serif text-xl font-semibold">
              {compter(d.enAttente, 'demande en attente de réponse', 'demandes en attente de réponse')}
            </h2>
            <Filtres d={d} filtres={filtres} />
            {d.lignes.length === 0 ? (
              <p className="text-encre-2">{VIDES[filtres.etat]}</p>
            ) : (
              <ul className="rounded-md border border-trait bg-surface">
                {d.lignes.map((ligne) => (
                  <LigneDemande
                    key={`${ligne.id}-${ligne.version}`}
                    demande={ligne}
                    listes={listes}
                    actions={actions}
                    plusieursCentres={d.centres.length > 1}
                  />
                ))}
              </ul>
            )}
            {d.suite && (
              <LienBouton
                href={adresse({ ...filtres, apres: d.suite })}
                variante="secondaire"
                className="self-start"
              >
                {filtres.etat === 'toutes' ? 'Demandes plus anciennes' : 'Demandes plus récentes'}
              </LienBouton>
            )}
          </section>
          <Taux taux={d.taux} plusieursCentres={d.centres.length > 1} />
        </div>
      )}
    </>
  )
}

function Filtres({ d, filtres }: { d: DemandesLues; filtres: FiltresDemandes }) {
  const etats = Object.entries(MOTS_ETAT) as [FiltresDemandes['etat'], string][]
  return (
    <div className="flex flex-col gap-3">
      <PucesFiltre
        libelle="Montrer"
        puces={etats.map(([etat, libelle]) => ({
          libelle,
          href: adresse({ ...filtres, etat, apres: null }),
          actif: etat === filtres.etat,
        }))}
      />
      {d.centres.length > 1 && (
        <PucesFiltre
          libelle="Centre"
          effacer={adresse({ ...filtres, centre: null, apres: null })}
          puces={d.centres.map((c) => ({
            libelle: c.nom,
            href: adresse({ ...filtres, centre: c.code === filtres.centre ? null : c.code, apres: null }),
            actif: c.code === filtres.centre,
          }))}
        />
      )}
    </div>
  )
}

function adresse({ etat, centre, apres }: FiltresDemandes): string {
  const q = new URLSearchParams()
  if (etat !== 'attente') q.set('etat', etat)
  if (centre) q.set('centre', centre)
  if (apres) q.set('apres', apres)
  const suite = q.toString()
  return suite ? `/demandes?${suite}` : '/demandes'
}

function listesDe(d: DemandesLues): Listes {
  const options = (o: readonly { id: string; nom: string }[]) =>
    o.map(({ id, nom }) => ({ valeur: id, libelle: nom }))
  const examens = { ...Object.fromEntries(d.examens.map((e) => [e.code, e.libelle])), ...EXAMENS }
  const codes = [...new Set([...d.examens.map((e) => e.code), ...Object.keys(EXAMENS)])]
  return {
    centres: options(d.centres),
    sites: options(d.sites),
    specialites: d.specialites.map((s) => ({ valeur: s.code, libelle: s.libelle })),
    examens: codes.map((c) => ({ valeur: c, libelle: examens[c] ?? c })),
  }
}

/** Les valeurs de la dernière demande inscrite, sans ses dates ; à défaut la première de chaque liste. */
function departDe(d: DemandesLues, listes: Listes): ValeursDemande | null {
  const [centreId, siteId] = [d.centres[0]?.id, d.sites[0]?.id]
  const vierge = { demandeeLe: '', degreRetenu: null, repondueLe: null, rendezVousLe: null, issue: null }
  if (d.derniere && listes.centres.some((c) => c.valeur === d.derniere?.centreId))
    return { ...valeursDe(d.derniere), ...vierge }
  if (!centreId || !siteId) return null
  const nature = d.natures[0] ?? 'imagerie'
  return {
    ...vierge,
    centreId,
    siteId,
    nature,
    examen: nature === 'imagerie' ? (listes.examens[0]?.valeur ?? '') : '',
    specialite: null,
    // Jamais urgent d'office : le degré se dit en sincérité.
    degreDemande: 'non-urgent',
    canal: 'telephone',
  }
}
