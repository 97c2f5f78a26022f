import { nouvelId } from '../../bd/identifiants'
import { etatDeLUnite } from '../../domaine/acte/accords'
import type { Contexte } from '../contexte'
import { etatDesAccords, type VersionLue } from './texte-a-accepter'

type Don = {
  acteId: string
  version: Pick<VersionLue, 'id'>
  organisations: readonly string[]
  /** Empreinte lue, par identité ; identité vide pour l'ensemble. */
  lues: Readonly<Record<string, string>>
  codeId?: string
}

/** Écrit les accords qui manquent, au nom de chaque organisation ; un accord déjà donné sur ces mots n'est pas redit. */
export async function donnerAccords({ tx, acteur, maintenant }: Contexte, don: Don): Promise<number> {
  const { accords } = await etatDesAccords(tx, don.acteId)
  const data = don.organisations.flatMap((organisationId) =>
    Object.entries(don.lues)
      .filter(([identite, e]) => etatDeLUnite(accords, [organisationId], identite, e) !== 'accepte')
      .map(([identite, empreinte]) => ({
        id: nouvelId(maintenant.getTime()),
        acteId: don.acteId,
        versionId: don.version.id,
        organisationId,
        identite,
        empreinte,
        auteurId: acteur.utilisateurId,
        auteurNom: acteur.nom,
        le: maintenant,
        codeId: don.codeId ?? null,
      })),
  )
  if (data.length) await tx.acceptation.createMany({ data })
  return data.length
}
