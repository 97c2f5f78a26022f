import type { ExceptionCampagne } from '../../domaine/avenant/campagne'

/** Pourquoi une modification commune n'est pas reprise chez un centre, après son nom et deux points. */
const RAISONS: Record<ExceptionCampagne, string> = {
  'deja-fait': 'son texte le dit déjà',
  ecartee: 'écartée pour ce centre',
  'article-adapte': 'ce centre l’a adapté',
  'article-absent': 'son texte n’a pas cet article',
  'article-supprime': 'cet article y est supprimé',
  'article-present': 'un article s’y trouve déjà, écrit autrement',
  'place-absente': 'l’endroit où l’insérer n’y est pas',
  'renvoi-absent': 'elle renvoie à un article que son texte n’a pas',
  'formulaire-a-joindre': 'le formulaire est à joindre chez ce centre',
  'valeur-differente': 'ce centre a une autre valeur aujourd’hui',
  'valeur-inconnue': 'son texte n’a pas cette valeur',
  'terme-different': 'sa convention finit à une autre date',
  'terme-trop-loin': 'la date dépasse la durée d’un renouvellement',
  'partie-differente': 'la partie y est désignée autrement',
  'autre-texte': 'son texte ne s’y prête pas',
}
export const direException = (e: ExceptionCampagne): string => RAISONS[e]
