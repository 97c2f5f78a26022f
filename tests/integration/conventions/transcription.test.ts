import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '../../../lib/bd/client'
import { enregistrerReprise } from '../../../lib/cas-usage/convention/enregistrer-reprise'
import { modifierUnite } from '../../../lib/cas-usage/convention/modifier-unite'
import { schemaEnregistrerReprise } from '../../../lib/cas-usage/convention/saisies'
import { saisirTexte } from '../../../lib/cas-usage/convention/saisir-texte'
import { deposerLogo } from '../../../lib/cas-usage/organisation/deposer-logo'
import { lireTexteBalise } from '../../../lib/domaine/texte/balisage'
import { lireConvention } from '../../../lib/lectures/convention/lire-convention'
import { lireLogos } from '../../../lib/lectures/convention/lire-logos'
import { documentDeLaConvention } from '../../../lib/presentation/conventions/document'
import { agir, MAINTENANT, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

let t: Territoire
beforeAll(async () => {
  t = await ouvrirTerritoire()
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const lire = async (reference: string) => {
  const c = await lireConvention(t.direction, reference, MAINTENANT)
  if (!c) throw new Error('convention attendue')
  return c
}
async function reprendre() {
  const saisie = schemaEnregistrerReprise.parse({
    groupeId: t.id('hups'),
    centreIds: [t.id('arcueil')],
    modeleCode: null,
    intitule: 'Convention de 2025',
    conventionId: null,
    dateSignature: '2025-09-10',
    dateEffet: null,
    dureeMois: 36,
    dateFin: null,
    signataires: [],
    fichierId: null,
  })
  const { reference } = await agir(t.direction, enregistrerReprise, saisie)
  return lire(reference)
}
const demande = (acteId: string, version = 1, modele = 'convention-cadre-partenariat') => ({
  acteId,
  version,
  modeleVersionId: t.version(modele),
})

describe('Transcrire le texte d’une convention reprise', () => {
  it('recopie le modèle, puis se corrige article par article, et dit que seul l’acte signé fait foi', async () => {
    const repris = await reprendre()
    expect(repris.unites).toEqual([])
    await agir(t.direction, saisirTexte, demande(repris.acteId))
    const avecTexte = await lire(repris.reference)
    expect(avecTexte.unites.filter((u) => u.genre === 'article')).toHaveLength(13)
    expect(avecTexte.etape).toBe('SIGNEE')
    await agir(t.direction, modifierUnite, {
      acteId: repris.acteId,
      identite: 'article-objet',
      version: 1,
      contenu: lireTexteBalise('Objet tel que signé.', 'article-objet'),
    })
    const corrige = await lire(repris.reference)
    expect(corrige.unites.find((u) => u.identite === 'article-objet')?.origine).toBe('adapte')
    const document = documentDeLaConvention(corrige, MAINTENANT)
    expect(document.mention).toContain('seul l’acte signé fait foi')
    expect(document.filigrane).toBeNull()
    const journal = await t.proprietaire.journal.findMany({
      where: { acteId: repris.acteId },
      orderBy: { id: 'asc' },
    })
    expect(journal.map((l) => l.evenement)).toEqual(['acte-repris', 'texte-saisi', 'unite-modifiee'])
  })

  it('refuse un texte déjà saisi, une version périmée, un modèle qui ne se rédige pas', async () => {
    const repris = await reprendre()
    await expect(agir(t.direction, saisirTexte, demande(repris.acteId, 7))).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    await expect(
      agir(t.direction, saisirTexte, {
        ...demande(repris.acteId),
        modeleVersionId: t.version('convention-activite-partagee', 1),
      }),
    ).rejects.toMatchObject(refus('INTROUVABLE'))
    await agir(t.direction, saisirTexte, demande(repris.acteId))
    await expect(agir(t.direction, saisirTexte, demande(repris.acteId, 2))).rejects.toMatchObject(
      refus('DEJA_EXISTANT'),
    )
  })

  it('n’existe pas pour une autre organisation', async () => {
    const repris = await reprendre()
    for (const acteur of [t.exterieur, t.cms]) {
      await expect(agir(acteur, saisirTexte, demande(repris.acteId))).rejects.toMatchObject(
        refus('INTROUVABLE'),
      )
    }
    expect((await lire(repris.reference)).unites).toEqual([])
  })
})

describe('Logo d’une organisation', () => {
  const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
  const logo = (organisation: string, contenu: BlobPart = PNG) => ({
    organisationId: t.id(organisation),
    fichier: new File([contenu], 'logo.png'),
  })

  it('figure en tête des documents de ses conventions, groupe d’abord', async () => {
    await agir(t.direction, deposerLogo, logo('commune-arcueil'))
    await agir(t.direction, deposerLogo, logo('hups'))
    const convention = await reprendre()
    const logos = await lireLogos(t.direction, convention)
    expect(logos.map((l) => l.type)).toEqual(['image/png', 'image/png'])
    expect(logos[0]?.nom).toBe('Hôpitaux Universitaires Paris-Sud')
    const journal = await t.proprietaire.journal.findMany({ where: { evenement: 'logo-depose' } })
    expect(journal).toHaveLength(2)
  })

  it('refuse un faux PNG, un fichier trop lourd et un acteur extérieur', async () => {
    await expect(agir(t.direction, deposerLogo, logo('hups', '<svg onload=1>'))).rejects.toMatchObject(
      refus('FICHIER_REFUSE'),
    )
    const lourd = new Uint8Array(600 * 1024)
    lourd.set(PNG)
    await expect(agir(t.direction, deposerLogo, logo('hups', lourd))).rejects.toMatchObject(
      refus('FICHIER_TROP_GROS'),
    )
    await expect(agir(t.exterieur, deposerLogo, logo('commune-arcueil'))).rejects.toMatchObject(
      refus('INTROUVABLE'),
    )
  })
})
