import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const RACINE = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const cloture = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: (IForbiddenRuleType & { name: string })[]
  options: ICruiseOptions
}

/** Un import interdit par règle : si la règle ne couvre rien, le témoin passe et le test échoue. */
const TEMOINS: Record<string, { dans: string; importe: string; type?: boolean }[]> = {
  domaine: [
    { dans: 'lib/domaine/temoin.ts', importe: 'lib/bd/client' },
    { dans: 'lib/domaine/acte/temoin.ts', importe: 'node_modules/react' },
  ],
  'cas-usage': [
    { dans: 'lib/cas-usage/acte/temoin.ts', importe: 'lib/lectures/x' },
    { dans: 'lib/cas-usage/acte/temoin2.ts', importe: 'node_modules/next' },
  ],
  lectures: [{ dans: 'lib/lectures/acte/temoin.ts', importe: 'lib/cas-usage/x' }],
  bd: [{ dans: 'lib/bd/temoin.ts', importe: 'lib/lectures/x' }],
  presentation: [{ dans: 'lib/presentation/temoin.ts', importe: 'lib/lectures/x' }],
  'presentation-types': [{ dans: 'lib/presentation/temoin2.ts', importe: 'lib/bd/client', type: true }],
  documents: [{ dans: 'lib/documents/pdf/temoin.ts', importe: 'lib/lectures/x' }],
  serveur: [{ dans: 'lib/serveur/temoin.ts', importe: 'components/x' }],
  components: [
    { dans: 'components/x/temoin.ts', importe: 'lib/serveur/x' },
    { dans: 'components/x/temoin2.ts', importe: 'lib/documents/pdf/x' },
  ],
  'components-types': [{ dans: 'components/x/temoin3.ts', importe: 'app/x', type: true }],
  app: [{ dans: 'app/temoin.ts', importe: 'tests/x' }],
  'app-sans-base': [
    { dans: 'app/a/temoin.ts', importe: 'lib/bd/client' },
    { dans: 'app/a/temoin2.ts', importe: 'node_modules/pg' },
  ],
  'ui-sans-domaine': [{ dans: 'components/ui/temoin.ts', importe: 'components/x/y' }],
  'pas-de-cycle': [
    { dans: 'lib/domaine/cycle-a.ts', importe: 'lib/domaine/cycle-b' },
    { dans: 'lib/domaine/cycle-b.ts', importe: 'lib/domaine/cycle-a' },
  ],
}

const DOSSIERS = ['app', 'components', 'lib', 'tests']
let maison: string

async function parcourir(baseDir: string): Promise<ICruiseResult> {
  const tsConfig = { ...extractTSConfig(path.join(baseDir, 'tsconfig.json')) }
  const { output } = await cruise(
    DOSSIERS.filter((d) => fs.existsSync(path.join(baseDir, d))),
    {
      ...cloture.options,
      tsConfig: { fileName: path.join(baseDir, 'tsconfig.json') },
      baseDir,
      validate: true,
      ruleSet: { forbidden: cloture.forbidden },
    },
    undefined,
    { tsConfig },
  )
  return output as ICruiseResult
}

function poser(fichier: string, texte: string): void {
  const complet = path.join(maison, fichier)
  fs.mkdirSync(path.dirname(complet), { recursive: true })
  fs.writeFileSync(complet, texte)
}

beforeAll(() => {
  maison = fs.mkdtempSync(path.join(os.tmpdir(), 'cloture-'))
  poser(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        baseUrl: '.',
        module: 'esnext',
        moduleResolution: 'bundler',
        paths: { '@/*': ['./*'] },
      },
    }),
  )
  poser('package.json', JSON.stringify({ type: 'module', dependencies: { react: '*', next: '*', pg: '*' } }))
  for (const nom of ['react', 'next', 'pg']) {
    poser(`node_modules/${nom}/package.json`, JSON.stringify({ name: nom, main: 'index.js' }))
    poser(`node_modules/${nom}/index.js`, 'module.exports = {}')
  }
  for (const { dans, importe, type } of Object.values(TEMOINS).flat()) {
    const paquet = importe.startsWith('node_modules/')
    const cible = paquet ? importe.slice('node_modules/'.length) : `@/${importe}`
    poser(
      dans,
      `import ${type ? 'type ' : ''}{ X } from '${cible}'\nexport const y: X = X as X\nexport type X2 = X\n`,
    )
    if (!paquet && !fs.existsSync(path.join(maison, `${importe}.ts`)) && !importe.includes('cycle')) {
      poser(`${importe}.ts`, 'export type X = number\nexport const X = 1\n')
    }
  }
})
afterAll(() => fs.rmSync(maison, { recursive: true, force: true }))

describe('La clôture entre les pièces', () => {
  it('a un témoin pour chaque règle', () => {
    expect(Object.keys(TEMOINS).sort()).toEqual(cloture.forbidden.map((r) => r.name).sort())
  })

  it('refuse chaque import témoin', { timeout: 60_000 }, async () => {
    const { summary } = await parcourir(maison)
    const vus = new Set(summary.violations.map((v) => `${v.rule.name} ${v.from}`))
    // Un cercle n'est signalé qu'une fois, par son premier fichier.
    const attendus = Object.entries(TEMOINS)
      .flatMap(([regle, t]) => t.map(({ dans }) => `${regle} ${dans}`))
      .filter((a) => !a.endsWith('cycle-b.ts'))
    expect(attendus.filter((a) => !vus.has(a))).toEqual([])
  })

  it('couvre toute la maison et n’y trouve aucun écart', { timeout: 60_000 }, async () => {
    const { summary, modules } = await parcourir(RACINE)
    const perdus = modules.flatMap((m) =>
      m.dependencies.filter((d) => d.module.startsWith('@/') && d.couldNotResolve),
    )
    expect(perdus.map((d) => d.module)).toEqual([])
    expect(summary.violations.map((v) => `${v.rule.name} : ${v.from} → ${v.to}`)).toEqual([])
    expect(summary.totalCruised).toBeGreaterThan(200)
  })
})
