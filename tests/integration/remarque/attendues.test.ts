import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '../../../lib/bd/client'
import { avecActeur } from '../../../lib/bd/transaction'
import { deciderRemarque } from '../../../lib/cas-usage/remarque/decider-remarque'
import { repondre } from '../../../lib/cas-usage/remarque/repondre'
import type { Acteur } from '../../../lib/domaine/organisation/acteur'
import { lireEnCours } from '../../../lib/lectures/accueil/conventions'
import { compterRemarquesAttendues } from '../../../lib/lectures/remarque/lire-remarques'
import { prochaineEtape, regardDe } from '../../../lib/presentation/conventions/etats'
import { unHabilite } from '../../fabriques/negociation'
import { uneContreProposition, uneRemarque, unProjetEnRelecture } from '../../fabriques/remarques'
import { agir, ouvrirTerritoire, type Territoire } from '../../fabriques/territoire'

let t: Territoire
let cms: Acteur
beforeAll(async () => {
  t = await ouvrirTerritoire()
  cms = await unHabilite(t, 'DIRECTION_CMS', 'arcueil')
}, 60_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

/** Comptes par acte, et nombre de lectures de remarques qu'ils ont coûté. */
async function attendues(acteur: Acteur, ids: readonly string[]) {
  return avecActeur(acteur, async (tx) => {
    const actes = await tx.acte.findMany({ where: { id: { in: [...ids] } } })
    let lectures = 0
    const compte = new Proxy(tx, {
      get: (cible, cle) => {
        if (cle === 'remarque') lectures += 1
        return Reflect.get(cible, cle) as unknown
      },
    })
    const comptes = await compterRemarquesAttendues(compte, acteur, actes)
    return { comptes: ids.map((id) => comptes.get(id) ?? 0), lectures }
  })
}
const suite = async (acteur: Acteur, reference: string) => {
  const acte = (await avecActeur(acteur, (tx) => lireEnCours(tx, acteur))).find(
    (a) => a.reference === reference,
  )
  if (!acte) throw new Error('acte absent de l’accueil')
  const situee = { etape: acte.etape, situation: null, dateEffet: null, dateFin: null, comptes: acte.comptes }
  return prochaineEtape(situee, regardDe(acte.qualites), '2026-01-15')
}

describe('Les remarques qui attendent quelqu’un', () => {
  it('se comptent pour tous les actes en une lecture, et se disent à l’accueil de chacun', async () => {
    const un = await unProjetEnRelecture(t)
    const deux = await unProjetEnRelecture(t)
    const ids = [un.acteId, deux.acteId]
    const premiere = await uneRemarque(cms, un.acteId)
    await uneRemarque(cms, un.acteId, { texte: 'Et la garde ?' })
    await uneRemarque(t.direction, un.acteId, { texte: 'À part nous.', interne: true })
    await uneRemarque(t.direction, deux.acteId, { texte: 'Qu’en dites-vous ?' })
    expect(await attendues(t.direction, ids)).toEqual({ comptes: [2, 0], lectures: 1 })
    expect(await attendues(cms, ids)).toEqual({ comptes: [0, 1], lectures: 1 })
    expect((await attendues(t.siege, ids)).comptes).toEqual([0, 0])
    expect((await attendues(t.exterieur, ids)).comptes).toEqual([0, 0])
    expect(await suite(t.direction, un.reference)).toBe('À vous : répondre à 2\u00a0remarques')
    expect(await suite(cms, deux.reference)).toBe('À vous : répondre à 1\u00a0remarque')

    await agir(t.direction, repondre, { remarqueId: premiere, texte: 'Voici pourquoi.' })
    expect((await attendues(t.direction, ids)).comptes).toEqual([1, 0])
    expect((await attendues(cms, ids)).comptes).toEqual([1, 1])
  })

  it('une contre-proposition de la direction, acceptée par le centre, revient à la direction qui l’écrira', async () => {
    const { acteId, alinea } = await unProjetEnRelecture(t)
    const remarqueId = await uneContreProposition(t.direction, acteId, alinea)
    expect((await attendues(cms, [acteId])).comptes).toEqual([1])
    await agir(cms, deciderRemarque, { remarqueId, version: 1, decision: 'accepter', motif: '' })
    expect((await attendues(cms, [acteId])).comptes).toEqual([0])
    expect((await attendues(t.direction, [acteId])).comptes).toEqual([1])
  })
})
