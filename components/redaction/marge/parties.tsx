'use client'

import { Plus, Trash2 } from 'lucide-react'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { Selection } from '@/components/ui/selection'
import { parametresCites } from '@/lib/domaine/texte/finalisation'
import { messageErreur } from '@/lib/presentation/erreurs'
import { ciblePartie } from '@/lib/presentation/redaction/acte'
import type { PartieLue, SignataireLu } from '@/lib/presentation/redaction/types'
import { direEtat } from '../etat-enregistrement'
import type { Poste } from '../poste'
import { ListeChamps } from './liste-champs'
import { PanneauConflit } from './panneau-conflit'

const NEUF: SignataireLu = { civilite: null, prenom: '', nom: '', qualite: '', autorite: null, signeLe: null }

/** Parties et signataires : ce que les fiches ont rempli, et les noms quand ils sont connus. */
export function Parties({ poste }: { poste: Poste }) {
  const { acte } = poste.etat
  const deTete = [...parametresCites(poste.lecture.r.texte)].flatMap(([cle, unite]) =>
    unite === null ? [cle] : [],
  )
  return (
    <section aria-labelledby="titre-marge" className="flex flex-col gap-6">
      <h2 id="titre-marge" tabIndex={-1} className="font-serif text-xl font-semibold">
        Parties et signataires
      </h2>
      {acte.parties.map((p) => (
        <Signataires key={p.id} poste={poste} partie={p} />
      ))}
      {deTete.length > 0 && (
        <div className="flex flex-col gap-4 border-t border-trait pt-4">
          <h3 className="font-semibold">Titre et comparution</h3>
          <ListeChamps poste={poste} cles={deTete} />
        </div>
      )}
    </section>
  )
}

function Signataires({ poste, partie: p }: { poste: Poste; partie: PartieLue }) {
  const cible = ciblePartie(p.id)
  const { instantane } = poste.etat
  const etat = instantane.etats.get(cible)
  const noter = (signataires: SignataireLu[]) => poste.etat.noter(cible, signataires)
  const changer = (rang: number, partiel: Partial<SignataireLu>) =>
    noter(p.signataires.map((s, i) => (i === rang ? { ...s, ...partiel } : s)))
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="font-semibold first-letter:uppercase">{p.designation.nom}</h3>
        <span className="text-[0.8125rem] text-encre-2">{direEtat(etat, instantane.obstacle)}</span>
      </div>
      {etat?.genre === 'refus' && (
        <p role="alert" className="text-sm font-medium text-manque">
          {etat.code === 'SAISIE_INVALIDE'
            ? 'Indiquez la qualité de chaque signataire : le reste peut attendre.'
            : messageErreur(etat).titre}
        </p>
      )}
      {etat?.genre === 'conflit' && <PanneauConflit poste={poste} cible={cible} conflit={etat} />}
      {p.signataires.map((s, i) => (
        <fieldset key={i} className="@container flex flex-col gap-3 border-l-3 border-l-trait pl-3">
          <legend className="mb-2 text-sm text-encre-2">
            Signataire {p.signataires.length > 1 ? i + 1 : '(le nom peut rester vide)'}
          </legend>
          <div className="grid grid-cols-1 gap-3 @sm:grid-cols-2">
            <Selection
              libelle="Civilité"
              value={s.civilite ?? ''}
              onChange={(e) =>
                changer(i, {
                  civilite: e.target.value === 'MME' ? 'MME' : e.target.value === 'M' ? 'M' : null,
                })
              }
              options={[
                { valeur: '', libelle: 'À préciser' },
                { valeur: 'MME', libelle: 'Madame' },
                { valeur: 'M', libelle: 'Monsieur' },
              ]}
            />
            <Champ
              libelle="Prénom"
              value={s.prenom}
              maxLength={100}
              onChange={(e) => changer(i, { prenom: e.target.value })}
            />
            <Champ
              libelle="Nom"
              value={s.nom}
              maxLength={200}
              onChange={(e) => changer(i, { nom: e.target.value })}
            />
            <Champ
              libelle="Qualité"
              requis
              value={s.qualite}
              maxLength={300}
              onChange={(e) => changer(i, { qualite: e.target.value })}
            />
          </div>
          <Champ
            libelle="Au titre de"
            aide="Délibération ou délégation de signature, quand elle est connue."
            value={s.autorite ?? ''}
            maxLength={500}
            onChange={(e) => changer(i, { autorite: e.target.value || null })}
          />
          {p.signataires.length > 1 && (
            <Bouton
              variante="discret"
              taille="petit"
              className="-ml-2.5 self-start"
              icone={<Trash2 aria-hidden size={16} />}
              onPress={() => noter(p.signataires.filter((_, j) => j !== i))}
            >
              Retirer ce signataire
            </Bouton>
          )}
        </fieldset>
      ))}
      <Bouton
        variante="discret"
        taille="petit"
        className="-ml-2.5 self-start"
        icone={<Plus aria-hidden size={16} />}
        onPress={() =>
          noter([...p.signataires, { ...NEUF, qualite: p.signataires[0]?.qualite ?? 'Signataire' }])
        }
      >
        Ajouter un signataire
      </Bouton>
    </div>
  )
}
