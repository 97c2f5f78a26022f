import 'server-only'
import JSZip from 'jszip'
import { z } from 'zod'
import { rendreDocx } from '../../documents/docx'
import { ErreurMetier } from '../../domaine/erreurs'
import { lireDossierConseil } from '../../lectures/acte/lire-dossier-conseil'
import { dossierDuConseil } from '../../presentation/conseil/dossier'
import type { Resultat, Travail } from './registre'

const SAISIE = z.object({ partieId: z.string().optional() })

/** Le dossier du conseil, quatre documents Word au plus dans une archive, tel que son demandeur lit l'acte aujourd'hui. */
export async function fabriquerDossierConseil({
  acteur,
  acteId,
  saisie,
  maintenant,
  avancer,
}: Travail): Promise<Resultat> {
  await avancer(5, 'Lecture du texte soumis au vote')
  const lu = await lireDossierConseil(acteur, acteId, maintenant, SAISIE.parse(saisie).partieId)
  if (!lu) throw new ErreurMetier('INTROUVABLE')
  const pieces = dossierDuConseil(lu)
  const archive = new JSZip()
  for (const [i, { nom, document }] of pieces.entries()) {
    await avancer(
      10 + Math.round((80 * i) / pieces.length),
      `Écriture de « ${nom.replace(/^\d+ - |\.docx$/g, '')} »`,
    )
    archive.file(nom, await rendreDocx(document), { date: lu.version.creeLe })
  }
  await avancer(95, 'Mise en archive')
  const octets = await archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
  return { nom: `Dossier du conseil ${lu.reference}.zip`, type: 'application/zip', octets }
}
