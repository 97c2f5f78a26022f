import { afterAll, beforeAll, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import { enregistrerLeRetour } from '@/lib/serveur/signature/retour'
import { unHabilite } from '../fabriques/negociation'
import { OUTILS_DU_TEST, unDepot, unEnvoi } from '../fabriques/signature'
import { ouvrirTerritoire, type Territoire } from '../fabriques/territoire'

/** Tours de la course : peu dans les essais, mille par `npm run bancs -- courses`. */
const TOURS = Math.max(3, Math.floor(Number(process.env.TOURS ?? 3)))
const PLUS_TARD = new Date('2026-12-10T10:00:00Z')
const SCAN = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

let t: Territoire
let mairie: Acteur
beforeAll(async () => {
  t = await ouvrirTerritoire()
  mairie = await unHabilite(t, 'MAIRIE', 'commune-arcueil')
}, 60_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

it(
  `deux signatures au même instant, ${TOURS} fois : les deux gardées, un seul acte signé`,
  async () => {
    for (let tour = 0; tour < TOURS; tour++) {
      const e = await unEnvoi(t)
      const enregistrer = async (acteur: Acteur, partieId: string, signeLe: string) => {
        const fichierId = await unDepot(acteur, e.envoiId, SCAN, 'scan.png', PLUS_TARD)
        const signatures = [{ partieId, rang: 1, signeLe, lue: null }]
        const saisie = { envoiId: e.envoiId, fichierId, mode: 'PAPIER' as const, signatures }
        return enregistrerLeRetour(acteur, saisie, PLUS_TARD, OUTILS_DU_TEST)
      }
      const rendus = await Promise.all([
        enregistrer(t.direction, e.hopital, '2026-12-03'),
        enregistrer(mairie, e.gestionnaire, '2026-12-05'),
      ])
      expect(rendus.filter((r) => r.signee)).toHaveLength(1)
      expect(await t.proprietaire.signature.count({ where: { envoiId: e.envoiId } })).toBe(2)
      const acte = await t.proprietaire.acte.findUniqueOrThrow({ where: { id: e.acteId } })
      expect(acte.etape).toBe('SIGNEE')
      expect(acte.dateSignature?.toISOString().slice(0, 10)).toBe('2026-12-05')
      expect(
        await t.proprietaire.journal.count({ where: { acteId: e.acteId, evenement: 'acte-signe' } }),
      ).toBe(1)
    }
  },
  Math.max(120_000, TOURS * 3_000),
)
