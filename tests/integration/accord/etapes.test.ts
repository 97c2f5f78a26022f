import JSZip from 'jszip'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { nouvelId } from '@/lib/bd/identifiants'
import { avecActeur } from '@/lib/bd/transaction'
import { partagerVersion } from '@/lib/cas-usage/acte/partager-version'
import { demanderReprise, rouvrirTexte } from '@/lib/cas-usage/acte/reprendre-texte'
import { abandonnerActe } from '@/lib/cas-usage/convention/abandonner-acte'
import { modifierUnite } from '@/lib/cas-usage/convention/modifier-unite'
import { texteDuDocument } from '@/lib/documents/texte'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import { lireTexteBalise } from '@/lib/domaine/texte/balisage'
import { schemaFiltresConventions } from '@/lib/lectures/convention/filtres'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import { lireJournal } from '@/lib/lectures/convention/lire-journal'
import { listerConventions } from '@/lib/lectures/convention/lister-conventions'
import { lireFichier } from '@/lib/lectures/fichier/lire-fichier'
import { documentDeLaConvention } from '@/lib/presentation/conventions/document'
import { rendreConvention } from '@/lib/serveur/documents/rendre'
import { unHabilite, unTextePartage } from '../../fabriques/negociation'
import {
  agir,
  MAINTENANT,
  ouvrirTerritoire,
  refus,
  type Territoire,
  unBrouillon,
} from '../../fabriques/territoire'

let t: Territoire
let cms: Acteur
let mairie: Acteur
let acteId: string
let reference: string
let version: number
beforeAll(async () => {
  t = await ouvrirTerritoire()
  cms = await unHabilite(t, 'DIRECTION_CMS', 'arcueil')
  mairie = await unHabilite(t, 'MAIRIE', 'commune-arcueil')
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const UNITE = 'considerant-libre-choix'
const SECRET = 'Une hésitation propre à l’hôpital.'
const acte = () => t.proprietaire.acte.findUniqueOrThrow({ where: { id: acteId } })
const versions = () => t.proprietaire.versionActe.findMany({ where: { acteId }, orderBy: { numero: 'asc' } })
const dernierFait = async () =>
  t.proprietaire.journal.findFirstOrThrow({ where: { acteId }, orderBy: { id: 'desc' } })
const courriels = (gabarit: string) => t.proprietaire.courriel.findMany({ where: { acteId, gabarit } })
const partager = (qui: Acteur, v: number, message = '') =>
  agir(qui, partagerVersion, { acteId, version: v, message })
const reprendre = (qui: Acteur, v: number, motif = 'À revoir') =>
  agir(qui, demanderReprise, { acteId, version: v, motif })
const ecrire = (texte: string) =>
  t.proprietaire.unite
    .findUniqueOrThrow({ where: { acteId_identite: { acteId, identite: UNITE } } })
    .then((u) =>
      agir(t.direction, modifierUnite, {
        acteId,
        identite: UNITE,
        version: u.version,
        contenu: lireTexteBalise(texte, 'essai'),
      }),
    )

describe('Partager une version', () => {
  beforeEach(async () => {
    ;({ acteId, reference } = await unBrouillon(t))
    version = 1
  })
  it('ouvre la lecture à l’autre côté, prévient le centre et la mairie, et l’écrit au journal', async () => {
    expect(await lireConvention(cms, reference, MAINTENANT)).toBeNull()
    expect(await partager(t.direction, 1, 'Bonne lecture.')).toEqual({ numero: 1, version: 2 })
    expect(await acte()).toMatchObject({ etape: 'EN_RELECTURE', partage: true, version: 2 })
    expect(await lireConvention(cms, reference, MAINTENANT)).toMatchObject({ versionLue: 1 })
    expect(await dernierFait()).toMatchObject({ evenement: 'texte-en-relecture', partage: true })
    const envoyes = await courriels('version-partagee')
    const comptes = await t.proprietaire.utilisateur.findMany({
      where: { id: { in: [cms.utilisateurId, mairie.utilisateurId] } },
    })
    for (const c of comptes) expect(envoyes.map((e) => e.destinataire)).toContain(c.courriel)
  })
  it('refuse l’extérieur, l’autre côté, une version périmée et un texte déjà partagé', async () => {
    await expect(partager(t.exterieur, 1)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(partager(cms, 1)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(partager(t.direction, 7)).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
    expect(await versions()).toEqual([])
    await partager(t.direction, 1)
    await expect(partager(cms, 2)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(partager(t.direction, 2)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
  })
  it('un texte identique ne fait pas de nouvelle version ; un mot changé, si', async () => {
    await partager(t.direction, 1)
    await reprendre(t.direction, 2)
    expect(await partager(t.direction, 3)).toMatchObject({ numero: 1 })
    await reprendre(t.direction, 4)
    await ecrire('Un autre mot.')
    expect(await partager(t.direction, 5)).toMatchObject({ numero: 2 })
    const [un, deux] = await versions()
    expect(un?.empreinte).not.toBe(deux?.empreinte)
  })
  it('une version ne change ni ne s’efface, même pour qui l’a partagée', async () => {
    await partager(t.direction, 1)
    const avant = await versions()
    await avecActeur(t.direction, (tx) =>
      tx.versionActe.updateMany({ where: { acteId }, data: { empreinte: 'x' } }),
    ).catch((e: unknown) => expect(String(e)).toMatch(/ne change pas/))
    await avecActeur(t.direction, (tx) => tx.versionActe.deleteMany({ where: { acteId } })).catch(
      (e: unknown) => expect(String(e)).toMatch(/ne change pas/),
    )
    await expect(
      t.proprietaire.versionActe.updateMany({ where: { acteId }, data: { empreinte: 'x' } }),
    ).rejects.toThrow(/ne change pas/)
    await expect(t.proprietaire.versionActe.deleteMany({ where: { acteId } })).rejects.toThrow(
      /ne change pas/,
    )
    expect(await versions()).toEqual(avant)
  })
})

describe('Demander une reprise', () => {
  beforeEach(async () => {
    ;({ acteId, reference, version } = await unTextePartage(t))
  })
  it.each(['la direction', 'le centre', 'la mairie'])('%s la demande, avec son motif', async (nom) => {
    const qui = { 'la direction': t.direction, 'le centre': cms, 'la mairie': mairie }[nom] ?? cms
    await reprendre(qui, version, 'L’article 3 est à revoir')
    expect((await acte()).etape).toBe('A_REPRENDRE')
    expect(await dernierFait()).toMatchObject({
      evenement: 'reprise-demandee',
      partage: true,
      auteurId: qui.utilisateurId,
      donnees: { motif: 'L’article 3 est à revoir', depuis: 'EN_RELECTURE', vers: 'A_REPRENDRE' },
    })
    expect((await courriels('reprise-demandee')).length).toBeGreaterThan(0)
  })
  it('refuse l’extérieur, le siège, sans motif, une version périmée et deux fois de suite', async () => {
    await expect(reprendre(t.exterieur, version)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(reprendre(t.siege, version)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(reprendre(cms, version, '')).rejects.toMatchObject(refus('SAISIE_INVALIDE'))
    await expect(reprendre(cms, version - 1)).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
    await reprendre(cms, version)
    await expect(reprendre(cms, version + 1)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
  })
  it('le travail repris ne se voit de l’autre côté par aucune porte', async () => {
    await reprendre(cms, version)
    const avant = await lireConvention(cms, reference, MAINTENANT)
    await ecrire(SECRET)
    await t.proprietaire.fichier.create({
      data: {
        id: nouvelId(),
        acteId,
        usage: 'piece',
        interne: true,
        nom: 'note.pdf',
        type: 'application/pdf',
        taille: 1,
        empreinte: 'x',
        contenu: new Uint8Array([1]),
        creePar: t.direction.utilisateurId,
      },
    })
    for (const qui of [cms, mairie]) {
      const lue = await lireConvention(qui, reference, MAINTENANT)
      expect(JSON.stringify(lue)).not.toContain('hésitation')
      expect(lue && { ...lue, qualites: [] }).toEqual(avant && { ...avant, qualites: [] })
      if (!lue) throw new Error('la version partagée doit rester lisible')
      // Le PDF et la page se font de ce document ; le Word est relu de ses octets.
      expect(texteDuDocument(documentDeLaConvention(lue, MAINTENANT))).not.toContain('hésitation')
      const docx = await rendreConvention(qui, reference, 'docx', MAINTENANT)
      const zip = await JSZip.loadAsync(docx?.octets ?? new Uint8Array())
      expect(await zip.file('word/document.xml')?.async('string')).not.toContain('hésitation')
      const filtres = schemaFiltresConventions.parse({ q: 'hésitation' })
      expect((await listerConventions(qui, filtres, MAINTENANT)).lignes).toEqual([])
      const journal = await lireJournal(qui, acteId, null)
      expect(JSON.stringify(journal)).not.toContain('hésitation')
      expect(journal?.map((l) => l.evenement)).not.toContain('unite-modifiee')
      const fichier = await t.proprietaire.fichier.findFirstOrThrow({ where: { acteId, interne: true } })
      expect(await lireFichier(qui, fichier.id)).toBeNull()
      expect(await avecActeur(qui, (tx) => tx.unite.count({ where: { acteId } }))).toBe(0)
    }
    const direction = await lireConvention(t.direction, reference, MAINTENANT)
    expect(JSON.stringify(direction)).toContain('hésitation')
  })
})

describe('Rouvrir et abandonner', () => {
  beforeEach(async () => {
    ;({ acteId, reference, version } = await unTextePartage(t))
    await t.proprietaire.acte.update({ where: { id: acteId }, data: { etape: 'TEXTE_ACCEPTE' } })
  })
  it.each(['la direction', 'le centre', 'la mairie'])('%s rouvre un texte accepté', async (nom) => {
    const qui = { 'la direction': t.direction, 'le centre': cms, 'la mairie': mairie }[nom] ?? cms
    await agir(qui, rouvrirTexte, { acteId, version, motif: 'Un oubli' })
    expect((await acte()).etape).toBe('A_REPRENDRE')
    expect(await dernierFait()).toMatchObject({ evenement: 'texte-rouvert', donnees: { motif: 'Un oubli' } })
  })
  it('rouvrir refuse l’extérieur, le siège, une autre étape et une version périmée', async () => {
    const rouvrir = (qui: Acteur, v = version) =>
      agir(qui, rouvrirTexte, { acteId, version: v, motif: 'Un oubli' })
    await expect(rouvrir(t.exterieur)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(rouvrir(t.siege)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(rouvrir(cms, version + 1)).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
    await t.proprietaire.acte.update({ where: { id: acteId }, data: { etape: 'EN_RELECTURE' } })
    await expect(rouvrir(cms)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
  })
  it('abandonner appartient à la direction, avec un motif ; l’autre côté l’apprend et lit encore', async () => {
    const abandonner = (qui: Acteur, v = version) =>
      agir(qui, abandonnerActe, { acteId, version: v, motif: 'Projet sans suite' })
    await expect(abandonner(t.exterieur)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(abandonner(cms)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(abandonner(t.direction, version + 3)).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
    await abandonner(t.direction)
    expect(await dernierFait()).toMatchObject({ evenement: 'acte-abandonne', partage: true })
    expect((await courriels('acte-abandonne')).length).toBeGreaterThan(0)
    expect((await lireConvention(cms, reference, MAINTENANT))?.etape).toBe('ABANDONNEE')
    await expect(abandonner(t.direction, version + 1)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
  })
  it('deux passages au même instant : un seul a lieu', async () => {
    const essais = await Promise.allSettled([
      agir(cms, rouvrirTexte, { acteId, version, motif: 'Un oubli' }),
      agir(t.direction, abandonnerActe, { acteId, version, motif: 'Sans suite' }),
    ])
    expect(essais.filter((e) => e.status === 'fulfilled')).toHaveLength(1)
    expect((await acte()).version).toBe(version + 1)
  })
})
