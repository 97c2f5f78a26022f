import { Details } from '@/components/ui/details'
import { NATURES_BESOIN } from '@/lib/domaine/organisation/besoins'
import type { FicheCentre } from '@/lib/lectures/organisation/fiche-centre'
import { dateSelon, NATURE_BESOIN } from '@/lib/presentation/organisation/libelles'
import { compter } from '@/lib/presentation/typographie'
import type { ActionsFiche } from './actions-fiche'
import { Besoin } from './besoin'
import { FormulaireAjoutBesoin } from './formulaires-differes'
import { Section } from './section'

type Proprietes = { fiche: FicheCentre; actions: ActionsFiche; aujourdhui: string }

export function BesoinsDuCentre({ fiche, actions, aujourdhui }: Proprietes) {
  const { besoins, droits } = fiche
  return (
    <Section id="besoins" titre="Besoins et réponses" complement={recueil(fiche)}>
      {besoins.length === 0 && (
        <p className="mb-4 max-w-lecture text-encre-2">
          {fiche.besoinsRecueillisLe
            ? 'Le centre a été interrogé et n’a exprimé aucun besoin.'
            : 'Les besoins de ce centre n’ont pas encore été recueillis : on ne sait pas ce qui lui manque.'}
        </p>
      )}
      {NATURES_BESOIN.map((nature) => {
        const siens = besoins.filter((b) => b.nature === nature)
        if (siens.length === 0) return null
        return (
          <div key={nature} className="mb-6">
            <h3 className="mb-1 flex items-baseline justify-between gap-4 font-semibold">
              {NATURE_BESOIN[nature]}
              <span className="text-sm font-normal text-encre-2">{compter(siens.length, 'besoin')}</span>
            </h3>
            <ul className="divide-y divide-trait border-y border-trait">
              {siens.map((b) => (
                <Besoin key={b.id} besoin={b} fiche={fiche} actions={actions} aujourdhui={aujourdhui} />
              ))}
            </ul>
          </div>
        )
      })}
      {droits.besoins && (
        <Details titre="Ajouter un besoin">
          <FormulaireAjoutBesoin
            centreId={fiche.centre.id}
            specialites={fiche.specialites}
            aujourdhui={aujourdhui}
            ajouter={actions.actionAjouterBesoin}
          />
        </Details>
      )}
    </Section>
  )
}

/** D'où viennent les besoins ; la date ne dit jamais plus que sa source. */
function recueil({ besoinsRecueillisLe, besoins }: FicheCentre): string {
  if (!besoinsRecueillisLe) return 'Recueil complet non renseigné'
  const reunion = besoins.find((b) => b.reunion?.date === besoinsRecueillisLe)?.reunion
  return reunion
    ? `Recueil\u00a0: ${reunion.intitule}, ${dateSelon(reunion.date, reunion.precision)}`
    : `Recueil complet au ${dateSelon(besoinsRecueillisLe, 'jour')}`
}
