'use client'

import { BookOpenText, FileDown, FileText, PenLine } from 'lucide-react'
import { Bouton } from '@/components/ui/bouton'
import { classesBouton } from '@/components/ui/classes-bouton'
import { Etiquette } from '@/components/ui/etiquette'
import { FilAriane } from '@/components/ui/fil-ariane'
import { Menu } from '@/components/ui/menu'
import { compter } from '@/lib/presentation/typographie'
import { EtatEnregistrement } from './etat-enregistrement'
import type { Poste } from './poste'

type Proprietes = {
  poste: Poste
  parcours: boolean
  onManques: () => void
  onParties: () => void
  onAbandonner: () => void
}

/** Où en est le texte, ce qu'il reste à faire, qui tient la plume, et ce qu'on peut en tirer. */
export function EnteteRedaction({ poste, parcours, onManques, onParties, onAbandonner }: Proprietes) {
  const { acte, instantane } = poste.etat
  const n = poste.manques.length
  const adresse = `/conventions/${encodeURIComponent(acte.reference)}`
  const transcrit = acte.etape === 'SIGNEE'
  // D'un avenant signé sur papier, on ne tient que l'effet : il n'y a pas de document à en tirer.
  const effetSeul = transcrit && acte.initiale !== null
  const fichiers = `/api/conventions/${encodeURIComponent(acte.reference)}`
  return (
    <header className="flex flex-col gap-2">
      <FilAriane
        etapes={[
          { libelle: 'Conventions', href: '/conventions' },
          { libelle: acte.reference, href: adresse },
          { libelle: poste.pieces.mots.page },
        ]}
      />
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h1 className="font-serif text-xl leading-tight font-semibold sm:text-2xl">
            {acte.centres.map((c) => c.nom).join(', ') || acte.titre}
          </h1>
          <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-encre-2">
            <Etiquette ton="accent" icone={PenLine}>
              {transcrit ? 'Transcription' : acte.etape === 'A_REPRENDRE' ? 'À reprendre' : 'Brouillon'}
            </Etiquette>
            <span>{acte.modele?.intitule ?? acte.titre}</span>
            <span>
              La plume est à{' '}
              {acte.groupe.sigle ? `la direction des partenariats (${acte.groupe.sigle})` : acte.groupe.nom}
            </span>
          </p>
        </div>
        <EtatEnregistrement instantane={instantane} />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {effetSeul ? null : n > 0 ? (
          <Bouton taille="petit" variante={parcours ? 'secondaire' : 'principal'} onPress={onManques}>
            {compter(n, 'valeur à compléter', 'valeurs à compléter')}
          </Bouton>
        ) : (
          <Etiquette ton="tenu">Toutes les valeurs sont remplies</Etiquette>
        )}
        <Bouton taille="petit" variante="secondaire" onPress={onParties}>
          Parties et signataires
        </Bouton>
        {!effetSeul && <Documents adresse={adresse} fichiers={fichiers} />}
        {acte.droits.abandonner && (
          <Bouton taille="petit" variante="discret" onPress={onAbandonner} className="-mr-2.5 ml-auto">
            Abandonner ce projet
          </Bouton>
        )}
      </div>
    </header>
  )
}

const Documents = ({ adresse, fichiers }: { adresse: string; fichiers: string }) => (
  <>
    <a
      href={`${fichiers}/pdf`}
      target="_blank"
      rel="noopener"
      className={classesBouton('secondaire', 'petit')}
    >
      <FileText aria-hidden size={16} />
      Voir le PDF
      <span className="sr-only"> (nouvel onglet)</span>
    </a>
    <Menu
      libelle="Autres formats"
      bouton={{ taille: 'petit' }}
      entrees={[
        {
          cle: 'docx',
          libelle: 'Télécharger en Word',
          icone: <FileDown size={18} />,
          href: `${fichiers}/docx`,
        },
        {
          cle: 'texte',
          libelle: 'Texte accessible',
          icone: <BookOpenText size={18} />,
          href: `${adresse}/texte`,
        },
      ]}
    />
  </>
)
