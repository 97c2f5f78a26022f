import 'server-only'
import { z } from 'zod'
import { avecActeur } from '../../bd/transaction'
import { referenceDActe } from '../../domaine/acte/reference'
import { ErreurMetier } from '../../domaine/erreurs'
import { rendreComparaison } from '../documents/rendre-comparaison'
import type { Resultat, Travail } from './registre'

const cote = z.union([z.number(), z.string()]).transform(String)
const schema = z.object({ de: cote, a: cote, format: z.enum(['pdf', 'docx']) })

/** La version comparée de deux textes, telle que son demandeur peut les lire aujourd'hui. */
export async function fabriquerComparaison({
  acteur,
  acteId,
  saisie,
  maintenant,
  avancer,
}: Travail): Promise<Resultat> {
  const demande = schema.parse(saisie)
  await avancer(10, 'Lecture des deux textes')
  const acte = await avecActeur(acteur, (tx) =>
    tx.acte.findUnique({
      where: { id: acteId },
      select: { rang: true, convention: { select: { reference: true } } },
    }),
  )
  if (!acte) throw new ErreurMetier('INTROUVABLE')
  await avancer(40, demande.format === 'pdf' ? 'Mise en page du PDF' : 'Écriture des révisions Word')
  const rendu = await rendreComparaison(
    acteur,
    referenceDActe(acte.convention.reference, acte.rang),
    demande,
    maintenant,
  )
  if (!rendu) throw new ErreurMetier('INTROUVABLE')
  return { nom: rendu.nom, type: rendu.type, octets: rendu.octets }
}
