import { versIsoOuNul } from '../../bd/dates'
import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { codeReferenceDe } from '../../domaine/organisation/appellation'
import { plier } from '../../domaine/texte/plier'
import type { Contexte } from '../contexte'
import { allouerReference } from './allouer-reference'
import type { Fiches } from './fiche-reference'

export type ChaineOuverte = { conventionId: string; acteId: string; reference: string }

/** Ouvre une chaîne conventionnelle : référence allouée, acte initial, parties et centres recopiés des fiches. */
export async function ouvrirChaine(
  { tx, acteur, maintenant }: Contexte,
  fiches: Fiches,
  acte: Pick<
    Prisma.ActeUncheckedCreateInput,
    'titre' | 'origine' | 'etape' | 'modeleVersionId' | 'dateSignature' | 'dateEffet' | 'dateFin'
  >,
  chaine: { modeleCode: string | null; lotId: string | null; annee?: number },
): Promise<ChaineOuverte> {
  const annee = chaine.annee ?? Number(aujourdHuiAParis(maintenant).slice(0, 4))
  const reference = await allouerReference(tx, await codeDuGroupe(tx, fiches, annee), nomCourt(fiches), annee)
  const conventionId = nouvelId()
  const acteId = nouvelId()
  await tx.convention.create({
    data: {
      id: conventionId,
      reference,
      groupeId: fiches.groupe.id,
      modeleCode: chaine.modeleCode,
      lotId: chaine.lotId,
    },
  })
  await tx.acte.create({
    data: {
      ...acte,
      id: acteId,
      conventionId,
      genre: 'CONVENTION',
      rang: 0,
      groupeId: fiches.groupe.id,
      organisations: organisationsDe(fiches),
      creePar: acteur.utilisateurId,
      creeLe: maintenant,
      modifieLe: maintenant,
      recherche: texteDeRecherche(reference, acte.titre, fiches),
      tri: plier(nomCourt(fiches)),
    },
  })
  await rattacher({ tx, acteur, maintenant }, acteId, fiches)
  return { conventionId, acteId, reference }
}

/** Parties et centres d'un acte, désignations recopiées des fiches. */
export async function rattacher({ tx }: Contexte, acteId: string, fiches: Fiches): Promise<void> {
  await tx.acteCentre.createMany({ data: fiches.centres.map((c) => ({ acteId, organisationId: c.id })) })
  await tx.partie.createMany({
    data: [
      {
        id: nouvelId(),
        acteId,
        role: 'HOPITAL',
        rang: 1,
        organisationId: fiches.institution.id,
        designation: designation(fiches.institution),
      },
      ...fiches.gestionnaires.map(({ gestionnaire }, i) => ({
        id: nouvelId(),
        acteId,
        role: 'GESTIONNAIRE' as const,
        rang: i + 2,
        organisationId: gestionnaire.id,
        designation: designation(gestionnaire),
      })),
    ],
  })
}

/** Organisations de l'autre côté : chaque gestionnaire et ses centres concernés (cloisonnement par ligne). */
export const organisationsDe = (fiches: Fiches): string[] => [
  ...fiches.gestionnaires.map((g) => g.gestionnaire.id),
  ...fiches.centres.map((c) => c.id),
]

const designation = (o: Fiches['institution']): Prisma.InputJsonObject => ({
  nom: o.nom,
  sigle: o.sigle,
  adresse: o.adresse,
})

export const nomCourt = (fiches: Fiches) => fiches.gestionnaire.commune?.nom ?? fiches.gestionnaire.nom

/** Code du groupe cette année-là, à défaut son sigle ; un groupe sans l'un ni l'autre ne peut ouvrir de convention. */
async function codeDuGroupe(tx: Contexte['tx'], fiches: Fiches, annee: number): Promise<string> {
  const appellations = await tx.appellation.findMany({ where: { organisationId: fiches.groupe.id } })
  const duJour = codeReferenceDe(
    appellations.map((a) => ({
      ...a,
      depuis: versIsoOuNul(a.depuis) ?? '1900-01-01',
      jusqua: versIsoOuNul(a.jusqua),
    })),
    annee,
  )
  const code = duJour ?? fiches.groupe.sigle
  if (!code)
    throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'code du groupe hospitalier pour ses références' })
  return code
}

/** Texte replié d'un acte pour la recherche : référence, titre, parties, commune, centres, groupe. */
export function texteDeRecherche(reference: string, titre: string, fiches: Fiches): string {
  const mots = [
    reference,
    titre,
    ...fiches.gestionnaires.flatMap((g) => [g.gestionnaire.nom, g.gestionnaire.commune?.nom]),
    fiches.groupe.nom,
    fiches.groupe.sigle,
    ...fiches.centres.map((c) => c.nom),
  ]
  return plier(mots.filter(Boolean).join(' '))
}
