import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ActePourDroits } from '@/lib/domaine/acte/droits'
import { ETAPES, type Etape } from '@/lib/domaine/acte/etapes'
import {
  attend,
  type Cote,
  DECISIONS,
  ETATS_REMARQUE,
  peutDecider,
  peutEcrireEnInterne,
  peutEcrireRemarque,
  peutLireRemarque,
  peutRepondre,
  peutRetenir,
  type RemarquePourDroits,
  retrouverPassage,
} from '@/lib/domaine/acte/remarques'
import type { Acteur, Role } from '@/lib/domaine/organisation/acteur'

const acte = (etape: Etape = 'EN_RELECTURE', partage = true): ActePourDroits => ({
  id: 'acte',
  groupeId: 'hups',
  organisations: ['arcueil', 'mairie'],
  valideurs: ['hups:juridique'],
  partage,
  etape,
})
const acteur = (id: string, p: Partial<Acteur>, role?: [Role, string]): Acteur => ({
  utilisateurId: id,
  nom: id,
  habilitations: role ? [{ role: role[0], organisationId: role[1], nature: 'CENTRE', fonction: null }] : [],
  groupes: [],
  organisations: [],
  sieges: [],
  ...p,
})
const GENS = {
  direction: acteur('direction', { groupes: ['hups'] }),
  centre: acteur('centre', { organisations: ['arcueil'] }, ['DIRECTION_CMS', 'arcueil']),
  mairie: acteur('mairie', { organisations: ['mairie', 'arcueil'] }, ['MAIRIE', 'mairie']),
  valideur: acteur('valideur', { validations: ['hups:juridique'] }),
  invite: acteur('', { invitation: { invitationId: 'inv', acteId: 'acte', cote: 'GESTIONNAIRE' } }),
  siege: acteur('siege', { sieges: ['hups'] }),
  exterieur: acteur('exterieur', { groupes: ['hupnvs'] }),
}
type Nom = keyof typeof GENS
const NOMS = Object.keys(GENS) as Nom[]
const quiPeut = (regle: (a: Acteur) => boolean): Nom[] => NOMS.filter((n) => regle(GENS[n]))

const remarque = (p: Partial<RemarquePourDroits> = {}): RemarquePourDroits => ({
  nature: 'COMMENTAIRE',
  interne: false,
  etat: 'OUVERTE',
  cote: 'GESTIONNAIRE',
  auteurId: 'centre',
  invitationId: null,
  ...p,
})
const CONTRE = { nature: 'CONTRE_PROPOSITION' as const }

describe('Qui écrit une remarque', () => {
  it('chaque côté et ses invités en partagé, pendant la négociation seulement', () => {
    for (const etape of ETAPES) {
      const ouverte = etape === 'EN_RELECTURE' || etape === 'A_REPRENDRE'
      expect(
        quiPeut((a) => peutEcrireRemarque(a, acte(etape))),
        etape,
      ).toEqual(ouverte ? ['direction', 'centre', 'mairie', 'invite'] : [])
    }
    expect(quiPeut((a) => peutEcrireRemarque(a, acte('EN_RELECTURE', false)))).toEqual([])
  })

  it('la direction seule en interne, jusqu’à la signature', () => {
    for (const etape of ETAPES)
      expect(
        quiPeut((a) => peutEcrireEnInterne(a, acte(etape))),
        etape,
      ).toEqual(etape === 'SIGNEE' || etape === 'ABANDONNEE' ? [] : ['direction'])
  })

  it('une remarque interne n’existe que pour la direction', () => {
    const interne = remarque({ interne: true, cote: 'HOPITAL', auteurId: 'direction' })
    expect(quiPeut((a) => peutLireRemarque(a, acte(), interne))).toEqual(['direction'])
    expect(quiPeut((a) => peutRepondre(a, acte(), interne))).toEqual(['direction'])
    for (const d of DECISIONS)
      expect(quiPeut((a) => peutDecider(a, acte(), interne, d)).filter((n) => n !== 'direction')).toEqual([])
    expect(quiPeut((a) => peutLireRemarque(a, acte(), remarque()))).toEqual(
      NOMS.filter((n) => n !== 'exterieur'),
    )
  })
})

describe('Qui décide quoi', () => {
  it('ce qui vient du centre s’accepte ou se décline par la direction seule', () => {
    for (const d of ['accepter', 'decliner'] as const)
      expect(quiPeut((a) => peutDecider(a, acte(), remarque(), d))).toEqual(['direction'])
  })

  it('ce qui vient de la direction s’accepte ou se décline par le centre ou la mairie', () => {
    const r = remarque({ cote: 'HOPITAL', auteurId: 'direction' })
    for (const d of ['accepter', 'decliner'] as const)
      expect(quiPeut((a) => peutDecider(a, acte(), r, d))).toEqual(['centre', 'mairie'])
  })

  it('l’auteur ou la direction clôt, et rouvre sauf un texte déjà retenu', () => {
    expect(quiPeut((a) => peutDecider(a, acte(), remarque(), 'clore'))).toEqual(['direction', 'centre'])
    const deLInvite = remarque({ auteurId: null, invitationId: 'inv' })
    expect(quiPeut((a) => peutDecider(a, acte(), deLInvite, 'clore'))).toEqual(['direction', 'invite'])
    const close = remarque({ etat: 'CLOSE' })
    expect(quiPeut((a) => peutDecider(a, acte(), close, 'rouvrir'))).toEqual(['direction', 'centre'])
    const retenue = remarque({ ...CONTRE, etat: 'ACCEPTEE' })
    expect(quiPeut((a) => peutDecider(a, acte(), retenue, 'rouvrir'))).toEqual([])
  })

  it('rien ne se décide deux fois, ni hors de la négociation', () => {
    for (const etat of ETATS_REMARQUE.filter((e) => e !== 'OUVERTE'))
      for (const d of ['accepter', 'decliner', 'clore'] as const)
        expect(quiPeut((a) => peutDecider(a, acte(), remarque({ etat }), d))).toEqual([])
    for (const d of DECISIONS)
      expect(quiPeut((a) => peutDecider(a, acte('TEXTE_ACCEPTE'), remarque(), d))).toEqual([])
  })

  it('seule la direction écrit le texte : proposition ouverte du centre, sienne acceptée, interne', () => {
    const retient = (r: RemarquePourDroits, e?: Etape) => quiPeut((a) => peutRetenir(a, acte(e), r))
    expect(retient(remarque(CONTRE))).toEqual(['direction'])
    expect(retient(remarque({ ...CONTRE, etat: 'DECLINEE' }))).toEqual([])
    expect(retient(remarque())).toEqual([])
    const sienne = remarque({ ...CONTRE, cote: 'HOPITAL', auteurId: 'direction' })
    expect(retient(sienne)).toEqual([])
    expect(retient({ ...sienne, etat: 'ACCEPTEE' })).toEqual(['direction'])
    expect(retient({ ...sienne, interne: true })).toEqual(['direction'])
    expect(retient(remarque(CONTRE), 'TEXTE_ACCEPTE')).toEqual([])
  })

  it('attend celui à qui l’autre vient d’écrire', () => {
    const attendu = (dernierCote: Cote, p = {}) =>
      quiPeut((a) => attend(a, acte(), { ...remarque(p), dernierCote }))
    expect(attendu('GESTIONNAIRE')).toEqual(['direction'])
    expect(attendu('HOPITAL')).toEqual(['centre', 'mairie', 'invite'])
    expect(attendu('GESTIONNAIRE', { etat: 'CLOSE' })).toEqual([])
  })
})

describe('Retrouver un passage', () => {
  const passage = { idBloc: 'b', citation: 'six mois', debut: 14, fin: 22 }
  it('dans le même bloc, au plus près de sa place', () => {
    expect(
      retrouverPassage(passage, [{ id: 'b', texte: 'Tous les six mois, un préavis de six mois.' }]),
    ).toEqual({
      idBloc: 'b',
      debut: 9,
      fin: 17,
    })
  })
  it('ailleurs dans l’unité s’il y est seul, sinon le dit modifié', () => {
    const ailleurs = { id: 'c', texte: 'Le préavis est de six mois.' }
    expect(retrouverPassage(passage, [{ id: 'b', texte: 'Autre.' }, ailleurs])?.idBloc).toBe('c')
    expect(retrouverPassage(passage, [ailleurs, { id: 'd', texte: 'six mois' }])).toBeNull()
    expect(retrouverPassage(passage, [{ id: 'b', texte: 'trois mois' }])).toBeNull()
  })
  it('survit à tout ce qui s’écrit autour', () => {
    const texte = fc.stringMatching(/^[a-f ]{0,30}$/)
    fc.assert(
      fc.property(texte, texte, fc.array(texte), (avant, apres, autres) => {
        const blocs = [
          ...autres.map((t, i) => ({ id: `x${i}`, texte: t })),
          { id: 'b', texte: `${avant}§ cité §${apres}` },
        ]
        const r = retrouverPassage({ idBloc: 'b', citation: '§ cité §', debut: 3, fin: 11 }, blocs)
        expect(r && blocs.find((b) => b.id === r.idBloc)?.texte.slice(r.debut, r.fin)).toBe('§ cité §')
      }),
    )
  })
})
