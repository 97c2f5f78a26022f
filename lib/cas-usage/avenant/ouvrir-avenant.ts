import type { z } from 'zod'
import { type Chaine, chargerChaine } from '../../bd/chaine'
import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { estRedacteur } from '../../domaine/acte/droits'
import { referenceDActe } from '../../domaine/acte/reference'
import { baseDuProjet } from '../../domaine/avenant/projet'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { plier } from '../../domaine/texte/plier'
import { type ActeEnMain, chargerActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { lireProjet } from './projet'
import { redigerProjet } from './rediger-projet'
import type { schemaOuvrirAvenant } from './saisies'

export type AvenantOuvert = { acteId: string; reference: string; rang: number }

/**
 * Ouvre un projet d'avenant à une convention signée et pas finie. Le numéro se prend sous le verrou de la chaîne : deux
 * ouvertures au même instant ont deux numéros, et aucun ne resert. Refuse une convention non signée (ETAPE_INTERDITE) ou
 * finie (CONVENTION_FINIE : seule une nouvelle convention peut suivre).
 */
export async function ouvrirAvenant(
  contexte: Contexte,
  saisie: z.output<typeof schemaOuvrirAvenant>,
): Promise<AvenantOuvert> {
  const { tx, acteur, maintenant } = contexte
  const initial = await chargerActeEnMain(tx, acteur, saisie.acteId)
  if (initial.rang > 0) throw new ErreurMetier('INTROUVABLE')
  if (!estRedacteur(acteur, initial)) throw new ErreurMetier('ROLE_INSUFFISANT')
  if (initial.etape !== 'SIGNEE') throw new ErreurMetier('ETAPE_INTERDITE', { etape: initial.etape })
  const rang = await prendreNumero(contexte, initial.conventionId)
  const chaine = await chargerChaine(tx, initial.conventionId)
  if (!chaine) throw new ErreurMetier('INTROUVABLE')
  exigerEnCours(chaine, aujourdHuiAParis(maintenant))
  const reference = referenceDActe(initial.reference, rang)
  const acteId = nouvelId(maintenant.getTime())
  const ancien = await tx.acte.findUniqueOrThrow({
    where: { id: initial.id },
    select: { recherche: true, tri: true },
  })
  await tx.acte.create({
    data: {
      id: acteId,
      conventionId: initial.conventionId,
      genre: 'AVENANT',
      rang,
      titre: saisie.objet,
      modeleVersionId: initial.modeleVersionId,
      groupeId: initial.groupeId,
      organisations: initial.organisations,
      creePar: acteur.utilisateurId,
      creeLe: maintenant,
      modifieLe: maintenant,
      recherche: `${ancien.recherche} ${plier(`${reference} ${saisie.objet}`)}`,
      tri: ancien.tri,
    },
  })
  await recopierParties(contexte, initial, acteId)
  await tx.projetAvenant.create({
    data: { acteId, motif: saisie.motif || null, redaction: {}, modifieLe: maintenant },
  })
  await redigerProjet(contexte, await lireProjet(contexte, await acteCharge(contexte, acteId)))
  await journaliser(contexte, { acteId, evenement: 'avenant-ouvert', donnees: { rang, objet: saisie.objet } })
  return { acteId, reference, rang }
}

const acteCharge = ({ tx, acteur }: Contexte, acteId: string) => chargerActeEnMain(tx, acteur, acteId)

/** Rang suivant de la chaîne, sous son verrou. Un avenant abandonné garde le sien. */
async function prendreNumero({ tx }: Contexte, conventionId: string): Promise<number> {
  await tx.$queryRaw`SELECT 1 FROM convention WHERE id = ${conventionId}::uuid FOR UPDATE`
  const { _max } = await tx.acte.aggregate({ where: { conventionId }, _max: { rang: true } })
  return (_max.rang ?? 0) + 1
}

function exigerEnCours(chaine: Chaine, jour: string): void {
  const { fin } = baseDuProjet(chaine.etat, chaine.avenants, null, jour)
  const dernier = [chaine.initial.resilieeLe, fin].filter((d): d is string => d !== null).sort()[0]
  if (dernier && dernier < jour) throw new ErreurMetier('CONVENTION_FINIE', { fin: dernier })
}

/** Parties, signataires et centres de la convention ; leurs signatures, elles, sont à venir. */
async function recopierParties({ tx }: Contexte, initial: ActeEnMain, acteId: string): Promise<void> {
  const centres = await tx.acteCentre.findMany({ where: { acteId: initial.id } })
  await tx.acteCentre.createMany({
    data: centres.map((c) => ({ acteId, organisationId: c.organisationId })),
  })
  const parties = await tx.partie.findMany({
    where: { acteId: initial.id },
    include: { signataires: true },
    orderBy: { rang: 'asc' },
  })
  for (const p of parties) {
    const partieId = nouvelId()
    await tx.partie.create({
      data: {
        id: partieId,
        acteId,
        role: p.role,
        rang: p.rang,
        organisationId: p.organisationId,
        designation: p.designation as Prisma.InputJsonValue,
      },
    })
    // Un pouvoir se redonne pour chaque acte : on ne recopie que la personne et sa qualité.
    await tx.signataire.createMany({
      data: p.signataires.map((s) => ({
        id: nouvelId(),
        partieId,
        rang: s.rang,
        civilite: s.civilite,
        prenom: s.prenom,
        nom: s.nom,
        qualite: s.qualite,
      })),
    })
  }
}
