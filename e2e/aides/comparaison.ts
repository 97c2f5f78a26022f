import { type APIRequestContext, expect } from '@playwright/test'
import { appelerBrut, type ReponseBrute } from './actions'

export type Vue = { statut: number; entetes: Record<string, string>; corps: string }

/** En-têtes que le transport pose, différents d'une réponse à l'autre sans rien dire du contenu. */
const DU_TRANSPORT = ['date', 'connection', 'keep-alive', 'transfer-encoding']

/**
 * Next numérote chaque requête (clé des métadonnées) et coupe son flux où il veut : ni l'un ni l'autre ne vient du
 * contenu. Les morceaux sont recollés ; le numéro est neutralisé.
 */
const sansFlux = (texte: string): string =>
  texte
    .replace(/"\]\)<\/script><script nonce="NONCE">self\.__next_f\.push\(\[1,"/g, '')
    .replace(/(\$L[0-9a-f]+\\?",\\?")[\w-]{21}v\b/g, '$1REQUETE')

/**
 * Ôte ce qui change à chaque requête (nonce, numéro de panne) et ce que le demandeur a lui-même écrit dans l'adresse :
 * deux références demandées doivent alors donner la même réponse, au caractère près.
 */
export function normaliser(vue: Vue, demande: string): Vue {
  const nonce = /'nonce-([^']+)'/.exec(vue.entetes['content-security-policy'] ?? '')?.[1]
  const neutre = (texte: string): string => {
    let t = texte
    if (nonce) t = t.replaceAll(nonce, 'NONCE')
    for (const ecrit of new Set([demande, encodeURIComponent(demande), demande.toLowerCase()]))
      t = t.replaceAll(ecrit, 'DEMANDE')
    return sansFlux(t)
  }
  const entetes = Object.entries(vue.entetes).filter(([nom]) => !DU_TRANSPORT.includes(nom))
  return {
    statut: vue.statut,
    entetes: Object.fromEntries(entetes.map(([nom, v]) => [nom, neutre(v)])),
    corps: neutre(vue.corps),
  }
}

export async function demander(contexte: APIRequestContext, adresse: string, rsc = false): Promise<Vue> {
  const r = await contexte.get(adresse, {
    maxRedirects: 0,
    failOnStatusCode: false,
    ...(rsc ? { headers: { RSC: '1' } } : {}),
  })
  return { statut: r.status(), entetes: r.headers(), corps: await r.text() }
}

/** La même réponse, octet pour octet, pour ce qui est interdit et pour ce qui n'existe pas. */
export async function memeReponse(
  contexte: APIRequestContext,
  adresse: (cle: string) => string,
  cles: { interdite: string; inconnue: string },
  rsc = false,
): Promise<Vue> {
  const interdite = normaliser(await demander(contexte, adresse(cles.interdite), rsc), cles.interdite)
  const inconnue = normaliser(await demander(contexte, adresse(cles.inconnue), rsc), cles.inconnue)
  expect(interdite, adresse(cles.interdite)).toEqual(inconnue)
  return interdite
}

export async function memeReponseAction(
  contexte: APIRequestContext,
  action: { id: string; adresse: string },
  arguments_: { interdit: unknown; inconnu: unknown },
  cles: { interdite: string; inconnue: string },
): Promise<ReponseBrute> {
  const vers = (r: ReponseBrute): Vue => ({ statut: r.statut, entetes: r.entetes, corps: r.corps })
  const interdit = await appelerBrut(contexte, action, arguments_.interdit)
  const inconnu = await appelerBrut(contexte, action, arguments_.inconnu)
  expect(normaliser(vers(interdit), cles.interdite)).toEqual(normaliser(vers(inconnu), cles.inconnue))
  return interdit
}
