import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { trouverChromium } from './scripts/trouver-chromium.mjs'

// Les travailleurs relisent ce fichier : ce qui est choisi ici leur passe par l'environnement.
process.env.PORT_E2E ??= '3210'
process.env.DONNEES_E2E ??= fs.mkdtempSync(path.join(os.tmpdir(), 'trait-union-e2e-'))
process.env.CHROMIUM ??= trouverChromium()
const adresse = `http://localhost:${process.env.PORT_E2E}`
// Le navigateur ne parle qu'à l'application : pas de mise à jour, de synchronisation ni d'appel de fond.
const SANS_RESEAU = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Les saisies hostiles comparent la base, et la confidentialité les pages, avant et après : elles passent d'abord.
  projects: [
    { name: 'saisies', testMatch: 'saisies-hostiles.spec.ts' },
    { name: 'confidentialite', testMatch: 'confidentialite.spec.ts', dependencies: ['saisies'] },
    {
      name: 'parcours',
      testIgnore: ['saisies-hostiles.spec.ts', 'confidentialite.spec.ts', 'bibliotheque.spec.ts'],
      dependencies: ['confidentialite'],
    },
    // Publier une version de modèle change celle d'où naissent toutes les conventions du groupe : en dernier.
    { name: 'bibliotheque', testMatch: 'bibliotheque.spec.ts', dependencies: ['parcours'] },
  ],
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : [['list']],
  use: {
    baseURL: adresse,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    screenshot: 'only-on-failure',
    // La trace coûte un cinquième du temps : `TRACE=1` la demande pour relire un échec.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    // Un geste qui n'aboutit pas dit son échec sans consommer tout le temps du parcours.
    actionTimeout: 45_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: [...SANS_RESEAU, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    },
  },
  webServer: {
    command: 'node scripts/demarrer.mjs',
    url: `${adresse}/api/sante`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'ignore',
    stderr: 'pipe',
    env: {
      PORT: process.env.PORT_E2E,
      HOTE: '127.0.0.1',
      DOSSIER_DONNEES: process.env.DONNEES_E2E,
      // Sans l'histoire fictive, que l'ouvrier écrirait pendant les essais : ils font la leur.
      DEMONSTRATION: 'comptes',
      // vides : ni la base ni les secrets de cette machine, ni ceux d'un fichier .env
      DATABASE_URL: '',
      DATABASE_URL_EXECUTION: '',
      AUTH_SECRET: '',
      AUTH_URL: '',
    },
  },
})
