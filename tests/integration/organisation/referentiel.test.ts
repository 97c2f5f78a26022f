import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientBase, fermerBase, type Tx } from '@/lib/bd/client'
import { ajouterPartenariat } from '@/lib/cas-usage/organisation/ajouter-partenariat'
import { creerOrganisation } from '@/lib/cas-usage/organisation/creer-organisation'
import { fermerOrganisation } from '@/lib/cas-usage/organisation/fermer-organisation'
import { modifierOrganisation } from '@/lib/cas-usage/organisation/modifier-organisation'
import { retirerPartenariat } from '@/lib/cas-usage/organisation/retirer-partenariat'
import type { Acteur, NatureOrganisation } from '@/lib/domaine/organisation/acteur'
import {
  type SaisieCreation,
  type SaisieModification,
  schemaCreationOrganisation,
  schemaModificationOrganisation,
} from '@/lib/domaine/organisation/saisies-referentiel'
import { lireOrganisation } from '@/lib/lectures/administration/fiche-organisation'
import { lireReferentiel } from '@/lib/lectures/administration/referentiel'
import { listerCentres } from '@/lib/lectures/organisation/centres-visibles'
import { type BaseDeTest, basePourTests } from '../../fabriques/base-de-test'
import { acteurDe as compteDe, unUtilisateur } from '../../fabriques/comptes'
import { uneCreation } from '../../fabriques/referentiel'
import { acteurDe, agir, faitAuJournal, lire, refusDe } from './outils'

// Une installation sans démonstration : l'institution provisoire, et rien d'autre.
let base: BaseDeTest
let admin: Acteur
let institution: string
const INCONNU = '01890000-0000-7000-8000-000000000000'

beforeAll(async () => {
  base = await basePourTests()
  process.env.DATABASE_URL_EXECUTION = base.urlExecution
  const tx = clientBase() as Tx
  institution = INCONNU.replace('0000000000', '1111111111')
  await tx.organisation.create({
    data: { id: institution, code: 'institution', nature: 'INSTITUTION', nom: 'Institution' },
  })
  admin = compteDe(await unUtilisateur(tx), {
    role: 'ADMINISTRATEUR',
    organisationId: institution,
    nature: 'INSTITUTION',
  })
})
afterAll(async () => {
  await fermerBase()
  await base.supprimer()
})

const creer = (nature: NatureOrganisation, saisie: Partial<SaisieCreation>, acteur = admin) =>
  agir(acteur, creerOrganisation, schemaCreationOrganisation.parse(uneCreation(nature, saisie)))
const fiche = (code: string) =>
  lire((tx) =>
    tx.organisation.findUniqueOrThrow({
      where: { code },
      include: { fonctions: true, appellations: { orderBy: { depuis: 'asc' } }, commune: true },
    }),
  )
const idDe = async (code: string) => (await fiche(code)).id
const groupe = (saisie: Partial<SaisieCreation> = {}) =>
  creer('GROUPE_HOSPITALIER', {
    nom: 'Hôpitaux de l’Essai',
    sigle: 'HDE',
    article: 'les',
    parentId: institution,
    codeReference: 'hde',
    appellationDepuis: '2020-01-01',
    ...saisie,
  })
const commune = (saisie: Partial<SaisieCreation> = {}) =>
  creer('GESTIONNAIRE', {
    natureGestionnaire: 'COMMUNE',
    communeNom: 'Arcueil',
    codeInsee: '94003',
    tncc: '1',
    ...saisie,
  })

const modification = async (code: string, plus: Partial<SaisieModification> = {}) => {
  const o = await fiche(code)
  const { nature: _n, natureGestionnaire: _g, ...vide } = uneCreation(o.nature)
  return schemaModificationOrganisation.parse({
    ...vide,
    organisationId: o.id,
    version: o.version,
    nom: o.nom,
    sigle: o.sigle ?? '',
    parentId: o.parentId ?? '',
    codeInsee: o.commune?.codeInsee ?? '',
    communeNom: o.commune?.nom ?? '',
    tncc: String(o.commune?.tncc ?? 0),
    ...plus,
  })
}

describe('une installation vide', () => {
  it('se nomme, puis reçoit tout son référentiel sans SQL', async () => {
    expect((await lireReferentiel(admin)).aNommer).toBe('institution')
    await agir(
      admin,
      modifierOrganisation,
      await modification('institution', { nom: 'Assistance d’Essai', sigle: 'AE', genre: 'feminin' }),
    )
    const nommee = await fiche('institution')
    expect(nommee).toMatchObject({
      nom: 'Assistance d’Essai',
      feminin: true,
      recherche: 'assistance d essai ae',
    })
    expect(nommee.fonctions).toMatchObject([
      { code: 'directeur-general', signataire: true, personneId: null },
    ])
    expect((await lireReferentiel(admin)).aNommer).toBeNull()

    expect(await groupe()).toMatchObject({ code: 'hde' })
    const hde = await fiche('hde')
    expect(hde.appellations).toMatchObject([{ codeReference: 'HDE', sigle: 'HDE', jusqua: null }])
    await creer('SITE', { nom: 'hôpital Neuf', parentId: hde.id })
    await creer('SERVICE', { nom: 'service de pédiatrie', parentId: await idDe('hopital-neuf') })

    expect(await commune()).toMatchObject({ code: 'commune-d-arcueil' })
    const arcueil = await fiche('commune-d-arcueil')
    expect(arcueil).toMatchObject({
      nom: 'commune d’Arcueil',
      sigle: 'Commune',
      article: 'la',
      feminin: true,
    })
    expect(arcueil.commune).toMatchObject({ nom: 'Arcueil', tncc: 1, codeDepartement: '94' })
    expect(arcueil.fonctions).toMatchObject([{ code: 'maire', signataire: true, personneId: null }])
    const centre = { nom: 'Centre municipal de santé d’Arcueil', sigle: 'CMS', parentId: arcueil.id }
    expect(await creer('CENTRE', centre)).toMatchObject({ code: 'arcueil' })
    expect(await fiche('arcueil')).toMatchObject({ codeInsee: '94003' })
    expect((await fiche('arcueil')).fonctions).toHaveLength(2)
    expect(await creer('CENTRE', centre)).toMatchObject({ code: 'arcueil-2' })
    expect(await faitAuJournal(await idDe('arcueil'), 'organisation-creee')).toMatchObject({
      donnees: { apres: { code: 'arcueil', nature: 'CENTRE' } },
    })

    const trouve = await lireReferentiel(admin, 'pédiatrie')
    expect(trouve).toMatchObject({ trouvees: 1, gestionnaires: [] })
    expect(trouve.hopital[0]?.enfants[0]?.enfants[0]?.enfants[0]?.nom).toBe('service de pédiatrie')
  })
})

describe('qui n’administre pas', () => {
  it('ne sait rien du référentiel, même dans son propre groupe', async () => {
    const direction = await acteurDe('DIRECTION_PARTENARIATS', 'hde')
    const centre = await acteurDe('DIRECTION_CMS', 'arcueil')
    const paire = { groupeId: await idDe('hde'), centreId: await idDe('arcueil') }
    const saisie = await modification('hde', { nom: 'Autre' })
    for (const acteur of [direction, centre]) {
      const refus = [
        () => creer('GESTIONNAIRE', { nom: 'X', natureGestionnaire: 'ASSOCIATION' }, acteur),
        () => agir(acteur, modifierOrganisation, saisie),
        () =>
          agir(acteur, fermerOrganisation, {
            organisationId: paire.groupeId,
            version: 1,
            jusqua: '2026-12-31',
            successeurId: null,
          }),
        () => agir(acteur, ajouterPartenariat, { ...paire, depuis: null }),
        () => agir(acteur, retirerPartenariat, paire),
        () => lireReferentiel(acteur),
        () => lireOrganisation(acteur, 'hde'),
      ]
      for (const r of refus as (() => Promise<unknown>)[]) expect(await refusDe(r())).toBe('INTROUVABLE')
    }
  })
})

describe('les règles du référentiel', () => {
  it('refuse un rattachement interdit, inconnu ou absent, même la saisie passée', async () => {
    const sous = (parentId: string) => refusDe(creer('SITE', { nom: 'Site', parentId }))
    expect(await sous(institution)).toBe('RATTACHEMENT_INTERDIT')
    const absent = schemaCreationOrganisation.parse(
      uneCreation('SITE', { nom: 'Site', parentId: institution }),
    )
    expect(await refusDe(agir(admin, creerOrganisation, { ...absent, parentId: null }))).toBe(
      'RATTACHEMENT_INTERDIT',
    )
    expect(await sous(INCONNU)).toBe('INTROUVABLE')
  })
  it('refuse deux fois la même commune, et un code donné à un autre nom', async () => {
    expect(await refusDe(commune())).toBe('DEJA_EXISTANT')
    expect(await refusDe(commune({ communeNom: 'Cachan' }))).toBe('COMMUNE_DIFFERENTE')
    const autre = modification('commune-d-arcueil', { codeInsee: '94016', communeNom: 'Cachan' })
    expect(await refusDe(agir(admin, modifierOrganisation, await autre))).toBe('COMMUNE_DIFFERENTE')
  })
  it('refuse une version périmée', async () => {
    const saisie = await modification('hopital-neuf', { nom: 'hôpital Récent' })
    await agir(admin, modifierOrganisation, saisie)
    expect(await refusDe(agir(admin, modifierOrganisation, saisie))).toBe('MODIFIE_ENTRE_TEMPS')
    expect(await faitAuJournal(saisie.organisationId, 'organisation-modifiee')).toMatchObject({
      donnees: { avant: { nom: 'hôpital Neuf' }, apres: { nom: 'hôpital Récent' } },
    })
  })
  it('corrige un nom de groupe sans date, le change avec une date', async () => {
    await agir(admin, modifierOrganisation, await modification('hde', { nom: 'Hôpitaux d’Essai' }))
    expect((await fiche('hde')).appellations).toMatchObject([{ nom: 'Hôpitaux d’Essai', jusqua: null }])
    const change = { nom: 'Hôpitaux Unis', sigle: 'HU', codeReference: 'HU' }
    const enAvance = await modification('hde', { ...change, appellationDepuis: '2026-11-23' })
    expect(await refusDe(agir(admin, modifierOrganisation, enAvance))).toBe('DATE_INCOHERENTE')
    const tropTot = await modification('hde', { ...change, appellationDepuis: '2019-01-01' })
    expect(await refusDe(agir(admin, modifierOrganisation, tropTot))).toBe('DATE_INCOHERENTE')
    await expect(modification('hde', { appellationDepuis: '2026-01-01' })).rejects.toThrow('codeReference')
    await expect(modification('hde', { codeReference: 'HU' })).rejects.toThrow('appellationDepuis')
    const sansCode = { ...(await modification('hde')), appellationDepuis: '2026-01-01' }
    expect(await refusDe(agir(admin, modifierOrganisation, sansCode))).toBe('SAISIE_INVALIDE')
    await agir(
      admin,
      modifierOrganisation,
      await modification('hde', { ...change, appellationDepuis: '2026-01-01' }),
    )
    const jour = new Date('2026-01-01T00:00:00Z')
    expect((await fiche('hde')).appellations).toMatchObject([
      { codeReference: 'HDE', jusqua: jour },
      { codeReference: 'HU', depuis: jour, jusqua: null },
    ])
  })
})

describe('les partenariats', () => {
  it('ouvrent le centre au groupe, une seule fois, puis se défont', async () => {
    const [groupeId, centreId] = [await idDe('hde'), await idDe('arcueil')]
    const direction = await acteurDe('DIRECTION_PARTENARIATS', 'hde')
    expect(await listerCentres(direction)).toEqual([])
    await agir(admin, ajouterPartenariat, { groupeId, centreId, depuis: '2026-01-01' })
    expect((await listerCentres(direction)).map((c) => c.code)).toEqual(['arcueil'])
    expect(await refusDe(agir(admin, ajouterPartenariat, { groupeId, centreId, depuis: null }))).toBe(
      'DEJA_EXISTANT',
    )
    const envers = { groupeId: centreId, centreId: groupeId, depuis: null }
    expect(await refusDe(agir(admin, ajouterPartenariat, envers))).toBe('RATTACHEMENT_INTERDIT')
    expect(await faitAuJournal(centreId, 'partenariat-ajoute', groupeId)).not.toBeNull()
    await agir(admin, retirerPartenariat, { groupeId, centreId })
    expect(await listerCentres(direction)).toEqual([])
    expect(await refusDe(agir(admin, retirerPartenariat, { groupeId, centreId }))).toBe('INTROUVABLE')
    expect(await faitAuJournal(centreId, 'partenariat-retire', groupeId)).not.toBeNull()
  })
})

describe('fermer', () => {
  const fermeture = async (code: string, jusqua: string | null, successeur?: string) => ({
    organisationId: await idDe(code),
    version: (await fiche(code)).version,
    jusqua,
    successeurId: successeur ? await idDe(successeur) : null,
  })
  const fermer = async (...args: Parameters<typeof fermeture>) =>
    refusDe(agir(admin, fermerOrganisation, await fermeture(...args)))

  it('attend que rien n’en dépende, note le successeur, et se défait', async () => {
    expect(await fermer('commune-d-arcueil', '2026-12-31')).toBe('DEPENDANCES_OUVERTES')
    expect(await fermer('arcueil-2', '2026-12-31', 'hde')).toBe('RATTACHEMENT_INTERDIT')
    expect(await fermer('hopital-neuf', '2026-12-31')).toBe('DEPENDANCES_OUVERTES')
    const perimee = await fermeture('arcueil-2', '2026-12-31', 'arcueil')
    expect(await refusDe(agir(admin, fermerOrganisation, perimee))).toBeNull()
    expect(await refusDe(agir(admin, fermerOrganisation, perimee))).toBe('MODIFIE_ENTRE_TEMPS')
    expect(await lireOrganisation(admin, 'arcueil-2')).toMatchObject({
      jusqua: '2026-12-31',
      successeur: { code: 'arcueil' },
    })
    expect(await faitAuJournal(perimee.organisationId, 'organisation-fermee')).not.toBeNull()
    const paire = { groupeId: await idDe('hde'), centreId: perimee.organisationId, depuis: null }
    expect(await refusDe(agir(admin, ajouterPartenariat, paire))).toBe('RATTACHEMENT_INTERDIT')
    expect(await fermer('arcueil-2', null)).toBeNull()
    expect(await faitAuJournal(perimee.organisationId, 'organisation-rouverte')).not.toBeNull()
    expect(await lireOrganisation(admin, 'arcueil-2')).toMatchObject({ jusqua: null, successeur: null })
  })
})
