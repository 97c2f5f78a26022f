import 'server-only'
import type { Tx } from '../../bd/client'
import { mettreEnFile } from '../../bd/file'
import { avecSysteme } from '../../bd/transaction'
import { DONNEES_SECRETES, delaiAvantEssaiSuivant, type IssueEnvoi } from '../../domaine/courriel/envoi'
import type { DonneesCourriel, GabaritCourriel } from '../../domaine/courriel/gabarits'
import { composerCourriel } from '../../presentation/courriels/composer'
import { phraseEchec } from '../../presentation/courriels/etats'
import type { Envoyer } from '../courriel/transport'
import { adresseDesLiens } from '../environnement'

type Pris = NonNullable<Awaited<ReturnType<typeof prendre>>>
type Outils = { envoyer: Envoyer | null; maintenant: () => Date }

/**
 * Envoie un courriel une fois au plus. « En cours » est écrit et validé avant de parler au serveur : si l'ouvrier meurt
 * ensuite, personne ne le renvoie, il devient incertain (`rattraper`).
 */
export async function traiterCourriel(id: string, { envoyer, maintenant }: Outils): Promise<void> {
  if (!envoyer) return garder(id, maintenant())
  const pris = await prendre(id, maintenant())
  if (pris) await conclure(pris, await essayer(pris, envoyer), maintenant)
}

/** Une seule mise à jour conditionnelle : de deux ouvriers, un seul l'obtient. */
function prendre(id: string, maintenant: Date) {
  return avecSysteme(async (tx) => {
    const { count } = await tx.courriel.updateMany({
      where: { id, etat: 'EN_ATTENTE' },
      data: {
        etat: 'EN_COURS',
        essais: { increment: 1 },
        debuteLe: maintenant,
        erreur: null,
        version: { increment: 1 },
      },
    })
    return count === 0 ? null : tx.courriel.findUniqueOrThrow({ where: { id } })
  })
}

/** Sans serveur de courriel : gardé, lisible par l'administrateur. */
async function garder(id: string, maintenant: Date): Promise<void> {
  await avecSysteme((tx) =>
    tx.courriel.updateMany({
      where: { id, etat: 'EN_ATTENTE' },
      data: { etat: 'GARDE', finiLe: maintenant, version: { increment: 1 } },
    }),
  )
}

async function essayer(c: Pris, envoyer: Envoyer): Promise<IssueEnvoi> {
  let compose: ReturnType<typeof composerCourriel>
  try {
    compose = composerCourriel(
      {
        gabarit: c.gabarit as GabaritCourriel,
        donnees: c.donnees as DonneesCourriel,
        nom: c.destinataireNom,
      },
      adresseDesLiens(),
    )
  } catch (erreur) {
    console.error(`[courriel ${c.messageId}]`, erreur)
    return { issue: 'refuse', definitif: true, raison: 'composition', code: null }
  }
  const { messageId, destinataire, destinataireNom } = c
  return envoyer({ messageId, destinataire, destinataireNom, ...compose })
}

/** L'issue s'écrit même si la base s'absente un moment : perdue, un courriel accepté passerait pour incertain. */
async function conclure(c: Pris, issue: IssueEnvoi, maintenant: () => Date): Promise<void> {
  for (let reste = 5; ; reste--) {
    try {
      return await avecSysteme((tx) => ecrire(tx, c, issue, maintenant()))
    } catch (erreur) {
      if (reste === 0) throw erreur
      await new Promise((r) => setTimeout(r, 2_000))
    }
  }
}

async function ecrire(tx: Tx, c: Pris, issue: IssueEnvoi, maintenant: Date): Promise<void> {
  // Cet essai et nul autre ; « incertain » compris, car une machine suspendue a pu être tenue pour morte.
  const where = { id: c.id, essais: c.essais, etat: { in: ['EN_COURS' as const, 'INCERTAIN' as const] } }
  const fini = { finiLe: maintenant, version: { increment: 1 } }
  if (issue.issue === 'accepte') {
    const donnees = sansSecret(c.donnees as DonneesCourriel)
    await tx.courriel.updateMany({ where, data: { ...fini, etat: 'ENVOYE', erreur: null, donnees } })
    return
  }
  if (issue.issue === 'incertain') {
    await tx.courriel.updateMany({ where, data: { ...fini, etat: 'INCERTAIN', erreur: phraseEchec(issue) } })
    return
  }
  const delai = issue.definitif ? null : delaiAvantEssaiSuivant(c.essais)
  const etat = delai === null ? ('ECHEC' as const) : ('EN_ATTENTE' as const)
  const { count } = await tx.courriel.updateMany({
    where,
    data: { ...fini, finiLe: delai === null ? maintenant : null, etat, erreur: phraseEchec(issue) },
  })
  if (count > 0 && delai !== null) await mettreEnFile(tx, 'courriel', [c.id], { dansSecondes: delai })
}

/** Un code ou un lien parti n'a plus à rester dans la base. */
const sansSecret = (donnees: DonneesCourriel): DonneesCourriel =>
  Object.fromEntries(
    Object.entries(donnees).map(([cle, v]) => [cle, DONNEES_SECRETES.includes(cle) ? null : v]),
  )
