import { describe, expect, it } from 'vitest'
import { numeroInsere } from '@/lib/domaine/avenant/numeroter-insertion'
import { redigerAvenant } from '@/lib/domaine/avenant/rediger'
import type { Retouche } from '@/lib/domaine/avenant/retouches'
import type { GenreUnite } from '@/lib/domaine/texte/unites'
import { alineas, article, base, DELAI, dossier, lire, recrire } from './fabrique'

const E = base()
const dire = (r: Parameters<typeof dossier>[1], identite: string, autres = {}) => {
  const redige = redigerAvenant(dossier(E, r, autres))
  return alineas(redige.unites.find((u) => u.identite === identite))
}
const supprimer = (identite: string): Retouche => ({
  cible: 'unite',
  identite,
  depart: lire(E, identite),
  voulu: null,
})
const inserer = (
  identite: string,
  apres: string | null,
  titre: string | null,
  texte: string,
  genre: GenreUnite = 'article',
  parent: string | null = null,
): Retouche => ({
  cible: 'unite',
  identite,
  depart: null,
  voulu: article(texte, titre, genre),
  place: { parent, apres, numero: numeroInsere(E, { genre, parent, apres }) },
})

describe('une unité réécrite en entier', () => {
  it('la remplace, intitulé compris, un guillemet ouvrant par alinéa', () => {
    const r = recrire(E, 'scanner', {
      texte: 'Le scanner est proposé le jour même.\n\nLe compte rendu suit.',
    })
    expect(dire([r], 'av-m-scanner')).toEqual([
      'L’article 2.1 est remplacé par les dispositions suivantes :',
      '« 2.1 – Scanner',
      '« Le scanner est proposé le jour même.',
      '« Le compte rendu suit. »',
    ])
  })
})

describe('les mouvements', () => {
  it('insère entre deux articles', () => {
    expect(dire([inserer('n', 'urgences', 'Délais', 'Le délai court.')], 'av-m-n')).toEqual([
      'Après l’article 3, il est inséré un article 3 bis ainsi rédigé :',
      '« Article 3 bis – Délais',
      '« Le délai court. »',
    ])
  })
  it('ajoute à la fin', () => {
    expect(dire([inserer('n', 'astreinte', 'Bilan', 'Un bilan est dressé.')], 'av-m-n')[0]).toBe(
      'Il est ajouté un article 6 ainsi rédigé :',
    )
  })
  it('supprime', () => {
    expect(dire([supprimer('suivi')], 'av-m-suivi')).toEqual(['L’article 4 est supprimé.'])
    expect(dire([supprimer('annexe')], 'av-m-annexe')).toEqual(['L’annexe 1 est supprimée.'])
  })
})

describe('une valeur', () => {
  it('énumère les articles où les mêmes mots changent, et dit à part ceux qui s’écrivent autrement', () => {
    const r: Retouche = {
      cible: 'valeur',
      cle: 'delai',
      depart: DELAI,
      voulu: { genre: 'duree', nombre: 24, unite: 'heure' },
    }
    expect(dire([r], 'av-v-delai')).toEqual([
      'La convention-cadre est ainsi modifiée :',
      '1° Aux articles 2.1 et 3, les mots : « 48 h » sont remplacés par les mots : « 24 h » ;',
      '2° À l’article 5, les mots : « quarante-huit heures » sont remplacés par les mots : « vingt-quatre heures ».',
    ])
  })
})
