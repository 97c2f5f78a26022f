// Schémas des saisies relus dans le code, pour que toute action nouvelle ait ses essais sans qu'on les écrive.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { lireRegistre, RACINE } from '../../tests/architecture/registre'

export type Json = {
  type?: string | string[]
  properties?: Record<string, Json>
  required?: string[]
  additionalProperties?: boolean | object
  items?: Json
  prefixItems?: Json[]
  anyOf?: Json[]
  oneOf?: Json[]
  allOf?: Json[]
  enum?: unknown[]
  const?: unknown
  format?: string
  pattern?: string
  minimum?: number
  exclusiveMinimum?: number
  maximum?: number
  minItems?: number
  maxLength?: number
  $ref?: string
  $defs?: Record<string, Json>
}

/** Schéma JSON de la saisie de chaque action passée par une porte. */
export async function schemasDesActions(): Promise<Record<string, Json>> {
  const actions = lireRegistre().actions.filter((a) => a.schema !== null)
  const lignes = [`import { z } from 'zod'`, 'export const schemas = {}']
  actions.forEach((a, i) => {
    const noms = Object.keys(a.imports).filter(
      (n) => new RegExp(`\\b${n}\\b`).test(a.schema ?? '') && n !== 'z',
    )
    for (const nom of noms) {
      const fichier = a.imports[nom] ?? ''
      lignes.push(`import { ${nom} as i${i}_${nom} } from '${RACINE}/${fichier}'`)
    }
    const locaux = noms.map((n) => `${n} = i${i}_${n}`).join(', ')
    lignes.push(
      `{ ${locaux ? `const ${locaux};` : ''} schemas[${JSON.stringify(a.cle)}] = z.toJSONSchema(${a.schema}, { io: 'input', unrepresentable: 'any' }) }`,
    )
  })
  const sortie = path.join(RACINE, '.construit', `schemas-${process.pid}.mjs`)
  await build({
    stdin: { contents: lignes.join('\n'), resolveDir: RACINE, loader: 'ts' },
    outfile: sortie,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
    alias: { 'server-only': path.join(RACINE, 'node_modules/server-only/empty.js'), '@': RACINE },
  })
  try {
    const { schemas } = (await import(pathToFileURL(sortie).href)) as { schemas: Record<string, Json> }
    return schemas
  } finally {
    fs.rmSync(sortie, { force: true })
  }
}
