import type { Tx } from '../../bd/client'
import { figerTexte, type PartieFigee, type TexteFige } from '../../domaine/acte/version'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contenu } from '../../domaine/texte/contenu'
import type { TexteDActe } from '../../domaine/texte/finalisation'
import type { PartieSource } from '../../domaine/texte/modele-source'
import type { DefinitionParametre, ValeurParametre, ValeursParametres } from '../../domaine/texte/parametres'
import type { DetailAnnexe, GenreUnite } from '../../domaine/texte/unites'

/** Texte en cours d'un acte, lu des tables de travail, tel qu'une version le figerait maintenant. */
export async function texteDeTravail(tx: Tx, acteId: string): Promise<TexteFige> {
  const acte = await tx.acte.findUnique({
    where: { id: acteId },
    include: {
      modeleVersion: true,
      unites: { include: { fichier: { select: { id: true, nom: true, taille: true, empreinte: true } } } },
      parties: { orderBy: { rang: 'asc' } },
    },
  })
  if (!acte) throw new ErreurMetier('INTROUVABLE')
  const modele = acte.modeleVersion
  const texte: TexteDActe = {
    titre: modele?.titre ?? acte.titre,
    comparutions: ((modele?.parties ?? []) as unknown as PartieSource[]).map((p) => p.comparution),
    unites: acte.unites.map((u) => ({
      identite: u.identite,
      parent: u.parent,
      rang: u.rang,
      genre: u.genre as GenreUnite,
      titre: u.titre,
      contenu: u.contenu as unknown as Contenu,
      annexe: u.annexe as unknown as DetailAnnexe | null,
      fichier: u.fichier,
      omise: u.omise,
      motif: u.motif,
    })),
    definitions: (modele?.parametres ?? []) as unknown as DefinitionParametre[],
    valeurs: await valeursDe(tx, acte.conventionId),
  }
  const parties = acte.parties.map((p): PartieFigee => {
    const d = p.designation as { nom?: string; adresse?: string | null }
    return {
      partieId: p.id,
      role: p.role,
      organisationId: p.organisationId,
      nom: d.nom ?? '',
      adresse: d.adresse ?? null,
    }
  })
  return figerTexte(texte, { surtitre: modele?.intitule ?? acte.titre, parties })
}

/** Valeurs renseignées de la chaîne, par clé. */
export async function valeursDe(tx: Tx, conventionId: string): Promise<ValeursParametres> {
  const lignes = await tx.parametre.findMany({ where: { conventionId } })
  return Object.fromEntries(
    lignes.flatMap((p) => (p.valeur ? [[p.cle, p.valeur as unknown as ValeurParametre]] : [])),
  )
}
