import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fermerBase } from '../../../lib/bd/client'
import { abandonnerActe } from '../../../lib/cas-usage/convention/abandonner-acte'
import { joindreFormulaire } from '../../../lib/cas-usage/convention/joindre-formulaire'
import { deposerScan } from '../../../lib/cas-usage/fichier/deposer-fichier'
import { TAILLE_MAX_FORMULAIRE } from '../../../lib/domaine/fichier/depots'
import type { Acteur } from '../../../lib/domaine/organisation/acteur'
import { empreinteTexteVote, sha256 } from '../../../lib/domaine/texte/empreinte'
import { lireConvention, texteDeLActe } from '../../../lib/lectures/convention/lire-convention'
import { lireFichier } from '../../../lib/lectures/fichier/lire-fichier'
import {
  agir,
  MAINTENANT,
  ouvrirTerritoire,
  refus,
  type Territoire,
  unBrouillon,
} from '../../fabriques/territoire'

let t: Territoire
let acteId: string
let reference: string
let fichierId: string
let annexe: string
let procedure: string
beforeAll(async () => {
  t = await ouvrirTerritoire()
})
beforeEach(async () => {
  ;({ acteId, reference } = await unBrouillon(t))
  fichierId = (await deposer()).id
  const unites = await t.proprietaire.unite.findMany({ where: { acteId, genre: 'annexe' } })
  const deNature = (nature: string) =>
    unites.find((u) => (u.annexe as { nature: string }).nature === nature)?.identite ?? ''
  annexe = deNature('formulaire')
  procedure = deNature('procedure')
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const PDF = '%PDF-1.7 formulaire'
const deposer = (contenu: BlobPart = PDF, acteur = t.direction, nom = 'demande.pdf') =>
  agir(acteur, deposerScan, new File([contenu], nom))
/** Chaque version à sa minute : le journal se lit dans l'ordre des gestes. */
const joindre = (acteur: Acteur, plus: Partial<Parameters<typeof joindreFormulaire>[1]> = {}) => {
  const saisie = { acteId, identite: annexe, version: 1, fichierId, ...plus }
  const quand = new Date(MAINTENANT.getTime() + saisie.version * 60_000)
  return agir(acteur, joindreFormulaire, saisie, quand)
}
const unite = (identite = annexe) =>
  t.proprietaire.unite.findUniqueOrThrow({ where: { acteId_identite: { acteId, identite } } })
const fichier = (id = fichierId) =>
  t.proprietaire.fichier.findUniqueOrThrow({ where: { id }, select: { acteId: true, usage: true } })
const journal = () =>
  t.proprietaire.journal.findMany({
    where: { acteId, evenement: { startsWith: 'formulaire-' } },
    orderBy: { id: 'asc' },
  })
const lire = async () => {
  const c = await lireConvention(t.direction, reference, MAINTENANT)
  if (!c) throw new Error('convention introuvable')
  return c
}
/** Rien n'a bougé : ni l'unité, ni le dépôt, ni le journal. */
const intact = async () => {
  expect(await unite()).toMatchObject({ fichierId: null, version: 1 })
  expect(await journal()).toEqual([])
}

describe('Joindre un formulaire vierge', () => {
  it('rattache le dépôt à l’acte, change la version, l’empreinte du texte et le journal', async () => {
    const avant = await lire()
    expect(await joindre(t.direction)).toEqual({ version: 2 })
    expect(await unite()).toMatchObject({ fichierId, version: 2 })
    expect(await fichier()).toEqual({ acteId, usage: 'formulaire' })
    const apres = await lire()
    expect(apres.unites.find((u) => u.identite === annexe)?.fichier).toEqual({
      id: fichierId,
      nom: 'demande.pdf',
      taille: PDF.length,
      empreinte: sha256(PDF),
    })
    expect(apres.fichiers).toEqual([])
    const reprise = (c: typeof avant) =>
      empreinteTexteVote({
        ...texteDeLActe(c),
        unites: c.unites.map((u) => (u.identite === annexe ? { ...u, omise: false } : u)),
      })
    expect(reprise(apres)).not.toBe(reprise(avant))
    const [ligne] = await journal()
    expect(ligne).toMatchObject({
      evenement: 'formulaire-joint',
      auteurNom: t.direction.nom,
      cible: annexe,
      donnees: { fichier: { nom: 'demande.pdf', empreinte: sha256(PDF) }, precedent: null },
    })
  })
  it('se remplace, s’ôte et se remet, chaque geste au journal', async () => {
    await joindre(t.direction)
    const { id: second } = await deposer('%PDF-1.7 second')
    await joindre(t.direction, { version: 2, fichierId: second })
    await joindre(t.direction, { version: 3, fichierId: null })
    expect(await unite()).toMatchObject({ fichierId: null, version: 4 })
    await joindre(t.direction, { version: 4 })
    expect(await unite()).toMatchObject({ fichierId, version: 5 })
    expect((await journal()).map((l) => l.evenement)).toEqual([
      'formulaire-joint',
      'formulaire-joint',
      'formulaire-ote',
      'formulaire-joint',
    ])
  })
  it('s’ouvre à qui lit l’acte, et à personne d’autre', async () => {
    await joindre(t.direction)
    expect(await lireFichier(t.cms, fichierId)).toBeNull()
    expect(await lireFichier(t.exterieur, fichierId)).toBeNull()
    await t.proprietaire.acte.update({ where: { id: acteId }, data: { partage: true } })
    expect(await lireFichier(t.cms, fichierId)).toMatchObject({ nom: 'demande.pdf' })
  })
})

describe('Un formulaire ne se joint pas', () => {
  it('par un autre groupe, pour qui l’acte est inconnu', async () => {
    await expect(joindre(t.exterieur)).rejects.toMatchObject(refus('INTROUVABLE'))
    await intact()
  })
  it('par le centre : introuvable avant le partage, hors de son rôle après', async () => {
    await expect(joindre(t.cms)).rejects.toMatchObject(refus('INTROUVABLE'))
    await t.proprietaire.acte.update({ where: { id: acteId }, data: { partage: true } })
    await expect(joindre(t.cms)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await intact()
  })
  it('une fois l’acte signé ou abandonné', async () => {
    await agir(t.direction, abandonnerActe, { acteId, version: 1, motif: 'Projet reporté' })
    await expect(joindre(t.direction)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
    await t.proprietaire.acte.update({ where: { id: acteId }, data: { etape: 'SIGNEE' } })
    await expect(joindre(t.direction)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
    await intact()
  })
  it('à un article, à une annexe d’une autre nature, à une unité inconnue', async () => {
    const article = await t.proprietaire.unite.findFirstOrThrow({ where: { acteId, genre: 'article' } })
    for (const identite of [article.identite, procedure])
      await expect(joindre(t.direction, { identite })).rejects.toMatchObject(refus('SAISIE_INVALIDE'))
    await expect(joindre(t.direction, { identite: 'nulle-part' })).rejects.toMatchObject(refus('INTROUVABLE'))
    await intact()
  })
  it('à une version périmée ; le dépôt reste libre', async () => {
    await expect(joindre(t.direction, { version: 7 })).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
    expect(await fichier()).toEqual({ acteId: null, usage: 'scan' })
    await intact()
  })
  it('s’il est d’autrui, inconnu, ou déjà à un autre acte', async () => {
    const dAutrui = await deposer(PDF, t.exterieur)
    const inconnu = '0190a0a0-0000-7000-8000-00000000dead'
    const autre = await unBrouillon(t, 'villejuif')
    const pris = await deposer()
    await joindre(t.direction, { acteId: autre.acteId, fichierId: pris.id })
    for (const id of [dAutrui.id, inconnu, pris.id])
      await expect(joindre(t.direction, { fichierId: id })).rejects.toMatchObject(refus('INTROUVABLE'))
    expect(await fichier(pris.id)).toEqual({ acteId: autre.acteId, usage: 'formulaire' })
    await intact()
  })
  it('s’il n’est pas un PDF, ou s’il pèse plus de 10 Mio', async () => {
    const image = await deposer(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), t.direction, 'faux.pdf')
    await expect(joindre(t.direction, { fichierId: image.id })).rejects.toMatchObject(refus('FICHIER_REFUSE'))
    const gros = await deposer(PDF.padEnd(TAILLE_MAX_FORMULAIRE + 1))
    await expect(joindre(t.direction, { fichierId: gros.id })).rejects.toMatchObject(
      refus('FICHIER_TROP_GROS'),
    )
    await intact()
  })
  it('s’il n’y a rien à ôter, ou s’il est déjà joint', async () => {
    await expect(joindre(t.direction, { fichierId: null })).rejects.toMatchObject(refus('SAISIE_INVALIDE'))
    await intact()
    await joindre(t.direction)
    await expect(joindre(t.direction, { version: 2 })).rejects.toMatchObject(refus('SAISIE_INVALIDE'))
  })
})
