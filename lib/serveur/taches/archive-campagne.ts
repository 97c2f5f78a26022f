import 'server-only'
import JSZip from 'jszip'
import { z } from 'zod'
import { ErreurMetier } from '../../domaine/erreurs'
import { lireActesDeCampagne } from '../../lectures/campagne/lire-centres'
import { nomDansLArchive, pieceIllisible, TITRE_DES_MANQUES } from '../../presentation/campagne/archive'
import { rendreConvention } from '../documents/rendre'
import { phraseDeLEchec } from '../pannes'
import type { Resultat, Travail } from './registre'

const schema = z.object({ campagneId: z.uuid(), format: z.enum(['pdf', 'docx']) })

/**
 * Les avenants d'une campagne, PDF ou Word, dans une archive. Un document qui ne se fabrique pas n'arrête pas les autres :
 * il est nommé, avec sa raison, dans un texte joint.
 */
export async function fabriquerArchive({ acteur, saisie, maintenant, avancer }: Travail): Promise<Resultat> {
  const { campagneId, format } = schema.parse(saisie)
  await avancer(1, 'Lecture de la campagne')
  const lus = await lireActesDeCampagne(acteur, campagneId)
  if (!lus || lus.actes.length === 0) throw new ErreurMetier('INTROUVABLE')
  const archive = new JSZip()
  const manques: string[] = []
  for (const [i, acte] of lus.actes.entries()) {
    await avancer(2 + (93 * i) / lus.actes.length, `${acte.reference} (${i + 1} sur ${lus.actes.length})`)
    try {
      const rendu = await rendreConvention(acteur, acte.reference, format, maintenant)
      if (!rendu) throw new ErreurMetier('INTROUVABLE')
      archive.file(nomDansLArchive(acte, format), rendu.octets, { date: maintenant })
    } catch (erreur) {
      manques.push(pieceIllisible(acte, phraseDeLEchec(erreur)))
    }
  }
  if (manques.length === lus.actes.length) throw new ErreurMetier('RENDU_IMPOSSIBLE')
  if (manques.length) archive.file(TITRE_DES_MANQUES, manques.join('\r\n'), { date: maintenant })
  await avancer(96, 'Mise en archive')
  // Un PDF est déjà comprimé : on range sans comprimer encore.
  const octets = await archive.generateAsync({ type: 'uint8array', compression: 'STORE' })
  return {
    nom: `Campagne ${lus.titre.replace(/[\\/:*?"<>|]+/g, ' ').slice(0, 80)}.zip`,
    type: 'application/zip',
    octets,
  }
}
