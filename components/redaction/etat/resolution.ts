import {
  blocsContenu,
  enClair,
  fragmentsDeBalise,
  preparerResolution,
  type Resolution,
} from '@/lib/documents/blocs/construire'
import { texteDeLActe } from '@/lib/domaine/acte/texte-de-l-acte'
import { lireEnLigne } from '@/lib/domaine/texte/balisage'
import { type NoeudEnLigne, noeudsEnLigne } from '@/lib/domaine/texte/contenu'
import { ecrireValeur } from '@/lib/domaine/texte/ecriture/formes'
import type { TexteDActe } from '@/lib/domaine/texte/finalisation'
import { estRetenue, parcourir } from '@/lib/domaine/texte/numerotation'
import type { ValeurSuivie } from '@/lib/domaine/texte/variantes'
import { nommeur } from '@/lib/presentation/redaction/acte'
import type { ConventionLue, UniteLue } from '@/lib/presentation/redaction/types'
import type { OptionInsertion } from '../editeur/insertion'
import type { Jeton, Resoudre } from '../editeur/noeuds'

export type Lecture = { r: Resolution; nommer: (identite: string) => string; resoudre: Resoudre }

/** De quoi écrire les valeurs, les renvois et les noms d'articles de l'acte affiché. */
export const lectureDe = (acte: ConventionLue): Lecture => lectureDuTexte(texteDeLActe(acte))

/** De même pour tout texte : un acte, ou un modèle dont chaque valeur se lit par son nom. */
export function lectureDuTexte(texte: TexteDActe): Lecture {
  const r = preparerResolution(texte)
  const nommer = nommeur(texte)
  const libelle = (cle: unknown) => r.definitions.get(String(cle))?.libelle ?? 'Valeur inconnue'
  const resoudre: Resoudre = (type, attrs): Jeton => {
    const noeud = { type, attrs } as NoeudEnLigne
    const [bloc] = blocsContenu(r, [{ type: 'paragraph', attrs: { id: 'jeton' }, content: [noeud] }], {})
    const fragments = bloc?.genre === 'paragraphe' ? bloc.fragments : []
    const nom =
      type === 'renvoi'
        ? `Renvoi : ${nommer(String(attrs.cible))}`
        : type === 'accord'
          ? `Mot accordé avec : ${libelle(attrs.cle)}`
          : `Valeur : ${libelle(attrs.cle)}`
    return { texte: enClair(fragments), nom, manque: fragments.some((f) => f.lacune) }
  }
  return { r, nommer, resoudre }
}

/** La même lecture, comme si ces valeurs étaient déjà appliquées : un texte proposé se lit tel qu'il s'écrira. */
export const avecValeurs = (r: Resolution, suivies: readonly ValeurSuivie[]): Resolution => {
  const appliquees = suivies.filter((v) => !v.gardee).map((v) => [v.cle, v.apres ?? undefined] as const)
  if (!appliquees.length) return r
  return preparerResolution({
    ...r.texte,
    valeurs: { ...r.texte.valeurs, ...Object.fromEntries(appliquees) },
  })
}

/** Tout ce que la barre « / » peut insérer. */
export function optionsInsertion(
  acte: Pick<TexteDActe, 'definitions' | 'unites'>,
  { r, nommer }: Lecture,
): OptionInsertion[] {
  const valeurs = acte.definitions.map((d): OptionInsertion => {
    const v = r.texte.valeurs[d.cle]
    return {
      cle: `valeur-${d.cle}`,
      libelle: d.libelle,
      precision: v ? ecrireValeur(v, null, d) : 'À compléter',
      noeud: { type: 'parametre', attrs: { cle: d.cle, forme: null } },
    }
  })
  const renvois = parcourir(acte.unites)
    .filter(
      (u) => ['article', 'sous-article', 'annexe'].includes(u.genre) && estRetenue(acte.unites, u.identite),
    )
    .map(
      (u): OptionInsertion => ({
        cle: `renvoi-${u.identite}`,
        libelle: `Renvoi : ${nommer(u.identite)}`,
        precision: 'Le numéro suivra si le texte change',
        noeud: { type: 'renvoi', attrs: { cible: u.identite, forme: 'le' } },
      }),
    )
  return [...valeurs, ...renvois]
}

/** Paramètres qu'une unité cite, dans l'ordre de lecture. */
export function parametresDe(u: UniteLue): string[] {
  const noeuds = [...(u.titre ? lireEnLigne(u.titre) : []), ...noeudsEnLigne(u.contenu.content)]
  const cles = noeuds.flatMap((n) => (n.type === 'parametre' || n.type === 'accord' ? [n.attrs.cle] : []))
  return [...new Set(cles)]
}

export const titreEnClair = (r: Resolution, titre: string | null) =>
  titre ? enClair(fragmentsDeBalise(r, titre)) : ''
