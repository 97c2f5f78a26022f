import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Tampon } from '@/components/redaction/tampon/tampon'
import type { Courant, Entree, Envoi, Stockage } from '@/components/redaction/tampon/types'

const CIBLE = 'unite:article-2'

/** Appareil : survit à la fermeture d'un onglet. */
function appareil() {
  const gardees = new Map<string, Entree>()
  const stockage: Stockage = {
    lire: async (u, a) => [...gardees.values()].filter((e) => e.utilisateur === u && e.acteId === a),
    ecrire: async (e) => void gardees.set(e.cle, structuredClone(e)),
    supprimer: async (c) => void gardees.delete(c),
  }
  return { gardees, stockage }
}

/** Serveur : une cible versionnée, que l'on peut couper, expirer ou reconstruire. */
function serveur(valeur = 'initial') {
  const s = { version: 1, valeur, etat: 'en-marche', envois: [] as string[], perdreReponse: false }
  const envoyer = async (_: string, version: number, saisie: unknown): Promise<Envoi> => {
    if (s.etat === 'coupe') throw new TypeError('Failed to fetch')
    if (s.etat === 'reconstruit') throw new Error('Failed to find Server Action')
    if (s.etat === 'expire') return { ok: false, code: 'NON_CONNECTE', details: {} }
    if (version !== s.version) return { ok: false, code: 'MODIFIE_ENTRE_TEMPS', details: {} }
    s.version++
    s.valeur = saisie as string
    s.envois.push(s.valeur)
    if (s.perdreReponse) {
      s.perdreReponse = false
      throw new TypeError('Failed to fetch')
    }
    return { ok: true, version: s.version }
  }
  const relire = async (): Promise<Courant> => ({
    version: s.version,
    valeur: s.valeur,
    auteur: 'Une collègue',
  })
  return { s, envoyer, relire }
}

const ouvrir = (a: ReturnType<typeof appareil>, sv: ReturnType<typeof serveur>, utilisateur = 'u1') => {
  const t = new Tampon({
    utilisateur,
    acteId: 'acte',
    stockage: a.stockage,
    liaison: {
      envoyer: sv.envoyer,
      relire: sv.relire,
      memes: (_, x, y) => x === y,
      estServeurChange: (e) => e instanceof Error && e.message.includes('find Server Action'),
    },
  })
  t.connaitre(CIBLE, sv.s.version, sv.s.valeur)
  return t
}
const genre = (t: Tampon) => t.instantane().etats.get(CIBLE)?.genre
const attendre = (ms: number) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('ce qui est tapé', () => {
  it('va d’abord sur l’appareil, puis au serveur quand la main se pose', async () => {
    const [a, sv] = [appareil(), serveur()]
    const t = ouvrir(a, sv)
    t.noter(CIBLE, 'a')
    t.noter(CIBLE, 'ab')
    expect([...a.gardees.values()][0]?.saisie).toBe('ab')
    expect(sv.s.envois).toEqual([])
    await attendre(900)
    expect(sv.s.envois).toEqual(['ab'])
    expect(genre(t)).toBe('enregistre')
    expect(a.gardees.size).toBe(0)
  })

  it('tapé pendant un envoi part ensuite, sur la version reçue', async () => {
    const [a, sv] = [appareil(), serveur()]
    const t = ouvrir(a, sv)
    t.noter(CIBLE, 'un')
    await attendre(800)
    t.noter(CIBLE, 'deux')
    await attendre(1_000)
    expect(sv.s.envois).toEqual(['un', 'deux'])
    expect(a.gardees.size).toBe(0)
  })

  it('réseau coupé : reste sur l’appareil, se réessaie, part au retour', async () => {
    const [a, sv] = [appareil(), serveur()]
    const t = ouvrir(a, sv)
    sv.s.etat = 'coupe'
    t.noter(CIBLE, 'hors ligne')
    await attendre(5_000)
    expect(t.instantane().obstacle).toBe('hors-ligne')
    expect(a.gardees.size).toBe(1)
    sv.s.etat = 'en-marche'
    t.rejouer()
    await attendre(10)
    expect(sv.s.envois).toEqual(['hors ligne'])
    expect(t.instantane().obstacle).toBe('aucun')
  })

  it('réponse perdue après l’écriture : reconnue au rejeu, aucun faux conflit', async () => {
    const [a, sv] = [appareil(), serveur()]
    const t = ouvrir(a, sv)
    sv.s.perdreReponse = true
    t.noter(CIBLE, 'texte')
    await attendre(3_000)
    expect(genre(t)).toBe('enregistre')
    expect(sv.s.envois).toEqual(['texte'])
  })

  it('onglet fermé : retrouvé et envoyé à la réouverture', async () => {
    const [a, sv] = [appareil(), serveur()]
    const ferme = ouvrir(a, sv)
    ferme.noter(CIBLE, 'pas encore parti')
    ferme.fermer()
    const t = ouvrir(a, sv)
    expect(await t.retrouver()).toBe(1)
    expect(t.instantane().saisies.get(CIBLE)).toBe('pas encore parti')
    await attendre(10)
    expect(sv.s.envois).toEqual(['pas encore parti'])
  })

  it('session expirée : gardé, puis envoyé après reconnexion', async () => {
    const [a, sv] = [appareil(), serveur()]
    const t = ouvrir(a, sv)
    sv.s.etat = 'expire'
    t.noter(CIBLE, 'long texte')
    await attendre(1_000)
    expect(t.instantane().obstacle).toBe('session')
    expect(a.gardees.size).toBe(1)
    sv.s.etat = 'en-marche'
    t.rejouer()
    await attendre(10)
    expect(sv.s.envois).toEqual(['long texte'])
    expect(t.instantane().obstacle).toBe('aucun')
  })

  it('serveur reconstruit : n’insiste pas, la page rechargée rejoue', async () => {
    const [a, sv] = [appareil(), serveur()]
    const t = ouvrir(a, sv)
    sv.s.etat = 'reconstruit'
    t.noter(CIBLE, 'avant la mise à jour')
    await attendre(60_000)
    expect(t.instantane().obstacle).toBe('serveur-change')
    t.fermer()
    sv.s.etat = 'en-marche'
    const recharge = ouvrir(a, sv)
    await recharge.retrouver()
    await attendre(10)
    expect(sv.s.valeur).toBe('avant la mise à jour')
  })

  it('d’une autre personne sur le même poste n’est jamais lu', async () => {
    const [a, sv] = [appareil(), serveur()]
    const t = ouvrir(a, sv)
    t.noter(CIBLE, 'à moi')
    t.fermer()
    const autre = ouvrir(a, sv, 'u2')
    expect(await autre.retrouver()).toBe(0)
  })
})

describe('deux personnes', () => {
  const conflit = async () => {
    const [a, sv] = [appareil(), serveur()]
    const t = ouvrir(a, sv)
    t.noter(CIBLE, 'la mienne')
    sv.s.version = 2
    sv.s.valeur = 'la sienne'
    await attendre(1_000)
    return { a, sv, t }
  }

  it('dans le même article : la seconde voit ce qui a changé et garde sa saisie', async () => {
    const { a, sv, t } = await conflit()
    expect(t.instantane().etats.get(CIBLE)).toMatchObject({
      genre: 'conflit',
      base: 'initial',
      leur: { valeur: 'la sienne', auteur: 'Une collègue' },
    })
    expect(t.instantane().saisies.get(CIBLE)).toBe('la mienne')
    expect(a.gardees.size).toBe(1)
    expect(sv.s.valeur).toBe('la sienne')
  })

  it('« garder la mienne » écrit par-dessus, en connaissance de cause', async () => {
    const { sv, t } = await conflit()
    t.trancher(CIBLE, 'mienne')
    await attendre(10)
    expect(sv.s.valeur).toBe('la mienne')
    expect(genre(t)).toBe('enregistre')
  })

  it('« prendre la sienne » abandonne ma saisie', async () => {
    const { a, sv, t } = await conflit()
    expect(t.trancher(CIBLE, 'sienne')?.valeur).toBe('la sienne')
    expect(a.gardees.size).toBe(0)
    expect(sv.s.valeur).toBe('la sienne')
  })

  it('continuer à taper pendant un conflit ne perd rien et n’envoie rien', async () => {
    const { sv, t } = await conflit()
    t.noter(CIBLE, 'la mienne, suite')
    await attendre(5_000)
    expect(genre(t)).toBe('conflit')
    expect(t.instantane().saisies.get(CIBLE)).toBe('la mienne, suite')
    expect(sv.s.valeur).toBe('la sienne')
  })

  it('un changement sans effet sur le texte (omission) ne fait pas de conflit', async () => {
    const [a, sv] = [appareil(), serveur()]
    const t = ouvrir(a, sv)
    sv.s.version = 5
    t.noter(CIBLE, 'réécrit')
    await attendre(2_000)
    expect(sv.s.envois).toEqual(['réécrit'])
  })

  it('dans deux articles ne se gênent pas', async () => {
    const [a, sv] = [appareil(), serveur()]
    const autre = serveur()
    const t = ouvrir(a, sv)
    const u = ouvrir(appareil(), autre)
    t.noter(CIBLE, 'article 2')
    u.noter(CIBLE, 'article 3')
    await attendre(1_000)
    expect([genre(t), genre(u)]).toEqual(['enregistre', 'enregistre'])
  })
})

describe('un refus du serveur', () => {
  it('garde la saisie et dit pourquoi', async () => {
    const a = appareil()
    const sv = serveur()
    const t = ouvrir(a, { ...sv, envoyer: async () => ({ ok: false, code: 'ETAPE_INTERDITE', details: {} }) })
    t.noter(CIBLE, 'trop tard')
    await attendre(1_000)
    expect(genre(t)).toBe('refus')
    expect(t.instantane().saisies.get(CIBLE)).toBe('trop tard')
    expect(a.gardees.size).toBe(1)
  })
})
