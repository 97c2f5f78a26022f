import { FileSpreadsheet } from 'lucide-react'
import { EntetePage } from '@/components/ui/entete-page'
import { EtatVide } from '@/components/ui/etat-vide'
import { LienBouton } from '@/components/ui/lien-bouton'
import type { Choix } from '@/lib/lectures/demande/lire-demandes'
import type { LotLu } from '@/lib/lectures/demande/lister-lots'
import { DeposerTableur } from './deposer-tableur'
import { Lot } from './lot'
import type { ActionsImport } from './types'

type Proprietes = { centres: Choix[]; sites: Choix[]; tient: boolean; lots: LotLu[]; actions: ActionsImport }

export function PageImport({ centres, sites, tient, lots, actions }: Proprietes) {
  return (
    <>
      <EntetePage
        titre="Importer des demandes"
        filAriane={[{ libelle: 'Demandes', href: '/demandes' }, { libelle: 'Importer' }]}
        description="Déposez le tableur de votre secrétariat. Rien n’entre avant un essai à blanc, ligne par ligne, et un import s’annule d’un bloc."
        actions={
          <LienBouton href="/api/demandes/modele" prefetch={false} download variante="secondaire">
            Télécharger le modèle vide
          </LienBouton>
        }
      />
      <div className="flex flex-col gap-10">
        {tient ? (
          <DeposerTableur centres={centres} sites={sites} deposer={actions.deposer} />
        ) : (
          <EtatVide icone={<FileSpreadsheet size={28} />} titre="Aucune demande à tenir">
            <p>L’import est ouvert à qui tient les demandes d’un centre ou d’un site sous convention.</p>
          </EtatVide>
        )}
        {lots.length > 0 && (
          <section aria-labelledby="lots" className="flex flex-col gap-6">
            <h2 id="lots" className="font-serif text-xl font-semibold">
              Tableurs déposés
            </h2>
            {lots.map((lot) => (
              <Lot key={`${lot.id}-${lot.version}`} lot={lot} actions={actions} />
            ))}
          </section>
        )}
      </div>
    </>
  )
}
