'use client'

import { Users } from 'lucide-react'
import { useState } from 'react'
import type { Poste } from '@/components/redaction/poste'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { GroupeChoix } from '@/components/ui/groupe-choix'
import { Selection } from '@/components/ui/selection'
import { BlocHtml } from '@/lib/documents/html'
import type { PartieDite, Representant } from '@/lib/presentation/avenant/parties'
import { messageErreur } from '@/lib/presentation/erreurs'
import type { Reponse } from '@/lib/serveur/action'
import { useProjetEnMain } from './projet'

/** Changer une partie, ou la qualité de qui la représente, par cet avenant. */
export function PartiesDeLAvenant({ poste }: { poste: Poste }) {
  const { projet } = useProjetEnMain()
  const [ouvert, definirOuvert] = useState(false)
  const changes = projet.parties.flatMap((p) => p.change ?? [])
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-encre-2">
      {changes.map((c) => (
        <span key={c}>{c}</span>
      ))}
      <Dialogue
        titre="Parties de la convention"
        ouvert={ouvert}
        onOuvert={definirOuvert}
        declencheur={
          <Bouton variante="secondaire" taille="petit" icone={<Users aria-hidden size={16} />}>
            Changer une partie
          </Bouton>
        }
      >
        {(fermer) => <ChangerUnePartie poste={poste} onFini={fermer} />}
      </Dialogue>
    </div>
  )
}

const capitale = (t: string): string => t.charAt(0).toUpperCase() + t.slice(1)
const cleDe = (p: PartieDite): string => `${p.role}-${String(p.rang)}`

function ChangerUnePartie({ poste, onFini }: { poste: Poste; onFini: () => void }) {
  const { projet } = useProjetEnMain()
  const parties = projet.parties
  const [choisie, definirChoisie] = useState(() =>
    cleDe(parties.find((p) => p.change) ?? parties.at(-1) ?? (parties[0] as PartieDite)),
  )
  const partie = parties.find((p) => cleDe(p) === choisie)
  return (
    <div className="flex flex-col gap-4">
      <GroupeChoix
        libelle="Partie"
        name="partie-visee"
        valeur={choisie}
        onChange={(e) => definirChoisie(e.target.value)}
        choix={parties.map((p) => ({
          valeur: cleDe(p),
          libelle: capitale(p.titre),
          aide: p.change ?? (p.titre === p.actuelle.nom ? undefined : capitale(p.actuelle.nom)),
        }))}
      />
      {partie && <Changer key={choisie} poste={poste} partie={partie} onFini={onFini} />}
    </div>
  )
}

type Quoi = 'designation' | 'organisme' | 'qualite'

function quoiAuDepart({ voulue, actuelle, representantVoulu }: PartieDite): Quoi {
  if (voulue) return voulue.organisationId === actuelle.organisationId ? 'designation' : 'organisme'
  return representantVoulu ? 'qualite' : 'organisme'
}

/** L'un des trois changements, sa saisie, et de quoi y renoncer. */
function Changer({ poste, partie: p, onFini }: { poste: Poste; partie: PartieDite; onFini: () => void }) {
  const [quoi, definirQuoi] = useState<Quoi>(() => quoiAuDepart(p))
  const choix = [
    {
      valeur: 'organisme',
      libelle: 'Une autre personne morale lui succède',
      aide: 'Elle signe l’avenant avec celle d’aujourd’hui, et reprend ses droits et obligations.',
    },
    {
      valeur: 'designation',
      libelle: 'La même, sous un autre nom ou à une autre adresse',
    },
    ...(p.representant ? [{ valeur: 'qualite', libelle: 'La même, représentée à un autre titre' }] : []),
  ]
  const saisie = { poste, partie: p, onFini }
  return (
    <>
      <GroupeChoix
        libelle="Ce qui change"
        name="quoi-de-la-partie"
        valeur={quoi}
        onChange={(e) => definirQuoi(e.target.value as Quoi)}
        choix={choix}
      />
      {quoi === 'qualite' && p.representant ? (
        <Qualite {...saisie} representant={p.representant} />
      ) : (
        <Designation key={quoi} {...saisie} succession={quoi === 'organisme'} />
      )}
    </>
  )
}

type Saisie = { poste: Poste; partie: PartieDite; onFini: () => void }

/** Une écriture de l'atelier : l'attente, le refus en phrase, puis la relecture du projet. */
function useEcriture({ poste, onFini }: Pick<Saisie, 'poste' | 'onFini'>) {
  const { relire } = useProjetEnMain()
  const [erreur, definirErreur] = useState<string | null>(null)
  const [attente, definirAttente] = useState(false)
  const ecrire = async (ecriture: () => Promise<Reponse<unknown>>) => {
    definirAttente(true)
    definirErreur(null)
    const r = await ecriture().catch(() => null)
    definirAttente(false)
    if (!r?.ok) {
      const m = messageErreur(r?.erreur ?? { code: 'INDISPONIBLE', details: {} })
      return definirErreur(`${m.titre}. ${m.conseil}`)
    }
    await Promise.all([poste.etat.rafraichir(), relire()])
    onFini()
  }
  return { erreur, definirErreur, attente, ecrire }
}

function Designation({ poste, partie: p, onFini, succession }: Saisie & { succession: boolean }) {
  const { projet, actions } = useProjetEnMain()
  const { erreur, definirErreur, attente, ecrire } = useEcriture({ poste, onFini })
  const successeurs = p.organismes.filter((o) => o.id !== p.actuelle.organisationId)
  const deja = p.voulue && (p.voulue.organisationId !== p.actuelle.organisationId) === succession
  const depart = deja && p.voulue ? p.voulue : succession ? VIDE : p.actuelle
  const [organisme, definirOrganisme] = useState(depart.organisationId)
  const [nom, definirNom] = useState(depart.nom)
  const [adresse, definirAdresse] = useState(depart.adresse ?? '')
  const choisir = (id: string) => {
    const o = successeurs.find((x) => x.id === id)
    definirOrganisme(id)
    definirNom(o?.nom ?? '')
    definirAdresse(o?.adresse ?? '')
    definirErreur(null)
  }
  const envoyer = (d: { organisationId: string; nom: string; adresse: string | null }) =>
    ecrire(() =>
      actions.changerUnePartie({
        acteId: projet.acteId,
        version: p.version,
        role: p.role,
        rang: p.rang,
        ...d,
      }),
    )
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(e) => {
        e.preventDefault()
        if (succession && !organisme) definirErreur('Choisissez la personne morale qui succède.')
        else if (nom.trim().length < 2) definirErreur('Indiquez le nom de la partie.')
        else void envoyer({ organisationId: organisme, nom: nom.trim(), adresse: adresse.trim() || null })
      }}
    >
      {succession && (
        <Selection
          libelle="Qui lui succède"
          aide="Un organisme absent de cette liste s’ajoute d’abord au référentiel, par l’administration."
          requis
          invite="Choisir un organisme"
          value={organisme}
          onChange={(e) => choisir(e.target.value)}
          options={successeurs.map((o) => ({ valeur: o.id, libelle: capitale(o.nom) }))}
        />
      )}
      {(!succession || organisme) && (
        <>
          <Champ
            libelle="Nom, tel que la comparution l’écrira"
            requis
            maxLength={300}
            value={nom}
            onChange={(e) => definirNom(e.target.value)}
          />
          <Champ
            libelle="Adresse"
            maxLength={500}
            value={adresse}
            onChange={(e) => definirAdresse(e.target.value)}
          />
        </>
      )}
      <Redactions partie={p} />
      <Refus erreur={erreur} />
      <ActionsDialogue>
        {p.voulue && (
          <Bouton variante="discret" attente={attente} onPress={() => void envoyer(p.actuelle)}>
            Ne plus changer cette partie
          </Bouton>
        )}
        <Bouton variante="secondaire" onPress={onFini}>
          Annuler
        </Bouton>
        <Bouton type="submit" attente={attente}>
          Enregistrer
        </Bouton>
      </ActionsDialogue>
    </form>
  )
}

const VIDE = { organisationId: '', nom: '', adresse: null }

function Qualite({ poste, partie: p, onFini, representant }: Saisie & { representant: Representant }) {
  const { projet, actions } = useProjetEnMain()
  const { erreur, definirErreur, attente, ecrire } = useEcriture({ poste, onFini })
  const [r, definirR] = useState(p.representantVoulu ?? representant)
  const changer = (partiel: Partial<Representant>) => {
    definirR((x) => ({ ...x, ...partiel }))
    definirErreur(null)
  }
  const envoyer = (voulu: Representant) =>
    ecrire(() =>
      actions.changerUneQualite({
        acteId: projet.acteId,
        version: p.versionRepresentant,
        role: p.role,
        rang: p.rang,
        ...voulu,
      }),
    )
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(e) => {
        e.preventDefault()
        if (!r.nom.trim() || r.qualite.trim().length < 2) definirErreur('Indiquez le nom et la qualité.')
        else if (r.qualite.trim() === representant.qualite)
          definirErreur(
            'Cette qualité est déjà celle de la convention. Un changement de personne dans la même fonction n’appelle pas d’avenant.',
          )
        else void envoyer({ ...r, nom: r.nom.trim(), qualite: r.qualite.trim() })
      }}
    >
      <p className="text-sm text-encre-2">
        La convention est aujourd’hui signée par {representant.qualite}. Seule la qualité se vote : le nom
        suit.
      </p>
      <Champ
        libelle="Qualité"
        aide="Telle qu’elle s’écrira : « adjointe au maire déléguée à la santé »."
        requis
        maxLength={200}
        value={r.qualite}
        onChange={(e) => changer({ qualite: e.target.value })}
      />
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
        <Selection
          libelle="Civilité"
          value={r.civilite}
          onChange={(e) => changer({ civilite: e.target.value === 'MME' ? 'MME' : 'M' })}
          options={[
            { valeur: 'MME', libelle: 'Madame' },
            { valeur: 'M', libelle: 'Monsieur' },
          ]}
        />
        <Champ
          libelle="Prénom"
          maxLength={100}
          value={r.prenom}
          onChange={(e) => changer({ prenom: e.target.value })}
        />
        <Champ
          libelle="Nom"
          requis
          maxLength={200}
          value={r.nom}
          onChange={(e) => changer({ nom: e.target.value })}
        />
      </div>
      <Redactions partie={p} />
      <Refus erreur={erreur} />
      <ActionsDialogue>
        {p.representantVoulu && (
          <Bouton variante="discret" attente={attente} onPress={() => void envoyer(representant)}>
            Ne plus changer sa qualité
          </Bouton>
        )}
        <Bouton variante="secondaire" onPress={onFini}>
          Annuler
        </Bouton>
        <Bouton type="submit" attente={attente}>
          Enregistrer
        </Bouton>
      </ActionsDialogue>
    </form>
  )
}

const Refus = ({ erreur }: { erreur: string | null }) =>
  erreur && (
    <p role="alert" className="text-manque">
      {erreur}
    </p>
  )

/** Ce que l'avenant dira de cette partie, tel qu'il est enregistré. */
function Redactions({ partie: p }: { partie: PartieDite }) {
  const { projet } = useProjetEnMain()
  const redactions = projet.redactions.filter((r) => p.cibles.includes(r.cible))
  if (redactions.length === 0) return null
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-medium">Ce que l’avenant dit aujourd’hui</h3>
      <div className="doc border-l-3 border-l-accent px-4 py-1 [&>:first-child]:mt-0" lang="fr-FR">
        {redactions.flatMap((r) =>
          r.blocs.map((b, i) => <BlocHtml key={`${r.cible}-${String(i)}`} bloc={b} decalageTitres={2} />),
        )}
      </div>
    </section>
  )
}
