import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tx } from '@/lib/bd/client'
import { fermerBase } from '@/lib/bd/client'
import { nouvelId } from '@/lib/bd/identifiants'
import { avecActeur, avecSysteme } from '@/lib/bd/transaction'
import { partagerVersion } from '@/lib/cas-usage/acte/partager-version'
import { demanderReprise } from '@/lib/cas-usage/acte/reprendre-texte'
import { modifierUnite } from '@/lib/cas-usage/convention/modifier-unite'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import { lireTexteBalise } from '@/lib/domaine/texte/balisage'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import { lireJournal } from '@/lib/lectures/convention/lire-journal'
import { uneHabilitation, unUtilisateur } from '../fabriques/comptes'
import { agir, MAINTENANT, ouvrirTerritoire, type Territoire, unBrouillon } from '../fabriques/territoire'

let t: Territoire
let acteId: string
let conventionId: string
let reference: string
let versionId: string
let mairie: Acteur
let valideur: Acteur
let invite: Acteur
let voisin: Acteur

const SECRET = 'Ce mot ne doit jamais sortir du groupe'

beforeAll(async () => {
  t = await ouvrirTerritoire()
  ;({ acteId, conventionId, reference } = await unBrouillon(t))
  await t.proprietaire.$transaction(async (tx) => {
    const compte = await unUtilisateur(tx, { sansMotDePasse: true })
    await uneHabilitation(tx, compte.id, t.id('arcueil'), 'DIRECTION_CMS')
  })
  await agir(t.direction, partagerVersion, { acteId, version: 1, message: '' })
  await agir(t.cms, demanderReprise, { acteId, version: 2, motif: 'Le délai du scanner est trop long.' })
  const unite = await t.proprietaire.unite.findFirstOrThrow({ where: { acteId, genre: 'sous-article' } })
  await agir(t.direction, modifierUnite, {
    acteId,
    identite: unite.identite,
    version: unite.version,
    contenu: lireTexteBalise(SECRET, 'x'),
  })
  const version = await t.proprietaire.versionActe.findFirstOrThrow({ where: { acteId } })
  versionId = version.id
  await t.proprietaire.acte.update({ where: { id: acteId }, data: { valideurs: [`${t.id('hups')}:cme`] } })
  mairie = { ...t.cms, utilisateurId: nouvelId(), organisations: [t.id('commune-arcueil'), t.id('arcueil')] }
  mairie = {
    ...mairie,
    habilitations: [
      { role: 'MAIRIE', organisationId: t.id('commune-arcueil'), nature: 'GESTIONNAIRE', fonction: null },
    ],
  }
  voisin = { ...t.cms, utilisateurId: nouvelId(), organisations: [t.id('gentilly')], habilitations: [] }
  valideur = { ...t.juridique, validations: [`${t.id('hups')}:cme`] }
  const invitation = { invitationId: nouvelId(), acteId, cote: 'GESTIONNAIRE' as const }
  invite = {
    utilisateurId: '',
    nom: 'Personne invitée',
    habilitations: [],
    groupes: [],
    organisations: [],
    sieges: [],
    invitation,
  }
  await t.proprietaire.invitation.createMany({
    data: [invitation.invitationId, nouvelId()].map((id, i) => ({
      id,
      acteId,
      versionId,
      nom: `Invité ${i}`,
      courriel: `invite${i}@ville.test`,
      empreinte: `empreinte-${i}`,
      expireLe: new Date('2027-01-01'),
      creeParNom: 'Direction',
      creeParCote: 'HOPITAL' as const,
    })),
  })
  const remarque = (interne: boolean) => ({
    id: nouvelId(),
    acteId,
    versionId,
    nature: 'COMMENTAIRE' as const,
    interne,
    cote: 'HOPITAL' as const,
    auteurNom: 'Direction',
  })
  const [interne, partagee] = [remarque(true), remarque(false)]
  await t.proprietaire.remarque.createMany({ data: [interne, partagee] })
  await t.proprietaire.messageRemarque.createMany({
    data: [interne, partagee].map((r) => ({
      id: nouvelId(),
      remarqueId: r.id,
      texte: r.interne ? SECRET : 'Visible',
      cote: 'HOPITAL' as const,
      auteurNom: 'Direction',
    })),
  })
  await t.proprietaire.fichier.create({
    data: {
      id: nouvelId(),
      acteId,
      usage: 'note',
      nom: 'note interne.pdf',
      type: 'application/pdf',
      taille: 1,
      empreinte: 'e',
      contenu: new Uint8Array([1]),
      interne: true,
    },
  })
}, 60_000)

afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const lecteurs = (): Record<string, Acteur> => ({
  'la direction du CMS': t.cms,
  'la mairie': mairie,
  'la fonction consultée': valideur,
  'la personne invitée': invite,
  'le siège': t.siege,
})

describe('Un texte partagé puis repris', () => {
  it('se lit dans sa version partagée, jamais dans son travail en cours', async () => {
    for (const [nom, acteur] of Object.entries(lecteurs())) {
      const lue = await lireConvention(acteur, reference, MAINTENANT)
      expect(lue?.versionLue, nom).toBe(1)
      expect(JSON.stringify(lue), nom).not.toContain(SECRET)
      expect(lue?.unites.length, nom).toBeGreaterThan(10)
    }
    expect(JSON.stringify(await lireConvention(t.direction, reference, MAINTENANT))).toContain(SECRET)
  })

  it('cache à la base même ses unités, ses valeurs et son journal de rédaction', async () => {
    for (const [nom, acteur] of Object.entries(lecteurs())) {
      expect(await avecActeur(acteur, (tx) => tx.unite.count()), nom).toBe(0)
      expect(await avecActeur(acteur, (tx) => tx.parametre.count({ where: { tardive: false } })), nom).toBe(0)
      const lignes = (await lireJournal(acteur, acteId, null)) ?? []
      expect(
        lignes.map((l) => l.evenement),
        nom,
      ).toContain('version-partagee')
      expect(
        lignes.map((l) => l.evenement),
        nom,
      ).not.toContain('unite-modifiee')
      expect(
        await avecActeur(acteur, (tx) => tx.journal.count({ where: { evenement: 'unite-modifiee' } })),
      ).toBe(0)
    }
    expect(await avecActeur(t.direction, (tx) => tx.unite.count())).toBeGreaterThan(10)
  })

  it('garde les remarques et les fichiers internes au groupe, sans le contrôle du domaine', async () => {
    for (const [nom, acteur] of Object.entries(lecteurs())) {
      expect(await avecActeur(acteur, (tx) => tx.remarque.count({ where: { interne: true } })), nom).toBe(0)
      expect(
        await avecActeur(acteur, (tx) => tx.messageRemarque.count({ where: { texte: SECRET } })),
        nom,
      ).toBe(0)
      expect(await avecActeur(acteur, (tx) => tx.fichier.count({ where: { interne: true } })), nom).toBe(0)
    }
    expect(await avecActeur(t.direction, (tx) => tx.remarque.count())).toBe(2)
    expect(await avecActeur(t.cms, (tx) => tx.remarque.count())).toBe(1)
  })

  it('n’existe pas pour un centre voisin, un autre groupe, personne', async () => {
    for (const acteur of [voisin, t.exterieur, null])
      for (const compter of Object.values(COMPTES)) expect(await avecActeur(acteur, compter)).toBe(0)
  })

  it('ne montre à une personne invitée que son invitation', async () => {
    expect(await avecActeur(invite, (tx) => tx.invitation.count())).toBe(1)
    expect(await avecActeur(t.cms, (tx) => tx.invitation.count())).toBe(2)
  })
})

const COMPTES: Record<string, (tx: Tx) => Promise<number>> = {
  acte: (tx) => tx.acte.count(),
  version: (tx) => tx.versionActe.count(),
  remarque: (tx) => tx.remarque.count(),
  message: (tx) => tx.messageRemarque.count(),
  invitation: (tx) => tx.invitation.count(),
  journal: (tx) => tx.journal.count({ where: { acteId: { not: null } } }),
  courriel: (tx) => tx.courriel.count(),
}

describe('L’autre côté', () => {
  const ecrits: Record<string, (tx: Tx) => Promise<unknown>> = {
    'un titre': (tx) => tx.acte.updateMany({ where: { id: acteId }, data: { titre: 'pris' } }),
    'un partage retiré': (tx) => tx.acte.updateMany({ where: { id: acteId }, data: { partage: false } }),
    'une étape hors de ses passages': (tx) =>
      tx.acte.updateMany({ where: { id: acteId }, data: { etape: 'SIGNEE' } }),
    'une remarque interne': (tx) =>
      tx.remarque.createMany({
        data: [
          {
            id: nouvelId(),
            acteId,
            nature: 'COMMENTAIRE',
            interne: true,
            cote: 'GESTIONNAIRE',
            auteurNom: 'x',
          },
        ],
      }),
    'une version': (tx) =>
      tx.versionActe.createMany({
        data: [
          { id: nouvelId(), acteId, numero: 9, texte: {}, empreinte: 'x', empreintes: {}, creeParNom: 'x' },
        ],
      }),
    'une valeur votée': (tx) =>
      tx.parametre.createMany({ data: [{ conventionId, cle: 'inventee', tardive: false }] }),
  }
  it.each(Object.keys(ecrits))('n’écrit pas %s', async (nom) => {
    for (const acteur of [t.cms, mairie, valideur, invite]) {
      const ecrire = ecrits[nom] ?? (() => Promise.resolve())
      const fait = await avecActeur(acteur, ecrire).then(
        (r) => (r as { count: number }).count,
        (e: unknown) => (/row-level security|L'autre côté/.test(String(e)) ? 0 : Promise.reject(e)),
      )
      expect(fait).toBe(0)
    }
  })
})

describe('Ce qui a été lu', () => {
  it('ne change plus, pas même par le groupe ni par le propriétaire de la base', async () => {
    await expect(
      avecActeur(t.direction, (tx) => tx.versionActe.updateMany({ data: { message: 'x' } })),
    ).resolves.toEqual({ count: 0 })
    await expect(t.proprietaire.versionActe.updateMany({ data: { message: 'x' } })).rejects.toThrow(
      /ne change pas/,
    )
    await expect(t.proprietaire.messageRemarque.deleteMany({})).rejects.toThrow(/ne change pas/)
    await expect(t.proprietaire.remarque.updateMany({ data: { interne: false } })).rejects.toThrow(
      /garde son côté/,
    )
  })
  it('part en courriel sans que l’autre côté ni le groupe relisent la file', async () => {
    expect(await t.proprietaire.courriel.count()).toBeGreaterThan(0)
    for (const acteur of [t.direction, t.cms, invite])
      expect(await avecActeur(acteur, (tx) => tx.courriel.count())).toBe(0)
    expect(await avecSysteme((tx) => tx.courriel.count())).toBeGreaterThan(0)
    expect(await avecSysteme((tx) => tx.acte.count())).toBe(0)
    const textes = (await t.proprietaire.courriel.findMany()).map((c) => JSON.stringify(c.donnees))
    expect(textes.join()).not.toContain(SECRET)
  })
})
