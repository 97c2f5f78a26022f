import { nouvelId } from '../../lib/bd/identifiants'
import { accepterEnsemble } from '../../lib/cas-usage/acceptation/accepter-ensemble'
import { demanderCodeAcceptation } from '../../lib/cas-usage/acceptation/demander-code-acceptation'
import { approuver, demanderCodeAvis } from '../../lib/cas-usage/approbation/rendre-avis'
import { soumettreAuVote } from '../../lib/cas-usage/deliberation/soumettre-au-vote'
import type { Acteur } from '../../lib/domaine/organisation/acteur'
import type { FonctionValidation } from '../../lib/domaine/organisation/fonctions-validation'
import { unUtilisateur } from './comptes'
import { dernierCode, unTextePartage } from './negociation'
import { agir, MAINTENANT, type Territoire } from './territoire'

/** Personne habilitée comme valideur d'un groupe, comme la session la construirait. */
export async function unValideur(
  t: Territoire,
  fonction: FonctionValidation,
  groupe = 'hups',
): Promise<Acteur> {
  const u = await t.proprietaire.$transaction((tx) => unUtilisateur(tx, { sansMotDePasse: true }))
  await t.proprietaire.habilitation.create({
    data: {
      id: nouvelId(),
      utilisateurId: u.id,
      organisationId: t.id(groupe),
      role: 'VALIDEUR',
      fonction,
      depuis: new Date('2026-01-01'),
    },
  })
  return {
    utilisateurId: u.id,
    nom: u.nom,
    habilitations: [
      { role: 'VALIDEUR', organisationId: t.id(groupe), nature: 'GROUPE_HOSPITALIER', fonction },
    ],
    groupes: [],
    organisations: [],
    sieges: [],
    validations: [`${t.id(groupe)}:${fonction}`],
  }
}

/** Un texte partagé puis accepté dans son ensemble par la mairie ; les avis du modèle sont alors demandés. */
export async function unTexteAccepte(t: Territoire, mairie: Acteur, centre = 'arcueil') {
  const partage = await unTextePartage(t, { centre })
  const { acteId, versionId } = partage
  await agir(mairie, demanderCodeAcceptation, { acteId, versionId })
  await agir(mairie, accepterEnsemble, { acteId, versionId, code: await dernierCode(t, acteId) })
  return { ...partage, ...(await etatDe(t, acteId)) }
}

/** Version de l'acte et empreinte de son texte, relues en base. */
export async function etatDe(t: Territoire, acteId: string) {
  const acte = await t.proprietaire.acte.findUniqueOrThrow({
    where: { id: acteId },
    include: { versions: { orderBy: { numero: 'desc' }, take: 1 }, parties: { orderBy: { rang: 'asc' } } },
  })
  return {
    version: acte.version,
    etape: acte.etape,
    empreinte: acte.versions[0]?.empreinte ?? '',
    partieId: acte.parties.find((p) => p.role === 'GESTIONNAIRE')?.id ?? '',
  }
}

/** Le même, mis en délibération par la mairie. */
export async function unTexteEnDeliberation(t: Territoire, mairie: Acteur, centre = 'arcueil') {
  const accepte = await unTexteAccepte(t, mairie, centre)
  await agir(mairie, soumettreAuVote, { acteId: accepte.acteId, version: accepte.version })
  return { ...accepte, ...(await etatDe(t, accepte.acteId)) }
}

/** Une fonction approuve le texte d'aujourd'hui, code compris. */
export async function approuverAvecCode(
  t: Territoire,
  valideur: Acteur,
  acteId: string,
  fonction: FonctionValidation,
  quand = MAINTENANT,
) {
  const { empreinte } = await etatDe(t, acteId)
  await agir(valideur, demanderCodeAvis, { acteId, fonction, empreinte }, quand)
  const code = await dernierCode(t, acteId)
  return agir(valideur, approuver, { acteId, fonction, empreinte, code }, quand)
}

/** Décision favorable d'un conseil, complète ou à compléter. */
export const uneDecision = (d: Record<string, unknown> = {}) => ({
  organe: 'conseil municipal',
  numero: '2026-45' as string | null,
  seanceLe: '2026-11-10',
  transmiseLe: '2026-11-12' as string | null,
  publieeLe: '2026-11-13' as string | null,
  portee: 'ACTE' as const,
  fichierId: null as string | null,
  ...d,
})
