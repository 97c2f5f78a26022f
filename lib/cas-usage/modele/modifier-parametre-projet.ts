import type { z } from 'zod'
import type { Prisma } from '../../bd/genere/client'
import { ErreurMetier } from '../../domaine/erreurs'
import { citationsDe } from '../../domaine/modele/controle'
import type { DefinitionParametre } from '../../domaine/texte/parametres'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { chargerProjet, ecrireProjet } from './charger-projet'
import { texteDuProjet } from './publier-projet'
import type { schemaParametreProjet, schemaRetirerParametre } from './saisies'

type Saisie = z.output<typeof schemaParametreProjet>

/**
 * Ajoute une valeur au projet, ou la modifie. Sa clé se fixe à l'ajout ; son genre ne change plus : les conventions nées
 * d'une version antérieure la partagent. Une valeur reprise d'une fiche ne change que de libellé et d'aide.
 */
export async function enregistrerParametreProjet(
  contexte: Contexte,
  saisie: Saisie,
): Promise<{ version: number; cle: string }> {
  const projet = await chargerProjet(contexte.tx, contexte.acteur, saisie.projetId)
  const definitions = projet.parametres as unknown as DefinitionParametre[]
  const connue = saisie.cle === null ? null : definitions.find((d) => d.cle === saisie.cle)
  if (connue === undefined) throw new ErreurMetier('INTROUVABLE')
  if (definitions.some((d) => d !== connue && d.libelle === saisie.libelle))
    throw new ErreurMetier('DEJA_EXISTANT', { nom: saisie.libelle })
  const definition = connue ? modifiee(connue, saisie) : nouvelle(definitions, saisie)
  const suivantes = connue
    ? definitions.map((d) => (d === connue ? definition : d))
    : [...definitions, definition]
  const { version } = await ecrireProjet(contexte, projet.id, saisie.version, {
    parametres: suivantes as unknown as Prisma.InputJsonValue,
  })
  await journaliser(contexte, {
    organisationId: projet.groupeId,
    evenement: connue ? 'parametre-modele-modifie' : 'parametre-modele-ajoute',
    cible: definition.cle,
    donnees: { modele: projet.modeleCode, libelle: definition.libelle },
  })
  return { version, cle: definition.cle }
}

/** Retire une valeur que plus aucun texte du projet ne cite. */
export async function retirerParametreProjet(
  contexte: Contexte,
  saisie: z.output<typeof schemaRetirerParametre>,
): Promise<{ version: number }> {
  const projet = await chargerProjet(contexte.tx, contexte.acteur, saisie.projetId)
  const definitions = projet.parametres as unknown as DefinitionParametre[]
  const connue = definitions.find((d) => d.cle === saisie.cle)
  if (!connue) throw new ErreurMetier('INTROUVABLE')
  if (citationsDe(texteDuProjet(projet), saisie.cle).length > 0)
    throw new ErreurMetier('VALEUR_CITEE', { nom: connue.libelle })
  const ecrit = await ecrireProjet(contexte, projet.id, saisie.version, {
    parametres: definitions.filter((d) => d !== connue) as unknown as Prisma.InputJsonValue,
  })
  await journaliser(contexte, {
    organisationId: projet.groupeId,
    evenement: 'parametre-modele-retire',
    cible: saisie.cle,
    donnees: { modele: projet.modeleCode, libelle: connue.libelle },
  })
  return ecrit
}

const facultatifs = (s: Saisie) => ({
  ...(s.aide ? { aide: s.aide } : {}),
  ...(s.facultatif ? { facultatif: true } : {}),
})

function modifiee(connue: DefinitionParametre, s: Saisie): DefinitionParametre {
  const { aide: _aide, facultatif: _facultatif, ...reste } = connue
  if ((connue.origine ?? 'saisie') !== 'saisie') return { ...reste, libelle: s.libelle, ...facultatifs(s) }
  if (s.genre !== connue.genre) throw new ErreurMetier('SAISIE_INVALIDE')
  const { defaut: _defaut, unites: _unites, choix: _choix, ...stable } = reste
  return { ...stable, libelle: s.libelle, ...facultatifs(s), ...propres(s, connue) }
}

function nouvelle(definitions: readonly DefinitionParametre[], s: Saisie): DefinitionParametre {
  const cle = cleLibre(
    s.libelle,
    definitions.map((d) => d.cle),
  )
  return { cle, libelle: s.libelle, genre: s.genre, ...facultatifs(s), ...propres(s, null) }
}

/** Défaut, unités de durée et réponses d'un choix ; un défaut d'un autre genre, ou hors des réponses, est refusé. */
function propres(s: Saisie, connue: DefinitionParametre | null): Partial<DefinitionParametre> {
  const choix =
    s.genre === 'choix'
      ? s.choix.map((c, i) => ({
          code:
            connue?.choix?.find((x) => x.libelle === c.libelle)?.code ?? `choix-${i + 1}-${plier(c.libelle)}`,
          ...c,
        }))
      : null
  if (choix && new Set(choix.map((c) => c.libelle)).size !== choix.length)
    throw new ErreurMetier('SAISIE_INVALIDE')
  if (s.defaut && s.defaut.genre !== s.genre) throw new ErreurMetier('SAISIE_INVALIDE')
  // Une réponse neuve n'a pas encore de code : le défaut d'un choix la désigne par ses mots.
  const defaut =
    s.defaut?.genre === 'choix'
      ? { genre: 'choix' as const, code: codeDuChoix(choix ?? [], s.defaut.code) }
      : s.defaut
  return {
    ...(defaut ? { defaut } : {}),
    ...(s.genre === 'duree' && s.unites.length ? { unites: s.unites } : {}),
    ...(choix ? { choix } : {}),
  }
}

function codeDuChoix(choix: readonly { code: string; libelle: string }[], designe: string): string {
  const trouve = choix.find((c) => c.code === designe || c.libelle === designe)
  if (!trouve) throw new ErreurMetier('SAISIE_INVALIDE')
  return trouve.code
}

const plier = (libelle: string): string =>
  libelle
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40)

function cleLibre(libelle: string, prises: readonly string[]): string {
  const debut = plier(libelle).replace(/^[^a-z]+/, '')
  const base = debut.length > 1 ? debut : `valeur_${debut}`
  let cle = base
  for (let n = 2; prises.includes(cle); n++) cle = `${base}_${n}`
  return cle
}
