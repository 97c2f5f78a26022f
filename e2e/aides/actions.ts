// Appelle une action serveur comme le fait le navigateur : POST sur une page qui l'embarque, en-tête `Next-Action`,
// arguments en JSON (le format de réponse de React n'en diffère que par des textes commençant par « $ »).
import fs from 'node:fs'
import type { APIRequestContext } from '@playwright/test'
import type { Echec, Reponse } from '../../lib/serveur/action'
import { RACINE } from '../../tests/architecture/registre'
import { PAGES } from '../../tests/architecture/registre-attendu'

type Manifeste = {
  node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }>
}

let manifeste: Manifeste | undefined
const lireManifeste = (): Manifeste =>
  (manifeste ??= JSON.parse(
    fs.readFileSync(`${RACINE}/.next/server/server-reference-manifest.json`, 'utf8'),
  ) as Manifeste)

/** Identifiant d'une action et une adresse qui l'embarque ; `null` si aucune page ne s'en sert. */
export function actionConstruite(cle: string): { id: string; adresse: string } | null {
  const trouvee = Object.entries(lireManifeste().node).find(
    ([, a]) => `${a.filename}#${a.exportedName}` === cle,
  )
  const page = trouvee && Object.keys(trouvee[1].workers)[0]
  if (!trouvee || !page) return null
  const morceaux = page.split('/').slice(1, -1)
  const route = `/${morceaux.filter((m) => !/^\(.*\)$/.test(m)).join('/')}`
  const exemple = PAGES[route]?.exemple ?? (route === '/' ? '/' : '/connexion')
  const adresse = exemple
    .replace(/\{(reference|partagee|signee)\}/, 'HUPS-XXX-2026-001')
    .replace('{avenant}', 'HUPS-XXX-2026-001-A1')
    .replace('{retour}', '00000000-0000-7000-8000-000000000000')
    .replace('{modele}', 'convention-cadre')
    .replace(/\{version\}/g, '00000000-0000-7000-8000-000000000000')
    .replace('{engagement}', '00000000-0000-7000-8000-000000000000')
    .replace('{utilisateur}', '00000000-0000-7000-8000-000000000000')
  return { id: trouvee[0], adresse }
}

export type ReponseBrute = {
  statut: number
  corps: string
  entetes: Record<string, string>
  valeur: unknown
  redirection: string | null
}

type Corps = { data: string } | { multipart: FormData }
export type Fichier = { name: string; mimeType: string; buffer: Buffer }

/** Un formulaire voyage en plusieurs parties ; tout le reste en JSON. */
export class Formulaire {
  constructor(readonly champs: Record<string, string | Fichier>) {}
}

const echapper = (_: string, v: unknown): unknown => {
  if (v === undefined) return '$undefined'
  return typeof v === 'string' && v.startsWith('$') ? `$${v}` : v
}

function encoder(argument: unknown): Corps {
  if (argument instanceof Formulaire) {
    const parties = new FormData()
    for (const [nom, v] of Object.entries(argument.champs))
      parties.append(
        `_1_${nom}`,
        typeof v === 'string' ? v : new File([Uint8Array.from(v.buffer)], v.name, { type: v.mimeType }),
      )
    parties.append('0', '["$K1"]') // en dernier : React lit le formulaire quand il rencontre son renvoi
    return { multipart: parties }
  }
  return { data: JSON.stringify([argument], (c, v: unknown) => (c === '' ? v : echapper(c, v))) }
}

export async function appelerBrut(
  contexte: APIRequestContext,
  action: { id: string; adresse: string },
  argument: unknown,
): Promise<ReponseBrute> {
  const corps = encoder(argument)
  const reponse = await contexte.post(action.adresse, {
    ...corps,
    headers: {
      Accept: 'text/x-component',
      'Next-Action': action.id,
      ...('data' in corps ? { 'Content-Type': 'text/plain;charset=UTF-8' } : {}),
    },
    maxRedirects: 0,
    failOnStatusCode: false,
  })
  const texte = await reponse.text()
  const entetes = reponse.headers()
  return {
    statut: reponse.status(),
    corps: texte,
    entetes,
    valeur: valeurDe(texte),
    redirection: entetes['x-action-redirect'] ?? null,
  }
}

/** Valeur rendue par l'action dans le flux de React : `0:{"a":"$@1",…}` renvoie à la ligne `1:…`. */
function valeurDe(texte: string): unknown {
  const ligne = (n: string) =>
    texte
      .split('\n')
      .find((l) => l.startsWith(`${n}:`))
      ?.slice(n.length + 1)
  try {
    const tete = JSON.parse(ligne('0') ?? 'null') as { a?: string } | null
    const renvoi = /^\$@([0-9a-f]+)$/.exec(tete?.a ?? '')
    return renvoi?.[1] ? (JSON.parse(ligne(renvoi[1]) ?? 'null') as unknown) : undefined
  } catch {
    return undefined
  }
}

const estObjet = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null

export const estEchec = (v: unknown): v is Echec =>
  estObjet(v) && v.ok === false && estObjet(v.erreur) && typeof v.erreur.code === 'string'

/** Appelle une action qui doit réussir et rend sa valeur. */
export async function appeler<T>(contexte: APIRequestContext, cle: string, argument: unknown): Promise<T> {
  const action = actionConstruite(cle)
  if (!action) throw new Error(`Aucune page n’embarque ${cle}`)
  const { valeur, statut, corps } = await appelerBrut(contexte, action, argument)
  const reponse = valeur as Reponse<T> | undefined
  if (!reponse?.ok) throw new Error(`${cle} refusée (${statut}) : ${corps.slice(0, 400)}`)
  return reponse.valeur
}
