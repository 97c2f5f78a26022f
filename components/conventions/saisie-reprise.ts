import { type DatesReprises, dureeEnMois } from '@/lib/presentation/conventions/reprise'
import type { Reponse } from '@/lib/serveur/action'
import type { FichierDepose } from './depot-scan'

type Signataire = { civilite: string; prenom: string; nom: string; qualite: string }
export type SaisieFormulaireReprise = {
  groupeId: string
  nature: string
  conventionId: string | null
  centreIds: string[]
  modeleCode: string
  intitule: string
  dates: DatesReprises
  signataires: { hopital: Signataire; gestionnaire: Signataire }
}
export type ReponseReprise = { reference: string }
type SignataireEnvoye = Omit<Signataire, 'civilite'> & {
  role: 'HOPITAL' | 'GESTIONNAIRE'
  civilite: 'M' | 'MME' | null
  autorite: null
}
export type SaisieEnvoyee = {
  groupeId: string
  centreIds: string[]
  modeleCode: string | null
  intitule: string
  conventionId: string | null
  dateSignature: string
  dateEffet: string | null
  dureeMois: number | null
  dateFin: string | null
  signataires: SignataireEnvoye[]
  fichierId: string | null
}
export type Reprendre = (saisie: SaisieEnvoyee) => Promise<Reponse<ReponseReprise>>

const VIDE: Signataire = { civilite: '', prenom: '', nom: '', qualite: '' }
export const DATES_VIDES: DatesReprises = {
  dateSignature: '',
  dateEffet: '',
  terme: 'duree',
  duree: '3',
  uniteDuree: 'an',
  dateFin: '',
}
export const SIGNATAIRES_VIDES = { hopital: VIDE, gestionnaire: VIDE }

/** De ce qui est à l'écran à ce que le serveur attend ; il vérifie tout de nouveau. */
export function versSaisieEnvoyee(
  s: SaisieFormulaireReprise,
  scan: FichierDepose | null,
  centresDeLaConvention: readonly string[] | null,
): SaisieEnvoyee {
  const { dates } = s
  const signataire = (role: SignataireEnvoye['role'], x: Signataire): SignataireEnvoye[] =>
    x.nom.trim() || x.qualite.trim()
      ? [
          {
            ...x,
            role,
            qualite: x.qualite.trim() || 'Qualité non précisée',
            civilite: x.civilite === 'M' || x.civilite === 'MME' ? x.civilite : null,
            autorite: null,
          },
        ]
      : []
  return {
    groupeId: s.groupeId,
    centreIds: centresDeLaConvention ? [...centresDeLaConvention] : s.centreIds,
    modeleCode: s.modeleCode || null,
    intitule: s.intitule,
    conventionId: s.nature === 'avenant' ? s.conventionId : null,
    dateSignature: dates.dateSignature,
    dateEffet: dates.dateEffet || null,
    dureeMois: dates.terme === 'duree' ? dureeEnMois(dates) : null,
    dateFin: dates.terme === 'fin' ? dates.dateFin || null : null,
    signataires: [
      ...signataire('HOPITAL', s.signataires.hopital),
      ...signataire('GESTIONNAIRE', s.signataires.gestionnaire),
    ],
    fichierId: scan?.id ?? null,
  }
}
