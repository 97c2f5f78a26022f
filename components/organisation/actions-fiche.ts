import type { z } from 'zod'
import type {
  schemaAjoutBesoin,
  schemaFiche,
  schemaModificationBesoin,
  schemaOffre,
  schemaReponseBesoin,
  schemaTitulaire,
} from '@/lib/domaine/organisation/saisies'
import type {
  schemaAjoutEquipement,
  schemaFinEquipement,
  schemaModificationEquipement,
} from '@/lib/domaine/organisation/saisies-equipements'
import type { Reponse } from '@/lib/serveur/action'

type Ecriture<S extends z.ZodType, T = void> = (saisie: z.input<S>) => Promise<Reponse<T>>

/** Formulaire avec `organisationId` et `fichier`. */
export type DeposerLogo = (formulaire: FormData) => Promise<Reponse<{ fichierId: string }>>
export type RenseignerTitulaire = Ecriture<typeof schemaTitulaire>

/** Écritures des équipements d'un lieu. */
export type ActionsEquipements = {
  actionAjouterEquipement: Ecriture<typeof schemaAjoutEquipement, { equipementId: string }>
  actionModifierEquipement: Ecriture<typeof schemaModificationEquipement>
  actionTerminerEquipement: Ecriture<typeof schemaFinEquipement>
}

/** Écritures d'une fiche : elles arrivent de la page, jamais importées ici. */
export type ActionsFiche = ActionsEquipements & {
  actionAjouterBesoin: Ecriture<typeof schemaAjoutBesoin, { besoinId: string }>
  actionModifierBesoin: Ecriture<typeof schemaModificationBesoin>
  actionRepondreBesoin: Ecriture<typeof schemaReponseBesoin, { reponseId: string }>
  actionCompleterFiche: Ecriture<typeof schemaFiche>
  actionRenseignerTitulaire: RenseignerTitulaire
  actionDeclarerOffre: Ecriture<typeof schemaOffre>
  actionDeposerLogo: DeposerLogo
}
