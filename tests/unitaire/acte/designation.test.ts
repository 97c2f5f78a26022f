import { expect, it } from 'vitest'
import { designationDeLActe, estFeminine } from '@/lib/domaine/acte/designation'

it.each([
  ['Convention-cadre de partenariat', 'la convention-cadre de partenariat', true],
  ['Protocole d’accord', 'le protocole d’accord', false],
  ['Accord de coopération', 'l’accord de coopération', false],
  ['Entente sanitaire', 'l’entente sanitaire', true],
  ['Coopération 2019', 'la convention « Coopération 2019 »', true],
])('« %s » se nomme et s’accorde', (titre, designation, feminin) => {
  expect(designationDeLActe(titre)).toBe(designation)
  expect(estFeminine(designation)).toBe(feminin)
})
