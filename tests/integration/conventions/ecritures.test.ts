import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fermerBase } from '../../../lib/bd/client'
import { avecActeur } from '../../../lib/bd/transaction'
import { abandonnerActe } from '../../../lib/cas-usage/convention/abandonner-acte'
import { choisirVariante } from '../../../lib/cas-usage/convention/choisir-variante'
import { modifierParametre } from '../../../lib/cas-usage/convention/modifier-parametre'
import { modifierSignataires } from '../../../lib/cas-usage/convention/modifier-signataires'
import { modifierUnite } from '../../../lib/cas-usage/convention/modifier-unite'
import { omettreUnite } from '../../../lib/cas-usage/convention/omettre-unite'
import type { Acteur } from '../../../lib/domaine/organisation/acteur'
import { lireTexteBalise } from '../../../lib/domaine/texte/balisage'
import { agir, ouvrirTerritoire, refus, type Territoire, unBrouillon } from '../../fabriques/territoire'

let t: Territoire
let acteId: string
let conventionId: string
let partieId: string
beforeAll(async () => {
  t = await ouvrirTerritoire()
})
beforeEach(async () => {
  ;({ acteId, conventionId } = await unBrouillon(t))
  partieId = (await t.proprietaire.partie.findFirstOrThrow({ where: { acteId, role: 'HOPITAL' } })).id
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const unite = (identite: string) =>
  t.proprietaire.unite.findUniqueOrThrow({ where: { acteId_identite: { acteId, identite } } })
const parametre = (cle: string) =>
  t.proprietaire.parametre.findUniqueOrThrow({ where: { conventionId_cle: { conventionId, cle } } })
const contenu = (texte: string) => lireTexteBalise(texte, 'essai')
const ALINEA = 'considerant-libre-choix'
const signataires = [
  { civilite: 'MME' as const, prenom: 'Ada', nom: 'Exemple', qualite: 'Directrice', autorite: null },
]

type Essai = {
  evenement: string
  jouer: (acteur: Acteur, version?: number) => Promise<unknown>
  lire: () => Promise<unknown>
  attendu: unknown
}
const ESSAIS: Record<string, Essai> = {
  'réécrire une unité': {
    evenement: 'unite-modifiee',
    jouer: (a, version = 1) =>
      agir(a, modifierUnite, { acteId, identite: ALINEA, version, contenu: contenu('Texte récrit.') }),
    lire: async () => {
      const u = await unite(ALINEA)
      return { origine: u.origine, version: u.version }
    },
    attendu: { origine: 'adapte', version: 2 },
  },
  'choisir une variante': {
    evenement: 'variante-choisie',
    jouer: (a, version = 1) =>
      agir(a, choisirVariante, {
        acteId,
        identite: 'visa-deliberation',
        version,
        variante: 'sans-transmission',
      }),
    lire: async () => {
      const u = await unite('visa-deliberation')
      return { origine: u.origine, variante: u.variante, version: u.version }
    },
    attendu: { origine: 'variante', variante: 'sans-transmission', version: 2 },
  },
  'omettre une unité': {
    evenement: 'unite-omise',
    jouer: (a, version = 1) =>
      agir(a, omettreUnite, { acteId, identite: ALINEA, version, motif: 'Sans objet ici' }),
    lire: async () => {
      const u = await unite(ALINEA)
      return { omise: u.omise, motif: u.motif }
    },
    attendu: { omise: true, motif: 'Sans objet ici' },
  },
  'modifier un paramètre': {
    evenement: 'parametre-modifie',
    jouer: (a, version = 1) =>
      agir(a, modifierParametre, {
        acteId,
        cle: 'duree',
        version,
        valeur: { genre: 'duree', nombre: 5, unite: 'an' },
      }),
    lire: async () => (await parametre('duree')).valeur,
    attendu: { genre: 'duree', nombre: 5, unite: 'an' },
  },
  'modifier les signataires': {
    evenement: 'signataires-modifies',
    jouer: (a, version = 1) => agir(a, modifierSignataires, { acteId, partieId, version, signataires }),
    lire: async () =>
      (await t.proprietaire.signataire.findMany({ where: { partieId } })).map((s) => `${s.prenom} ${s.nom}`),
    attendu: ['Ada Exemple'],
  },
  abandonner: {
    evenement: 'acte-abandonne',
    jouer: (a, version = 1) => agir(a, abandonnerActe, { acteId, version, motif: 'Projet reporté' }),
    lire: async () => (await t.proprietaire.acte.findUniqueOrThrow({ where: { id: acteId } })).etape,
    attendu: 'ABANDONNEE',
  },
}
const partager = () => t.proprietaire.acte.update({ where: { id: acteId }, data: { partage: true } })
const nombreAuJournal = (evenement: string) => t.proprietaire.journal.count({ where: { acteId, evenement } })

describe.each(Object.entries(ESSAIS))('%s', (_nom, { evenement, jouer, lire, attendu }) => {
  it('réussit, s’enregistre et s’écrit au journal sous le nom de son auteur', async () => {
    await jouer(t.direction)
    expect(await lire()).toEqual(attendu)
    const ligne = await t.proprietaire.journal.findFirstOrThrow({ where: { acteId, evenement } })
    expect(ligne.auteurNom).toBe(t.direction.nom)
  })
  it('se refuse à un autre groupe comme un acte inconnu', async () => {
    await expect(jouer(t.exterieur)).rejects.toMatchObject(refus('INTROUVABLE'))
    expect(await lire()).not.toEqual(attendu)
    expect(await nombreAuJournal(evenement)).toBe(0)
  })
  it('se refuse au centre : introuvable avant le partage, hors de son rôle après', async () => {
    await expect(jouer(t.cms)).rejects.toMatchObject(refus('INTROUVABLE'))
    await partager()
    await expect(jouer(t.cms)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    expect(await lire()).not.toEqual(attendu)
  })
  it('se refuse une fois l’acte signé', async () => {
    await t.proprietaire.acte.update({ where: { id: acteId }, data: { etape: 'SIGNEE' } })
    await expect(jouer(t.direction)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
    expect(await lire()).not.toEqual(attendu)
  })
  it('refuse une version périmée sans rien changer', async () => {
    await expect(jouer(t.direction, 7)).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
    expect(await lire()).not.toEqual(attendu)
    expect(await nombreAuJournal(evenement)).toBe(0)
  })
})

describe('En base, sans le contrôle du domaine', () => {
  it('un centre sans partage n’écrit ni ne lit rien de l’acte', async () => {
    const ecrites = await avecActeur(t.cms, async (tx) => [
      (await tx.unite.updateMany({ where: { acteId }, data: { titre: 'Détourné' } })).count,
      (await tx.parametre.updateMany({ where: { conventionId }, data: { version: 9 } })).count,
      (await tx.acte.updateMany({ where: { id: acteId }, data: { etape: 'ABANDONNEE' } })).count,
      await tx.journal.count({ where: { acteId } }),
    ])
    expect(ecrites).toEqual([0, 0, 0, 0])
  })
  it('deux écritures du même article au même moment : une seule passe', async () => {
    const ecrire = (texte: string) =>
      agir(t.direction, modifierUnite, { acteId, identite: ALINEA, version: 1, contenu: contenu(texte) })
    const issues = await Promise.allSettled([ecrire('Un.'), ecrire('Deux.')])
    expect(issues.map((i) => i.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
  it('les saisies d’une demi-heure font une ligne, qui garde le premier « avant »', async () => {
    const ecrire = (version: number, texte: string, minute: number) =>
      agir(
        t.direction,
        modifierUnite,
        { acteId, identite: ALINEA, version, contenu: contenu(texte) },
        new Date(Date.UTC(2026, 10, 22, 10, minute)),
      )
    await ecrire(1, 'Un.', 0)
    await ecrire(2, 'Deux.', 20)
    await ecrire(3, 'Trois.', 31)
    const lignes = await t.proprietaire.journal.findMany({ where: { acteId, evenement: 'unite-modifiee' } })
    expect(lignes).toHaveLength(2)
  })
})
