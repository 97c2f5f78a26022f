import { lireEnLigne, lireTexteBalise } from '../../../lib/domaine/texte/balisage'
import { type Contenu, noeudsEnLigne } from '../../../lib/domaine/texte/contenu'
import type { ModeleSource, UniteSource } from '../../../lib/domaine/texte/modele-source'

/** Toutes les unités du modèle, enfants compris, dans l'ordre de lecture. */
export function aplatir(unites: readonly UniteSource[]): UniteSource[] {
  return unites.flatMap((u) => [u, ...aplatir(u.enfants ?? [])])
}

/** Textes d'une unité : texte de base, puis ceux de ses variantes. */
export function textesDe(unite: UniteSource): string[] {
  return [unite.texte, ...(unite.variantes ?? []).map((v) => v.texte)]
}

export function contenusDe(unite: UniteSource): Contenu[] {
  return textesDe(unite).map((t, n) => lireTexteBalise(t, `${unite.identite.slice(0, 40)}-${n}`))
}

/** Clés de paramètres citées dans un modèle : titre, comparutions, titres et textes d'unités, variantes. */
export function clesCitees(modele: ModeleSource): Set<string> {
  const cles = new Set<string>()
  const lignes = [modele.titre, ...modele.parties.flatMap((p) => [p.comparution, p.designation])]
  for (const u of aplatir(modele.unites)) {
    lignes.push(u.titre ?? '', ...(u.variantes ?? []).map((v) => v.titre ?? ''))
    for (const c of contenusDe(u)) {
      for (const n of noeudsEnLigne(c.content)) {
        if (n.type === 'parametre' || n.type === 'accord') cles.add(n.attrs.cle)
      }
    }
  }
  for (const ligne of lignes) {
    for (const n of lireEnLigne(ligne)) {
      if (n.type === 'parametre' || n.type === 'accord') cles.add(n.attrs.cle)
    }
  }
  return cles
}

/** Cibles des renvois, tous textes confondus. */
export function renvoisCites(modele: ModeleSource): string[] {
  const cibles: string[] = []
  for (const u of aplatir(modele.unites)) {
    for (const c of contenusDe(u)) {
      for (const n of noeudsEnLigne(c.content)) if (n.type === 'renvoi') cibles.push(n.attrs.cible)
    }
  }
  return cibles
}

/** Tous les textes du modèle, bout à bout, pour les contrôles de typographie et de références. */
export function toutLeTexte(modele: ModeleSource): string {
  return [
    modele.titre,
    modele.resume,
    ...modele.parties.map((p) => p.comparution),
    ...modele.parametres.flatMap((p) => [
      p.libelle,
      p.aide ?? '',
      ...(p.choix ?? []).map((c) => c.texte),
      p.defaut?.genre === 'texte' ? p.defaut.texte : '',
    ]),
    ...aplatir(modele.unites).flatMap((u) => [u.titre ?? '', ...textesDe(u)]),
  ].join('\n')
}
