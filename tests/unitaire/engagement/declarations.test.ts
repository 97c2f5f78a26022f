import { describe, expect, it } from 'vitest'
import {
  type Declaration,
  REDACTION_DU_MODELE,
  schemaDeclarations,
} from '@/lib/domaine/engagement/declaration'
import { EQUIPEMENTS_CONNUS } from '@/lib/domaine/organisation/equipements'
import type { GenreParametre } from '@/lib/domaine/texte/parametres'
import { DECLARATIONS_DU_SOCLE, declarationsDuSocle } from '@/prisma/socle/engagements'
import { PART_VISEE } from '@/prisma/socle/engagements/commun'
import { aplatir, engagementsNes, MODELES } from './declarations-outils'

const GENRES_DE_CIBLE: Record<Declaration['promesse']['genre'], readonly GenreParametre[]> = {
  delai: ['duree'],
  frequence: ['choix', 'nombre'],
  quantite: ['nombre', 'taux'],
  taux: ['nombre', 'taux'],
  livrable: ['date'],
  permanent: [],
}

it('déclare pour chaque version du socle, et pour elles seules', () => {
  const dites = Object.entries(DECLARATIONS_DU_SOCLE).flatMap(([code, v]) =>
    Object.keys(v).map((n) => `${code} v${n}`),
  )
  expect(dites.sort()).toEqual(MODELES.map((m) => `${m.code} v${String(m.version)}`).sort())
  expect(declarationsDuSocle('convention-cadre-partenariat', 99)).toEqual([])
  expect(declarationsDuSocle('inconnu', 1)).toEqual([])
})

describe.each(MODELES.map((m) => [`${m.code}, version ${String(m.version)}`, m] as const))(
  '%s',
  (_, modele) => {
    const declarations = declarationsDuSocle(modele.code, modele.version)
    const unites = new Map(aplatir(modele.unites).map((u) => [u.identite, u]))
    const definitions = new Map(modele.parametres.map((p) => [p.cle, p]))

    it('est acceptée par le schéma, avec des clés uniques', () => {
      expect(declarations.length).toBeGreaterThan(0)
      expect(schemaDeclarations.safeParse(declarations).success).toBe(true)
      expect(new Set(declarations.map((d) => d.cle)).size).toBe(declarations.length)
    })

    it('vise un article ou une annexe du modèle, et une de ses rédactions', () => {
      for (const d of declarations) {
        const unite = unites.get(d.unite)
        expect(['article', 'sous-article', 'annexe'], `${d.cle} : ${d.unite}`).toContain(unite?.genre)
        const codes = (unite?.variantes ?? []).map((v) => v.code)
        expect(codes).not.toContain(REDACTION_DU_MODELE)
        // Viser la rédaction du modèle n'a de sens que s'il en existe une autre.
        if (d.variante !== null)
          expect(codes.length ? [REDACTION_DU_MODELE, ...codes] : [], d.cle).toContain(d.variante)
      }
    })

    it('vise des paramètres définis, du genre que la promesse attend', () => {
      for (const { cle, promesse } of declarations) {
        if ('parametre' in promesse && promesse.parametre !== null)
          expect(GENRES_DE_CIBLE[promesse.genre], cle).toContain(definitions.get(promesse.parametre)?.genre)
        if (promesse.genre === 'delai' && promesse.parametreDecompte !== null)
          expect(definitions.get(promesse.parametreDecompte)?.genre, cle).toBe('choix')
        if (promesse.genre === 'frequence' && promesse.parametrePar !== undefined)
          expect(definitions.get(promesse.parametrePar)?.genre, cle).toBe('choix')
      }
    })

    it('vise des valeurs que les rédactions écrivent, quelle que soit celle retenue', () => {
      const choix = declarations.map((d) =>
        d.variante === null || d.variante === REDACTION_DU_MODELE
          ? {}
          : { variantes: { [d.unite]: d.variante } },
      )
      for (const c of choix)
        for (const e of engagementsNes(modele, declarations, c))
          expect(e.valeurAbsente, e.declaration.cle).toBe(false)
    })

    it('donne un répondant de chaque côté, un rythme à tout sauf aux remises, et un équipement connu', () => {
      for (const d of declarations) {
        expect(Boolean(d.referents.hopital && d.referents.centre), d.cle).toBe(true)
        expect(d.recurrence === null, d.cle).toBe(d.promesse.genre === 'livrable')
        if (d.condition?.genre === 'equipement')
          expect(Object.keys(EQUIPEMENTS_CONNUS)).toContain(d.condition.code)
      }
    })

    it('vise partout la même part des cas, réglable ensuite', () => {
      for (const { promesse, cle } of declarations) {
        if (promesse.genre === 'delai') expect(promesse.part, cle).toBe(PART_VISEE)
        if (promesse.genre === 'taux') expect([PART_VISEE, 100], cle).toContain(promesse.pourcent)
      }
    })

    it('écrit des phrases courtes, sans chiffre, à l’apostrophe courbe et sans point final', () => {
      for (const { libelle, cle } of declarations) {
        expect(libelle.length, cle).toBeLessThanOrEqual(110)
        expect(libelle, cle).toMatch(/^[A-ZÀÉÊ][^0-9'"{}]*[^ .]$/)
        expect(libelle.normalize('NFC'), cle).toBe(libelle)
      }
    })

    it('retire les engagements d’un article retiré, et eux seuls', () => {
      const nes = (omises: readonly string[]) => engagementsNes(modele, declarations, { omises })
      const complets = nes([])
      for (const unite of new Set(declarations.map((d) => d.unite))) {
        const attendus = complets.filter((e) => e.declaration.unite !== unite).map((e) => e.declaration.cle)
        expect(
          nes([unite]).map((e) => e.declaration.cle),
          unite,
        ).toEqual(attendus)
      }
      expect(nes(aplatir(modele.unites).map((u) => u.identite))).toEqual([])
    })
  },
)
