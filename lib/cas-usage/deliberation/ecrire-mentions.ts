import { Prisma } from '../../bd/genere/client'
import { cleDuGestionnaire } from '../../domaine/acte/acte-groupe'
import { cleMention, MENTIONS_DE_DELIBERATION } from '../../domaine/acte/autorite'
import type { DateIso } from '../../domaine/calendrier/dates'
import type { DefinitionParametre, ValeurParametre } from '../../domaine/texte/parametres'
import type { Contexte } from '../contexte'
import type { ActeADeliberer, PartieLue } from './autorite'

type Decision = { numero: string | null; seanceLe: DateIso; transmiseLe: DateIso | null }

/**
 * Reporte la décision dans les mentions tardives que le texte définit pour cette partie : dans un acte groupé, chaque
 * gestionnaire a les siennes. Ni le texte voté ni son empreinte ne bougent.
 */
export async function ecrireMentionsDeDeliberation(
  contexte: Contexte,
  dossier: Pick<ActeADeliberer, 'acte' | 'version'>,
  partie: PartieLue,
  decision: Decision,
): Promise<void> {
  const rang = dossier.acte.parties
    .filter((p) => p.role === 'GESTIONNAIRE')
    .findIndex((p) => p.id === partie.id)
  if (rang < 0) return
  const { numero, seanceLe, transmiseLe } = decision
  const valeurs: Record<keyof typeof MENTIONS_DE_DELIBERATION, ValeurParametre | null> = {
    numero: numero ? { genre: 'texte', texte: numero } : null,
    seanceLe: { genre: 'date', date: seanceLe },
    transmiseLe: transmiseLe ? { genre: 'date', date: transmiseLe } : null,
  }
  for (const [quoi, base] of Object.entries(MENTIONS_DE_DELIBERATION) as [keyof typeof valeurs, string][]) {
    const cle = cleMention(cleDuGestionnaire(base, rang + 1), dossier.acte.rang)
    const definition = dossier.version.texte.definitions.find((d) => d.cle === cle)
    if (definition?.origine === 'mention-tardive')
      await ecrireMention(contexte, dossier.acte.conventionId, definition, valeurs[quoi])
  }
}

/** Écrit une mention tardive de la chaîne ; `null` l'efface. L'appelant a vérifié que sa définition l'est. */
export async function ecrireMention(
  { tx, acteur, maintenant }: Contexte,
  conventionId: string,
  definition: DefinitionParametre,
  valeur: ValeurParametre | null,
): Promise<ValeurParametre | null> {
  const cle = { conventionId, cle: definition.cle }
  const avant = await tx.parametre.findUnique({ where: { conventionId_cle: cle } })
  const data = {
    valeur: valeur === null ? Prisma.DbNull : (valeur as unknown as Prisma.InputJsonValue),
    tardive: true,
    modifieLe: maintenant,
    modifiePar: acteur.utilisateurId,
  }
  if (avant)
    await tx.parametre.update({
      where: { conventionId_cle: cle },
      data: { ...data, version: { increment: 1 } },
    })
  else await tx.parametre.create({ data: { ...cle, ...data } })
  return (avant?.valeur ?? null) as unknown as ValeurParametre | null
}
