// Banc des documents, dans son propre processus : temps d'un PDF par l'ouvrier, d'un DOCX, et gel de la boucle.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { rendreDocx } from '../../lib/documents/docx'
import { creerGroupePdf } from '../../lib/documents/pdf/groupe'
import { conventionAffiliation } from '../../prisma/socle/modeles/convention-affiliation'
import { conventionCadre } from '../../prisma/socle/modeles/convention-cadre'
import { documentDuModele } from '../fabriques/document-du-modele'
import { chronometrer } from './outils.mjs'

const groupe = creerGroupePdf({ chemin: pathToFileURL(process.argv[2] ?? ''), nombre: 1 })
const resultats: Record<string, unknown> = {}
for (const [nom, modele, annexes] of [
  ['convention-cadre, 13 articles', conventionCadre, false],
  ['convention-cadre et ses annexes', conventionCadre, true],
  ['affiliation et ses annexes', conventionAffiliation, true],
] as const) {
  const document = documentDuModele(modele, { annexes })
  const boucle = monitorEventLoopDelay({ resolution: 5 })
  boucle.enable()
  const pdf = await chronometrer(() => groupe.rendre(document))
  boucle.disable()
  const gel = Math.round(boucle.max / 1e5) / 10
  const { pages } = await groupe.rendre(document)
  const docx = await chronometrer(() => rendreDocx(document, { pages }))
  resultats[nom] = { pdf, docx, gelMaximalPendantPdf: gel }
}
await groupe.arreter()
process.stdout.write(`${JSON.stringify(resultats)}\n`)
