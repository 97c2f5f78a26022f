// Ce qui n'existe qu'après un partage : une personne invitée et son lien, un texte revenu en Word.
import type { APIRequestContext } from '@playwright/test'
import type pg from 'pg'
import { appeler, Formulaire } from './actions'

const CREER = 'app/(connecte)/conventions/actions.ts#creer'
const ACTE = 'app/(connecte)/conventions/[reference]/actions.ts'
const DEPOSER_RETOUR = 'app/(connecte)/conventions/[reference]/versions/actions.ts#deposerRetour'
const TYPE_WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export type Partage = { invitationId: string; jeton: string; retourId: string }

/** Une convention de plus, partagée, avec une personne invitée et le Word de la version 1 renvoyé tel quel. */
export async function unPartage(
  base: pg.Client,
  direction: APIRequestContext,
  lieu: { modeleVersionId: string; groupeId: string; centreIds: string[] },
): Promise<Partage> {
  const un = async (sql: string, valeur: string): Promise<string> =>
    (await base.query<{ v: string }>(sql, [valeur])).rows[0]?.v ?? ''
  const { references } = await appeler<{ references: string[] }>(direction, CREER, lieu)
  const reference = references[0] ?? ''
  const acteId = await un(
    'SELECT a.id AS v FROM acte a JOIN convention c ON c.id = a.convention_id WHERE c.reference = $1',
    reference,
  )
  await appeler(direction, `${ACTE}#partager`, { acteId, version: 1, texte: '' })
  const { invitationId } = await appeler<{ invitationId: string }>(direction, `${ACTE}#inviterPersonne`, {
    acteId,
    nom: 'Ada Exemple',
    qualite: '',
    courriel: 'ada@ville.test',
    message: '',
  })
  const jeton = await un(
    `SELECT donnees->>'jeton' AS v FROM courriel WHERE acte_id = $1 AND gabarit = 'invitation'`,
    acteId,
  )
  const word = await direction.get(`/api/conventions/${reference}/docx`)
  const { retourId } = await appeler<{ retourId: string }>(
    direction,
    DEPOSER_RETOUR,
    new Formulaire({
      acteId,
      numero: '1',
      fichier: { name: 'relu.docx', mimeType: TYPE_WORD, buffer: await word.body() },
    }),
  )
  return { invitationId, jeton, retourId }
}
