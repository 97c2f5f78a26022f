import { beforeAll, describe, expect, it } from 'vitest'
import { ajouterBesoin } from '@/lib/cas-usage/organisation/ajouter-besoin'
import { modifierBesoin } from '@/lib/cas-usage/organisation/modifier-besoin'
import { repondreBesoin } from '@/lib/cas-usage/organisation/repondre-besoin'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import type { AjoutBesoin, SaisieReponse } from '@/lib/domaine/organisation/saisies'
import { AUJOURDHUI, acteurDe, agir, faitAuJournal, idDe, lire, refusDe, territoireDeTest } from './outils'

territoireDeTest()

let direction: Acteur, cms: Acteur, voisin: Acteur, autreGroupe: Acteur, siege: Acteur, mairie: Acteur
let arcueil: string
beforeAll(async () => {
  direction = await acteurDe('DIRECTION_PARTENARIATS', 'hups')
  cms = await acteurDe('DIRECTION_CMS', 'arcueil')
  voisin = await acteurDe('DIRECTION_CMS', 'villejuif')
  autreGroupe = await acteurDe('DIRECTION_PARTENARIATS', 'hupnvs')
  siege = await acteurDe('SIEGE', 'ap-hp')
  mairie = await acteurDe('MAIRIE', 'commune-arcueil')
  arcueil = await idDe('arcueil')
})

const ajout = (plus: Partial<AjoutBesoin> = {}): AjoutBesoin => ({
  centreId: arcueil,
  nature: 'HDJ',
  specialiteCode: 'cardiologie',
  libelle: null,
  recueilliLe: AUJOURDHUI,
  reunion: 'Comité de suivi d’essai',
  recueilComplet: false,
  priorite: 'HAUTE',
  note: null,
  ...plus,
})
const lireBesoin = (id: string) =>
  lire((tx) => tx.besoin.findUniqueOrThrow({ where: { id }, include: { reponses: true, reunion: true } }))

describe('ajouter un besoin', () => {
  it('l’enregistre avec sa réunion, nommé par sa spécialité, et le dit au journal', async () => {
    const { besoinId } = await agir(cms, ajouterBesoin, ajout())
    expect(await lireBesoin(besoinId)).toMatchObject({
      libelle: 'Cardiologie',
      priorite: 'HAUTE',
      version: 1,
      reunion: { intitule: 'Comité de suivi d’essai' },
    })
    expect(await faitAuJournal(arcueil, 'besoin-ajoute', besoinId)).toMatchObject({
      evenement: 'besoin-ajoute',
      cible: besoinId,
      auteurNom: cms.nom,
    })
  })
  it('refuse le même besoin deux fois', async () => {
    expect(await refusDe(agir(direction, ajouterBesoin, ajout()))).toBe('DEJA_EXISTANT')
  })
  it('est introuvable pour un autre centre et un autre groupe, fermé au siège et à la mairie', async () => {
    const saisie = ajout({ specialiteCode: 'urologie' })
    expect(await refusDe(agir(voisin, ajouterBesoin, saisie))).toBe('INTROUVABLE')
    expect(await refusDe(agir(autreGroupe, ajouterBesoin, saisie))).toBe('INTROUVABLE')
    expect(await refusDe(agir(siege, ajouterBesoin, saisie))).toBe('ROLE_INSUFFISANT')
    expect(await refusDe(agir(mairie, ajouterBesoin, saisie))).toBe('ROLE_INSUFFISANT')
    const inconnu = ajout({ centreId: '0190a5a0-0000-7000-8000-000000000000' })
    expect(await refusDe(agir(direction, ajouterBesoin, inconnu))).toBe('INTROUVABLE')
  })
  it('refuse une date à venir et une spécialité inconnue', async () => {
    const futur = ajout({ recueilliLe: '2026-11-23', specialiteCode: 'urologie' })
    expect(await refusDe(agir(cms, ajouterBesoin, futur))).toBe('DATE_INCOHERENTE')
    expect(await refusDe(agir(cms, ajouterBesoin, ajout({ specialiteCode: 'inconnue' })))).toBe(
      'SAISIE_INVALIDE',
    )
  })
  it('ne dit le recueil complet que si on le déclare', async () => {
    const vitry = await idDe('vitry-sur-seine')
    const du = () => lire((tx) => tx.organisation.findUniqueOrThrow({ where: { id: vitry } }))
    await agir(direction, ajouterBesoin, ajout({ centreId: vitry }))
    expect((await du()).besoinsRecueillisLe).toBeNull()
    await agir(
      direction,
      ajouterBesoin,
      ajout({ centreId: vitry, specialiteCode: 'orl', recueilComplet: true }),
    )
    expect((await du()).besoinsRecueillisLe?.toISOString().slice(0, 10)).toBe(AUJOURDHUI)
  })
})

describe('modifier un besoin', () => {
  it('change la priorité, garde l’avant au journal, refuse une version périmée', async () => {
    const { besoinId } = await agir(cms, ajouterBesoin, ajout({ specialiteCode: 'orl', priorite: null }))
    const saisie = { besoinId, version: 1, libelle: null, priorite: 'BASSE' as const, note: 'À revoir' }
    await agir(cms, modifierBesoin, saisie)
    expect(await lireBesoin(besoinId)).toMatchObject({ priorite: 'BASSE', note: 'À revoir', version: 2 })
    expect(await faitAuJournal(arcueil, 'besoin-modifie', besoinId)).toMatchObject({
      evenement: 'besoin-modifie',
      donnees: { avant: { priorite: null }, apres: { priorite: 'BASSE' } },
    })
    expect(await refusDe(agir(direction, modifierBesoin, saisie))).toBe('MODIFIE_ENTRE_TEMPS')
    expect(await refusDe(agir(voisin, modifierBesoin, { ...saisie, version: 2 }))).toBe('INTROUVABLE')
    expect(await refusDe(agir(siege, modifierBesoin, { ...saisie, version: 2 }))).toBe('ROLE_INSUFFISANT')
  })
})

describe('répondre à un besoin', () => {
  const reponse = (besoinId: string, plus: Partial<SaisieReponse> = {}): SaisieReponse => ({
    besoinId,
    version: 1,
    nature: 'A_L_ETUDE',
    texte: 'Le service est consulté.',
    motif: null,
    conventionId: null,
    le: AUJOURDHUI,
    ...plus,
  })
  it('appartient à l’hôpital : le centre ne répond pas à son propre besoin', async () => {
    const { besoinId } = await agir(cms, ajouterBesoin, ajout({ specialiteCode: 'pediatrie' }))
    expect(await refusDe(agir(cms, repondreBesoin, reponse(besoinId)))).toBe('ROLE_INSUFFISANT')
    expect(await refusDe(agir(autreGroupe, repondreBesoin, reponse(besoinId)))).toBe('INTROUVABLE')
    await agir(direction, repondreBesoin, reponse(besoinId))
    expect((await lireBesoin(besoinId)).reponses).toHaveLength(1)
    expect(await faitAuJournal(arcueil, 'besoin-repondu', besoinId)).toMatchObject({
      evenement: 'besoin-repondu',
      cible: besoinId,
    })
    expect(await refusDe(agir(direction, repondreBesoin, reponse(besoinId)))).toBe('MODIFIE_ENTRE_TEMPS')
  })
  it('exige le motif d’un refus, une date passée, une convention visible', async () => {
    const { besoinId } = await agir(cms, ajouterBesoin, ajout({ specialiteCode: 'sommeil' }))
    const essai = (plus: Partial<SaisieReponse>) =>
      refusDe(agir(direction, repondreBesoin, reponse(besoinId, plus)))
    expect(await essai({ nature: 'REFUSEE', motif: ' ' })).toBe('SAISIE_INVALIDE')
    expect(await essai({ le: '2027-01-01' })).toBe('DATE_INCOHERENTE')
    expect(await essai({ conventionId: arcueil })).toBe('INTROUVABLE')
    expect((await lireBesoin(besoinId)).version).toBe(1)
    expect(await essai({ nature: 'REFUSEE', motif: 'Aucun praticien disponible' })).toBeNull()
  })
})
