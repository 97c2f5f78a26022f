import { describe, expect, it } from 'vitest'
import { barresDeConformite, courbeDeTendance } from '@/lib/documents/graphiques/conformite'
import { formesDuSvg } from '@/lib/documents/graphiques/formes'
import { conformite } from '@/lib/domaine/engagement/conformite'
import { ligneDe, pointsDe } from '@/lib/presentation/tableau/donnees'

const dits = { titre: 'Conformité par thème', texte: 'Imagerie : 8 sur 10.' }
const barre = {
  libelle: 'Imagerie',
  respecte: 8,
  aSurveiller: 1,
  nonRespecte: 1,
  nonMesure: 4,
  rapport: '8 sur 10',
}
const textes = (d: { formes: readonly { genre: string; texte?: string }[] }) =>
  d.formes.flatMap((f) => (f.genre === 'texte' ? [f.texte] : []))

describe('Un graphique dessiné au serveur', () => {
  it('dit chaque part par une lettre et un nombre, jamais par la couleur seule', () => {
    const d = barresDeConformite([barre], dits)
    expect(textes(d)).toEqual(
      expect.arrayContaining(['R 8', '? 4', 'Imagerie', '8 sur 10', 'R Respecté', '? Non mesuré']),
    )
    expect(d.formes.some((f) => f.genre === 'trace' && f.pointille)).toBe(true)
  })

  it('donne aux petits nombres un point creux, et rien à un trimestre sans mesure jugée', () => {
    const compte = (respecte: number, manque: number) => ({
      decompte: { respecte, 'a-surveiller': 0, 'non-respecte': manque, 'non-mesure': 1, 'sans-objet': 0 },
      contestees: 0,
    })
    const points = pointsDe([
      { trimestre: '2026-T1', ...compte(8, 2) },
      { trimestre: '2026-T2', ...compte(2, 1) },
      { trimestre: '2026-T3', ...compte(0, 0) },
    ])
    expect(points.map((p) => [p.rapport, p.petitNombre])).toEqual([
      ['8/10', false],
      ['2/3', true],
      ['', false],
    ])
    const d = courbeDeTendance(points, dits)
    expect(textes(d)).toEqual(expect.arrayContaining(['8/10', '2/3', '75\u00a0%']))
    const ronds = d.formes.filter((f) => f.genre === 'trace' && f.matrice && f.trait === 'accent')
    expect(ronds.map((f) => f.genre === 'trace' && f.fond)).toEqual(['accent', 'surface'])
  })

  it('refuse une couleur hors de la charte : elle ne suivrait ni le sombre ni le papier', () => {
    expect(() => formesDuSvg('<svg><path d="M0 0" fill="#123456"/></svg>')).toThrow(/charte/)
    expect(
      formesDuSvg(
        '<svg><defs><path d="M0 0" fill="#000"/></defs><rect width="3" height="2" fill="none"/></svg>',
      ),
    ).toEqual([])
  })

  it('compte une ligne sans inventer de taux', () => {
    expect(ligneDe('x', 'X').conformite).toEqual(
      conformite({ respecte: 0, 'a-surveiller': 0, 'non-respecte': 0, 'non-mesure': 0, 'sans-objet': 0 }),
    )
    expect(ligneDe('x', 'X').conformite.taux).toBeNull()
  })
})
