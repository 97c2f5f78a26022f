import { versDate } from '../../lib/bd/dates'
import { nouvelId } from '../../lib/bd/identifiants'
import { habitDuModele } from '../../lib/bd/modele-de-l-acte'
import { partagerVersion } from '../../lib/cas-usage/acte/partager-version'
import type { Acteur } from '../../lib/domaine/organisation/acteur'
import type { ValeurParametre } from '../../lib/domaine/texte/parametres'
import { unUtilisateur } from './comptes'
import { agir, MAINTENANT, type Territoire, unBrouillon } from './territoire'

/** Instant, tant de minutes après celui des essais. */
export const apres = (minutes: number): Date => new Date(MAINTENANT.getTime() + minutes * 60_000)

/** Personne habilitée comme la session la construirait : un compte, une habilitation, son périmètre. */
export async function unHabilite(
  t: Territoire,
  role: 'DIRECTION_CMS' | 'MAIRIE',
  code: string,
): Promise<Acteur> {
  const o = await t.proprietaire.organisation.findUniqueOrThrow({
    where: { code },
    include: { enfants: { select: { id: true, nature: true } } },
  })
  const u = await t.proprietaire.$transaction((tx) => unUtilisateur(tx, { sansMotDePasse: true }))
  await t.proprietaire.habilitation.create({
    data: {
      id: nouvelId(),
      utilisateurId: u.id,
      organisationId: o.id,
      role,
      depuis: versDate('2026-01-01'),
    },
  })
  const centres = o.enfants.filter((e) => e.nature === 'CENTRE').map((e) => e.id)
  return {
    utilisateurId: u.id,
    nom: u.nom,
    habilitations: [{ role, organisationId: o.id, nature: o.nature, fonction: null }],
    groupes: [],
    organisations: role === 'MAIRIE' ? [o.id, ...centres] : [o.id],
    sieges: [],
  }
}

const CONVENUE: ValeurParametre = { genre: 'texte', texte: 'Valeur convenue' }

/** Remplit, dans la base, les valeurs qui manquent : le texte peut être accepté dans son ensemble. */
export async function completerLesValeurs(t: Territoire, conventionId: string, acteId: string) {
  const acte = await t.proprietaire.acte.findUniqueOrThrow({
    where: { id: acteId },
    include: {
      modeleVersion: true,
      parties: { orderBy: { rang: 'asc' } },
      convention: { include: { parametres: true } },
    },
  })
  const { definitions } = habitDuModele(acte.modeleVersion, acte.parties)
  for (const d of definitions) {
    if (d.origine === 'mention-tardive') continue
    const ligne = acte.convention.parametres.find((p) => p.cle === d.cle)
    if (ligne?.valeur) continue
    await t.proprietaire.parametre.upsert({
      where: { conventionId_cle: { conventionId, cle: d.cle } },
      create: { conventionId, cle: d.cle, valeur: CONVENUE },
      update: { valeur: CONVENUE },
    })
  }
}

/** Un texte complet, partagé une première fois avec ce centre ; rend ses identifiants et la version à passer ensuite. */
export async function unTextePartage(t: Territoire, { centre = 'arcueil', complet = true } = {}) {
  const brouillon = await unBrouillon(t, centre)
  if (complet) await completerLesValeurs(t, brouillon.conventionId, brouillon.acteId)
  const { version } = await agir(t.direction, partagerVersion, {
    acteId: brouillon.acteId,
    version: 1,
    message: '',
  })
  return { ...brouillon, version, versionId: await versionPartagee(t, brouillon.acteId) }
}

/** Dernière version partagée d'un acte. */
export async function versionPartagee(t: Territoire, acteId: string): Promise<string> {
  const v = await t.proprietaire.versionActe.findFirstOrThrow({
    where: { acteId },
    orderBy: { numero: 'desc' },
  })
  return v.id
}

/** Code reçu par courriel, tel que l'administrateur d'une démonstration le lit. */
export async function dernierCode(t: Territoire, acteId: string): Promise<string> {
  const c = await t.proprietaire.courriel.findFirstOrThrow({
    where: { acteId, gabarit: 'code-accord' },
    orderBy: { id: 'desc' },
  })
  return String((c.donnees as { code: string }).code)
}
