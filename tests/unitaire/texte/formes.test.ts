import { describe, expect, it } from 'vitest'
import { ecrireValeur, enumerer } from '@/lib/domaine/texte/ecriture/formes'
import { enLettres } from '@/lib/domaine/texte/ecriture/nombres-en-lettres'
import type { ValeurParametre } from '@/lib/domaine/texte/parametres'

const N = '\u00a0'
const F = '\u202f'
const maire = (civilite: 'M' | 'MME'): ValeurParametre => ({
  genre: 'personne',
  civilite,
  prenom: 'Camille',
  nom: 'ESSAI',
  fonction: { masculin: 'Maire', feminin: 'Maire' },
})
const commune = (nom: string, tncc: number): ValeurParametre => ({
  genre: 'commune',
  nom,
  tncc,
  codeInsee: '94003',
  departement: { code: '94', nom: 'Val-de-Marne', tncc: 2 },
})
const hups: ValeurParametre = {
  genre: 'designation',
  nom: 'Hôpitaux Universitaires Paris-Sud',
  sigle: 'HUPS',
  article: 'les',
  feminin: false,
}
const aphp: ValeurParametre = {
  genre: 'designation',
  nom: 'Assistance publique',
  sigle: 'AP-HP',
  article: "l'",
  feminin: true,
}

describe('Valeurs écrites dans le texte', () => {
  it.each<[ValeurParametre, string | null, string]>([
    [{ genre: 'duree', nombre: 48, unite: 'heure' }, null, `48${N}h`],
    [{ genre: 'duree', nombre: 48, unite: 'heure' }, 'lettres', 'quarante-huit heures'],
    [{ genre: 'duree', nombre: 3, unite: 'an' }, 'lettres', 'trois ans'],
    [{ genre: 'duree', nombre: 1, unite: 'an' }, 'lettres', 'un an'],
    [{ genre: 'duree', nombre: 21, unite: 'heure' }, 'lettres', 'vingt et une heures'],
    [{ genre: 'montant', centimes: 630_531 }, null, `6${F}305,31${N}€`],
    [{ genre: 'montant', centimes: 14_549 }, null, `145,49${N}€`],
    [{ genre: 'taux', pourcent: 10 }, null, `10${N}%`],
    [{ genre: 'date', date: '2018-09-01' }, null, `1er${N}septembre 2018`],
    [{ genre: 'date', date: '2018-09-15' }, 'court', '15/09/2018'],
    [maire('M'), 'titre', 'Monsieur le Maire'],
    [maire('MME'), 'titre', 'Madame la Maire'],
    [maire('M'), 'possessif', 'son Maire'],
    [maire('MME'), 'possessif', 'sa Maire'],
    [maire('MME'), 'qualifie', `sa Maire, Madame${N}Camille${N}ESSAI`],
    [maire('MME'), null, `Madame${N}Camille${N}ESSAI`],
    [commune('Arcueil', 1), 'de', 'd’Arcueil'],
    [commune('Le Kremlin-Bicêtre', 2), 'de', 'du Kremlin-Bicêtre'],
    [commune('Arcueil', 1), 'departement_de', 'du Val-de-Marne'],
    [hups, null, 'les HUPS'],
    [hups, 'Court', 'Les HUPS'],
    [hups, 'de', 'des HUPS'],
    [hups, 'a', 'aux HUPS'],
    [aphp, null, 'l’AP-HP'],
    [aphp, 'Court', 'L’AP-HP'],
    [aphp, 'de', 'de l’AP-HP'],
  ])('%o (%s) → %s', (valeur, forme, attendu) => expect(ecrireValeur(valeur, forme)).toBe(attendu))

  it('énumère avec « et » avant le dernier', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(enumerer)).toEqual(['', 'a', 'a et b', 'a, b et c'])
  })

  it.each([
    [0, 'zéro'],
    [16, 'seize'],
    [21, 'vingt et un'],
    [71, 'soixante et onze'],
    [77, 'soixante-dix-sept'],
    [80, 'quatre-vingts'],
    [81, 'quatre-vingt-un'],
    [91, 'quatre-vingt-onze'],
    [100, 'cent'],
    [200, 'deux cents'],
    [201, 'deux cent un'],
    [999, 'neuf cent quatre-vingt-dix-neuf'],
    [1000, '1000'],
  ])('%i en lettres', (n, attendu) => expect(enLettres(n)).toBe(attendu))
})
