import { describe, expect, it } from 'vitest'
import {
  identiteDuModele,
  permetUnActeGroupe,
  repeterParGestionnaire,
  repeterUnites,
} from '@/lib/domaine/acte/acte-groupe'
import { parametresCites } from '@/lib/domaine/texte/finalisation'
import { conventionActivitePartagee2 as modele } from '@/prisma/socle/modeles/convention-activite-partagee-2'
import { conventionCadre } from '@/prisma/socle/modeles/convention-cadre'
import { texteDuModele } from '../../fabriques/document-du-modele'

const NOMS = ['commune de Malakoff', 'commune de Vitry-sur-Seine', 'commune de Bagneux']
const ecrit = { parties: modele.parties, definitions: modele.parametres }
const unites = texteDuModele(modele, { annexes: true }).unites.map((u) => ({ ...u, variantes: [] }))

describe('La répétition d’un modèle par gestionnaire', () => {
  it('rend le modèle tel quel à un seul gestionnaire, et à un modèle bilatéral', () => {
    expect(repeterParGestionnaire(ecrit, NOMS.slice(0, 1))).toBe(ecrit)
    const cadre = { parties: conventionCadre.parties, definitions: conventionCadre.parametres }
    expect(permetUnActeGroupe(cadre.definitions)).toBe(false)
    expect(repeterParGestionnaire(cadre, NOMS)).toBe(cadre)
    expect(repeterUnites(unites, modele.parametres, 1)).toEqual(unites)
  })

  it.each([2, 3])('à %i gestionnaires, tout ce que le texte cite est défini, une fois', (n) => {
    const noms = NOMS.slice(0, n)
    const { parties, definitions } = repeterParGestionnaire(ecrit, noms)
    expect(parties.map((p) => p.role)).toEqual(['hopital', ...noms.map(() => 'gestionnaire')])
    const cles = definitions.map((d) => d.cle)
    expect(new Set(cles).size).toBe(cles.length)
    const cites = parametresCites({
      titre: modele.titre,
      comparutions: parties.map((p) => p.comparution),
      unites: repeterUnites(unites, modele.parametres, n),
      definitions,
      valeurs: {},
    })
    expect([...cites.keys()].filter((c) => !cles.includes(c))).toEqual([])
    expect(cites.has(`deliberation_numero_g${n}`)).toBe(true)
    expect(definitions.find((d) => d.cle === `commune_g${n}`)?.libelle).toContain(noms[n - 1])
  })

  it('ne répète que ce que chacun a pour lui, à la suite et sous une identité retrouvable', () => {
    const repetees = repeterUnites(unites, modele.parametres, 2)
    const ajoutees = repetees.filter((u) => u.identite.endsWith('-g2'))
    expect(ajoutees.map((u) => identiteDuModele(u.identite)).sort()).toEqual([
      'visa-convention-cadre',
      'visa-delegation-maire',
      'visa-deliberation',
    ])
    for (const u of ajoutees) {
      const base = unites.find((x) => x.identite === identiteDuModele(u.identite))
      expect(u.rang).toBe((base?.rang ?? 0) + 1)
      expect(unites.some((x) => x.rang === u.rang && x.parent === u.parent)).toBe(false)
    }
    expect(new Set(repetees.map((u) => u.identite)).size).toBe(repetees.length)
  })
})
