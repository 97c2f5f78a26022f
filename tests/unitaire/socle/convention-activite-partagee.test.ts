import { describe, expect, it } from 'vitest'
import { couvertureConventionActivitePartagee } from '../../../prisma/socle/couverture/convention-activite-partagee'
import { conventionActivitePartagee } from '../../../prisma/socle/modeles/convention-activite-partagee'
import { controlerCouverture, controlerModele } from './controles-modele'
import { aplatir, toutLeTexte } from './outils-modele'

const SOURCE = ['parties', 'visas', 'préambule', '1', '2', '3', '4', '5', '6']

describe('le modèle de convention d’activité partagée', () => {
  controlerModele(conventionActivitePartagee)
  controlerCouverture(conventionActivitePartagee, couvertureConventionActivitePartagee, SOURCE)

  const unites = aplatir(conventionActivitePartagee.unites)
  const defaut = (cle: string) => conventionActivitePartagee.parametres.find((p) => p.cle === cle)?.defaut

  it('garde les six articles de la source', () => {
    expect(unites.filter((u) => u.genre === 'article').length).toBe(6)
  })

  it('propose les chiffres de la source, en centimes pour les montants', () => {
    expect(defaut('prix_demi_journee')).toEqual({ genre: 'montant', centimes: 14_549 })
    expect(defaut('cout_reference')).toEqual({ genre: 'montant', centimes: 630_531 })
    expect(defaut('part_activite')).toEqual({ genre: 'taux', pourcent: 10 })
    expect(defaut('periodicite_facturation')).toEqual({ genre: 'choix', code: 'trimestre' })
    expect(defaut('duree')).toEqual({ genre: 'duree', nombre: 1, unite: 'an' })
    expect(defaut('duree_renouvellement')).toEqual({ genre: 'duree', nombre: 1, unite: 'an' })
    expect(defaut('preavis')).toEqual({ genre: 'duree', nombre: 3, unite: 'mois' })
  })

  it('demande la date du prix et ne la présume pas', () => {
    const date = conventionActivitePartagee.parametres.find((p) => p.cle === 'date_prix')
    expect(date?.defaut).toBeUndefined()
    expect(date?.facultatif ?? false).toBe(false)
  })

  it('ne reprend pas d’office l’article R. 6152-4, dont la portée est douteuse', () => {
    expect(unites.find((u) => u.visa === 'csp-r6152-4')?.facultative).toBe(true)
    const base = conventionActivitePartagee.parametres.find((p) => p.cle === 'base_statutaire')
    expect(base?.defaut).toEqual({ genre: 'choix', code: 'interet-general' })
    expect(base?.aide).toMatch(/douteux/)
  })

  it('vise l’arrêté de 2017 et non celui de 2001', () => {
    expect(unites.some((u) => u.visa === 'arrete-2017-03-14' && !u.facultative)).toBe(true)
    expect(toutLeTexte(conventionActivitePartagee)).not.toMatch(/octobre 2001/)
  })

  it('rappelle la délégation du maire quand le directeur du centre signe seul', () => {
    const visa = unites.find((u) => u.identite === 'visa-delegation-maire')
    expect(visa?.facultative ?? false).toBe(false)
    expect(visa?.texte).toContain('{{delegation_maire}}')
  })

  it('reste à la lecture tant que son fondement n’est pas confirmé', () => {
    expect(conventionActivitePartagee.redaction).toBe(false)
  })
})
