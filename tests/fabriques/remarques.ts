import { nouvelId } from '../../lib/bd/identifiants'
import { partagerVersion } from '../../lib/cas-usage/acte/partager-version'
import { ecrireRemarque } from '../../lib/cas-usage/remarque/ecrire-remarque'
import { proposerTexte } from '../../lib/cas-usage/remarque/proposer-texte'
import type { Acteur } from '../../lib/domaine/organisation/acteur'
import { lireTexteBalise } from '../../lib/domaine/texte/balisage'
import type { Contenu } from '../../lib/domaine/texte/contenu'
import { agir, MAINTENANT, type Territoire, unBrouillon } from './territoire'

/** Alinéa du modèle sur lequel portent les remarques d'essai. */
export const ALINEA = 'considerant-libre-choix'

/** Un projet partagé avec son centre, et l'alinéa que l'on discutera, tel que la version le dit. */
export async function unProjetEnRelecture(t: Territoire) {
  const brouillon = await unBrouillon(t)
  await agir(t.direction, partagerVersion, { acteId: brouillon.acteId, version: 1, message: '' })
  const unite = await t.proprietaire.unite.findUniqueOrThrow({
    where: { acteId_identite: { acteId: brouillon.acteId, identite: ALINEA } },
  })
  return { ...brouillon, alinea: unite.contenu as unknown as Contenu }
}

export const minutes = (n: number): Date => new Date(MAINTENANT.getTime() + n * 60_000)

/** Une remarque, partagée ou interne ; rend son identifiant. */
export const uneRemarque = async (
  acteur: Acteur,
  acteId: string,
  {
    texte = 'Le délai est trop court.',
    interne = false,
    identite = ALINEA as string | null,
    quand = MAINTENANT,
  } = {},
): Promise<string> =>
  (await agir(acteur, ecrireRemarque, { acteId, identite, lue: 1, passage: null, interne, texte }, quand))
    .remarqueId

/** Une contre-proposition : un paragraphe ajouté et, s'il est donné, un texte à la place du premier. */
export const uneContreProposition = async (
  acteur: Acteur,
  acteId: string,
  alinea: Contenu,
  { interne = false, ajout = 'Le centre en informe ses patients.', texte = '', quand = MAINTENANT } = {},
): Promise<string> => {
  const [premier, ...suite] = alinea.content
  if (premier?.type !== 'paragraph') throw new Error('un paragraphe est attendu')
  const retouche = {
    ...premier,
    content: [...(premier.content ?? []), { type: 'text' as const, text: ' Sans délai.' }],
  }
  const contenu: Contenu = {
    type: 'doc',
    content: [retouche, ...suite, ...lireTexteBalise(ajout, 'neuf').content],
  }
  const r = await agir(
    acteur,
    proposerTexte,
    { acteId, identite: ALINEA, lue: 1, interne, titre: null, contenu, texte },
    quand,
  )
  return r.remarqueId
}

/** Personne invitée par un lien sur la version 1, du côté du gestionnaire sauf mention. */
export async function unInvite(
  t: Territoire,
  acteId: string,
  cote: 'HOPITAL' | 'GESTIONNAIRE' = 'GESTIONNAIRE',
): Promise<Acteur> {
  const version = await t.proprietaire.versionActe.findFirstOrThrow({ where: { acteId } })
  const invitation = await t.proprietaire.invitation.create({
    data: {
      id: nouvelId(),
      acteId,
      versionId: version.id,
      cote,
      nom: 'Personne invitée',
      courriel: `${nouvelId()}@exemple.invalid`,
      empreinte: nouvelId(),
      expireLe: minutes(60 * 24 * 30),
      creeParNom: 'Essai',
      creeParCote: cote,
    },
  })
  return {
    utilisateurId: '',
    nom: invitation.nom,
    habilitations: [],
    groupes: [],
    organisations: [],
    sieges: [],
    invitation: { invitationId: invitation.id, acteId, cote },
  }
}
