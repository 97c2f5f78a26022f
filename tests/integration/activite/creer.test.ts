import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '../../../lib/bd/client'
import { avecActeur } from '../../../lib/bd/transaction'
import { detacherDuCadre, rattacherAuCadre } from '../../../lib/cas-usage/activite/rattacher'
import { creerConventions } from '../../../lib/cas-usage/convention/creer-conventions'
import { texteDuDocument } from '../../../lib/documents/texte'
import { obstaclesFinalisation } from '../../../lib/domaine/texte/finalisation'
import { lireConvention, texteDeLActe } from '../../../lib/lectures/convention/lire-convention'
import { documentDeLaConvention } from '../../../lib/presentation/conventions/document'
import { desActivites, unActeGroupe } from '../../fabriques/activite'
import { unHabilite } from '../../fabriques/negociation'
import { uneConventionSignee } from '../../fabriques/signee'
import { agir, MAINTENANT, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

let t: Territoire
beforeAll(async () => {
  t = await ouvrirTerritoire()
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const lire = (reference: string) => lireConvention(t.direction, reference, MAINTENANT)

describe('Un acte groupé', () => {
  it('est un seul texte, avec une partie, un signataire, une comparution et des visas par gestionnaire', async () => {
    const acte = await unActeGroupe(t)
    const c = await lire(acte.reference)
    if (!c) throw new Error('acte illisible')
    expect(c.parties.map((p) => [p.role, p.organisation.code])).toEqual([
      ['HOPITAL', 'ap-hp'],
      ['GESTIONNAIRE', 'commune-malakoff'],
      ['GESTIONNAIRE', 'commune-vitry-sur-seine'],
    ])
    expect(c.parties.every((p) => p.signataires.length === 1)).toBe(true)
    const texte = texteDeLActe(c)
    expect(texte.comparutions).toHaveLength(3)
    expect(texte.comparutions[2]).toContain('{{gestionnaire_g2|Complet}}')
    expect(obstaclesFinalisation(texte).filter((o) => o.genre === 'parametre-inconnu')).toEqual([])
    const identites = c.unites.map((u) => u.identite)
    expect(identites.indexOf('visa-deliberation-g2')).toBeGreaterThan(-1)
    const lu = texteDuDocument(documentDeLaConvention(c, MAINTENANT))
    expect(lu).toContain('la commune de Malakoff et la commune de Vitry-sur-Seine')
    expect(lu).toContain('l’un des « Gestionnaires »'.replaceAll(' »', '\u00a0»').replace('« ', '«\u00a0'))
    expect(lu).toContain('ne met fin qu’à sa participation')
    expect(lu).toContain('Commune de Vitry-sur-Seine'.replace('C', 'c'))
    // Les unités répétées viennent du modèle : elles n'en sont pas des ajouts.
    const visa = c.unites.find((u) => u.identite === 'visa-deliberation-g2')
    expect(visa?.modele?.variantes).toHaveLength(1)
    expect(JSON.stringify(visa?.modele?.contenu)).toBe(JSON.stringify(visa?.contenu))
  })

  it('porte un numéro dans chaque convention-cadre, et le texte le cite', async () => {
    const acte = await unActeGroupe(t)
    const liens = await t.proprietaire.rattachementConvention.findMany({
      where: { conventionId: acte.conventionId },
    })
    const cadres = liens.map((l) => l.cadreId)
    expect(cadres).toContain(acte.cadres.malakoff.conventionId)
    expect(cadres).toContain(acte.cadres.vitry.conventionId)
    const c = await lire(acte.reference)
    const visas = c?.unites.filter((u) => u.identite.startsWith('visa-convention-cadre') && !u.omise)
    expect(visas).toHaveLength(2)
    expect(c?.parametres.find((p) => p.cle === 'numero_activite_g2')?.valeur).toMatchObject({
      genre: 'nombre',
    })
  })

  it('se refuse pour un modèle bilatéral, et sans rien écrire', async () => {
    const avant = await t.proprietaire.convention.count()
    const saisie = {
      modeleVersionId: t.version('convention-cadre-partenariat'),
      groupeId: t.id('hups'),
      centreIds: ['malakoff-1', 'vitry-sur-seine'].map(t.id),
      acteGroupe: true,
    }
    await expect(agir(t.direction, creerConventions, saisie)).rejects.toMatchObject(refus('SAISIE_INVALIDE'))
    expect(await t.proprietaire.convention.count()).toBe(avant)
  })

  it('sans le choix d’un seul acte, fait un acte par gestionnaire', async () => {
    const actes = await desActivites(t, ['malakoff-1', 'vitry-sur-seine'])
    expect(actes).toHaveLength(2)
    for (const a of actes) {
      expect(a.parties).toHaveLength(2)
      const c = await lire(a.reference)
      expect(c?.unites.some((u) => u.identite.endsWith('-g2'))).toBe(false)
      const lu = c ? texteDuDocument(documentDeLaConvention(c, MAINTENANT)) : ''
      expect(lu).toContain('La dénonciation met fin à la convention.')
    }
  })
})

describe('Le rattachement', () => {
  it('numérote sans trou ni doublon, même demandé ensemble, et ne redonne pas un numéro détaché', async () => {
    const cadre = await uneConventionSignee(t, { centre: 'villejuif' })
    const lots = await Promise.all(Array.from({ length: 5 }, () => desActivites(t, ['villejuif'])))
    const liens = () =>
      t.proprietaire.rattachementConvention.findMany({
        where: { cadreId: cadre.conventionId },
        orderBy: { numero: 'asc' },
      })
    expect((await liens()).map((l) => l.numero)).toEqual([1, 2, 3, 4, 5])
    const dernier = (await liens()).at(-1)
    await agir(t.direction, detacherDuCadre, {
      rattachementId: dernier?.id ?? '',
      version: 1,
      motif: 'Rattachée par erreur',
    })
    const detachee = lots.flat().find((a) => a.conventionId === dernier?.conventionId)
    const saisie = { acteId: detachee?.acteId ?? '', cadreId: cadre.conventionId }
    expect(await agir(t.direction, rattacherAuCadre, saisie)).toEqual({ numero: 6 })
    await expect(agir(t.direction, rattacherAuCadre, saisie)).rejects.toMatchObject(refus('DEJA_EXISTANT'))
    const journal = await t.proprietaire.journal.findMany({ where: { acteId: detachee?.acteId } })
    expect(journal.map((l) => l.evenement).sort()).toEqual([
      'activite-detachee',
      'activite-rattachee',
      'activite-rattachee',
      'convention-creee',
    ])
  })

  it('se refuse à qui n’est pas du groupe, pour un cadre d’autres parties, et pour une version périmée', async () => {
    const cadre = await uneConventionSignee(t, { centre: 'bagneux' })
    const [activite] = await desActivites(t, ['gentilly'])
    const saisie = { acteId: activite?.acteId ?? '', cadreId: cadre.conventionId }
    await expect(agir(t.direction, rattacherAuCadre, saisie)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(agir(t.exterieur, rattacherAuCadre, saisie)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(agir(t.cms, rattacherAuCadre, saisie)).rejects.toMatchObject(refus('INTROUVABLE'))
    const mairie = await unHabilite(t, 'MAIRIE', 'commune-bagneux')
    const [sienne] = await desActivites(t, ['bagneux'])
    await t.proprietaire.acte.update({
      where: { id: sienne?.acteId },
      data: { partage: true, etape: 'EN_RELECTURE' },
    })
    const lien = await t.proprietaire.rattachementConvention.findFirstOrThrow({
      where: { conventionId: sienne?.conventionId },
    })
    const retrait = { rattachementId: lien.id, version: 1, motif: 'Rattachée par erreur' }
    await expect(agir(mairie, detacherDuCadre, retrait)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(agir(t.direction, detacherDuCadre, { ...retrait, version: 4 })).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    await t.proprietaire.acte.update({ where: { id: sienne?.acteId }, data: { etape: 'SIGNEE' } })
    await expect(agir(t.direction, detacherDuCadre, retrait)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
  })

  it('ne montre à chaque commune que son propre cadre, dans la base même', async () => {
    const acte = await unActeGroupe(t)
    await t.proprietaire.acte.update({
      where: { id: acte.acteId },
      data: { partage: true, etape: 'EN_RELECTURE' },
    })
    const mairie = await unHabilite(t, 'MAIRIE', 'commune-vitry-sur-seine')
    const vus = await avecActeur(mairie, (tx) =>
      tx.rattachementConvention.findMany({ where: { conventionId: acte.conventionId } }),
    )
    const miens = await t.proprietaire.acte.findMany({
      where: { organisations: { has: t.id('commune-vitry-sur-seine') } },
    })
    expect(vus.length).toBeGreaterThan(0)
    for (const v of vus) expect(miens.map((a) => a.conventionId)).toContain(v.cadreId)
    expect(vus.some((v) => v.cadreId === acte.cadres.malakoff.conventionId)).toBe(false)
    const ailleurs = await avecActeur(t.exterieur, (tx) => tx.rattachementConvention.count())
    expect(ailleurs).toBe(0)
    await expect(
      avecActeur(mairie, (tx) => tx.rattachementConvention.updateMany({ data: { decisionMotif: 'non' } })),
    ).resolves.toEqual({ count: 0 })
  })
})
