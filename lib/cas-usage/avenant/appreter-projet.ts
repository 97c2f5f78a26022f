import { accordRedactionEffet } from '../../domaine/avenant/rediger'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contenu } from '../../domaine/texte/contenu'
import type { ActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { lireProjet } from './projet'
import { redigerProjet } from './rediger-projet'

/**
 * Apprête un projet d'avenant au partage : repris sur le texte en vigueur, rédigé, contrôlé. Refuse un avenant qui ne
 * modifie rien, une modification arrêtée, et, sauf confirmation, une rédaction ajustée qui ne dit plus l'effet.
 */
export async function appreterProjet(
  contexte: Contexte,
  acte: ActeEnMain,
  malgreLesEcarts: boolean,
): Promise<void> {
  const { projet } = await redigerProjet(contexte, await lireProjet(contexte, acte))
  if (projet.retouches.some((r) => r.arretee !== null)) throw new ErreurMetier('RETOUCHES_ARRETEES')
  if (projet.redaction.modifications.length === 0) throw new ErreurMetier('AVENANT_VIDE')
  if (malgreLesEcarts) return
  const ajustees = await contexte.tx.unite.findMany({
    where: { acteId: acte.id, genere: { not: null } },
    select: { identite: true, contenu: true },
  })
  const { attendus, proposees } = projet.redaction
  const desaccord = ajustees.some((u) => {
    const attendu = attendus[u.identite]
    // Un article que plus rien ne demande annonce un effet que l'avenant n'a pas.
    if (!attendu) return proposees[u.identite] === undefined
    return !accordRedactionEffet(u.contenu as unknown as Contenu, attendu).accord
  })
  if (desaccord) throw new ErreurMetier('REDACTION_EN_DESACCORD')
}
