import { describe, expect, it } from 'vitest'
import { entetesSecurite, politiqueContenu } from '../../../lib/serveur/entetes'

const directives = (politique: string) =>
  new Map(politique.split('; ').map((d) => [d.split(' ')[0], d.split(' ').slice(1).join(' ')]))

describe('En-têtes de sécurité', () => {
  const production = { nonce: 'abc', developpement: false, https: true }

  it('n’admet en production que les scripts à nonce', () => {
    const csp = directives(politiqueContenu(production))
    expect(csp.get('script-src')).toBe("'self' 'nonce-abc' 'strict-dynamic'")
    expect(csp.get('style-src')).toBe("'self' 'nonce-abc'")
    expect(csp.get('style-src-attr')).toBe("'unsafe-inline'")
    for (const d of ['object-src', 'base-uri', 'frame-ancestors']) expect(csp.get(d)).toBe("'none'")
    expect(csp.get('form-action')).toBe("'self'")
    expect(csp.has('upgrade-insecure-requests')).toBe(true)
  })

  it('n’admet eval qu’en développement', () => {
    expect(politiqueContenu(production)).not.toContain('unsafe-eval')
    expect(politiqueContenu({ ...production, developpement: true })).toContain("'unsafe-eval'")
  })

  it('n’impose HTTPS que si l’application y est servie', () => {
    expect(entetesSecurite(production)).toHaveProperty('Strict-Transport-Security')
    const http = entetesSecurite({ ...production, https: false })
    expect(http).not.toHaveProperty('Strict-Transport-Security')
    expect(http['Content-Security-Policy']).not.toContain('upgrade-insecure-requests')
    expect(http).toMatchObject({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' })
  })
})
