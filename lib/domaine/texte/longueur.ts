import { longueurTexte } from './contenu'
import { type TexteDActe, unitesRetenues } from './finalisation'

/**
 * Au-delà, un document se demande à l'ouvrier au lieu d'être rendu pendant qu'une page attend. En signes du texte retenu :
 * environ quarante pages. Mesuré sur deux cœurs très chargés : 2,7 à 5,3 s de mise en page pour 65 000 à 71 000 signes, 24 s
 * pour 375 000 ; trois à cinq fois moins quand la machine est libre. Un modèle du socle avec toutes ses annexes en compte 27 000.
 */
export const SEUIL_DOCUMENT_LONG = 60_000

/** Signes du texte retenu, titres compris ; une unité omise n'est pas mise en page. */
export const signesDuTexte = (texte: Pick<TexteDActe, 'unites'>): number =>
  unitesRetenues(texte).reduce((n, u) => n + (u.titre?.length ?? 0) + longueurTexte(u.contenu), 0)

/** Vrai quand le PDF et le Word de ce texte se préparent à part. */
export const estLong = (texte: Pick<TexteDActe, 'unites'>): boolean =>
  signesDuTexte(texte) > SEUIL_DOCUMENT_LONG
