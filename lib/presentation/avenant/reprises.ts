import { enClair, fragmentsDeBalise, preparerResolution } from '../../documents/blocs/construire'
import { appliquer } from '../../domaine/avenant/appliquer'
import { A_BLANC, texteVivant } from '../../domaine/avenant/etat'
import { numeroInsere } from '../../domaine/avenant/numeroter-insertion'
import { type Reprenable, reprenables } from '../../domaine/avenant/reprise-du-modele'
import { deriverTout } from '../../domaine/avenant/retouches'
import type { AtelierLu } from '../../lectures/avenant/lire-atelier'
import { nomDeLAvenant } from './mentions'

/** Un article du modèle que l'avenant peut reprendre, et ce que l'écran en dit. */
export type RepriseDite = {
  identite: string
  parent: string | null
  apres: string | null
  /** « Article 5 bis – Téléexpertise », sous le numéro qu'il prendrait. */
  nom: string
  /** « Absent de la convention signée », « Supprimé par l’avenant n° 1 du … ». */
  pourquoi: string
}
export type ReprisesDites = { versionId: string; articles: RepriseDite[] }

/** Ce que le modèle de la convention a, et que le texte voulu n'a pas ; l'avenant n'y remet pas ce qu'il supprime lui-même. */
export function reprisesDites(
  a: Pick<AtelierLu, 'avenant' | 'base' | 'retouches' | 'duModele'>,
): ReprisesDites {
  const vives = a.retouches.filter((r) => r.arretee === null).map((r) => r.retouche)
  const voulu = appliquer(a.base, deriverTout(vives), A_BLANC).etat
  const r = preparerResolution(texteVivant(voulu))
  const titres = new Map(a.duModele.map((u) => [u.identite, u.titre]))
  const enVigueur = new Map(a.base.unites.map((u) => [u.identite, u]))
  const dire = (x: Reprenable): RepriseDite[] => {
    const avant = enVigueur.get(x.identite)
    if (x.cas === 'supprime' && !avant?.supprimee) return []
    const numero = x.cas === 'supprime' ? voulu.numeros[x.identite] : numeroInsere(voulu, x)
    const titre = titres.get(x.identite)
    const trace = avant?.traces.findLast((t) => t.effet === 'supprime')
    return [
      {
        identite: x.identite,
        parent: x.parent,
        apres: x.apres,
        nom: [numero?.intitule, titre ? enClair(fragmentsDeBalise(r, titre)) : '']
          .filter(Boolean)
          .join('\u00a0– '),
        pourquoi: trace
          ? `Supprimé par ${nomDeLAvenant(trace)}\u00a0: il serait rétabli, dans la rédaction du modèle`
          : 'Absent de la convention signée',
      },
    ]
  }
  return {
    versionId: a.avenant.modele?.versionId ?? '',
    articles: reprenables(a.duModele, voulu).flatMap(dire),
  }
}
