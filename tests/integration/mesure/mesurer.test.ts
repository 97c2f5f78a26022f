import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { contesterMesure } from '@/lib/cas-usage/mesure/contester-mesure'
import { corrigerMesure } from '@/lib/cas-usage/mesure/corriger-mesure'
import { figerPeriode, rouvrirPeriode } from '@/lib/cas-usage/mesure/figer-periode'
import { maintenirMesure } from '@/lib/cas-usage/mesure/maintenir-mesure'
import { deposerPreuve } from '@/lib/cas-usage/mesure/preuve'
import { type SaisieMesure, schemaSaisirMesure } from '@/lib/cas-usage/mesure/saisies'
import { saisirMesure } from '@/lib/cas-usage/mesure/saisir-mesure'
import { validerMesure } from '@/lib/cas-usage/mesure/valider-mesure'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import { lireFichier } from '@/lib/lectures/fichier/lire-fichier'
import { uneConventionAMesurer } from '../../fabriques/mesure'
import { unHabilite } from '../../fabriques/negociation'
import { agir, MAINTENANT, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

let t: Territoire
let mairie: Acteur
let gentilly: Acteur
let c: Awaited<ReturnType<typeof uneConventionAMesurer>>
beforeAll(async () => {
  t = await ouvrirTerritoire()
  mairie = await unHabilite(t, 'MAIRIE', 'commune-arcueil')
  gentilly = await unHabilite(t, 'DIRECTION_CMS', 'gentilly')
}, 60_000)
beforeEach(async () => {
  c = await uneConventionAMesurer(t)
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const T2 = '2026-04-01'
const dire = (constat: SaisieMesure['constat'], autres: Partial<SaisieMesure> = {}) => ({
  constat,
  commentaire: null,
  preuveLien: null,
  fichierId: null,
  ...autres,
})
const patients = (nombre: number) => dire({ genre: 'nombre', nombre })
const dansLesJours = (jours: number) => new Date(MAINTENANT.getTime() + jours * 86_400_000)

/** La mesure du centre, saisie par lui ; rend de quoi la viser ensuite. */
async function saisie(nombre = 8, cle = 'medecins', qui = t.cms) {
  const { id } = await c.mesure(cle, T2)
  const { version } = await agir(qui, saisirMesure, { mesureId: id, version: 1, ...patients(nombre) })
  return { mesureId: id, version }
}
const faits = async () =>
  (
    await t.proprietaire.journal.findMany({
      where: { acteId: c.acteId, evenement: { contains: 'e-' }, cible: { not: null } },
      orderBy: { id: 'asc' },
    })
  )
    .filter((l) => /^(mesure|periode)-/.test(l.evenement))
    .map((l) => ({ evenement: l.evenement, partage: l.partage, donnees: l.donnees, auteur: l.auteurNom }))

describe('Saisir une mesure', () => {
  it('la juge par la cible de sa période, selon son genre, et le dit au journal des deux côtés', async () => {
    const cas = [
      ['medecins', T2, t.cms, patients(8), 'a-surveiller'],
      ['medecins', '2026-07-01', mairie, patients(10), 'respecte'],
      [
        'delai',
        T2,
        t.direction,
        dire({ genre: 'rapport', numerateur: 9, denominateur: 10, mediane: 31 }),
        'respecte',
      ],
      [
        'delai',
        '2026-07-01',
        t.direction,
        dire({ genre: 'rapport', numerateur: 0, denominateur: 0, mediane: null }),
        'sans-objet',
      ],
      ['messagerie', T2, t.cms, dire({ genre: 'etat', etat: 'partiel' }), 'a-surveiller'],
      ['bilan', '2026-02-01', t.cms, dire({ genre: 'remise', le: '2026-11-05' }), 'non-respecte'],
      ['comite', '2026-02-01', t.cms, patients(1), 'respecte'],
      ['comite', '2026-07-01', t.direction, patients(0), 'non-respecte'],
    ] as const
    for (const [cle, debut, qui, constat, jugement] of cas) {
      const { id } = await c.mesure(cle, debut)
      expect(await agir(qui, saisirMesure, { mesureId: id, version: 1, ...constat })).toEqual({ version: 2 })
      expect(await c.mesure(cle, debut)).toMatchObject({
        etat: 'SAISIE',
        jugement,
        saisieParNom: qui.nom,
        cote: qui === t.direction ? 'HOPITAL' : 'GESTIONNAIRE',
        version: 2,
      })
    }
    const lignes = await faits()
    expect(lignes).toHaveLength(cas.length)
    expect(lignes[0]).toEqual({
      evenement: 'mesure-saisie',
      partage: true,
      auteur: t.cms.nom,
      donnees: {
        libelle: 'Accueillir les patients sans médecin traitant',
        debut: T2,
        fin: '2026-06-30',
        recurrence: 'trimestre',
      },
    })
  })

  it('introuvable pour un autre groupe et un autre centre ; refusée au créancier et au siège', async () => {
    const { id } = await c.mesure('medecins', T2)
    const s = { mesureId: id, version: 1, ...patients(8) }
    for (const qui of [t.exterieur, gentilly])
      await expect(agir(qui, saisirMesure, s)).rejects.toMatchObject(refus('INTROUVABLE'))
    for (const qui of [t.direction, t.siege])
      await expect(agir(qui, saisirMesure, s)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    const { id: delai } = await c.mesure('delai', T2)
    const rapport = dire({ genre: 'rapport', numerateur: 1, denominateur: 1, mediane: null })
    await expect(
      agir(t.cms, saisirMesure, { mesureId: delai, version: 1, ...rapport }),
    ).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    expect(await c.mesure('medecins', T2)).toMatchObject({ etat: 'ATTENDUE', jugement: 'non-mesure' })
    expect(await faits()).toEqual([])
  })

  it('refusée avant que la période commence, deux fois, sur une version périmée', async () => {
    const { id } = await c.mesure('medecins', '2027-01-01')
    await expect(
      agir(t.cms, saisirMesure, { mesureId: id, version: 1, ...patients(8) }),
    ).rejects.toMatchObject({ code: 'PERIODE_A_VENIR', details: { debut: '2027-01-01' } })
    const { mesureId } = await saisie()
    await expect(agir(t.cms, saisirMesure, { mesureId, version: 2, ...patients(9) })).rejects.toMatchObject(
      refus('MESURE_AUTREMENT'),
    )
    const { id: autre } = await c.mesure('medecins', '2026-07-01')
    await expect(
      agir(t.cms, saisirMesure, { mesureId: autre, version: 7, ...patients(9) }),
    ).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
    expect(await c.mesure('medecins', '2026-07-01')).toMatchObject({ etat: 'ATTENDUE', nombre: null })
  })

  it('refuse un constat d’un autre genre que la cible, plus de cas tenus que de cas, une remise à venir', async () => {
    const { id } = await c.mesure('delai', T2)
    const viser = { mesureId: id, version: 1 }
    await expect(agir(t.direction, saisirMesure, { ...viser, ...patients(3) })).rejects.toMatchObject({
      code: 'CONSTAT_REFUSE',
      details: { raison: 'genre' },
    })
    const trop = dire({ genre: 'rapport', numerateur: 11, denominateur: 10, mediane: null })
    expect(schemaSaisirMesure.safeParse({ ...viser, ...trop }).success).toBe(false)
    await expect(agir(t.direction, saisirMesure, { ...viser, ...trop })).rejects.toMatchObject({
      details: { raison: 'rapport' },
    })
    const { id: bilan } = await c.mesure('bilan', '2026-02-01')
    const remise = dire({ genre: 'remise', le: '2026-12-24' })
    await expect(agir(t.cms, saisirMesure, { mesureId: bilan, version: 1, ...remise })).rejects.toMatchObject(
      {
        details: { raison: 'a-venir' },
      },
    )
  })

  it('garde sa preuve, lue des deux côtés, et refuse le fichier d’un autre ou un lien sans https', async () => {
    const pdf = new File(['%PDF-1.7 relevé'], 'releve.pdf')
    const { id: fichierId } = await agir(t.cms, deposerPreuve, pdf)
    expect(await lireFichier(t.direction, fichierId)).toBeNull()
    const { id } = await c.mesure('medecins', T2)
    const s = { mesureId: id, version: 1, ...dire({ genre: 'nombre', nombre: 8 }, { fichierId }) }
    await expect(agir(mairie, saisirMesure, s)).rejects.toMatchObject(refus('INTROUVABLE'))
    await agir(t.cms, saisirMesure, s)
    expect((await lireFichier(t.direction, fichierId))?.nom).toBe('releve.pdf')
    expect(await lireFichier(gentilly, fichierId)).toBeNull()
    const lien = (preuveLien: string) => schemaSaisirMesure.safeParse({ ...s, preuveLien }).success
    expect([
      lien('https://exemple.fr/releve'),
      lien('javascript:alert(1)'),
      lien('http://exemple.fr'),
    ]).toEqual([true, false, false])
    await expect(agir(t.siege, deposerPreuve, pdf)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    const texte = new File(['du texte'], 'releve.pdf')
    await expect(agir(t.cms, deposerPreuve, texte)).rejects.toMatchObject(refus('FICHIER_REFUSE'))
  })
})

describe('Corriger une mesure', () => {
  it('garde la valeur d’avant et son auteur, sans motif tant que l’autre côté n’a rien dit', async () => {
    const m = await saisie(8)
    expect(await agir(mairie, corrigerMesure, { ...m, ...patients(12), motif: '' })).toEqual({ version: 3 })
    const lue = await c.mesure('medecins', T2)
    expect(lue).toMatchObject({ etat: 'SAISIE', nombre: 12, jugement: 'respecte', saisieParNom: mairie.nom })
    expect(lue.corrections).toMatchObject([
      {
        avant: { nombre: 8, jugement: 'a-surveiller', saisieParNom: t.cms.nom },
        apres: { nombre: 12, jugement: 'respecte' },
        motif: null,
        auteurNom: mairie.nom,
      },
    ])
    expect((await faits()).map((f) => f.evenement)).toEqual(['mesure-saisie', 'mesure-corrigee'])
  })

  it('se motive une fois validée, et redevient à valider', async () => {
    const m = await saisie(8)
    const v = await agir(t.direction, validerMesure, m)
    const s = { mesureId: m.mesureId, ...v, ...patients(7) }
    await expect(agir(t.cms, corrigerMesure, { ...s, motif: '' })).rejects.toMatchObject(
      refus('SAISIE_INVALIDE'),
    )
    await agir(t.cms, corrigerMesure, { ...s, motif: 'Un doublon retiré' })
    expect(await c.mesure('medecins', T2)).toMatchObject({
      etat: 'SAISIE',
      nombre: 7,
      valideeLe: null,
      valideeParNom: null,
      corrections: [
        { motif: 'Un doublon retiré', avant: { etat: 'VALIDEE', valideeParNom: t.direction.nom } },
      ],
    })
    expect((await faits()).at(-1)).toMatchObject({
      evenement: 'mesure-corrigee',
      donnees: { motif: 'Un doublon retiré' },
    })
  })

  it('revient au côté qui l’a saisie, sur la version lue, et pas avant d’être saisie', async () => {
    const m = await saisie(8)
    const s = { ...m, ...patients(12), motif: '' }
    for (const qui of [t.exterieur, gentilly])
      await expect(agir(qui, corrigerMesure, s)).rejects.toMatchObject(refus('INTROUVABLE'))
    for (const qui of [t.direction, t.siege])
      await expect(agir(qui, corrigerMesure, s)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(agir(t.cms, corrigerMesure, { ...s, version: 1 })).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    const { id } = await c.mesure('medecins', '2026-07-01')
    await expect(
      agir(t.cms, corrigerMesure, { mesureId: id, version: 1, ...patients(1), motif: '' }),
    ).rejects.toMatchObject(refus('MESURE_AUTREMENT'))
    expect((await c.mesure('medecins', T2)).corrections).toEqual([])
  })

  it('d’un engagement des deux parties : le côté qui a saisi corrige, l’autre valide ou conteste', async () => {
    const { id } = await c.mesure('comite', '2026-02-01')
    await agir(t.direction, saisirMesure, { mesureId: id, version: 1, ...patients(1) })
    const m = { mesureId: id, version: 2 }
    await expect(agir(t.cms, corrigerMesure, { ...m, ...patients(0), motif: '' })).rejects.toMatchObject(
      refus('ROLE_INSUFFISANT'),
    )
    await expect(agir(t.direction, validerMesure, m)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await agir(t.cms, validerMesure, m)
    expect(await c.mesure('comite', '2026-02-01')).toMatchObject({
      etat: 'VALIDEE',
      valideeParNom: t.cms.nom,
    })
  })
})

describe('Valider, contester, maintenir', () => {
  it('l’autre côté valide ; ni le même côté, ni un étranger, ni deux fois', async () => {
    const m = await saisie()
    await expect(agir(t.cms, validerMesure, m)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(agir(t.siege, validerMesure, m)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(agir(t.exterieur, validerMesure, m)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(agir(t.direction, validerMesure, { ...m, version: 1 })).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    const v = await agir(t.direction, validerMesure, m)
    expect(await c.mesure('medecins', T2)).toMatchObject({
      etat: 'VALIDEE',
      valideeParNom: t.direction.nom,
      jugement: 'a-surveiller',
    })
    await expect(agir(t.direction, validerMesure, { mesureId: m.mesureId, ...v })).rejects.toMatchObject(
      refus('MESURE_AUTREMENT'),
    )
    expect((await faits()).at(-1)?.evenement).toBe('mesure-validee')
  })

  it('l’autre côté conteste avec un motif, l’auteur en est prévenu, corrige, et c’est de nouveau à valider', async () => {
    const m = await saisie(8)
    const motif = 'Le relevé du service en compte six'
    await expect(agir(t.cms, contesterMesure, { ...m, motif })).rejects.toMatchObject(
      refus('ROLE_INSUFFISANT'),
    )
    await expect(agir(gentilly, contesterMesure, { ...m, motif })).rejects.toMatchObject(refus('INTROUVABLE'))
    const { version } = await agir(t.direction, contesterMesure, { ...m, motif })
    expect(await c.mesure('medecins', T2)).toMatchObject({
      etat: 'CONTESTEE',
      contestationMotif: motif,
      contesteeParNom: t.direction.nom,
    })
    await expect(
      agir(t.direction, contesterMesure, { mesureId: m.mesureId, version, motif }),
    ).rejects.toMatchObject(refus('MESURE_AUTREMENT'))
    await agir(t.cms, corrigerMesure, {
      mesureId: m.mesureId,
      version,
      ...patients(6),
      motif: 'Compté deux fois',
    })
    expect(await c.mesure('medecins', T2)).toMatchObject({
      etat: 'SAISIE',
      contestationMotif: null,
      corrections: [{ avant: { nombre: 8, contestationMotif: motif } }],
    })
    expect((await faits()).map((f) => f.evenement)).toEqual([
      'mesure-saisie',
      'mesure-contestee',
      'mesure-corrigee',
    ])
  })

  it('maintenue, elle reste contestée tant que l’autre côté ne la valide pas', async () => {
    const { mesureId, version } = await saisie(8)
    const maintien = { motif: 'Le registre signé en porte huit' }
    await expect(agir(t.cms, maintenirMesure, { mesureId, version, ...maintien })).rejects.toMatchObject(
      refus('MESURE_AUTREMENT'),
    )
    const contestee = await agir(t.direction, contesterMesure, { mesureId, version, motif: 'Six, pas huit' })
    await expect(
      agir(t.direction, maintenirMesure, { mesureId, ...contestee, ...maintien }),
    ).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(
      agir(gentilly, maintenirMesure, { mesureId, ...contestee, ...maintien }),
    ).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(agir(t.cms, maintenirMesure, { mesureId, version, ...maintien })).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    const maintenue = await agir(t.cms, maintenirMesure, { mesureId, ...contestee, ...maintien })
    expect(await c.mesure('medecins', T2)).toMatchObject({
      etat: 'CONTESTEE',
      reponseMotif: maintien.motif,
      reponseParNom: t.cms.nom,
    })
    await agir(t.direction, validerMesure, { mesureId, ...maintenue })
    expect(await c.mesure('medecins', T2)).toMatchObject({
      etat: 'VALIDEE',
      contestationMotif: 'Six, pas huit',
    })
    expect((await faits()).map((f) => f.evenement)).toEqual([
      'mesure-saisie',
      'mesure-contestee',
      'mesure-maintenue',
      'mesure-validee',
    ])
  })
})

describe('Figer et rouvrir une période', () => {
  it('la direction fige ce qui est validé ; plus rien ne s’y écrit avant d’être rouvert, avec un motif', async () => {
    const m = await saisie(8)
    await expect(agir(t.direction, figerPeriode, m)).rejects.toMatchObject(refus('MESURE_AUTREMENT'))
    const v = { mesureId: m.mesureId, ...(await agir(t.direction, validerMesure, m)) }
    await expect(agir(t.cms, figerPeriode, v)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(agir(t.exterieur, figerPeriode, v)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(agir(t.direction, figerPeriode, m)).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
    const f = { mesureId: m.mesureId, ...(await agir(t.direction, figerPeriode, v)) }
    const correction = { ...f, ...patients(3), motif: 'Erreur de report' }
    await expect(agir(t.cms, corrigerMesure, correction)).rejects.toMatchObject(refus('PERIODE_FIGEE'))
    await expect(agir(t.direction, contesterMesure, { ...f, motif: 'Trop tard' })).rejects.toMatchObject(
      refus('PERIODE_FIGEE'),
    )
    await expect(agir(t.cms, rouvrirPeriode, { ...f, motif: 'Pour corriger' })).rejects.toMatchObject(
      refus('ROLE_INSUFFISANT'),
    )
    const r = await agir(t.direction, rouvrirPeriode, { ...f, motif: 'Erreur reconnue en comité' })
    await agir(t.cms, corrigerMesure, { ...correction, ...r })
    expect(await c.mesure('medecins', T2)).toMatchObject({
      nombre: 3,
      figeeLe: null,
      jugement: 'non-respecte',
    })
    expect((await faits()).slice(-3)).toMatchObject([
      { evenement: 'periode-figee' },
      { evenement: 'periode-rouverte', donnees: { motif: 'Erreur reconnue en comité' } },
      { evenement: 'mesure-corrigee' },
    ])
  })

  it('le silence de trente jours vaut accord, une contestation jamais ; une période en cours ne se fige pas', async () => {
    const m = await saisie(8)
    await agir(t.direction, figerPeriode, m, dansLesJours(30))
    const autre = await c.mesure('medecins', '2026-07-01')
    await agir(t.cms, saisirMesure, { mesureId: autre.id, version: 1, ...patients(8) })
    const contestee = await agir(t.direction, contesterMesure, {
      mesureId: autre.id,
      version: 2,
      motif: 'Six',
    })
    await expect(
      agir(t.direction, figerPeriode, { mesureId: autre.id, ...contestee }, dansLesJours(90)),
    ).rejects.toMatchObject(refus('MESURE_AUTREMENT'))
    const courante = await c.mesure('medecins', '2026-10-01')
    await agir(t.cms, saisirMesure, { mesureId: courante.id, version: 1, ...patients(8) })
    const v = await agir(t.direction, validerMesure, { mesureId: courante.id, version: 2 })
    await expect(agir(t.direction, figerPeriode, { mesureId: courante.id, ...v })).rejects.toMatchObject(
      refus('MESURE_AUTREMENT'),
    )
  })
})
