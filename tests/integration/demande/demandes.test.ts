import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { versDate } from '@/lib/bd/dates'
import { avecActeur } from '@/lib/bd/transaction'
import { completerDemande } from '@/lib/cas-usage/demande/completer-demande'
import { corrigerDemande } from '@/lib/cas-usage/demande/corriger-demande'
import { retirerDemande } from '@/lib/cas-usage/demande/retirer-demande'
import { schemaCompleter, schemaCorriger, schemaInscrire } from '@/lib/cas-usage/demande/saisies'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import { inscrire, saisieDemande, unActeur, uneConventionSuivie } from '../../fabriques/demande'
import { declarer } from '../../fabriques/engagement'
import { agir, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

let t: Territoire
let conventionId: string
let secretariat: Acteur
let imagerie: Acteur
let mairie: Acteur
let voisin: Acteur
beforeAll(async () => {
  t = await ouvrirTerritoire()
  await declarer(t)
  conventionId = (await uneConventionSuivie(t)).conventionId
  secretariat = await unActeur(t, 'SECRETARIAT', 'arcueil')
  imagerie = await unActeur(t, 'SECRETARIAT', 'bicetre-imagerie')
  mairie = await unActeur(t, 'MAIRIE', 'commune-arcueil')
  voisin = await unActeur(t, 'SECRETARIAT', 'gentilly')
}, 90_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const mesure = (debut = '2026-10-01', portee = 'scanner') =>
  t.proprietaire.mesure.findFirstOrThrow({
    where: { debut: versDate(debut), portee, engagement: { conventionId, cle: 'reponse-scanner' } },
    include: { corrections: { orderBy: { le: 'desc' } } },
  })
const nombres = async (debut?: string) => {
  const { numerateur, denominateur, mediane, jugement, etat } = await mesure(debut)
  return { numerateur, denominateur, mediane, jugement, etat }
}
const demande = (id: string) =>
  t.proprietaire.demande.findUniqueOrThrow({ where: { id }, include: { corrections: true } })
const lignes = (evenement: string) =>
  t.proprietaire.journal.findMany({
    where: { evenement, organisationId: t.id('arcueil') },
    orderBy: { id: 'asc' },
  })
const reponse = (demandeId: string, version: number, autres: Record<string, unknown> = {}) =>
  schemaCompleter.parse({
    demandeId,
    version,
    degreRetenu: null,
    repondueLe: '2026-11-17T09:00',
    rendezVousLe: null,
    issue: null,
    ...autres,
  })
const vider = async () => {
  const toutes = await t.proprietaire.demande.findMany({ select: { id: true, version: true } })
  for (const d of toutes) await agir(t.direction, retirerDemande, { demandeId: d.id, version: d.version })
}

describe('Inscrire une demande', () => {
  it('la compte dans la mesure de son trimestre, jugement compris, qui que soit celui qui la tient', async () => {
    await vider()
    await inscrire(t, secretariat, { repondueLe: '2026-11-17T09:00' })
    expect(await nombres()).toEqual({
      numerateur: 1,
      denominateur: 1,
      mediane: 24,
      jugement: 'respecte',
      etat: 'SAISIE',
    })
    await inscrire(t, imagerie, { repondueLe: '2026-11-20T09:00' })
    await inscrire(t, t.cms)
    await inscrire(t, t.direction, { demandeeLe: '2026-11-22T10:30' })
    // La troisième est restée sans réponse et sa limite est passée ; la quatrième n'est pas encore en retard.
    expect(await nombres()).toEqual({
      numerateur: 1,
      denominateur: 3,
      mediane: 60,
      jugement: 'non-respecte',
      etat: 'SAISIE',
    })
    const inscrites = await t.proprietaire.demande.findMany({ orderBy: { id: 'asc' } })
    expect(inscrites.map((d) => d.cote)).toEqual(['GESTIONNAIRE', 'HOPITAL', 'GESTIONNAIRE', 'HOPITAL'])
    expect(inscrites[0]?.organisations).toEqual([t.id('arcueil'), t.id('commune-arcueil')])
  })

  it('n’entre dans aucun taux pour un examen qui n’est pas encore exigible', async () => {
    await vider()
    await inscrire(t, secretariat, { examen: 'irm', repondueLe: '2026-11-16T10:00' })
    expect(await nombres()).toMatchObject({ etat: 'ATTENDUE', denominateur: null, jugement: 'non-mesure' })
  })

  it('écrit une ligne du journal par demi-heure et par personne, sans rien recopier de la demande', async () => {
    const avant = (await lignes('demandes-inscrites')).length
    const autre = await unActeur(t, 'SECRETARIAT', 'arcueil')
    await inscrire(t, autre)
    await inscrire(t, autre)
    const faits = (await lignes('demandes-inscrites')).slice(avant)
    expect(faits.map((f) => [f.auteurNom, f.donnees])).toEqual([[autre.nom, { nombre: 2 }]])
  })

  it('n’existe pas pour qui est étranger à ce centre, et se refuse à qui lit seulement', async () => {
    for (const etranger of [t.exterieur, voisin, t.siege, t.juridique])
      await expect(inscrire(t, etranger)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(inscrire(t, mairie)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
  })

  it('refuse des dates incohérentes, un examen sans imagerie, un jour sans convention', async () => {
    await expect(inscrire(t, secretariat, { repondueLe: '2026-11-15T09:00' })).rejects.toMatchObject({
      code: 'DEMANDE_INCOHERENTE',
      details: { raisons: ['reponse-avant'] },
    })
    await expect(inscrire(t, secretariat, { nature: 'consultation' })).rejects.toMatchObject(
      refus('SAISIE_INVALIDE'),
    )
    await expect(
      inscrire(t, secretariat, { nature: 'consultation', examen: '', specialite: 'inconnue' }),
    ).rejects.toMatchObject(refus('SAISIE_INVALIDE'))
    await expect(inscrire(t, secretariat, { demandeeLe: '2025-11-16T09:00' })).rejects.toMatchObject(
      refus('SANS_CONVENTION'),
    )
  })

  it('n’accepte aucun champ de plus, ni texte dans un code', () => {
    const brut = { ...saisieDemande(t), demandeeLe: '2026-11-16T09:00' }
    expect(schemaInscrire.safeParse(brut).success).toBe(true)
    expect(schemaInscrire.safeParse({ ...brut, patient: 'quelqu’un' }).success).toBe(false)
    expect(schemaInscrire.safeParse({ ...brut, examen: 'Scanner de Mme X' }).success).toBe(false)
  })

  it('deux saisies au même instant se comptent toutes les deux', async () => {
    await vider()
    const repondueLe = '2026-11-16T10:00'
    await Promise.all([secretariat, imagerie, t.cms].map((a) => inscrire(t, a, { repondueLe })))
    expect(await nombres()).toMatchObject({ numerateur: 3, denominateur: 3 })
  })
})

describe('Compléter une demande', () => {
  it('écrit ce qui manquait, recompte, et le journal le dit', async () => {
    await vider()
    const { demandeId } = await inscrire(t, secretariat)
    expect(await nombres()).toMatchObject({ numerateur: 0, denominateur: 1 })
    const avant = (await lignes('demandes-completees')).length
    await agir(imagerie, completerDemande, reponse(demandeId, 1, { degreRetenu: 'semi-urgent' }))
    expect(await nombres()).toMatchObject({ numerateur: 1, denominateur: 1, jugement: 'respecte' })
    expect(await demande(demandeId)).toMatchObject({ degreRetenu: 'semi-urgent', issue: null, version: 2 })
    expect((await lignes('demandes-completees')).length).toBe(avant + 1)
    const suite = { degreRetenu: 'semi-urgent', rendezVousLe: '2026-11-25T09:00', issue: 'donnee' }
    await agir(secretariat, completerDemande, reponse(demandeId, 2, suite))
    expect(await demande(demandeId)).toMatchObject({ issue: 'donnee', version: 3 })
    // Tout est écrit : il ne reste qu'à corriger.
    await expect(agir(secretariat, completerDemande, reponse(demandeId, 3, suite))).rejects.toMatchObject(
      refus('DEMANDE_CLOSE'),
    )
    await expect(
      agir(secretariat, completerDemande, reponse(demandeId, 3, { ...suite, issue: 'refusee' })),
    ).rejects.toMatchObject(refus('DEMANDE_CLOSE'))
  })

  it('refuse l’étranger, qui lit seulement, et la version périmée', async () => {
    const { demandeId } = await inscrire(t, secretariat)
    for (const etranger of [t.exterieur, voisin, t.siege])
      await expect(agir(etranger, completerDemande, reponse(demandeId, 1))).rejects.toMatchObject(
        refus('INTROUVABLE'),
      )
    await expect(agir(mairie, completerDemande, reponse(demandeId, 1))).rejects.toMatchObject(
      refus('ROLE_INSUFFISANT'),
    )
    await expect(agir(secretariat, completerDemande, reponse(demandeId, 2))).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
  })
})

describe('Corriger une demande', () => {
  const correction = (demandeId: string, version: number, autres: Record<string, unknown> = {}) =>
    schemaCorriger.parse({
      ...saisieDemande(t),
      demandeeLe: '2026-11-16T09:00',
      repondueLe: '2026-11-17T09:00',
      ...autres,
      demandeId,
      version,
    })

  it('garde l’ancienne valeur et son auteur, et recompte les deux périodes', async () => {
    await vider()
    const { demandeId } = await inscrire(t, secretariat, { repondueLe: '2026-11-17T09:00' })
    await agir(
      imagerie,
      corrigerDemande,
      correction(demandeId, 1, { demandeeLe: '2026-09-28T09:00', repondueLe: '2026-09-30T10:00' }),
    )
    expect(await nombres()).toMatchObject({ etat: 'ATTENDUE', denominateur: null, jugement: 'non-mesure' })
    expect(await nombres('2026-07-01')).toMatchObject({ numerateur: 0, denominateur: 1, mediane: 49 })
    const { corrections, ...d } = await demande(demandeId)
    expect(d).toMatchObject({ auteurNom: imagerie.nom, version: 2 })
    expect(corrections).toMatchObject([
      {
        avantPar: secretariat.nom,
        auteurNom: imagerie.nom,
        avant: { demandeeLe: '2026-11-16T08:00:00.000Z', repondueLe: '2026-11-17T08:00:00.000Z' },
      },
    ])
    expect((await lignes('demande-corrigee')).at(-1)?.donnees).toEqual({
      champs: ['demandeeLe', 'repondueLe'],
    })
  })

  it('refuse de ne rien changer, l’étranger, le lecteur, la version périmée et un centre qui n’est pas le sien', async () => {
    const { demandeId } = await inscrire(t, secretariat, { repondueLe: '2026-11-17T09:00' })
    const essayer = (a: Acteur, autres = {}, version = 1) =>
      agir(a, corrigerDemande, correction(demandeId, version, autres))
    await expect(essayer(secretariat)).rejects.toMatchObject(refus('SAISIE_INVALIDE'))
    await expect(essayer(voisin, { canal: 'courriel' })).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(essayer(mairie, { canal: 'courriel' })).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(essayer(secretariat, { canal: 'courriel' }, 2)).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    await expect(essayer(secretariat, { centreId: t.id('gentilly') })).rejects.toMatchObject(
      refus('INTROUVABLE'),
    )
  })
})

describe('Retirer une demande', () => {
  it('l’efface avec ses corrections, recompte, et le journal le dit', async () => {
    await vider()
    const { demandeId } = await inscrire(t, secretariat, { repondueLe: '2026-11-17T09:00' })
    await expect(agir(secretariat, retirerDemande, { demandeId, version: 2 })).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    for (const etranger of [t.exterieur, voisin, t.siege])
      await expect(agir(etranger, retirerDemande, { demandeId, version: 1 })).rejects.toMatchObject(
        refus('INTROUVABLE'),
      )
    await expect(agir(mairie, retirerDemande, { demandeId, version: 1 })).rejects.toMatchObject(
      refus('ROLE_INSUFFISANT'),
    )
    await agir(secretariat, retirerDemande, { demandeId, version: 1 })
    expect(await t.proprietaire.demande.count({ where: { id: demandeId } })).toBe(0)
    expect(await nombres()).toMatchObject({ etat: 'ATTENDUE', denominateur: null })
    expect((await lignes('demande-retiree')).at(-1)?.donnees).toEqual({ nature: 'imagerie' })
  })
})

describe('Une mesure tirée des demandes', () => {
  it('validée ou contestée, redevient à relire quand son chiffre change, et garde celui d’avant', async () => {
    await vider()
    await inscrire(t, secretariat, { repondueLe: '2026-11-17T09:00' })
    const { id } = await mesure()
    await t.proprietaire.mesure.update({
      where: { id },
      data: { etat: 'CONTESTEE', contestationMotif: 'Il en manque une', contesteeParNom: 'Le centre' },
    })
    await inscrire(t, imagerie, { repondueLe: '2026-11-20T09:00' })
    const m = await mesure()
    expect(m).toMatchObject({ etat: 'SAISIE', numerateur: 1, denominateur: 2, contestationMotif: null })
    expect(m.corrections[0]).toMatchObject({
      avant: { numerateur: 1, denominateur: 1, etat: 'CONTESTEE', par: 'Le centre' },
      apres: { numerateur: 1, denominateur: 2 },
      auteurNom: imagerie.nom,
    })
  })

  it('figée, refuse toute écriture qui la changerait ; un autre examen passe', async () => {
    await vider()
    const { demandeId } = await inscrire(t, secretariat)
    const { id } = await mesure()
    await t.proprietaire.mesure.update({ where: { id }, data: { figeeLe: new Date('2026-11-21T12:00:00Z') } })
    const fermee = { code: 'PERIODE_FIGEE', details: { le: '2026-11-21' } }
    await expect(inscrire(t, secretariat)).rejects.toMatchObject(fermee)
    await expect(agir(secretariat, completerDemande, reponse(demandeId, 1))).rejects.toMatchObject(fermee)
    await expect(agir(secretariat, retirerDemande, { demandeId, version: 1 })).rejects.toMatchObject(fermee)
    await inscrire(t, secretariat, { examen: 'irm' })
    await t.proprietaire.mesure.update({ where: { id }, data: { figeeLe: null } })
  })
})

describe('Le cloisonnement des demandes', () => {
  const visibles = (a: Acteur) => avecActeur(a, (tx) => tx.demande.count())

  it('un secrétariat de centre ne voit que son centre, un service que son site, le siège aucune', async () => {
    await vider()
    await inscrire(t, secretariat)
    await inscrire(t, t.direction, { siteId: t.id('antoine-beclere') })
    expect(await Promise.all([secretariat, t.cms, mairie, t.direction].map(visibles))).toEqual([2, 2, 2, 2])
    expect(await visibles(imagerie)).toBe(1)
    expect(await Promise.all([voisin, t.exterieur, t.siege, t.juridique].map(visibles))).toEqual([0, 0, 0, 0])
  })

  it('un secrétariat ne lit de la convention que ses engagements : ni l’acte, ni son texte, ni ses valeurs', async () => {
    const lus = await avecActeur(secretariat, async (tx) => [
      await tx.engagement.count(),
      await tx.acte.count(),
      await tx.convention.count(),
      await tx.unite.count(),
      await tx.parametre.count(),
    ])
    expect(lus).toEqual([3, 0, 0, 0, 0])
    expect(await avecActeur(voisin, (tx) => tx.engagement.count())).toBe(0)
  })

  it('la base refuse qu’un secrétariat écrive une demande, ou une mesure, hors de chez lui', async () => {
    const d = await t.proprietaire.demande.findFirstOrThrow()
    const copie = { ...d, id: crypto.randomUUID() }
    await expect(avecActeur(voisin, (tx) => tx.demande.create({ data: copie }))).rejects.toThrow(/row-level/)
    await expect(
      avecActeur(secretariat, (tx) =>
        tx.demande.create({
          data: { ...copie, centreId: t.id('gentilly'), organisations: [t.id('gentilly')] },
        }),
      ),
    ).rejects.toThrow(/row-level/)
    const { count } = await avecActeur(secretariat, (tx) => tx.mesure.updateMany({ data: { numerateur: 0 } }))
    expect(count).toBe(0)
    expect((await avecActeur(voisin, (tx) => tx.demande.deleteMany({}))).count).toBe(0)
  })
})
