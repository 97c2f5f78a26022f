import { compter, nombre } from '@/lib/presentation/typographie'

type Equipement = {
  id: string
  libelle: string
  quantite: number | null
  depuis: string | null
  source: string | null
}

/** Équipements relevés, avec l'année du relevé et la source. */
export function EquipementsListe({ equipements }: { equipements: readonly Equipement[] }) {
  if (equipements.length === 0) return <p className="text-encre-2">Non renseigné.</p>
  const sources = [...new Set(equipements.map((e) => e.source).filter((s): s is string => s !== null))]
  const annees = [...new Set(equipements.map((e) => e.depuis?.slice(0, 4)).filter(Boolean))]
  return (
    <>
      <ul className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
        {equipements.map((e) => (
          <li key={e.id} className="flex justify-between gap-4 border-b border-trait py-1">
            <span>{e.libelle}</span>
            {e.quantite !== null && <span className="tabular-nums">{nombre(e.quantite)}</span>}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-encre-2">
        {compter(equipements.length, 'ligne relevée', 'lignes relevées')}
        {annees.length > 0 && ` en ${annees.join(', ')}`}
        {sources.length > 0 && `. Source\u00a0: ${sources.join(' ; ')}`}
      </p>
    </>
  )
}
