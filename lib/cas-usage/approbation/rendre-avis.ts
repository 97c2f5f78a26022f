import type { z } from 'zod'
import { approbationsDemandees } from '../../bd/approbations'
import { type AvisSuivi, avisOuverts, suivreAvis } from '../../domaine/acte/approbations'
import { ErreurMetier, estRefusGarde, type RefusGarde } from '../../domaine/erreurs'
import { type CodeEnvoye, demanderCode } from '../accord/demander-code'
import { verifierCode } from '../accord/verifier-code'
import { type ActeEnMain, chargerActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { destinatairesDe, notifier } from '../courriel/notifier'
import { journaliser } from '../journal/journaliser'
import { prevenirLeTour } from './demander-approbations'
import type { schemaApprouver, schemaCodeAvis, schemaRefuserAvis } from './saisies'

export type AvisRendu = { etat: 'APPROUVEE' | 'REFUSEE' }
type Demande = z.output<typeof schemaCodeAvis>

/** Envoie le code qui confirmera l'approbation ; refuse dès maintenant ce que l'approbation refuserait. */
export async function demanderCodeAvis(contexte: Contexte, saisie: Demande): Promise<CodeEnvoye> {
  const { acte } = await ouvrirAvis(contexte, saisie)
  return demanderCode(contexte, {
    acte,
    objet: 'approbation',
    empreinteTexte: empreinteDe(saisie),
  })
}

/** Approuve au titre d'une fonction, à son tour, sur le texte lu, confirmé par un code à usage unique. */
export async function approuver(
  contexte: Contexte,
  saisie: z.output<typeof schemaApprouver>,
): Promise<AvisRendu | RefusGarde> {
  const ouvert = await ouvrirAvis(contexte, saisie)
  const code = await verifierCode(contexte, {
    acteId: saisie.acteId,
    objet: 'approbation',
    empreinteTexte: empreinteDe(saisie),
    code: saisie.code,
  })
  if (estRefusGarde(code)) return code
  return rendre(contexte, ouvert, saisie, { etat: 'APPROUVEE', motif: null, codeId: code.codeId })
}

/**
 * Refuse un accord, ou rend un avis défavorable, avec son motif. Un accord refusé arrête la liste : la direction peut
 * alors rouvrir le texte. Un avis défavorable n'arrête rien, mais se dit jusqu'à la signature.
 */
export async function refuserAvis(
  contexte: Contexte,
  saisie: z.output<typeof schemaRefuserAvis>,
): Promise<AvisRendu> {
  const ouvert = await ouvrirAvis(contexte, saisie)
  return rendre(contexte, ouvert, saisie, { etat: 'REFUSEE', motif: saisie.motif, codeId: null })
}

/** Un code demandé pour une fonction ne confirme pas l'avis d'une autre sur le même texte. */
const empreinteDe = (s: Demande): string => `${s.empreinte}:${s.fonction}`

type AvisOuvert = { acte: ActeEnMain; avis: AvisSuivi[]; versionId: string }

async function ouvrirAvis(contexte: Contexte, saisie: Demande): Promise<AvisOuvert> {
  const { tx, acteur } = contexte
  // Verrouille la demande : deux personnes de la même fonction ne rendent pas deux avis.
  await tx.$queryRaw`SELECT 1 FROM approbation WHERE acte_id = ${saisie.acteId}::uuid ORDER BY rang FOR UPDATE`
  const acte = await chargerActeEnMain(tx, acteur, saisie.acteId)
  const cle = `${acte.groupeId}:${saisie.fonction}`
  if (!acte.valideurs.includes(cle) || !acteur.validations?.includes(cle))
    throw new ErreurMetier('ROLE_INSUFFISANT')
  if (!avisOuverts(acte.etape)) throw new ErreurMetier('ETAPE_INTERDITE', { etape: acte.etape })
  const version = await tx.versionActe.findFirst({
    where: { acteId: acte.id },
    orderBy: { numero: 'desc' },
    select: { id: true, numero: true, empreinte: true },
  })
  if (!version) throw new ErreurMetier('INTROUVABLE')
  if (version.empreinte !== saisie.empreinte)
    throw new ErreurMetier('VERSION_DEPASSEE', { numero: version.numero })
  const rendues = await tx.approbation.findMany({ where: { acteId: acte.id } })
  const avis = suivreAvis(await approbationsDemandees(tx, acte), rendues, version.empreinte)
  const sien = avis.find((a) => a.fonction === saisie.fonction)
  if (!sien) throw new ErreurMetier('INTROUVABLE')
  if (sien.etat !== 'ATTENDUE') throw new ErreurMetier('DEJA_EXISTANT', { quoi: 'avis' })
  if (!sien.aSonTour) throw new ErreurMetier('AVIS_PAS_AU_TOUR', { attendu: precedent(avis, sien) })
  return { acte, avis, versionId: version.id }
}

const precedent = (avis: readonly AvisSuivi[], sien: AvisSuivi): string =>
  avis.find((a) => a.rang < sien.rang && (a.etat === 'ATTENDUE' || a.etat === 'REFUSEE'))?.libelle ?? ''

async function rendre(
  contexte: Contexte,
  { acte, avis, versionId }: AvisOuvert,
  { fonction, empreinte }: Demande,
  decision: { etat: 'APPROUVEE' | 'REFUSEE'; motif: string | null; codeId: string | null },
): Promise<AvisRendu> {
  const { tx, acteur, maintenant } = contexte
  const sien = avis.find((a) => a.fonction === fonction)
  const { count } = await tx.approbation.updateMany({
    where: { acteId: acte.id, empreinte, fonction, etat: 'ATTENDUE' },
    data: {
      ...decision,
      versionId,
      auteurId: acteur.utilisateurId,
      auteurNom: acteur.nom,
      le: maintenant,
      version: { increment: 1 },
    },
  })
  if (count === 0 || !sien) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  const { etat, motif } = decision
  const donnees = { fonction, libelle: sien.libelle, nature: sien.nature, etat, empreinte }
  // Un avis est d'abord celui de l'hôpital : son motif ne passe pas de l'autre côté.
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'avis-rendu',
    donnees: { ...donnees, ...(motif ? { motif } : {}) },
  })
  await notifier(contexte, {
    acteId: acte.id,
    gabarit: 'avis-rendu',
    donnees: {
      reference: acte.reference,
      titre: acte.titre,
      auteur: acteur.nom,
      fonction: sien.libelle,
      sens: sensDe(sien.nature, etat),
      motif: motif ?? '',
    },
    a: await destinatairesDe(contexte, acte, ['redacteur']),
  })
  const apres = avis.map((a) => ({ ...a, ...(a.fonction === fonction ? { etat } : {}) }))
  await prevenirLeTour(
    contexte,
    acte,
    suivreAvis(
      apres,
      apres.filter((a) => a.etat !== 'ATTENDUE').map((a) => ({ ...a, empreinte })),
      empreinte,
    ),
  )
  return { etat }
}

const sensDe = (nature: 'avis' | 'accord', etat: 'APPROUVEE' | 'REFUSEE'): string =>
  nature === 'accord'
    ? etat === 'APPROUVEE'
      ? 'accord donné'
      : 'accord refusé'
    : etat === 'APPROUVEE'
      ? 'avis favorable'
      : 'avis défavorable'
