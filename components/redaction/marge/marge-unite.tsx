'use client'

import { Bouton } from '@/components/ui/bouton'
import { Encart } from '@/components/ui/encart'
import { Onglets } from '@/components/ui/onglets'
import { estRetenue } from '@/lib/domaine/texte/numerotation'
import type { UniteLue } from '@/lib/presentation/redaction/types'
import { dureeRelative, typographier } from '@/lib/presentation/typographie'
import { parametresDe } from '../etat/resolution'
import { direEtat } from '../etat-enregistrement'
import { Marque, marqueDe } from '../plan'
import type { Poste } from '../poste'
import { Difference } from './difference'
import { ListeChamps } from './liste-champs'
import { PanneauConflit } from './panneau-conflit'
import { lignesDuTexte } from './textes'
import { VoletTexte } from './volet-texte'

type Proprietes = {
  poste: Poste
  unite: UniteLue
  onglet: string
  onOnglet: (cle: string) => void
}

/** La marge de l'article choisi : son texte et ses variantes, ses valeurs, sa différence d'avec le modèle. */
export function MargeUnite({ poste, unite: u, onglet, onOnglet }: Proprietes) {
  const { etat, lecture, gestes, parUnite, maintenant, pieces } = poste
  const { mots, marge } = pieces
  const cible = `unite:${u.identite}`
  const etatUnite = etat.instantane.etats.get(cible)
  const retenue = estRetenue(etat.acte.unites, u.identite)
  const valeurs = parametresDe(u)
  const marque = marqueDe(u, parUnite.get(u.identite) ?? 0, etatUnite, retenue)
  const phrase = direEtat(etatUnite, etat.instantane.obstacle)
  return (
    <section aria-labelledby="titre-marge" className="flex flex-col gap-3">
      <header className="flex flex-col gap-1">
        <h2 id="titre-marge" tabIndex={-1} className="font-serif text-xl font-semibold">
          {lecture.nommer(u.identite)}
        </h2>
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm text-encre-2">
          <Marque marque={marque} mots={mots} />
          <span>
            {phrase ??
              (u.modifieParNom ? `${u.modifieParNom}, ${dureeRelative(u.modifieLe, maintenant)}` : '')}
          </span>
        </div>
      </header>
      {etatUnite?.genre === 'conflit' && <PanneauConflit poste={poste} cible={cible} conflit={etatUnite} />}
      {u.omise ? (
        <Omise poste={poste} unite={u} />
      ) : (
        <Onglets
          libelle="Marge de l’article"
          choisi={onglet}
          onChoix={onOnglet}
          onglets={[
            {
              cle: 'texte',
              libelle: 'Texte',
              contenu: <VoletTexte key={u.identite} poste={poste} unite={u} />,
            },
            {
              cle: 'valeurs',
              libelle: `Valeurs${valeurs.length ? ` (${valeurs.length})` : ''}`,
              contenu: valeurs.length ? (
                <ListeChamps key={u.identite} poste={poste} cles={valeurs} />
              ) : (
                <p className="text-encre-2">Ce texte ne cite aucune valeur.</p>
              ),
            },
            { cle: 'modele', libelle: mots.ecart.onglet, contenu: <Ecart poste={poste} unite={u} /> },
            ...(marge
              ? [
                  {
                    cle: marge.cle,
                    libelle: marge.libelle,
                    contenu: <marge.Contenu key={u.identite} poste={poste} unite={u} />,
                  },
                ]
              : []),
          ]}
        />
      )}
      {gestes.refus && (
        <Encart ton="manque" annonce="alert" titre={gestes.refus.titre}>
          <p>{gestes.refus.conseil}</p>
        </Encart>
      )}
    </section>
  )
}

function Omise({ poste, unite: u }: { poste: Poste; unite: UniteLue }) {
  const { omise } = poste.pieces.mots
  const facultative = !u.motif && u.modele?.facultative
  return (
    <Encart
      ton="neutre"
      titre={facultative ? 'Proposée par le modèle, non reprise' : omise.titre}
      actions={
        <Bouton attente={poste.gestes.attente} onPress={() => void poste.gestes.retablir(u)}>
          {facultative ? 'Reprendre dans le texte' : omise.remettre}
        </Bouton>
      }
    >
      {u.motif && <p>Motif : {typographier(u.motif)}</p>}
      <p>{omise.phrase}</p>
    </Encart>
  )
}

function Ecart({ poste: { lecture, pieces }, unite: u }: { poste: Poste; unite: UniteLue }) {
  const { ecart } = pieces.mots
  if (!u.modele) return <p className="text-encre-2">{ecart.ajoutee}</p>
  return (
    <Difference
      avant={lignesDuTexte(lecture.r, u.modele.titre, u.modele.contenu)}
      apres={lignesDuTexte(lecture.r, u.titre, u.contenu)}
      vide={ecart.vide}
    />
  )
}
