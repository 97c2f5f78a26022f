import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type BlocContenu,
  type Contenu,
  type ElementListe,
  type Marque,
  type NoeudEnLigne,
  noeudsEnLigne,
  type Paragraphe,
  schemaContenu,
} from '@/lib/domaine/texte/contenu'
import { canoniser } from '@/lib/domaine/texte/empreinte'
import {
  lignesComparees,
  modificationsEntre,
  retenir,
  type TexteUnite,
} from '@/lib/domaine/texte/modifications'

const p = (id: string, ...content: (string | NoeudEnLigne)[]): Paragraphe => ({
  type: 'paragraph',
  attrs: { id },
  ...(content.length
    ? { content: content.map((c) => (typeof c === 'string' ? { type: 'text' as const, text: c } : c)) }
    : {}),
})
const valeur = (cle: string): NoeudEnLigne => ({ type: 'parametre', attrs: { cle, forme: null } })
const liste = (id: string, ...points: BlocContenu[]): BlocContenu => ({
  type: 'bulletList',
  attrs: { id },
  content: points.map((b): ElementListe => ({ type: 'listItem', content: [b] })),
})
const tableau = (id: string, ...rangs: string[][]): BlocContenu => ({
  type: 'table',
  attrs: { id },
  content: rangs.map((r) => ({
    type: 'tableRow',
    content: r.map((t) => ({ type: 'tableCell', content: [p(`c-${t}`, t)] })),
  })),
})
const unite = (...content: BlocContenu[]): TexteUnite => ({
  titre: 'Durée',
  contenu: { type: 'doc', content },
})
const genres = (a: TexteUnite, b: TexteUnite) => modificationsEntre(a, b).map((m) => m.genre)
const lire = (n: readonly NoeudEnLigne[]) =>
  n.map((x) => (x.type === 'text' ? x.text : x.type === 'parametre' ? `{${x.attrs.cle}}` : '·')).join('')
const texteDe = (c: Contenu) => JSON.stringify(c)

describe('Lire ce qui change d’un texte à l’autre', () => {
  it('fait une seule modification d’un délai réécrit, mot et unité ensemble', () => {
    const [m, ...autres] = modificationsEntre(
      unite(p('a', 'Le préavis est de six mois, sauf urgence.')),
      unite(p('a', 'Le préavis est de trois ans, sauf urgence.')),
    )
    expect(autres).toEqual([])
    const [ligne] = m?.lignes ?? []
    expect(ligne?.segments.map((s) => `${s.etat} ${lire(s.noeuds)}`)).toEqual([
      'egal Le préavis est de ',
      'retrait six mois',
      'ajout trois ans',
      'egal , sauf urgence.',
    ])
  })

  it('sépare deux changements éloignés d’un même paragraphe', () => {
    const avant = unite(p('a', 'Le centre prévient l’hôpital sous huit jours par courrier signé.'))
    const apres = unite(p('a', 'Le centre avertit l’hôpital sous dix jours par courrier signé.'))
    expect(genres(avant, apres)).toEqual(['mots', 'mots'])
    expect(texteDe(retenir(avant, apres, [1]).contenu)).toContain('prévient l’hôpital sous dix jours')
  })

  it('traite une valeur comme un mot entier, et garde ses marques', () => {
    const gras: NoeudEnLigne = { ...valeur('duree'), marks: [{ type: 'bold' }] } as NoeudEnLigne
    const avant = unite(p('a', 'Elle dure ', valeur('duree'), ' à compter de la signature.'))
    const apres = unite(p('a', 'Elle dure ', gras, ' à compter de la signature.'))
    expect(genres(avant, apres)).toEqual(['mise-en-forme'])
    expect(retenir(avant, apres, [0])).toEqual(apres)
    expect(genres(avant, unite(p('a', 'Elle dure cinq ans à compter de la signature.')))).toEqual(['mots'])
  })

  it('nomme un bloc ajouté, retiré, déplacé, réécrit', () => {
    const [a, b, c] = [
      p('a', 'Le centre désigne un correspondant unique.'),
      p('b', 'Les parties se réunissent chaque année.'),
      p('c', 'L’hôpital adresse un bilan chiffré.'),
    ]
    expect(genres(unite(a, b), unite(a, b, c))).toEqual(['ajout'])
    expect(genres(unite(a, b, c), unite(a, c))).toEqual(['retrait'])
    expect(genres(unite(a, b, c), unite(b, c, a))).toEqual(['deplacement'])
    expect(genres(unite(a, b), unite(p('a', 'Nul délai ne vaut renonciation tacite.'), b))).toEqual([
      'remplacement',
    ])
  })

  it('ne prend jamais à moitié un bloc déplacé, même dans une liste', () => {
    const [a, b] = [p('a', 'Le centre désigne un correspondant.'), p('b', 'Il est joignable en semaine.')]
    const avant = unite(a, b)
    const apres = unite(b, liste('l', a))
    expect(genres(avant, apres)).toEqual(['deplacement'])
    for (const indices of [[], [0]]) {
      const ids = texteDe(retenir(avant, apres, indices).contenu).match(/"id":"a"/g)
      expect(ids).toHaveLength(1)
    }
  })

  it('choisit point par point dans une liste', () => {
    const avant = unite(liste('l', p('1', 'un scanner par semaine'), p('2', 'une imagerie par mois')))
    const apres = unite(
      liste(
        'l',
        p('1', 'deux scanners par semaine'),
        p('2', 'une imagerie par mois'),
        p('3', 'un avis rapide'),
      ),
    )
    expect(genres(avant, apres)).toEqual(['mots', 'ajout'])
    expect(texteDe(retenir(avant, apres, [1]).contenu)).toContain('un scanner par semaine')
    expect(texteDe(retenir(avant, apres, [1]).contenu)).toContain('un avis rapide')
  })

  it('ajoute une ligne de tableau sans toucher aux autres, et remplace un tableau refait', () => {
    const avant = unite(tableau('t', ['Acte', 'Délai'], ['Scanner', 'Huit jours']))
    const avecLigne = unite(tableau('t', ['Acte', 'Délai'], ['Scanner', 'Dix jours'], ['Avis', 'Deux jours']))
    expect(genres(avant, avecLigne)).toEqual(['mots', 'ajout'])
    const refait = unite(tableau('t', ['Acte', 'Délai', 'Lieu'], ['Scanner', 'Huit jours', 'Bicêtre']))
    expect(genres(avant, refait)).toEqual(['remplacement'])
  })

  it('prend ou laisse le titre', () => {
    const avant = unite(p('a', 'Texte.'))
    const apres = { ...avant, titre: 'Durée et fin' }
    expect(genres(avant, apres)).toEqual(['titre'])
    expect(retenir(avant, apres, [0]).titre).toBe('Durée et fin')
    expect(retenir(avant, apres, []).titre).toBe('Durée')
  })
})

const mot = fc.constantFrom(
  'le',
  'centre',
  'prévient',
  'huit',
  'jours',
  'sous',
  'l’hôpital',
  'imagerie',
  'délai',
)
const marks = fc.constantFrom<Marque[] | undefined>(
  undefined,
  [{ type: 'bold' as const }],
  [{ type: 'italic' as const }],
)
const enLigne: fc.Arbitrary<NoeudEnLigne> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.array(mot, { minLength: 1, maxLength: 5 }), marks).map(
      ([m, k]): NoeudEnLigne => ({
        type: 'text',
        text: `${m.join(' ')} `,
        ...(k ? { marks: k } : {}),
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<NoeudEnLigne>(
      valeur('duree'),
      { type: 'hardBreak' },
      {
        type: 'renvoi',
        attrs: { cible: 'x', forme: null },
      },
    ),
  },
)
const identifiant = fc.integer({ min: 0, max: 12 }).map((n) => `b${n}`)
const paragraphe = fc
  .tuple(identifiant, fc.array(enLigne, { maxLength: 4 }))
  .map(([id, content]): Paragraphe => (content.length ? p(id, ...content) : p(id)))
const grille = fc
  .integer({ min: 1, max: 3 })
  .chain((n) =>
    fc.tuple(
      identifiant,
      fc.array(fc.array(paragraphe, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 3 }),
    ),
  )
  .map(
    ([id, rangs]): BlocContenu => ({
      type: 'table',
      attrs: { id },
      content: rangs.map((r) => ({
        type: 'tableRow',
        content: r.map((c) => ({ type: 'tableCell', content: [c] })),
      })),
    }),
  )
const bloc: fc.Arbitrary<BlocContenu> = fc.oneof(
  { weight: 5, arbitrary: paragraphe },
  {
    weight: 2,
    arbitrary: fc
      .tuple(identifiant, fc.array(paragraphe, { minLength: 1, maxLength: 4 }))
      .map(([id, ps]) => liste(id, ...ps)),
  },
  { weight: 1, arbitrary: grille },
)
/** Chaque identifiant une fois, comme l'éditeur et le serveur les tiennent. */
function dedoubler<T>(v: T): T {
  const vus = new Set<string>()
  return JSON.parse(JSON.stringify(v), (cle, x: unknown) => {
    if (cle !== 'id' || typeof x !== 'string') return x
    let id = x
    while (vus.has(id)) id += 'x'
    vus.add(id)
    return id
  }) as T
}
const texteUnite: fc.Arbitrary<TexteUnite> = fc
  .tuple(fc.option(mot), fc.array(bloc, { maxLength: 6 }))
  .map(([titre, content]) => dedoubler({ titre, contenu: { type: 'doc' as const, content } }))

/** Une proposition voisine de sa base : quelques blocs retouchés, ôtés, déplacés, ajoutés. */
const voisins = fc
  .tuple(texteUnite, texteUnite, fc.array(fc.nat({ max: 20 }), { maxLength: 6 }))
  .map(([base, autre, gestes]): [TexteUnite, TexteUnite] => {
    const content = structuredClone(base.contenu.content)
    for (const g of gestes) {
      const i = content.length ? g % content.length : 0
      const neuf = autre.contenu.content[g % Math.max(1, autre.contenu.content.length)]
      if (g % 4 === 0) content.splice(i, 1)
      else if (g % 4 === 1 && neuf) content.splice(i, 0, structuredClone(neuf))
      else if (g % 4 === 2 && content[i]) content.push(...content.splice(i, 1))
      else if (content[i]?.type === 'paragraph') {
        const b = content[i] as Paragraphe
        content[i] = { ...b, content: [...(b.content ?? []).slice(1), { type: 'text', text: 'ajouté ici' }] }
      }
    }
    return [
      base,
      dedoubler({ titre: g0(gestes) ? autre.titre : base.titre, contenu: { type: 'doc', content } }),
    ]
  })
const g0 = (gestes: number[]) => (gestes[0] ?? 1) % 3 === 0
const paires = fc.oneof(fc.tuple(texteUnite, texteUnite), voisins)
const ids = (t: TexteUnite) => [...JSON.stringify(t.contenu).matchAll(/"id":"([^"]+)"/g)].map((m) => m[1])

describe('Retenir une partie d’une proposition, pour tous les textes', () => {
  it('tout rend la proposition, rien la base', () => {
    fc.assert(
      fc.property(paires, ([base, proposee]) => {
        const tous = modificationsEntre(base, proposee).map((m) => m.indice)
        expect(retenir(base, proposee, [])).toBe(base)
        if (tous.length) expect(retenir(base, proposee, tous)).toBe(proposee)
        else
          expect(canoniser(base).replace(/"id":"[^"]*"/g, '')).toBe(
            canoniser(proposee).replace(/"id":"[^"]*"/g, ''),
          )
      }),
      { numRuns: 400 },
    )
  })

  it('tout sous-ensemble est un contenu que le serveur accepte, sans identifiant en double', () => {
    fc.assert(
      fc.property(paires, fc.array(fc.nat({ max: 12 })), ([base, proposee], indices) => {
        const r = retenir(base, proposee, indices)
        expect(schemaContenu.safeParse(r.contenu).success).toBe(true)
        expect(new Set(ids(r)).size).toBe(ids(r).length)
        const connus = new Set([...ids(base), ...ids(proposee)])
        // Un identifiant repris ailleurs dans un bloc gardé ne se renomme que pour n'être porté qu'une fois.
        expect(ids(r).filter((id) => !connus.has((id ?? '').replace(/-\d+$/, '')))).toEqual([])
      }),
      { numRuns: 800 },
    )
  })

  it('les lignes comparées disent les deux textes : égal et retiré la base, égal et ajouté la proposition', () => {
    const mots = (lignes: ReturnType<typeof lignesComparees>, autre: string) =>
      lignes
        .map((l) =>
          l.segments
            .filter((s) => s.etat !== autre)
            .map((s) => lire(s.noeuds))
            .join(''),
        )
        .join('')
        .replace(/[| ]/g, '')
    const plat = (t: TexteUnite) => lire([...noeudsEnLigne(t.contenu.content)]).replace(/[| ]/g, '')
    fc.assert(
      fc.property(paires, ([base, proposee]) => {
        const lignes = lignesComparees({ ...base, titre: null }, { ...proposee, titre: null })
        expect([...mots(lignes, 'ajout')].sort()).toEqual([...plat(base)].sort())
        expect([...mots(lignes, 'retrait')].sort()).toEqual([...plat(proposee)].sort())
      }),
      { numRuns: 300 },
    )
  })

  it('retenir une partie puis le reste mène à la même proposition, à la lecture', () => {
    fc.assert(
      fc.property(paires, fc.array(fc.nat({ max: 12 })), ([base, proposee], indices) => {
        const milieu = retenir(base, proposee, indices)
        const reste = modificationsEntre(milieu, proposee).map((m) => m.indice)
        const fin = retenir(milieu, proposee, reste)
        expect(canoniser(fin).replace(/"id":"[^"]*"/g, '')).toBe(
          canoniser(proposee).replace(/"id":"[^"]*"/g, ''),
        )
      }),
      { numRuns: 300 },
    )
  })
})
