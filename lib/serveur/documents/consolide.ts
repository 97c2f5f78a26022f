import 'server-only'
import { rendreDocx } from '../../documents/docx'
import { consolider } from '../../domaine/avenant/consolider'
import { estDateIso } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'
import { lireChaine } from '../../lectures/avenant/lire-chaine'
import { lireLogos } from '../../lectures/convention/lire-logos'
import { documentConsolide } from '../../presentation/avenant/document-consolide'
import { type DocumentRendu, empreinteDuRendu, groupe, ouMalheur, TYPES } from './atelier'

/**
 * Version consolidée d'une convention à une date, ou `null` : convention inconnue ou interdite, date ou format qui n'en est
 * pas un. Elle ne se garde pas : une signature la change.
 */
export async function rendreConsolide(
  acteur: Acteur,
  reference: string,
  demande: { le: string | null; format: string | null },
  maintenant: Date,
): Promise<DocumentRendu | null> {
  const { le, format } = demande
  if (!le || !estDateIso(le) || (format !== 'pdf' && format !== 'docx')) return null
  const lu = await lireChaine(acteur, reference, maintenant)
  if (!lu) return null
  const { convention, chaine } = lu
  const document = documentConsolide(
    {
      reference: convention.reference,
      intitule: convention.modele?.intitule ?? convention.titre,
      groupe: convention.groupe.nom,
      signeLe: chaine.initial.signeLe,
      date: le,
      consolidation: consolider(chaine.etat, chaine.avenants, le),
    },
    await lireLogos(acteur, convention),
  )
  const rendu = await ouMalheur(() => groupe().rendre(document))
  // Le sommaire de Word reprend les pages du PDF.
  const octets = new Uint8Array(
    format === 'pdf' ? rendu.octets : await ouMalheur(() => rendreDocx(document, { pages: rendu.pages })),
  )
  return {
    octets,
    nom: `${convention.reference}-consolide-${le}.${format}`,
    type: TYPES[format],
    empreinte: empreinteDuRendu(document, format),
  }
}
