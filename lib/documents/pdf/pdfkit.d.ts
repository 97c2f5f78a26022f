/** Part de pdfkit dont le rendu balisé se sert (le paquet est livré sans types). */
declare module 'pdfkit' {
  import type { EventEmitter } from 'node:events'

  export type Reference = { data: Record<string, unknown>; end(): void }
  export type ElementStructure = {
    add(enfant: ElementStructure | ContenuMarque): ElementStructure
    end(): void
    dictionary: Reference
  }
  export type ContenuMarque = { readonly marque?: unique symbol }
  export type Signet = {
    addItem(
      titre: string,
      options: { pageNumber: number; top: number; left: number; expanded: boolean; fit: boolean },
    ): Signet
  }
  export type PoliceIncorporee = {
    id: string
    scale: number
    widths: number[]
    unicode: number[][]
    font: { unitsPerEm?: number }
    subset: { includeGlyph(id: number): number }
    ref(): Reference
  }
  export default class PDFDocument extends EventEmitter {
    constructor(options: Record<string, unknown>)
    info: Record<string, unknown>
    page: { width: number; height: number; fonts: Record<string, Reference> }
    outline: Signet
    _root: { data: Record<string, unknown> }
    _ctm: [number, number, number, number, number, number]
    _font: PoliceIncorporee
    _fontSize: number
    _addInfo(): void
    glyphs?: (glyphs: Glyphe[], positions: PositionGlyphe[], x: number, y: number) => void
    addContent(contenu: unknown): this
    addPage(options?: unknown): this
    addNamedDestination(nom: string, ...reste: unknown[]): void
    addStructure(element: ElementStructure): this
    annotate(x: number, y: number, l: number, h: number, options: OptionsAnnotation): this
    appendXML(xml: string): void
    struct(role: string, options?: Record<string, unknown>): ElementStructure
    markStructureContent(role: string): ContenuMarque
    endMarkedContent(): this
    save(): this
    restore(): this
    transform(a: number, b: number, c: number, d: number, e: number, f: number): this
    translate(x: number, y: number): this
    rotate(angle: number): this
    scale(x: number, y: number): this
    path(svg: string): this
    fill(couleur: string): this
    image(...args: unknown[]): this
    end(): void
  }
  export type Glyphe = { id: number; advanceWidth: number; codePoints: number[] }
  export type PositionGlyphe = { xAdvance: number; yOffset?: number }
  export type OptionsAnnotation = { A?: { data?: { URI?: unknown } }; [cle: string]: unknown }
}
