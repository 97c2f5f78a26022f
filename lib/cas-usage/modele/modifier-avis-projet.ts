import type { z } from 'zod'
import type { Prisma } from '../../bd/genere/client'
import { ErreurMetier } from '../../domaine/erreurs'
import { LIBELLES_FONCTION } from '../../domaine/organisation/fonctions-validation'
import type { ApprobationDemandee } from '../../domaine/texte/modele-source'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { chargerProjet, ecrireProjet } from './charger-projet'
import type { schemaAvisProjet } from './saisies'

/**
 * Fixe les avis et accords que la version demandera avant la signature, dans l'ordre où ils se rendent. Une fonction ne s'y
 * trouve qu'une fois. Les conventions nées d'une version antérieure gardent les leurs.
 */
export async function modifierAvisProjet(
  contexte: Contexte,
  { projetId, version, avis }: z.output<typeof schemaAvisProjet>,
): Promise<{ version: number }> {
  const projet = await chargerProjet(contexte.tx, contexte.acteur, projetId)
  if (new Set(avis.map((a) => a.fonction)).size !== avis.length) throw new ErreurMetier('SAISIE_INVALIDE')
  const connus = projet.approbations as unknown as ApprobationDemandee[]
  const apres = avis.map(({ fonction, nature, source }): ApprobationDemandee => {
    const connu = connus.find((c) => c.fonction === fonction)
    const libelle = connu?.libelle ?? LIBELLES_FONCTION[fonction].masculin
    return { fonction, libelle, nature, ...(source ? { source } : {}) }
  })
  const ecrit = await ecrireProjet(contexte, projet.id, version, {
    approbations: apres as unknown as Prisma.InputJsonValue,
  })
  await journaliser(contexte, {
    organisationId: projet.groupeId,
    evenement: 'avis-modele-modifies',
    cible: projet.modeleCode,
    donnees: { avant: connus.map(dit), apres: apres.map(dit) },
  })
  return ecrit
}

const dit = (a: ApprobationDemandee): string => `${a.nature} : ${a.libelle}`
