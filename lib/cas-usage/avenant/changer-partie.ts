import type { z } from 'zod'
import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { enregistrerRetouche, type RetoucheEnregistree } from './enregistrer-retouche'
import { chargerProjet, type ProjetEnMain } from './projet'
import type { schemaChangerPartie } from './saisies'

const NATURES = { HOPITAL: 'INSTITUTION', GESTIONNAIRE: 'GESTIONNAIRE' } as const

/**
 * Change une partie : sa désignation, ou l'organisme lui-même. Un organisme qui succède à un autre signe l'avenant avec lui,
 * et le lit dès qu'il est partagé. Revenir à la partie d'aujourd'hui efface la retouche.
 */
export async function changerPartie(
  contexte: Contexte,
  saisie: z.output<typeof schemaChangerPartie>,
): Promise<RetoucheEnregistree> {
  const { tx } = contexte
  const p = await chargerProjet(contexte, saisie.acteId)
  const { role, organisationId, nom } = saisie
  const partie = p.base.parties.find((x) => x.role === role)
  const organisation = await tx.organisation.findUnique({ where: { id: organisationId } })
  if (!partie || organisation?.nature !== NATURES[role]) throw new ErreurMetier('INTROUVABLE')
  const depart = { organisationId: partie.organisationId, nom: partie.nom, adresse: partie.adresse }
  const voulu = { organisationId, nom, adresse: saisie.adresse || null }
  const enregistree = await enregistrerRetouche(
    contexte,
    p,
    { cible: 'partie', role, depart, voulu },
    saisie.version,
  )
  // Les parties d'un avenant déjà signé sont celles qui l'ont signé.
  if (!p.transcrit) await faireSigner(contexte, p, role, depart.organisationId, voulu)
  return enregistree
}

/** Le successeur signe après celui auquel il succède ; s'il n'y en a plus, personne d'autre ne signe. */
async function faireSigner(
  { tx }: Contexte,
  p: ProjetEnMain,
  role: 'HOPITAL' | 'GESTIONNAIRE',
  actuel: string,
  voulu: { organisationId: string; nom: string; adresse: string | null },
): Promise<void> {
  const acteId = p.acte.id
  const parties = await tx.partie.findMany({ where: { acteId }, orderBy: { rang: 'asc' } })
  const successeurs = parties.filter((x) => x.role === role && x.organisationId !== actuel)
  await tx.partie.deleteMany({
    where: {
      id: { in: successeurs.filter((s) => s.organisationId !== voulu.organisationId).map((s) => s.id) },
    },
  })
  const designation: Prisma.InputJsonObject = { nom: voulu.nom, sigle: null, adresse: voulu.adresse }
  const garde = successeurs.find((s) => s.organisationId === voulu.organisationId)
  if (garde) await tx.partie.update({ where: { id: garde.id }, data: { designation } })
  else if (voulu.organisationId !== actuel)
    await tx.partie.create({
      data: {
        id: nouvelId(),
        acteId,
        role,
        rang: (parties.at(-1)?.rang ?? 0) + 1,
        organisationId: voulu.organisationId,
        designation,
      },
    })
  const autres = p.acte.organisations.filter((o) => !successeurs.some((s) => s.organisationId === o))
  await tx.acte.update({
    where: { id: acteId },
    data: {
      organisations:
        role === 'GESTIONNAIRE' ? [...new Set([...autres, voulu.organisationId])] : [...p.acte.organisations],
    },
  })
}
