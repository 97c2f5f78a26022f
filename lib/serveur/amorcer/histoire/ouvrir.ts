import 'server-only'
import { SIGNATAIRES } from '../../../../prisma/demonstration/histoire'
import type { Contexte } from '../../../cas-usage/contexte'
import { creerConventions } from '../../../cas-usage/convention/creer-conventions'
import { modifierParametre } from '../../../cas-usage/convention/modifier-parametre'
import type { ValeurParametre } from '../../../domaine/texte/parametres'
import type { Geste } from './pas'

export type Valeurs = Readonly<Record<string, ValeurParametre>>
type Ouverture = {
  acte: string
  modeleCode: string
  centres: readonly string[]
  /** Un seul acte pour tous les gestionnaires. */
  acteGroupe?: boolean
  /** Ce que les fiches ne disent pas, ou disent encore à renseigner. */
  valeurs?: Valeurs
}

/** Un acte des HUPS avec ces centres, d'après la dernière version de ce modèle. */
export const ouvrirDUnModele =
  ({ acte, modeleCode, centres, acteGroupe = false, valeurs = {} }: Ouverture): Geste =>
  async (contexte) => {
    const { tx } = contexte
    const organisation = async (code: string) =>
      (await tx.organisation.findUniqueOrThrow({ where: { code }, select: { id: true } })).id
    const modele = await tx.modeleVersion.findFirstOrThrow({
      where: { groupeId: null, modeleCode, retireeLe: null },
      orderBy: { numero: 'desc' },
    })
    const centreIds: string[] = []
    for (const code of centres) centreIds.push(await organisation(code))
    const { references } = await creerConventions(contexte, {
      modeleVersionId: modele.id,
      groupeId: await organisation('hups'),
      centreIds,
      acteGroupe,
    })
    const reference = references[0] ?? ''
    const { id } = await tx.acte.findFirstOrThrow({
      where: { rang: 0, convention: { reference } },
      select: { id: true },
    })
    for (const [cle, valeur] of Object.entries(valeurs)) await dire(contexte, id, cle, valeur)
    return { [acte]: id, [`reference:${acte}`]: reference }
  }

/** Une convention-cadre de partenariat avec ces centres, ses représentants dits fictifs. */
export const ouvrirLeCadre = (acte: string, centres: readonly string[], valeurs: Valeurs = {}): Geste =>
  ouvrirDUnModele({
    acte,
    modeleCode: 'convention-cadre-partenariat',
    centres,
    valeurs: { ...DU_CADRE, ...valeurs },
  })

/** Qui représente chaque partie dans le texte : les mêmes personnes fictives que celles qui signent. */
export const REPRESENTANTS = {
  institution_representant: { genre: 'personne', ...SIGNATAIRES.HOPITAL },
  gestionnaire_representant: { genre: 'personne', ...SIGNATAIRES.GESTIONNAIRE },
} as const satisfies Valeurs

const DU_CADRE: Valeurs = {
  sites_concernes: { genre: 'liste', elements: ['Bicêtre', 'Paul-Brousse'] },
  ...REPRESENTANTS,
}

async function dire(contexte: Contexte, acteId: string, cle: string, valeur: ValeurParametre): Promise<void> {
  const { conventionId } = await contexte.tx.acte.findUniqueOrThrow({ where: { id: acteId } })
  const connue = await contexte.tx.parametre.findUnique({
    where: { conventionId_cle: { conventionId, cle } },
    select: { version: true },
  })
  await modifierParametre(contexte, { acteId, cle, version: connue?.version ?? 0, valeur })
}
