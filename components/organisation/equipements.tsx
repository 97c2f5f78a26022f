import { Details } from '@/components/ui/details'
import { enCours } from '@/lib/domaine/organisation/fiche'
import type { EquipementLu } from '@/lib/lectures/organisation/equipements'
import { periodeEquipement } from '@/lib/presentation/organisation/equipements'
import { nombre, typographier } from '@/lib/presentation/typographie'
import type { ActionsEquipements } from './actions-fiche'
import { FormulaireAjoutEquipement, FormulaireEquipement } from './formulaires-differes'

/** Un lieu et ce qu'on y trouve ; `titre` absent quand la page n'en montre qu'un. */
export type LieuEquipe = {
  id: string
  titre: string | null
  equipements: readonly EquipementLu[]
}
type Proprietes = {
  lieux: readonly LieuEquipe[]
  aujourdhui: string
  /** `null` : l'acteur lit sans écrire. */
  actions: ActionsEquipements | null
}

/** Équipements datés, lieu par lieu : ceux d'aujourd'hui, puis ceux qui ne servent plus. */
export function Equipements({ lieux, aujourdhui, actions }: Proprietes) {
  const garnis = lieux.filter((l) => l.equipements.length > 0)
  return (
    <>
      {garnis.length === 0 && <p className="mb-4 text-encre-2">Non renseigné.</p>}
      {garnis.map((l) => (
        <Lieu key={l.id} lieu={l} aujourdhui={aujourdhui} actions={actions} />
      ))}
      {actions && (
        <Details titre="Ajouter un équipement">
          <FormulaireAjoutEquipement
            lieux={lieux.map((l) => ({ valeur: l.id, libelle: l.titre ?? '' }))}
            ajouter={actions.actionAjouterEquipement}
          />
        </Details>
      )}
    </>
  )
}

function Lieu({
  lieu,
  aujourdhui,
  actions,
}: Pick<Proprietes, 'aujourdhui' | 'actions'> & { lieu: LieuEquipe }) {
  const passes = lieu.equipements.filter((e) => e.jusqua !== null && e.jusqua < aujourdhui)
  const presents = lieu.equipements.filter((e) => !passes.includes(e))
  const commune = sourceCommune(lieu.equipements)
  const lignes = (equipements: readonly EquipementLu[]) => (
    <ul className="divide-y divide-trait border-y border-trait">
      {equipements.map((e) => (
        <Ligne key={e.id} equipement={e} commune={commune} aujourdhui={aujourdhui} actions={actions} />
      ))}
    </ul>
  )
  return (
    <div className="mb-6">
      {lieu.titre && <h3 className="mb-1 font-semibold">{lieu.titre}</h3>}
      {presents.length > 0 ? lignes(presents) : <p className="text-encre-2">Aucun à ce jour.</p>}
      {commune && (
        <p className="mt-2 text-sm text-encre-2">
          Source, sauf mention contraire{'\u00a0'}: {typographier(commune)}
        </p>
      )}
      {passes.length > 0 && (
        <Details titre="Équipements qui ne servent plus" className="mt-2 border-none last:border-none">
          {lignes(passes)}
        </Details>
      )}
    </div>
  )
}

/** Source d'au moins deux lignes, la plus fréquente : dite une fois sous la liste, non à chaque ligne. */
function sourceCommune(equipements: readonly EquipementLu[]): string | null {
  const sources = equipements.map((e) => e.source).filter((s) => s !== null)
  const nombreDe = (s: string) => sources.filter((x) => x === s).length
  const frequente = sources.toSorted((a, b) => nombreDe(b) - nombreDe(a))[0]
  return frequente && nombreDe(frequente) > 1 ? frequente : null
}

function Ligne({
  equipement: e,
  commune,
  aujourdhui,
  actions,
}: Pick<Proprietes, 'aujourdhui' | 'actions'> & { equipement: EquipementLu; commune: string | null }) {
  const precisions = [
    periodeEquipement(e, aujourdhui),
    e.source !== commune && (e.source ? `source\u00a0: ${typographier(e.source)}` : 'source non renseignée'),
  ].filter(Boolean)
  return (
    <li className="py-2">
      <div className="flex items-baseline justify-between gap-4">
        <span className={enCours(e, aujourdhui) ? 'font-medium' : 'text-encre-2'}>
          {typographier(e.libelle)}
        </span>
        {e.quantite !== null && (
          <span className="tabular-nums">
            <span className="sr-only">Nombre{'\u00a0'}: </span>
            {nombre(e.quantite)}
          </span>
        )}
      </div>
      {precisions.length > 0 && (
        <p className="text-sm text-encre-2 first-letter:uppercase">{precisions.join(', ')}</p>
      )}
      {actions && (
        <Details
          titre={
            <>
              {e.jusqua ? 'Corriger' : 'Corriger ou dater la fin'}
              <span className="sr-only">{`\u00a0: ${e.libelle}`}</span>
            </>
          }
          className="border-none text-sm last:border-none"
        >
          <FormulaireEquipement
            key={e.version}
            equipement={e}
            aujourdhui={aujourdhui}
            modifier={actions.actionModifierEquipement}
            terminer={actions.actionTerminerEquipement}
          />
        </Details>
      )}
    </li>
  )
}
