import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../../app/couleurs.css', import.meta.url), 'utf8')

function lire(selecteur: string): Map<string, string> {
  const debut = css.indexOf(`${selecteur} {`)
  const bloc = css.slice(debut, css.indexOf('}', debut))
  return new Map([...bloc.matchAll(/--([\w-]+): ([^;]+);/g)].map((m) => [m[1] ?? '', m[2] ?? '']))
}

const CLAIR = lire('\n:root')
const SOMBRE = lire(':root[data-theme="sombre"]')
const AUTOMATIQUE = lire(':root:not([data-theme])')

function luminance(hexa: string): number {
  const [r = 0, v = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hexa.slice(i, i + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * v + 0.0722 * b
}

function contraste(theme: Map<string, string>, a: string, b: string): number {
  const [x, y] = [a, b].map((nom) => luminance(theme.get(nom) ?? 'absent')).sort((m, n) => n - m)
  return ((x ?? 0) + 0.05) / ((y ?? 0) + 0.05)
}

const SURFACES = ['fond', 'surface', 'surface-2']
const SENS = ['tenu', 'vigilance', 'manque', 'inconnu']
const TEXTES: [string, string][] = [
  ...['encre', 'encre-2', 'accent', 'accent-vif', ...SENS].flatMap((t) =>
    SURFACES.map((s): [string, string] => [t, s]),
  ),
  ...[...SENS, 'ajout', 'retrait', 'accent'].flatMap((t): [string, string][] => [
    [t, `${t}-fond`],
    ['encre', `${t}-fond`],
  ]),
  ['encre-2', 'accent-fond'],
  ['accent-vif', 'accent-fond'],
  ['sur-accent', 'accent'],
  ['sur-accent', 'accent-vif'],
  ['encre', 'surlignage'],
  ['surface', 'encre'],
]
const REPERES: [string, string][] = ['trait-fort', 'focus', 'accent', ...SENS].flatMap((t) =>
  ['fond', 'surface'].map((s): [string, string] => [t, s]),
)

describe.each([
  ['clair', CLAIR],
  ['sombre', SOMBRE],
])('thème %s', (_, theme) => {
  it.each(TEXTES)('%s se lit sur %s (4,5)', (texte, fond) => {
    expect(contraste(theme, texte, fond)).toBeGreaterThanOrEqual(4.5)
  })
  it.each(REPERES)('%s se voit sur %s (3)', (repere, fond) => {
    expect(contraste(theme, repere, fond)).toBeGreaterThanOrEqual(3)
  })
})

it('le thème sombre de l’appareil est celui qu’on choisit', () => {
  expect([...AUTOMATIQUE]).toEqual([...SOMBRE])
  expect([...SOMBRE.keys()]).toEqual([...CLAIR.keys()])
})
