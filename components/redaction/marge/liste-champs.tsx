'use client'

import type { ConventionLue } from '@/lib/presentation/redaction/types'
import { ChampParametre } from '../champs/champ-parametre'
import type { Poste } from '../poste'
import { PanneauConflit } from './panneau-conflit'

/** Champs d'une suite de paramètres, chacun enregistré pour lui-même. */
export function ListeChamps({ poste, cles }: { poste: Poste; cles: readonly string[] }) {
  return (
    <div className="flex flex-col gap-5">
      {cles.map((cle) => (
        <UnChamp key={cle} poste={poste} cle={cle} />
      ))}
    </div>
  )
}

export function UnChamp({ poste, cle }: { poste: Poste; cle: string }) {
  const { etat, gestes } = poste
  const { acte, fiches, instantane } = etat
  const definition = acte.definitions.find((d) => d.cle === cle)
  if (!definition) return null
  const cible = `parametre:${cle}`
  const etatCible = instantane.etats.get(cible)
  return (
    <div className="flex flex-col gap-2">
      <ChampParametre
        definition={definition}
        valeur={acte.parametres.find((p) => p.cle === cle)?.valeur ?? null}
        etat={etatCible}
        obstacle={instantane.obstacle}
        ecart={instantane.saisies.has(cible) ? undefined : fiches?.ecarts[cle]}
        suggestions={definition.source ? (fiches?.suggestions[definition.source] ?? []) : []}
        fonction={fonctionDe(acte, cle)}
        onValeur={(valeur) => etat.noter(cible, valeur)}
        onReprendre={() => void gestes.reprendreFiche(cle)}
      />
      {etatCible?.genre === 'conflit' && <PanneauConflit poste={poste} cible={cible} conflit={etatCible} />}
    </div>
  )
}

/** La fiche connaît souvent la fonction qui signe avant le nom de qui l'occupe. */
function fonctionDe(acte: ConventionLue, cle: string): string | undefined {
  const role = { institution_representant: 'HOPITAL', gestionnaire_representant: 'GESTIONNAIRE' }[cle]
  return acte.parties.find((p) => p.role === role)?.signataires[0]?.qualite
}
