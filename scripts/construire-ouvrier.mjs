// Compile l'ouvrier PDF en un seul fichier lançable par worker_threads ; les paquets restent dans node_modules.
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const racine = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Compile l'ouvrier et rend son chemin. `sortie` sert aux tests, qui n'écrasent pas celui du serveur. */
export async function construireOuvrier(sortie = join(racine, '.construit', 'ouvrier-pdf.mjs')) {
  mkdirSync(dirname(sortie), { recursive: true })
  await build({
    entryPoints: [join(racine, 'lib', 'documents', 'pdf', 'ouvrier.ts')],
    outfile: sortie,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    sourcemap: true,
    logLevel: 'error',
  })
  return sortie
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(await construireOuvrier())
}
