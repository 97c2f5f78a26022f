import { BookmarkEnd, BookmarkStart, HeadingLevel, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx'
import type { Bloc, BlocListe, BlocParagraphe, BlocTexte, BlocTitre } from '../blocs/blocs'
import { fragmentsDuTitre } from '../texte/texte-du-document'
import type { ContexteDocx, ElementDocx } from './contexte'
import { courses, marqueDeParagraphe, signetWord } from './fragments'
import { tableau, tableauCircuit, tableauEncart, tableauSignatures } from './tableaux'

const STYLES_PARAGRAPHE: Record<NonNullable<BlocParagraphe['style']>, string> = {
  normal: 'Corps',
  visa: 'Visa',
  partie: 'Partie',
  centre: 'Centre',
  transition: 'Transition',
  gauche: 'Adresse',
  droite: 'Destinataire',
  mention: 'Mention',
}

/** Paragraphe ; `style` remplace le style propre (texte de tableau). */
export function paragraphe(bloc: BlocParagraphe, ctx: ContexteDocx, style?: string): Paragraph {
  const numero: ParagraphChild[] = bloc.numero ? [new TextRun({ children: [bloc.numero, new Tab()] })] : []
  return new Paragraph({
    style: style ?? (bloc.numero ? 'Considerant' : STYLES_PARAGRAPHE[bloc.style ?? 'normal']),
    // Un intertitre (« Modification ») ne reste pas seul en bas de page.
    ...(bloc.solidaire || (bloc.fragments.length > 0 && bloc.fragments.every((f) => f.gras))
      ? { keepNext: true, keepLines: true }
      : {}),
    ...marqueDeParagraphe(bloc.difference, ctx),
    children: [...numero, ...courses(bloc.fragments, ctx)],
  })
}

function liste(bloc: BlocListe, ctx: ContexteDocx, niveau: number, style?: string): ElementDocx[] {
  const reference = bloc.ordonnee ? `nombres-${niveau === 0 ? (bloc.debut ?? 1) : 1}` : 'puces'
  const instance = ctx.prochaineListe()
  return bloc.elements.flatMap((element) =>
    element.flatMap((b, i): ElementDocx[] => {
      if (b.genre === 'liste') return liste(b, ctx, Math.min(niveau + 1, 5), style)
      if (b.genre === 'tableau') return [tableau(b, ctx, blocTexte)]
      const retrait = { left: 360 * (niveau + 1) + 120 }
      return [
        new Paragraph({
          style: style ?? 'ElementListe',
          ...(i === 0 ? { numbering: { reference, level: niveau, instance } } : { indent: retrait }),
          ...marqueDeParagraphe(b.difference, ctx),
          children: courses(b.fragments, ctx),
        }),
      ]
    }),
  )
}

/** Paragraphe, liste ou tableau, à sa place dans une cellule ou dans le corps. */
export function blocTexte(bloc: BlocTexte, ctx: ContexteDocx, style?: string): ElementDocx[] {
  if (bloc.genre === 'paragraphe') return [paragraphe(bloc, ctx, style)]
  if (bloc.genre === 'liste') return liste(bloc, ctx, 0, style)
  const legende = bloc.legende ? [new Paragraph({ style: 'Legende', text: bloc.legende })] : []
  return [...legende, tableau(bloc, ctx, blocTexte), new Paragraph({ style: 'Cellule', children: [] })]
}

const NIVEAUX = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

function titre(bloc: BlocTitre, ctx: ContexteDocx, sautAvant: boolean): Paragraph {
  const signet = ctx.prochainSignet()
  return new Paragraph({
    heading: NIVEAUX[bloc.niveau],
    pageBreakBefore: sautAvant,
    ...marqueDeParagraphe(bloc.difference, ctx),
    children: [
      new BookmarkStart(signetWord(bloc.ancre), signet),
      ...courses(fragmentsDuTitre(bloc), ctx),
      new BookmarkEnd(signet),
    ],
  })
}

/** Rend un bloc ; `sautAvant` ouvre une page (début d'une annexe). */
export function blocDocx(bloc: Bloc, ctx: ContexteDocx, sautAvant: boolean): ElementDocx[] {
  switch (bloc.genre) {
    case 'titre':
      return [titre(bloc, ctx, sautAvant)]
    case 'circuit':
      return [
        new Paragraph({ style: 'Legende', text: bloc.legende }),
        tableauCircuit(bloc),
        new Paragraph({ style: 'Cellule', children: [] }),
      ]
    // Un tableau de bord n'a pas de Word : la table dit les mêmes nombres.
    case 'graphique':
      return [new Paragraph({ style: 'Legende', text: bloc.dessin.titre })]
    case 'signatures':
      return [
        ...(bloc.introduction.length > 0
          ? [
              new Paragraph({
                style: 'Corps',
                keepNext: true,
                spacing: { before: 360, after: 200 },
                children: courses(bloc.introduction, ctx),
              }),
            ]
          : []),
        ...(bloc.signataires.length > 0 ? [tableauSignatures(bloc)] : []),
      ]
    case 'encart':
      return [
        tableauEncart(bloc.titre, [
          new Paragraph({ style: 'Cellule', children: courses(bloc.fragments, ctx) }),
        ]),
        new Paragraph({ style: 'Cellule', children: [] }),
      ]
    default:
      return blocTexte(bloc, ctx)
  }
}
