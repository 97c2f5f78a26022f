// `npm run verifier` : forme, règles, types, frontières entre couches. S'arrête au premier contrôle raté.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { genererClient } from './construire.mjs'
import { ErreurLancement, executer } from './erreurs.mjs'
import { RACINE } from './postgres-embarque.mjs'

const module_ = (...morceaux) => path.join(RACINE, 'node_modules', ...morceaux)
const present = (...noms) => noms.filter((n) => fs.existsSync(path.join(RACINE, n)))

function controles() {
  const couches = present('app', 'components', 'lib', 'scripts', 'prisma', 'tests', 'e2e')
  const liste = [
    ['Mise en forme', module_('@biomejs', 'biome', 'bin', 'biome'), ['format', '.']],
    [
      'Règles',
      module_('eslint', 'bin', 'eslint.js'),
      ['--max-warnings', '0', '--cache', '--cache-location', '.construit/eslint', '.'],
    ],
  ]
  // Les pages et les routes ont des types engendrés par Next.
  if (present('app').length)
    liste.push(['Types des routes', module_('next', 'dist', 'bin', 'next'), ['typegen']])
  liste.push(['Types', module_('typescript', 'bin', 'tsc'), ['--noEmit', '--pretty', 'false']])
  if (present('.dependency-cruiser.cjs').length)
    liste.push([
      'Frontières',
      module_('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
      [
        '--config',
        '.dependency-cruiser.cjs',
        ...couches.filter((c) => ['app', 'components', 'lib'].includes(c)),
      ],
    ])
  return liste
}

/** Passe tous les contrôles, ou lève une erreur au premier qui échoue. */
export async function verifier({ dire = console.log } = {}) {
  await genererClient({ dire })
  for (const [nom, programme, args] of controles()) {
    const debut = Date.now()
    const { status, stdout, stderr } = spawnSync(process.execPath, [programme, ...args], {
      cwd: RACINE,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NEXT_IGNORE_INCORRECT_LOCKFILE: '1' },
    })
    if (status !== 0) {
      console.error(`${stdout}${stderr}`.trim())
      throw new ErreurLancement(`Contrôle raté : ${nom}.`)
    }
    dire(`✓ ${nom} (${((Date.now() - debut) / 1000).toFixed(1)} s)`)
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await executer(() => verifier())
