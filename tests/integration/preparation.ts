// Un vrai PostgreSQL, dans un dossier temporaire, et une base modèle migrée que chaque travailleur recopie.
// DATABASE_URL est ignorée : les tests ne touchent jamais une base réelle.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { demarrerBase, ROLE_EXECUTION } from '../../scripts/base.mjs'
import { empaqueter } from '../../scripts/construire.mjs'
import { accorderDroits, migrer } from '../../scripts/migrer.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    serveurDeTest: { urlProprietaire: string; urlExecution: string; modele: string }
  }
}

const MODELE = 'modele'

export default async function preparer(projet: TestProject) {
  // Les rendus passent par les vrais fils de l'application, qui doivent être empaquetés.
  await empaqueter()
  const dossier = fs.mkdtempSync(path.join(os.tmpdir(), 'trait-union-tests-'))
  const base = await demarrerBase({ dossier, rapide: true })
  const administration = new pg.Client(base.urlProprietaire)
  await administration.connect()
  await administration.query(`CREATE DATABASE ${MODELE}`)
  await administration.end()
  const urlModele = base.urlProprietaire.replace(/\/[^/]*$/, `/${MODELE}`)
  await migrer(urlModele)
  await accorderDroits(urlModele, ROLE_EXECUTION)
  projet.provide('serveurDeTest', {
    urlProprietaire: base.urlProprietaire,
    urlExecution: base.urlExecution,
    modele: MODELE,
  })
  return async () => {
    await base.arreter()
    fs.rmSync(dossier, { recursive: true, force: true })
  }
}
