import { describe, expect, it } from 'vitest'
import { couvertureConventionAffiliation } from '../../../prisma/socle/couverture/convention-affiliation'
import { conventionAffiliation } from '../../../prisma/socle/modeles/convention-affiliation'
import { controlerCouverture, controlerModele } from './controles-modele'
import { aplatir, toutLeTexte } from './outils-modele'

const SOURCE = [
  ...['parties', 'visas', 'préambule', 'engagements'],
  ...['1', '2', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6', '3', '4', '4.1', '4.2', '5', '5.1', '5.2'],
  ...['6', '7', '8', '9', '10', '11', '12', '13', '14'],
]

describe('le modèle de convention d’affiliation', () => {
  controlerModele(conventionAffiliation)
  controlerCouverture(conventionAffiliation, couvertureConventionAffiliation, SOURCE)

  const unites = aplatir(conventionAffiliation.unites)
  const defaut = (cle: string) => conventionAffiliation.parametres.find((p) => p.cle === cle)?.defaut

  it('garde les quatorze articles et les sous-articles de la source', () => {
    const articles = conventionAffiliation.unites.filter((u) => u.genre === 'article')
    expect(articles.length).toBe(14)
    expect(articles.map((a) => a.enfants?.length ?? 0)).toEqual([0, 6, 0, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  })

  it('garde les huit considérants', () => {
    expect(unites.filter((u) => u.genre === 'considerant').length).toBe(8)
  })

  it('propose les chiffres de la source', () => {
    expect(defaut('duree')).toEqual({ genre: 'duree', nombre: 3, unite: 'an' })
    expect(defaut('duree_renouvellement')).toEqual({ genre: 'duree', nombre: 3, unite: 'an' })
    expect(defaut('preavis')).toEqual({ genre: 'duree', nombre: 6, unite: 'mois' })
    expect(defaut('duree_cellule')).toEqual({ genre: 'duree', nombre: 2, unite: 'an' })
    expect(defaut('delai_annonce_sortie_min')).toEqual({ genre: 'duree', nombre: 24, unite: 'heure' })
    expect(defaut('delai_annonce_sortie_max')).toEqual({ genre: 'duree', nombre: 48, unite: 'heure' })
    expect(defaut('periodicite_comite')).toEqual({ genre: 'choix', code: 'semestre' })
    expect(defaut('periodicite_reunion_formation')).toEqual({ genre: 'choix', code: 'an' })
  })

  it('ne cite aucun lieu de Gennevilliers dans le texte commun', () => {
    const communs = unites.map((u) => `${u.titre ?? ''} ${u.texte}`).join(' ')
    expect(communs).not.toMatch(/Gennevilliers|Mourier|Colombes|Saint-Ouen|HUPNVS|« T[56] »|2025|2002/)
  })

  it('propose un comité annuel en variante', () => {
    expect(unites.find((u) => u.identite === 'comite-suivi')?.variantes?.map((v) => v.code)).toEqual([
      'annuel',
    ])
  })

  it('oppose cinq thèmes d’engagements réciproques dans une annexe facultative', () => {
    const annexe = unites.find((u) => u.identite === 'annexe-engagements-socles')
    expect(annexe?.facultative).toBe(true)
    expect(annexe?.texte.match(/^\| /gm)?.length).toBe(6)
  })

  it('ne cite plus le décret de 1984', () => {
    expect(toutLeTexte(conventionAffiliation)).not.toContain('84-135')
  })
})
