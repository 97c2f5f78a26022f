import {
  DeletedTextRun,
  InsertedTextRun,
  InternalHyperlink,
  type IParagraphOptions,
  type ParagraphChild,
  ShadingType,
  TextRun,
  UnderlineType,
} from 'docx'
import type { Fragment } from '../blocs/blocs'
import type { ContexteDocx } from './contexte'

/** Ce que l'écriture des mots demande : les signets où mener, et la révision en cours. */
type Ecriture = Pick<ContexteDocx, 'ancres' | 'revision'>

/** Nom de signet Word : lettres, chiffres et soulignés, 40 signes au plus, le même pour le titre et ses renvois. */
export function signetWord(ancre: string): string {
  let somme = 7
  for (const c of ancre) somme = (somme * 31 + (c.codePointAt(0) ?? 0)) >>> 0
  return `_${ancre.replace(/[^A-Za-z0-9]/g, '_').slice(0, 28)}_${somme.toString(36)}`
}

/** Retire les caractères que le XML refuse ; le texte visible ne change pas. */
const sur = (texte: string) => texte.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

function course(f: Fragment, ctx: Ecriture): ParagraphChild[] {
  return sur(f.texte)
    .split('\n')
    .map((text, i) => {
      const options = { text, ...(i > 0 ? { break: 1 } : {}), ...allure(f, ctx) }
      if (!f.difference || !ctx.revision) return new TextRun(options)
      const revision = ctx.revision()
      return f.difference === 'ajout'
        ? new InsertedTextRun({ ...options, ...revision })
        : new DeletedTextRun({ ...options, ...revision })
    })
}

/** Sans révisions suivies, une différence se lit encore : soulignée ou barrée. */
const allure = (f: Fragment, ctx: Ecriture) => ({
  ...(f.gras ? { bold: true } : {}),
  ...(f.italique ? { italics: true } : {}),
  ...(f.souligne || (f.difference === 'ajout' && !ctx.revision)
    ? { underline: { type: UnderlineType.SINGLE } }
    : {}),
  ...(f.difference === 'retrait' && !ctx.revision ? { strike: true } : {}),
  ...(f.exposant ? { superScript: true } : {}),
  ...(f.lacune
    ? {
        shading: { type: ShadingType.CLEAR, fill: 'FFE89A', color: 'auto' },
        highlight: 'yellow' as const,
      }
    : {}),
})

/** Marque de paragraphe ajoutée ou retirée avec son bloc : accepter ou refuser ne laisse pas de ligne vide. */
export function marqueDeParagraphe(
  difference: Fragment['difference'],
  ctx: Ecriture,
): { run?: IParagraphOptions['run'] } {
  if (!difference || !ctx.revision) return {}
  const revision = ctx.revision()
  return { run: difference === 'ajout' ? { insertion: revision } : { deletion: revision } }
}

/** Lien vers un signet du document. */
export const lien = (signet: string, children: ParagraphChild[]): ParagraphChild =>
  new InternalHyperlink({ anchor: signet, children })

/** Fragments en morceaux de paragraphe Word, renvois compris. */
export function courses(fragments: Fragment[], ctx: Ecriture): ParagraphChild[] {
  return fragments.flatMap((f): ParagraphChild[] =>
    f.versAncre && ctx.ancres.has(f.versAncre)
      ? [lien(signetWord(f.versAncre), course(f, ctx))]
      : course(f, ctx),
  )
}
