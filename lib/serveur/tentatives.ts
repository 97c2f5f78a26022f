import 'server-only'
import { avecActeur } from '../bd/transaction'
import { attente, type Compteur, FENETRE } from '../domaine/compte/tentatives'
import { ErreurMetier } from '../domaine/erreurs'
import { cleAdresse } from './adresse-client'
import { empreinteACle } from './environnement'

type Cle = { cle: string; compteur: Compteur }

export const cleCompte = (courriel: string): Cle => ({
  cle: empreinteACle('tentative-compte', courriel.trim().toLowerCase()),
  compteur: 'compte',
})

function cles(courriel: string, adresse: string | null): Cle[] {
  const deux: Cle[] = [cleCompte(courriel)]
  if (adresse)
    deux.push({ cle: empreinteACle('tentative-adresse', cleAdresse(adresse)), compteur: 'adresse' })
  return deux.sort((a, b) => (a.cle < b.cle ? -1 : 1)) // ordre constant : deux essais ne se bloquent pas l'un l'autre
}

/**
 * Compte l'essai avant de vérifier le mot de passe : cent essais simultanés n'en font pas cent gratuits. Refuse si
 * l'attente du compte ou de l'adresse n'est pas finie ; un essai refusé n'allonge pas l'attente.
 */
export async function reserverEssai(
  courriel: string,
  adresse: string | null,
  maintenant: Date,
): Promise<void> {
  const reste = await avecActeur(null, async (tx) => {
    const ids = cles(courriel, adresse)
    for (const { cle } of ids)
      await tx.$executeRaw`INSERT INTO tentative_connexion (cle, echecs, depuis) VALUES (${cle}, 0, ${maintenant})
        ON CONFLICT (cle) DO NOTHING`
    const lues = await tx.$queryRaw<{ cle: string; echecs: number; depuis: Date; bloqueeAu: Date | null }[]>`
      SELECT cle, echecs, depuis, bloquee_au AS "bloqueeAu" FROM tentative_connexion
      WHERE cle = ANY (${ids.map((i) => i.cle)}) ORDER BY cle FOR UPDATE`
    const fin = Math.max(0, ...lues.map((l) => l.bloqueeAu?.getTime() ?? 0))
    if (fin > maintenant.getTime()) return fin - maintenant.getTime()
    for (const lue of lues) {
      const compteur = ids.find((i) => i.cle === lue.cle)?.compteur ?? 'compte'
      const perime = maintenant.getTime() - lue.depuis.getTime() > FENETRE
      const echecs = (perime ? 0 : lue.echecs) + 1
      const delai = attente(compteur, echecs)
      await tx.tentativeConnexion.update({
        where: { cle: lue.cle },
        data: {
          echecs,
          depuis: maintenant,
          bloqueeAu: delai ? new Date(maintenant.getTime() + delai) : null,
        },
      })
    }
    return 0
  })
  if (reste > 0) throw new ErreurMetier('TROP_DE_TENTATIVES', { minutes: Math.ceil(reste / 60_000) })
}

/** Connexion réussie : le compte repart de zéro, l'adresse ne paie pas cet essai-là. */
export async function oublierEssai(courriel: string, adresse: string | null): Promise<void> {
  await avecActeur(null, async (tx) => {
    for (const { cle, compteur } of cles(courriel, adresse))
      if (compteur === 'compte') await tx.tentativeConnexion.deleteMany({ where: { cle } })
      else
        await tx.$executeRaw`UPDATE tentative_connexion SET echecs = greatest(0, echecs - 1), bloquee_au = NULL
          WHERE cle = ${cle}`
  })
}

/** Ménage : les compteurs oubliés depuis un jour n'apprennent plus rien. */
export async function purgerTentatives(maintenant: Date): Promise<number> {
  const { count } = await avecActeur(null, (tx) =>
    tx.tentativeConnexion.deleteMany({
      where: { depuis: { lt: new Date(maintenant.getTime() - 24 * FENETRE) } },
    }),
  )
  return count
}
