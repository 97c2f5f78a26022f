import type { Paragraph, Table } from 'docx'
import type { BlocTexte } from '../blocs/blocs'

export type ContexteDocx = {
  ancres: ReadonlySet<string>
  /** Numéro d'instance de la prochaine liste : chaque liste a sa propre suite. */
  prochaineListe: () => number
  prochainSignet: () => number
  /** Révisions suivies, quand le document compare deux textes : Word permet alors d'accepter ou de refuser. */
  revision: (() => { id: number; author: string; date: string }) | null
}
export type ElementDocx = Paragraph | Table
/** Rendu d'un bloc de cellule, donné par l'appelant : une cellule contient des blocs, et un bloc peut être un tableau. */
export type RendreBloc = (bloc: BlocTexte, ctx: ContexteDocx, style?: string) => ElementDocx[]
