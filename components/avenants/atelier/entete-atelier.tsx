'use client'

import Link from 'next/link'
import { useState } from 'react'
import type { Poste } from '@/components/redaction/poste'
import { Bouton } from '@/components/ui/bouton'
import { Encart } from '@/components/ui/encart'
import { LiensOnglets } from '@/components/ui/liens-onglets'
import { adresseNouvelleCampagne } from '@/lib/presentation/campagne/adresses'
import { messageErreur } from '@/lib/presentation/erreurs'
import { dateEnLettres } from '@/lib/presentation/typographie'
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
  const { projet } = useProjetEnMain()
  const adresse = `/conventions/${encodeURIComponent(projet.reference)}`
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
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p className="max-w-lecture text-[0.9375rem] text-encre-2">
          <ListeDesModifications />
          {`, d’après le texte en vigueur le ${dateEnLettres(projet.dateBase)}`}
        </p>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {projet.compte > 0 && (
            <Link className="lien text-[0.9375rem]" href={adresseNouvelleCampagne(projet.reference)}>
              Proposer à d’autres centres
            </Link>
          )}
          <Objet poste={poste} />
          <Effet poste={poste} />
          <Terme poste={poste} />
          <PartiesDeLAvenant poste={poste} />
          {onglet === 'modifier' && <RepriseDuModele poste={poste} />}
        </div>
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
