/** Dictionnaire de signature trouvé dans le fichier ; `cms` absent quand il est illisible, avec le pourquoi. */
export type SignatureReperee = {
  /** [0, fin de la première partie, début de la seconde, fin de la seconde]. */
  couvert: { debut: number; suite: number; fin: number } | null
  cms: Uint8Array | null
  sousFiltre: string | null
  nom: string | null
  motif: string | null
  /** Date écrite dans le dictionnaire (/M), en instant ISO. */
  date: string | null
  probleme: string | null
}

const SIGNATURES_MAX = 40
const FORME = /^\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/

/**
 * Trouve les signatures d'un PDF par leur /ByteRange. La norme interdit de comprimer un dictionnaire de signature : il se
 * lit toujours en clair, sans interpréter le reste du fichier, qui peut être hostile.
 */
export function repererSignatures(octets: Buffer): SignatureReperee[] {
  const trouvees: SignatureReperee[] = []
  let ici = octets.indexOf('/ByteRange')
  while (ici >= 0 && trouvees.length < SIGNATURES_MAX) {
    const reperee = lireDictionnaire(octets, ici)
    if (reperee) trouvees.push(reperee)
    ici = octets.indexOf('/ByteRange', ici + 10)
  }
  return trouvees.sort((a, b) => (a.couvert?.fin ?? 0) - (b.couvert?.fin ?? 0))
}

function lireDictionnaire(octets: Buffer, ici: number): SignatureReperee | null {
  const debut = octets.toString('latin1', ici, ici + 200)
  const m = FORME.exec(debut)
  const vide = { couvert: null, cms: null, sousFiltre: null, nom: null, motif: null, date: null }
  // Une place réservée, jamais remplie (« /********** ») : le fichier n'est pas signé là.
  if (!m)
    return /^\/ByteRange\s*\[[\s\d/*]*\*/.test(debut)
      ? null
      : { ...vide, probleme: 'étendue signée illisible' }
  const [a, longueur, suite, reste] = m.slice(1).map(Number) as [number, number, number, number]
  const fin = suite + reste
  if (a !== 0 || longueur <= 0 || suite <= longueur || fin > octets.length)
    return { ...vide, probleme: 'étendue signée impossible' }
  if (octets[longueur] !== 0x3c || octets[suite - 1] !== 0x3e)
    return { ...vide, probleme: 'étendue signée qui n’entoure pas la signature' }
  const couvert = { debut: longueur, suite, fin }
  const hex = octets.toString('latin1', longueur + 1, suite - 1).replace(/\s+/g, '')
  const dictionnaire = autour(octets, ici, longueur, suite)
  const lu = {
    couvert,
    sousFiltre: /\/SubFilter\s*\/([\w.]+)/.exec(dictionnaire)?.[1] ?? null,
    nom: chaine(dictionnaire, 'Name'),
    motif: chaine(dictionnaire, 'Reason'),
    date: datePdf(chaine(dictionnaire, 'M')),
  }
  if (!/^[0-9a-fA-F]+$/.test(hex) || hex.length % 2)
    return { ...lu, cms: null, probleme: 'signature illisible' }
  return { ...lu, cms: Uint8Array.from(Buffer.from(hex, 'hex')), probleme: null }
}

const FENETRE = 20_000

/** Texte du dictionnaire, sans la signature elle-même. */
function autour(octets: Buffer, ici: number, debut: number, suite: number): string {
  const premier = Math.min(ici, debut)
  const objet = octets.lastIndexOf(' obj', premier)
  const fin = octets.indexOf('endobj', Math.max(ici, suite))
  const de = Math.max(objet, premier - FENETRE, 0)
  const a = Math.min(fin < 0 ? octets.length : fin, Math.max(ici, suite) + FENETRE)
  return `${octets.toString('latin1', de, debut)} ${octets.toString('latin1', suite, a)}`
}

/** Chaîne PDF d'une entrée : entre parenthèses (avec échappements) ou en hexadécimal, Latin-1 ou UTF-16. */
function chaine(dictionnaire: string, cle: string): string | null {
  const m = new RegExp(`/${cle}\\s*(\\((?:[^()\\\\]|\\\\[\\s\\S]){0,500}\\)|<[0-9a-fA-F\\s]{0,2000}>)`).exec(
    dictionnaire,
  )?.[1]
  if (!m) return null
  const octets = m.startsWith('<')
    ? Buffer.from(m.slice(1, -1).replace(/\s/g, ''), 'hex')
    : Buffer.from(
        m
          .slice(1, -1)
          .replace(/\\([0-7]{1,3})/g, (_, o: string) => String.fromCharCode(Number.parseInt(o, 8) & 0xff))
          .replace(/\\([nrtbf])/g, ' ')
          .replace(/\\([\s\S])/g, '$1'),
        'latin1',
      )
  const texte =
    octets[0] === 0xfe && octets[1] === 0xff
      ? utf16(octets.subarray(2))
      : octets.toString(octets[0] === 0xef ? 'utf8' : 'latin1')
  return texte.replace(/[\u0000-\u001f\u007f\ufeff]/g, '').trim() || null
}

const utf16 = (grosBoutien: Buffer): string =>
  new TextDecoder('utf-16be').decode(Uint8Array.from(grosBoutien))

/** « D:20261203101500+01'00' » → instant ISO. */
export function datePdf(texte: string | null): string | null {
  const m = /^D:(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?(?:(Z)|([+-])(\d{2})'?(\d{2})?)?/.exec(
    texte ?? '',
  )
  if (!m) return null
  const [, an, mois, jour, h = '00', min = '00', s = '00', , signe, dh = '00', dm = '00'] = m
  const decalage = signe ? `${signe}${dh}:${dm}` : 'Z'
  const instant = new Date(`${an}-${mois}-${jour}T${h}:${min}:${s}${decalage}`)
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString()
}
