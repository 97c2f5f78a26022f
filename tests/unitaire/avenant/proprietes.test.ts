import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { appliquer } from '@/lib/domaine/avenant/appliquer'
import { type AvenantSigne, consolider } from '@/lib/domaine/avenant/consolider'
import { A_BLANC, type EtatDeLaChaine, etatDeLUnite } from '@/lib/domaine/avenant/etat'
import { empreinteEtat } from '@/lib/domaine/avenant/modifications'
import { rebaser } from '@/lib/domaine/avenant/rebaser'
import { accordRedactionEffet, FORMES, redigerAvenant } from '@/lib/domaine/avenant/rediger'
import { deriver, deriverTout } from '@/lib/domaine/avenant/retouches'
import { canoniser } from '@/lib/domaine/texte/canoniser'
import { schemaContenu } from '@/lib/domaine/texte/contenu'
import { enfantsDe } from '@/lib/domaine/texte/numerotation'
import { dossier } from './fabrique'
import { bande, editionsAuHasard, etatAuHasard, Hasard, melanger } from './hasard'

// Des milliers de textes : le délai ordinaire est pour un essai, pas pour une propriété.
vi.setConfig({ testTimeout: 60_000 })

const lire = (e: EtatDeLaChaine) =>
  new Map(e.unites.map((u) => [u.identite, u.supprimee ? null : empreinteEtat(etatDeLUnite(u))]))

describe('dériver puis appliquer', () => {
  it('donne exactement le texte voulu, sans conflit', () => {
    fc.assert(
      fc.property(bande, (nombres) => {
        const h = new Hasard(nombres)
        const base = etatAuHasard(h)
        const { retouches, unites, ordre } = editionsAuHasard(h, base)
        const { etat, conflits } = appliquer(base, deriverTout(retouches), A_BLANC)
        expect(conflits).toEqual([])
        expect(lire(etat)).toEqual(
          new Map([...unites].map(([i, x]) => [i, x === null ? null : empreinteEtat(x)])),
        )
        for (const [parent, soeurs] of ordre)
          expect(enfantsDe(etat.unites, parent).map((u) => u.identite)).toEqual(soeurs)
        for (const r of retouches) {
          if (r.cible === 'valeur') expect(etat.valeurs[r.cle]).toEqual(r.voulu)
          if (r.cible === 'terme') expect(etat.fin).toBe(r.voulu)
        }
      }),
      { numRuns: 2_000, endOnFailure: true },
    )
  })

  it('ne dépend pas de l’ordre des modifications', () => {
    fc.assert(
      fc.property(bande, (nombres) => {
        const h = new Hasard(nombres)
        const base = etatAuHasard(h)
        const m = deriverTout(editionsAuHasard(h, base).retouches)
        const [a, b] = [appliquer(base, m, A_BLANC), appliquer(base, melanger(h, m), A_BLANC)]
        expect(canoniser(a.etat)).toBe(canoniser(b.etat))
      }),
      { numRuns: 300, endOnFailure: true },
    )
  })
})

describe('consolider', () => {
  it('ne dépend pas de l’ordre de lecture des avenants', () => {
    fc.assert(
      fc.property(bande, (nombres) => {
        const h = new Hasard(nombres)
        const base = etatAuHasard(h)
        const avenants = Array.from({ length: 1 + h.entier(4) }, (_, i): AvenantSigne => {
          const mois = String(1 + h.entier(8)).padStart(2, '0')
          return {
            acteId: `a${i}`,
            rang: i + 1,
            titre: '',
            transcrit: true,
            signeLe: `2026-${mois}-01`,
            effetLe: `2026-${String(1 + h.entier(8)).padStart(2, '0')}-15`,
            modifications: deriverTout(editionsAuHasard(h, base).retouches),
          }
        })
        const [a, b] = [
          consolider(base, avenants, '2026-06-30'),
          consolider(base, melanger(h, avenants), '2026-06-30'),
        ]
        expect(canoniser(a)).toBe(canoniser(b))
      }),
      { numRuns: 300, endOnFailure: true },
    )
  })
})

describe('rebaser', () => {
  it('ne perd rien, ne s’arrête sur rien quand le texte n’a pas bougé, et se répète sans effet', () => {
    fc.assert(
      fc.property(bande, (nombres) => {
        const h = new Hasard(nombres)
        const base = etatAuHasard(h)
        const { retouches } = editionsAuHasard(h, base)
        const utiles = retouches.filter((r) => deriver(r) !== null)
        const sur = rebaser(base, retouches)
        expect(sur.arretees).toEqual([])
        expect(sur.retouches).toHaveLength(utiles.length)
        const autre = appliquer(base, deriverTout(editionsAuHasard(h, base).retouches), A_BLANC).etat
        const premier = rebaser(autre, retouches)
        expect(premier.retouches.length + premier.arretees.length).toBeLessThanOrEqual(utiles.length)
        const second = rebaser(autre, premier.retouches)
        expect(second.arretees).toEqual([])
        expect(canoniser(second.retouches)).toBe(canoniser(premier.retouches))
        expect(appliquer(autre, deriverTout(premier.retouches), A_BLANC).conflits).toEqual([])
        const numeros = premier.retouches.flatMap((r) =>
          r.cible === 'unite' && r.place ? [`${r.voulu?.genre} ${r.place.numero.nu}`] : [],
        )
        expect(new Set(numeros).size).toBe(numeros.length)
      }),
      { numRuns: 300, endOnFailure: true },
    )
  })
})

describe('rédiger', () => {
  it('écrit toujours un texte valide, stable, d’accord avec son effet, dans chaque forme permise', () => {
    fc.assert(
      fc.property(bande, (nombres) => {
        const h = new Hasard(nombres)
        const base = etatAuHasard(h)
        const retouches = rebaser(base, editionsAuHasard(h, base).retouches).retouches
        const choisies = retouches.map((retouche) => ({ retouche, forme: h.parmi([null, ...FORMES]) }))
        const d = { ...dossier(base, []), retouches: choisies }
        const redige = redigerAvenant(d)
        expect(redigerAvenant({ ...d, retouches: melanger(h, choisies) })).toEqual(redige)
        expect(new Set(redige.unites.map((u) => u.identite)).size).toBe(redige.unites.length)
        for (const u of redige.unites) {
          expect(schemaContenu.safeParse(u.contenu).success).toBe(true)
          const attendu = redige.attendus[u.identite]
          if (attendu) {
            expect(accordRedactionEffet(u.contenu, attendu)).toEqual({ accord: true })
            expect(accordRedactionEffet(u.contenu, { ...attendu, propose: '' })).toEqual({ accord: true })
          }
        }
      }),
      { numRuns: 120, endOnFailure: true },
    )
  })
})
