import type { Cible, Entree, Stockage } from './types'

type Options = { utilisateur: string; acteId: string; stockage: Stockage; surRefus: () => void }
type Connu = { version: number; valeur: unknown }

/** Les saisies pas encore enregistrées : en mémoire pour l'écran, et sur l'appareil pour leur survivre. */
export class Carnet {
  private entrees = new Map<Cible, Entree>()
  private gardees = true

  constructor(private readonly o: Options) {}

  /** Faux si l'appareil a refusé de garder une saisie : elle ne survivrait pas à la page. */
  get garde(): boolean {
    return this.gardees
  }
  get taille(): number {
    return this.entrees.size
  }
  lire = (cible: Cible): Entree | undefined => this.entrees.get(cible)
  contient = (cible: Cible): boolean => this.entrees.has(cible)
  cibles = (): Iterable<Cible> => this.entrees.keys()
  saisies = (): Map<Cible, unknown> => new Map([...this.entrees].map(([c, e]) => [c, e.saisie]))

  /** Une frappe de plus : la première garde ce que le serveur disait alors, les suivantes ne changent que la saisie. */
  noter(cible: Cible, saisie: unknown, connu: Connu | undefined, noteLe: number): void {
    const avant = this.entrees.get(cible)
    const { utilisateur, acteId } = this.o
    this.garder(
      avant
        ? { ...avant, saisie, noteLe }
        : {
            cle: `${utilisateur}|${acteId}|${cible}`,
            utilisateur,
            acteId,
            cible,
            versionBase: connu?.version ?? 0,
            base: connu?.valeur ?? null,
            saisie,
            noteLe,
          },
    )
  }

  /** Ce qui attendait sur l'appareil ; rien si l'appareil ne se lit pas. */
  retrouver = (): Promise<Entree[]> => this.o.stockage.lire(this.o.utilisateur, this.o.acteId).catch(() => [])

  /** Reprend une saisie déjà gardée sur l'appareil. */
  reprendre(entree: Entree): void {
    this.entrees.set(entree.cible, entree)
  }

  /** Pose la saisie sur une version plus récente du serveur. */
  rebaser(entree: Entree, sur: Connu): void {
    this.garder({ ...entree, versionBase: sur.version, base: sur.valeur })
  }

  oublier(entree: Entree): void {
    this.entrees.delete(entree.cible)
    this.o.stockage.supprimer(entree.cle).catch(() => {})
  }

  private garder(entree: Entree): void {
    this.entrees.set(entree.cible, entree)
    this.o.stockage.ecrire(entree).catch(() => {
      this.gardees = false
      this.o.surRefus()
    })
  }
}
