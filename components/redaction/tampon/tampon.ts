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
  private entrees = new Map<Cible, Entree>()
  private etats = new Map<Cible, EtatCible>()
  private serveur = new Map<Cible, { version: number; valeur: unknown }>()
  private minuteurs = new Map<Cible, ReturnType<typeof setTimeout>>()
  private enCours = new Set<Cible>()
  private echecs = 0
  private obstacle: Obstacle = 'aucun'
  private garde = true
  private dernier: number | null = null
  private abonnes = new Set<() => void>()
  private photo: Instantane
  private readonly horloge: () => number

  constructor(private readonly o: Options) {
    this.horloge = o.horloge ?? Date.now
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
    const avant = this.entrees.get(cible)
    const connu = this.serveur.get(cible)
    const entree: Entree = avant
      ? { ...avant, saisie, noteLe: this.horloge() }
      : {
          cle: `${this.o.utilisateur}|${this.o.acteId}|${cible}`,
          utilisateur: this.o.utilisateur,
          acteId: this.o.acteId,
          cible,
          versionBase: connu?.version ?? 0,
          base: connu?.valeur ?? null,
          saisie,
          noteLe: this.horloge(),
        }
    this.entrees.set(cible, entree)
    this.garder(entree)
    if (this.etats.get(cible)?.genre !== 'conflit') {
      this.etats.set(cible, { genre: this.obstacle === 'aucun' ? 'attente' : 'hors-ligne' })
      this.planifier(cible, DELAI)
    }
    this.publier()
  }

  /** À l'ouverture : retrouve ce qui attendait sur l'appareil. Rend le nombre de saisies retrouvées. */
  async retrouver(): Promise<number> {
    const trouvees = await this.o.stockage.lire(this.o.utilisateur, this.o.acteId).catch(() => [])
    for (const e of trouvees) {
      if (this.entrees.has(e.cible)) continue
      const connu = this.serveur.get(e.cible)
      if (connu && this.o.liaison.memes(e.cible, connu.valeur, e.saisie)) this.oublier(e)
      else {
        this.entrees.set(e.cible, e)
        this.etats.set(e.cible, { genre: 'attente' })
      }
    }
    this.publier()
    this.rejouer()
    return this.entrees.size
  }

  /** Renvoie tout de suite ce qui attend : réseau revenu, page retrouvée, reconnexion. */
  rejouer(): void {
    if (this.obstacle === 'serveur-change') return
    this.echecs = 0
    for (const [cible, etat] of this.etats)
      if (this.entrees.has(cible) && etat.genre !== 'conflit' && etat.genre !== 'refus')
        this.planifier(cible, 0)
  }

  /** Conflit tranché : garder la mienne l'écrit par-dessus, prendre la sienne abandonne ma saisie. */
  trancher(cible: Cible, choix: 'mienne' | 'sienne'): Courant | null {
    const etat = this.etats.get(cible)
    const entree = this.entrees.get(cible)
    if (etat?.genre !== 'conflit' || !entree) return null
    this.connaitre(cible, etat.leur.version, etat.leur.valeur)
    if (choix === 'sienne') {
      this.oublier(entree)
      this.etats.set(cible, { genre: 'enregistre', le: this.horloge() })
    } else {
      this.rebaser(entree, etat.leur)
      this.etats.set(cible, { genre: 'attente' })
      this.planifier(cible, 0)
    }
    this.publier()
    return etat.leur
  }

  /** Abandonne une saisie que le serveur refuse. */
  renoncer(cible: Cible): void {
    const entree = this.entrees.get(cible)
    if (entree) this.oublier(entree)
    this.etats.delete(cible)
    this.publier()
  }

  /** Attend que la cible soit enregistrée, avant un geste qui s'appuie sur sa version. */
  async vider(cible: Cible): Promise<boolean> {
    const minuteur = this.minuteurs.get(cible)
    if (minuteur) clearTimeout(minuteur)
    for (let i = 0; i < 3 && this.entrees.has(cible) && !this.enCours.has(cible); i++)
      await this.envoyer(cible)
    return !this.entrees.has(cible)
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
    const entree = this.entrees.get(cible)
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
    const courante = this.entrees.get(cible)
    if (courante && courante.saisie !== envoyee.saisie) {
      this.rebaser(courante, { version, valeur: envoyee.saisie })
      this.etats.set(cible, { genre: 'attente' })
      this.planifier(cible, DELAI)
    } else {
      if (courante) this.oublier(courante)
      this.etats.set(cible, { genre: 'enregistre', le: this.dernier })
    }
    this.debloquer()
  }

  /** La version a bougé : mon envoi déjà passé, un changement sans effet sur ma saisie, ou un vrai conflit. */
  private async rapprocher(cible: Cible): Promise<void> {
    const leur = await avecPatience(this.o.liaison.relire(cible))
    const entree = this.entrees.get(cible)
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
      this.rebaser(entree, leur)
      this.planifier(cible, 0)
    } else this.etats.set(cible, { genre: 'conflit', leur, base: entree.base })
    this.debloquer()
  }

  private rebaser(entree: Entree, sur: { version: number; valeur: unknown }): void {
    const neuve = { ...entree, versionBase: sur.version, base: sur.valeur }
    this.entrees.set(entree.cible, neuve)
    this.garder(neuve)
  }

  private reessayer(cible: Cible): void {
    this.bloquer('hors-ligne')
    const delai = Math.min(REPRISE_MAX, REPRISE_MIN * 2 ** this.echecs++)
    this.planifier(cible, delai)
  }

  private bloquer(obstacle: Obstacle): void {
    this.obstacle = obstacle
    for (const cible of this.entrees.keys())
      if (this.etats.get(cible)?.genre !== 'conflit') this.etats.set(cible, { genre: 'hors-ligne' })
  }

  private debloquer(): void {
    if (this.obstacle === 'aucun') return
    this.obstacle = 'aucun'
    for (const [cible, etat] of this.etats) {
      if (etat.genre !== 'hors-ligne' || !this.entrees.has(cible)) continue
      this.etats.set(cible, { genre: 'attente' })
      this.planifier(cible, 0)
    }
  }

  private garder(entree: Entree): void {
    this.o.stockage.ecrire(entree).catch(() => {
      this.garde = false
      this.publier()
    })
  }

  private oublier(entree: Entree): void {
    this.entrees.delete(entree.cible)
    this.o.stockage.supprimer(entree.cle).catch(() => {})
  }

  private photographier(): Instantane {
    return {
      obstacle: this.obstacle,
      etats: new Map(this.etats),
      saisies: new Map([...this.entrees].map(([c, e]) => [c, e.saisie])),
      dernierEnregistrement: this.dernier,
      garde: this.garde,
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
