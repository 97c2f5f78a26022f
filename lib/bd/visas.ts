import type { Tx } from './client'
import { versIsoOuNul } from './dates'

/** Texte de référence daté, tel qu'un groupe le tient : le sien s'il l'a corrigé, sinon celui du socle. */
export type VisaTenu = {
  code: string
  texte: string
  valideDu: string | null
  valideAu: string | null
  /** Texte qui le remplace, en toutes lettres. */
  remplacePar: string | null
  note: string | null
}

/**
 * Textes de référence d'un groupe, par code : ceux du socle, corrigés et complétés par les siens. Une mise à jour du socle
 * ne change donc jamais ce que le groupe a écrit. `null` : ceux du socle seuls.
 */
export async function visasDuGroupe(tx: Tx, groupeId: string | null): Promise<Map<string, VisaTenu>> {
  const socle = await tx.visa.findMany()
  const locaux = groupeId ? await tx.visaLocal.findMany({ where: { groupeId } }) : []
  const lignes = new Map([...socle, ...locaux].map((v) => [v.code, v]))
  return new Map(
    [...lignes.values()].map((v): [string, VisaTenu] => [
      v.code,
      {
        code: v.code,
        texte: v.texte,
        valideDu: versIsoOuNul(v.valideDu),
        valideAu: versIsoOuNul(v.valideAu),
        remplacePar: lignes.get(v.remplacePar ?? '')?.texte ?? null,
        note: v.note,
      },
    ]),
  )
}
