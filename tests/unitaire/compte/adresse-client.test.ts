import { describe, expect, it } from 'vitest'
import { adresseClient, cleAdresse } from '../../../lib/serveur/adresse-client'

const lire = (paire: string | null, transmise: string | null, mandataires?: string) =>
  adresseClient({ paire, transmise, mandataires })

describe('Adresse du client', () => {
  it('ignore X-Forwarded-For quand aucun mandataire n’est déclaré', () => {
    expect(lire('203.0.113.9', '1.2.3.4')).toBe('203.0.113.9')
    expect(lire('::ffff:203.0.113.9', '1.2.3.4', '')).toBe('203.0.113.9')
    expect(lire(null, '1.2.3.4')).toBeNull()
  })

  it('compte les sauts depuis la droite : ce que le client ajoute à gauche ne compte pas', () => {
    expect(lire('10.0.0.1', '6.6.6.6, 198.51.100.7', '1')).toBe('198.51.100.7')
    expect(lire('10.0.0.1', '6.6.6.6, 198.51.100.7, 10.0.0.2', '2')).toBe('198.51.100.7')
    expect(lire('10.0.0.1', null, '1')).toBe('10.0.0.1')
    expect(lire('10.0.0.1', '6.6.6.6', '0')).toBe('10.0.0.1')
  })

  it('remonte la chaîne tant que le maillon est un mandataire connu', () => {
    expect(lire('10.0.0.1', '6.6.6.6, 198.51.100.7, 10.0.0.2', '10.0.0.0/8')).toBe('198.51.100.7')
    expect(lire('203.0.113.9', '198.51.100.7', '10.0.0.0/8')).toBe('203.0.113.9')
    expect(lire('10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.0/8')).toBe('10.0.0.3')
    expect(lire('fd00::1', '2001:db8::5', 'fd00::/8, 10.0.0.1')).toBe('2001:db8::5')
  })

  it('s’arrête à un maillon illisible', () => {
    expect(lire('10.0.0.1', '198.51.100.7, inconnu', '10.0.0.0/8')).toBe('10.0.0.1')
    expect(lire('10.0.0.1', '198.51.100.7', 'pas-une-plage')).toBe('10.0.0.1')
    expect(lire('10.0.0.1', '198.51.100.7', '10.0.0.0/99')).toBe('10.0.0.1')
  })

  it('lit les écritures avec port ou crochets', () => {
    expect(lire('10.0.0.1', '198.51.100.7:5123', '1')).toBe('198.51.100.7')
    expect(lire('10.0.0.1', '[2001:db8::5]:443', '1')).toBe('2001:db8::5')
  })

  it('compte une IPv6 par réseau /64', () => {
    expect(cleAdresse('2001:db8:1:2:aaaa::1')).toBe(cleAdresse('2001:db8:1:2::ffff'))
    expect(cleAdresse('2001:db8:1:2::1')).not.toBe(cleAdresse('2001:db8:1:3::1'))
    expect(cleAdresse('::1')).toBe('0:0:0:0::/64')
    expect(cleAdresse('2001:0db8:0001:0002:0:0:0:1')).toBe(cleAdresse('2001:db8:1:2::1'))
    expect(cleAdresse('203.0.113.9')).toBe('203.0.113.9')
  })
})
