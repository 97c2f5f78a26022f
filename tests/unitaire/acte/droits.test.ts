import { describe, expect, it } from 'vitest'
import {
  peutAbandonner,
  peutCreer,
  peutLire,
  peutModifier,
  peutValiderModele,
} from '@/lib/domaine/acte/droits'
import { ETAPES, type Etape } from '@/lib/domaine/acte/etapes'
import type { Acteur } from '@/lib/domaine/organisation/acteur'

const acteur = (p: Partial<Acteur>): Acteur => ({
  utilisateurId: 'u',
  nom: 'Essai',
  habilitations: [],
  groupes: [],
  organisations: [],
  sieges: [],
  ...p,
})
const ACTEURS = {
  direction: acteur({ groupes: ['hups'] }),
  autreDirection: acteur({ groupes: ['hupnvs'] }),
  cms: acteur({ organisations: ['arcueil'] }),
  autreCms: acteur({ organisations: ['gentilly'] }),
  siege: acteur({ sieges: ['hups'] }),
  personne: acteur({}),
}
const acte = (etape: Etape, partage: boolean) => ({
  groupeId: 'hups',
  organisations: ['commune-arcueil', 'arcueil'],
  partage,
  etape,
})

describe('Qui lit un acte (liste écrite à la main)', () => {
  const PERMIS: Record<keyof typeof ACTEURS, (etape: Etape, partage: boolean) => boolean> = {
    direction: () => true,
    autreDirection: () => false,
    cms: (_, partage) => partage,
    autreCms: () => false,
    siege: (etape) => etape !== 'BROUILLON',
    personne: () => false,
  }
  for (const nom of Object.keys(ACTEURS) as (keyof typeof ACTEURS)[]) {
    for (const etape of ETAPES) {
      for (const partage of [true, false]) {
        it(`${nom}, ${etape}, ${partage ? 'partagé' : 'non partagé'}`, () => {
          expect(peutLire(ACTEURS[nom], acte(etape, partage))).toBe(PERMIS[nom](etape, partage))
        })
      }
    }
  }
})

describe('Qui écrit', () => {
  it('la direction du groupe, dans un brouillon ou un texte à reprendre seulement', () => {
    const modifiables = ETAPES.filter((e) => peutModifier(ACTEURS.direction, acte(e, true)))
    expect(modifiables).toEqual(['BROUILLON', 'A_REPRENDRE'])
  })

  it('personne d’autre, à aucune étape', () => {
    for (const [nom, a] of Object.entries(ACTEURS)) {
      if (nom === 'direction') continue
      for (const e of ETAPES) {
        expect(peutModifier(a, acte(e, true)), `${nom} ${e}`).toBe(false)
        expect(peutAbandonner(a, acte(e, true)), `${nom} ${e}`).toBe(false)
      }
    }
  })

  it('n’abandonne ni un acte signé ni un acte déjà abandonné', () => {
    const abandonnables = ETAPES.filter((e) => peutAbandonner(ACTEURS.direction, acte(e, false)))
    expect(abandonnables).not.toContain('SIGNEE')
    expect(abandonnables).not.toContain('ABANDONNEE')
    expect(abandonnables).toContain('BROUILLON')
  })

  it('ouvre une convention pour son groupe seulement', () => {
    expect(peutCreer(ACTEURS.direction, 'hups')).toBe(true)
    expect(peutCreer(ACTEURS.direction, 'hupnvs')).toBe(false)
    expect(peutCreer(ACTEURS.siege, 'hups')).toBe(false)
  })

  it('valide un modèle : le valideur juridique, pas les autres valideurs', () => {
    const valideur = (fonction: string | null) =>
      acteur({
        habilitations: [{ role: 'VALIDEUR', organisationId: 'hups', nature: 'GROUPE_HOSPITALIER', fonction }],
      })
    expect(peutValiderModele(valideur('juridique'))).toBe(true)
    expect(peutValiderModele(valideur('comptable'))).toBe(false)
    expect(peutValiderModele(valideur(null))).toBe(false)
  })
})
