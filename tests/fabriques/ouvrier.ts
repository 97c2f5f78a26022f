import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const { CONSTRUIT } = (await import('../../scripts/construire.mjs')) as { CONSTRUIT: string }
const RACINE = fileURLToPath(new URL('../..', import.meta.url))

export type OuvrierLance = { enfant: ChildProcess; fin: Promise<number | null>; erreurs: () => string }

/** Le vrai processus, tel que le lanceur le démarre, sous le rôle d'exécution. */
export async function lancerOuvrier(
  urlExecution: string,
  env: Record<string, string> = {},
): Promise<OuvrierLance> {
  const enfant = spawn(process.execPath, [path.join(CONSTRUIT, 'ouvrier.mjs')], {
    cwd: RACINE,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '', DATABASE_URL_EXECUTION: urlExecution, ...env },
  })
  let erreurs = ''
  enfant.stderr.on('data', (texte) => {
    erreurs += texte
  })
  const fin = new Promise<number | null>((r) => enfant.once('close', r))
  await Promise.race([new Promise((r) => enfant.stdout.once('data', r)), fin])
  return { enfant, fin, erreurs: () => erreurs }
}

/** Le tue d'un coup, comme une panne de machine. */
export async function tuerOuvrier({ enfant, fin }: OuvrierLance): Promise<void> {
  enfant.kill('SIGKILL')
  await fin
}
