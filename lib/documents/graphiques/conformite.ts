import type { PointTendance } from '../../presentation/tableau/donnees'
import { type Dessin, ENCRES } from '../blocs/dessin'
import { dessiner, type Option } from './rendre'

/** Une barre : un thème, un centre, et ses mesures comptées. */
export type Barre = {
  libelle: string
  respecte: number
  aSurveiller: number
  nonRespecte: number
  nonMesure: number
  /** « 8 sur 10 ». */
  rapport: string
}

export type Largeur = 'large' | 'etroit'
const LARGEURS: Record<Largeur, number> = { large: 720, etroit: 340 }

/** La lettre de chaque part se lit sans la couleur ; la légende la répète. */
const PARTS = [
  { cle: 'respecte', lettre: 'R', mot: 'Respecté', fond: 'tenu', texte: 'surface', trait: 'tenu' },
  {
    cle: 'aSurveiller',
    lettre: 'S',
    mot: 'À surveiller',
    fond: 'vigilance-fond',
    texte: 'vigilance',
    trait: 'vigilance',
  },
  { cle: 'nonRespecte', lettre: 'N', mot: 'Non respecté', fond: 'manque', texte: 'surface', trait: 'manque' },
  { cle: 'nonMesure', lettre: '?', mot: 'Non mesuré', fond: 'surface', texte: 'inconnu', trait: 'inconnu' },
] as const

const texte = (fontSize: number, color: string = ENCRES['encre-2']) => ({
  fontSize,
  color,
  fontFamily: 'sans-serif',
})

/** Conformité par ligne, en barres à cent pour cent : la lettre et le nombre dans chaque part, le rapport à droite. */
export function barresDeConformite(
  barres: readonly Barre[],
  dits: Pick<Dessin, 'titre' | 'texte'>,
  largeur: Largeur = 'large',
): Dessin {
  const etroit = largeur === 'etroit'
  const [gauche, droite, tete] = etroit ? [126, 68, 52] : [196, 96, 34]
  const totaux = barres.map((b) => PARTS.reduce((n, p) => n + b[p.cle], 0) || 1)
  const corps = etroit ? 11 : 12
  const option: Option = {
    textStyle: texte(corps),
    grid: { left: gauche, right: droite, top: tete, bottom: 4 },
    legend: {
      top: 0,
      left: 0,
      icon: 'rect',
      itemWidth: 12,
      itemHeight: 12,
      itemGap: etroit ? 10 : 18,
      selectedMode: false,
      borderColor: 'transparent',
      backgroundColor: 'transparent',
      textStyle: texte(corps, ENCRES.encre),
      data: PARTS.map((p) => `${p.lettre} ${p.mot}`),
    },
    xAxis: { type: 'value', max: 100, show: false },
    yAxis: [
      {
        type: 'category',
        inverse: true,
        data: barres.map((b) => b.libelle),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { ...texte(corps, ENCRES.encre), width: gauche - 12, overflow: 'break', lineHeight: 13 },
      },
      {
        type: 'category',
        inverse: true,
        position: 'right',
        data: barres.map((b) => b.rapport),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: texte(corps, ENCRES.encre),
      },
    ],
    series: PARTS.map((p) => ({
      name: `${p.lettre} ${p.mot}`,
      type: 'bar' as const,
      stack: 'mesures',
      barWidth: 20,
      itemStyle: {
        color: ENCRES[p.fond],
        borderColor: ENCRES[p.trait],
        borderWidth: 1,
        borderType: p.cle === 'nonMesure' ? ('dashed' as const) : ('solid' as const),
      },
      label: {
        show: true,
        ...texte(11, ENCRES[p.texte]),
        textBorderWidth: 0,
        formatter: (x: { dataIndex: number; value: unknown }) => {
          const nombre = barres[x.dataIndex]?.[p.cle] ?? 0
          return Number(x.value) < (etroit ? 18 : 7) ? '' : `${p.lettre} ${nombre}`
        },
      },
      data: barres.map((b, i) => (b[p.cle] ? (100 * b[p.cle]) / (totaux[i] ?? 1) : null)),
    })),
  }
  return dessiner(
    option,
    { largeur: LARGEURS[largeur], hauteur: tete + 8 + Math.max(1, barres.length) * 34 },
    dits,
  )
}

/** Part respectée par trimestre ; un point creux est un petit nombre, un trimestre sans mesure jugée reste vide. */
export function courbeDeTendance(
  points: readonly PointTendance[],
  dits: Pick<Dessin, 'titre' | 'texte'>,
  largeur: Largeur = 'large',
): Dessin {
  const corps = largeur === 'etroit' ? 10 : 12
  const option: Option = {
    textStyle: texte(corps),
    grid: { left: 48, right: 20, top: 26, bottom: 40 },
    xAxis: {
      type: 'category',
      data: points.map((p) => p.libelle),
      axisLine: { lineStyle: { color: ENCRES['encre-2'] } },
      axisTick: { show: false },
      axisLabel: { ...texte(corps), interval: 0, lineHeight: 14 },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 100,
      interval: 25,
      axisLabel: { ...texte(corps), formatter: '{value}\u00a0%' },
      splitLine: { lineStyle: { color: ENCRES.trait } },
    },
    series: [
      {
        type: 'line',
        symbol: 'circle',
        symbolSize: 10,
        clip: false,
        lineStyle: { color: ENCRES.accent, width: 2 },
        label: {
          show: true,
          position: 'top',
          ...texte(corps, ENCRES.encre),
          textBorderWidth: 0,
          formatter: (x: { dataIndex: number }) => points[x.dataIndex]?.rapport ?? '',
        },
        data: points.map((p) =>
          p.taux === null
            ? null
            : {
                value: p.taux,
                itemStyle: {
                  color: p.petitNombre ? ENCRES.surface : ENCRES.accent,
                  borderColor: ENCRES.accent,
                  borderWidth: 2,
                },
              },
        ),
      },
    ],
  }
  return dessiner(option, { largeur: LARGEURS[largeur], hauteur: 240 }, dits)
}
