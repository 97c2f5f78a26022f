'use client'

import { Bouton } from '@/components/ui/bouton'
import { Case } from '@/components/ui/case'
import { ChampDate } from '@/components/ui/champ-date'
import { Encart } from '@/components/ui/encart'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { ListeDefinitions } from '@/components/ui/liste-definitions'
import { Selection } from '@/components/ui/selection'
import type { SignataireAttendu } from '@/lib/domaine/acte/signature'
import { estValable, porteNotreTexte, type VerificationPdf } from '@/lib/domaine/acte/verification'
import { majuscule } from '@/lib/presentation/conventions/liste'
import {
  jourDe,
  lignesDeVerification,
  signataireEnClair,
  signatairePropose,
  texteRelu,
} from '@/lib/presentation/conventions/signature'
import { compter } from '@/lib/presentation/typographie'
import type { Reponse } from '@/lib/serveur/action'

export type SaisieRetour = {
  envoiId: string
  fichierId: string
  mode: 'ELECTRONIQUE' | 'PAPIER'
  signatures: { partieId: string; rang: number; signeLe: string; lue: number | null }[]
}
type Proprietes = {
  envoiId: string
  fichierId: string
  attendus: readonly SignataireAttendu[]
  lecture: VerificationPdf | null
  enregistrer: (saisie: SaisieRetour) => Promise<Reponse<unknown>>
  apres: () => void
}

const cle = (a: { partieId: string; rang: number }) => `${a.partieId}/${a.rang}`

/** Qui a signé ce fichier : proposé d'après le certificat, ou coché sur le papier. */
export function FormulaireRetour(p: Proprietes) {
  const signatures = (p.lecture?.signatures ?? []).flatMap((s, rang) =>
    s.genre === 'signature' ? [{ s, rang }] : [],
  )
  const texte = p.lecture && texteRelu(p.lecture.texte)
  if (p.lecture && signatures.length > 0)
    return (
      <div className="flex flex-col gap-4">
        <p className="font-medium">
          Ce fichier porte {compter(signatures.length, 'signature électronique', 'signatures électroniques')}.
        </p>
        {texte && (
          <Encart ton={texte.ton} annonce="status">
            <p>{texte.phrase}</p>
          </Encart>
        )}
        {signatures.map(({ s, rang }) => (
          <section key={rang}>
            <h3 className="mb-2 font-semibold">{s.nom ?? 'Nom illisible'}</h3>
            <ListeDefinitions elements={lignesDeVerification(s)} />
          </section>
        ))}
        {porteNotreTexte(p.lecture) && signatures.some(({ s }) => estValable(s)) && <Electronique {...p} />}
      </div>
    )
  return <Papier {...p} />
}

function Electronique({ envoiId, fichierId, attendus, lecture, enregistrer, apres }: Proprietes) {
  const lues = (lecture?.signatures ?? []).flatMap((s, rang) => (estValable(s) ? [{ s, rang }] : []))
  const valeurs: Record<string, string> = {}
  for (const { s, rang } of lues) {
    const propose = signatairePropose(s, attendus)
    valeurs[`qui${rang}`] = propose ? cle(propose) : ''
    valeurs[`le${rang}`] = jourDe(s) ?? ''
  }
  const liaison = useActionFormulaire<Record<string, string>>(
    (v) =>
      enregistrer({
        envoiId,
        fichierId,
        mode: 'ELECTRONIQUE',
        signatures: lues.flatMap(({ rang }) => {
          const a = attendus.find((x) => cle(x) === v[`qui${rang}`])
          return a ? [{ partieId: a.partieId, rang: a.rang, signeLe: v[`le${rang}`] ?? '', lue: rang }] : []
        }),
      }),
    { valeurs, apres },
  )
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-4">
      {lues.map(({ s, rang }) => (
        <div key={rang} className="flex flex-col gap-3">
          <Selection
            libelle={`${s.nom ?? 'Cette personne'} signe comme`}
            invite="Personne d’attendu : ne pas enregistrer"
            options={attendus.map((a) => ({ valeur: cle(a), libelle: signataireEnClair(a) }))}
            {...liaison.champ(`qui${rang}`)}
          />
          {!jourDe(s) && <ChampDate libelle="Date de sa signature" requis {...liaison.champ(`le${rang}`)} />}
        </div>
      ))}
      <Bouton type="submit" attente={liaison.attente} className="self-start">
        Enregistrer {lues.length > 1 ? 'ces signatures' : 'cette signature'}
      </Bouton>
    </FormulaireAction>
  )
}

function Papier({ envoiId, fichierId, attendus, lecture, enregistrer, apres }: Proprietes) {
  const valeurs: Record<string, string | boolean> = {}
  for (const a of attendus) {
    valeurs[`a${cle(a)}`] = attendus.length === 1
    valeurs[`le${cle(a)}`] = ''
  }
  const liaison = useActionFormulaire<Record<string, string | boolean>>(
    (v) =>
      enregistrer({
        envoiId,
        fichierId,
        mode: 'PAPIER',
        signatures: attendus.flatMap((a) =>
          v[`a${cle(a)}`]
            ? [{ partieId: a.partieId, rang: a.rang, signeLe: String(v[`le${cle(a)}`]), lue: null }]
            : [],
        ),
      }),
    { valeurs, apres },
  )
  const coches = liaison.formulaire.watch()
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-4">
      <p>
        {lecture
          ? 'Ce PDF ne porte aucune signature électronique : il sera gardé comme un acte signé sur papier et numérisé.'
          : 'Cette image sera gardée comme un acte signé sur papier et numérisé.'}{' '}
        Dites qui l’a signé, et quand.
      </p>
      {attendus.map((a) => (
        <div key={cle(a)} className="flex flex-col gap-2">
          <Case libelle={signataireEnClair(a)} aide={majuscule(a.partie)} {...liaison.champ(`a${cle(a)}`)} />
          {coches[`a${cle(a)}`] && (
            <ChampDate
              libelle={`Date écrite par ${a.prenom} ${a.nom}`.trim()}
              requis
              className="ml-7.5 max-w-96"
              {...liaison.champ(`le${cle(a)}`, { required: 'date' })}
            />
          )}
        </div>
      ))}
      <Bouton type="submit" attente={liaison.attente} className="self-start">
        Enregistrer la signature sur papier
      </Bouton>
    </FormulaireAction>
  )
}
