import { versDate, versDateOuNul } from '../../lib/bd/dates'
import { nouvelId } from '../../lib/bd/identifiants'
import type { Acteur } from '../../lib/domaine/organisation/acteur'
import type { Territoire } from './territoire'
import { unBrouillon } from './territoire'

type Dates = { signature?: string; effet?: string | null; fin?: string | null; centre?: string }

/** Une convention-cadre signée et partagée, avec deux signataires de chaque côté et un préavis de six mois. */
export async function uneConventionSignee(t: Territoire, d: Dates = {}) {
  const acte = await unBrouillon(t, d.centre)
  const parties = await t.proprietaire.partie.findMany({ where: { acteId: acte.acteId } })
  await t.proprietaire.signataire.deleteMany({ where: { partieId: { in: parties.map((p) => p.id) } } })
  await t.proprietaire.signataire.createMany({
    data: parties.flatMap((p) =>
      ['Premier', 'Second'].map((nom, i) => ({
        id: nouvelId(),
        partieId: p.id,
        rang: i + 1,
        civilite: 'MME' as const,
        prenom: 'Alix',
        nom: `${nom}-${p.role === 'HOPITAL' ? 'Hôpital' : 'Commune'}`,
        qualite: i ? 'Adjointe' : 'Représentante',
      })),
    ),
  })
  await t.proprietaire.acte.update({
    where: { id: acte.acteId },
    data: {
      etape: 'SIGNEE',
      partage: true,
      dateSignature: versDate(d.signature ?? '2026-01-10'),
      dateEffet: versDateOuNul(d.effet === undefined ? '2026-02-01' : d.effet),
      dateFin: versDateOuNul(d.fin === undefined ? '2029-01-31' : d.fin),
    },
  })
  const { version } = await t.proprietaire.acte.findUniqueOrThrow({ where: { id: acte.acteId } })
  return { ...acte, version }
}

/** La mairie d'Arcueil : organisme gestionnaire, partie à l'acte. */
export const laMairie = (t: Territoire): Acteur => ({
  ...t.cms,
  nom: 'Mairie',
  organisations: [t.id('commune-arcueil'), t.id('arcueil')],
  habilitations: [
    { role: 'MAIRIE', organisationId: t.id('commune-arcueil'), nature: 'GESTIONNAIRE', fonction: null },
  ],
})
