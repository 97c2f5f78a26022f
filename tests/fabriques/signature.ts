import { versDate } from '../../lib/bd/dates'
import type { Prisma } from '../../lib/bd/genere/client'
import { nouvelId } from '../../lib/bd/identifiants'
import { deposerRetour } from '../../lib/cas-usage/signature/deposer-retour'
import { relirePdf } from '../../lib/documents/controle/relire'
import { pageAutonome } from '../../lib/documents/html/page-autonome'
import { rendrePdf } from '../../lib/documents/pdf'
import { lireSignatures } from '../../lib/documents/signature-pdf/lire'
import type { Acteur } from '../../lib/domaine/organisation/acteur'
import type { ApprobationDemandee } from '../../lib/domaine/texte/modele-source'
import { envoyerALaSignature, fabriquerEnvoi } from '../../lib/serveur/signature/envoyer'
import type { OutilsFigement } from '../../lib/serveur/signature/outils'
import { completerLesValeurs, unTextePartage } from './negociation'
import { agir, MAINTENANT, type Territoire } from './territoire'

/** Les vrais travaux, dans le processus du test au lieu d'un fil. */
export const OUTILS_DU_TEST: OutilsFigement = {
  rendre: rendrePdf,
  html: async (d) => pageAutonome(d),
  relire: relirePdf,
  lire: lireSignatures,
}

const MENTIONS: Record<string, Prisma.InputJsonValue> = {
  deliberation_numero: { genre: 'texte', texte: '2026-84' },
  deliberation_date: { genre: 'date', date: '2026-11-05' },
  deliberation_transmission: { genre: 'date', date: '2026-11-10' },
}
export const TRANSMISE = '2026-11-10'

/** Texte accepté, avis rendus, délibération adoptée et transmise, signataires nommés : rien ne bloque plus l'envoi. */
export async function unTexteASigner(t: Territoire, { transmise = TRANSMISE as string | null } = {}) {
  const partage = await unTextePartage(t)
  const { acteId, conventionId, versionId } = partage
  await completerLesValeurs(t, conventionId, acteId)
  const p = t.proprietaire
  const version = await p.versionActe.findUniqueOrThrow({ where: { id: versionId } })
  for (const [cle, valeur] of Object.entries(MENTIONS))
    await p.parametre.upsert({
      where: { conventionId_cle: { conventionId, cle } },
      create: { conventionId, cle, valeur, tardive: true },
      update: { valeur, tardive: true },
    })
  const acte = await p.acte.update({
    where: { id: acteId },
    data: { etape: 'TEXTE_ACCEPTE' },
    include: { parties: { orderBy: { rang: 'asc' } }, modeleVersion: true },
  })
  const commun = { acteId, versionId, empreinte: version.empreinte }
  const avis = (acte.modeleVersion?.approbations ?? []) as unknown as ApprobationDemandee[]
  for (const [rang, a] of avis.entries())
    await p.approbation.create({
      data: {
        ...commun,
        id: nouvelId(),
        rang,
        fonction: a.fonction,
        libelle: a.libelle,
        nature: a.nature,
        etat: 'APPROUVEE',
        auteurNom: 'Avis d’essai',
        le: MAINTENANT,
      },
    })
  const [hopital, gestionnaire] = ['HOPITAL', 'GESTIONNAIRE'].map(
    (role) => acte.parties.find((x) => x.role === role)?.id ?? '',
  ) as [string, string]
  await p.deliberation.create({
    data: {
      ...commun,
      id: nouvelId(),
      conventionId,
      partieId: gestionnaire,
      organe: 'Conseil municipal',
      numero: '2026-84',
      seanceLe: versDate('2026-11-05'),
      transmiseLe: transmise ? versDate(transmise) : null,
      publieeLe: transmise ? versDate(transmise) : null,
      auteurNom: 'Mairie d’essai',
    },
  })
  await p.signataire.deleteMany({ where: { partie: { acteId } } })
  await p.signataire.createMany({
    data: [
      { partieId: hopital, civilite: 'M', prenom: 'Jean', nom: 'Modèle', qualite: 'Directeur général' },
      { partieId: gestionnaire, civilite: 'MME', prenom: 'Claire', nom: 'Exemple', qualite: 'Maire' },
    ].map((s) => ({ ...s, civilite: s.civilite as 'M' | 'MME', id: nouvelId(), rang: 1 })),
  })
  return { ...partage, hopital, gestionnaire }
}

/** Réserve puis fabrique, comme l'action et l'ouvrier le font l'un après l'autre. */
export async function envoyer(
  acteur: Acteur,
  saisie: { acteId: string; version: number; premiere: string | null },
  outils: OutilsFigement = OUTILS_DU_TEST,
): Promise<string> {
  const { envoiId } = await agir(acteur, envoyerALaSignature, saisie)
  await fabriquerEnvoi(acteur, envoiId, MAINTENANT, undefined, outils)
  return envoiId
}

/** Un acte envoyé à la signature, son PDF figé en main. */
export async function unEnvoi(t: Territoire, { premiere = null as 'hopital' | 'gestionnaire' | null } = {}) {
  const texte = await unTexteASigner(t)
  await envoyer(t.direction, {
    acteId: texte.acteId,
    version: await versionDe(t, texte.acteId),
    premiere: premiere && texte[premiere],
  })
  const envoi = await t.proprietaire.envoiSignature.findFirstOrThrow({
    where: { acteId: texte.acteId },
    include: { pdf: true, html: true },
  })
  const fige = Buffer.from(envoi.pdf?.contenu ?? [])
  return { ...texte, envoiId: envoi.id, envoi, fige }
}

export const versionDe = async (t: Territoire, acteId: string): Promise<number> =>
  (await t.proprietaire.acte.findUniqueOrThrow({ where: { id: acteId } })).version

/** Dépose un fichier revenu, comme l'écran le fait ; rend son identifiant. */
export async function unDepot(
  acteur: Acteur,
  envoiId: string,
  octets: Uint8Array,
  nom = 'retour.pdf',
  maintenant = MAINTENANT,
): Promise<string> {
  const fichier = new File([Uint8Array.from(octets)], nom)
  return (await agir(acteur, deposerRetour, { envoiId, fichier }, maintenant)).id
}
