import { approbationsDuTexte, type UniteSoumise } from '../domaine/modele/adaptations'
import type { Contenu } from '../domaine/texte/contenu'
import type { ApprobationDemandee } from '../domaine/texte/modele-source'
import type { AccordAdaptation, Variante } from '../domaine/texte/unites'
import type { Tx } from './client'
import { Prisma } from './genere/client'

type ActeAApprouver = { id: string; modeleVersionId: string | null }

/**
 * Avis et accords que demande cet acte sur sa dernière version partagée : ceux du modèle, plus les fonctions qu'appellent
 * ses articles adaptés. Se lit du texte figé, que tous ceux qui voient l'acte lisent : la liste est la même pour chacun.
 */
export async function approbationsDemandees(tx: Tx, acte: ActeAApprouver): Promise<ApprobationDemandee[]> {
  const versionId = acte.modeleVersionId ?? (await modeleDeLaChaine(tx, acte.id))
  if (!versionId) return []
  const modele = await tx.modeleVersion.findUnique({
    where: { id: versionId },
    select: {
      approbations: true,
      unites: { where: { accordAdaptation: { not: Prisma.DbNull } }, orderBy: { rang: 'asc' } },
    },
  })
  const duModele = (modele?.approbations ?? []) as unknown as ApprobationDemandee[]
  if (!modele?.unites.length) return duModele
  const derniere = await tx.versionActe.findFirst({
    where: { acteId: acte.id },
    orderBy: { numero: 'desc' },
    select: { texte: true },
  })
  const soumises = modele.unites.map(
    (u): UniteSoumise => ({
      identite: u.identite,
      titre: u.titre,
      contenu: u.contenu as unknown as Contenu,
      facultative: u.facultative,
      variantes: u.variantes as unknown as Variante[],
      accordAdaptation: u.accordAdaptation as unknown as AccordAdaptation,
    }),
  )
  const texte = (derniere?.texte ?? null) as unknown as Parameters<typeof approbationsDuTexte>[2]
  return approbationsDuTexte(duModele, soumises, texte)
}

/** Un avenant se mesure au modèle dont sa convention est née. */
async function modeleDeLaChaine(tx: Tx, acteId: string): Promise<string | null> {
  const initial = await tx.acte.findFirst({
    where: { rang: 0, convention: { actes: { some: { id: acteId, genre: 'AVENANT' } } } },
    select: { modeleVersionId: true },
  })
  return initial?.modeleVersionId ?? null
}
