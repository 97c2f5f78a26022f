import 'server-only'
import writeXlsxFile from 'write-excel-file/node'
import type { Acteur } from '../../domaine/organisation/acteur'
import { sha256 } from '../../domaine/texte/empreinte'
import { type FiltresEcarts, schemaFiltresEcarts } from '../../lectures/ecarts/filtres'
import { lireRegistre } from '../../lectures/ecarts/lire-registre'
import { lireTextesDuRegistre } from '../../lectures/ecarts/lire-textes'
import { ENTETES, enCsv, lignesExportees, matriceExportee } from '../../presentation/ecarts/export'

type Export = { octets: Uint8Array<ArrayBuffer>; nom: string; type: string; empreinte: string }

/** Filtres de l'adresse d'un export : les mêmes que ceux de l'écran. */
export const filtresDeLAdresse = (requete: Request): FiltresEcarts =>
  schemaFiltresEcarts.parse(Object.fromEntries(new URL(requete.url).searchParams))

/** Registre des écarts en tableur, ou `null` pour qui ne le lit pas. */
export async function exporterEcarts(
  acteur: Acteur,
  filtres: FiltresEcarts,
  format: 'xlsx' | 'csv',
  maintenant = new Date(),
): Promise<Export | null> {
  const registre = await lireRegistre(acteur, filtres, maintenant)
  if (!registre) return null
  const lignes = [[...ENTETES], ...lignesExportees(registre, await lireTextesDuRegistre(acteur, registre))]
  const octets =
    format === 'csv'
      ? new TextEncoder().encode(enCsv(lignes))
      : await enXlsx(lignes, matriceExportee(registre))
  return {
    octets: new Uint8Array(octets),
    nom: `registre-des-ecarts.${format}`,
    type:
      format === 'csv'
        ? 'text/csv; charset=utf-8'
        : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    empreinte: sha256(octets),
  }
}

const LARGEURS = [20, 12, 28, 30, 24, 16, 34, 22, 30, 36, 60, 60]

async function enXlsx(ecarts: readonly string[][], matrice: readonly string[][]): Promise<Uint8Array> {
  return writeXlsxFile([
    {
      data: feuille(ecarts),
      sheet: 'Écarts',
      columns: LARGEURS.map((width) => ({ width })),
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
    },
    {
      data: feuille(matrice),
      sheet: 'Matrice',
      columns: matrice[0]?.map((_, i) => ({ width: i < 2 ? 26 : 20 })) ?? [],
      stickyRowsCount: 1,
      stickyColumnsCount: 2,
    },
  ]).toBuffer()
}

/** Tout est du texte : un tableur n'y lit ni date, ni nombre, ni formule. */
const feuille = (lignes: readonly string[][]) =>
  lignes.map((l, i) =>
    l.map((value) => ({
      type: String,
      value,
      wrap: true,
      alignVertical: 'top' as const,
      ...(i === 0 ? { fontWeight: 'bold' as const } : {}),
    })),
  )
