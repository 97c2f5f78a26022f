import { versDate, versDateOuNul } from '../../lib/bd/dates'
import { nouvelId } from '../../lib/bd/identifiants'
import type { Jugement } from '../../lib/domaine/engagement/juger'
import type { Debiteur, Theme } from '../../lib/domaine/engagement/themes'
import { uneConventionSignee } from './signee'
import type { Territoire } from './territoire'

type Ligne = {
  debut: string
  fin: string
  jugement?: Jugement
  etat?: 'ATTENDUE' | 'SAISIE' | 'VALIDEE' | 'CONTESTEE'
  rapport?: readonly [number, number]
}
type Voulu = {
  cle: string
  theme?: Theme
  debiteur?: Debiteur
  genre?: string
  exigibleLe?: string | null
  mesures: readonly Ligne[]
}

/** Une convention signée avec ce centre, et ces engagements mesurés, écrits sans passer par les cas d'usage. */
export async function desEngagements(t: Territoire, centre: string, voulus: readonly Voulu[]) {
  const c = await uneConventionSignee(t, { centre, fin: '2029-01-31' })
  const { organisations, groupeId } = await t.proprietaire.acte.findUniqueOrThrow({ where: { id: c.acteId } })
  for (const v of voulus) {
    const id = nouvelId()
    await t.proprietaire.engagement.create({
      data: {
        id,
        conventionId: c.conventionId,
        groupeId,
        organisations,
        cle: v.cle,
        origine: 'TEXTE',
        libelle: `Promesse ${v.cle}`,
        theme: v.theme ?? 'imagerie',
        debiteur: v.debiteur ?? 'hopital',
        genre: v.genre ?? 'taux',
        recurrence: 'trimestre',
        declaration: {},
        depuis: versDate('2025-01-01'),
        exigibleLe: versDateOuNul(v.exigibleLe === undefined ? '2025-01-01' : v.exigibleLe),
        creeLe: new Date('2025-01-01T00:00:00Z'),
      },
    })
    await t.proprietaire.cibleEngagement.create({
      data: {
        engagementId: id,
        depuis: versDate('2025-01-01'),
        cible: { genre: 'taux', pourcent: 90, sens: 'au-moins' },
        rang: 0,
      },
    })
    await t.proprietaire.mesure.createMany({
      data: v.mesures.map((m) => ({
        id: nouvelId(),
        engagementId: id,
        debut: versDate(m.debut),
        fin: versDate(m.fin),
        etat: m.etat ?? (m.jugement ? 'SAISIE' : 'ATTENDUE'),
        jugement: m.jugement ?? 'non-mesure',
        numerateur: m.rapport?.[0] ?? null,
        denominateur: m.rapport?.[1] ?? null,
        contestationMotif: m.etat === 'CONTESTEE' ? 'Nos chiffres diffèrent' : null,
      })),
    })
  }
  return c
}
