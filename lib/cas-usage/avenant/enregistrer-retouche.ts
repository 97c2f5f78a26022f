import type { Prisma } from '../../bd/genere/client'
import { cibleDeRetouche } from '../../domaine/avenant/projet'
import type { Retouche } from '../../domaine/avenant/retouches'
import type { Contexte } from '../contexte'
import { journaliserSaisie } from '../journal/journaliser'
import { exigerVersion, type ProjetEnMain, retoucheDe } from './projet'
import { poserRetouche, redigerProjet } from './rediger-projet'

/** Ce que la retouche touche, tel que le journal le nomme : « Article 2.1 », « Délai de réponse », ou rien. */
function nomDeLaCible(p: ProjetEnMain, r: Retouche): string {
  if (r.cible === 'valeur')
    return (r.definition ?? p.base.definitions.find((d) => d.cle === r.cle))?.libelle ?? ''
  if (r.cible !== 'unite') return ''
  const numero = r.place?.numero ?? p.base.numeros[r.identite]
  return numero ? numero.intitule || numero.nu : ''
}

export type RetoucheEnregistree = { cible: string; version: number }

/** Pose une retouche lue à cette version, rédige l'avenant et l'écrit au journal. */
export async function enregistrerRetouche(
  contexte: Contexte,
  p: ProjetEnMain,
  retouche: Retouche,
  version: number,
): Promise<RetoucheEnregistree> {
  const cible = cibleDeRetouche(retouche)
  exigerVersion(p, cible, version)
  const avant = retoucheDe(p, cible)?.retouche.voulu ?? retouche.depart
  const nouvelle = await poserRetouche(contexte, p, retouche)
  await redigerProjet(contexte, p)
  await journaliserSaisie(contexte, {
    acteId: p.acte.id,
    evenement: 'retouche-enregistree',
    cible,
    donnees: { nom: nomDeLaCible(p, retouche) },
    avant: (avant ?? null) as Prisma.InputJsonValue,
    apres: (retouche.voulu ?? null) as unknown as Prisma.InputJsonValue,
  })
  return { cible, version: nouvelle }
}
