import { type APIRequestContext, expect } from '@playwright/test'
import { appelerBrut, type ReponseBrute } from './actions'

export type Vue = { statut: number; entetes: Record<string, string>; corps: string }

/** En-têtes que le transport pose, différents d'une réponse à l'autre sans rien dire du contenu. */
const DU_TRANSPORT = ['date', 'connection', 'keep-alive', 'transfer-encoding']

/**
 * Next numérote chaque requête (clé des métadonnées) et coupe son flux où il veut : ni l'un ni l'autre ne vient du
 * contenu. Les morceaux sont recollés ; le numéro est neutralisé, et l'âge d'un fait, qui passe pendant l'essai.
 */
const sansFlux = (texte: string): string =>
  texte
    .replace(/"\]\)<\/script><script nonce="NONCE">self\.__next_f\.push\(\[1,"/g, '')
    .replace(/à l’instant|il y a (\d+|une)\u00a0?\s?(seconde|minute|heure)s?/g, 'RÉCEMMENT')
    .replace(/(\$L[0-9a-f]+\\?",\\?")[\w-]{21}v\b/g, '$1REQUETE')

/**
 * Ôte ce qui change à chaque requête (nonce, numéro, coupes du flux) et ce que le demandeur a lui-même écrit dans
 * l'adresse : deux références demandées doivent alors donner la même réponse, au caractère près.
 */
export function normaliser(vue: Vue, demande = ''): Vue {
  const nonce = /'nonce-([^']+)'/.exec(vue.entetes['content-security-policy'] ?? '')?.[1]
  const neutre = (texte: string): string => {
    let t = texte
    if (nonce) t = t.replaceAll(nonce, 'NONCE')
    for (const ecrit of new Set(demande ? [demande, encodeURIComponent(demande), demande.toLowerCase()] : []))
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

/**
 * Rejoue une comparaison qui échoue : React écrit ses morceaux dans l'ordre où la base répond, et deux lectures de la
 * même page peuvent s'en trouver rangées autrement. Une fuite, elle, reste à chaque lecture.
 */
export async function stable<T>(comparer: () => Promise<T>, essais = 5): Promise<T> {
  for (let reste = essais; reste > 1; reste--) {
    try {
      return await comparer()
    } catch {
      await new Promise((suite) => setTimeout(suite, 200))
    }
  }
  return comparer()
}

/** Le voisinage du premier écart entre deux textes : un message lisible plutôt que deux pages entières. */
export function premierEcart(a: string, b: string): string | null {
  if (a === b) return null
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  const extrait = (t: string): string => t.slice(Math.max(0, i - 80), i + 160)
  return `caractère ${String(i)}\n- ${extrait(a)}\n+ ${extrait(b)}`
}

/** La même réponse, octet pour octet, pour ce qui est interdit et pour ce qui n'existe pas. */
export async function memeReponse(
  contexte: APIRequestContext,
  adresse: (cle: string) => string,
  cles: { interdite: string; inconnue: string },
  rsc = false,
): Promise<Vue> {
  return stable(async () => {
    const interdite = normaliser(await demander(contexte, adresse(cles.interdite), rsc), cles.interdite)
    const inconnue = normaliser(await demander(contexte, adresse(cles.inconnue), rsc), cles.inconnue)
    expect(interdite, adresse(cles.interdite)).toEqual(inconnue)
    return interdite
  })
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
