'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Case } from '@/components/ui/case'
import { Details } from '@/components/ui/details'
import { Dialogue } from '@/components/ui/dialogue'
import { Encart } from '@/components/ui/encart'
import { Selection } from '@/components/ui/selection'
import { SuiviTache } from '@/components/ui/suivi-tache'
import type { LotLu } from '@/lib/lectures/demande/lister-lots'
import { CHAMPS, phraseErreur } from '@/lib/presentation/demande/import'
import { momentCourt } from '@/lib/presentation/demande/moment'
import { choix } from '@/lib/presentation/demande/mots'
import { compter } from '@/lib/presentation/typographie'
import type { ActionsImport } from './types'
import { useEnvoi } from './use-envoi'

type Proprietes = { lot: LotLu; actions: ActionsImport }

const lignes = (n: number) => compter(n, 'ligne')
const ETATS: Readonly<Record<LotLu['etat'], (l: LotLu) => string>> = {
  DEPOSE: () => 'à essayer',
  ESSAI: () => 'essai en cours',
  ESSAYE: () => 'essayé, rien n’est encore inscrit',
  EN_COURS: (l) => `import en cours, ${compter(l.inscrites, 'demande inscrite', 'demandes inscrites')}`,
  IMPORTE: (l) => compter(l.inscrites, 'demande inscrite', 'demandes inscrites'),
  ANNULE: () => 'annulé',
}
const MENE = {
  ESSAI: 'Essai à blanc',
  EN_COURS: 'Import des demandes',
  ANNULE: 'Annulation de l’import',
} as const

/** Un tableur déposé, de la correspondance de ses colonnes à son import. */
export function Lot({ lot, actions }: Proprietes) {
  const routeur = useRouter()
  const { attente, refus, envoyer } = useEnvoi()
  const [correspondance, relier] = useState(lot.correspondance)
  const [doublons, garder] = useState(lot.doublons)
  const lancer = (geste: 'essayer' | 'importer') =>
    envoyer(
      () =>
        actions.lancer({
          lotId: lot.id,
          version: lot.version,
          geste,
          // L'import entre ce que l'essai a annoncé, quoi qu'on ait changé depuis à l'écran.
          ...(geste === 'essayer'
            ? { correspondance, doublons }
            : { correspondance: lot.correspondance, doublons: lot.doublons }),
        }),
      geste === 'essayer' ? 'Essai lancé' : 'Import lancé',
    )
  const enCours =
    lot.etat === 'ESSAI' || lot.etat === 'EN_COURS' || (lot.etat === 'ANNULE' && lot.inscrites > 0)
  const reglable = lot.sien && (lot.etat === 'DEPOSE' || lot.etat === 'ESSAYE')
  return (
    <article className="flex flex-col gap-4 border-t border-trait pt-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="min-w-0 font-semibold break-words">{lot.nom}</h3>
        <p className="text-sm text-encre-2">
          {lignes(lot.lignes)}, {ETATS[lot.etat](lot)}. Déposé le {momentCourt(lot.creeLe)} par{' '}
          {lot.auteurNom}.
        </p>
      </div>
      {refus && (
        <Encart ton="manque" annonce="alert" titre={refus.titre}>
          <p>{refus.conseil}</p>
        </Encart>
      )}
      {lot.ecartees.length > 0 && reglable && (
        <p className="text-sm text-encre-2">
          Colonnes écartées et non gardées, parce qu’elles tiennent du texte libre&nbsp;:{' '}
          {lot.ecartees.join(', ')}.
        </p>
      )}
      {enCours && lot.sien && lot.tacheId && lot.etat in MENE && (
        <SuiviTache
          tacheId={lot.tacheId}
          libelle={MENE[lot.etat as keyof typeof MENE]}
          fait={`${MENE[lot.etat as keyof typeof MENE]}\u00a0: fini`}
          apres={() => routeur.refresh()}
        />
      )}
      {reglable && (
        <Details titre="Correspondance des colonnes" open={lot.etat === 'DEPOSE'}>
          <div className="grid gap-4 pt-2 sm:grid-cols-2 lg:grid-cols-3">
            {lot.colonnes.map((colonne) => (
              <Selection
                key={colonne}
                libelle={colonne}
                invite="Ne pas lire"
                options={choix(CHAMPS)}
                value={correspondance[colonne] ?? ''}
                onChange={(e) =>
                  relier((c) => ({ ...c, [colonne]: (e.target.value || null) as keyof typeof CHAMPS | null }))
                }
              />
            ))}
          </div>
          <div className="pt-4">
            <Case
              libelle="Inscrire aussi les lignes qui répètent une demande déjà connue"
              checked={doublons}
              onChange={(e) => garder(e.target.checked)}
            />
          </div>
        </Details>
      )}
      {lot.etat === 'ESSAYE' && lot.rapport && <Rapport rapport={lot.rapport} doublons={lot.doublons} />}
      <div className="flex flex-wrap gap-2">
        {reglable && (
          <Bouton
            variante={lot.etat === 'ESSAYE' ? 'secondaire' : 'principal'}
            attente={attente}
            onPress={() => lancer('essayer')}
          >
            {lot.etat === 'ESSAYE' ? 'Essayer de nouveau' : 'Essayer à blanc'}
          </Bouton>
        )}
        {lot.sien && lot.etat === 'ESSAYE' && lot.rapport && aInscrire(lot) > 0 && (
          <Bouton attente={attente} onPress={() => lancer('importer')}>
            Inscrire {compter(aInscrire(lot), 'demande')}
          </Bouton>
        )}
        {lot.etat !== 'ANNULE' && (
          <Dialogue
            decision
            titre={'Annuler cet import\u202f?'}
            declencheur={
              <Bouton variante="danger">{lot.etat === 'IMPORTE' ? 'Annuler l’import' : 'Retirer'}</Bouton>
            }
          >
            {(fermer) => (
              <div className="flex flex-col gap-4">
                <p>
                  {lot.inscrites > 0
                    ? `${compter(lot.inscrites, 'demande inscrite s’efface', 'demandes inscrites s’effacent')}, corrections comprises, et les taux se recomptent.`
                    : 'Le tableur s’efface. Aucune demande n’en a été inscrite.'}
                </p>
                <div className="flex flex-wrap gap-2">
                  <Bouton
                    variante="danger"
                    onPress={() => {
                      fermer()
                      envoyer(
                        () => actions.annuler({ lotId: lot.id, version: lot.version }),
                        'Annulation lancée',
                      )
                    }}
                  >
                    Annuler l’import
                  </Bouton>
                  <Bouton variante="secondaire" onPress={fermer}>
                    Garder
                  </Bouton>
                </div>
              </div>
            )}
          </Dialogue>
        )}
      </div>
    </article>
  )
}

const aInscrire = (lot: LotLu): number =>
  (lot.rapport?.bonnes ?? 0) + (lot.doublons ? (lot.rapport?.doublons ?? 0) : 0)

function Rapport({ rapport: r, doublons }: { rapport: NonNullable<LotLu['rapport']>; doublons: boolean }) {
  return (
    <Encart
      ton={r.fautives > 0 ? 'vigilance' : 'tenu'}
      titre={`${lignes(r.bonnes)} à inscrire sur ${lignes(r.lues)}`}
      annonce="status"
    >
      {r.doublons > 0 && (
        <p>
          {compter(r.doublons, 'ligne répète', 'lignes répètent')} une demande connue, à la minute près (
          {r.lignesEnDouble.slice(0, 12).join(', ')}
          {r.lignesEnDouble.length > 12 && '…'}).{' '}
          {doublons ? 'Elles seront inscrites aussi.' : 'Elles resteront dehors.'}
        </p>
      )}
      {r.sansHeure > 0 && (
        <p>
          {compter(r.sansHeure, 'ligne a', 'lignes ont')} une date sans heure&nbsp;: elle se compte au plus
          défavorable, la demande à l’ouverture, la réponse et le rendez-vous à la fermeture.
        </p>
      )}
      {r.fautives > 0 && (
        <>
          <p>{compter(r.fautives, 'ligne ne sera pas inscrite', 'lignes ne seront pas inscrites')}&nbsp;:</p>
          <ul className="max-h-72 list-disc overflow-auto pl-5" tabIndex={0} aria-label="Lignes en erreur">
            {r.erreurs.map((e) => (
              <li key={`${e.ligne}-${e.champ}-${e.code}`}>{phraseErreur(e)}</li>
            ))}
          </ul>
          {r.erreurs.length >= 200 && <p>Seules les 200 premières erreurs sont décrites.</p>}
        </>
      )}
    </Encart>
  )
}
