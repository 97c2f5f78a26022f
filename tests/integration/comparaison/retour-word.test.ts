import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '../../../lib/bd/client'
import { partagerVersion } from '../../../lib/cas-usage/acte/partager-version'
import { demanderReprise } from '../../../lib/cas-usage/acte/reprendre-texte'
import { abandonnerActe } from '../../../lib/cas-usage/convention/abandonner-acte'
import { modifierUnite } from '../../../lib/cas-usage/convention/modifier-unite'
import { demanderComparaison } from '../../../lib/cas-usage/tache/demander-comparaison'
import { rendreDocx } from '../../../lib/documents/docx'
import type { Acteur } from '../../../lib/domaine/organisation/acteur'
import { sha256 } from '../../../lib/domaine/texte/empreinte'
import { lireConvention } from '../../../lib/lectures/convention/lire-convention'
import { lireRetour, listerRetours } from '../../../lib/lectures/convention/lire-retours'
import { lireCoteCompare, lireVersion, lireVersions } from '../../../lib/lectures/convention/lire-versions'
import { lireFichier } from '../../../lib/lectures/fichier/lire-fichier'
import { documentDeLaConvention } from '../../../lib/presentation/conventions/document'
import { retourDit } from '../../../lib/presentation/conventions/retours'
import { versionsDites } from '../../../lib/presentation/conventions/versions'
import { joindreRetourWord, proposerDuRetourWord } from '../../../lib/serveur/retour-word'
import { unTextePartage } from '../../fabriques/negociation'
import { unInvite } from '../../fabriques/remarques'
import { agir, MAINTENANT, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

let t: Territoire
let acte: Awaited<ReturnType<typeof unTextePartage>>
beforeAll(async () => {
  t = await ouvrirTerritoire()
  acte = await unTextePartage(t)
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const lue = async (acteur: Acteur, reference = acte.reference) => {
  const c = await lireConvention(acteur, reference, MAINTENANT)
  if (!c) throw new Error('convention introuvable')
  return c
}
/** Le Word de la version, tel que le centre l'a téléchargé puis modifié. */
async function unWord(geste: (xml: string) => string = (x) => x): Promise<File> {
  const octets = await rendreDocx(documentDeLaConvention(await lue(t.cms), MAINTENANT))
  const zip = await JSZip.loadAsync(Uint8Array.from(octets))
  zip.file('word/document.xml', geste((await zip.file('word/document.xml')?.async('string')) ?? ''))
  return new File([await zip.generateAsync({ type: 'arraybuffer' })], 'relu par la mairie.docx')
}
const joindre = async (acteur: Acteur, fichier: File, acteId = acte.acteId, numero = 1) =>
  agir(acteur, joindreRetourWord, { acteId, numero, fichier })
const MODIFIE = (xml: string) => xml.replace(/ chaque séance/, ' la veille de chaque séance')

describe('Joindre un fichier Word à une version', () => {
  it('le garde octet pour octet, lu et rangé, avec une ligne au journal des deux côtés', async () => {
    const fichier = await unWord(MODIFIE)
    const { retourId } = await joindre(t.cms, fichier)
    const c = await lue(t.direction)
    const retour = await lireRetour(t.direction, c, retourId)
    if (!retour) throw new Error('retour introuvable')
    const octets = new Uint8Array(await fichier.arrayBuffer())
    expect(retour).toMatchObject({
      numero: 1,
      nom: 'relu par la mairie.docx',
      empreinte: sha256(octets),
      cote: 'GESTIONNAIRE',
    })
    expect((await lireFichier(t.direction, retour.fichierId))?.octets).toEqual(octets)
    expect(retourDit(retour).articles.filter((a) => a.reprenable)).toHaveLength(1)
    const ligne = await t.proprietaire.journal.findFirstOrThrow({
      where: { acteId: acte.acteId, evenement: 'retour-word-joint' },
    })
    expect(ligne).toMatchObject({ cible: retourId, partage: true, auteurId: t.cms.utilisateurId })
    expect((await listerRetours(t.cms, await lue(t.cms))).map((r) => r.id)).toContain(retourId)
  })

  it('chaque côté et une personne invitée peuvent joindre, un inconnu non', async () => {
    await expect(joindre(t.direction, await unWord())).resolves.toHaveProperty('retourId')
    const invite = await unInvite(t, acte.acteId)
    await expect(joindre(invite, await unWord())).resolves.toHaveProperty('retourId')
    await expect(joindre(t.exterieur, await unWord())).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(joindre(t.siege, await unWord())).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
  })

  it('refuse une version inconnue, un fichier qui n’est pas un Word, un fichier trop lourd', async () => {
    await expect(joindre(t.cms, await unWord(), acte.acteId, 9)).rejects.toMatchObject(refus('INTROUVABLE'))
    const avant = await t.proprietaire.fichier.count()
    await expect(joindre(t.cms, new File(['%PDF-1.7'], 'x.docx'))).rejects.toMatchObject({
      code: 'FICHIER_REFUSE',
      details: { raison: 'Ce n’est pas un document Word (.docx)' },
    })
    const lourd = new File([new Uint8Array(30 * 1024 * 1024)], 'x.docx')
    await expect(joindre(t.cms, lourd)).rejects.toMatchObject(refus('FICHIER_TROP_GROS'))
    expect(await t.proprietaire.fichier.count()).toBe(avant)
  })

  it('ne change plus une fois reçu, même en base', async () => {
    const { retourId } = await joindre(t.cms, await unWord())
    await expect(
      t.proprietaire.retourWord.update({ where: { id: retourId }, data: { auteurNom: 'autre' } }),
    ).rejects.toThrow(/ne change pas/)
  })
})

describe('En faire une contre-proposition', () => {
  it('écrit celle de la personne qui l’a choisie, une fois l’article changé', async () => {
    const { retourId } = await joindre(t.cms, await unWord(MODIFIE))
    const retour = await lireRetour(t.cms, await lue(t.cms), retourId)
    const article = retour && retourDit(retour).articles.find((a) => a.reprenable)
    const identite = article?.identite ?? ''
    const { remarqueId } = await agir(t.cms, proposerDuRetourWord, { retourId, identite })
    const remarque = await t.proprietaire.remarque.findUniqueOrThrow({
      where: { id: remarqueId },
      include: { messages: true },
    })
    expect(remarque).toMatchObject({
      nature: 'CONTRE_PROPOSITION',
      interne: false,
      cote: 'GESTIONNAIRE',
      identite,
    })
    expect(JSON.stringify(remarque.proposition)).toContain('la veille de chaque séance')
    expect(remarque.messages[0]?.texte).toContain('relu par la mairie.docx')
    const [autre] = (await lue(t.cms)).unites.filter((u) => u.genre === 'article' && u.identite !== identite)
    await expect(
      agir(t.cms, proposerDuRetourWord, { retourId, identite: autre?.identite ?? '' }),
    ).rejects.toMatchObject(refus('PROPOSITION_IDENTIQUE'))
    await expect(agir(t.exterieur, proposerDuRetourWord, { retourId, identite })).rejects.toMatchObject(
      refus('INTROUVABLE'),
    )
    await expect(agir(t.siege, proposerDuRetourWord, { retourId, identite })).rejects.toMatchObject(
      refus('ROLE_INSUFFISANT'),
    )
  })
})

describe('Versions et textes comparables', () => {
  it('l’autre côté ne compare que des versions ; la direction, aussi le texte en cours et le modèle', async () => {
    const [cms, direction] = [await lue(t.cms), await lue(t.direction)]
    for (const cote of ['travail', 'modele'] as const) {
      expect(await lireCoteCompare(t.cms, cms, cote)).toBeNull()
      expect((await lireCoteCompare(t.direction, direction, cote))?.unites.length).toBeGreaterThan(10)
      await expect(
        agir(t.cms, demanderComparaison, { acteId: acte.acteId, de: 1, a: cote, format: 'pdf' }),
      ).rejects.toMatchObject(refus('INTROUVABLE'))
    }
    expect(await lireCoteCompare(t.cms, cms, 7)).toBeNull()
    await expect(
      agir(t.exterieur, demanderComparaison, { acteId: acte.acteId, de: 1, a: 1, format: 'pdf' }),
    ).rejects.toMatchObject(refus('INTROUVABLE'))
  })

  it('dit ce qu’une version a changé, garde l’ancienne lisible, et demande la version comparée à l’ouvrier', async () => {
    const autre = await unTextePartage(t, { centre: 'gentilly' })
    const c = await lue(t.direction, autre.reference)
    await agir(t.direction, demanderReprise, { acteId: autre.acteId, version: c.version, motif: 'À revoir' })
    const u = c.unites.find((x) => x.genre === 'article' && x.contenu.content.length > 0)
    if (!u) throw new Error('aucun article')
    await agir(t.direction, modifierUnite, {
      acteId: autre.acteId,
      identite: u.identite,
      version: u.version,
      titre: u.titre,
      contenu: {
        type: 'doc',
        content: [
          ...u.contenu.content,
          {
            type: 'paragraph',
            attrs: { id: 'zz' },
            content: [{ type: 'text', text: 'Un bilan annuel est présenté.' }],
          },
        ],
      },
    })
    const repris = await lue(t.direction, autre.reference)
    await agir(t.direction, partagerVersion, {
      acteId: autre.acteId,
      version: repris.version,
      message: 'Seconde',
    })
    const finale = await lue(t.direction, autre.reference)
    const dites = versionsDites(await lireVersions(t.direction, finale))
    expect(dites.map((v) => [v.numero, v.changes, v.message])).toEqual([
      [2, '1\u00a0article modifié', 'Seconde'],
      [1, null, null],
    ])
    const ancienne = await lireVersion(t.direction, finale, 1)
    expect(JSON.stringify(ancienne?.unites)).not.toContain('bilan annuel est présenté')
    const { tacheId } = await agir(t.direction, demanderComparaison, {
      acteId: autre.acteId,
      de: 1,
      a: 2,
      format: 'docx',
    })
    expect(await t.proprietaire.tache.findUniqueOrThrow({ where: { id: tacheId } })).toMatchObject({
      genre: 'comparaison',
      acteId: autre.acteId,
    })
  })

  it('ne se joint plus à un texte abandonné', async () => {
    const c = await unTextePartage(t, { centre: 'villejuif' })
    const lu = await lue(t.direction, c.reference)
    await agir(t.direction, abandonnerActe, { acteId: c.acteId, version: lu.version, motif: 'Sans suite' })
    await expect(joindre(t.direction, await unWord(), c.acteId)).rejects.toMatchObject(
      refus('ETAPE_INTERDITE'),
    )
  })
})
