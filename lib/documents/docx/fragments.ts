import { InternalHyperlink, type ParagraphChild, ShadingType, TextRun, UnderlineType } from 'docx'
import type { Fragment } from '../blocs/blocs'

/** Nom de signet Word : lettres, chiffres et soulignés, 40 signes au plus, le même pour le titre et ses renvois. */
export function signetWord(ancre: string): string {
  let somme = 7
  for (const c of ancre) somme = (somme * 31 + (c.codePointAt(0) ?? 0)) >>> 0
  return `_${ancre.replace(/[^A-Za-z0-9]/g, '_').slice(0, 28)}_${somme.toString(36)}`
}

/** Retire les caractères que le XML refuse ; le texte visible ne change pas. */
const sur = (texte: string) => texte.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

function course(f: Fragment): TextRun[] {
  return sur(f.texte)
    .split('\n')
    .map(
      (texte, i) =>
        new TextRun({
          text: texte,
          ...(i > 0 ? { break: 1 } : {}),
          ...(f.gras ? { bold: true } : {}),
          ...(f.italique ? { italics: true } : {}),
          ...(f.souligne || f.difference === 'ajout' ? { underline: { type: UnderlineType.SINGLE } } : {}),
          ...(f.difference === 'retrait' ? { strike: true } : {}),
          ...(f.exposant ? { superScript: true } : {}),
          ...(f.lacune
            ? {
                shading: { type: ShadingType.CLEAR, fill: 'FFE89A', color: 'auto' },
                highlight: 'yellow' as const,
              }
            : {}),
        }),
    )
}

/** Lien vers un signet du document. */
export const lien = (signet: string, children: ParagraphChild[]): ParagraphChild =>
  new InternalHyperlink({ anchor: signet, children })

/** Fragments en morceaux de paragraphe Word, renvois compris. */
export function courses(fragments: Fragment[], ancres: ReadonlySet<string>): ParagraphChild[] {
  return fragments.flatMap((f): ParagraphChild[] =>
    f.versAncre && ancres.has(f.versAncre) ? [lien(signetWord(f.versAncre), course(f))] : course(f),
  )
}
