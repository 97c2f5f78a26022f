import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const racine = fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '')
const resolve = {
  alias: [
    { find: /^@\//, replacement: `${racine}/` },
    { find: 'server-only', replacement: path.join(racine, 'tests/fabriques/vide.ts') },
  ],
}

export default defineConfig({
  resolve,
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'unitaire',
          include: ['tests/{unitaire,architecture}/**/*.test.{ts,tsx}'],
          environment: 'node', // un test d'écran demande le sien : // @vitest-environment happy-dom
        },
      },
      {
        resolve,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/integration/preparation.ts'],
          setupFiles: ['tests/integration/alertes.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
