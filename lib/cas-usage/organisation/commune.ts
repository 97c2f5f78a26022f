import type { Tx } from '../../bd/client'
import { ErreurMetier } from '../../domaine/erreurs'
import { departementDe } from '../../domaine/organisation/departements'
import { plier } from '../../domaine/texte/plier'

type Saisie = { codeInsee: string; communeNom: string; tncc: number }
export type CommuneLue = { codeInsee: string; nom: string; tncc: number }

/**
 * La commune de ce code, créée avec son département si elle manque. Un code déjà connu sous un autre nom est une
 * faute de frappe : il est refusé, pour ne pas renommer la commune d'un autre. La liaison, elle, se corrige.
 */
export async function assurerCommune(tx: Tx, saisie: Saisie): Promise<CommuneLue | null> {
  const { codeInsee, communeNom, tncc } = saisie
  if (!codeInsee) return null
  const departement = departementDe(codeInsee)
  if (!departement) throw new ErreurMetier('SAISIE_INVALIDE')
  const nom = communeNom.replaceAll("'", '’')
  await tx.departement.createMany({ data: [departement], skipDuplicates: true })
  await tx.commune.createMany({
    data: [{ codeInsee, nom, tncc, codeDepartement: departement.code }],
    skipDuplicates: true,
  })
  const connue = await tx.commune.findUniqueOrThrow({ where: { codeInsee } })
  if (plier(connue.nom) !== plier(nom)) throw new ErreurMetier('COMMUNE_DIFFERENTE', { nom: connue.nom })
  return tx.commune.update({
    where: { codeInsee },
    data: { tncc },
    select: { codeInsee: true, nom: true, tncc: true },
  })
}
