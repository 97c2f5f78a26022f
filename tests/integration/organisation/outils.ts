import { afterAll, beforeAll } from 'vitest'
import { clientBase, fermerBase, type Tx } from '@/lib/bd/client'
import { nouvelId } from '@/lib/bd/identifiants'
import { avecActeur } from '@/lib/bd/transaction'
import type { Contexte } from '@/lib/cas-usage/contexte'
import { type CodeErreur, ErreurMetier } from '@/lib/domaine/erreurs'
import type { Acteur, NatureOrganisation, Role } from '@/lib/domaine/organisation/acteur'
import { construireActeur } from '@/lib/domaine/organisation/perimetre'
import { amorcerDemonstration } from '@/lib/serveur/amorcer/demonstration'
import { type BaseDeTest, basePourTests } from '../../fabriques/base-de-test'

export const MAINTENANT = new Date('2026-11-22T10:00:00Z')
export const AUJOURDHUI = '2026-11-22'

/** Une base à soi, avec le territoire de démonstration, atteinte par le rôle d'exécution. */
export function territoireDeTest(): void {
  let base: BaseDeTest
  beforeAll(async () => {
    base = await basePourTests()
    process.env.DATABASE_URL_EXECUTION = base.urlExecution
    await clientBase().$transaction((tx) => amorcerDemonstration(tx, MAINTENANT), { timeout: 60_000 })
  })
  afterAll(async () => {
    await fermerBase()
    await base.supprimer()
  })
}

export const lire = <T>(travail: (tx: Tx) => Promise<T>): Promise<T> => avecActeur(null, travail)

/** Un acteur tel que sa session le construirait, pour un rôle sur une organisation. */
export async function acteurDe(role: Role, code: string): Promise<Acteur> {
  const o = await lire((tx) =>
    tx.organisation.findUniqueOrThrow({
      where: { code },
      select: { id: true, nature: true, enfants: { select: { id: true, nature: true } } },
    }),
  )
  const nature: NatureOrganisation = o.nature
  return construireActeur({ id: nouvelId(), nom: `${role} ${code}` }, [
    { role, fonction: null, organisation: { ...o, nature } },
  ])
}

export const agir = <S, T>(
  acteur: Acteur,
  casUsage: (contexte: Contexte, saisie: S) => Promise<T>,
  saisie: S,
): Promise<T> => avecActeur(acteur, (tx) => casUsage({ tx, acteur, maintenant: MAINTENANT }, saisie))

/** Code du refus métier, ou l'erreur inattendue relancée. */
export async function refusDe(promesse: Promise<unknown>): Promise<CodeErreur | null> {
  try {
    await promesse
    return null
  } catch (erreur) {
    if (erreur instanceof ErreurMetier) return erreur.code
    throw erreur
  }
}

export const idDe = (code: string): Promise<string> =>
  lire(async (tx) => (await tx.organisation.findUniqueOrThrow({ where: { code } })).id)

/** Fait de ce nom au journal, sur cette cible quand elle est donnée. */
export const faitAuJournal = (organisationId: string, evenement: string, cible?: string) =>
  lire((tx) => tx.journal.findFirst({ where: { organisationId, evenement, cible }, orderBy: { id: 'desc' } }))
