import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { avecActeur } from '@/lib/bd/transaction'
import { visasDuGroupe } from '@/lib/bd/visas'
import { enregistrerVisa } from '@/lib/cas-usage/modele/enregistrer-visa'
import { listerVisas } from '@/lib/lectures/modele/lister-visas'
import { amorcerSocle } from '@/lib/serveur/amorcer/socle'
import { visasDuSocle } from '@/prisma/socle/visas'
import { agir, MAINTENANT, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

let t: Territoire
const [premier, second] = visasDuSocle
const code = premier?.code ?? ''
beforeAll(async () => {
  t = await ouvrirTerritoire()
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})
const saisie = (d: Record<string, unknown> = {}) => ({
  groupeId: t.id('hups'),
  code: code as string | null,
  version: 0,
  texte: 'Texte corrigé par le groupe',
  valideDu: '2020-01-01' as string | null,
  valideAu: '2025-12-31' as string | null,
  remplacePar: (second?.code ?? null) as string | null,
  note: '',
  ...d,
})
const enregistrer = (d: Record<string, unknown> = {}, qui = t.direction) =>
  agir(qui, enregistrerVisa, saisie(d))

describe('Un texte de référence', () => {
  it('se corrige par la direction du groupe seule, avec sa ligne au journal', async () => {
    for (const qui of [t.exterieur, t.cms, t.juridique])
      await expect(enregistrer({}, qui)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(enregistrer({}, t.siege)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(enregistrer({ code: 'inconnu' })).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(enregistrer({ remplacePar: code })).rejects.toMatchObject(refus('SAISIE_INVALIDE'))
    await expect(enregistrer({ remplacePar: 'inconnu' })).rejects.toMatchObject(refus('INTROUVABLE'))
    expect(await enregistrer()).toEqual({ code, version: 1 })
    expect(await t.proprietaire.journal.findMany({ where: { evenement: 'visa-corrige' } })).toMatchObject([
      { cible: code, organisationId: t.id('hups') },
    ])
  })
  it('refuse une version périmée', async () => {
    await expect(enregistrer()).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
    expect(await enregistrer({ version: 1 })).toEqual({ code, version: 2 })
    await expect(enregistrer({ version: 1 })).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
  })
  it('garde la correction du groupe à la mise à jour suivante du socle, sans toucher aux autres groupes', async () => {
    await t.proprietaire.$transaction((tx) => amorcerSocle(tx, [], visasDuSocle, MAINTENANT))
    const lire = (groupeId: string | null) =>
      avecActeur(t.direction, async (tx) => (await visasDuGroupe(tx, groupeId)).get(code))
    expect(await lire(t.id('hups'))).toMatchObject({
      texte: 'Texte corrigé par le groupe',
      valideAu: '2025-12-31',
      remplacePar: second?.texte,
    })
    expect((await lire(t.id('hupnvs')))?.texte).toBe(premier?.texte)
    expect((await lire(null))?.texte).toBe(premier?.texte)
  })
  it('s’ajoute, et se liste pour la direction et son siège seulement', async () => {
    const ajoute = await enregistrer({
      code: null,
      remplacePar: null,
      valideAu: null,
      texte: 'Délibération cadre',
    })
    const lus = await listerVisas(t.direction, null)
    expect(lus?.visas.find((v) => v.code === ajoute.code)).toMatchObject({
      version: 1,
      corrige: { fourni: false },
    })
    expect((await listerVisas(t.siege, 'hups'))?.peutEcrire).toBe(false)
    expect((await listerVisas(t.exterieur, 'hups'))?.groupe.code).toBe('hupnvs')
    for (const qui of [t.cms, t.juridique]) expect(await listerVisas(qui, 'hups')).toBeNull()
  })
})
