import { Carnet } from './carnet'
import type { Cible, Courant, Entree, EtatCible, Instantane, Liaison, Obstacle, Stockage } from './types'

const DELAI = 800
const REPRISE_MIN = 1_000
const REPRISE_MAX = 30_000
/** Une requête sans réponse au-delà est tenue pour perdue ; le rejeu reconnaît ce qui était passé. */
const PATIENCE = 20_000

type Options = {
  utilisateur: string
  acteId: string
  stockage: Stockage
  liaison: Liaison
  horloge?: () => number
}

/**
 * Garde chaque frappe sur l'appareil avant de l'envoyer : réseau coupé, onglet fermé, session expirée ou serveur
 * reconstruit ne perdent rien. Un envoi à la fois par cible ; la version de base dit si quelqu'un est passé entre-temps.
 */
export class Tampon {
  private readonly carnet: Carnet
  private etats = new Map<Cible, EtatCible>()
  private serveur = new Map<Cible, { version: number; valeur: unknown }>()
  private minuteurs = new Map<Cible, ReturnType<typeof setTimeout>>()
  private enCours = new Set<Cible>()
  private echecs = 0
  private obstacle: Obstacle = 'aucun'
  private dernier: number | null = null
  private abonnes = new Set<() => void>()
  private photo: Instantane
  private readonly horloge: () => number

  constructor(private readonly o: Options) {
    this.horloge = o.horloge ?? Date.now
    this.carnet = new Carnet({ ...o, surRefus: () => this.publier() })
    this.photo = this.photographier()
  }

  /** Ce que le serveur dit aujourd'hui d'une cible (à l'ouverture, après une relecture). */
  connaitre(cible: Cible, version: number, valeur: unknown): void {
    const connu = this.serveur.get(cible)
    if (!connu || version >= connu.version) this.serveur.set(cible, { version, valeur })
  }

  versionDe = (cible: Cible): number => this.serveur.get(cible)?.version ?? 0

  /** Note une frappe : d'abord sur l'appareil, puis l'envoi quand la main se pose. */
  noter(cible: Cible, saisie: unknown): void {
    this.carnet.noter(cible, saisie, this.serveur.get(cible), this.horloge())
    if (this.etats.get(cible)?.genre !== 'conflit') {
      this.etats.set(cible, { genre: this.obstacle === 'aucun' ? 'attente' : 'hors-ligne' })
      this.planifier(cible, DELAI)
    }
    this.publier()
  }

  /** À l'ouverture : retrouve ce qui attendait sur l'appareil. Rend le nombre de saisies retrouvées. */
  async retrouver(): Promise<number> {
    for (const e of await this.carnet.retrouver()) {
      if (this.carnet.contient(e.cible)) continue
      const connu = this.serveur.get(e.cible)
      if (connu && this.o.liaison.memes(e.cible, connu.valeur, e.saisie)) this.carnet.oublier(e)
      else {
        this.carnet.reprendre(e)
        this.etats.set(e.cible, { genre: 'attente' })
      }
    }
    this.publier()
    this.rejouer()
    return this.carnet.taille
  }

  /** Renvoie tout de suite ce qui attend : réseau revenu, page retrouvée, reconnexion. */
  rejouer(): void {
    if (this.obstacle === 'serveur-change') return
    this.echecs = 0
    for (const [cible, etat] of this.etats)
      if (this.carnet.contient(cible) && etat.genre !== 'conflit' && etat.genre !== 'refus')
        this.planifier(cible, 0)
  }

  /** Conflit tranché : garder la mienne l'écrit par-dessus, prendre la sienne abandonne ma saisie. */
  trancher(cible: Cible, choix: 'mienne' | 'sienne'): Courant | null {
    const etat = this.etats.get(cible)
    const entree = this.carnet.lire(cible)
    if (etat?.genre !== 'conflit' || !entree) return null
    this.connaitre(cible, etat.leur.version, etat.leur.valeur)
    if (choix === 'sienne') {
      this.carnet.oublier(entree)
      this.etats.set(cible, { genre: 'enregistre', le: this.horloge() })
    } else {
      this.carnet.rebaser(entree, etat.leur)
      this.etats.set(cible, { genre: 'attente' })
      this.planifier(cible, 0)
    }
    this.publier()
    return etat.leur
  }

  /** Abandonne une saisie que le serveur refuse. */
  renoncer(cible: Cible): void {
    const entree = this.carnet.lire(cible)
    if (entree) this.carnet.oublier(entree)
    this.etats.delete(cible)
    this.publier()
  }

  /** Attend que la cible soit enregistrée, avant un geste qui s'appuie sur sa version. */
  async vider(cible: Cible): Promise<boolean> {
    const minuteur = this.minuteurs.get(cible)
    if (minuteur) clearTimeout(minuteur)
    for (let i = 0; i < 3 && this.carnet.contient(cible) && !this.enCours.has(cible); i++)
      await this.envoyer(cible)
    return !this.carnet.contient(cible)
  }

  fermer(): void {
    for (const m of this.minuteurs.values()) clearTimeout(m)
    this.minuteurs.clear()
  }

  abonner = (rappel: () => void): (() => void) => {
    this.abonnes.add(rappel)
    return () => this.abonnes.delete(rappel)
  }
  instantane = (): Instantane => this.photo

  private planifier(cible: Cible, delai: number): void {
    const avant = this.minuteurs.get(cible)
    if (avant) clearTimeout(avant)
    this.minuteurs.set(
      cible,
      setTimeout(() => void this.envoyer(cible), delai),
    )
  }

  private async envoyer(cible: Cible): Promise<void> {
    const entree = this.carnet.lire(cible)
    if (!entree || this.enCours.has(cible) || this.obstacle === 'serveur-change') return
    this.enCours.add(cible)
    if (this.obstacle === 'aucun') this.etats.set(cible, { genre: 'envoi' })
    this.publier()
    try {
      const reponse = await avecPatience(this.o.liaison.envoyer(cible, entree.versionBase, entree.saisie))
      this.echecs = 0
      if (reponse.ok) this.reussir(cible, entree, reponse.version)
      else if (reponse.code === 'MODIFIE_ENTRE_TEMPS') await this.rapprocher(cible)
      else if (reponse.code === 'NON_CONNECTE' || reponse.code === 'MOT_DE_PASSE_A_CHANGER')
        this.bloquer('session')
      else if (reponse.code === 'INDISPONIBLE' || reponse.code === 'INATTENDUE') this.reessayer(cible)
      else {
        this.obstacle = 'aucun'
        this.etats.set(cible, { genre: 'refus', code: reponse.code, details: reponse.details })
      }
    } catch (erreur) {
      if (this.o.liaison.estServeurChange(erreur)) this.bloquer('serveur-change')
      else this.reessayer(cible)
    } finally {
      this.enCours.delete(cible)
      this.publier()
    }
  }

  private reussir(cible: Cible, envoyee: Entree, version: number): void {
    this.serveur.set(cible, { version, valeur: envoyee.saisie })
    this.dernier = this.horloge()
    const courante = this.carnet.lire(cible)
    if (courante && courante.saisie !== envoyee.saisie) {
      this.carnet.rebaser(courante, { version, valeur: envoyee.saisie })
      this.etats.set(cible, { genre: 'attente' })
      this.planifier(cible, DELAI)
    } else {
      if (courante) this.carnet.oublier(courante)
      this.etats.set(cible, { genre: 'enregistre', le: this.dernier })
    }
    this.debloquer()
  }

  /** La version a bougé : mon envoi déjà passé, un changement sans effet sur ma saisie, ou un vrai conflit. */
  private async rapprocher(cible: Cible): Promise<void> {
    const leur = await avecPatience(this.o.liaison.relire(cible))
    const entree = this.carnet.lire(cible)
    if (!entree) return
    if (!leur) {
      this.etats.set(cible, { genre: 'refus', code: 'INTROUVABLE', details: {} })
      return
    }
    const { memes } = this.o.liaison
    if (memes(cible, leur.valeur, entree.saisie)) {
      this.reussir(cible, entree, leur.version)
    } else if (memes(cible, leur.valeur, entree.base)) {
      this.connaitre(cible, leur.version, leur.valeur)
      this.carnet.rebaser(entree, leur)
      this.planifier(cible, 0)
    } else this.etats.set(cible, { genre: 'conflit', leur, base: entree.base })
    this.debloquer()
  }

  private reessayer(cible: Cible): void {
    this.bloquer('hors-ligne')
    const delai = Math.min(REPRISE_MAX, REPRISE_MIN * 2 ** this.echecs++)
    this.planifier(cible, delai)
  }

  private bloquer(obstacle: Obstacle): void {
    this.obstacle = obstacle
    for (const cible of this.carnet.cibles())
      if (this.etats.get(cible)?.genre !== 'conflit') this.etats.set(cible, { genre: 'hors-ligne' })
  }

  private debloquer(): void {
    if (this.obstacle === 'aucun') return
    this.obstacle = 'aucun'
    for (const [cible, etat] of this.etats) {
      if (etat.genre !== 'hors-ligne' || !this.carnet.contient(cible)) continue
      this.etats.set(cible, { genre: 'attente' })
      this.planifier(cible, 0)
    }
  }

  private photographier(): Instantane {
    return {
      obstacle: this.obstacle,
      etats: new Map(this.etats),
      saisies: this.carnet.saisies(),
      dernierEnregistrement: this.dernier,
      garde: this.carnet.garde,
    }
  }

  /** Prévient l'écran. */
  publier(): void {
    this.photo = this.photographier()
    for (const rappel of this.abonnes) rappel()
  }
}

function avecPatience<T>(promesse: Promise<T>): Promise<T> {
  return new Promise((resoudre, rejeter) => {
    const m = setTimeout(() => rejeter(new Error('sans réponse')), PATIENCE)
    promesse.then(resoudre, rejeter).finally(() => clearTimeout(m))
  })
}
