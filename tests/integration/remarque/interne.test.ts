import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase, type Tx } from '../../../lib/bd/client'
import { nouvelId } from '../../../lib/bd/identifiants'
import { avecActeur } from '../../../lib/bd/transaction'
import { deciderRemarque } from '../../../lib/cas-usage/remarque/decider-remarque'
import { repondre } from '../../../lib/cas-usage/remarque/repondre'
import { retenirContreProposition } from '../../../lib/cas-usage/remarque/retenir-contre-proposition'
import { rendreDocx } from '../../../lib/documents/docx'
import { texteDuDocument } from '../../../lib/documents/texte'
import type { Acteur } from '../../../lib/domaine/organisation/acteur'
import type { Contenu } from '../../../lib/domaine/texte/contenu'
import { lireAccords } from '../../../lib/lectures/acceptation/lire-accords'
import { schemaFiltresConventions } from '../../../lib/lectures/convention/filtres'
import { lireConvention } from '../../../lib/lectures/convention/lire-convention'
import { lireJournal } from '../../../lib/lectures/convention/lire-journal'
import { listerConventions } from '../../../lib/lectures/convention/lister-conventions'
import { rechercherParNom } from '../../../lib/lectures/recherche/rechercher'
import { lireRelecture } from '../../../lib/lectures/remarque/lire-relecture'
import { compterRemarquesAttendues, lireRemarques } from '../../../lib/lectures/remarque/lire-remarques'
import { documentDeLaConvention } from '../../../lib/presentation/conventions/document'
import { relectureAffichee } from '../../../lib/presentation/relecture/relecture'
import { uneContreProposition, uneRemarque, unInvite, unProjetEnRelecture } from '../../fabriques/remarques'
import { agir, MAINTENANT, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

const SECRET = 'zebrulconfidentielle'
let t: Territoire
let acteId: string
let reference: string
let alinea: Contenu
let interne: string
let proposition: string
let partagee: string
let autreCote: [string, Acteur][]

beforeAll(async () => {
  t = await ouvrirTerritoire()
  ;({ acteId, reference, alinea } = await unProjetEnRelecture(t))
  const valideur = { ...t.juridique, validations: [`${t.id('hups')}:juridique`] }
  await t.proprietaire.acte.update({ where: { id: acteId }, data: { valideurs: valideur.validations } })
  interne = await uneRemarque(t.direction, acteId, { texte: SECRET, interne: true })
  await agir(t.direction, repondre, { remarqueId: interne, texte: `${SECRET} encore` })
  proposition = await uneContreProposition(t.direction, acteId, alinea, {
    interne: true,
    ajout: SECRET,
    texte: SECRET,
  })
  partagee = await uneRemarque(t.cms, acteId, { texte: 'Visible de tous.' })
  autreCote = [
    ['le centre', t.cms],
    ['la mairie', await laMairie()],
    ['une fonction consultée', valideur],
    ['une personne invitée par le centre', await unInvite(t, acteId)],
    ['une personne invitée par l’hôpital', await unInvite(t, acteId, 'HOPITAL')],
    ['le siège', t.siege],
  ]
}, 60_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

async function laMairie(): Promise<Acteur> {
  const commune = t.id('commune-arcueil')
  return {
    ...t.cms,
    utilisateurId: nouvelId(),
    organisations: [commune, t.id('arcueil')],
    habilitations: [{ role: 'MAIRIE', organisationId: commune, nature: 'GESTIONNAIRE', fonction: null }],
  }
}
const attendues = (acteur: Acteur) =>
  avecActeur(acteur, async (tx) =>
    compterRemarquesAttendues(tx, acteur, await tx.acte.findMany({ where: { id: acteId } })),
  )
const toutDit = (v: unknown) => JSON.stringify(v)

describe('Une remarque interne ne sort pas du groupe rédacteur', () => {
  it('la direction la lit, avec ses réponses', async () => {
    const fils = (await lireRemarques(t.direction, acteId)) ?? []
    expect(fils.map((f) => f.id)).toEqual([interne, proposition, partagee])
    expect(fils[0]?.messages).toHaveLength(2)
  })

  it('ni la page, ni les fils, ni les comptes, ni les accords ne la laissent deviner', async () => {
    for (const [nom, acteur] of autreCote) {
      const lue = await lireRelecture(acteur, reference, MAINTENANT)
      expect(
        lue?.fils.map((f) => f.id),
        nom,
      ).toEqual([partagee])
      expect(lue?.travail, nom).toEqual({})
      expect(lue?.accords.contrePropositions, nom).toBe(0)
      if (!lue) throw new Error(nom)
      const vues = [
        relectureAffichee(lue, MAINTENANT),
        await lireRemarques(acteur, acteId),
        await lireAccords(acteur, acteId),
        [...(await attendues(acteur))],
      ]
      for (const vue of vues) {
        expect(toutDit(vue), nom).not.toContain(SECRET)
        expect(toutDit(vue), nom).not.toContain(interne)
      }
    }
  })

  it('ni le texte, ni le Word, ni la page, ni le journal, ni la recherche ne la portent', async () => {
    for (const [nom, acteur] of autreCote) {
      const convention = await lireConvention(acteur, reference, MAINTENANT)
      if (!convention) throw new Error(nom)
      const document = documentDeLaConvention(convention, MAINTENANT)
      expect(toutDit([convention, document, texteDuDocument(document)]), nom).not.toContain(SECRET)
      expect(toutDit(document), nom).not.toContain('"passage"')
      const lignes = (await lireJournal(acteur, acteId, null)) ?? []
      expect(
        lignes.map((l) => l.evenement),
        nom,
      ).toContain('remarque-ecrite')
      expect(
        lignes.filter((l) => l.donnees.interne === true),
        nom,
      ).toEqual([])
      expect(
        lignes.map((l) => l.evenement),
        nom,
      ).not.toContain('contre-proposition-ecrite')
      expect(toutDit(await rechercherParNom(acteur, SECRET)), nom).not.toContain(reference)
      expect(
        toutDit(await listerConventions(acteur, schemaFiltresConventions.parse({ q: SECRET }), MAINTENANT)),
        nom,
      ).not.toContain(reference)
    }
  })

  it('l’export de la direction lui-même ne l’imprime pas', async () => {
    const convention = await lireConvention(t.direction, reference, MAINTENANT)
    if (!convention) throw new Error('introuvable')
    const document = documentDeLaConvention(convention, MAINTENANT)
    expect(toutDit(document)).not.toContain(SECRET)
    const docx = await JSZip.loadAsync(await rendreDocx(document))
    for (const nom of Object.keys(docx.files))
      expect(await docx.files[nom]?.async('string'), nom).not.toContain(SECRET)
  })

  it('aucun courriel n’en parle', async () => {
    const courriels = await t.proprietaire.courriel.findMany({ where: { acteId } })
    expect(toutDit(courriels)).not.toContain(SECRET)
  })

  it('répond comme une inconnue à qui la vise', async () => {
    for (const [nom, acteur] of autreCote) {
      for (const remarqueId of [interne, proposition, nouvelId()]) {
        const essais = [
          () => agir(acteur, repondre, { remarqueId, texte: 'Essai' }),
          () =>
            agir(acteur, deciderRemarque, { remarqueId, version: 1, decision: 'clore' as const, motif: '' }),
          () => agir(acteur, retenirContreProposition, { remarqueId, version: 1, indices: null }),
        ]
        for (const essai of essais) await expect(essai(), nom).rejects.toMatchObject(refus('INTROUVABLE'))
      }
    }
  })

  it('retenue par la direction, ni le motif du passage ni la décision n’en disent rien', async () => {
    await agir(t.direction, retenirContreProposition, { remarqueId: proposition, version: 1, indices: null })
    const lignes = (await lireJournal(t.cms, acteId, null)) ?? []
    expect(toutDit(lignes)).not.toMatch(/Contre-proposition|contre-proposition/)
    expect(await t.proprietaire.courriel.count({ where: { acteId, gabarit: 'remarque-decidee' } })).toBe(0)
  })
})

describe('La base seule, sans les règles du domaine', () => {
  const tenter = (acteur: Acteur, geste: (tx: Tx) => Promise<unknown>) => avecActeur(acteur, geste)

  it('ne rend ni une remarque interne ni ses messages', async () => {
    for (const [nom, acteur] of autreCote) {
      const lues = await avecActeur(acteur, async (tx) => ({
        remarques: await tx.remarque.findMany({ where: { acteId } }),
        messages: await tx.messageRemarque.findMany({ where: { remarque: { acteId } } }),
        directe: await tx.$queryRaw`SELECT id FROM remarque WHERE interne`,
      }))
      expect(
        lues.remarques.map((r) => r.id),
        nom,
      ).toEqual([partagee])
      expect(lues.messages, nom).toHaveLength(1)
      expect(lues.directe, nom).toEqual([])
    }
  })

  it('refuse d’y écrire, de la partager, de changer de côté ou de signer pour un autre', async () => {
    const neuve = (p: object) => ({
      id: nouvelId(),
      acteId,
      nature: 'COMMENTAIRE' as const,
      cote: 'GESTIONNAIRE' as const,
      auteurId: t.cms.utilisateurId,
      auteurNom: 'x',
      ...p,
    })
    const message = (remarqueId: string) => ({
      id: nouvelId(),
      remarqueId,
      texte: 'x',
      cote: 'GESTIONNAIRE' as const,
      auteurId: t.cms.utilisateurId,
      auteurNom: 'x',
    })
    const interdits: [string, Acteur, (tx: Tx) => Promise<unknown>][] = [
      ['interne', t.cms, (tx) => tx.remarque.create({ data: neuve({ interne: true }) })],
      ['au nom de l’hôpital', t.cms, (tx) => tx.remarque.create({ data: neuve({ cote: 'HOPITAL' }) })],
      [
        'au nom d’un autre',
        t.cms,
        (tx) => tx.remarque.create({ data: neuve({ auteurId: t.direction.utilisateurId }) }),
      ],
      ['du siège', t.siege, (tx) => tx.remarque.create({ data: neuve({ auteurId: t.siege.utilisateurId }) })],
      ['réponse interne', t.cms, (tx) => tx.messageRemarque.create({ data: message(interne) })],
      ['réponse du siège', t.siege, (tx) => tx.messageRemarque.create({ data: message(partagee) })],
      [
        'partager l’interne',
        t.direction,
        (tx) => tx.remarque.update({ where: { id: interne }, data: { interne: false } }),
      ],
      [
        'rendre interne',
        t.direction,
        (tx) => tx.remarque.update({ where: { id: partagee }, data: { interne: true } }),
      ],
      [
        'changer l’auteur',
        t.direction,
        (tx) => tx.remarque.update({ where: { id: partagee }, data: { auteurNom: 'y' } }),
      ],
    ]
    for (const [nom, acteur, geste] of interdits) await expect(tenter(acteur, geste), nom).rejects.toThrow()
    const touchees = await tenter(t.cms, (tx) =>
      tx.remarque.updateMany({ where: { id: interne }, data: { etat: 'CLOSE' } }),
    )
    expect(touchees).toEqual({ count: 0 })
  })
})
