import { describe, expect, it } from 'vitest'
import { DELAIS_ENTRE_ESSAIS, delaiAvantEssaiSuivant } from '../../../lib/domaine/courriel/envoi'
import { issueDe } from '../../../lib/serveur/courriel/transport'
import { verifierCourriel } from '../../../scripts/reglages.mjs'

describe('les essais d’envoi', () => {
  it('s’espacent, puis s’arrêtent', () => {
    const delais = [1, 2, 3, 4, 5, 6].map(delaiAvantEssaiSuivant)
    expect(delais).toEqual([...DELAIS_ENTRE_ESSAIS])
    expect([...DELAIS_ENTRE_ESSAIS].sort((a, b) => a - b)).toEqual([...DELAIS_ENTRE_ESSAIS])
    expect(delaiAvantEssaiSuivant(7)).toBeNull()
  })
})

describe('ce que dit une erreur d’envoi', () => {
  it('est un refus net tant que le message n’est pas parti', () => {
    expect(issueDe({ code: 'ESOCKET' }, false)).toMatchObject({ issue: 'refuse', definitif: false })
    expect(issueDe({ code: 'EDNS' }, false)).toMatchObject({ raison: 'injoignable' })
    expect(issueDe({ code: 'EAUTH', responseCode: 535 }, false)).toMatchObject({
      raison: 'compte',
      definitif: false,
    })
    expect(issueDe({ code: 'ETLS' }, false)).toMatchObject({ raison: 'chiffrement' })
  })
  it('distingue « plus tard » de « jamais »', () => {
    expect(issueDe({ code: 'EENVELOPE', responseCode: 451 }, false)).toMatchObject({
      definitif: false,
      code: 451,
    })
    expect(issueDe({ code: 'EENVELOPE', responseCode: 550 }, false)).toMatchObject({
      definitif: true,
      code: 550,
    })
    expect(issueDe({ code: 'EMESSAGE', responseCode: 554 }, true)).toMatchObject({
      definitif: true,
      raison: 'refus',
    })
  })
  it('laisse le doute si la connexion se coupe une fois le message remis', () => {
    expect(issueDe({ code: 'ECONNECTION', responseCode: 354 }, true)).toEqual({ issue: 'incertain' })
    expect(issueDe({ code: 'ETIMEDOUT' }, true)).toEqual({ issue: 'incertain' })
    expect(issueDe(null, true)).toEqual({ issue: 'incertain' })
  })
})

describe('les réglages du courriel', () => {
  const bons = {
    SMTP_URL: 'smtps://compte:secret@courriel.exemple.fr:465',
    COURRIEL_EXPEDITEUR: 'Trait d’union <conventions@exemple.fr>',
    AUTH_URL: 'https://conventions.exemple.fr',
  }
  it('sont facultatifs, et acceptés s’ils sont complets', () => {
    expect(() => verifierCourriel({}, false)).not.toThrow()
    expect(() => verifierCourriel(bons, false)).not.toThrow()
    expect(() =>
      verifierCourriel({ ...bons, COURRIEL_EXPEDITEUR: 'conventions@exemple.fr' }, false),
    ).not.toThrow()
    expect(() => verifierCourriel({ ...bons, AUTH_URL: '' }, true)).not.toThrow()
  })
  it.each([
    [{ SMTP_URL: 'courriel.exemple.fr' }, /^SMTP_URL n’est pas/],
    [{ SMTP_URL: 'http://courriel.exemple.fr' }, /^SMTP_URL n’est pas/],
    [{ COURRIEL_EXPEDITEUR: '' }, /^COURRIEL_EXPEDITEUR manque/],
    [{ COURRIEL_EXPEDITEUR: 'Trait d’union' }, /^COURRIEL_EXPEDITEUR vaut « Trait d’union »/],
    [{ AUTH_URL: '' }, /^AUTH_URL manque/],
    [{ AUTH_URL: 'conventions' }, /^AUTH_URL manque/],
  ])('refusés en une phrase : %o', (faux, phrase) => {
    expect(() => verifierCourriel({ ...bons, ...faux }, false)).toThrow(phrase)
    // Un mot de passe n'est jamais redit.
    expect(() => verifierCourriel({ ...bons, ...faux }, false)).not.toThrow(/secret/)
  })
})
