import type { ValeurParametre } from '@/lib/domaine/texte/parametres'
import type { OrigineUnite } from '@/lib/domaine/texte/unites'
import type { SaisieUnite } from '@/lib/presentation/redaction/acte'
import type { ConventionLue, SignataireLu, UniteLue } from '@/lib/presentation/redaction/types'
import type { ActionsRedaction } from '../actions'
import { ouvrirStockage } from '../tampon/stockage'
import { Tampon } from '../tampon/tampon'
import { creerLiaison, type Enregistre, toutesLesCibles, valeurDe } from './liaison'

/**
 * L'acte connu du serveur et le tampon des saisies, publiés ensemble : ce qui vient d'être enregistré passe de l'un à
 * l'autre sans qu'un ancien texte ne reparaisse entre les deux.
 */
export class Magasin {
  readonly tampon: Tampon
  private courant: ConventionLue

  constructor(
    initial: ConventionLue,
    utilisateur: string,
    actions: ActionsRedaction,
    brouillon: string = initial.acteId,
  ) {
    this.courant = initial
    const liaison = creerLiaison(
      initial.acteId,
      initial.reference,
      actions,
      (e) => {
        this.courant = reporter(this.courant, e)
      },
      (relu) => this.remplacer(relu),
    )
    this.tampon = new Tampon({ utilisateur, acteId: brouillon, stockage: ouvrirStockage(), liaison })
    this.remplacer(initial)
  }

  acte = (): ConventionLue => this.courant

  /** Nouvel état du serveur ; les saisies en attente restent par-dessus. */
  remplacer(acte: ConventionLue): void {
    for (const cible of toutesLesCibles(acte)) {
      const v = valeurDe(acte, cible)
      if (v) this.tampon.connaitre(cible, v.version, v.valeur)
    }
    this.courant = acte
    this.tampon.publier()
  }
}

function reporter(acte: ConventionLue, e: Enregistre): ConventionLue {
  const cle = e.cible.slice(e.cible.indexOf(':') + 1)
  const { version } = e
  if (e.cible.startsWith('unite:')) {
    const s = e.saisie as SaisieUnite
    const { origine, variante } = e.unite ?? {}
    return {
      ...acte,
      unites: acte.unites.map((u) =>
        u.identite === cle
          ? {
              ...u,
              ...s,
              version,
              origine: (origine as OrigineUnite) ?? origineSuivie(u, version),
              variante: variante ?? null,
            }
          : u,
      ),
    }
  }
  if (e.cible.startsWith('partie:')) {
    const signataires = e.saisie as SignataireLu[]
    return { ...acte, parties: acte.parties.map((p) => (p.id === cle ? { ...p, version, signataires } : p)) }
  }
  const autres = acte.parametres.filter((p) => p.cle !== cle)
  const valeur = e.saisie as ValeurParametre | null
  return { ...acte, parametres: [...autres, { cle, valeur, version, origineFiche: null }] }
}

/** Un écran qui ne dit pas l'origine : revenue à la version 0, l'unité est celle d'où l'on part. */
const origineSuivie = (u: UniteLue, version: number): OrigineUnite =>
  u.modele === null ? 'ajout' : version === 0 ? 'modele' : 'adapte'
