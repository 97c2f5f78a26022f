import { BlockList, isIP } from 'node:net'

/** En-tête que `instrumentation.ts` récrit à chaque requête avec l'adresse réelle de la connexion. */
export const ENTETE_PAIRE = 'x-adresse-paire'

type Lue = { paire: string | null; transmise: string | null; mandataires?: string }

/**
 * Adresse du client. `X-Forwarded-For` s'écrit librement par n'importe qui : elle ne compte que si
 * MANDATAIRES_DE_CONFIANCE la déclare, en nombre de sauts (« 1 ») ou en liste d'adresses et de plages CIDR. On lit
 * alors de droite à gauche, jusqu'au premier maillon qui n'est pas un mandataire connu.
 */
export function adresseClient({ paire, transmise, mandataires = '' }: Lue): string | null {
  const voisin = normaliser(paire)
  const chaine = (transmise ?? '').split(',').map(normaliser)
  const regle = mandataires.trim()
  if (regle === '') return voisin
  if (/^\d+$/.test(regle)) return parSauts(chaine, Number(regle), voisin)
  return parListe(chaine, lireListe(regle), voisin)
}

/** n mandataires ajoutent chacun une adresse : celle du client est la n-ième depuis la droite. */
function parSauts(chaine: readonly (string | null)[], sauts: number, voisin: string | null): string | null {
  if (sauts === 0) return voisin
  return chaine.at(-sauts) ?? voisin
}

function parListe(
  chaine: readonly (string | null)[],
  connus: BlockList,
  voisin: string | null,
): string | null {
  let client = voisin
  for (let i = chaine.length - 1; i >= 0 && client !== null && estConnu(connus, client); i--) {
    const maillon = chaine[i] ?? null
    if (maillon === null) break
    client = maillon
  }
  return client
}

const estConnu = (connus: BlockList, adresse: string): boolean =>
  connus.check(adresse, isIP(adresse) === 6 ? 'ipv6' : 'ipv4')

/** Une entrée illisible est ignorée : elle n'élargit jamais la confiance. */
function lireListe(regle: string): BlockList {
  const liste = new BlockList()
  for (const entree of regle.split(/[\s,]+/)) {
    const [brut = '', masque] = entree.split('/')
    const adresse = normaliser(brut)
    if (!adresse) continue
    const famille = isIP(adresse) === 6 ? 'ipv6' : 'ipv4'
    if (masque === undefined) liste.addAddress(adresse, famille)
    else if (/^\d{1,3}$/.test(masque) && Number(masque) <= (famille === 'ipv6' ? 128 : 32))
      liste.addSubnet(adresse, Number(masque), famille)
  }
  return liste
}

/** Rend une adresse nue : sans port, sans crochets, IPv4 déshabillée de son enveloppe IPv6. */
function normaliser(brut: string | null | undefined): string | null {
  let texte = (brut ?? '').trim()
  const crochets = /^\[([^\]]+)\](:\d+)?$/.exec(texte)
  if (crochets) texte = crochets[1] ?? ''
  else if (/^\d+\.\d+\.\d+\.\d+:\d+$/.test(texte)) texte = texte.slice(0, texte.lastIndexOf(':'))
  const enveloppee = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(texte)
  if (enveloppee) texte = enveloppee[1] ?? ''
  return isIP(texte) ? texte.toLowerCase() : null
}

/** Clé de comptage : une IPv6 compte pour son réseau /64, qu'un seul abonné possède d'ordinaire tout entier. */
export function cleAdresse(adresse: string): string {
  if (isIP(adresse) !== 6) return adresse
  const [tete = '', queue] = adresse.split('::')
  const avant = tete.split(':').filter(Boolean)
  const apres = (queue ?? '').split(':').filter(Boolean)
  const vides = queue === undefined ? 0 : Math.max(0, 8 - avant.length - apres.length)
  const groupes = [...avant, ...Array<string>(vides).fill('0'), ...apres]
  return `${groupes
    .slice(0, 4)
    .map((g) => Number.parseInt(g, 16).toString(16))
    .join(':')}::/64`
}
