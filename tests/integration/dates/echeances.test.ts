import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { versDate } from '@/lib/bd/dates'
import { nouvelId } from '@/lib/bd/identifiants'
import { notifierResiliation } from '@/lib/cas-usage/resiliation/notifier-resiliation'
import { aUneEcheance } from '@/lib/domaine/acte/echeances'
import { ajouterJours } from '@/lib/domaine/calendrier/dates'
import { lireEcheances } from '@/lib/lectures/accueil/lire-echeances'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import { lireSuites } from '@/lib/lectures/resiliation/lire-suites'
import { echeancesDe } from '@/lib/presentation/echeances'
import { laMairie, uneConventionSignee } from '../../fabriques/signee'
import { agir, MAINTENANT, ouvrirTerritoire, type Territoire, unBrouillon } from '../../fabriques/territoire'

const JOUR = '2026-11-22'
let t: Territoire
/** Référence → ce que la fonction pure sait de la chaîne. */
const chaines = new Map<string, { fin: string | null; resilieeLe: string | null; remplacee: boolean }>()

beforeAll(async () => {
  t = await ouvrirTerritoire()
  const autour = [-400, -1, 0, 1, 89, 365, 729, 730, 731]
  for (const ecart of autour) {
    const fin = ajouterJours(JOUR, ecart)
    const c = await uneConventionSignee(t, { signature: '2023-01-10', effet: null, fin })
    // Toutes lient les mêmes parties depuis le même jour : aucune n'est la suite d'une autre.
    chaines.set(c.reference, { fin, resilieeLe: null, remplacee: false })
  }
  for (const resilieeLe of [ajouterJours(JOUR, -1), JOUR, ajouterJours(JOUR, 40)]) {
    const c = await uneConventionSignee(t, { signature: '2023-01-10', effet: null, fin: '2031-01-01' })
    await t.proprietaire.acte.update({ where: { id: c.acteId }, data: { resilieeLe: versDate(resilieeLe) } })
    chaines.set(c.reference, { fin: '2031-01-01', resilieeLe, remplacee: false })
  }
  const sansFin = await uneConventionSignee(t, { signature: '2023-01-10', effet: null, fin: null })
  chaines.set(sansFin.reference, { fin: null, resilieeLe: null, remplacee: false })
  const suivie = await uneConventionSignee(t, {
    signature: '2018-01-10',
    effet: null,
    fin: '2021-01-09',
    centre: 'gentilly',
  })
  chaines.set(suivie.reference, { fin: '2021-01-09', resilieeLe: null, remplacee: true })
  await unBrouillon(t, 'gentilly')
}, 90_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

describe('Les échéances lues en base', () => {
  it('sont celles que la fonction pure retient, et elles seules', async () => {
    const { chaines: lues } = await lireEcheances(t.direction, MAINTENANT)
    const attendues = [...chaines].filter(([, c]) => aUneEcheance(c, JOUR)).map(([r]) => r)
    expect(lues.map((l) => l.reference).sort()).toEqual(attendues.sort())
    expect(lues.every((l) => l.preavisMois === 6)).toBe(true)
  })

  it('viennent de la plus proche à la plus lointaine, dans les mots de chacun, sans rien d’autrui', async () => {
    const cms = echeancesDe(await lireEcheances(t.cms, MAINTENANT), t.cms, JOUR)
    expect(cms.length).toBeGreaterThan(3)
    expect(cms.map((e) => e.le)).toEqual(cms.map((e) => e.le).sort())
    expect(cms[0]).toMatchObject({ phrase: expect.stringContaining('échue'), etiquette: { ton: 'manque' } })
    const direction = echeancesDe(await lireEcheances(t.direction, MAINTENANT), t.direction, JOUR)
    expect(direction.some((e) => e.phrase.includes('échue'))).toBe(false)
    expect(echeancesDe(await lireEcheances(t.siege, MAINTENANT), t.siege, JOUR).length).toBeGreaterThan(3)
    expect(await lireEcheances(t.exterieur, MAINTENANT)).toEqual({ chaines: [], seances: [], lettres: [] })
    const voisin = { ...t.cms, organisations: [t.id('villejuif')], habilitations: [] }
    expect(await lireEcheances(voisin, MAINTENANT)).toEqual({ chaines: [], seances: [], lettres: [] })
  })

  it('disent la séance du conseil et son dépôt, sauf annulée ou passée', async () => {
    const c = await uneConventionSignee(t)
    await t.proprietaire.acte.update({ where: { id: c.acteId }, data: { etape: 'TEXTE_ACCEPTE' } })
    const seance = (le: string, depot: string | null, annulee = false) => ({
      id: nouvelId(),
      organisationId: t.id('commune-arcueil'),
      le: versDate(le),
      depotAvant: depot ? versDate(depot) : null,
      annuleeLe: annulee ? MAINTENANT : null,
    })
    await t.proprietaire.seanceConseil.createMany({
      data: [
        seance('2026-11-20', null),
        seance('2026-12-03', null, true),
        seance('2026-12-17', '2026-12-01'),
        seance('2027-02-04', '2027-01-18'),
      ],
    })
    const mairie = laMairie(t)
    const { seances } = await lireEcheances(mairie, MAINTENANT)
    expect(seances).toMatchObject([{ reference: c.reference, le: '2026-12-17', depotAvant: '2026-12-01' }])
    const [avant] = echeancesDe({ chaines: [], seances, lettres: [] }, mairie, JOUR)
    expect(avant).toMatchObject({ le: '2026-12-01', href: `/conventions/${c.reference}/vote` })
    const [apres] = echeancesDe({ chaines: [], seances, lettres: [] }, mairie, '2026-12-02')
    expect(apres).toMatchObject({ le: '2026-12-17', phrase: 'Séance du conseil' })
  })

  it('disent la lettre en attente de réception, aux parties de l’acte seulement', async () => {
    const c = await uneConventionSignee(t)
    const { resiliationId } = await agir(t.direction, notifierResiliation, {
      acteId: c.acteId,
      version: c.version,
      cote: 'HOPITAL',
      motif: 'Essai de lettre',
      envoyeeLe: '2026-11-20',
      finDemandee: null,
      preavisMois: null,
      confirme: true,
    })
    for (const acteur of [t.direction, t.cms, laMairie(t), t.siege]) {
      const { lettres } = await lireEcheances(acteur, MAINTENANT)
      expect(lettres).toMatchObject([{ reference: c.reference, cote: 'HOPITAL', nonReclamee: false }])
    }
    expect((await lireEcheances(t.exterieur, MAINTENANT)).lettres).toEqual([])
    const convention = await lireConvention(t.cms, c.reference, MAINTENANT)
    if (!convention) throw new Error('la convention est partagée avec le centre')
    const suites = await lireSuites(t.cms, convention, MAINTENANT)
    expect(suites).toMatchObject({ cotes: [], resiliations: [{ id: resiliationId, lettres: [{}, {}] }] })
    expect(suites.lieux.GESTIONNAIRE).toBe('Arcueil')
  })
})
