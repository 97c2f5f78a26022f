import { describe, expect, it } from 'vitest'
import { ETAPES, type Etape, passageEntre, QUALITES, type Qualite } from '@/lib/domaine/acte/etapes'

/**
 * Tout ce qui est permis, écrit à la main d'après la règle : « depuis > vers : qui ». Ce qui n'est pas ici est interdit.
 * Ne jamais engendrer cette liste de la table : elle la contrôle.
 */
const PERMIS: readonly [Etape, Etape, string, readonly Qualite[]][] = [
  ['BROUILLON', 'EN_RELECTURE', 'partager', ['redacteur']],
  ['A_REPRENDRE', 'EN_RELECTURE', 'partager', ['redacteur']],
  ['EN_RELECTURE', 'A_REPRENDRE', 'demander-reprise', ['redacteur', 'centre', 'mairie']],
  ['EN_RELECTURE', 'TEXTE_ACCEPTE', 'accepter', ['centre', 'mairie']],
  ['TEXTE_ACCEPTE', 'A_REPRENDRE', 'rouvrir', ['redacteur', 'centre', 'mairie']],
  ['TEXTE_ACCEPTE', 'EN_DELIBERATION', 'soumettre-au-vote', ['redacteur', 'mairie']],
  ['TEXTE_ACCEPTE', 'A_SIGNER', 'envoyer-a-la-signature', ['redacteur']],
  ['EN_DELIBERATION', 'A_REPRENDRE', 'refuser-au-vote', ['redacteur', 'mairie']],
  ['EN_DELIBERATION', 'A_SIGNER', 'envoyer-a-la-signature', ['redacteur']],
  ['A_SIGNER', 'TEXTE_ACCEPTE', 'rappeler', ['redacteur']],
  ['A_SIGNER', 'A_REPRENDRE', 'refuser-de-signer', ['redacteur', 'centre', 'mairie']],
  ['A_SIGNER', 'SIGNEE', 'signer', ['redacteur', 'centre', 'mairie']],
  ['BROUILLON', 'ABANDONNEE', 'abandonner', ['redacteur']],
  ['EN_RELECTURE', 'ABANDONNEE', 'abandonner', ['redacteur']],
  ['A_REPRENDRE', 'ABANDONNEE', 'abandonner', ['redacteur']],
  ['TEXTE_ACCEPTE', 'ABANDONNEE', 'abandonner', ['redacteur']],
  ['EN_DELIBERATION', 'ABANDONNEE', 'abandonner', ['redacteur']],
  ['A_SIGNER', 'ABANDONNEE', 'abandonner', ['redacteur']],
]

const attendu = (depuis: Etape, vers: Etape, qualites: readonly Qualite[]): string | null =>
  PERMIS.find(([d, v, , par]) => d === depuis && v === vers && par.some((q) => qualites.includes(q)))?.[2] ??
  null

/** Aucune qualité, chaque qualité seule, et chaque paire. */
const TITRES: (readonly Qualite[])[] = [
  [],
  ...QUALITES.map((q) => [q]),
  ...QUALITES.flatMap((a, i) => QUALITES.slice(i + 1).map((b) => [a, b])),
]

describe('Qui fait passer un acte d’une étape à l’autre (liste écrite à la main)', () => {
  it('couvre toutes les étapes, toutes les qualités et leurs paires', () => {
    expect(ETAPES).toHaveLength(8)
    expect(QUALITES).toHaveLength(6)
    expect(TITRES).toHaveLength(1 + 6 + 15)
  })
  for (const depuis of ETAPES)
    it.each(ETAPES)(`de ${depuis} à %s`, (vers) => {
      for (const qualites of TITRES)
        expect(passageEntre(depuis, vers, qualites), `${qualites.join(' et ') || 'personne'}`).toBe(
          attendu(depuis, vers, qualites),
        )
    })
  it('rien ne sort d’un acte signé ou abandonné, rien ne reste sur place', () => {
    for (const e of ETAPES) {
      expect(passageEntre('SIGNEE', e, QUALITES)).toBeNull()
      expect(passageEntre('ABANDONNEE', e, QUALITES)).toBeNull()
      expect(passageEntre(e, e, QUALITES)).toBeNull()
    }
  })
  it('une personne invitée, une fonction consultée et le siège ne font rien passer', () => {
    for (const d of ETAPES)
      for (const v of ETAPES) expect(passageEntre(d, v, ['invite', 'valideur', 'siege'])).toBeNull()
  })
})
