import type { z } from 'zod'
import type { CodeErreur, DetailsErreur } from '../domaine/erreurs'
import { codeDuRefus, texteIllisible } from '../domaine/saisie'

export type Echec = {
  ok: false
  /** `champs` : un code par champ refusé, jamais une phrase ; `lib/presentation/erreurs.ts` le dit en français. */
  erreur: { code: CodeErreur; details: DetailsErreur; champs?: Record<string, string> }
}
export type Reponse<T> = { ok: true; valeur: T } | Echec

/** Ce que la porte laisse passer : la valeur relue par le schéma, sans texte illisible, ou le refus à rendre. */
export function relire<S extends z.ZodType>(schema: S, brut: unknown): Reponse<z.output<S>> {
  const illisible = texteIllisible(brut)
  if (illisible !== null) return saisieRefusee({ [illisible]: 'illisible' })
  const lu = schema.safeParse(brut, { error: codeDuRefus })
  return lu.success ? { ok: true, valeur: lu.data } : saisieRefusee(premiersRefus(lu.error))
}

const saisieRefusee = (champs: Record<string, string>): Echec => ({
  ok: false,
  erreur: { code: 'SAISIE_INVALIDE', details: {}, champs },
})

function premiersRefus(erreur: z.ZodError): Record<string, string> {
  const champs: Record<string, string> = {}
  for (const probleme of erreur.issues) champs[probleme.path.join('.')] ??= probleme.message
  return champs
}
