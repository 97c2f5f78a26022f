import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Font } from '@react-pdf/renderer'
import { cesure } from './cesure'
import { completerPolice, type GlypheAjoute, lireCmap, tablesDeWoff } from './sfnt'

/** Famille principale, puis secours pour les lettres d'Europe centrale. */
export const FAMILLE = 'Trait Serif'
export const FAMILLE_SECOURS = 'Trait Serif étendu'

const GRAISSES = [
  { poids: 400, style: 'normal' },
  { poids: 400, style: 'italic' },
  { poids: 600, style: 'normal' },
  { poids: 600, style: 'italic' },
  { poids: 700, style: 'normal' },
  { poids: 700, style: 'italic' },
] as const

const superieur: [number, number][][] = [
  [
    [70, 570],
    [70, 508],
    [420, 345],
    [70, 182],
    [70, 120],
    [530, 330],
    [530, 360],
  ],
  [
    [70, 60],
    [530, 60],
    [530, 8],
    [70, 8],
  ],
]
const miroir = (contours: [number, number][][]) =>
  contours.map((c) => c.map(([x, y]): [number, number] => [600 - x, y]))

/** Dessins absents du sous-ensemble de Source Serif 4 : espaces distinctes, trait d'union insécable, signes. */
const AJOUTS: GlypheAjoute[] = [
  { code: 0x00a0, chasse: 237, copieDe: 0x20 },
  { code: 0x202f, chasse: 150 },
  { code: 0x2011, chasse: 320, copieDe: 0x2d },
  {
    code: 0x2192,
    chasse: 720,
    contours: [
      [
        [60, 226],
        [60, 276],
        [500, 276],
        [470, 370],
        [660, 251],
        [470, 132],
        [500, 226],
      ],
    ],
  },
  { code: 0x2265, chasse: 600, contours: superieur },
  { code: 0x2264, chasse: 600, contours: miroir(superieur) },
  {
    code: 0x2610,
    chasse: 720,
    contours: [
      [
        [70, 0],
        [70, 580],
        [650, 580],
        [650, 0],
      ],
      [
        [115, 45],
        [605, 45],
        [605, 535],
        [115, 535],
      ],
    ],
  },
]

const depuis = createRequire(import.meta.url)
function fichier(sousEnsemble: string, poids: number, style: string): string {
  return depuis.resolve(
    `@fontsource/source-serif-4/files/source-serif-4-${sousEnsemble}-${poids}-${style}.woff`,
  )
}
const enUrl = (octets: Buffer) => `data:font/ttf;base64,${octets.toString('base64')}`

/** Police romane grasse complétée, pour dessiner le filigrane. */
export function policeGrasse(): Buffer {
  return completerPolice(readFileSync(fichier('latin', 600, 'normal')), AJOUTS)
}

let enregistrees = false
const dessins: { principale: Set<number>; secours: Set<number> } = {
  principale: new Set(),
  secours: new Set(),
}

/** Enregistre les polices une fois par processus (ou par ouvrier). */
export function enregistrerPolices(): void {
  if (enregistrees) return
  for (const [famille, sousEnsemble, ajouts] of [
    [FAMILLE, 'latin', AJOUTS],
    [FAMILLE_SECOURS, 'latin-ext', []],
  ] as const) {
    Font.register({
      family: famille,
      fonts: GRAISSES.map(({ poids, style }) => ({
        src: enUrl(completerPolice(readFileSync(fichier(sousEnsemble, poids, style)), [...ajouts])),
        fontWeight: poids,
        fontStyle: style,
      })),
    })
  }
  const codes = (sousEnsemble: string) => {
    const cmap = tablesDeWoff(readFileSync(fichier(sousEnsemble, 400, 'normal'))).get('cmap')
    return new Set(cmap ? lireCmap(cmap).keys() : [])
  }
  dessins.principale = codes('latin')
  for (const { code } of AJOUTS) dessins.principale.add(code)
  dessins.secours = codes('latin-ext')
  Font.registerHyphenationCallback(cesure)
  enregistrees = true
}

/** Le premier caractère nommé l'emporte quand deux partagent un dessin : « ’ » plutôt que son sosie phonétique. */
const parUsage = (codes: number[]) => {
  const rang = (c: number) => (c < 0x180 ? 0 : c >= 0x2000 && c < 0x2100 ? 1 : 2)
  return [...codes].sort((a, b) => rang(a) - rang(b) || a - b)
}

type PoliceChargee = { characterSet: number[]; glyphForCodePoint(code: number): unknown }
const preparees = new Set<string>()

/**
 * Charge les polices et nomme d'avance chacun de leurs dessins. Sans cela, un dessin d'abord vu comme morceau d'un
 * autre (le E de É, les points de « : ») reste sans caractère, et le document suivant perd cette lettre.
 */
export async function preparerPolices(pile: string[]): Promise<void> {
  enregistrerPolices()
  for (const fontFamily of pile) {
    if (preparees.has(fontFamily)) continue
    for (const { poids, style } of GRAISSES) {
      const descripteur = { fontFamily, fontWeight: poids, fontStyle: style }
      await Font.load(descripteur)
      const police = Font.getFont(descripteur)?.data as unknown as PoliceChargee | undefined
      for (const code of parUsage(police?.characterSet ?? [])) police?.glyphForCodePoint(code)
    }
    preparees.add(fontFamily)
  }
}

/** Caractères du texte qu'aucune police incorporée ne sait dessiner. */
export function caracteresSansDessin(texte: string): string[] {
  enregistrerPolices()
  const absents = new Set<string>()
  for (const c of texte) {
    const code = c.codePointAt(0) ?? 0
    if (code === 0x0a || code === 0xad) continue
    if (!dessins.principale.has(code) && !dessins.secours.has(code)) absents.add(c)
  }
  return [...absents]
}

/** Pile de polices utile à ce texte : le secours n'est chargé que s'il sert. */
export function pileDePolices(texte: string): string[] {
  enregistrerPolices()
  for (const c of texte) {
    const code = c.codePointAt(0) ?? 0
    if (!dessins.principale.has(code) && dessins.secours.has(code)) return [FAMILLE, FAMILLE_SECOURS]
  }
  return [FAMILLE]
}

/** Dossier des licences des polices, à citer dans la documentation. */
export const LICENCE_POLICES = join('@fontsource', 'source-serif-4', 'LICENSE')
