import type { Deposer } from '@/components/conventions/depot-scan'
import type { Contenu } from '@/lib/domaine/texte/contenu'
import type { ValeurParametre } from '@/lib/domaine/texte/parametres'
import type { OrigineUnite } from '@/lib/domaine/texte/unites'
import type { ValeurSuivie } from '@/lib/domaine/texte/variantes'
import type { ConventionLue, FichesConsultees, SignataireLu } from '@/lib/presentation/redaction/types'
import type { Reponse } from '@/lib/serveur/action'

type Version = { version: number }
type Unite = { acteId: string; identite: string; version: number }
export type UniteEnregistree = Version & { identite: string; origine: OrigineUnite; variante: string | null }

/** Ce que la page donne à l'écran de rédaction ; chaque écriture revient avec sa nouvelle version. */
export type ActionsRedaction = {
  enregistrerUnite: (
    s: Unite & { titre?: string | null; contenu: Contenu },
  ) => Promise<Reponse<UniteEnregistree | Version>>
  /** Rend aussi les valeurs que la variante a entraînées, ou laissées parce qu'elles avaient été changées. */
  choisirVarianteUnite: (
    s: Unite & { variante: string | null },
  ) => Promise<Reponse<UniteEnregistree & { valeurs: ValeurSuivie[] }>>
  omettre: (s: Unite & { motif: string }) => Promise<Reponse<Version>>
  motiver: (s: Unite & { motif: string }) => Promise<Reponse<Version>>
  retablir: (s: Unite) => Promise<Reponse<Version>>
  deposer: Deposer
  joindreFormulaireVierge: (s: Unite & { fichierId: string | null }) => Promise<Reponse<Version>>
  enregistrerParametre: (s: {
    acteId: string
    cle: string
    version: number
    valeur: ValeurParametre | null
  }) => Promise<Reponse<Version>>
  reprendreDeLaFiche: (s: { acteId: string; cle: string; version: number }) => Promise<Reponse<Version>>
  enregistrerSignataires: (s: {
    acteId: string
    partieId: string
    version: number
    signataires: SignataireLu[]
  }) => Promise<Reponse<Version>>
  abandonner: (s: { acteId: string; version: number; motif: string }) => Promise<Reponse<Version>>
  relireActe: (reference: string) => Promise<Reponse<ConventionLue>>
  relireFiches: (s: { acteId: string }) => Promise<Reponse<FichesConsultees>>
}
