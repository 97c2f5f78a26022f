import type { CentreTrouve, ConventionTrouvee } from '../lectures/recherche/rechercher'
import { adresseConvention } from './conventions/adresses'

/** Entrées de la palette : la ville d'abord, la référence en précision. */
export function versResultats(trouves: {
  centres: readonly CentreTrouve[]
  conventions: readonly ConventionTrouvee[]
}): { cle: string; groupe: string; libelle: string; precision?: string; href: string }[] {
  return [
    ...trouves.conventions.map((c) => ({
      cle: c.reference,
      groupe: 'Conventions',
      libelle: [c.commune, c.titre].filter(Boolean).join(' – '),
      precision: c.reference,
      href: adresseConvention(c.reference),
    })),
    ...trouves.centres.map((c) => ({
      cle: c.code,
      groupe: 'Centres de santé',
      libelle: c.nom,
      ...(c.commune ? { precision: c.commune } : {}),
      href: `/cms/${c.code}`,
    })),
  ]
}
