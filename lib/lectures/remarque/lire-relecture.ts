import 'server-only'
import { avecActeur } from '../../bd/transaction'
import { groupesDAccord } from '../../domaine/acte/accords'
import { estRedacteur } from '../../domaine/acte/droits'
import { peutEcrireEnInterne, peutEcrireRemarque } from '../../domaine/acte/remarques'
import type { TexteFige } from '../../domaine/acte/version'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { Contenu } from '../../domaine/texte/contenu'
import { memeTexte } from '../../domaine/texte/empreinte'
import type { TexteUnite } from '../../domaine/texte/modifications'
import { type AccordsLus, lireAccords } from '../acceptation/lire-accords'
import { type ConventionLue, lireConvention } from '../convention/lire-convention'
import { parametresDeVersion, texteDeVersion, unitesDeVersion } from '../convention/texte-partage'
import { type FilLu, filsDe } from './lire-remarques'

export type RelectureLue = {
  /** L'acte, au texte de la version partagée que l'on montre : les deux côtés lisent le même. */
  convention: ConventionLue
  numero: number
  fils: FilLu[]
  accords: AccordsLus
  /** Texte de travail des articles réécrits depuis la version ; la direction seule le lit. */
  travail: Record<string, TexteUnite>
  droits: { ecrire: boolean; interne: boolean }
}

/**
 * Relecture d'un acte partagé, ou `null` : inconnu, interdit et jamais partagé ne se distinguent pas. `versionId` : cette
 * version et elle seule, celle que nomme un lien personnel ; sans lui, la dernière.
 */
export async function lireRelecture(
  acteur: Acteur,
  reference: string,
  maintenant: Date,
  versionId: string | null = null,
): Promise<RelectureLue | null> {
  const convention = await lireConvention(acteur, reference, maintenant, versionId)
  const derniere = convention?.versions[0]
  const montree = versionId ? convention?.versions.find((v) => v.id === versionId) : derniere
  if (!convention || !derniere || !montree) return null
  const courants = await lireAccords(acteur, convention.acteId)
  if (!courants) return null
  return avecActeur(acteur, async (tx) => {
    const acte = await tx.acte.findUnique({ where: { id: convention.acteId } })
    const fige = await texteDeVersion(tx, convention.conventionId, montree.id)
    if (!acte || !fige) return null
    const accords = montree.id === derniere.id ? courants : accordsDUneAncienne(courants, fige)
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
        unites: unitesDeVersion(fige, montree.creeLe, []),
        parametres: parametresDeVersion(fige),
        modifieLe: montree.creeLe,
        versionLue: montree.numero,
      },
      numero: montree.numero,
      fils: await filsDe(tx, acteur, acte),
      accords,
      travail: Object.fromEntries(travail),
      droits: { ecrire: peutEcrireRemarque(acteur, acte), interne: peutEcrireEnInterne(acteur, acte) },
    }
  })
}

/** Un accord porte sur le dernier texte : une version plus ancienne garde son plan, sans dire où en sont les accords. */
const accordsDUneAncienne = (courants: AccordsLus, fige: TexteFige): AccordsLus => ({
  ...courants,
  groupes: groupesDAccord(fige.unites),
  unites: {},
  peutAccepter: false,
})
