import { describe, expect, it } from 'vitest'
import { HACHAGE_FACTICE, hacherMotDePasse, verifierMotDePasse } from '../../../lib/cas-usage/compte/hachage'
import { MOT_DE_PASSE_DEMONSTRATION } from '../../../lib/domaine/compte/demonstration'
import { refusMotDePasse } from '../../../lib/domaine/compte/mot-de-passe'

const COURRIEL = 'helene.etheve@ville-malakoff.fr'

describe('Politique des mots de passe', () => {
  it.each([
    ['girafe lente et menthe'],
    ['Qu3lque-chose_de:long'],
    ['éléphant à bicyclette'],
    ['correct horse battery staple'],
  ])('accepte « %s »', (mot) => expect(refusMotDePasse(mot, COURRIEL)).toBeNull())

  it.each([
    ['onze lettre', 'court'],
    ['x'.repeat(60).concat('abcdefgh'.repeat(30)), 'long'],
    ['Helene.Etheve!', 'courriel'],
    ['h3las-etheve-92', 'courriel'],
    ['azertyuiopqs', 'repetitif'],
    ['012345678901', 'repetitif'],
    ['abcabcabcabc', 'repetitif'],
    ['aaaaaaaaaaaaaa', 'repetitif'],
    ['Motdepasse2026!', 'courant'],
    ['P@ssw0rd-P@ssw0rd1', 'courant'],
    ['Bienvenue2026', 'courant'],
    ['AdminAdmin2026', 'courant'],
    ['Conventions2026', 'courant'],
    ['192837465564738291', 'courant'],
  ])('refuse « %s » (%s)', (mot, raison) => expect(refusMotDePasse(mot, COURRIEL)).toBe(raison))

  it('garde les paramètres de l’OWASP, pour le vrai hachage comme pour le factice', async () => {
    const hachage = await hacherMotDePasse('girafe lente et menthe')
    const parametres = (h: string) => h.split('$').slice(1, 4).join('$')
    expect(parametres(hachage)).toBe('argon2id$v=19$m=19456,t=2,p=1')
    expect(parametres(HACHAGE_FACTICE)).toBe(parametres(hachage))
  })

  it('ne reconnaît jamais un compte sans mot de passe', async () => {
    expect(await verifierMotDePasse(null, 'nimporte')).toBe(false)
    const hachage = await hacherMotDePasse('été à la mer, loin')
    expect(await verifierMotDePasse(hachage, 'été à la mer, loin')).toBe(true)
    expect(await verifierMotDePasse(hachage, 'ete a la mer, loin')).toBe(false)
    expect(await verifierMotDePasse('illisible', 'nimporte')).toBe(false)
  })

  it('donne à la démonstration un mot de passe assez long', () =>
    expect(MOT_DE_PASSE_DEMONSTRATION.length).toBeGreaterThanOrEqual(12))
})
