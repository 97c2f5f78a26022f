import { describe, expect, it } from 'vitest'
import { lireTexteBalise } from '@/lib/domaine/texte/balisage'
import type { UniteDActe } from '@/lib/domaine/texte/finalisation'
import { estLong, SEUIL_DOCUMENT_LONG, signesDuTexte } from '@/lib/domaine/texte/longueur'
import { conventionAffiliation } from '../../../prisma/socle/modeles/convention-affiliation'
import { conventionCadre } from '../../../prisma/socle/modeles/convention-cadre'
import { texteDuModele } from '../../fabriques/document-du-modele'

const article = (identite: string, texte: string, plus: Partial<UniteDActe> = {}): UniteDActe => ({
  identite,
  parent: null,
  rang: 0,
  genre: 'article',
  titre: null,
  contenu: lireTexteBalise(texte, identite),
  omise: false,
  ...plus,
})
const deSignes = (n: number) => 'a'.repeat(n)

describe('Longueur d’un document', () => {
  it('compte les titres et le texte écrit, pas les unités omises ni leurs enfants', () => {
    const unites = [
      article('a', 'Dix signes', { titre: 'Objet' }),
      article('b', 'Retiré', { omise: true }),
      article('c', 'Sous un article retiré', { parent: 'b' }),
      article('d', 'Avec {{gestionnaire}}.', { rang: 1 }),
    ]
    expect(signesDuTexte({ unites })).toBe('Objet'.length + 'Dix signes'.length + 'Avec '.length + 1)
  })

  it('bascule juste après le seuil', () => {
    const unites = [article('a', deSignes(SEUIL_DOCUMENT_LONG - 5), { titre: 'Objet' })]
    expect(estLong({ unites })).toBe(false)
    expect(estLong({ unites: [...unites, article('b', 'x')] })).toBe(true)
    expect(estLong({ unites: [...unites, article('b', 'x', { omise: true })] })).toBe(false)
    expect(estLong({ unites: [] })).toBe(false)
  })

  it('laisse à leur adresse directe les modèles du socle, toutes annexes comprises', () => {
    for (const modele of [conventionCadre, conventionAffiliation])
      expect(signesDuTexte(texteDuModele(modele, { annexes: true }))).toBeLessThan(SEUIL_DOCUMENT_LONG / 2)
  })
})
