import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '../../../lib/bd/client'
import { avecActeur } from '../../../lib/bd/transaction'
import { enregistrerReprise } from '../../../lib/cas-usage/convention/enregistrer-reprise'
import { schemaEnregistrerReprise } from '../../../lib/cas-usage/convention/saisies'
import { deposerScan } from '../../../lib/cas-usage/fichier/deposer-fichier'
import { validerModele } from '../../../lib/cas-usage/modele/valider-modele'
import { lireConvention } from '../../../lib/lectures/convention/lire-convention'
import { lireModele } from '../../../lib/lectures/modele/lire-modeles'
import { agir, MAINTENANT, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

let t: Territoire
beforeAll(async () => {
  t = await ouvrirTerritoire()
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const pdf = (nom = 'acte.pdf') => new File([new TextEncoder().encode('%PDF-1.7 essai')], nom)
const saisie = (de: Record<string, unknown> = {}) =>
  schemaEnregistrerReprise.parse({
    groupeId: t.id('hups'),
    centreIds: [t.id('arcueil')],
    modeleCode: 'convention-cadre-partenariat',
    intitule: 'Convention de 2018',
    conventionId: null,
    dateSignature: '2018-09-10',
    dateEffet: '2018-09-15',
    dureeMois: 36,
    dateFin: null,
    signataires: [],
    fichierId: null,
    ...de,
  })
const lire = (reference: string) => lireConvention(t.direction, reference, MAINTENANT)

describe('Déposer un scan', () => {
  it('garde les octets et leur empreinte', async () => {
    const depose = await agir(t.direction, deposerScan, pdf('C:\\scans\\acte.pdf'))
    const attendue = createHash('sha256').update('%PDF-1.7 essai').digest('hex')
    expect(depose).toMatchObject({ nom: 'acte.pdf', taille: 14, empreinte: attendue })
  })
  it('refuse un type inconnu quel que soit son nom, et un acteur qui ne rédige pas', async () => {
    const faux = new File(['bonjour'], 'acte.pdf')
    await expect(agir(t.direction, deposerScan, faux)).rejects.toMatchObject(refus('FICHIER_REFUSE'))
    await expect(agir(t.cms, deposerScan, pdf())).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
  })
  it('n’est visible que de son déposant tant qu’il n’est rattaché à rien', async () => {
    const { id } = await agir(t.direction, deposerScan, pdf())
    expect(await avecActeur(t.exterieur, (tx) => tx.fichier.count({ where: { id } }))).toBe(0)
    expect(await avecActeur(t.direction, (tx) => tx.fichier.count({ where: { id } }))).toBe(1)
  })
})

describe('Reprendre un acte signé', () => {
  it('le montre échu au bon jour, avec son scan et son journal', async () => {
    const { id } = await agir(t.direction, deposerScan, pdf())
    const { reference } = await agir(t.direction, enregistrerReprise, saisie({ fichierId: id }))
    const c = await lire(reference)
    expect(reference).toBe('HUPS-ARC-2018-001')
    expect(c).toMatchObject({ etape: 'SIGNEE', situation: 'ECHUE', origine: 'REPRISE' })
    expect(c?.dates).toMatchObject({ effet: '2018-09-15', fin: '2021-09-14' })
    expect(c?.fichiers.map((f) => f.id)).toEqual([id])
    const journal = await t.proprietaire.journal.findMany({ where: { acteId: c?.acteId } })
    expect(journal.map((l) => l.evenement)).toEqual(['acte-repris'])
  })
  it('un avenant repris prolonge la chaîne et prend le numéro suivant', async () => {
    const { reference } = await agir(t.direction, enregistrerReprise, saisie())
    const conventionId = (await lire(reference))?.conventionId
    const avenant = saisie({
      conventionId,
      intitule: 'Avenant de prorogation',
      dateSignature: '2021-09-01',
      dateEffet: '2021-09-15',
      dureeMois: null,
      dateFin: '2027-09-14',
    })
    expect(await agir(t.direction, enregistrerReprise, avenant)).toEqual({ reference: `${reference}-A1` })
    const c = await lire(reference)
    // L'avenant s'ouvre à sa propre adresse, et renvoie à la convention qu'il modifie.
    expect(await lire(`${reference}-A1`)).toMatchObject({
      reference: `${reference}-A1`,
      genre: 'AVENANT',
      rang: 1,
      initiale: { reference },
      avenants: [],
    })
    expect(await lire(`${reference}-A2`)).toBeNull()
    expect(c?.avenants.map((a) => a.rang)).toEqual([1])
    expect(c?.dates.fin).toBe('2027-09-14')
    expect(c?.situation).toBe('EN_VIGUEUR')
  })
  it('refuse un avenant à une convention qui n’a ni centre ni gestionnaire commun', async () => {
    const { reference } = await agir(t.direction, enregistrerReprise, saisie())
    const conventionId = (await lire(reference))?.conventionId
    const ailleurs = saisie({ conventionId, centreIds: [t.id('gentilly')] })
    await expect(agir(t.direction, enregistrerReprise, ailleurs)).rejects.toMatchObject(
      refus('SAISIE_INVALIDE'),
    )
  })
  it('ne prend pour scan qu’un scan', async () => {
    const { id } = await agir(t.direction, deposerScan, pdf())
    await t.proprietaire.fichier.update({ where: { id }, data: { usage: 'logo' } })
    await expect(agir(t.direction, enregistrerReprise, saisie({ fichierId: id }))).rejects.toMatchObject(
      refus('INTROUVABLE'),
    )
  })
  it('se refuse à tout autre que la direction du groupe', async () => {
    for (const acteur of [t.exterieur, t.cms, t.siege])
      await expect(agir(acteur, enregistrerReprise, saisie())).rejects.toMatchObject(refus('INTROUVABLE'))
  })
  it('refuse deux gestionnaires, et le scan déposé par un autre', async () => {
    const deux = saisie({ centreIds: [t.id('arcueil'), t.id('gentilly')] })
    await expect(agir(t.direction, enregistrerReprise, deux)).rejects.toMatchObject(refus('SAISIE_INVALIDE'))
    const { id } = await agir(t.exterieur, deposerScan, pdf())
    await expect(agir(t.direction, enregistrerReprise, saisie({ fichierId: id }))).rejects.toMatchObject(
      refus('INTROUVABLE'),
    )
  })
  it('refuse une fin avant l’effet', () => {
    expect(() => saisie({ dureeMois: null, dateFin: '2018-09-14' })).toThrow('date-avant-effet')
  })
})

describe('Déclarer un modèle validé', () => {
  const demande = () => ({ versionId: t.version('convention-cadre-partenariat') })
  it('se refuse à la direction, réussit au service juridique, une seule fois, et s’écrit au journal', async () => {
    await expect(agir(t.direction, validerModele, demande())).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    expect((await lireModele(t.cms, 'convention-cadre-partenariat'))?.valideeLe).toBeNull()
    await agir(t.juridique, validerModele, demande())
    expect((await lireModele(t.cms, 'convention-cadre-partenariat'))?.valideeLe).toEqual(MAINTENANT)
    await expect(agir(t.juridique, validerModele, demande())).rejects.toMatchObject(refus('DEJA_EXISTANT'))
    expect(await t.proprietaire.journal.count({ where: { evenement: 'modele-valide' } })).toBe(1)
  })
})
