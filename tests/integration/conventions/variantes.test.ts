import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fermerBase } from '../../../lib/bd/client'
import { choisirVariante } from '../../../lib/cas-usage/convention/choisir-variante'
import { modifierParametre } from '../../../lib/cas-usage/convention/modifier-parametre'
import { agir, ouvrirTerritoire, refus, type Territoire, unBrouillon } from '../../fabriques/territoire'

let t: Territoire
let acteId: string
let conventionId: string
beforeAll(async () => {
  t = await ouvrirTerritoire()
})
beforeEach(async () => {
  ;({ acteId, conventionId } = await unBrouillon(t))
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const IDENTITE = 'article-comite-suivi'
const CLE = 'periodicite_comite'
const ANNUELLE = { genre: 'choix', code: 'annuelle' }
const SEMESTRIELLE = { genre: 'choix', code: 'semestrielle' }
const choisir = (version: number, variante: string | null, acteur = t.direction) =>
  agir(acteur, choisirVariante, { acteId, identite: IDENTITE, version, variante })
const periodicite = async () => {
  const p = await t.proprietaire.parametre.findUniqueOrThrow({
    where: { conventionId_cle: { conventionId, cle: CLE } },
  })
  return { valeur: p.valeur, version: p.version }
}
const journal = (evenement: string) =>
  t.proprietaire.journal.findMany({ where: { acteId, evenement }, orderBy: { id: 'asc' } })

describe('Une variante qui porte une valeur', () => {
  it('l’applique, le rend à l’écran et l’écrit sur sa ligne du journal ; le texte du modèle la défait', async () => {
    const { valeurs } = await choisir(1, 'paritaire-alterne')
    expect(valeurs).toEqual([{ cle: CLE, avant: ANNUELLE, apres: SEMESTRIELLE, gardee: false }])
    expect(await periodicite()).toEqual({ valeur: SEMESTRIELLE, version: 2 })
    const [choix] = await journal('variante-choisie')
    expect(choix?.donnees).toMatchObject({ valeurs: [{ cle: CLE, avant: ANNUELLE, apres: SEMESTRIELLE }] })
    expect(await journal('parametre-modifie')).toEqual([])

    await choisir(2, null)
    expect(await periodicite()).toEqual({ valeur: ANNUELLE, version: 3 })
    const [retour] = await journal('modele-retabli')
    expect(retour?.donnees).toMatchObject({ valeurs: [{ cle: CLE, apres: ANNUELLE }] })
  })

  it('laisse une valeur effacée ou changée à la main, et le dit', async () => {
    await agir(t.direction, modifierParametre, { acteId, cle: CLE, version: 1, valeur: null })
    const { valeurs } = await choisir(1, 'paritaire-alterne')
    expect(valeurs).toEqual([{ cle: CLE, avant: null, apres: SEMESTRIELLE, gardee: true }])
    expect(await periodicite()).toEqual({ valeur: null, version: 2 })
    const [choix] = await journal('variante-choisie')
    expect(choix?.donnees).not.toHaveProperty('valeurs')
  })

  it('ne change ni le texte ni la valeur si la version est périmée ou la personne sans droit', async () => {
    await expect(choisir(7, 'paritaire-alterne')).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
    await expect(choisir(1, 'paritaire-alterne', t.exterieur)).rejects.toMatchObject(refus('INTROUVABLE'))
    expect(await periodicite()).toEqual({ valeur: ANNUELLE, version: 1 })
    expect(await journal('variante-choisie')).toEqual([])
  })
})
