import 'server-only'
import { z } from 'zod'
import { avecActeur } from '../../bd/transaction'
import { referenceDActe } from '../../domaine/acte/reference'
import { ErreurMetier } from '../../domaine/erreurs'
import { rendreConvention } from '../documents/rendre'
import type { Resultat, Travail } from './registre'

const schema = z.object({ format: z.enum(['pdf', 'docx']) })

/** Le PDF ou le DOCX d'un acte, tel que son demandeur le lit aujourd'hui. */
export async function fabriquerDocument({
  acteur,
  acteId,
  saisie,
  maintenant,
  avancer,
}: Travail): Promise<Resultat> {
  const { format } = schema.parse(saisie)
  await avancer(10, 'Lecture du texte')
  const acte = await avecActeur(acteur, (tx) =>
    tx.acte.findUnique({
      where: { id: acteId },
      select: { rang: true, convention: { select: { reference: true } } },
    }),
  )
  if (!acte) throw new ErreurMetier('INTROUVABLE')
  await avancer(40, format === 'pdf' ? 'Mise en page du PDF' : 'Écriture du document Word')
  const rendu = await rendreConvention(
    acteur,
    referenceDActe(acte.convention.reference, acte.rang),
    format,
    maintenant,
  )
  if (!rendu) throw new ErreurMetier('INTROUVABLE')
  return { nom: rendu.nom, type: rendu.type, octets: rendu.octets }
}
