import { describe, expect, it } from 'vitest'
import { DONNEES_DITES, type DonneesCourriel, GABARITS } from '../../../lib/domaine/courriel/gabarits'
import { composerCourriel } from '../../../lib/presentation/courriels/composer'

const BASE = 'https://conventions.exemple.fr'
const COMMUNES: DonneesCourriel = {
  reference: 'HUPS-ARC-2026-001',
  titre: 'Convention-cadre de partenariat avec le centre municipal de santé d’Arcueil',
}
const EXEMPLES: DonneesCourriel = {
  numero: 3,
  auteur: 'Camille Exemple',
  message: 'Merci de relire l’article 4.\nBonne lecture',
  motif: 'Le délai de préavis est trop court',
  article: 'Article 4',
  decision: 'acceptée en partie',
  jeton: 'jeton-d-essai',
  expireLe: '2026-12-01',
  code: '482 915',
  minutes: 10,
  fonction: 'chef de pôle',
  sens: 'favorable',
  partie: 'la commune d’Arcueil',
  deliberation: '2026-112',
  date: '2026-11-20',
  fin: '2027-05-20',
  envoyeeLe: '2026-11-20',
  enregistrees: 2,
  manquantes: 1,
  signe: 2,
  arretees: 1,
  reprises: 3,
  signataire: 'Dominique Essai',
  engagement: 'Réunir le comité de suivi',
  nombre: 3,
  conventions: 'Arcueil',
}
const complet = (cles: readonly string[]): DonneesCourriel => ({
  ...COMMUNES,
  ...Object.fromEntries(cles.map((c) => [c, EXEMPLES[c] ?? null])),
})

describe.each(GABARITS)('le courriel « %s »', (gabarit) => {
  const cles = DONNEES_DITES[gabarit]
  const compose = composerCourriel({ gabarit, donnees: complet(cles), nom: 'Dominique Essai' }, BASE)

  it('s’écrit ainsi', () => {
    expect(`${compose.objet}\n\n${compose.texte}`).toMatchSnapshot('texte')
    expect(compose.html).toMatchSnapshot('html')
  })

  it('dit tout ce qu’il annonce savoir dire, en texte et en HTML', () => {
    for (const cle of cles) {
      const estDate = ['date', 'fin', 'envoyeeLe', 'expireLe'].includes(cle)
      const estNombre = [
        'enregistrees',
        'manquantes',
        'minutes',
        'numero',
        'signe',
        'arretees',
        'reprises',
        'nombre',
      ].includes(cle)
      const marque = estDate ? '2031-07-14' : estNombre ? 4321 : `zz${cle}zz`
      const dit = estDate ? 'juillet 2031' : String(marque)
      const c = composerCourriel({ gabarit, donnees: { ...complet(cles), [cle]: marque }, nom: '' }, BASE)
      expect(c.texte, cle).toContain(dit)
      expect(c.html, cle).toContain(dit)
    }
  })

  it('reste une phrase juste quand il en sait peu', () => {
    for (const donnees of [COMMUNES, {}]) {
      const { objet, texte } = composerCourriel({ gabarit, donnees, nom: '' }, BASE)
      expect(`${objet}\n${texte}`).not.toMatch(/undefined|null|NaN|\(\)| {2,}\S|,\.|\s,|\.\./)
    }
  })

  it('n’ouvre aucune balise venue d’une donnée', () => {
    const hostile = '<img src=x onerror=alert(1)>"\'&\r\nBcc: autre@exemple.fr'
    const donnees = Object.fromEntries([...cles, 'reference', 'titre'].map((c) => [c, hostile]))
    const c = composerCourriel({ gabarit, donnees, nom: hostile }, BASE)
    expect(c.html).not.toMatch(/<img/)
    expect(c.html.match(/<a href="[^"<>]*"/g)?.length ?? 0).toBe(c.html.match(/<a /g)?.length ?? 0)
    expect(c.objet).not.toMatch(/[\r\n]/)
  })
})

describe('les liens', () => {
  it('mènent à la page dont parle le courriel', () => {
    const lien = (gabarit: (typeof GABARITS)[number]) =>
      /https:\S+/.exec(
        composerCourriel({ gabarit, donnees: complet(DONNEES_DITES[gabarit]), nom: '' }, BASE).texte,
      )?.[0]
    const acte = `${BASE}/conventions/HUPS-ARC-2026-001`
    expect(lien('version-partagee')).toBe(`${acte}/relecture`)
    expect(lien('avis-demande')).toBe(`${acte}/vote`)
    expect(lien('envoi-a-la-signature')).toBe(`${acte}/signature`)
    expect(lien('resiliation-notifiee')).toBe(`${acte}/dates`)
    expect(lien('acte-signe')).toBe(acte)
    expect(lien('invitation')).toBe(`${BASE}/invitation/jeton-d-essai`)
    expect(lien('code-accord')).toBeUndefined()
  })
})
