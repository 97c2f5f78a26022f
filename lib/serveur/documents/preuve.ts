import 'server-only'
import type { Acteur } from '../../domaine/organisation/acteur'
import { sha256 } from '../../domaine/texte/empreinte'
import { lirePreuves } from '../../lectures/signature/lire-preuves'
import { dossierDePreuve } from '../../presentation/conventions/dossier-de-preuve'
import { type DocumentRendu, rendreEnOuvrier } from './atelier'

/** Dossier de preuve d'un acte partagé que l'acteur voit, ou `null`. Le même, octet pour octet, pour chaque lecteur. */
export async function rendreDossierDePreuve(
  acteur: Acteur,
  reference: string,
): Promise<DocumentRendu | null> {
  const preuves = await lirePreuves(acteur, reference)
  if (!preuves) return null
  const octets = await rendreEnOuvrier(dossierDePreuve(preuves))
  return {
    octets,
    nom: `${reference}-dossier-de-preuve.pdf`,
    type: 'application/pdf',
    empreinte: sha256(octets),
  }
}
