type Piece = { reference: string; ville: string }

/** « HUPS-ARC-2026-001-A1 Arcueil.pdf » : lisible, triable, sans signe qu'un système de fichiers refuse. */
export const nomDansLArchive = ({ reference, ville }: Piece, format: 'pdf' | 'docx'): string =>
  `${`${reference} ${ville}`
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()}.${format}`

export const TITRE_DES_MANQUES = 'Documents absents.txt'
export const pieceIllisible = ({ reference, ville }: Piece, raison: string): string =>
  `${reference} ${ville}\u00a0: ${raison}`
