import { versDate, versDateOuNul } from '../../bd/dates'
import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { stockage } from '../../bd/stockage'
import { peutCreer } from '../../domaine/acte/droits'
import { referenceDActe } from '../../domaine/acte/reference'
import { dernierJour } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { plier } from '../../domaine/texte/plier'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { chargerFiches, exigerPartenaires, type Fiches } from './fiche-reference'
import { nomCourt, organisationsDe, ouvrirChaine, rattacher, texteDeRecherche } from './ouvrir-chaine'
import type { SaisieReprise } from './saisies'

/**
 * Enregistre un acte déjà signé hors de l'application : scan gardé avec son empreinte, parties, signataires, dates.
 * Sa situation suit ses dates ; une convention échue se montre échue. Avec `conventionId`, c'est un avenant de cette
 * chaîne, au numéro suivant.
 */
export async function enregistrerReprise(
  contexte: Contexte,
  saisie: SaisieReprise,
): Promise<{ reference: string }> {
  const { tx, acteur } = contexte
  if (!peutCreer(acteur, saisie.groupeId)) throw new ErreurMetier('INTROUVABLE')
  await exigerPartenaires(tx, saisie.groupeId, saisie.centreIds)
  const fiches = await chargerFiches(tx, saisie.groupeId, saisie.centreIds)
  const unSeul = fiches.centres.every((c) => c.parentId === fiches.gestionnaire.id)
  if (!unSeul)
    throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'centres, qui doivent avoir le même gestionnaire' })
  const acte = {
    titre: saisie.intitule,
    origine: 'REPRISE' as const,
    etape: 'SIGNEE' as const,
    dateSignature: versDate(saisie.dateSignature),
    dateEffet: versDateOuNul(saisie.dateEffet),
    dateFin: versDateOuNul(finDe(saisie)),
  }
  const cree = saisie.conventionId
    ? await ajouterAvenantRepris(contexte, fiches, saisie.conventionId, acte)
    : await ouvrirChaine(contexte, fiches, acte, {
        modeleCode: saisie.modeleCode,
        lotId: null,
        annee: Number(saisie.dateSignature.slice(0, 4)),
      })
  await enregistrerSignataires(contexte, cree.acteId, saisie)
  if (saisie.fichierId) await rattacherScan(contexte, saisie.fichierId, cree.acteId)
  await journaliser(contexte, {
    acteId: cree.acteId,
    evenement: 'acte-repris',
    partage: true,
    donnees: { reference: cree.reference, signature: saisie.dateSignature, scan: saisie.fichierId !== null },
  })
  return { reference: cree.reference }
}

/** Fin écrite, sinon calculée de la durée depuis l'effet (à défaut la signature), sinon inconnue. */
const finDe = (s: SaisieReprise): string | null =>
  s.dateFin ?? (s.dureeMois ? dernierJour(s.dateEffet ?? s.dateSignature, s.dureeMois) : null)

async function ajouterAvenantRepris(
  contexte: Contexte,
  fiches: Fiches,
  conventionId: string,
  acte: Pick<
    Prisma.ActeUncheckedCreateInput,
    'titre' | 'origine' | 'etape' | 'dateSignature' | 'dateEffet' | 'dateFin'
  >,
): Promise<{ acteId: string; reference: string }> {
  const { tx, acteur, maintenant } = contexte
  await tx.$queryRaw`SELECT 1 FROM convention WHERE id = ${conventionId}::uuid FOR UPDATE`
  const convention = await tx.convention.findUnique({ where: { id: conventionId }, include: { actes: true } })
  if (!convention || convention.groupeId !== fiches.groupe.id) throw new ErreurMetier('INTROUVABLE')
  // Un gestionnaire peut succéder à un autre, un centre s'ajouter ; sans rien de commun, ce n'est pas la même relation.
  const organisations = organisationsDe(fiches)
  if (!convention.actes.some((a) => a.organisations.some((o) => organisations.includes(o))))
    throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'convention modifiée par cet avenant' })
  const acteId = nouvelId()
  const rang = Math.max(...convention.actes.map((a) => a.rang)) + 1
  const reference = referenceDActe(convention.reference, rang)
  await tx.acte.create({
    data: {
      ...acte,
      id: acteId,
      conventionId,
      genre: 'AVENANT',
      rang,
      groupeId: fiches.groupe.id,
      organisations,
      // Signé des deux côtés, il se montre à qui lit déjà la convention : le texte en vigueur dit ce qui lui manque.
      partage: convention.actes.some((a) => a.rang === 0 && a.partage),
      creePar: acteur.utilisateurId,
      creeLe: maintenant,
      modifieLe: maintenant,
      recherche: texteDeRecherche(reference, acte.titre, fiches),
      tri: plier(nomCourt(fiches)),
    },
  })
  await rattacher(contexte, acteId, fiches)
  return { acteId, reference }
}

async function enregistrerSignataires(
  { tx }: Contexte,
  acteId: string,
  saisie: SaisieReprise,
): Promise<void> {
  const parties = await tx.partie.findMany({ where: { acteId } })
  await tx.partie.updateMany({ where: { acteId }, data: { signeeLe: versDate(saisie.dateSignature) } })
  await tx.signataire.createMany({
    data: parties.flatMap((p) =>
      saisie.signataires
        .filter((s) => s.role === p.role)
        .map(({ role: _role, ...s }, i) => ({
          ...s,
          id: nouvelId(),
          partieId: p.id,
          rang: i + 1,
          signeLe: versDateOuNul(s.signeLe ?? saisie.dateSignature),
        })),
    ),
  })
}

async function rattacherScan({ tx, acteur }: Contexte, fichierId: string, acteId: string): Promise<void> {
  if (!(await stockage(tx).rattacher(fichierId, acteId, acteur.utilisateurId, 'scan', 'scan')))
    throw new ErreurMetier('INTROUVABLE')
}
