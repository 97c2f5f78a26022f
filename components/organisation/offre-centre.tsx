import { Details } from '@/components/ui/details'
import type { FicheCentre } from '@/lib/lectures/organisation/fiche-centre'
import { CATEGORIE, moisEtAnnee } from '@/lib/presentation/organisation/libelles'
import type { ActionsFiche } from './actions-fiche'
import { FormulaireOffre } from './formulaires-differes'
import { Section } from './section'

type Proprietes = { fiche: FicheCentre; declarer: ActionsFiche['actionDeclarerOffre'] }

export function OffreDuCentre({ fiche, declarer }: Proprietes) {
  const { offre, offreRenseigneeLe } = fiche
  const sources = [...new Set(offre.map((o) => o.source).filter((s): s is string => s !== null))]
  return (
    <Section
      id="offre"
      titre="Offre de soins"
      complement={offreRenseigneeLe ? `Relevée en ${moisEtAnnee(offreRenseigneeLe)}` : 'Non renseignée'}
    >
      {offreRenseigneeLe === null && offre.length === 0 ? (
        <p className="mb-4 max-w-lecture text-encre-2">
          L’offre de ce centre n’a pas encore été relevée{'\u00a0'}: on ne sait pas ce qu’il propose.
        </p>
      ) : (
        <div className="mb-4 grid gap-6 sm:grid-cols-2">
          {(['CONSULTATION', 'SUPPORT'] as const).map((categorie) => (
            <div key={categorie}>
              <h3 className="mb-1 font-semibold">{CATEGORIE[categorie]}</h3>
              <ul className="list-disc pl-5 marker:text-encre-2">
                {offre
                  .filter((o) => o.categorie === categorie)
                  .map((o) => (
                    <li key={o.code}>{o.libelle}</li>
                  ))}
              </ul>
            </div>
          ))}
        </div>
      )}
      {sources.length > 0 && (
        <p className="mb-4 text-sm text-encre-2">
          Sources{'\u00a0: '}
          {sources.join(' ; ')}
        </p>
      )}
      {fiche.droits.offre && (
        <Details titre={offreRenseigneeLe ? 'Mettre l’offre à jour' : 'Déclarer l’offre du centre'}>
          <FormulaireOffre
            key={fiche.centre.version}
            centre={fiche.centre}
            specialites={fiche.specialites}
            proposees={offre.map((o) => o.code)}
            declarer={declarer}
          />
        </Details>
      )}
    </Section>
  )
}
