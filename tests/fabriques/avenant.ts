import { versDate } from '../../lib/bd/dates'
import { nouvelId } from '../../lib/bd/identifiants'
import { partagerVersion } from '../../lib/cas-usage/acte/partager-version'
import { ouvrirAvenant } from '../../lib/cas-usage/avenant/ouvrir-avenant'
import { enregistrerRetour } from '../../lib/cas-usage/signature/enregistrer-retour'
import type { TexteFige } from '../../lib/domaine/acte/version'
import type { Acteur } from '../../lib/domaine/organisation/acteur'
import { lireTexteBalise } from '../../lib/domaine/texte/balisage'
import type { Contenu } from '../../lib/domaine/texte/contenu'
import { noeudsEnLigne } from '../../lib/domaine/texte/contenu'
import type { ApprobationDemandee } from '../../lib/domaine/texte/modele-source'
import { unTextePartage } from './negociation'
import { envoyer, unDepot, versionDe } from './signature'
import { agir, MAINTENANT, type Territoire } from './territoire'

/** Une convention-cadre complète, partagée puis signée : signée le 10 janvier 2026, en vigueur du 1er février 2026 au 31 janvier 2029. */
export async function uneConventionPrete(t: Territoire, centre = 'arcueil') {
  const c = await unTextePartage(t, { centre })
  await t.proprietaire.acte.update({
    where: { id: c.acteId },
    data: {
      etape: 'SIGNEE',
      dateSignature: versDate('2026-01-10'),
      dateEffet: versDate('2026-02-01'),
      dateFin: versDate('2029-01-31'),
    },
  })
  const version = await t.proprietaire.versionActe.findUniqueOrThrow({ where: { id: c.versionId } })
  return { ...c, texte: version.texte as unknown as TexteFige }
}

/** Un projet d'avenant ouvert sur cette convention. */
export const unProjet = (t: Territoire, convention: { acteId: string }, objet = 'Délais de réponse') =>
  agir(t.direction, ouvrirAvenant, { acteId: convention.acteId, objet, motif: '' })

/** Contenu d'un seul paragraphe. */
export const contenu = (texte: string): Contenu => lireTexteBalise(texte, nouvelId())

/** Mots d'un contenu, paramètres sous leur clé. */
export const motsDe = (c: Contenu): string =>
  [...noeudsEnLigne(c.content)]
    .map((n) => (n.type === 'text' ? n.text : n.type === 'parametre' ? `{${n.attrs.cle}}` : ''))
    .join('')

/** La commune a délibéré sur la convention et ses avenants : ils sont couverts sans nouveau vote. */
export async function uneDeliberationCouvrante(
  t: Territoire,
  c: { acteId: string; conventionId: string; versionId: string },
): Promise<void> {
  const partie = await t.proprietaire.partie.findFirstOrThrow({
    where: { acteId: c.acteId, role: 'GESTIONNAIRE' },
  })
  const version = await t.proprietaire.versionActe.findUniqueOrThrow({ where: { id: c.versionId } })
  await t.proprietaire.deliberation.create({
    data: {
      id: nouvelId(),
      conventionId: c.conventionId,
      acteId: c.acteId,
      partieId: partie.id,
      versionId: c.versionId,
      empreinte: version.empreinte,
      organe: 'Conseil municipal',
      numero: '2025-84',
      seanceLe: versDate('2025-12-05'),
      transmiseLe: versDate('2025-12-10'),
      publieeLe: versDate('2025-12-10'),
      portee: 'ACTE_ET_AVENANTS',
      auteurNom: 'Mairie d’essai',
    },
  })
}

/** Avis du modèle rendus et signataires nommés : il ne reste qu'à envoyer. */
export async function appreterLaSignature(t: Territoire, acteId: string) {
  const p = t.proprietaire
  await p.acte.update({ where: { id: acteId }, data: { etape: 'TEXTE_ACCEPTE', effetFinancier: false } })
  const acte = await p.acte.findUniqueOrThrow({
    where: { id: acteId },
    include: { parties: true, modeleVersion: true, versions: { orderBy: { numero: 'desc' }, take: 1 } },
  })
  const version = acte.versions[0]
  const avis = (acte.modeleVersion?.approbations ?? []) as unknown as ApprobationDemandee[]
  for (const [rang, a] of avis.entries())
    await p.approbation.create({
      data: {
        id: nouvelId(),
        acteId,
        versionId: version?.id ?? '',
        empreinte: version?.empreinte ?? '',
        rang,
        fonction: a.fonction,
        libelle: a.libelle,
        nature: a.nature,
        etat: 'APPROUVEE',
        auteurNom: 'Avis d’essai',
        le: MAINTENANT,
      },
    })
  const partie = (role: string) => acte.parties.find((x) => x.role === role)?.id ?? ''
  const [hopital, gestionnaire] = [partie('HOPITAL'), partie('GESTIONNAIRE')]
  await p.signataire.deleteMany({ where: { partie: { acteId } } })
  await p.signataire.createMany({
    data: [
      {
        partieId: hopital,
        civilite: 'M' as const,
        prenom: 'Jean',
        nom: 'Modèle',
        qualite: 'Directeur général',
      },
      {
        partieId: gestionnaire,
        civilite: 'MME' as const,
        prenom: 'Claire',
        nom: 'Exemple',
        qualite: 'Maire',
      },
    ].map((s) => ({ ...s, id: nouvelId(), rang: 1 })),
  })
  return { hopital, gestionnaire }
}

export const LE_JOUR_DES_SIGNATURES = new Date('2026-12-10T10:00:00Z')
const SCAN = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

/** Partage un projet, l'apprête, l'envoie et le fait signer : par l'hôpital le 3 décembre, par la mairie le 5. */
export async function signerLAvenant(
  t: Territoire,
  mairie: Acteur,
  acteId: string,
  { partager = true, jour = LE_JOUR_DES_SIGNATURES } = {},
) {
  if (partager)
    await agir(t.direction, partagerVersion, { acteId, version: await versionDe(t, acteId), message: '' })
  const { hopital, gestionnaire } = await appreterLaSignature(t, acteId)
  const envoiId = await envoyer(t.direction, { acteId, version: await versionDe(t, acteId), premiere: null })
  const signer = async (acteur: Acteur, partieId: string, signeLe: string) => {
    const fichierId = await unDepot(acteur, envoiId, SCAN, 'scan.png', jour)
    const signatures = [{ partieId, rang: 1, signeLe, lue: null }]
    return agir(
      acteur,
      (c, s: Parameters<typeof enregistrerRetour>[1]) => enregistrerRetour(c, s, null),
      { envoiId, fichierId, mode: 'PAPIER' as const, signatures },
      jour,
    )
  }
  const le = (j: number) => new Date(jour.getTime() - j * 86_400_000).toISOString().slice(0, 10)
  await signer(t.direction, hopital, le(7))
  return signer(mairie, gestionnaire, le(5))
}
