import { describe, expect, it } from 'vitest'
import { clientBase } from '@/lib/bd/client'
import { avecActeur } from '@/lib/bd/transaction'
import { amorcerDemonstration, comptesDemonstration } from '@/lib/serveur/amorcer/demonstration'
import { lire, MAINTENANT, territoireDeTest } from './outils'

territoireDeTest()

const COLONNES = ['arcueil', 'fontenay-aux-roses', 'gentilly', 'ivry-sur-seine', 'malakoff-1', 'villejuif']

/** Les deux tableaux de la source, recopiés à la main : une croix par colonne, dans son ordre. */
const TABLEAUX: [string, string][] = [
  ['Médecine générale', '++++++'],
  ['Addictologie', '.+....'],
  ['Allergologie', '..+.+.'],
  ['Angiologie', '.....+'],
  ['Cardiologie', '+.++++'],
  ['Dermatologie', '+.++++'],
  ['Endocrinologie', '..+.+.'],
  ['Gynécologie', '++++++'],
  ['Ophtalmologie', '+.++++'],
  ['ORL', '+.++++'],
  ['Pédiatrie', '....+.'],
  ['Phlébologie', '+.+.++'],
  ['Psychiatrie', '..+.++'],
  ['Rhumatologie', '++++++'],
  ['Urologie', '....+.'],
  ['Cabinet dentaire', '++.++.'],
  ['Cabinet de soins infirmiers', '++++++'],
  ['Imagerie médicale', '+.++++'],
  ['Laboratoire d’analyses médicales', '..+.+.'],
  ['Planning familial', '.+..+.'],
  ['Diététique', '+++.+.'],
  ['Rééducation', '..++..'],
  ['Vaccination', '+++..+'],
  ['Centre de soins, d’accompagnement et de prévention en addictologie', '.....+'],
]

/** Le tableau des besoins : consultations à l'hôpital, consultations avancées, hôpital de jour. */
const BESOINS: Record<string, [string, string, string]> = {
  arcueil: ['Endocrinologie', 'Médecine interne', 'Diabétologie, Gériatrie, Médecine interne'],
  gentilly: [
    'Allergologie, Dermatologie, Endocrinologie, Pédiatrie, Rhumatologie',
    'Diabétologie, Médecine interne, Rhumatologie',
    'Cardiologie, Endocrinologie, Gériatrie',
  ],
  'fontenay-aux-roses': [
    'Cardiologie, Endocrinologie, Gastroentérologie, Neurologie, Orthopédie',
    'Endocrinologie, Ophtalmologie, ORL, Psychiatrie, Rhumatologie',
    'Gériatrie, Médecine interne',
  ],
  'ivry-sur-seine': [
    'Médecine interne, Psychiatrie',
    'Allergologie, Gynécologie, Phlébologie, Pneumologie, Psychiatrie, Radiologie',
    'Gériatrie, Médecine interne',
  ],
  'malakoff-1': [
    'Médecine interne',
    'Médecine interne',
    'Gastroentérologie, Gériatrie, Médecine interne, Sommeil',
  ],
  villejuif: [
    'Cardiologie, Endocrinologie, Gastroentérologie, Pneumologie',
    'Cardiologie, Néphrologie',
    'Cardiologie, Diabétologie, Médecine interne',
  ],
}

describe('territoire de démonstration', () => {
  it('porte les deux tableaux de l’offre, case à case', async () => {
    const offres = await lire((tx) =>
      tx.offre.findMany({ include: { specialite: true, organisation: { select: { code: true } } } }),
    )
    const charge = TABLEAUX.map(([libelle]) => [
      libelle,
      COLONNES.map((code) =>
        offres.some((o) => o.organisation.code === code && o.specialite.libelle === libelle) ? '+' : '.',
      ).join(''),
    ])
    expect(charge).toEqual(TABLEAUX)
    expect(offres).toHaveLength(TABLEAUX.join('').split('+').length - 1)
  })

  it('porte le tableau des besoins, éclaté par spécialité', async () => {
    const besoins = await lire((tx) =>
      tx.besoin.findMany({ include: { specialite: true, centre: { select: { code: true } } } }),
    )
    const colonne = (code: string, nature: string) =>
      besoins
        .filter((b) => b.centre.code === code && b.nature === nature)
        .map((b) => b.specialite?.libelle ?? '')
        .sort(new Intl.Collator('fr').compare)
        .join(', ')
    for (const [code, [hopital, avancees, hdj]] of Object.entries(BESOINS)) {
      expect(colonne(code, 'CONSULTATION_HOPITAL'), code).toBe(hopital)
      expect(colonne(code, 'CONSULTATION_AVANCEE'), code).toBe(avancees)
      expect(colonne(code, 'HDJ'), code).toBe(hdj)
    }
  })

  it('laisse « non renseigné » ce que la source tait', async () => {
    const centres = await lire((tx) => tx.organisation.findMany({ where: { nature: 'CENTRE' } }))
    const inconnus = ['bagneux', 'gennevilliers', 'malakoff-2', 'vitry-sur-seine']
    expect(centres).toHaveLength(10)
    for (const c of centres) {
      expect(c.offreRenseigneeLe === null, c.code).toBe(inconnus.includes(c.code))
      expect(c.besoinsRecueillisLe === null, c.code).toBe(inconnus.includes(c.code))
      expect([c.telephone, c.courriel, c.siret, c.finess]).toEqual([null, null, null, null])
    }
  })

  it('ne nomme aucun titulaire actuel', async () => {
    const fonctions = await lire((tx) => tx.fonction.findMany())
    const nommees = fonctions.filter((f) => f.personneId)
    expect(nommees).toHaveLength(5)
    for (const f of nommees) {
      expect(f.jusqua && f.jusqua < MAINTENANT).toBe(true)
      expect(f.source).toBeTruthy()
    }
  })

  it('ne recrée rien et ne réécrase rien au second passage', async () => {
    const compter = () =>
      lire(async (tx) => [
        await tx.organisation.count(),
        await tx.besoin.count(),
        await tx.reponseBesoin.count(),
        await tx.offre.count(),
        await tx.fonction.count(),
        await tx.equipement.count(),
        await tx.reunion.count(),
      ])
    await avecActeur(null, async (tx) => {
      const { id } = await tx.organisation.findUniqueOrThrow({ where: { code: 'arcueil' } })
      await tx.organisation.update({ where: { id }, data: { telephone: '01 00 00 00 00' } })
      await tx.offre.delete({
        where: { organisationId_specialiteCode: { organisationId: id, specialiteCode: 'orl' } },
      })
    })
    const avant = await compter()
    const { charge } = await clientBase().$transaction((tx) => amorcerDemonstration(tx, MAINTENANT))
    expect(charge).toBe(false)
    expect(await compter()).toEqual(avant)
    const arcueil = await lire((tx) => tx.organisation.findUniqueOrThrow({ where: { code: 'arcueil' } }))
    expect(arcueil.telephone).toBe('01 00 00 00 00')
  })

  it('donne à chaque compte de démonstration une organisation qui existe et une adresse invalide', async () => {
    const codes = await lire((tx) => tx.organisation.findMany({ select: { code: true } }))
    expect(new Set(comptesDemonstration.map((c) => c.courriel)).size).toBe(comptesDemonstration.length)
    for (const compte of comptesDemonstration) {
      expect(codes).toContainEqual({ code: compte.organisationCode })
      expect(compte.courriel).toMatch(/@demonstration\.invalid$/)
    }
  })
})
