import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientBase, fermerBase, type Tx } from '../../../lib/bd/client'
import { empreinte } from '../../../lib/bd/secrets'
import { verifierMotDePasse } from '../../../lib/cas-usage/compte/hachage'
import { creerPremierAdministrateur } from '../../../lib/serveur/amorcer/administrateur'
import { creerComptesDemonstration } from '../../../lib/serveur/amorcer/comptes-demonstration'
import { type BaseDeTest, basePourTests } from '../../fabriques/base-de-test'
import { uneOrganisation } from '../../fabriques/comptes'

let base: BaseDeTest
const maintenant = new Date('2026-11-22T10:00:00Z')
const amorcer = (demande: { courriel?: string; motDePasse?: string }) =>
  clientBase().$transaction((tx) => creerPremierAdministrateur(tx, demande, maintenant))

beforeAll(async () => {
  base = await basePourTests()
  process.env.DATABASE_URL_EXECUTION = base.urlProprietaire
})
afterAll(async () => {
  await fermerBase()
  await base.supprimer()
})

describe('Premier administrateur', () => {
  it('refuse un mot de passe trop facile et ne laisse rien derrière', async () => {
    await expect(amorcer({ courriel: 'a@hopital.test', motDePasse: 'motdepasse12' })).rejects.toThrow(
      'trop facile',
    )
    expect(await clientBase().utilisateur.count()).toBe(0)
  })

  it('remet un lien, réémis tant que personne ne s’en est servi', async () => {
    const [premier, second] = [await amorcer({}), await amorcer({})]
    expect(premier).toMatchObject({ cree: true })
    expect(second).toMatchObject({ cree: false })
    const lignes = await clientBase().jetonCompte.findMany()
    expect(lignes.map((l) => l.empreinte)).toEqual([empreinte(second.jeton ?? '')])
    expect(await clientBase().organisation.count({ where: { nature: 'INSTITUTION' } })).toBe(1)
  })

  it('ne fait plus rien dès qu’un administrateur a choisi son mot de passe', async () => {
    await clientBase().utilisateur.updateMany({ data: { motDePasse: 'choisi' } })
    expect(await amorcer({ courriel: 'b@hopital.test', motDePasse: 'girafe lente et menthe' })).toEqual({
      cree: false,
      jeton: null,
    })
    expect(await clientBase().utilisateur.count()).toBe(1)
  })

  it('donne un mot de passe provisoire quand l’environnement en porte un', async () => {
    await clientBase().utilisateur.updateMany({ data: { actif: false } })
    await amorcer({ courriel: 'B@hopital.test', motDePasse: 'girafe lente et menthe' })
    const b = await clientBase().utilisateur.findUniqueOrThrow({ where: { courriel: 'b@hopital.test' } })
    expect(b.motDePasseAChanger).toBe(true)
    expect(await verifierMotDePasse(b.motDePasse, 'girafe lente et menthe')).toBe(true)
  })
})

describe('Comptes de démonstration', () => {
  it('se créent une fois et se laissent changer', async () => {
    const centre = await uneOrganisation(clientBase() as Tx, 'CENTRE')
    const compte = {
      nom: 'Direction',
      fonction: 'Direction',
      role: 'DIRECTION_CMS' as const,
      organisationCode: centre.code,
    }
    const courriel = 'direction@demonstration.invalid'
    const charger = () =>
      clientBase().$transaction((tx) => creerComptesDemonstration(tx, [{ ...compte, courriel }]))
    expect(await charger()).toHaveLength(1)
    await clientBase().utilisateur.update({ where: { courriel }, data: { nom: 'Changé' } })
    await charger()
    const lu = await clientBase().utilisateur.findUniqueOrThrow({
      where: { courriel },
      include: { habilitations: true },
    })
    expect(lu).toMatchObject({ nom: 'Changé', demonstration: true })
    expect(lu.habilitations).toHaveLength(1)
    const mauvais = { ...compte, courriel: 'x@demonstration.invalid', role: 'ADMINISTRATEUR' as const }
    await expect(clientBase().$transaction((tx) => creerComptesDemonstration(tx, [mauvais]))).rejects.toThrow(
      'incompatible',
    )
  })
})
