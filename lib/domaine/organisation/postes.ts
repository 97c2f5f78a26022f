import type { NatureOrganisation } from './acteur'
import type { NatureGestionnaire } from './designations'

export type Poste = { code: string; masculin: string; feminin: string; signataire: boolean }

const poste = (code: string, masculin: string, feminin: string, signataire = false): Poste => ({
  code,
  masculin,
  feminin,
  signataire,
})

const DIRIGEANT: Record<NatureGestionnaire, Poste> = {
  COMMUNE: poste('maire', 'Maire', 'Maire', true),
  EPCI: poste('president', 'Président', 'Présidente', true),
  ASSOCIATION: poste('president', 'Président', 'Présidente', true),
  MUTUELLE: poste('president', 'Président', 'Présidente', true),
  HOPITAL: poste('directeur', 'Directeur', 'Directrice', true),
}

/** Postes que toute organisation de cette nature a dès sa création, sans titulaire : l'écran les demandera. */
export function postesDe(nature: NatureOrganisation, gestionnaire: NatureGestionnaire | null): Poste[] {
  switch (nature) {
    case 'INSTITUTION':
      return [poste('directeur-general', 'Directeur général', 'Directrice générale', true)]
    case 'GROUPE_HOSPITALIER':
      return [
        poste(
          'directeur-groupe',
          'Directeur du groupe hospitalier',
          'Directrice du groupe hospitalier',
          true,
        ),
        poste(
          'president-cme',
          'Président de la commission médicale d’établissement',
          'Présidente de la commission médicale d’établissement',
        ),
      ]
    case 'GESTIONNAIRE':
      return [DIRIGEANT[gestionnaire ?? 'COMMUNE']]
    case 'CENTRE':
      return [
        poste('directeur-medical', 'Directeur médical', 'Directrice médicale'),
        poste('directeur-administratif', 'Directeur administratif', 'Directrice administrative'),
      ]
    case 'SITE':
    case 'POLE':
    case 'SERVICE':
      return []
  }
}
