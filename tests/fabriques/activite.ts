import { versDate } from '../../lib/bd/dates'
import { creerConventions } from '../../lib/cas-usage/convention/creer-conventions'
import { uneConventionSignee } from './signee'
import { agir, type Territoire } from './territoire'

/** Activités partagées ouvertes avec ces centres : une par gestionnaire, ou un acte pour tous. */
export async function desActivites(t: Territoire, centres: string[], acteGroupe = false) {
  const { references } = await agir(t.direction, creerConventions, {
    modeleVersionId: t.version('convention-activite-partagee'),
    groupeId: t.id('hups'),
    centreIds: centres.map(t.id),
    acteGroupe,
  })
  const actes = await t.proprietaire.acte.findMany({
    where: { rang: 0, convention: { reference: { in: references } } },
    include: { convention: true, parties: { orderBy: { rang: 'asc' } } },
    orderBy: { id: 'asc' },
  })
  return actes.map((a) => ({
    acteId: a.id,
    conventionId: a.conventionId,
    reference: a.convention.reference,
    version: a.version,
    parties: a.parties,
  }))
}

/** Malakoff et Vitry-sur-Seine partagent des demi-journées : un texte, deux communes, deux cadres signés. */
export async function unActeGroupe(t: Territoire) {
  const malakoff = await uneConventionSignee(t, { centre: 'malakoff-1' })
  const vitry = await uneConventionSignee(t, { centre: 'vitry-sur-seine' })
  const [acte] = await desActivites(t, ['malakoff-1', 'vitry-sur-seine'], true)
  if (!acte) throw new Error('acte groupé absent')
  const partie = (code: string) => acte.parties.find((p) => p.organisationId === t.id(code))?.id ?? ''
  return {
    ...acte,
    cadres: { malakoff, vitry },
    hopital: acte.parties.find((p) => p.role === 'HOPITAL')?.id ?? '',
    malakoff: partie('commune-malakoff'),
    vitry: partie('commune-vitry-sur-seine'),
  }
}

/** Le même, signé de tous et partagé : un an, préavis de trois mois. */
export async function unActeGroupeSigne(t: Territoire, fin = '2027-08-31') {
  const acte = await unActeGroupe(t)
  const { version } = await t.proprietaire.acte.update({
    where: { id: acte.acteId },
    data: {
      etape: 'SIGNEE',
      partage: true,
      dateSignature: versDate('2026-08-15'),
      dateEffet: versDate('2026-09-01'),
      dateFin: versDate(fin),
    },
  })
  return { ...acte, version }
}
