import type { z } from 'zod'
import { versDate, versDateOuNul, versIso, versIsoOuNul } from '../../bd/dates'
import { ETAPES_DU_TEXTE_ARRETE } from '../../domaine/acte/etapes'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { rattacherPiece } from '../fichier/deposer-piece'
import { journaliser } from '../journal/journaliser'
import { chargerADeliberer, exigerDatesDeDecision, partieQuiDelibere } from './autorite'
import { ecrireMentionsDeDeliberation } from './ecrire-mentions'
import type { schemaCorrigerDeliberation } from './saisies'

type Saisie = z.output<typeof schemaCorrigerDeliberation>

/**
 * Complète ou corrige une décision enregistrée : numéro, dates, portée, copie. Ni son texte ni son sens ne changent, donc
 * rien n'est rouvert. Une fois l'acte envoyé à la signature, ce qui est imprimé est figé : seules la publication et la
 * copie se complètent encore.
 */
export async function corrigerDeliberation(contexte: Contexte, saisie: Saisie): Promise<{ version: number }> {
  const { tx, maintenant } = contexte
  const lue = await tx.deliberation.findUnique({ where: { id: saisie.deliberationId } })
  if (!lue) throw new ErreurMetier('INTROUVABLE')
  const dossier = await chargerADeliberer(contexte, lue.acteId)
  const partie = partieQuiDelibere(contexte, dossier, lue.partieId)
  const avant = {
    organe: lue.organe,
    numero: lue.numero,
    seanceLe: versIso(lue.seanceLe),
    transmiseLe: versIsoOuNul(lue.transmiseLe),
    publieeLe: versIsoOuNul(lue.publieeLe),
    portee: lue.portee,
  }
  const { organe, numero, seanceLe, transmiseLe, publieeLe, portee } = saisie
  const apres = { organe, numero, seanceLe, transmiseLe, publieeLe, portee }
  exigerEtape(dossier.enMain.etape, avant, apres)
  exigerDatesDeDecision(saisie, partie.organisation.natureGestionnaire, aujourdHuiAParis(maintenant))
  if (saisie.fichierId !== lue.fichierId)
    await rattacherPiece(contexte, saisie.fichierId, lue.acteId, 'deliberation')
  const { count } = await tx.deliberation.updateMany({
    where: { id: lue.id, version: saisie.version },
    data: {
      ...apres,
      seanceLe: versDate(seanceLe),
      transmiseLe: versDateOuNul(transmiseLe),
      publieeLe: versDateOuNul(publieeLe),
      fichierId: saisie.fichierId,
      version: { increment: 1 },
    },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  const vaut = lue.sens === 'ADOPTEE' && lue.empreinte === dossier.version.empreinte
  if (vaut && ETAPES_DU_TEXTE_ARRETE.includes(dossier.enMain.etape))
    await ecrireMentionsDeDeliberation(contexte, dossier, partie, saisie)
  await journaliser(contexte, {
    acteId: lue.acteId,
    evenement: 'deliberation-corrigee',
    partage: true,
    donnees: { organe, avant, apres },
  })
  return { version: saisie.version + 1 }
}

type Decision = Pick<Saisie, 'organe' | 'numero' | 'seanceLe' | 'transmiseLe' | 'publieeLe' | 'portee'>

function exigerEtape(etape: string, avant: Decision, apres: Decision): void {
  if (ETAPES_DU_TEXTE_ARRETE.some((e) => e === etape)) return
  const { publieeLe: _a, ...figeAvant } = avant
  const { publieeLe: _b, ...figeApres } = apres
  const memes = (Object.keys(figeAvant) as (keyof typeof figeAvant)[]).every(
    (cle) => figeAvant[cle] === figeApres[cle],
  )
  if (!(etape === 'A_SIGNER' || etape === 'SIGNEE') || !memes)
    throw new ErreurMetier('ETAPE_INTERDITE', { etape })
}
