import 'server-only'
import writeXlsxFile from 'write-excel-file/node'
import type { Acteur } from '../../domaine/organisation/acteur'
import { sha256 } from '../../domaine/texte/empreinte'
import {
  schemaFiltresComite,
  schemaFiltresMesures,
  schemaFiltresTableau,
} from '../../lectures/tableau/filtres'
import { lireCentre } from '../../lectures/tableau/lire-centre'
import { lireComite } from '../../lectures/tableau/lire-comite'
import { lireSiege } from '../../lectures/tableau/lire-siege'
import { lireTableau } from '../../lectures/tableau/lire-tableau'
import { listerMesures } from '../../lectures/tableau/lister-mesures'
import { enCsv } from '../../presentation/ecarts/export'
import {
  enTexte,
  type Table,
  tableMesures,
  tableSiege,
  tablesDuCentre,
  tablesDuComite,
  tablesDuTableau,
} from '../../presentation/tableau/tables'

type Export = { octets: Uint8Array<ArrayBuffer>; nom: string; type: string; empreinte: string }
type Params = Record<string, string>

export const parametresDe = (requete: Request): Params =>
  Object.fromEntries(new URL(requete.url).searchParams)

/** La table nommée, avec les filtres de l'adresse ; `null` pour une table inconnue, ou pour qui ne la lit pas. */
async function lireTable(acteur: Acteur, params: Params, maintenant: Date): Promise<Table | null> {
  const nom = params.table ?? ''
  const parmi = (tables: readonly Table[]) => tables.find((t) => t.nom === nom) ?? null
  switch (nom) {
    case 'mesures': {
      const { mesures } = await listerMesures(acteur, schemaFiltresMesures.parse(params), maintenant, {
        entier: true,
      })
      return tableMesures(mesures)
    }
    case 'siege': {
      const siege = await lireSiege(acteur, schemaFiltresTableau.parse(params), maintenant)
      return siege && tableSiege(siege)
    }
    case 'comite':
    case 'changements':
      return parmi(tablesDuComite(await lireComite(acteur, schemaFiltresComite.parse(params), maintenant)))
    case 'promesses': {
      const centre = await lireCentre(
        acteur,
        params.centre ?? '',
        schemaFiltresTableau.parse(params),
        maintenant,
      )
      return centre && parmi(tablesDuCentre(centre))
    }
    default: {
      const t = await lireTableau(acteur, schemaFiltresTableau.parse(params), maintenant, { entier: true })
      return t && parmi(tablesDuTableau(t))
    }
  }
}

/** Une table d'un tableau, en tableur. Dans Excel, un nombre est un nombre ; en CSV, sa virgule est décimale. */
export async function exporterTable(
  acteur: Acteur,
  params: Params,
  format: 'xlsx' | 'csv',
  maintenant: Date,
): Promise<Export | null> {
  const table = await lireTable(acteur, params, maintenant)
  if (!table) return null
  const octets =
    format === 'csv'
      ? new TextEncoder().encode(enCsv([table.entetes, ...table.lignes.map((l) => l.map(enTexte))]))
      : await enXlsx(table)
  return {
    octets: new Uint8Array(octets),
    nom: `${table.nom}.${format}`,
    type:
      format === 'csv'
        ? 'text/csv; charset=utf-8'
        : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    empreinte: sha256(octets),
  }
}

function enXlsx(t: Table): Promise<Uint8Array> {
  const tete = t.entetes.map((value) => ({ type: String, value, fontWeight: 'bold' as const, wrap: true }))
  const corps = t.lignes.map((l) =>
    l.map((v) =>
      v === null
        ? null
        : typeof v === 'number'
          ? { type: Number, value: v, format: Number.isInteger(v) ? '#,##0' : '0.0' }
          : { type: String, value: v, wrap: true, alignVertical: 'top' as const },
    ),
  )
  return writeXlsxFile([
    {
      data: [tete, ...corps],
      sheet: t.titre.slice(0, 31).replace(/[\\/?*[\]:]/g, ' '),
      columns: t.entetes.map((_, i) => ({
        width: Math.min(
          44,
          Math.max(12, ...t.lignes.slice(0, 200).map((l) => String(l[i] ?? '').length + 2)),
        ),
      })),
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
    },
  ]).toBuffer()
}
