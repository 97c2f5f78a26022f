import type { z } from 'zod'
import { cleDeRepresentant } from '../../domaine/avenant/parties'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { enregistrerRetouche, type RetoucheEnregistree } from './enregistrer-retouche'
import { chargerProjet } from './projet'
import type { schemaChangerQualite } from './saisies'

/**
 * Change la qualité de qui représente une partie dans la comparution (« son maire » → « son adjointe déléguée »). D'une
 * personne on ne vote que la fonction : le nom seul ne fait pas un avenant, et revenir à la fonction d'aujourd'hui efface la
 * retouche. Refuse un texte qui ne dit pas qui représente la partie.
 */
export async function changerQualite(
  contexte: Contexte,
  saisie: z.output<typeof schemaChangerQualite>,
): Promise<RetoucheEnregistree> {
  const p = await chargerProjet(contexte, saisie.acteId)
  const cle = cleDeRepresentant(saisie)
  const depart = p.base.valeurs[cle]
  if (depart?.genre !== 'personne') throw new ErreurMetier('INTROUVABLE')
  const { civilite, prenom, nom, qualite } = saisie
  const autre = civilite === 'MME' ? 'feminin' : 'masculin'
  // La même qualité, au genre près, n'est pas un changement.
  const fonction =
    depart.fonction[autre] === qualite ? depart.fonction : { masculin: qualite, feminin: qualite }
  return enregistrerRetouche(
    contexte,
    p,
    { cible: 'valeur', cle, depart, voulu: { genre: 'personne', civilite, prenom, nom, fonction } },
    saisie.version,
  )
}
