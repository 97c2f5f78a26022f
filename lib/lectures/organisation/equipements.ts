import 'server-only'
import { versIsoOuNul } from '../../bd/dates'

export type EquipementLu = {
  id: string
  code: string
  libelle: string
  quantite: number | null
  depuis: string | null
  jusqua: string | null
  source: string | null
  version: number
}

type Ligne = Omit<EquipementLu, 'depuis' | 'jusqua'> & { depuis: Date | null; jusqua: Date | null }

const francais = new Intl.Collator('fr')

/** Équipements d'un lieu, par nom. */
export const versEquipements = (lignes: readonly Ligne[]): EquipementLu[] =>
  lignes
    .map(({ id, code, libelle, quantite, depuis, jusqua, source, version }) => ({
      ...{ id, code, libelle, quantite, source, version },
      depuis: versIsoOuNul(depuis),
      jusqua: versIsoOuNul(jusqua),
    }))
    .sort((a, b) => francais.compare(a.libelle, b.libelle))
