import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { convertirCollage } from '@/lib/domaine/texte/collage/convertir'
import { schemaContenu } from '@/lib/domaine/texte/contenu'

const lire = (nom: string) => readFileSync(new URL(`fixtures/${nom}`, import.meta.url), 'utf8')
const compteur = () => {
  let n = 0
  return () => `x${++n}`
}
const coller = (html: string) => convertirCollage(html, compteur())

describe('un article copié de Word', () => {
  const { contenu, laisses } = coller(lire('convention-word.html'))

  it('donne le texte attendu, écrit à la main', () => {
    expect(contenu).toEqual({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { id: 'x1' },
          content: [{ type: 'text', text: 'Avis spécialisés', marks: [{ type: 'bold' }] }],
        },
        {
          type: 'paragraph',
          attrs: { id: 'x2' },
          content: [
            { type: 'text', text: 'Les médecins du centre obtiennent un avis sous ' },
            { type: 'text', text: '48\u00a0h', marks: [{ type: 'bold' }] },
            { type: 'text', text: ' ouvrées' },
            { type: 'text', text: '[1]', marks: [{ type: 'superscript' }] },
            { type: 'text', text: ', hors jours fériés, par messagerie sécurisée\u00a0:' },
          ],
        },
        {
          type: 'orderedList',
          attrs: { id: 'x3' },
          content: [
            {
              type: 'listItem',
              content: [
                {
                  type: 'paragraph',
                  attrs: { id: 'x4' },
                  content: [{ type: 'text', text: 'la demande est adressée au service\u00a0;' }],
                },
                {
                  type: 'orderedList',
                  attrs: { id: 'x5' },
                  content: [
                    {
                      type: 'listItem',
                      content: [
                        {
                          type: 'paragraph',
                          attrs: { id: 'x6' },
                          content: [{ type: 'text', text: 'en journée, au secrétariat' }],
                        },
                      ],
                    },
                    {
                      type: 'listItem',
                      content: [
                        {
                          type: 'paragraph',
                          attrs: { id: 'x7' },
                          content: [{ type: 'text', text: 'la nuit, à l’astreinte' }],
                        },
                      ],
                    },
                  ],
                },
              ],
            },
            {
              type: 'listItem',
              content: [
                {
                  type: 'paragraph',
                  attrs: { id: 'x8' },
                  content: [
                    { type: 'text', text: 'la réponse est ' },
                    { type: 'text', text: 'écrite', marks: [{ type: 'italic' }] },
                    { type: 'text', text: '.' },
                  ],
                },
              ],
            },
          ],
        },
        {
          type: 'table',
          attrs: { id: 'x9' },
          content: [
            {
              type: 'tableRow',
              content: [
                {
                  type: 'tableHeader',
                  content: [
                    {
                      type: 'paragraph',
                      attrs: { id: 'x10' },
                      content: [{ type: 'text', text: 'Spécialité' }],
                    },
                  ],
                },
                {
                  type: 'tableHeader',
                  content: [
                    { type: 'paragraph', attrs: { id: 'x11' }, content: [{ type: 'text', text: 'Délai' }] },
                  ],
                },
              ],
            },
            {
              type: 'tableRow',
              content: [
                {
                  type: 'tableCell',
                  content: [
                    {
                      type: 'paragraph',
                      attrs: { id: 'x12' },
                      content: [{ type: 'text', text: 'Cardiologie' }],
                    },
                  ],
                },
                {
                  type: 'tableCell',
                  attrs: { rowspan: 2 },
                  content: [
                    {
                      type: 'paragraph',
                      attrs: { id: 'x13' },
                      content: [{ type: 'text', text: '7\u00a0jours' }],
                    },
                  ],
                },
              ],
            },
            {
              type: 'tableRow',
              content: [
                {
                  type: 'tableCell',
                  content: [
                    {
                      type: 'paragraph',
                      attrs: { id: 'x14' },
                      content: [{ type: 'text', text: 'Pneumologie' }],
                    },
                  ],
                },
              ],
            },
          ],
        },
        {
          type: 'paragraph',
          attrs: { id: 'x15' },
          content: [{ type: 'text', text: '[1] Au sens de l’article L.\u00a03133-1 du code du travail.' }],
        },
      ],
    })
  })

  it('dit tout ce qui n’a pas été repris tel quel', () => {
    expect(laisses).toEqual([
      '1\u00a0insertion suivie a été acceptée.',
      '1\u00a0passage supprimé en suivi des modifications a été retiré.',
      '1\u00a0note de bas de page est passée à la fin, entre crochets.',
      '1\u00a0commentaire a été retiré.',
      '1\u00a0image a été retirée.',
      '1\u00a0titre est devenu un paragraphe en gras.',
      '1\u00a0liste en lettres est devenue une liste en chiffres.',
      'Les couleurs et le surlignage n’ont pas été repris.',
    ])
  })

  it('est accepté par le serveur', () => {
    expect(schemaContenu.safeParse(contenu).success).toBe(true)
  })
})

describe('autres collages', () => {
  it('garde le début d’une numérotation qui reprend à 4', () => {
    const { contenu } = coller(
      `<p class=MsoListParagraph style='mso-list:l1 level1 lfo3'><![if !supportLists]><span style='mso-list:Ignore'>4)<span>&nbsp; </span></span><![endif]>quatrième</p>`,
    )
    expect(contenu.content[0]).toMatchObject({ type: 'orderedList', attrs: { start: 4 } })
  })

  it('reconnaît une puce dessinée en police Symbol', () => {
    const { contenu } = coller(
      `<p class=MsoListParagraph style='mso-list:l1 level1 lfo3'><!--[if !supportLists]--><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span></span><!--[endif]-->une puce</p>`,
    )
    expect(contenu.content[0]?.type).toBe('bulletList')
  })

  it('retire un paragraphe entier supprimé et garde un paragraphe entier inséré', () => {
    const { contenu, laisses } = coller('<p>un</p><del><p>deux</p></del><ins><p>trois</p></ins>')
    expect(contenu.content.map((b) => (b.type === 'paragraph' ? b.content?.[0] : null))).toEqual([
      { type: 'text', text: 'un' },
      { type: 'text', text: 'trois' },
    ])
    expect(laisses).toHaveLength(2)
  })

  it('ne prend pas pour un soulignement voulu celui du suivi des modifications', () => {
    const { contenu } = coller('<p><ins style="text-decoration:underline">ajout</ins> <u>voulu</u></p>')
    expect(contenu.content[0]).toMatchObject({
      content: [{ text: 'ajout ' }, { text: 'voulu', marks: [{ type: 'underline' }] }],
    })
  })

  it('lit les listes d’une page web, emboîtées dans l’élément ou posées à côté', () => {
    const { contenu } = coller('<ul><li>a<ul><li>b</li></ul></li><ul><li>c</li></ul></ul>')
    expect(contenu.content).toHaveLength(1)
    expect(schemaContenu.safeParse(contenu).success).toBe(true)
  })

  it('dit qu’un texte barré a perdu sa barre', () => {
    expect(coller('<p><s>non</s> oui</p>').laisses[0]).toContain('passage barré')
  })

  it('ne laisse passer ni script ni style', () => {
    const { contenu } = coller('<style>p{}</style><script>alert(1)</script><p onclick="x()">texte</p>')
    expect(JSON.stringify(contenu)).not.toMatch(/alert|onclick|p\{/)
  })
})
