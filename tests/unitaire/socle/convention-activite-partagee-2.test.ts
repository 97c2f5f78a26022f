import { describe, expect, it } from 'vitest'
import { conventionActivitePartagee } from '../../../prisma/socle/modeles/convention-activite-partagee'
import { conventionActivitePartagee2 } from '../../../prisma/socle/modeles/convention-activite-partagee-2'
import { controlerModele } from './controles-modele'
import { aplatir } from './outils-modele'

describe('la version 2 du modèle d’activité partagée', () => {
  controlerModele(conventionActivitePartagee2)

  it('garde les identités de la version 1, et son numéro la fait suivre', () => {
    const identites = new Set(aplatir(conventionActivitePartagee2.unites).map((u) => u.identite))
    const perdues = aplatir(conventionActivitePartagee.unites).filter((u) => !identites.has(u.identite))
    expect(perdues).toEqual([])
    expect(conventionActivitePartagee2.code).toBe(conventionActivitePartagee.code)
    expect(conventionActivitePartagee2.version).toBe(2)
  })

  it('se rédige, et laisse le fondement statutaire au choix en le disant douteux', () => {
    expect(conventionActivitePartagee2.redaction).toBe(true)
    const base = conventionActivitePartagee2.parametres.find((p) => p.cle === 'base_statutaire')
    expect(base?.choix?.length).toBe(4)
    expect(base?.aide).toMatch(/douteux/)
    expect(conventionActivitePartagee2.resume).toMatch(/faire confirmer/)
  })

  it('dure un an, se renouvelle pour un an et se dénonce avec trois mois de préavis', () => {
    const defaut = (cle: string) => conventionActivitePartagee2.parametres.find((p) => p.cle === cle)?.defaut
    expect(defaut('duree')).toEqual({ genre: 'duree', nombre: 1, unite: 'an' })
    expect(defaut('duree_renouvellement')).toEqual({ genre: 'duree', nombre: 1, unite: 'an' })
    expect(defaut('preavis')).toEqual({ genre: 'duree', nombre: 3, unite: 'mois' })
  })

  it('ne suppose ni la part ni la date du prix', () => {
    const definition = (cle: string) => conventionActivitePartagee2.parametres.find((p) => p.cle === cle)
    expect(definition('part_activite')?.defaut).toBeUndefined()
    expect(definition('date_prix')?.defaut).toBeUndefined()
  })
})
