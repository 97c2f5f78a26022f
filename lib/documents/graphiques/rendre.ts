import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Dessin } from '../blocs/dessin'
import { formesDuSvg } from './formes'

echarts.use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer])

export type Option = Parameters<ReturnType<typeof echarts.init>['setOption']>[0]
export type Cadre = { largeur: number; hauteur: number }

/** Option ECharts → SVG, sans navigateur. L'instance est rendue aussitôt : elle garderait sinon le processus éveillé. */
export function enSvg(option: Option, { largeur, hauteur }: Cadre): string {
  const graphique = echarts.init(null, null, { renderer: 'svg', ssr: true, width: largeur, height: hauteur })
  try {
    graphique.setOption({ animation: false, ...option })
    return graphique.renderToSVGString()
  } finally {
    graphique.dispose()
  }
}

/** Option ECharts → dessin neutre, le même pour la page et le papier. */
export const dessiner = (option: Option, cadre: Cadre, dits: Pick<Dessin, 'titre' | 'texte'>): Dessin => ({
  ...dits,
  ...cadre,
  formes: formesDuSvg(enSvg(option, cadre)),
})
