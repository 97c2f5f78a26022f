import { afterAll, beforeAll, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { partagerVersion } from '@/lib/cas-usage/acte/partager-version'
import { changerPartie } from '@/lib/cas-usage/avenant/changer-partie'
import { changerTerme } from '@/lib/cas-usage/avenant/changer-terme'
import { ouvrirAvenant } from '@/lib/cas-usage/avenant/ouvrir-avenant'
import { ecrireMentionsDeDeliberation } from '@/lib/cas-usage/deliberation/ecrire-mentions'
import type { TexteFige } from '@/lib/domaine/acte/version'
import type { ProjetRedige } from '@/lib/domaine/avenant/projet'
import { unActeGroupeSigne } from '../../fabriques/activite'
import { motsDe } from '../../fabriques/avenant'
import { completerLesValeurs } from '../../fabriques/negociation'
import { versionDe } from '../../fabriques/signature'
import { agir, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

let t: Territoire
let c: Awaited<ReturnType<typeof unActeGroupeSigne>>
beforeAll(async () => {
  t = await ouvrirTerritoire()
  c = await unActeGroupeSigne(t)
  await completerLesValeurs(t, c.conventionId, c.acteId)
}, 120_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const unAvenant = () => agir(t.direction, ouvrirAvenant, { acteId: c.acteId, objet: 'Durée', motif: '' })
const visas = async (acteId: string) =>
  (
    await t.proprietaire.unite.findMany({ where: { acteId, genre: 'visa' }, orderBy: { rang: 'asc' } })
  ).flatMap((u) =>
    u.identite.startsWith('av-visa-vote') ? [motsDe(u.contenu as never).replace(/[\u00a0\u202f]/g, ' ')] : [],
  )

it('un avenant à un acte groupé vise le vote de chaque gestionnaire, qui a ses mentions et sa signature', async () => {
  const { acteId, rang } = await unAvenant()
  const [malakoff, vitry, ...reste] = await visas(acteId)
  expect(reste).toEqual([])
  expect(malakoff).toContain('de l’organe délibérant de la commune de Malakoff')
  expect(malakoff).toContain(`{deliberation_numero_avenant_${rang}}`)
  expect(vitry).toContain('de l’organe délibérant de la commune de Vitry-sur-Seine')
  expect(vitry).toContain(`{deliberation_transmission_g2_avenant_${rang}}`)
  const parties = await t.proprietaire.partie.findMany({
    where: { acteId },
    orderBy: { rang: 'asc' },
    include: { signataires: true },
  })
  expect(parties.map((p) => [p.role, p.signataires.length])).toEqual([
    ['HOPITAL', 1],
    ['GESTIONNAIRE', 1],
    ['GESTIONNAIRE', 1],
  ])

  await agir(t.direction, changerTerme, { acteId, version: 0, nature: 'renouvellement', date: null })
  await agir(t.direction, partagerVersion, { acteId, version: await versionDe(t, acteId), message: '' })
  const version = await t.proprietaire.versionActe.findFirstOrThrow({ where: { acteId } })
  const texte = version.texte as unknown as TexteFige
  expect(texte.comparutions).toHaveLength(3)
  const deVitry = parties[2]
  const dossier = { acte: { conventionId: c.conventionId, rang, parties }, version: { texte } }
  await agir(
    t.direction,
    (contexte) =>
      ecrireMentionsDeDeliberation(contexte, dossier as never, deVitry as never, {
        numero: 'V-31',
        seanceLe: '2026-11-05',
        transmiseLe: '2026-11-08',
      }),
    {},
  )
  const lire = (cle: string) =>
    t.proprietaire.parametre.findUnique({
      where: { conventionId_cle: { conventionId: c.conventionId, cle } },
    })
  expect((await lire(`deliberation_numero_g2_avenant_${rang}`))?.valeur).toEqual({
    genre: 'texte',
    texte: 'V-31',
  })
  expect((await lire(`deliberation_numero_avenant_${rang}`))?.valeur ?? null).toBeNull()
})

it('une personne morale y succède au second gestionnaire sans toucher au premier', async () => {
  const { acteId } = await unAvenant()
  const saisie = {
    acteId,
    version: 0,
    role: 'GESTIONNAIRE' as const,
    rang: 2,
    organisationId: t.id('commune-gentilly'),
    nom: 'Commune de Gentilly',
    adresse: null,
  }
  expect(await agir(t.direction, changerPartie, saisie)).toMatchObject({ cible: 'partie:GESTIONNAIRE:2' })
  const parties = await t.proprietaire.partie.findMany({ where: { acteId }, orderBy: { rang: 'asc' } })
  expect(parties.slice(1).map((p) => p.organisationId)).toEqual(
    ['commune-malakoff', 'commune-vitry-sur-seine', 'commune-gentilly'].map(t.id),
  )
  const { redaction } = await t.proprietaire.projetAvenant.findUniqueOrThrow({ where: { acteId } })
  const { modifications } = redaction as unknown as ProjetRedige
  const valeurs = modifications.flatMap((m) => (m.genre === 'valeur' ? [m] : []))
  expect(valeurs.map((m) => m.cle).sort()).toEqual(
    expect.arrayContaining(['gestionnaire_g2', 'gestionnaires']),
  )
  expect(valeurs.find((m) => m.cle === 'gestionnaires')?.voulu).toMatchObject({
    elements: ['la commune de Malakoff', 'la commune de Gentilly'],
  })
  // Malakoff est déjà partie : elle ne peut pas se succéder sous un autre rang.
  await expect(
    agir(t.direction, changerPartie, { ...saisie, version: 1, organisationId: t.id('commune-malakoff') }),
  ).rejects.toMatchObject(refus('SAISIE_INVALIDE'))
  expect(await visas(acteId)).toHaveLength(3)
})
