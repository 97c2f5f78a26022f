import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { lireRegistre, RACINE } from './registre'
import { ACTIONS, ACTIONS_INVITEES, ACTIONS_PUBLIQUES, EXCEPTIONS, PAGES, ROUTES } from './registre-attendu'

const registre = lireRegistre()
const sortes = (o: object): string[] => Object.keys(o).sort()

describe('Le registre de ce que l’application ouvre', () => {
  it('nomme chaque page avec qui y a accès', () => {
    expect(registre.pages).toEqual(sortes(PAGES))
  })

  it('nomme chaque route avec ses méthodes', () => {
    expect(registre.routes).toEqual(ROUTES)
  })

  it('nomme chaque action avec le schéma de sa saisie', () => {
    const parPorte = registre.actions.filter((a) => a.porte !== 'aucune')
    expect(Object.fromEntries(parPorte.map((a) => [a.cle, a.schema]))).toEqual(ACTIONS)
  })

  it('ne laisse hors des portes que les exceptions nommées', () => {
    const hors = registre.actions.filter((a) => a.porte === 'aucune').map((a) => a.cle)
    expect(hors.sort()).toEqual(sortes(EXCEPTIONS))
  })

  it('ne laisse sans session que les actions publiques nommées', () => {
    const publiques = registre.actions.filter((a) => a.porte === 'actionPublique').map((a) => a.cle)
    expect(publiques.sort()).toEqual([...ACTIONS_PUBLIQUES].sort())
  })

  it('n’ouvre par un lien personnel que les actions nommées', () => {
    const invitees = registre.actions.filter((a) => a.porte === 'actionInvitee').map((a) => a.cle)
    expect(invitees.sort()).toEqual([...ACTIONS_INVITEES].sort())
  })

  it('n’exporte rien d’autre que des actions d’un fichier « use server »', () => {
    expect(registre.ecarts).toEqual([])
  })

  it('exige une session dans chaque page qui n’est pas publique', () => {
    const sansGarde = registre.pages.filter((p) => PAGES[p]?.acces !== 'public' && !garde(p))
    expect(sansGarde).toEqual([])
  })
})

/** La page elle-même demande la session : Next ne rejoue pas la mise en page à chaque navigation. */
function garde(page: string): boolean {
  const fichier = fichierDe(page)
  return /await (exigerSession|exigerAdministration)\(/.test(fs.readFileSync(fichier, 'utf8'))
}

function fichierDe(page: string): string {
  for (const zone of ['(connecte)', '(public)', '']) {
    const fichier = path.join(RACINE, 'app', zone, page, 'page.tsx')
    if (fs.existsSync(fichier)) return fichier
  }
  throw new Error(`Page introuvable : ${page}`)
}

describe('Le lecteur du registre voit les écarts', () => {
  const dossier = fs.mkdtempSync(path.join(os.tmpdir(), 'registre-'))
  afterAll(() => fs.rmSync(dossier, { recursive: true, force: true }))
  const poser = (fichier: string, texte: string) => {
    fs.mkdirSync(path.dirname(path.join(dossier, fichier)), { recursive: true })
    fs.writeFileSync(path.join(dossier, fichier), texte)
  }

  it('une action faite à la main, une fausse porte, une constante, un réexport, une directive cachée', () => {
    poser(
      'app/a/actions.ts',
      `'use server'
import { action } from '@/lib/serveur/action'
export const bonne = action(schema, cas)
export async function main() {}
export const fleche = async () => {}
export const TAILLE = 3
export { x } from './x'
export default 3
export class Rien {}
export type Permis = string
`,
    )
    poser('app/b/actions.ts', `'use server'\nconst action = (s) => s\nexport const feinte = action(schema)\n`)
    poser('components/c.tsx', `export function C() { async function f() { 'use server' } return f }\n`)
    poser('app/(zone)/d/[id]/page.tsx', 'export default function P() {}\n')
    poser('app/api/e/route.ts', 'export async function GET() {}\nexport const { POST } = x\n')
    const lu = lireRegistre(dossier)
    expect(lu.actions.map((a) => `${a.cle} ${a.porte}`)).toEqual([
      'app/a/actions.ts#TAILLE aucune',
      'app/a/actions.ts#bonne action',
      'app/a/actions.ts#fleche aucune',
      'app/a/actions.ts#main aucune',
      'app/b/actions.ts#feinte aucune',
    ])
    expect(lu.ecarts).toHaveLength(4)
    expect(lu.pages).toEqual(['/d/[id]'])
    expect(lu.routes).toEqual({ '/api/e': ['GET', 'POST'] })
  })
})
