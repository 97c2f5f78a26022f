// Fabrique, depuis le schéma d'une saisie, ce qu'un visiteur malveillant ou un écran périmé pourrait envoyer.
import type { Json } from './schemas'

export type Cas = { nom: string; argument: unknown }
/** Valeurs réelles par nom de clé : identifiants que la personne peut atteindre, ou ceux d'un autre groupe. */
export type Reserve = Readonly<Record<string, unknown>>

export const SCRIPT = `<script>alert(1)</script><img src=x onerror=alert(1)>'"; DROP TABLE acte; -- \${7*7} {{7*7}}`
const ILLISIBLES = ['a\u0000b', 'a\u001b[31mb', 'a\u0007b']
const LONG = 'x'.repeat(70_000)
const DATE = /^(le|depuis|jusqua|date|date[A-Z]\w*|\w+Le|\w+Depuis|finDemandee|depotAvant|valideDu|valideAu)$/
const CANDIDATS = ['2026-01-15', 'personne@ville.test', 'commune', '94003', 'a'.repeat(64), 'x']

const deplier = (s: Json, racine: Json): Json => {
  if (s.$ref) return deplier(racine.$defs?.[s.$ref.split('/').at(-1) ?? ''] ?? {}, racine)
  const choix = s.anyOf ?? s.oneOf
  if (!choix) return Array.isArray(s.type) ? { ...s, type: s.type.find((t) => t !== 'null') } : s
  return deplier(choix.find((c) => c.type !== 'null' && c.const !== '') ?? {}, racine)
}
/** `null` est permis : dit par le schéma, à toute profondeur d'alternative. */
const estNul = (s: Json): boolean =>
  [s.type].flat().includes('null') ||
  [...(s.anyOf ?? []), ...(s.oneOf ?? []), ...(s.allOf ?? [])].some(estNul)

/** Vrai pour une clé qui désigne quelque chose : `acteId`, `centreIds`. */
export const estIdentifiant = (cle: string): boolean => /Ids?$/.test(cle)
/** Choisit un texte de départ, sans appartenir à personne. */
const PARTAGES = ['modeleVersionId', 'versionId']
/** Vrai si la saisie désigne autre chose que le fonds commun. */
export const viseQuelquUn = (schema: Json): boolean =>
  Object.keys(schema.properties ?? {}).some((c) => estIdentifiant(c) && !PARTAGES.includes(c))

/** Saisie bien formée, aux valeurs de la réserve quand elle les connaît. */
export function saisieValide(schema: Json, reserve: Reserve): unknown {
  return valeur(schema, '', schema, reserve)
}

function valeur(s0: Json, cle: string, racine: Json, reserve: Reserve): unknown {
  if (cle in reserve) return reserve[cle]
  if (estIdentifiant(cle)) throw new Error(`Identifiant sans valeur de test : « ${cle} »`)
  const s = deplier(s0, racine)
  if (s.const !== undefined) return s.const
  if (s.enum) return s.enum[0]
  if (s.type === 'object') {
    const entrees = Object.entries(s.properties ?? {})
    return Object.fromEntries(entrees.map(([c, v]) => [c, valeur(v, c, racine, reserve)]))
  }
  if (s.type === 'array') {
    if (s.prefixItems) return s.prefixItems.map((i) => valeur(i, '', racine, reserve))
    return s.items ? [valeur(s.items, '', racine, reserve)] : []
  }
  if (s.type === 'integer' || s.type === 'number') return Math.max(1, s.minimum ?? 1)
  if (s.type === 'boolean') return true
  if (s.type === 'string') return texte(s, cle)
  return DATE.test(cle) ? '2026-01-15' : null
}

/** Formes que le schéma JSON ne dit pas : elles sont vérifiées par le code. */
const FORMES: Record<string, string> = {
  courriel: 'personne@ville.test',
  telephone: '01 49 12 00 00',
  siret: '',
  finess: '',
  codeInsee: '94003',
  codeReference: 'ESSAI',
  quantite: '1',
  preuveLien: 'https://ville.test/releve',
}

/** Un instant, que sa forme distingue d'un jour. */
const avecHeure = (s: Json): boolean => s.pattern?.includes('T') ?? false

function texte(s: Json, cle: string): string {
  if (cle === 'dateFin' || cle === 'jusqua') return '2027-01-14'
  if (DATE.test(cle)) return avecHeure(s) ? '2026-01-15T09:00' : '2026-01-15'
  const connue = FORMES[cle]
  if (connue !== undefined) return connue
  // Un code reçu par courriel : sa forme se vérifie après le retrait des espaces, le schéma JSON ne la dit pas.
  if (cle === 'code' && !s.pattern) return '123456'
  const motif = s.pattern ? new RegExp(s.pattern) : null
  return CANDIDATS.find((c) => motif?.test(c)) ?? 'Un texte tout à fait ordinaire'
}

type Feuille = { chemin: (string | number)[]; schema: Json; cle: string; nul: boolean; requis: boolean }

function* feuilles(
  s0: Json,
  racine: Json,
  chemin: (string | number)[] = [],
  requis = true,
): Generator<Feuille> {
  const s = deplier(s0, racine)
  const cle = String(chemin.at(-1) ?? '')
  if (chemin.length) yield { chemin, schema: s, cle, nul: estNul(s0), requis }
  if (chemin.length > 5) return
  if (s.type === 'object')
    for (const [c, v] of Object.entries(s.properties ?? {}))
      yield* feuilles(v, racine, [...chemin, c], s.required?.includes(c) ?? false)
  if (s.type === 'array' && s.items && !s.prefixItems) yield* feuilles(s.items, racine, [...chemin, 0])
}

/** Copie où la valeur d'un chemin est remplacée ; `undefined` ôte la clé. */
function poser(saisie: unknown, chemin: readonly (string | number)[], v: unknown): unknown {
  const copie = structuredClone(saisie)
  let ici = copie as Record<string | number, unknown>
  for (const c of chemin.slice(0, -1)) {
    if (typeof ici !== 'object' || ici === null) return copie
    ici = ici[c] as Record<string | number, unknown>
  }
  const dernier = chemin.at(-1)
  if (dernier === undefined || typeof ici !== 'object' || ici === null) return copie
  if (v === undefined) delete ici[dernier]
  else ici[dernier] = v
  return copie
}

/** Mal formés : le serveur doit répondre SAISIE_INVALIDE, quels que soient les droits. */
export function casMalFormes(schema: Json, siennes: Reserve): Cas[] {
  const entiers: Cas[] = [null, 'texte', 42, true, [], [[]]].map((v) => ({
    nom: `tout entier : ${JSON.stringify(v)}`,
    argument: v,
  }))
  entiers.push({ nom: 'tout entier : absent', argument: undefined })
  if (schema.type !== 'object') return entiers
  const base = saisieValide(schema, siennes)
  const cas = [...entiers]
  if (schema.required?.length) cas.push({ nom: 'objet vide', argument: {} })
  if (schema.additionalProperties === false)
    cas.push({ nom: 'clé en trop', argument: { ...(base as object), intrus: 1 } })
  for (const f of feuilles(schema, schema))
    for (const [nom, v] of remplacements(f))
      cas.push({ nom: `${f.chemin.join('.')} : ${nom}`, argument: poser(base, f.chemin, v) })
  return cas
}

function remplacements({ schema: s, nul, requis, cle }: Feuille): [string, unknown][] {
  const liste: [string, unknown][] = []
  if (!s.type && !s.enum && s.const === undefined) return liste
  if (requis && !nul && typeof cle === 'string' && !/^\d+$/.test(cle)) liste.push(['absent', undefined])
  if (s.enum || s.const !== undefined) return [...liste, ['choix inconnu', 'INCONNU'], ['objet', {}]]
  if (s.type === 'string') {
    liste.push(['nombre', 123], ['objet', {}], ['liste', ['a']], ['trop long', LONG])
    for (const t of ILLISIBLES) liste.push([`caractère de commande ${JSON.stringify(t)}`, t])
    if (s.format === 'uuid') liste.push(['identifiant mal formé', "' OR 1=1 --"])
  }
  if (s.type === 'integer' || s.type === 'number')
    liste.push(['texte', 'x'], ['négatif', -1], ['énorme', 1e308], ['objet', {}])
  if (s.type === 'boolean') liste.push(['texte', 'oui'], ['nombre', 1])
  if (s.type === 'object') liste.push(['texte', 'x'], ['liste', []])
  if (s.type === 'array') liste.push(['texte', 'x'], ['objet', {}], ['trop', Array(3_000).fill(0)])
  if (!nul) liste.push(['null', null])
  return liste
}

const INCONNU = '0190a0a0-0000-7000-8000-00000000dead'
const enListe = (cle: string, id: unknown): unknown => (cle.endsWith('Ids') ? [id].flat() : id)

/** Bien formés, mais visant ce qui n'existe pas, ce qui est à un autre groupe, ou une version dépassée. */
export function casIllegitimes(schema: Json, siennes: Reserve, autres: Reserve): Cas[] {
  if (schema.type !== 'object') return []
  const cles = Object.keys(schema.properties ?? {})
  const ids = cles.filter(estIdentifiant)
  const base = saisieValide(schema, siennes) as Record<string, unknown>
  const cas: Cas[] = []
  for (const cle of ids) {
    cas.push({ nom: `${cle} inconnu`, argument: { ...base, [cle]: enListe(cle, INCONNU) } })
    if (!PARTAGES.includes(cle))
      cas.push({ nom: `${cle} d’un autre groupe`, argument: { ...base, [cle]: autres[cle] } })
  }
  if (ids.length > 1 || ids.some((i) => !PARTAGES.includes(i)))
    cas.push({ nom: 'tout d’un autre groupe', argument: saisieValide(schema, { ...siennes, ...autres }) })
  const piegee = (reserve: Reserve) => garnir(saisieValide(schema, reserve), schema, SCRIPT)
  if (ids.length)
    cas.push({ nom: 'code dans chaque texte, autre groupe', argument: piegee({ ...siennes, ...autres }) })
  if (cles.includes('version')) {
    cas.push({ nom: 'version dépassée', argument: { ...base, version: 999 } })
    cas.push({
      nom: 'code dans chaque texte, version dépassée',
      argument: { ...(piegee(siennes) as object), version: 999 },
    })
  }
  return cas
}

/** Met ce texte dans chaque champ libre. */
function garnir(saisie: unknown, schema: Json, valeur: string): unknown {
  let garnie = saisie
  for (const f of feuilles(schema, schema)) {
    const libre = f.schema.type === 'string' && !f.schema.enum && !f.schema.pattern && !f.schema.format
    const cle = f.cle
    if (libre && f.schema.const === undefined && !estIdentifiant(cle) && !DATE.test(cle) && !CONNUES.has(cle))
      garnie = poser(garnie, f.chemin, valeur)
  }
  return garnie
}
const CONNUES = new Set(['identite', 'cle', 'modeleCode', 'specialiteCode', 'id', 'type', '0'])
