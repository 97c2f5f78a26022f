import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '../../../lib/bd/client'
import { avecActeur } from '../../../lib/bd/transaction'
import { demanderTache } from '../../../lib/cas-usage/tache/demander-tache'
import { ErreurMetier } from '../../../lib/domaine/erreurs'
import type { Acteur } from '../../../lib/domaine/organisation/acteur'
import { DUREE_SANS_VIE } from '../../../lib/domaine/tache/genres'
import { lireFichier } from '../../../lib/lectures/fichier/lire-fichier'
import { lireTache } from '../../../lib/lectures/tache/lire-tache'
import { demarrerOuvrier } from '../../../lib/serveur/ouvrier/ouvrier'
import { rattraper } from '../../../lib/serveur/ouvrier/rattraper'
import { rendreTaches, traiterTache } from '../../../lib/serveur/ouvrier/taches'
import { type Executant, REGISTRE } from '../../../lib/serveur/taches/registre'
import { agir, ouvrirTerritoire, refus, type Territoire, unBrouillon } from '../../fabriques/territoire'

const { empaqueter } = (await import('../../../scripts/construire.mjs')) as {
  empaqueter: () => Promise<boolean>
}

let t: Territoire
let acteId: string
let redacteur: Acteur

const ABSENT = '00000000-0000-7000-8000-000000000000'
const maintenant = () => new Date()
const avec = (document: Executant) => ({ registre: { ...REGISTRE, document }, maintenant })
const lire = (id: string) => t.proprietaire.tache.findUniqueOrThrow({ where: { id } })
const demander = async (saisie = { format: 'docx' }, acteur = redacteur, instant = new Date()) =>
  (await agir(acteur, demanderTache, { genre: 'document' as const, acteId, saisie }, instant)).tacheId

beforeAll(async () => {
  await empaqueter() // le rendu se fait dans l'ouvrier de documents
  t = await ouvrirTerritoire()
  acteId = (await unBrouillon(t)).acteId
  // L'ouvrier relit les habilitations du jour : il en faut une vraie.
  await t.proprietaire.habilitation.create({
    data: {
      id: '00000000-0000-7000-8000-000000000101',
      utilisateurId: t.direction.utilisateurId,
      organisationId: t.id('hups'),
      role: 'DIRECTION_PARTENARIATS',
      depuis: new Date('2020-01-01'),
    },
  })
  redacteur = t.direction
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

describe('demander un travail long', () => {
  it('le met en file avec la transaction, et pas si elle est annulée', async () => {
    const id = await demander()
    const jobs = (x: string) =>
      t.proprietaire.$queryRaw<
        unknown[]
      >`SELECT 1 FROM pgboss.job WHERE name = 'tache' AND data->>'id' = ${x}`
    expect(await jobs(id)).toHaveLength(1)
    let annulee = ''
    const essai = avecActeur(redacteur, async (tx) => {
      const contexte = { tx, acteur: redacteur, maintenant: new Date() }
      annulee = (await demanderTache(contexte, { genre: 'document', acteId, saisie: {} })).tacheId
      throw new Error('annulé')
    })
    await expect(essai).rejects.toThrow('annulé')
    expect(await jobs(annulee)).toHaveLength(0)
    expect(await t.proprietaire.tache.count({ where: { id: annulee } })).toBe(0)
  })

  it('est refusé sur un acte que l’on ne voit pas, et à une personne sans compte', async () => {
    await expect(demander({ format: 'docx' }, t.exterieur)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(demander({ format: 'docx' }, t.cms)).rejects.toMatchObject(refus('INTROUVABLE'))
    const invite: Acteur = {
      ...t.cms,
      utilisateurId: '',
      invitation: { invitationId: t.cms.utilisateurId, acteId, cote: 'GESTIONNAIRE' },
    }
    await t.proprietaire.acte.update({ where: { id: acteId }, data: { partage: true } })
    await expect(demander({ format: 'docx' }, invite)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await t.proprietaire.acte.update({ where: { id: acteId }, data: { partage: false } })
  })

  it('ne s’écrit pas au nom d’un autre, même en contournant le cas d’usage', async () => {
    const pour = (demandeurId: string, acte: string) => ({
      data: { id: crypto.randomUUID(), genre: 'document', acteId: acte, saisie: {}, demandeurId },
    })
    await expect(
      avecActeur(t.exterieur, (tx) => tx.tache.create(pour(redacteur.utilisateurId, acteId))),
    ).rejects.toThrow(/row-level security/)
    await expect(
      avecActeur(t.exterieur, (tx) => tx.tache.create(pour(t.exterieur.utilisateurId, acteId))),
    ).rejects.toThrow(/row-level security/)
  })

  it('oublie ce qui a été fabriqué il y a plus de sept jours', async () => {
    const ancienne = await demander()
    await traiterTache(ancienne, { registre: REGISTRE, maintenant })
    const { fichierId } = await lire(ancienne)
    expect(fichierId).not.toBeNull()
    await demander({ format: 'docx' }, redacteur, new Date(Date.now() + 8 * 86_400_000))
    expect(await t.proprietaire.tache.count({ where: { id: ancienne } })).toBe(0)
    expect(await t.proprietaire.fichier.count({ where: { id: fichierId ?? ABSENT } })).toBe(0)
  })
})

describe('faire un travail long', () => {
  it('fabrique le document de l’acte, lisible de son seul demandeur', async () => {
    const id = await demander()
    await traiterTache(id, { registre: REGISTRE, maintenant })
    const lue = await lireTache(redacteur, id)
    expect(lue).toMatchObject({ etat: 'FAITE', avancement: 100, erreur: null })
    const fichier = await lireFichier(redacteur, lue?.fichierId ?? '')
    expect(fichier?.nom).toMatch(/\.docx$/)
    expect(
      Buffer.from(fichier?.octets ?? [])
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    for (const autre of [t.exterieur, t.cms, t.siege, t.juridique]) {
      expect(await lireTache(autre, id)).toBeNull()
      expect(await lireFichier(autre, lue?.fichierId ?? '')).toBeNull()
    }
    expect(await lireTache(redacteur, 'pas-un-identifiant')).toBeNull()
  })

  it('dit où il en est', async () => {
    const id = await demander()
    const vus: unknown[] = []
    const executer: Executant = async ({ avancer }) => {
      await avancer(37.6, 'À mi-chemin')
      vus.push(await lireTache(redacteur, id))
      return undefined
    }
    await traiterTache(id, avec(executer))
    expect(vus).toEqual([
      { etat: 'EN_COURS', avancement: 38, phrase: 'À mi-chemin', fichierId: null, erreur: null },
    ])
  })

  it('agit avec les droits que le demandeur a aujourd’hui', async () => {
    const id = await demander()
    await t.proprietaire.habilitation.updateMany({
      where: { utilisateurId: redacteur.utilisateurId },
      data: { jusqua: new Date('2021-01-01') },
    })
    await traiterTache(id, { registre: REGISTRE, maintenant })
    expect(await lire(id)).toMatchObject({ etat: 'ECHOUEE', erreur: expect.stringContaining('introuvable') })
    await t.proprietaire.habilitation.updateMany({
      where: { utilisateurId: redacteur.utilisateurId },
      data: { jusqua: null },
    })
    const ferme = await demander()
    await t.proprietaire.utilisateur.update({
      where: { id: redacteur.utilisateurId },
      data: { actif: false },
    })
    await traiterTache(ferme, { registre: REGISTRE, maintenant })
    expect(await lire(ferme)).toMatchObject({ etat: 'ECHOUEE', erreur: expect.stringContaining('fermé') })
    await t.proprietaire.utilisateur.update({ where: { id: redacteur.utilisateurId }, data: { actif: true } })
  })

  it('dit en français pourquoi il a échoué, sans détail interne', async () => {
    const prevu = await demander()
    await traiterTache(
      prevu,
      avec(() => Promise.reject(new ErreurMetier('RENDU_IMPOSSIBLE'))),
    )
    expect((await lire(prevu)).erreur).toMatch(/^Le document n’a pas pu être fabriqué\. /)
    const imprevu = await demander()
    await traiterTache(
      imprevu,
      avec(() => Promise.reject(new Error('secret interne'))),
    )
    expect((await lire(imprevu)).erreur).toMatch(/^Ce travail n’a pas abouti\. .*numéro/)
    expect((await lire(imprevu)).erreur).not.toContain('secret')
  })
})

describe('l’ouvrier', () => {
  it('prend la tâche dans la file et fabrique le PDF', async () => {
    const connectionString = process.env.DATABASE_URL_EXECUTION
    const arreter = await demarrerOuvrier({ connectionString, envoyer: null, registre: REGISTRE })
    try {
      const id = await demander({ format: 'pdf' })
      await expect.poll(async () => (await lire(id)).etat, { timeout: 20_000, interval: 100 }).toBe('FAITE')
      const fichier = await lireFichier(redacteur, (await lire(id)).fichierId ?? ABSENT)
      expect(fichier?.type).toBe('application/pdf')
      expect(
        Buffer.from(fichier?.octets ?? [])
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-')
    } finally {
      await arreter()
    }
  })
})

describe('reprendre un travail', () => {
  /** Un ouvrier qui ne finit pas tant qu'on ne le lui dit pas. */
  function lent() {
    let finir = () => {}
    const attente = new Promise<void>((r) => {
      finir = r
    })
    let commencer = () => {}
    const commence = new Promise<void>((r) => {
      commencer = r
    })
    const executer: Executant = async () => {
      commencer()
      await attente
      return { nom: 'zombie.txt', type: 'text/plain', octets: new Uint8Array([1]) }
    }
    return { executer, commence, finir: () => finir() }
  }

  it('à deux ouvriers, un seul le fait', async () => {
    const id = await demander()
    let fois = 0
    const executer: Executant = async () => {
      fois++
      return undefined
    }
    await Promise.all([traiterTache(id, avec(executer)), traiterTache(id, avec(executer))])
    expect(fois).toBe(1)
  })

  it('reprend ce qu’un ouvrier muet a laissé, et refuse le résultat du revenant', async () => {
    const id = await demander()
    const zombie = lent()
    const premier = traiterTache(id, avec(zombie.executer))
    await zombie.commence
    await rattraper(new Date(Date.now() + DUREE_SANS_VIE - 5_000))
    expect(await lire(id)).toMatchObject({ etat: 'EN_COURS' })
    await rattraper(new Date(Date.now() + DUREE_SANS_VIE + 5_000))
    expect(await lire(id)).toMatchObject({ etat: 'EN_ATTENTE' })
    await traiterTache(id, { registre: REGISTRE, maintenant })
    zombie.finir()
    await premier
    expect(await lire(id)).toMatchObject({ etat: 'FAITE', essais: 2 })
    expect(await t.proprietaire.fichier.count({ where: { nom: 'zombie.txt' } })).toBe(0)
  })

  it('renonce au troisième ouvrier mort, en le disant', async () => {
    const id = await demander()
    const vueLe = new Date(Date.now() - 2 * DUREE_SANS_VIE)
    await t.proprietaire.tache.update({ where: { id }, data: { etat: 'EN_COURS', essais: 3, vueLe } })
    await rattraper(new Date())
    expect(await lire(id)).toMatchObject({ etat: 'ECHOUEE', erreur: expect.stringContaining('interrompu') })
  })

  it('rend à la file ce qu’il faisait quand on l’arrête', async () => {
    const id = await demander()
    const arrete = lent()
    const premier = traiterTache(id, avec(arrete.executer))
    await arrete.commence
    await rendreTaches()
    expect(await lire(id)).toMatchObject({ etat: 'EN_ATTENTE', essais: 0 })
    arrete.finir()
    await premier
    expect(await lire(id)).toMatchObject({ etat: 'EN_ATTENTE' })
  })
})
