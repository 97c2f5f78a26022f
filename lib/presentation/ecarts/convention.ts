import {
  blocsContenu,
  enClair,
  fragmentsDeBalise,
  preparerResolution,
  type Resolution,
} from '../../documents/blocs/construire'
import type { EcartLu, EcartsDeConvention, TexteDUnite } from '../../lectures/ecarts/lire-ecarts-convention'
import { phraseAccord } from '../bibliotheque/modele'
import { lignesDuBloc } from '../conventions/journal'
import { nommeur } from '../redaction/acte'
import { typographier } from '../typographie'
import { celluleDite, ETATS_DITS } from './libelles'

export type EcartDit = {
  identite: string
  nom: string
  etat: string
  ton: (typeof ETATS_DITS)[keyof typeof ETATS_DITS]['ton']
  motif: string | null
  accord: string | null
  avant: string[]
  apres: string[]
  /** Dit quand il n'y a pas deux textes à comparer. */
  absence: string | null
}

/** Texte d'une unité, un paragraphe par ligne, valeurs de la convention écrites dans la phrase. */
export const lignesDUnite = (r: Resolution, t: TexteDUnite | null): string[] =>
  t
    ? [
        ...(t.titre ? [enClair(fragmentsDeBalise(r, t.titre))] : []),
        ...blocsContenu(r, t.contenu.content, {}).flatMap(lignesDuBloc),
      ]
    : []

/** Les écarts d'une convention, nommés comme sur son texte. */
export function ecartsDeLaConvention(c: EcartsDeConvention): EcartDit[] {
  const texte = {
    titre: c.texte.titre,
    comparutions: [],
    unites: c.texte.unites,
    definitions: c.texte.definitions,
    valeurs: c.texte.valeurs,
  }
  const r = preparerResolution(texte)
  const nommer = nommeur(texte)
  return c.ecarts.map((e) => ({
    identite: e.identite,
    nom: nommer(e.identite) || 'Article ajouté par avenant',
    etat: celluleDite(e),
    ton: ETATS_DITS[e.etat].ton,
    motif: e.motif && typographier(e.motif),
    accord: e.accord && (e.etat === 'adapte' || e.etat === 'avenant') ? phraseAccord(e.accord) : null,
    avant: lignesDUnite(r, e.avant),
    apres: lignesDUnite(r, e.apres),
    absence: absenceDite(e),
  }))
}

function absenceDite(e: EcartLu): string | null {
  if (!e.apres) return 'Le texte du modèle n’est pas dans la convention :'
  return e.avant ? null : 'Le modèle n’a pas cet article :'
}
