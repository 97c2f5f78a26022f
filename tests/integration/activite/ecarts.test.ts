import { afterAll, beforeAll, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { choisirVariante } from '@/lib/cas-usage/convention/choisir-variante'
import { omettreUnite } from '@/lib/cas-usage/convention/omettre-unite'
import { schemaFiltresEcarts } from '@/lib/lectures/ecarts/filtres'
import { lireEcartsConvention } from '@/lib/lectures/ecarts/lire-ecarts-convention'
import { lireRegistre } from '@/lib/lectures/ecarts/lire-registre'
import { unActeGroupe } from '../../fabriques/activite'
import { agir, MAINTENANT, ouvrirTerritoire, type Territoire } from '../../fabriques/territoire'

const CODE = 'convention-activite-partagee'
let t: Territoire
let c: Awaited<ReturnType<typeof unActeGroupe>>
beforeAll(async () => {
  t = await ouvrirTerritoire()
  c = await unActeGroupe(t)
}, 120_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const registre = async () => {
  const lu = await lireRegistre(t.direction, schemaFiltresEcarts.parse({ modele: CODE }), MAINTENANT)
  const ligne = lu?.lignes.find((l) => l.reference === c.reference)
  if (!lu || !ligne) throw new Error('acte absent du registre')
  return { articles: lu.articles.map((a) => a.identite), ligne }
}

it('un acte groupé tel que le modèle l’écrit n’ajoute ni ne supprime rien au registre', async () => {
  const repetees = await t.proprietaire.unite.count({
    where: { acteId: c.acteId, identite: { endsWith: '-g2' } },
  })
  expect(repetees).toBeGreaterThan(0)
  const { articles, ligne } = await registre()
  expect(articles.filter((i) => /-g\d$/.test(i))).toEqual([])
  expect([...ligne.cellules.values()].map((x) => x.etat)).not.toContain('ajoute')
  expect([...ligne.cellules.values()].map((x) => x.etat)).not.toContain('supprime')
  expect(ligne.ecarts).toBe(0)
  expect((await lireEcartsConvention(t.direction, c.reference, MAINTENANT))?.ecarts).toEqual([])
})

it('ce que l’exemplaire d’un gestionnaire change se lit sous l’article du modèle, avec le texte qu’il y aurait', async () => {
  const identite = 'visa-deliberation-g2'
  await agir(t.direction, choisirVariante, {
    acteId: c.acteId,
    identite,
    version: 1,
    variante: 'organe-prive',
  })
  const { ligne } = await registre()
  expect(ligne.cellules.get('visa-deliberation')).toMatchObject({ etat: 'variante', exemplaire: identite })
  expect(ligne.cellules.get('visa-deliberation')?.variante).toContain('Gestionnaire privé')
  const ecarts = await lireEcartsConvention(t.direction, c.reference, MAINTENANT)
  const ecart = ecarts?.ecarts.find((e) => e.identite === identite)
  expect(ecart?.etat).toBe('variante')
  expect(JSON.stringify(ecart?.avant)).toContain('deliberation_numero_g2')
  expect(ecarts?.texte.definitions.map((d) => d.cle)).toContain('deliberation_numero_g2')
  await agir(t.direction, omettreUnite, { acteId: c.acteId, identite, version: 2, motif: 'Sans vote' })
  expect((await registre()).ligne.cellules.get('visa-deliberation')).toMatchObject({
    etat: 'supprime',
    motif: 'Sans vote',
  })
})
