'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import type { Poste } from '@/components/redaction/poste'
import { Bouton } from '@/components/ui/bouton'
import { classesBouton } from '@/components/ui/classes-bouton'
import { Encart } from '@/components/ui/encart'
import { LiensOnglets } from '@/components/ui/liens-onglets'
import type { ProjetDit } from '@/lib/presentation/avenant/projet'
import { adresseNouvelleCampagne } from '@/lib/presentation/campagne/adresses'
import { adresseFichier } from '@/lib/presentation/conventions/adresses'
import { messageErreur } from '@/lib/presentation/erreurs'
import { compter, dateEnLettres } from '@/lib/presentation/typographie'
import { Effet } from './effet'
import { ListeDesModifications } from './modifications'
import { Objet } from './objet'
import { PartiesDeLAvenant } from './parties'
import { useProjetEnMain } from './projet'
import { RepriseDuModele } from './reprise-du-modele'
import { Terme } from './terme'

type Onglet = 'modifier' | 'rediger'

/** Ce que l'avenant change, d'où il part, ce qui le gêne, et le passage à sa rédaction. */
export const EnteteAtelier = ({ poste }: { poste: Poste }) => <Entete poste={poste} onglet="modifier" />

/** Le même, au-dessus de la rédaction de l'avenant. */
export const EnteteRedactionAvenant = ({ poste }: { poste: Poste }) => (
  <Entete poste={poste} onglet="rediger" />
)

function Entete({ poste, onglet }: { poste: Poste; onglet: Onglet }) {
  const { projet, relire } = useProjetEnMain()
  const { instantane, enregistre } = poste.etat
  const calme = instantane.saisies.size === 0
  // Le compte et la rédaction suivent ce qui est enregistré : on les relit quand plus rien n'attend.
  useEffect(() => {
    if (calme) void relire()
  }, [calme, enregistre, relire])
  const adresse = `/conventions/${encodeURIComponent(projet.reference)}`
  const { transcription } = projet
  if (transcription)
    return (
      <div className="flex flex-col gap-3">
        <Transcription correction={transcription.correction} originaux={transcription.originaux} />
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <Compte />
          <Terme poste={poste} />
        </div>
        <Arretees poste={poste} />
      </div>
    )
  return (
    <div className="flex flex-col gap-3">
      <div className="-mb-6">
        <LiensOnglets
          libelle="Écrire cet avenant"
          liens={[
            { libelle: 'Le texte modifié', href: `${adresse}/modifier`, actif: onglet === 'modifier' },
            { libelle: 'La rédaction de l’avenant', href: `${adresse}/rediger`, actif: onglet === 'rediger' },
          ]}
        />
      </div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <p className="max-w-lecture text-[0.9375rem] text-encre-2">
          <ListeDesModifications />
          {`, d’après le texte en vigueur le ${dateEnLettres(projet.dateBase)}`}
        </p>
        {projet.compte > 0 && (
          <Link className="lien text-[0.9375rem]" href={adresseNouvelleCampagne(projet.reference)}>
            Proposer à d’autres centres
          </Link>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Objet poste={poste} />
        <Effet poste={poste} />
        <Terme poste={poste} />
        <PartiesDeLAvenant poste={poste} />
        {onglet === 'modifier' && <RepriseDuModele poste={poste} />}
      </div>
      <Arretees poste={poste} />
      {projet.concurrents.map((c) => (
        <Encart
          key={c.reference}
          ton="vigilance"
          titre={`L’avenant n°\u00a0${String(c.rang)} en préparation touche les mêmes passages`}
        >
          <p>
            {c.noms.join(', ')}. Le premier signé l’emporte ; l’autre sera repris sur le nouveau texte, ou
            arrêté là où ce n’est pas possible.
          </p>
        </Encart>
      ))}
    </div>
  )
}

/** Combien de modifications sont transcrites, et de quel texte elles partent. */
function Compte() {
  const { projet } = useProjetEnMain()
  return (
    <p className="max-w-lecture text-[0.9375rem] text-encre-2">
      <strong className="font-semibold text-encre">
        {projet.compte === 0 ? 'Rien n’est encore transcrit' : compter(projet.compte, 'modification')}
      </strong>
      {`, d’après le texte que l’avenant a trouvé le ${dateEnLettres(projet.dateBase)}`}
    </p>
  )
}

/** On recopie l'effet d'un acte signé : lui seul fait foi, et il reste à un clic. */
function Transcription({ correction, originaux }: NonNullable<ProjetDit['transcription']>) {
  const { projet } = useProjetEnMain()
  const original = originaux[0]
  return (
    <Encart
      ton="vigilance"
      titre={
        correction
          ? 'Correction d’une transcription : seul l’acte signé fait foi'
          : 'Transcription : seul l’acte signé fait foi'
      }
      actions={
        <>
          <Link
            className={classesBouton('secondaire', 'petit')}
            href={`/conventions/${encodeURIComponent(projet.reference)}#titre-transcription`}
          >
            Relire et déclarer complète
          </Link>
          {original && (
            <a
              className="lien text-[0.9375rem]"
              href={adresseFichier(original.id)}
              target="_blank"
              rel="noopener"
            >
              Ouvrir l’acte signé<span className="sr-only"> (nouvel onglet)</span>
            </a>
          )}
        </>
      }
    >
      <p>
        {correction
          ? 'Le texte en vigueur suit la dernière transcription déclarée tant que celle-ci ne l’est pas à son tour.'
          : 'Récrivez le texte comme l’avenant l’a modifié. Rien ne change dans le texte en vigueur avant que vous l’ayez relu et déclaré complet.'}
      </p>
    </Encart>
  )
}

function Arretees({ poste }: { poste: Poste }) {
  const { projet, actions, relire } = useProjetEnMain()
  const [erreur, definirErreur] = useState<string | null>(null)
  const [attente, definirAttente] = useState(false)
  if (projet.arretees.length === 0) return null
  const actualiser = async () => {
    definirAttente(true)
    const r = await actions.actualiser({ acteId: projet.acteId }).catch(() => null)
    definirErreur(r?.ok ? null : messageErreur(r?.erreur ?? { code: 'INDISPONIBLE', details: {} }).titre)
    await poste.etat.rafraichir()
    await relire()
    definirAttente(false)
  }
  return (
    <Encart
      ton="manque"
      titre="Le texte en vigueur a changé sous cet avenant"
      actions={
        <Bouton variante="secondaire" taille="petit" attente={attente} onPress={() => void actualiser()}>
          Reprendre sur le texte d’aujourd’hui
        </Bouton>
      }
    >
      <p>
        Ces modifications ne s’appliquent plus telles quelles. Relisez-les, puis refaites-les sur le nouveau
        texte :
      </p>
      <ul className="list-disc pl-5">
        {projet.arretees.map((a) => (
          <li key={a.cible}>
            {a.nom} : {a.raison}
          </li>
        ))}
      </ul>
      {erreur && <p role="alert">{erreur}</p>}
    </Encart>
  )
}
