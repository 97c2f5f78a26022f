const FIN = 0x06054b50
const ENTREE = 0x02014b50

/**
 * Date toutes les pièces d'une archive zip du même instant (UTC), sur place. L'archiveur y met l'heure du rendu : deux
 * rendus d'un même document n'auraient pas les mêmes octets. Refuse ce qui n'est pas une archive simple.
 */
export function daterArchive(octets: Buffer, date: Date): Buffer {
  const { heure, jour } = dateZip(date)
  const fin = octets.length - 22
  if (fin < 0 || octets.readUInt32LE(fin) !== FIN) throw new Error('Archive Word illisible')
  let position = octets.readUInt32LE(fin + 16)
  for (let reste = octets.readUInt16LE(fin + 10); reste > 0; reste -= 1) {
    if (octets.readUInt32LE(position) !== ENTREE) throw new Error('Archive Word illisible')
    const locale = octets.readUInt32LE(position + 42)
    for (const endroit of [position + 12, locale + 10]) {
      octets.writeUInt16LE(heure, endroit)
      octets.writeUInt16LE(jour, endroit + 2)
    }
    const suites = [28, 30, 32].reduce((n, champ) => n + octets.readUInt16LE(position + champ), 0)
    position += 46 + suites
  }
  return octets
}

/** Heure et jour au format des archives zip : deux secondes près, à partir de 1980. */
function dateZip(date: Date): { heure: number; jour: number } {
  const annee = date.getUTCFullYear()
  // Une date absente ou hors du format prend le premier jour du format.
  if (!(annee >= 1980 && annee < 2108)) return { heure: 0, jour: (1 << 5) | 1 }
  return {
    heure: (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1),
    jour: ((annee - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate(),
  }
}
