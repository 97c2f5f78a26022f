import { describe, expect, it } from 'vitest'
import { conventionActivitePartagee2 } from '../../../prisma/socle/modeles/convention-activite-partagee-2'
import { conventionActivitePartagee3 } from '../../../prisma/socle/modeles/convention-activite-partagee-3'
import { conventionAffiliation } from '../../../prisma/socle/modeles/convention-affiliation'
import { conventionAffiliation2 } from '../../../prisma/socle/modeles/convention-affiliation-2'
import { conventionCadre } from '../../../prisma/socle/modeles/convention-cadre'
import { conventionCadre2 } from '../../../prisma/socle/modeles/convention-cadre-2'
import { ARGENT, soumettre } from '../../../prisma/socle/modeles/soumises'
import { aplatir } from './outils-modele'

describe('Les articles soumis à l’accord d’une fonction', () => {
  it.each([
    [conventionCadre, conventionCadre2],
    [conventionAffiliation, conventionAffiliation2],
    [conventionActivitePartagee2, conventionActivitePartagee3],
  ])('%# : la version suivante ne change que ce marquage, jamais le texte', (avant, apres) => {
    expect(apres.version).toBe(avant.version + 1)
    const { version: _, unites: anciennes, ...reste } = avant
    const { version: __, unites: nouvelles, ...pareil } = apres
    expect(pareil).toEqual(reste)
    const sans = (unites: typeof anciennes) =>
      aplatir(unites).map(({ accordAdaptation: ___, enfants: ____, ...u }) => u)
    expect(sans(nouvelles)).toEqual(sans(anciennes))
    expect(aplatir(anciennes).some((u) => u.accordAdaptation)).toBe(false)
    // Argent, responsabilité et durée : chacun a sa fonction.
    const objets = new Set(aplatir(nouvelles).map((u) => u.accordAdaptation?.objet))
    expect([...objets].filter(Boolean).sort()).toEqual(['argent', 'duree', 'responsabilite'])
    for (const { identite, accordAdaptation: a } of aplatir(nouvelles))
      if (/financier|duree|responsab|accident/.test(identite) && !/annexe|visa/.test(identite))
        expect(a?.fonction, identite).toBe(/financier/.test(identite) ? 'finances' : 'juridique')
  })

  it('refuse de soumettre un article que le modèle n’a pas', () => {
    expect(() => soumettre(conventionCadre.unites, { ailleurs: ARGENT })).toThrow(/ailleurs/)
  })
})
