import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '../../../lib/bd/client'
import { nouvelId } from '../../../lib/bd/identifiants'
import { demanderReprise } from '../../../lib/cas-usage/acte/reprendre-texte'
import { modifierUnite } from '../../../lib/cas-usage/convention/modifier-unite'
import { demanderDocument } from '../../../lib/cas-usage/tache/demander-document'
import type { Acteur } from '../../../lib/domaine/organisation/acteur'
import { lireTexteBalise } from '../../../lib/domaine/texte/balisage'
import { lireFichier } from '../../../lib/lectures/fichier/lire-fichier'
import { lireDocumentsDemandes } from '../../../lib/lectures/tache/lire-documents-demandes'
import { lireTache } from '../../../lib/lectures/tache/lire-tache'
import { rendreConvention, servirConvention } from '../../../lib/serveur/documents/rendre'
import { rendreComparaison, servirComparaison } from '../../../lib/serveur/documents/rendre-comparaison'
import { traiterTache } from '../../../lib/serveur/ouvrier/taches'
import { REGISTRE } from '../../../lib/serveur/taches/registre'
import { unHabilite, unTextePartage } from '../../fabriques/negociation'
import { agir, ouvrirTerritoire, refus, type Territoire, unBrouillon } from '../../fabriques/territoire'

const { empaqueter } = (await import('../../../scripts/construire.mjs')) as {
  empaqueter: () => Promise<boolean>
}

let t: Territoire
let cms: Acteur
const maintenant = () => new Date()
const INCONNU = '00000000-0000-7000-8000-000000000000'

/** Assez de texte, sur deux articles, pour passer le seuil : aucune unité n'en tient autant à elle seule. */
async function allonger(acteId: string) {
  const articles = await t.proprietaire.unite.findMany({
    where: { acteId, genre: 'sous-article', omise: false },
    orderBy: { rang: 'asc' },
    take: 2,
  })
  const phrase = 'Les parties conviennent de suivre ensemble ce point, puis d’en rendre compte. '
  const texte = Array.from({ length: 80 }, () => phrase.repeat(5).trim()).join('\n\n')
  for (const { id } of articles)
    await t.proprietaire.unite.update({
      where: { id },
      data: { contenu: lireTexteBalise(texte, 'long') as object },
    })
}
const demander = async (acteur: Acteur, acteId: string, format: 'pdf' | 'docx') =>
  (await agir(acteur, demanderDocument, { acteId, format }, new Date())).tacheId
async function fabriquer(acteur: Acteur, tacheId: string) {
  await traiterTache(tacheId, { registre: REGISTRE, maintenant })
  const tache = await lireTache(acteur, tacheId)
  expect(tache).toMatchObject({ etat: 'FAITE', avancement: 100, erreur: null })
  return lireFichier(acteur, tache?.fichierId ?? '')
}
const corps = async (octets: Uint8Array | undefined) =>
  (await (await JSZip.loadAsync(octets ?? [])).file('word/document.xml')?.async('string')) ?? ''

beforeAll(async () => {
  await empaqueter()
  t = await ouvrirTerritoire()
  cms = await unHabilite(t, 'DIRECTION_CMS', 'arcueil')
  // L'ouvrier relit les habilitations du jour : il en faut une vraie.
  await t.proprietaire.habilitation.create({
    data: {
      id: nouvelId(),
      utilisateurId: t.direction.utilisateurId,
      organisationId: t.id('hups'),
      role: 'DIRECTION_PARTENARIATS',
      depuis: new Date('2020-01-01'),
    },
  })
}, 120_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

describe('Demander un document', () => {
  it('est ouvert à qui lit la convention, introuvable pour les autres', async () => {
    const { acteId } = await unBrouillon(t, 'gentilly')
    for (const acteur of [t.exterieur, t.cms, t.siege, t.juridique])
      await expect(demander(acteur, acteId, 'pdf')).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(demander(t.direction, INCONNU, 'pdf')).rejects.toMatchObject(refus('INTROUVABLE'))
    expect(await t.proprietaire.tache.count({ where: { acteId } })).toBe(0)
    await demander(t.direction, acteId, 'pdf')
    expect(await t.proprietaire.tache.findFirst({ where: { acteId } })).toMatchObject({
      genre: 'document',
      saisie: { format: 'pdf' },
      demandeurId: t.direction.utilisateurId,
    })
    // Lire n'écrit rien au journal : la demande n'en écrit pas non plus.
    expect(
      await t.proprietaire.journal.count({ where: { acteId, evenement: { contains: 'document' } } }),
    ).toBe(0)
  })

  it('est refusé à une personne invitée, qui n’a pas de compte où le retrouver', async () => {
    const { acteId } = await unTextePartage(t, { centre: 'villejuif', complet: false })
    const invite: Acteur = {
      ...cms,
      utilisateurId: '',
      organisations: [t.id('villejuif')],
      invitation: { invitationId: INCONNU, acteId, cote: 'GESTIONNAIRE' },
    }
    await expect(demander(invite, acteId, 'pdf')).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    expect(await t.proprietaire.tache.count({ where: { acteId } })).toBe(0)
  })

  it('ne double pas une demande qui attend, mais en ouvre une par format et par personne', async () => {
    const { acteId } = await unTextePartage(t, { complet: false })
    const premiere = await demander(t.direction, acteId, 'pdf')
    expect(await demander(t.direction, acteId, 'pdf')).toBe(premiere)
    const word = await demander(t.direction, acteId, 'docx')
    const leur = await demander(cms, acteId, 'pdf')
    expect(new Set([premiere, word, leur]).size).toBe(3)
    await t.proprietaire.tache.update({ where: { id: premiere }, data: { etat: 'EN_COURS' } })
    // Commencée, elle a pu lire un texte qui a changé depuis.
    expect(await demander(t.direction, acteId, 'pdf')).not.toBe(premiere)
  })

  it('se retrouve en revenant, le jour même, tant que le texte n’a pas changé', async () => {
    const { acteId } = await unTextePartage(t, { centre: 'gentilly', complet: false })
    const { modifieLe } = await t.proprietaire.acte.findUniqueOrThrow({ where: { id: acteId } })
    const acte = { acteId, modifieLe }
    const pdf = await demander(t.direction, acteId, 'pdf')
    expect(await lireDocumentsDemandes(t.direction, acte, new Date())).toEqual({ pdf })
    expect(await lireDocumentsDemandes(t.siege, acte, new Date())).toEqual({})
    const demain = new Date(Date.now() + 86_400_000)
    expect(await lireDocumentsDemandes(t.direction, acte, demain)).toEqual({})
    const change = { acteId, modifieLe: new Date(Date.now() + 1_000) }
    expect(await lireDocumentsDemandes(t.direction, change, new Date())).toEqual({})
  })
})

describe('Un long document', () => {
  it('se demande au lieu de bloquer sa route, puis s’y sert : mêmes octets des deux façons', async () => {
    const { acteId, reference } = await unBrouillon(t, 'arcueil')
    const court = await servirConvention(t.direction, reference, 'docx', new Date())
    expect(court).toMatchObject({ nom: `${reference}.docx` })
    await allonger(acteId)
    for (const format of ['pdf', 'docx'] as const) {
      expect(await servirConvention(t.direction, reference, format, new Date())).toEqual({
        vers: `/conventions/${reference}?vue=informations&document=${format}#documents`,
      })
      expect(await servirConvention(t.exterieur, reference, format, new Date())).toBeNull()
      expect(await servirConvention(cms, reference, format, new Date())).toBeNull()
    }
    const fichier = await fabriquer(t.direction, await demander(t.direction, acteId, 'pdf'))
    expect(fichier).toMatchObject({ nom: `${reference}.pdf`, type: 'application/pdf' })
    const servi = await servirConvention(t.direction, reference, 'pdf', new Date())
    expect(servi).toEqual(await rendreConvention(t.direction, reference, 'pdf', new Date()))
    expect(Buffer.from((servi as { octets: Uint8Array }).octets).equals(fichier?.octets as Uint8Array)).toBe(
      true,
    )
    // L'étranger n'y gagne pas le rendu gardé.
    expect(await servirConvention(t.exterieur, reference, 'pdf', new Date())).toBeNull()
  }, 120_000)

  it('donne à chaque côté son texte : le travail en cours n’est que pour la direction', async () => {
    const { acteId, reference, version } = await unTextePartage(t, { complet: false })
    await agir(t.direction, demanderReprise, { acteId, version, motif: 'À revoir' })
    await allonger(acteId)
    const unite = await t.proprietaire.unite.findFirstOrThrow({
      where: { acteId, genre: 'sous-article', omise: false },
      orderBy: { rang: 'desc' },
    })
    await agir(t.direction, modifierUnite, {
      acteId,
      identite: unite.identite,
      version: unite.version,
      contenu: lireTexteBalise('Une clause encore secrète.', 'z'),
    })
    // La version que lit le centre est restée courte : sa route la sert.
    expect(await servirConvention(cms, reference, 'docx', new Date())).toMatchObject({
      nom: `${reference}.docx`,
    })
    const sien = await fabriquer(t.direction, await demander(t.direction, acteId, 'docx'))
    const leur = await fabriquer(cms, await demander(cms, acteId, 'docx'))
    expect(await corps(sien?.octets)).toContain('encore secrète')
    expect(await corps(leur?.octets)).not.toContain('encore secrète')
    expect((await corps(leur?.octets)).length).toBeGreaterThan(1_000)
    // La comparaison avec ce long texte se demande aussi, et n'existe pas pour le centre.
    const demande = { de: '1', a: 'travail', format: 'docx' }
    expect(await servirComparaison(t.direction, reference, demande, new Date())).toEqual({
      vers: `/conventions/${reference}/versions/comparer?de=1&a=travail`,
    })
    expect(await servirComparaison(cms, reference, demande, new Date())).toBeNull()
    const comparee = await rendreComparaison(t.direction, reference, demande, new Date())
    expect(await corps(comparee?.octets)).toContain('<w:ins ')
  }, 120_000)
})
