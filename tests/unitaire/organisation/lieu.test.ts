import { describe, expect, it } from 'vitest'
import { aCommune, deCommune, duDepartement, leDepartement } from '@/lib/domaine/organisation/lieu'

describe('liaison d’un nom de commune', () => {
  it.each([
    ['Villejuif', 0, 'de Villejuif', 'à Villejuif'],
    ['Fontenay-aux-Roses', 0, 'de Fontenay-aux-Roses', 'à Fontenay-aux-Roses'],
    ['Arcueil', 1, 'd’Arcueil', 'à Arcueil'],
    ['Ivry-sur-Seine', 1, 'd’Ivry-sur-Seine', 'à Ivry-sur-Seine'],
    ['Le Kremlin-Bicêtre', 2, 'du Kremlin-Bicêtre', 'au Kremlin-Bicêtre'],
    ['Kremlin-Bicêtre', 2, 'du Kremlin-Bicêtre', 'au Kremlin-Bicêtre'],
    ['La Courneuve', 3, 'de La Courneuve', 'à La Courneuve'],
    ['Les Lilas', 4, 'des Lilas', 'aux Lilas'],
    ['L’Haÿ-les-Roses', 5, 'de L’Haÿ-les-Roses', 'à L’Haÿ-les-Roses'],
    ["L'Haÿ-les-Roses", 0, 'de L’Haÿ-les-Roses', 'à L’Haÿ-les-Roses'],
    ['Haÿ-les-Roses', 5, 'de L’Haÿ-les-Roses', 'à L’Haÿ-les-Roses'],
    ['Aux Marais', 6, 'des Marais', 'aux Marais'],
    ['Las Illas', 7, 'de Las Illas', 'à Las Illas'],
    ['Los Masos', 8, 'de Los Masos', 'à Los Masos'],
    ['Levallois-Perret', 2, 'du Levallois-Perret', 'au Levallois-Perret'],
  ])('%s (type %i) se dit « %s » et « %s »', (nom, tncc, de, a) => {
    expect(deCommune(nom, tncc)).toBe(de)
    expect(aCommune(nom, tncc)).toBe(a)
  })
})

describe('liaison d’un nom de département', () => {
  it.each([
    ['Paris', 0, 'de Paris', 'Paris'],
    ['Ille-et-Vilaine', 1, 'd’Ille-et-Vilaine', 'Ille-et-Vilaine'],
    ['Val-de-Marne', 2, 'du Val-de-Marne', 'le Val-de-Marne'],
    ['Seine-Saint-Denis', 3, 'de la Seine-Saint-Denis', 'la Seine-Saint-Denis'],
    ['Hauts-de-Seine', 4, 'des Hauts-de-Seine', 'les Hauts-de-Seine'],
    ['Essonne', 5, 'de l’Essonne', 'l’Essonne'],
  ])('%s (type %i) se dit « %s » et « %s »', (nom, tncc, du, le) => {
    expect(duDepartement(nom, tncc)).toBe(du)
    expect(leDepartement(nom, tncc)).toBe(le)
  })
})
