import {
  blocsContenu,
  enClair,
  fragmentsDeBalise,
  preparerResolution,
  type Resolution,
} from '../../documents/blocs/construire'
import { texteDeLActe } from '../../domaine/acte/texte-de-l-acte'
import type { Contenu } from '../../domaine/texte/contenu'
import { obstaclesFinalisation } from '../../domaine/texte/finalisation'
import type { ValeurParametre } from '../../domaine/texte/parametres'
import type {
  ConventionLue,
  ParametreLu,
  SignataireLu,
  UniteLue,
} from '../../lectures/convention/lire-convention'

/** Ce qu'on tape dans une unité : son titre et son texte, enregistrés ensemble. */
export type SaisieUnite = { titre: string | null; contenu: Contenu }

export const cibleUnite = (identite: string) => `unite:${identite}`
export const cibleParametre = (cle: string) => `parametre:${cle}`
export const ciblePartie = (id: string) => `partie:${id}`

/** L'acte tel qu'il se lit avec ce qui vient d'être tapé, enregistré ou non. */
export function avecSaisies(c: ConventionLue, saisies: ReadonlyMap<string, unknown>): ConventionLue {
  if (saisies.size === 0) return c
  const unites = c.unites.map((u): UniteLue => {
    const s = saisies.get(cibleUnite(u.identite)) as SaisieUnite | undefined
    return s ? { ...u, titre: s.titre, contenu: s.contenu } : u
  })
  const parties = c.parties.map((p) => {
    const s = saisies.get(ciblePartie(p.id)) as SignataireLu[] | undefined
    return s ? { ...p, signataires: s } : p
  })
  const cles = new Set([...c.parametres.map((p) => p.cle), ...c.definitions.map((d) => d.cle)])
  const parametres = [...cles].flatMap((cle): ParametreLu[] => {
    const connu = c.parametres.find((p) => p.cle === cle)
    const cible = cibleParametre(cle)
    if (!saisies.has(cible)) return connu ? [connu] : []
    const valeur = (saisies.get(cible) ?? null) as ValeurParametre | null
    return [{ cle, valeur, version: connu?.version ?? 0, origineFiche: connu?.origineFiche ?? null }]
  })
  return { ...c, unites, parties, parametres }
}

export type Manque = { cle: string; libelle: string; unite: string | null; ou: string }

/** Valeurs à compléter, dans l'ordre du texte, avec l'endroit où elles manquent. */
export function manquesDe(c: ConventionLue): Manque[] {
  const texte = texteDeLActe(c)
  const nommer = nommeur(texte)
  return obstaclesFinalisation(texte).flatMap((o): Manque[] =>
    o.genre === 'valeur-manquante'
      ? [
          {
            cle: o.cle,
            libelle: o.libelle,
            unite: o.unite,
            ou: o.unite ? nommer(o.unite) : 'Titre et parties',
          },
        ]
      : [],
  )
}

/** « Article 2 – Accès à l’imagerie », « 2.1 – Scanner », « Visa ». */
export function nommeur(texte: Parameters<typeof preparerResolution>[0]): (identite: string) => string {
  const r = preparerResolution(texte)
  const { numeros } = r
  const parIdentite = new Map(texte.unites.map((u) => [u.identite, u]))
  return (identite) => {
    const u = parIdentite.get(identite)
    if (!u) return ''
    const titre = u.titre ? enClair(fragmentsDeBalise(r, u.titre)) : ''
    const numero = numeros.get(identite)?.intitule ?? ''
    if (u.genre === 'visa') return titre || debutDuTexte(r, u.contenu) || 'Visa'
    if (u.genre === 'preambule') return titre || 'Préambule'
    if (u.genre === 'considerant') return numero ? `Considérant ${numero.replace('.', '')}` : 'Considérant'
    return [numero, titre].filter(Boolean).join(' – ')
  }
}

/** Premiers mots d'un texte sans titre : « Vu le code de la santé publique… ». */
function debutDuTexte(r: Resolution, contenu: Contenu): string {
  const [premier] = blocsContenu(r, contenu.content, {})
  const texte = premier?.genre === 'paragraphe' ? enClair(premier.fragments).trim() : ''
  return texte.length > 70 ? `${texte.slice(0, 70).replace(/[\s\u00a0,]+\S*$/, '')}…` : texte
}
