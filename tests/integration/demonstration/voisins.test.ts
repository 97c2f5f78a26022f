// Le reste de la démonstration : deux communes voisines, une activité qu'elles partagent, un avenant et une campagne.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { histoireDArcueil } from '@/lib/serveur/amorcer/histoire/arcueil'
import { derouler } from '@/lib/serveur/amorcer/histoire/derouler'
import { recit } from '@/lib/serveur/amorcer/histoire/recit'
import { histoireDesVoisins } from '@/lib/serveur/amorcer/histoire/voisins'
import { REGISTRE } from '@/lib/serveur/taches/registre'
import { compteDe, type Maison, ouvrirDemonstration } from '../../fabriques/demonstration'
import { OUTILS_DU_TEST } from '../../fabriques/signature'
import { MAINTENANT } from '../../fabriques/territoire'

let m: Maison
beforeAll(async () => {
  m = await ouvrirDemonstration({ demonstration: true, histoire: true })
  await derouler(histoireDesVoisins(), { outils: OUTILS_DU_TEST })
}, 180_000)
afterAll(() => m.fermer())

const actes = async () => {
  const lus = await m.proprietaire.acte.findMany({ include: { convention: true } })
  return lus.map((a) => `${a.convention.reference}${a.rang ? `-A${a.rang}` : ''} ${a.etape}`).sort()
}

it('s’ajoute à la fin de l’histoire d’Arcueil, dont les numéros de pas ne bougent pas', () => {
  const pas = histoireDArcueil().length
  expect(recit()).toHaveLength(pas + histoireDesVoisins().length)
  expect(recit()[pas - 1]?.le).toEqual(histoireDArcueil().at(-1)?.le)
})

it('a deux conventions-cadres signées, une activité et un avenant en relecture', async () => {
  expect(await actes()).toEqual([
    'HUPS-MAL-2026-001 SIGNEE',
    'HUPS-MAL-2026-001-A1 EN_RELECTURE',
    'HUPS-MAL-2026-002 EN_RELECTURE',
    'HUPS-VIT-2026-001 SIGNEE',
  ])
})

it('attache l’activité à chacune des deux conventions-cadres', async () => {
  const liens = await m.proprietaire.rattachementConvention.findMany({
    include: { cadre: true, convention: true },
    orderBy: { cadre: { reference: 'asc' } },
  })
  expect(liens.map((l) => `${l.convention.reference} → ${l.cadre.reference}, n° ${l.numero}`)).toEqual([
    'HUPS-MAL-2026-002 → HUPS-MAL-2026-001, n° 1',
    'HUPS-MAL-2026-002 → HUPS-VIT-2026-001, n° 1',
  ])
})

it('laisse une campagne dont l’ouvrier prépare l’avenant de Vitry-sur-Seine', async () => {
  const [tache, ...autres] = await m.proprietaire.tache.findMany()
  expect(autres).toEqual([])
  const acteur = await compteDe(m, 'partenariats.hups')
  await REGISTRE.campagne({
    acteur,
    tacheId: tache?.id ?? '',
    acteId: tache?.acteId ?? '',
    saisie: tache?.saisie,
    maintenant: MAINTENANT,
    avancer: async () => undefined,
  })
  expect(await actes()).toContain('HUPS-VIT-2026-001-A1 BROUILLON')
})
