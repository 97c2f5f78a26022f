import type { z } from 'zod'
import type { UniteModele } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import type { EtatUnite } from '../../domaine/avenant/modifications'
import { numeroInsere } from '../../domaine/avenant/numeroter-insertion'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contenu } from '../../domaine/texte/contenu'
import { parametresCites } from '../../domaine/texte/finalisation'
import type { DefinitionParametre } from '../../domaine/texte/parametres'
import type { DetailAnnexe, GenreUnite } from '../../domaine/texte/unites'
import type { Contexte } from '../contexte'
import { enregistrerRetouche, type RetoucheEnregistree } from './enregistrer-retouche'
import { chargerProjet, etatVoulu, lireProjet, type ProjetEnMain } from './projet'
import { poserRetouche } from './rediger-projet'
import type { schemaInsererUnite, schemaReprendreDuModele } from './saisies'

export type UniteInseree = RetoucheEnregistree & { identite: string; numero: string }

/** Insère une unité écrite pour cet avenant, après une sœur et sous un parent en vigueur ; elle prend son numéro ici. */
export async function insererUnite(
  contexte: Contexte,
  saisie: z.output<typeof schemaInsererUnite>,
): Promise<UniteInseree> {
  const p = await chargerProjet(contexte, saisie.acteId)
  const etat: EtatUnite = {
    genre: saisie.genre,
    titre: saisie.titre || null,
    contenu: saisie.contenu,
    annexe: saisie.genre === 'annexe' ? { nature: 'tableau', revision: 'avenant' } : null,
    fichier: null,
  }
  return inserer(contexte, p, `ajout-${nouvelId(contexte.maintenant.getTime())}`, etat, saisie)
}

/**
 * Reprend une unité d'un modèle publié, telle que la bibliothèque l'écrit, avec ses sous-articles et les paramètres qu'ils
 * citent et que la chaîne n'avait pas. Jamais signée, elle est insérée ; supprimée par un avenant, elle est rétablie à sa
 * place, sous son numéro. Refuse une unité que le texte porte déjà : elle se retouche.
 */
export async function reprendreDuModele(
  contexte: Contexte,
  saisie: z.output<typeof schemaReprendreDuModele>,
): Promise<UniteInseree> {
  const { tx } = contexte
  const p = await chargerProjet(contexte, saisie.acteId)
  const version = await tx.modeleVersion.findUnique({
    where: { id: saisie.modeleVersionId },
    include: { unites: { orderBy: { rang: 'asc' } } },
  })
  const modele = version?.unites.find((u) => u.identite === saisie.identite)
  if (!version || version.retireeLe || !modele) throw new ErreurMetier('INTROUVABLE')
  const definitions = version.parametres as unknown as DefinitionParametre[]
  const reprise = await reprendreUne(contexte, p, modele, definitions, saisie)
  let apres: string | null = null
  for (const enfant of version.unites.filter((u) => u.parent === saisie.identite)) {
    const frais = await lireProjet(contexte, p.acte)
    const { unites } = etatVoulu(frais)
    if (!unites.some((u) => u.identite === enfant.identite && !u.supprimee))
      await reprendreUne(contexte, frais, enfant, definitions, { parent: saisie.identite, apres })
    apres = enfant.identite
  }
  return reprise
}

async function reprendreUne(
  contexte: Contexte,
  p: ProjetEnMain,
  modele: UniteModele,
  definitions: readonly DefinitionParametre[],
  place: { parent: string | null; apres: string | null },
): Promise<UniteInseree> {
  const { identite } = modele
  const voulu = etatVoulu(p)
  const presente = voulu.unites.find((u) => u.identite === identite)
  const enVigueur = p.base.unites.find((u) => u.identite === identite)
  if (presente && !(presente.supprimee && enVigueur?.supprimee)) throw new ErreurMetier('DEJA_EXISTANT')
  const etat: EtatUnite = {
    genre: modele.genre as GenreUnite,
    titre: modele.titre,
    contenu: modele.contenu as unknown as Contenu,
    annexe: modele.annexe as unknown as DetailAnnexe | null,
    fichier: null,
  }
  for (const definition of nouvelles(etat, definitions, voulu.definitions))
    await poserRetouche(contexte, await lireProjet(contexte, p.acte), {
      cible: 'valeur',
      cle: definition.cle,
      depart: null,
      voulu: definition.defaut ?? null,
      definition,
    })
  const frais = await lireProjet(contexte, p.acte)
  if (!presente) return inserer(contexte, frais, identite, etat, place)
  const parent = voulu.unites.find((u) => u.identite === presente.parent)
  if (presente.parent !== null && (!parent || parent.supprimee)) throw new ErreurMetier('INTROUVABLE')
  const retablie = await enregistrerRetouche(
    contexte,
    frais,
    { cible: 'unite', identite, depart: null, voulu: etat },
    0,
  )
  return { ...retablie, identite, numero: p.base.numeros[identite]?.nu ?? '' }
}

/** Paramètres que l'unité cite et que la chaîne ne connaissait pas. */
function nouvelles(
  etat: EtatUnite,
  definitions: readonly DefinitionParametre[],
  connues: readonly DefinitionParametre[],
): DefinitionParametre[] {
  const cites = parametresCites({
    titre: '',
    comparutions: [],
    unites: [{ ...etat, identite: 'x', parent: null, rang: 1, omise: false }],
    definitions: [],
    valeurs: {},
  })
  return definitions.filter((d) => cites.has(d.cle) && !connues.some((c) => c.cle === d.cle))
}

async function inserer(
  contexte: Contexte,
  p: ProjetEnMain,
  identite: string,
  etat: EtatUnite,
  place: { parent: string | null; apres: string | null },
): Promise<UniteInseree> {
  const voulu = etatVoulu(p)
  const { parent, apres } = place
  const porteur = voulu.unites.find((u) => u.identite === parent)
  if (parent !== null && (!porteur || porteur.supprimee)) throw new ErreurMetier('INTROUVABLE')
  if ((etat.genre === 'sous-article') !== (porteur?.genre === 'article'))
    throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'place' })
  if (apres !== null && voulu.unites.find((u) => u.identite === apres)?.parent !== parent)
    throw new ErreurMetier('INTROUVABLE')
  const numero = numeroInsere(voulu, { genre: etat.genre, parent, apres })
  const enregistree = await enregistrerRetouche(
    contexte,
    p,
    { cible: 'unite', identite, depart: null, voulu: etat, place: { parent, apres, numero } },
    0,
  )
  return { ...enregistree, identite, numero: numero.nu }
}
