import { afterAll, beforeAll, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { changerPartie } from '@/lib/cas-usage/avenant/changer-partie'
import { changerQualite } from '@/lib/cas-usage/avenant/changer-qualite'
import type { ProjetRedige } from '@/lib/domaine/avenant/projet'
import { uneConventionPrete, unProjet } from '../../fabriques/avenant'
import { agir, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

let t: Territoire
let c: Awaited<ReturnType<typeof uneConventionPrete>>
beforeAll(async () => {
  t = await ouvrirTerritoire()
  c = await uneConventionPrete(t)
}, 60_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const cibles = async (acteId: string) =>
  (await t.proprietaire.retouche.findMany({ where: { acteId }, orderBy: { cible: 'asc' } })).map(
    (r) => r.cible,
  )
const parties = (acteId: string) =>
  t.proprietaire.partie.findMany({
    where: { acteId },
    orderBy: { rang: 'asc' },
    include: { signataires: true },
  })
const redaction = async (acteId: string) =>
  (await t.proprietaire.projetAvenant.findUniqueOrThrow({ where: { acteId } }))
    .redaction as unknown as ProjetRedige
const motsDesUnites = async (acteId: string) =>
  JSON.stringify(await t.proprietaire.unite.findMany({ where: { acteId } })).replace(/[\u00a0\u202f]/g, ' ')
const actuelle = () => {
  const p = c.texte.parties.find((x) => x.role === 'GESTIONNAIRE')
  if (!p) throw new Error('aucun gestionnaire')
  return { organisationId: p.organisationId, nom: p.nom, adresse: p.adresse }
}
const succession = (acteId: string, version = 0) => ({
  acteId,
  version,
  role: 'GESTIONNAIRE' as const,
  rang: 1,
  organisationId: t.id('commune-gentilly'),
  nom: 'Commune de Gentilly',
  adresse: null,
})
const qualite = (acteId: string, mots: string, version = 0) => ({
  acteId,
  version,
  role: 'GESTIONNAIRE' as const,
  rang: 1,
  civilite: 'MME' as const,
  prenom: 'Claire',
  nom: 'Exemple',
  qualite: mots,
})

it('une autre personne morale succède : elle signe, le lit, et le texte la nomme ; y renoncer défait tout', async () => {
  const { acteId } = await unProjet(t, c)
  expect(await agir(t.direction, changerPartie, succession(acteId))).toMatchObject({
    cible: 'partie:GESTIONNAIRE',
    version: 1,
  })
  expect(await cibles(acteId)).toEqual(expect.arrayContaining(['partie:GESTIONNAIRE', 'valeur:gestionnaire']))
  const avec = await parties(acteId)
  expect(avec.map((p) => p.organisationId)).toEqual([
    avec[0]?.organisationId,
    actuelle().organisationId,
    t.id('commune-gentilly'),
  ])
  expect(avec[2]?.signataires).toHaveLength(1)
  const acte = await t.proprietaire.acte.findUniqueOrThrow({ where: { id: acteId } })
  expect(acte.organisations).toContain(t.id('commune-gentilly'))

  const r = await redaction(acteId)
  // L'avenant est signé de la commune d'Arcueil, encore partie, et de celle qui lui succède.
  expect(r.comparutions.at(-1)).toContain('qui succède à la commune d’Arcueil')
  expect(r.valeurs.gestionnaire).toMatchObject({ nom: actuelle().nom })
  const mots = await motsDesUnites(acteId)
  expect(mots).toContain(
    'La commune de Gentilly succède à la commune d’Arcueil dans tous les droits et obligations',
  )
  expect(mots).toContain('av-visa-vote-g2')
  expect(
    await t.proprietaire.journal.count({ where: { acteId, evenement: 'retouche-enregistree' } }),
  ).toBeGreaterThan(0)

  await expect(agir(t.direction, changerPartie, succession(acteId))).rejects.toMatchObject(
    refus('MODIFIE_ENTRE_TEMPS'),
  )
  await agir(t.direction, changerPartie, { ...succession(acteId, 1), ...actuelle() })
  expect(await cibles(acteId)).toEqual([])
  expect(await parties(acteId)).toHaveLength(2)
  expect(await motsDesUnites(acteId)).not.toContain('av-visa-vote-g2')
})

it('la même personne morale, autrement nommée : ses mots changent partout, personne d’autre ne signe', async () => {
  const { acteId } = await unProjet(t, c)
  const saisie = { ...succession(acteId), ...actuelle(), nom: 'Ville d’Arcueil' }
  await agir(t.direction, changerPartie, saisie)
  expect(await cibles(acteId)).toEqual(['partie:GESTIONNAIRE', 'valeur:gestionnaire'])
  expect(await parties(acteId)).toHaveLength(2)
  const mots = await motsDesUnites(acteId)
  expect(mots).toContain('Ville d’Arcueil')
  expect(mots).not.toContain('succède')
})

it('refuse un organisme d’une autre nature, étranger au groupe, déjà partie, et un rang qui n’existe pas', async () => {
  const { acteId } = await unProjet(t, c)
  const dire = (change: Partial<ReturnType<typeof succession>>) =>
    agir(t.direction, changerPartie, { ...succession(acteId), ...change })
  const hopital = c.texte.parties.find((p) => p.role === 'HOPITAL')?.organisationId ?? ''
  await expect(dire({ organisationId: hopital })).rejects.toMatchObject(refus('INTROUVABLE'))
  await expect(dire({ rang: 2 })).rejects.toMatchObject(refus('INTROUVABLE'))
  const etranger = await t.proprietaire.organisation.findFirstOrThrow({
    where: {
      nature: 'GESTIONNAIRE',
      enfants: { some: {}, none: { partenariatsCentre: { some: { groupeId: t.id('hups') } } } },
    },
  })
  await expect(dire({ organisationId: etranger.id })).rejects.toMatchObject(refus('INTROUVABLE'))
})

it('change la qualité de qui représente la partie ; le nom seul, ou y revenir, n’est pas un changement', async () => {
  // Le nom du maire, connu depuis le vote : une mention de la chaîne, que le texte signé lit.
  const fonction = { masculin: 'Maire', feminin: 'Maire' }
  const depart = { genre: 'personne', civilite: 'MME', prenom: 'Claire', nom: 'Exemple', fonction }
  await t.proprietaire.parametre.upsert({
    where: { conventionId_cle: { conventionId: c.conventionId, cle: 'gestionnaire_representant' } },
    create: {
      conventionId: c.conventionId,
      cle: 'gestionnaire_representant',
      valeur: depart,
      modifieLe: new Date(),
    },
    update: { valeur: depart },
  })
  const { acteId } = await unProjet(t, c)
  const cible = 'valeur:gestionnaire_representant'
  await agir(t.direction, changerQualite, qualite(acteId, 'adjointe au maire déléguée à la santé'))
  expect(await cibles(acteId)).toEqual([cible])
  expect(await motsDesUnites(acteId)).toContain('adjointe au maire déléguée à la santé')
  // L'avenant, lui, reste signé par qui représente la commune aujourd'hui.
  expect((await redaction(acteId)).valeurs.gestionnaire_representant).toEqual(depart)
  await expect(agir(t.direction, changerQualite, qualite(acteId, 'autre', 0))).rejects.toMatchObject(
    refus('MODIFIE_ENTRE_TEMPS'),
  )
  await agir(t.direction, changerQualite, qualite(acteId, fonction.feminin, 1))
  expect(await cibles(acteId)).toEqual([])
})
