import { beforeAll, describe, expect, it } from 'vitest'
import { ajouterEquipement } from '@/lib/cas-usage/organisation/ajouter-equipement'
import { modifierEquipement } from '@/lib/cas-usage/organisation/modifier-equipement'
import { terminerEquipement } from '@/lib/cas-usage/organisation/terminer-equipement'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import {
  schemaAjoutEquipement,
  schemaModificationEquipement,
} from '@/lib/domaine/organisation/saisies-equipements'
import { lireFicheCentre } from '@/lib/lectures/organisation/fiche-centre'
import { lireFicheGroupe } from '@/lib/lectures/organisation/groupes'
import { AUJOURDHUI, acteurDe, agir, faitAuJournal, idDe, lire, refusDe, territoireDeTest } from './outils'

territoireDeTest()

let direction: Acteur,
  cms: Acteur,
  voisin: Acteur,
  mairie: Acteur,
  siege: Acteur,
  admin: Acteur,
  autre: Acteur
beforeAll(async () => {
  direction = await acteurDe('DIRECTION_PARTENARIATS', 'hups')
  autre = await acteurDe('DIRECTION_PARTENARIATS', 'hupnvs')
  cms = await acteurDe('DIRECTION_CMS', 'arcueil')
  voisin = await acteurDe('DIRECTION_CMS', 'gentilly')
  mairie = await acteurDe('MAIRIE', 'commune-arcueil')
  siege = await acteurDe('SIEGE', 'ap-hp')
  admin = await acteurDe('ADMINISTRATEUR', 'ap-hp')
})

const VIDE = { libelle: '', quantite: '', depuis: '', jusqua: '', source: '' }
const ajout = async (code: string, plus: object = {}) =>
  schemaAjoutEquipement.parse({
    ...VIDE,
    organisationId: await idDe(code),
    code: 'echographe',
    depuis: '2024-03-04',
    ...plus,
  })
const correction = (equipementId: string, version: number, plus: object = {}) =>
  schemaModificationEquipement.parse({ ...VIDE, equipementId, version, code: 'scanner', ...plus })
const ligne = (id: string) => lire((tx) => tx.equipement.findUniqueOrThrow({ where: { id } }))
const nouveau = async () => (await agir(cms, ajouterEquipement, await ajout('arcueil'))).equipementId

describe('ajouter un équipement', () => {
  it('l’écrit sous le nom de la liste, avec sa trace, et la fiche du centre le montre', async () => {
    const saisie = await ajout('arcueil', { quantite: '2', source: 'Entretien du 4 mars 2024' })
    const { equipementId } = await agir(cms, ajouterEquipement, saisie)
    const fiche = await lireFicheCentre(cms, 'arcueil')
    expect(fiche?.equipements.find((e) => e.id === equipementId)).toMatchObject({
      libelle: 'Échographe',
      quantite: 2,
      depuis: '2024-03-04',
      jusqua: null,
      version: 1,
    })
    expect(await faitAuJournal(saisie.organisationId, 'equipement-ajoute', equipementId)).toMatchObject({
      auteurNom: cms.nom,
      donnees: { apres: { libelle: 'Échographe', quantite: 2, source: 'Entretien du 4 mars 2024' } },
    })
  })

  it('se permet au centre, à la direction du groupe et à l’administrateur', async () => {
    for (const acteur of [cms, direction, admin])
      expect(await refusDe(agir(acteur, ajouterEquipement, await ajout('arcueil')))).toBeNull()
    for (const acteur of [direction, admin])
      for (const lieu of ['bicetre', 'bicetre-imagerie', 'hups'])
        expect(await refusDe(agir(acteur, ajouterEquipement, await ajout(lieu)))).toBeNull()
    const groupe = await lireFicheGroupe(direction, 'hups', AUJOURDHUI)
    const bicetre = groupe?.sites.rattaches.find((s) => s.nom === 'hôpital Bicêtre')
    expect(bicetre?.equipements.map((e) => e.libelle)).toContain('Échographe')
  })

  it('reste introuvable hors de portée, et interdit à qui ne fait que lire', async () => {
    const avant = await lire((tx) => tx.equipement.count())
    for (const acteur of [voisin, autre])
      expect(await refusDe(agir(acteur, ajouterEquipement, await ajout('arcueil')))).toBe('INTROUVABLE')
    for (const acteur of [mairie, siege])
      expect(await refusDe(agir(acteur, ajouterEquipement, await ajout('arcueil')))).toBe('ROLE_INSUFFISANT')
    expect(await refusDe(agir(siege, ajouterEquipement, await ajout('bicetre')))).toBe('ROLE_INSUFFISANT')
    for (const acteur of [cms, autre])
      expect(await refusDe(agir(acteur, ajouterEquipement, await ajout('bicetre')))).toBe('INTROUVABLE')
    // Une personne morale n'a pas d'équipement : le lieu en a.
    for (const lieu of ['ap-hp', 'commune-arcueil'])
      expect(await refusDe(agir(admin, ajouterEquipement, await ajout(lieu)))).toBe('INTROUVABLE')
    expect(await lire((tx) => tx.equipement.count())).toBe(avant)
  })

  it('refuse un lieu fermé, un « autre » sans nom et des dates à l’envers', async () => {
    await expect(ajout('arcueil', { code: 'autre' })).rejects.toThrow('libelle')
    await expect(ajout('arcueil', { jusqua: '2024-03-03' })).rejects.toThrow('date-ordre')
    for (const quantite of ['0', '-1', '1,5', '12345', 'x'])
      await expect(ajout('arcueil', { quantite })).rejects.toThrow('entier')
    const juste = await ajout('arcueil')
    const sansNom = { ...juste, code: 'autre' as const }
    expect(await refusDe(agir(cms, ajouterEquipement, sansNom))).toBe('SAISIE_INVALIDE')
    const envers = { ...juste, jusqua: '2024-03-03' }
    expect(await refusDe(agir(cms, ajouterEquipement, envers))).toBe('DATE_INCOHERENTE')
    const fermer = (jusqua: Date | null) =>
      lire((tx) => tx.organisation.update({ where: { code: 'arcueil' }, data: { jusqua } }))
    await fermer(new Date('2026-11-21'))
    expect(await refusDe(agir(cms, ajouterEquipement, juste))).toBe('ORGANISATION_FERMEE')
    await fermer(null)
  })
})

describe('corriger un équipement', () => {
  it('garde l’avant et l’après, puis refuse une version périmée', async () => {
    const id = await nouveau()
    const saisie = correction(id, 1, { libelle: 'Scanner du rez-de-chaussée', quantite: '1' })
    await agir(direction, modifierEquipement, saisie)
    expect(await ligne(id)).toMatchObject({
      code: 'scanner',
      libelle: 'Scanner du rez-de-chaussée',
      version: 2,
    })
    expect(await faitAuJournal(await idDe('arcueil'), 'equipement-modifie', id)).toMatchObject({
      donnees: {
        avant: { libelle: 'Échographe', depuis: '2024-03-04' },
        apres: { libelle: 'Scanner du rez-de-chaussée', depuis: null },
      },
    })
    expect(await refusDe(agir(cms, modifierEquipement, saisie))).toBe('MODIFIE_ENTRE_TEMPS')
    expect((await ligne(id)).version).toBe(2)
  })

  it('suit les mêmes droits que l’ajout', async () => {
    const saisie = correction(await nouveau(), 1)
    for (const acteur of [voisin, autre])
      expect(await refusDe(agir(acteur, modifierEquipement, saisie))).toBe('INTROUVABLE')
    for (const acteur of [mairie, siege])
      expect(await refusDe(agir(acteur, modifierEquipement, saisie))).toBe('ROLE_INSUFFISANT')
    const inconnu = correction('018f0000-0000-7000-8000-000000000000', 1)
    expect(await refusDe(agir(admin, modifierEquipement, inconnu))).toBe('INTROUVABLE')
    expect(await refusDe(agir(admin, modifierEquipement, saisie))).toBeNull()
  })
})

describe('dater la fin d’un équipement', () => {
  it('note le dernier jour une seule fois ; une correction peut l’effacer', async () => {
    const equipementId = await nouveau()
    const fin = { equipementId, version: 1, jusqua: AUJOURDHUI }
    await agir(cms, terminerEquipement, fin)
    expect((await ligne(equipementId)).jusqua?.toISOString().slice(0, 10)).toBe(AUJOURDHUI)
    expect(await faitAuJournal(await idDe('arcueil'), 'equipement-termine', equipementId)).toMatchObject({
      donnees: { avant: { jusqua: null }, apres: { jusqua: AUJOURDHUI } },
    })
    expect(await refusDe(agir(cms, terminerEquipement, fin))).toBe('MODIFIE_ENTRE_TEMPS')
    expect(await refusDe(agir(cms, terminerEquipement, { ...fin, version: 2 }))).toBe('ETAPE_INTERDITE')
    await agir(cms, modifierEquipement, correction(equipementId, 2))
    expect((await ligne(equipementId)).jusqua).toBeNull()
  })

  it('refuse une fin avant le début et qui n’en a pas le droit', async () => {
    const fin = { equipementId: await nouveau(), version: 1, jusqua: '2024-03-03' }
    expect(await refusDe(agir(cms, terminerEquipement, fin))).toBe('DATE_INCOHERENTE')
    for (const acteur of [voisin, autre])
      expect(await refusDe(agir(acteur, terminerEquipement, fin))).toBe('INTROUVABLE')
    for (const acteur of [mairie, siege])
      expect(await refusDe(agir(acteur, terminerEquipement, fin))).toBe('ROLE_INSUFFISANT')
    expect((await ligne(fin.equipementId)).version).toBe(1)
  })
})
