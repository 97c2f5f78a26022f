import type { Bloc, BlocTexte, BlocTitre, DocumentNeutre, Fragment } from '../blocs/blocs'

/** Texte nu d'une suite de fragments. */
export function texteDesFragments(fragments: Fragment[]): string {
  return fragments.map((f) => f.texte).join('')
}

/** Intitulé complet d'un titre : « Article 2 – Objet », tel qu'il est écrit partout. */
export function intituleDuTitre(titre: Pick<BlocTitre, 'numero' | 'fragments'>): string {
  const texte = texteDesFragments(titre.fragments)
  if (!titre.numero) return texte
  return texte ? `${titre.numero}${separateurDeTitre(titre.numero)}${texte}` : titre.numero
}

/** Texte alternatif d'un logo, sans article : le nom d'une organisation n'en dit pas le genre. */
export const texteDuLogo = (logo: { nom: string }): string => `Logo\u00a0: ${logo.nom}`

/** « Article 2 – … » mais « 2.1  … » : un numéro seul n'a pas besoin de tiret. */
export function separateurDeTitre(numero: string): string {
  return /^[\d.]+$/.test(numero) ? '\u2002' : '\u00a0\u2013 '
}

/** Numéro, séparateur et intitulé d'un titre ; l'ordinal de « Article 1er » passe en exposant. */
export function fragmentsDuTitre(titre: Pick<BlocTitre, 'numero' | 'fragments'>): Fragment[] {
  if (!titre.numero) return titre.fragments
  const ordinal = /^(.*\b1)(er|re|ère)$/u.exec(titre.numero)
  const numero: Fragment[] = ordinal
    ? [{ texte: ordinal[1] ?? '' }, { texte: ordinal[2] ?? '', exposant: true }]
    : [{ texte: titre.numero }]
  if (titre.fragments.length === 0) return numero
  return [...numero, { texte: separateurDeTitre(titre.numero) }, ...titre.fragments]
}

/** Numéro d'un élément de liste ordonnée, identique dans tous les rendus. */
export function numeroElement(debut: number | undefined, indice: number): string {
  return `${(debut ?? 1) + indice}.`
}

function texteDuBlocTexte(bloc: BlocTexte, lignes: string[]): void {
  switch (bloc.genre) {
    case 'paragraphe':
      lignes.push(`${bloc.numero ? `${bloc.numero} ` : ''}${texteDesFragments(bloc.fragments)}`)
      return
    case 'liste':
      bloc.elements.forEach((element, i) => {
        const sous: string[] = []
        for (const b of element) texteDuBlocTexte(b, sous)
        lignes.push(`${bloc.ordonnee ? numeroElement(bloc.debut, i) : '•'} ${sous.join('\n')}`)
      })
      return
    case 'tableau':
      if (bloc.legende) lignes.push(bloc.legende)
      for (const ligne of bloc.lignes) {
        const cellules = ligne.map((cellule) => {
          const sous: string[] = []
          for (const b of cellule.blocs) texteDuBlocTexte(b, sous)
          return sous.join('\n')
        })
        lignes.push(cellules.join('\t'))
      }
  }
}

/** Phrase d'enchaînement d'une étape : « Si refus : étape 5 » ; vide quand on passe simplement à la suivante. */
export function renvoisEtape(
  etape: { rang: number; vers: { rang: number; condition?: string }[] },
  suivant?: number,
): string[] {
  return etape.vers
    .filter((v) => v.rang !== suivant)
    .map((v) => `${v.condition ? `${v.condition}\u00a0: ` : ''}étape ${v.rang}`)
}

/** Texte ordonné d'un bloc, une ligne par paragraphe, élément ou cellule. */
export function texteDuBloc(bloc: Bloc): string[] {
  const lignes: string[] = []
  switch (bloc.genre) {
    case 'titre':
      return [intituleDuTitre(bloc)]
    case 'encart':
      return [bloc.titre, texteDesFragments(bloc.fragments)]
    case 'circuit':
      lignes.push(bloc.legende)
      bloc.etapes.forEach((etape, i) => {
        const suivant = bloc.etapes[i + 1]?.rang
        lignes.push(`${etape.rang} ${etape.acteur}`)
        if (etape.delai) lignes.push(etape.delai)
        lignes.push(etape.texte, ...renvoisEtape(etape, suivant))
        const passage = etape.vers.find((v) => v.rang === suivant)
        if (passage?.condition) lignes.push(passage.condition)
      })
      return lignes
    case 'graphique':
      return [bloc.dessin.titre]
    case 'signatures':
      if (bloc.introduction.length > 0) lignes.push(texteDesFragments(bloc.introduction))
      for (const s of bloc.signataires) lignes.push(s.partie, s.qualite, s.nom, s.mention)
      return lignes
    default:
      texteDuBlocTexte(bloc, lignes)
      return lignes
  }
}

/** Texte brut ordonné du document, pour le comparer à la relecture d'un rendu. */
export function texteDuDocument(document: DocumentNeutre): string {
  const lignes = [document.surtitre, document.titre]
  if (document.mention) lignes.push(document.mention)
  for (const bloc of document.avertissement ?? []) lignes.push(...texteDuBloc(bloc))
  for (const section of document.sections) for (const bloc of section.blocs) lignes.push(...texteDuBloc(bloc))
  return lignes.filter((l) => l !== '').join('\n')
}

/**
 * Met deux textes sous une forme comparable : espaces et sauts ôtés (le rendu choisit ses lignes), traits d'union
 * ôtés (la césure en ajoute), lettres composées. Ni la casse, ni les accents, ni la ponctuation ne changent.
 */
export function normaliserPourComparaison(texte: string): string {
  return texte.normalize('NFC').replace(/[\s\u00a0\u202f\u2002\u2009\u200b\u00ad\u2010\u2011\-\ufeff]+/gu, '')
}
