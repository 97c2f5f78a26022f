import type { Tx } from '../../bd/client'
import type { ChoixDuCentre, JeuCommun } from '../../domaine/avenant/campagne'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { ValeurParametre } from '../../domaine/texte/parametres'

export type CampagneEnMain = {
  id: string
  groupeId: string
  titre: string
  motif: string | null
  acteId: string
  modeleCode: string | null
  jeu: JeuCommun
}

/** Campagne du groupe de l'acteur ; pour tout autre, elle n'existe pas (INTROUVABLE). */
export async function chargerCampagne(tx: Tx, acteur: Acteur, campagneId: string): Promise<CampagneEnMain> {
  const c = await tx.campagne.findUnique({ where: { id: campagneId } })
  if (!c || !acteur.groupes.includes(c.groupeId)) throw new ErreurMetier('INTROUVABLE')
  return { ...c, jeu: c.jeu as unknown as JeuCommun }
}

/** Un centre de la campagne, verrouillé jusqu'au commit : deux préparations au même instant se suivent. */
export async function chargerCentre(tx: Tx, campagneId: string, conventionId: string) {
  await tx.$queryRaw`SELECT 1 FROM campagne_centre
    WHERE campagne_id = ${campagneId}::uuid AND convention_id = ${conventionId}::uuid FOR UPDATE`
  const centre = await tx.campagneCentre.findUnique({
    where: { campagneId_conventionId: { campagneId, conventionId } },
  })
  if (!centre) throw new ErreurMetier('INTROUVABLE')
  const valeurs = centre.valeurs as unknown as Readonly<Record<string, ValeurParametre>>
  return { ...centre, choix: { valeurs, ecartees: centre.ecartees } satisfies ChoixDuCentre }
}

export const cleDuCentre = (campagneId: string, conventionId: string) => ({
  campagneId_conventionId: { campagneId, conventionId },
})
