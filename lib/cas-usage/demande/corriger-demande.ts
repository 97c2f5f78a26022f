import type { z } from 'zod'
import { nouvelId } from '../../bd/identifiants'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { chargerDemande, datee, exigerCoherence, jourDe, lieuDe, verrouiller } from './charger'
import { ecrireDemande } from './ecrire'
import { consigner } from './journal'
import { recalculer } from './recalculer'
import type { schemaCorriger } from './saisies'

/**
 * Corrige une demande : l'ancienne valeur reste, avec qui l'avait écrite, et les périodes d'avant et d'après se recomptent.
 * Ne change rien : refusée (SAISIE_INVALIDE). La corriger peut la faire passer à un autre centre que l'acteur tient aussi.
 */
export async function corrigerDemande(
  contexte: Contexte,
  { demandeId, version, ...saisie }: z.output<typeof schemaCorriger>,
): Promise<{ version: number }> {
  const { tx, acteur, maintenant } = contexte
  const avant = await chargerDemande(contexte, demandeId, version)
  const demande = datee(saisie)
  const vise = { ...saisie, jour: jourDe(saisie.demandeeLe) }
  const { cote: _cote, ...lieu } = await lieuDe(contexte, vise)
  await exigerCoherence(contexte, demande)
  if (lieu.conventionId !== avant.conventionId) await verrouiller(tx, lieu.conventionId)
  const changes = differences(
    { ...datee(avant), centreId: avant.centreId, siteId: avant.siteId },
    { ...demande, centreId: lieu.centreId, siteId: lieu.siteId },
  )
  if (changes.length === 0) throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'rien n’a changé' })
  await tx.correctionDemande.create({
    data: {
      id: nouvelId(maintenant.getTime()),
      demandeId,
      avant: Object.fromEntries(changes.map((c) => [c.champ, c.avant])),
      apres: Object.fromEntries(changes.map((c) => [c.champ, c.apres])),
      avantPar: avant.auteurNom,
      auteurId: acteur.utilisateurId,
      auteurNom: acteur.nom,
      le: maintenant,
    },
  })
  await ecrireDemande(contexte, avant, demande, lieu)
  if (lieu.conventionId === avant.conventionId) await recalculer(contexte, lieu, [datee(avant), demande])
  else {
    await recalculer(contexte, avant, [datee(avant)])
    await recalculer(contexte, lieu, [demande])
  }
  await consigner(contexte, lieu.centreId, 'demande-corrigee', { champs: changes.map((c) => c.champ) })
  return { version: version + 1 }
}

type Valeurs = Readonly<Record<string, Date | string | null>>
const ecrite = (v: Date | string | null | undefined): string | null =>
  v instanceof Date ? v.toISOString() : (v ?? null)

function differences(avant: Valeurs, apres: Valeurs) {
  return Object.keys(apres)
    .map((champ) => ({ champ, avant: ecrite(avant[champ]), apres: ecrite(apres[champ]) }))
    .filter((c) => c.avant !== c.apres)
}
