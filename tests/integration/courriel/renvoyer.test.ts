import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '../../../lib/bd/client'
import { avecActeur } from '../../../lib/bd/transaction'
import { renvoyerCourriel } from '../../../lib/cas-usage/courriel/renvoyer-courriel'
import { ETATS_RENVOYABLES, type EtatCourriel } from '../../../lib/domaine/courriel/envoi'
import type { Acteur } from '../../../lib/domaine/organisation/acteur'
import { listerCourriels } from '../../../lib/lectures/administration/courriels'
import { ETATS_COURRIEL } from '../../../lib/presentation/courriels/etats'
import { unCourriel } from '../../fabriques/courriels'
import { agir, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

let t: Territoire
let administrateur: Acteur
const lire = (id: string) => t.proprietaire.courriel.findUniqueOrThrow({ where: { id } })
const enFile = (id: string) =>
  t.proprietaire.$queryRaw<
    unknown[]
  >`SELECT 1 FROM pgboss.job WHERE name = 'courriel' AND data->>'id' = ${id}`

async function dansEtat(etat: EtatCourriel) {
  const id = await unCourriel(t.proprietaire, {
    gabarit: 'code-accord',
    donnees: { code: '482915', minutes: 10 },
  })
  const { version } = await t.proprietaire.courriel.update({
    where: { id },
    data: { etat, essais: 3, erreur: 'x' },
  })
  return { courrielId: id, version }
}

beforeAll(async () => {
  t = await ouvrirTerritoire()
  administrateur = {
    ...t.siege,
    sieges: [],
    habilitations: [
      { role: 'ADMINISTRATEUR', organisationId: t.id('ap-hp'), nature: 'INSTITUTION', fonction: null },
    ],
  }
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

describe('renvoyer un courriel', () => {
  it.each(ETATS_RENVOYABLES)(
    'le remet en file depuis %s, sous le même Message-ID, et l’écrit au journal',
    async (etat) => {
      const c = await dansEtat(etat)
      const avant = await lire(c.courrielId)
      await agir(administrateur, renvoyerCourriel, c)
      expect(await lire(c.courrielId)).toMatchObject({
        etat: 'EN_ATTENTE',
        essais: 0,
        erreur: null,
        messageId: avant.messageId,
        version: c.version + 1,
      })
      expect(await enFile(c.courrielId)).toHaveLength(2)
      const fait = await t.proprietaire.journal.findFirst({
        where: { evenement: 'courriel-renvoye', cible: c.courrielId },
      })
      expect(fait).toMatchObject({ auteurId: administrateur.utilisateurId, acteId: null })
      expect(JSON.stringify(fait?.donnees)).not.toContain('482915')
    },
  )

  it('est refusé dans tout autre état, sur une version dépassée, et pour un courriel inconnu', async () => {
    for (const etat of ['EN_ATTENTE', 'EN_COURS', 'ENVOYE'] as const)
      await expect(agir(administrateur, renvoyerCourriel, await dansEtat(etat))).rejects.toMatchObject(
        refus('ETAPE_INTERDITE'),
      )
    const c = await dansEtat('ECHEC')
    await agir(administrateur, renvoyerCourriel, c)
    await expect(agir(administrateur, renvoyerCourriel, c)).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    await expect(
      agir(administrateur, renvoyerCourriel, { courrielId: randomUUID(), version: 1 }),
    ).rejects.toMatchObject(refus('INTROUVABLE'))
  })

  it('n’existe pas pour qui n’administre pas, base comprise', async () => {
    const c = await dansEtat('ECHEC')
    for (const acteur of [t.direction, t.cms, t.siege, t.exterieur, t.juridique]) {
      await expect(agir(acteur, renvoyerCourriel, c)).rejects.toMatchObject(refus('INTROUVABLE'))
      await expect(listerCourriels(acteur, {}, { secrets: true })).rejects.toMatchObject(refus('INTROUVABLE'))
      expect(await avecActeur(acteur, (tx) => tx.courriel.count())).toBe(0)
      const touches = await avecActeur(acteur, (tx) => tx.courriel.updateMany({ data: { etat: 'ENVOYE' } }))
      expect(touches.count).toBe(0)
    }
    expect((await lire(c.courrielId)).etat).toBe('ECHEC')
  })
})

describe('la liste des courriels', () => {
  it('montre un code sans serveur de courriel, et le masque dès qu’il y en a un', async () => {
    const { courrielId } = await dansEtat('GARDE')
    const trouver = async (secrets: boolean) =>
      (await listerCourriels(administrateur, { etat: 'GARDE' }, { secrets })).courriels.find(
        (c) => c.id === courrielId,
      )
    expect(await trouver(true)).toMatchObject({ donnees: { code: '482915', minutes: 10 }, masque: false })
    expect(await trouver(false)).toMatchObject({ donnees: { code: null, minutes: 10 }, masque: true })
  })

  it('filtre par état et se lit page à page, sans trou ni répétition', async () => {
    for (let i = 0; i < 27; i++) await dansEtat('ENVOYE')
    const vus: string[] = []
    let apres: string | undefined
    do {
      const page = await listerCourriels(administrateur, { etat: 'ENVOYE', apres }, { secrets: false })
      expect(page.courriels.every((c) => c.etat === 'ENVOYE')).toBe(true)
      vus.push(...page.courriels.map((c) => c.id))
      apres = page.suivant ?? undefined
    } while (apres)
    const attendus = await t.proprietaire.courriel.count({ where: { etat: 'ENVOYE' } })
    expect([new Set(vus).size, vus.length]).toEqual([attendus, attendus])
    const { comptes } = await listerCourriels(administrateur, {}, { secrets: false })
    expect(comptes.ENVOYE).toBe(attendus)
    expect(Object.keys(ETATS_COURRIEL)).toHaveLength(6)
  })
})
