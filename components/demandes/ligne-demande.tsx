'use client'

import { CircleAlert, CircleCheck, Clock } from 'lucide-react'
import { useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Dialogue } from '@/components/ui/dialogue'
import { Encart } from '@/components/ui/encart'
import { Etiquette } from '@/components/ui/etiquette'
import type { DemandeLue } from '@/lib/lectures/demande/lire-demandes'
import { momentCourt, momentDeParis } from '@/lib/presentation/demande/moment'
import { CANAUX, DEGRES, EXAMENS, ISSUES, NATURES } from '@/lib/presentation/demande/mots'
import { ChampsDemande } from './champs-demande'
import { ChampsReponse } from './champs-reponse'
import { Moment } from './moment'
import type { ActionsDemandes, Complement, Listes, ValeursDemande } from './types'
import { useEnvoi } from './use-envoi'
import { complementDe, valeursDe } from './valeurs'

type Proprietes = { demande: DemandeLue; listes: Listes; actions: ActionsDemandes; plusieursCentres: boolean }

/** Une demande de la liste : ce qu'elle dit, sa limite, et de quoi la compléter sans quitter la ligne. */
export function LigneDemande({ demande: d, listes, actions, plusieursCentres }: Proprietes) {
  const [ouvert, ouvrir] = useState<'completer' | 'corriger' | null>(null)
  const { attente, refus, envoyer } = useEnvoi()
  const cible = { demandeId: d.id, version: d.version }
  const complete = d.repondueLe !== null && d.issue !== null
  const repondreMaintenant = () =>
    envoyer(
      () => actions.completer({ ...complementDe(d), ...cible, repondueLe: momentDeParis(new Date()) }),
      'Réponse notée à l’instant',
    )
  return (
    <li className="flex flex-col gap-3 border-b border-trait px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <Resume d={d} plusieursCentres={plusieursCentres} listes={listes} />
        {d.tenue && (
          <div className="sans-impression flex flex-wrap gap-2">
            {d.repondueLe === null && (
              <Bouton variante="secondaire" taille="petit" attente={attente} onPress={repondreMaintenant}>
                Répondue à l’instant
              </Bouton>
            )}
            {!complete && (
              <Bouton
                variante="discret"
                taille="petit"
                aria-expanded={ouvert === 'completer'}
                onPress={() => ouvrir(ouvert === 'completer' ? null : 'completer')}
              >
                Compléter
              </Bouton>
            )}
            <Bouton
              variante="discret"
              taille="petit"
              aria-expanded={ouvert === 'corriger'}
              onPress={() => ouvrir(ouvert === 'corriger' ? null : 'corriger')}
            >
              Corriger
            </Bouton>
          </div>
        )}
      </div>
      {refus && (
        <Encart ton="manque" annonce="alert" titre={refus.titre}>
          <p>{refus.conseil}</p>
        </Encart>
      )}
      {ouvert === 'completer' && (
        <Completer
          d={d}
          attente={attente}
          envoyer={(c) =>
            envoyer(
              () => actions.completer({ ...c, ...cible }),
              'Demande complétée',
              () => ouvrir(null),
            )
          }
        />
      )}
      {ouvert === 'corriger' && (
        <Corriger
          d={d}
          listes={listes}
          attente={attente}
          corriger={(v) =>
            envoyer(
              () => actions.corriger({ ...v, ...cible }),
              'Demande corrigée',
              () => ouvrir(null),
            )
          }
          retirer={() => envoyer(() => actions.retirer(cible), 'Demande retirée')}
        />
      )}
    </li>
  )
}

function Resume({
  d,
  plusieursCentres,
  listes,
}: Pick<Proprietes, 'plusieursCentres' | 'listes'> & { d: DemandeLue }) {
  const specialite = listes.specialites.find((s) => s.valeur === d.specialite)?.libelle
  const objet = d.examen
    ? (listes.examens.find((e) => e.valeur === d.examen)?.libelle ?? EXAMENS[d.examen] ?? NATURES[d.nature])
    : (specialite ?? NATURES[d.nature])
  return (
    <div className="min-w-0 space-y-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong>{objet}</strong>
        <span>
          {DEGRES[d.degreDemande]}
          {d.degreRetenu &&
            d.degreRetenu !== d.degreDemande &&
            `, retenu ${DEGRES[d.degreRetenu].toLowerCase()}`}
        </span>
        <Etat d={d} />
      </p>
      <p className="text-sm text-encre-2">
        Demandée le {momentCourt(d.demandeeLe)}, {CANAUX[d.canal].toLowerCase()}
        {d.repondueLe && ` · répondue le ${momentCourt(d.repondueLe)}`}
        {d.rendezVousLe && ` · rendez-vous le ${momentCourt(d.rendezVousLe)}`}
      </p>
      <p className="text-sm text-encre-2">
        {plusieursCentres && `${d.centre} · `}
        {d.site} · {d.importee ? 'importée' : 'inscrite'} par {d.auteurNom}
        {d.corrections[0] &&
          ` · corrigée le ${momentCourt(d.corrections[0].le)}, auparavant écrite par ${d.corrections[0].avantPar}`}
      </p>
    </div>
  )
}

function Etat({ d }: { d: DemandeLue }) {
  const limite = d.reponseAvant ?? d.rendezVousAvant
  const quoi = d.reponseAvant ? 'Réponse' : 'Rendez-vous'
  if (d.issue) return <Etiquette icone={CircleCheck}>{ISSUES[d.issue]}</Etiquette>
  if (limite?.passee)
    return (
      <Etiquette ton="manque" icone={CircleAlert}>
        {quoi} hors délai depuis le {momentCourt(limite.le)}
      </Etiquette>
    )
  if (limite)
    return (
      <Etiquette ton="vigilance" icone={Clock}>
        {quoi} avant le {momentCourt(limite.le)}
      </Etiquette>
    )
  return <Etiquette ton="inconnu">{d.repondueLe ? 'Issue à dire' : 'Sans délai écrit'}</Etiquette>
}

type PropsCompleter = { d: DemandeLue; attente: boolean; envoyer: (c: Complement) => void }
function Completer({ d, attente, envoyer }: PropsCompleter) {
  const [valeurs, definir] = useState(complementDe(d))
  return (
    <form
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        // Une issue ou un rendez-vous dit qu'une réponse vient d'être donnée.
        const repondue = valeurs.issue ?? valeurs.rendezVousLe ?? valeurs.degreRetenu
        envoyer({
          ...valeurs,
          repondueLe: valeurs.repondueLe ?? (repondue ? momentDeParis(new Date()) : null),
        })
      }}
      className="flex flex-col gap-3 border-l-2 border-accent pl-4"
    >
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <ChampsReponse
          valeurs={valeurs}
          ecrits={complementDe(d)}
          changer={(p) => definir((v) => ({ ...v, ...p }))}
        />
      </div>
      <p className="text-sm text-encre-2">Sans date de réponse, c’est l’instant présent qui est noté.</p>
      <div>
        <Bouton type="submit" attente={attente}>
          Enregistrer la réponse
        </Bouton>
      </div>
    </form>
  )
}

type PropsCorriger = {
  d: DemandeLue
  listes: Listes
  attente: boolean
  corriger: (v: ValeursDemande) => void
  retirer: () => void
}
function Corriger({ d, listes, attente, corriger, retirer }: PropsCorriger) {
  const [valeurs, definir] = useState(valeursDe(d))
  const changer = (p: Partial<ValeursDemande>) => definir((v) => ({ ...v, ...p }))
  return (
    <form
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        corriger(valeurs)
      }}
      className="flex flex-col gap-3 border-l-2 border-accent pl-4"
    >
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <ChampsDemande valeurs={valeurs} listes={listes} changer={changer} />
        <Moment
          libelle="Demandée le"
          requis
          valeur={valeurs.demandeeLe}
          changer={(demandeeLe) => changer({ demandeeLe })}
        />
        <ChampsReponse valeurs={valeurs} changer={changer} />
      </div>
      <p className="text-sm text-encre-2">
        L’ancienne valeur reste gardée, avec le nom de qui l’avait écrite. Les taux de la période se
        recomptent.
      </p>
      <div className="flex flex-wrap gap-2">
        <Bouton type="submit" attente={attente}>
          Enregistrer la correction
        </Bouton>
        <Dialogue
          decision
          titre={'Retirer cette demande\u202f?'}
          declencheur={<Bouton variante="danger">Retirer la demande</Bouton>}
        >
          {(fermer) => (
            <div className="flex flex-col gap-4">
              <p>Elle s’efface avec ses corrections, et sort du compte de sa période.</p>
              <div className="flex flex-wrap gap-2">
                <Bouton
                  variante="danger"
                  attente={attente}
                  onPress={() => {
                    fermer()
                    retirer()
                  }}
                >
                  Retirer
                </Bouton>
                <Bouton variante="secondaire" onPress={fermer}>
                  Garder
                </Bouton>
              </div>
            </div>
          )}
        </Dialogue>
      </div>
    </form>
  )
}
