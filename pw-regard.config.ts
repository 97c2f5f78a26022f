import { defineConfig } from '@playwright/test'
process.env.PORT_E2E = '4333'
process.env.DONNEES_E2E = '/tmp/donnees-regard'
export default defineConfig({ testDir: 'e2e', testMatch: 'zz-regard.spec.ts', workers: 1, reporter: 'list', outputDir: '/tmp/regard/res', use: { baseURL: 'http://localhost:4333', locale: 'fr-FR', timezoneId: 'Europe/Paris', actionTimeout: 20000, launchOptions: { executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking','--disable-quic'] } } })
