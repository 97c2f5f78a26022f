import 'server-only'
import type { ProjetRedige } from '../domaine/avenant/projet'
import type { TexteDActe } from '../domaine/texte/finalisation'
import type { ValeurParametre, ValeursParametres } from '../domaine/texte/parametres'

/**
 * Texte de travail d'un avenant : ses propres unités, avec ce que sa dernière rédaction a produit. Les mentions et les
 * valeurs qui lui sont propres viennent des valeurs de la chaîne.
 */
export function texteDuProjet(texte: TexteDActe, redaction: ProjetRedige, rang: number): TexteDActe {
  return {
    ...texte,
    titre: redaction.titre,
    comparutions: redaction.comparutions,
    definitions: redaction.definitions,
    valeurs: { ...redaction.valeurs, ...propres(texte.valeurs, redaction, rang) },
    modifications: redaction.modifications,
  }
}

function propres(valeurs: ValeursParametres, redaction: ProjetRedige, rang: number): ValeursParametres {
  const suffixe = `_avenant_${rang}`
  const tardives = new Set(
    redaction.definitions
      .filter((d) => d.origine === 'mention-tardive' || d.genre === 'personne')
      .map((d) => d.cle),
  )
  return Object.fromEntries(
    Object.entries(valeurs).filter(
      (v): v is [string, ValeurParametre] =>
        v[1] !== undefined && (v[0].endsWith(suffixe) || tardives.has(v[0])),
    ),
  )
}
