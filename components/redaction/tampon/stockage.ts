import type { Entree, Stockage } from './types'

const BASE = 'trait-d-union-redaction'
const MAGASIN = 'saisies'
const PREFIXE = `${BASE}|`

/** IndexedDB d'abord ; si le navigateur la refuse, le stockage local ; sinon la mémoire de l'onglet. */
export function ouvrirStockage(): Stockage {
  const repli = stockageLocal()
  const base = ouvrirBase().catch(() => null)
  const choisir = async (): Promise<Stockage> => {
    const b = await base
    return b ? stockageBase(b) : repli
  }
  return {
    lire: async (u, a) => {
      const [premier, second] = await Promise.all([
        (await choisir()).lire(u, a).catch(() => []),
        repli.lire(u, a),
      ])
      return [...premier, ...second.filter((e) => !premier.some((p) => p.cle === e.cle))]
    },
    ecrire: async (e) => (await choisir()).ecrire(e).catch(() => repli.ecrire(e)),
    supprimer: async (c) => {
      await repli.supprimer(c)
      await (await choisir()).supprimer(c)
    },
  }
}

function ouvrirBase(): Promise<IDBDatabase> {
  return new Promise((resoudre, rejeter) => {
    const demande = indexedDB.open(BASE, 1)
    demande.onupgradeneeded = () => demande.result.createObjectStore(MAGASIN, { keyPath: 'cle' })
    demande.onsuccess = () => {
      const base = demande.result
      // Une déconnexion dans un autre onglet efface la base : ne pas la retenir.
      base.onversionchange = () => base.close()
      resoudre(base)
    }
    demande.onerror = () => rejeter(demande.error ?? new Error('base refusée'))
    demande.onblocked = () => rejeter(new Error('base bloquée'))
  })
}

function stockageBase(base: IDBDatabase): Stockage {
  const faire = <T>(mode: IDBTransactionMode, geste: (m: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    new Promise((resoudre, rejeter) => {
      const tx = base.transaction(MAGASIN, mode, { durability: 'strict' })
      const demande = geste(tx.objectStore(MAGASIN))
      tx.oncomplete = () => resoudre(demande.result)
      tx.onerror = () => rejeter(tx.error ?? new Error('écriture refusée'))
      tx.onabort = () => rejeter(tx.error ?? new Error('écriture abandonnée'))
    })
  return {
    lire: async (u, a) => {
      const toutes = await faire<Entree[]>('readonly', (m) => m.getAll())
      return toutes.filter((e) => e.utilisateur === u && e.acteId === a)
    },
    ecrire: async (e) => void (await faire('readwrite', (m) => m.put(e))),
    supprimer: async (c) => void (await faire('readwrite', (m) => m.delete(c))),
  }
}

export function stockageLocal(lieu: () => Storage = () => window.localStorage): Stockage {
  return {
    lire: async (u, a) => {
      try {
        const l = lieu()
        return Object.keys(l).flatMap((k): Entree[] => {
          if (!k.startsWith(`${PREFIXE}${u}|${a}|`)) return []
          return [JSON.parse(l.getItem(k) ?? 'null') as Entree]
        })
      } catch {
        return []
      }
    },
    ecrire: async (e) => lieu().setItem(`${PREFIXE}${e.cle}`, JSON.stringify(e)),
    supprimer: async (c) => {
      try {
        lieu().removeItem(`${PREFIXE}${c}`)
      } catch {
        // Stockage refusé : rien n'y a été écrit.
      }
    },
  }
}

/** Nombre de saisies qui attendent sur cet appareil, avant de se déconnecter. */
export async function compterSaisies(): Promise<number> {
  const base = await ouvrirBase().catch(() => null)
  if (!base) return Object.keys(window.localStorage).filter((k) => k.startsWith(PREFIXE)).length
  return new Promise((resoudre) => {
    const demande = base.transaction(MAGASIN, 'readonly').objectStore(MAGASIN).count()
    const finir = (n: number) => {
      base.close()
      resoudre(n)
    }
    demande.onsuccess = () => finir(demande.result)
    demande.onerror = () => finir(0)
  })
}

/** À la déconnexion : aucune saisie ne reste sur un poste partagé. */
export async function effacerSaisies(): Promise<void> {
  try {
    for (const k of Object.keys(window.localStorage))
      if (k.startsWith(PREFIXE)) window.localStorage.removeItem(k)
  } catch {
    // Stockage refusé : rien à effacer.
  }
  await new Promise<void>((resoudre) => {
    const demande = indexedDB.deleteDatabase(BASE)
    demande.onsuccess = demande.onerror = demande.onblocked = () => resoudre()
  }).catch(() => {})
}
