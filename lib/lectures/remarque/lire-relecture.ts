import 'server-only'
import { avecActeur } from '../../bd/transaction'
import { estRedacteur } from '../../domaine/acte/droits'
import { peutEcrireEnInterne, peutEcrireRemarque } from '../../domaine/acte/remarques'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { Contenu } from '../../domaine/texte/contenu'
import { memeTexte } from '../../domaine/texte/empreinte'
import type { TexteUnite } from '../../domaine/texte/modifications'
import { type AccordsLus, lireAccords } from '../acceptation/lire-accords'
import { type ConventionLue, lireConvention } from '../convention/lire-convention'
import { parametresDeVersion, texteDeVersion, unitesDeVersion } from '../convention/texte-partage'
import { type FilLu, filsDe } from './lire-remarques'

export type RelectureLue = {
  /** L'acte, au texte de la dernière version partagée : les deux côtés lisent le même. */
  convention: ConventionLue
  numero: number
  fils: FilLu[]
  accords: AccordsLus
  /** Texte de travail des articles réécrits depuis la version ; la direction seule le lit. */
  travail: Record<string, TexteUnite>
  droits: { ecrire: boolean; interne: boolean }
}

/** Relecture d'un acte partagé, ou `null` : inconnu, interdit et jamais partagé ne se distinguent pas. */
export async function lireRelecture(
  acteur: Acteur,
  reference: string,
  maintenant: Date,
): Promise<RelectureLue | null> {
  const convention = await lireConvention(acteur, reference, maintenant)
  const derniere = convention?.versions[0]
  if (!convention || !derniere) return null
  const accords = await lireAccords(acteur, convention.acteId)
  if (!accords) return null
  return avecActeur(acteur, async (tx) => {
    const acte = await tx.acte.findUnique({ where: { id: convention.acteId } })
    const fige = await texteDeVersion(tx, convention.conventionId, derniere.id)
    if (!acte || !fige) return null
    const enCours = estRedacteur(acteur, acte)
      ? await tx.unite.findMany({ where: { acteId: acte.id, omise: false } })
      : []
    const travail = enCours.flatMap((u): [string, TexteUnite][] => {
      const partagee = fige.unites.find((x) => x.identite === u.identite)
      const intacte = partagee && partagee.titre === u.titre && memeTexte(partagee.contenu, u.contenu)
      return intacte ? [] : [[u.identite, { titre: u.titre, contenu: u.contenu as unknown as Contenu }]]
    })
    return {
      convention: {
        ...convention,
        unites: unitesDeVersion(fige, derniere.creeLe, []),
        parametres: parametresDeVersion(fige),
        modifieLe: derniere.creeLe,
        versionLue: derniere.numero,
      },
      numero: derniere.numero,
      fils: await filsDe(tx, acteur, acte),
      accords,
      travail: Object.fromEntries(travail),
      droits: { ecrire: peutEcrireRemarque(acteur, acte), interne: peutEcrireEnInterne(acteur, acte) },
    }
  })
}
