import { describe, expect, it } from 'vitest'
import { ecrireEnLigne, lireEnLigne, lireTexteBalise } from '@/lib/domaine/texte/balisage'
import { noeudsEnLigne, schemaContenu } from '@/lib/domaine/texte/contenu'
import { conventionActivitePartagee2 } from '@/prisma/socle/modeles/convention-activite-partagee-2'
import { conventionAffiliation } from '@/prisma/socle/modeles/convention-affiliation'
import { conventionCadre } from '@/prisma/socle/modeles/convention-cadre'

describe('Texte balisé des modèles', () => {
  it('sépare les paragraphes aux lignes vides et joint les retours simples', () => {
    const { content } = lireTexteBalise('Première ligne\nsuite.\n\nSecond.', 'x')
    expect(content).toEqual([
      { type: 'paragraph', attrs: { id: 'x-1' }, content: [{ type: 'text', text: 'Première ligne suite.' }] },
      { type: 'paragraph', attrs: { id: 'x-2' }, content: [{ type: 'text', text: 'Second.' }] },
    ])
  })

  it('lit paramètres, formes, renvois, accords, gras et italique', () => {
    expect(
      lireEnLigne('**Dans {{delai|lettres}}** selon l’{{§imagerie}}, [[sites:l’hôpital|les hôpitaux]] *oui*'),
    ).toEqual([
      { type: 'text', text: 'Dans ', marks: [{ type: 'bold' }] },
      { type: 'parametre', attrs: { cle: 'delai', forme: 'lettres' }, marks: [{ type: 'bold' }] },
      { type: 'text', text: ' selon l’' },
      { type: 'renvoi', attrs: { cible: 'imagerie', forme: null } },
      { type: 'text', text: ', ' },
      { type: 'accord', attrs: { cle: 'sites', formes: ['l’hôpital', 'les hôpitaux'] } },
      { type: 'text', text: ' ' },
      { type: 'text', text: 'oui', marks: [{ type: 'italic' }] },
    ])
  })

  it('lit des listes imbriquées et numérotées à partir d’un autre nombre', () => {
    const [liste, numerotee] = lireTexteBalise(
      '- un\n- deux\n  - deux bis\n\n3. trois\n4. quatre',
      'x',
    ).content
    expect(liste).toMatchObject({ type: 'bulletList' })
    expect(liste?.type === 'bulletList' && liste.content).toHaveLength(2)
    expect(JSON.stringify(liste)).toContain('deux bis')
    expect(numerotee).toMatchObject({ type: 'orderedList', attrs: { start: 3 } })
  })

  it('lit un tableau dont une cellule contient une forme de paramètre', () => {
    const [tableau] = lireTexteBalise('| Délai | Qui |\n|---|---|\n| {{delai|court}} | a<br>b |', 'x').content
    if (tableau?.type !== 'table') throw new Error('tableau attendu')
    expect(tableau.content).toHaveLength(2)
    expect(tableau.content[0]?.content[0]?.type).toBe('tableHeader')
    expect(tableau.content[1]?.content[1]?.content).toHaveLength(2)
    expect([...noeudsEnLigne([tableau])].filter((n) => n.type === 'parametre')).toHaveLength(1)
  })

  it('donne toujours un contenu que le serveur accepte', () => {
    const texte = 'Texte {{a_b}}.\n\n- x\n  1. y\n\n| a | b |\n| c | |'
    expect(schemaContenu.safeParse(lireTexteBalise(texte, 'x')).success).toBe(true)
  })
})

describe('Contenu accepté par le serveur', () => {
  const doc = (content: unknown) => schemaContenu.safeParse({ type: 'doc', content }).success
  const p = (content: unknown) => [{ type: 'paragraph', attrs: { id: 'b' }, content }]

  it('refuse un nœud, une marque ou un attribut inconnus', () => {
    expect(doc(p([{ type: 'text', text: 'ok' }]))).toBe(true)
    expect(doc(p([{ type: 'image', attrs: { src: 'x' } }]))).toBe(false)
    expect(
      doc(p([{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:1' } }] }])),
    ).toBe(false)
    expect(doc([{ type: 'paragraph', attrs: { id: 'b', onclick: 'x' }, content: [] }])).toBe(false)
    expect(doc([{ type: 'heading', attrs: { id: 'b' }, content: [] }])).toBe(false)
  })

  it('refuse un texte trop long et un emboîtement trop profond', () => {
    expect(doc(p([{ type: 'text', text: 'x'.repeat(60_000) }]))).toBe(true)
    expect(
      doc([
        ...p([{ type: 'text', text: 'x'.repeat(40_000) }]),
        ...p([{ type: 'text', text: 'x'.repeat(40_000) }]),
      ]),
    ).toBe(false)
    let liste: unknown = p([{ type: 'text', text: 'fond' }])
    for (let i = 0; i < 8; i++)
      liste = [
        { type: 'bulletList', attrs: { id: `l${i}` }, content: [{ type: 'listItem', content: liste }] },
      ]
    expect(doc(liste)).toBe(false)
  })
})

describe('Le texte rebalisé', () => {
  it('se relit à l’identique, pour chaque titre et chaque comparution du socle', () => {
    for (const modele of [conventionCadre, conventionAffiliation, conventionActivitePartagee2])
      for (const brut of [modele.titre, ...modele.parties.map((p) => p.comparution)]) {
        const lu = lireEnLigne(brut)
        expect(lireEnLigne(ecrireEnLigne(lu))).toEqual(lu)
      }
  })
  it('rend marques, renvois et formes', () => {
    const brut = 'Un **mot *et* {{prix|lettres}}** à l’{{§article-objet|titre}}, [[centres:le|les]] *soins*'
    expect(ecrireEnLigne(lireEnLigne(brut))).toBe(brut)
  })
})
