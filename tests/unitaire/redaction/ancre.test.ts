import { describe, expect, it } from 'vitest'
import { uniteDeLAncre } from '../../../components/redaction/etat/ancre'

describe('uniteDeLAncre', () => {
  it('lit l’identité, encodée ou non', () => {
    expect(uniteDeLAncre('#u-objet')).toBe('objet')
    expect(uniteDeLAncre('#u-annexe%20n%C2%B0%202')).toBe('annexe n° 2')
  })
  it.each(['', '#', '#u-', '#titre-marge', '#u-%', '#u-%E0%A4'])('ne lit rien dans « %s »', (ancre) => {
    expect(uniteDeLAncre(ancre)).toBeNull()
  })
})
