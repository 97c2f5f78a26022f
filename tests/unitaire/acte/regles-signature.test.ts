import { describe, expect, it } from 'vitest'
import type { AutoriteDeLaPartie, DeliberationConnue } from '@/lib/domaine/acte/autorite'
import {
  type AvisAControler,
  CODES_CONSTAT,
  type CodeConstat,
  controlerAvantSignature,
  controlerDateDeSignature,
  type DossierAControler,
  type PartieAControler,
  peutEtreEnvoye,
  type SignataireAControler,
} from '@/lib/domaine/acte/regles-signature'
import { NATURES_GESTIONNAIRE, type NatureGestionnaire } from '@/lib/domaine/organisation/designations'

const JOUR = '2026-11-22'
const signataire = (s: Partial<SignataireAControler> = {}): SignataireAControler => ({
  nom: 'Camille Durand',
  qualite: 'Maire',
  nature: 'DROIT',
  reference: null,
  date: null,
  ...s,
})
const deliberation = (d: Partial<DeliberationConnue> = {}): DeliberationConnue => ({
  id: '1',
  acteId: 'a0',
  organisationId: 'arcueil',
  empreinte: 'e0',
  organe: 'conseil municipal',
  numero: '2026-12',
  seanceLe: '2026-06-24',
  transmiseLe: '2026-06-26',
  publieeLe: '2026-06-27',
  portee: 'ACTE',
  sens: 'ADOPTEE',
  ...d,
})
const votee = (d: Partial<DeliberationConnue> = {}): AutoriteDeLaPartie => ({
  etat: 'votee',
  deliberation: deliberation(d),
})
const commune = (p: Partial<PartieAControler> = {}): PartieAControler => ({
  partieId: 'p2',
  role: 'GESTIONNAIRE',
  nom: 'la commune d’Arcueil',
  nature: 'COMMUNE',
  signataires: [signataire()],
  autorite: votee(),
  texteVotePartageLe: null,
  representant: null,
  effetADire: false,
  ...p,
})
const hopital = (p: Partial<PartieAControler> = {}): PartieAControler => ({
  partieId: 'p1',
  role: 'HOPITAL',
  nom: 'l’Assistance publique',
  nature: null,
  signataires: [signataire({ qualite: 'Directeur général' })],
  autorite: null,
  texteVotePartageLe: null,
  representant: null,
  effetADire: false,
  ...p,
})
const dossier = (d: Partial<DossierAControler> = {}): DossierAControler => ({
  jour: JOUR,
  parties: [hopital(), commune()],
  avis: [],
  mentions: [],
  visas: [],
  ...d,
})
const avis = (a: Partial<AvisAControler> = {}): AvisAControler => ({
  libelle: 'Chef de pôle',
  nature: 'avis',
  etat: 'APPROUVEE',
  motif: null,
  ...a,
})
const codes = (d: Partial<DossierAControler>) =>
  controlerAvantSignature(dossier(d)).map((c) => `${c.niveau}:${c.code}`)
const avecCommune = (p: Partial<PartieAControler>) => codes({ parties: [hopital(), commune(p)] })
const avecHopital = (...signataires: SignataireAControler[]) =>
  codes({ parties: [hopital({ signataires }), commune()] })

describe('Avant l’envoi à la signature', () => {
  it('un dossier en règle ne dit rien', () => {
    expect(controlerAvantSignature(dossier())).toEqual([])
    expect(peutEtreEnvoye([])).toBe(true)
  })

  describe('délibération', () => {
    it.each<[string, AutoriteDeLaPartie, string[]]>([
      ['attendue', { etat: 'attendue', deliberation: null }, ['bloque:deliberation-manquante']],
      ['refusée', { etat: 'refusee', deliberation: deliberation() }, ['bloque:deliberation-refusee']],
      [
        'sur un autre texte',
        { etat: 'autre-texte', deliberation: deliberation() },
        ['bloque:deliberation-autre-texte'],
      ],
      ['votée et exécutoire', votee(), []],
      ['couverte', { etat: 'couverte', deliberation: deliberation() }, []],
      ['votée, pas transmise', votee({ transmiseLe: null }), ['bloque:transmission-manquante']],
      ['votée, pas publiée', votee({ publieeLe: null }), ['previent:publication-manquante']],
      [
        'couverte par une délibération non transmise',
        { etat: 'couverte', deliberation: deliberation({ transmiseLe: null }) },
        ['bloque:transmission-manquante'],
      ],
    ])('%s', (_, autorite, attendu) => {
      expect(avecCommune({ autorite })).toEqual(attendu)
    })
    it('cite l’avis du Conseil d’État et nomme la commune et le jour du vote', () => {
      const [c] = controlerAvantSignature(
        dossier({ parties: [hopital(), commune({ autorite: votee({ transmiseLe: null }) })] }),
      )
      expect(c).toMatchObject({
        source: 'Conseil d’État, avis, 10 juin 1996, n° 176873',
        partieId: 'p2',
        message:
          'La commune d’Arcueil ne peut signer : sa délibération du 24\u00a0juin 2026 n’est pas transmise au représentant de l’État.',
      })
    })
    it.each(NATURES_GESTIONNAIRE)('la transmission et la publication de %s suivent sa nature', (nature) => {
      const qualite = {
        COMMUNE: 'Maire',
        EPCI: 'Président',
        ASSOCIATION: 'Présidente',
        MUTUELLE: 'Président',
      }
      const nue = votee({ transmiseLe: null, publieeLe: null })
      const signataires = [signataire({ qualite: nature === 'HOPITAL' ? 'Directrice' : qualite[nature] })]
      expect(avecCommune({ nature, autorite: nue, signataires })).toEqual(
        nature === 'COMMUNE' || nature === 'EPCI'
          ? ['bloque:transmission-manquante', 'previent:publication-manquante']
          : [],
      )
    })
    it('dit que l’effet financier d’un avenant reste à dire', () => {
      expect(avecCommune({ autorite: { etat: 'attendue', deliberation: null }, effetADire: true })).toEqual([
        'bloque:deliberation-manquante',
        'previent:effet-financier-inconnu',
      ])
    })
  })

  describe('séance et version votée', () => {
    it.each<[string, string | null, string[]]>([
      ['la veille du partage', '2026-06-25', ['previent:deliberation-anterieure']],
      ['le jour du partage', '2026-06-24', []],
      ['après le partage', '2026-05-01', []],
      ['partage inconnu', null, []],
    ])('séance du 24 juin, %s', (_, texteVotePartageLe, attendu) => {
      expect(avecCommune({ texteVotePartageLe })).toEqual(attendu)
    })
    it('nomme les deux dates, avec sa source', () => {
      const [c] = controlerAvantSignature(
        dossier({ parties: [hopital(), commune({ texteVotePartageLe: '2026-07-01' })] }),
      )
      expect(c).toMatchObject({
        niveau: 'previent',
        source: 'L’organe se prononce sur un texte qu’il a reçu',
        message:
          'La commune d’Arcueil : la délibération du 24\u00a0juin 2026 est antérieure à la version votée, partagée le 1er\u00a0juillet 2026.',
      })
    })
    it('une délibération de portée générale, antérieure par nature, n’en dit rien', () => {
      const autorite: AutoriteDeLaPartie = { etat: 'couverte', deliberation: deliberation() }
      expect(avecCommune({ autorite, texteVotePartageLe: '2026-07-01' })).toEqual([])
    })
  })

  describe('représentant nommé dans le texte', () => {
    const durand = { prenom: 'Camille', nom: 'Durand' }
    it.each<[string, PartieAControler['representant'], string, string[]]>([
      ['le même', durand, 'Camille Durand', []],
      ['le même, autrement écrit', { prenom: 'Anne-Élise', nom: 'LE GOFF' }, 'Anne Elise Le Goff', []],
      ['un autre', durand, 'Dominique Martin', ['previent:signataire-autre-que-le-texte']],
      ['un homonyme', durand, 'Claude Durand', ['previent:signataire-autre-que-le-texte']],
      ['personne', null, 'Dominique Martin', []],
    ])('%s', (_, representant, nom, attendu) => {
      expect(avecCommune({ representant, signataires: [signataire({ nom })] })).toEqual(attendu)
    })
    it('un signataire sans nom n’est signalé qu’une fois', () => {
      expect(avecCommune({ representant: durand, signataires: [signataire({ nom: '' })] })).toEqual([
        'bloque:signataire-sans-nom',
      ])
    })
    it('il suffit que l’un des signataires soit celui du texte', () => {
      const signataires = [signataire(), signataire({ nom: 'Dominique Martin' })]
      expect(avecCommune({ representant: durand, signataires })).toEqual([])
    })
    it('nomme les deux personnes, avec sa source', () => {
      const [c] = controlerAvantSignature(
        dossier({
          parties: [
            hopital({ representant: { prenom: 'Alix', nom: 'Bernard' } }),
            commune({ representant: durand }),
          ],
        }),
      )
      expect(c).toMatchObject({
        niveau: 'previent',
        partieId: 'p1',
        source: 'Représentants nommés dans le texte de l’acte',
        message:
          'L’Assistance publique : le texte dit cette partie représentée par Alix Bernard, mais Camille Durand (Directeur général) signe.',
      })
    })
  })

  describe('signataires de l’hôpital', () => {
    it.each([
      'Directeur général',
      'Directrice générale',
      'Le directeur général de l’AP-HP',
      'Directrice générale par intérim',
    ])('%s signe de plein droit', (qualite) => {
      expect(avecHopital(signataire({ qualite }))).toEqual([])
    })
    it.each([
      'Directeur général adjoint',
      'Directrice générale adjointe',
      'Directeur général délégué',
      'Directeur du groupe hospitalier',
      'Chef de pôle',
      'Adjoint au directeur général',
    ])('%s a besoin d’une délégation', (qualite) => {
      expect(avecHopital(signataire({ qualite }))).toEqual(['bloque:delegation-hopital'])
      expect(
        avecHopital(signataire({ qualite, nature: 'DELEGATION', reference: '2026-1', date: '2026-01-01' })),
      ).toEqual([])
    })
    it('chacun des autres signataires est examiné', () => {
      const dg = signataire({ qualite: 'Directeur général' })
      expect(avecHopital(dg, signataire({ qualite: 'Chef de pôle' }))).toEqual(['bloque:delegation-hopital'])
    })
  })

  describe('signataires du gestionnaire', () => {
    const avec = (...signataires: SignataireAControler[]) => avecCommune({ signataires })
    it('la direction du centre seule est arrêtée, pas à côté du maire ni avec une délégation', () => {
      const directeur = signataire({ qualite: 'Directeur du centre municipal de santé' })
      expect(avec(directeur)).toEqual(['bloque:delegation-centre'])
      expect(avec(directeur, signataire())).toEqual([])
      expect(avec({ ...directeur, nature: 'DELEGATION', reference: 'A-2026-4', date: '2026-03-02' })).toEqual(
        [],
      )
    })
    it.each(['Adjoint au maire', 'Maire adjointe', 'Conseillère municipale'])(
      '%s a besoin d’une délégation du maire',
      (qualite) => expect(avec(signataire({ qualite }))).toEqual(['bloque:pouvoir-gestionnaire']),
    )
    it.each<[NatureGestionnaire, string, boolean]>([
      ['COMMUNE', 'Maire d’Arcueil', true],
      ['EPCI', 'Présidente', true],
      ['EPCI', 'Vice-président', false],
      ['ASSOCIATION', 'Président', true],
      ['ASSOCIATION', 'Trésorier', false],
      ['MUTUELLE', 'Présidente du conseil d’administration', true],
      ['HOPITAL', 'Directeur', true],
      ['HOPITAL', 'Directeur adjoint', false],
    ])('%s : %s engage ou non', (nature, qualite, engage) => {
      expect(avecCommune({ nature, signataires: [signataire({ qualite })] })).toEqual(
        engage ? [] : ['bloque:pouvoir-gestionnaire'],
      )
    })
    it('une délégation sans référence, sans date ou à venir ne suffit pas', () => {
      const d = signataire({
        qualite: 'Adjointe',
        nature: 'DELEGATION',
        reference: 'A-1',
        date: '2026-01-01',
      })
      expect(avec({ ...d, reference: null })).toEqual(['bloque:delegation-incomplete'])
      expect(avec({ ...d, date: null })).toEqual(['bloque:delegation-incomplete'])
      expect(avec({ ...d, date: '2026-11-23' })).toEqual(['bloque:delegation-posterieure'])
      expect(avec({ ...d, date: JOUR })).toEqual([])
    })
    it('un nom vide ou une partie sans signataire arrête', () => {
      expect(avec(signataire({ nom: ' ' }))).toEqual(['bloque:signataire-sans-nom'])
      expect(avec()).toEqual(['bloque:signataire-manquant'])
    })
  })

  describe('avis, mentions et visas', () => {
    it.each<[AvisAControler, string[]]>([
      [avis(), []],
      [avis({ etat: 'ATTENDUE' }), ['bloque:avis-manquant']],
      [avis({ etat: 'REFUSEE', motif: 'Non.' }), ['previent:avis-defavorable']],
      [avis({ nature: 'accord' }), []],
      [avis({ nature: 'accord', etat: 'ATTENDUE' }), ['bloque:accord-manquant']],
      [avis({ nature: 'accord', etat: 'REFUSEE', motif: 'Non' }), ['bloque:accord-refuse']],
    ])('%o', (a, attendu) => {
      expect(codes({ avis: [a] })).toEqual(attendu)
    })
    it('nomme chaque mention', () => {
      const [c] = controlerAvantSignature(dossier({ mentions: ['Numéro de la délibération'] }))
      expect(c?.message).toContain('Numéro de la délibération')
      expect(c?.niveau).toBe('bloque')
    })
    it('un visa prévient hors de sa validité, bornes incluses', () => {
      const visa = { texte: 'Arrêté', valideDu: '2020-01-01', valideAu: JOUR, remplacePar: null }
      expect(codes({ visas: [visa] })).toEqual([])
      expect(codes({ visas: [{ ...visa, valideAu: '2026-11-21' }] })).toEqual(['previent:visa-perime'])
      expect(codes({ visas: [{ ...visa, valideDu: JOUR }] })).toEqual([])
      expect(codes({ visas: [{ ...visa, valideDu: '2026-11-23' }] })).toEqual(['previent:visa-a-venir'])
    })
    it('ce qui bloque vient d’abord', () => {
      const niveaux = controlerAvantSignature(
        dossier({
          visas: [{ texte: 'Arrêté', valideDu: null, valideAu: '2017-06-30', remplacePar: 'Autre' }],
          mentions: ['Date'],
          avis: [avis({ etat: 'REFUSEE' })],
        }),
      ).map((c) => c.niveau)
      expect(niveaux).toEqual(['bloque', 'previent', 'previent'])
    })
  })
})

describe('À la date d’une signature', () => {
  const a = (signeLe: string, p: Partial<PartieAControler> = {}) =>
    controlerDateDeSignature(commune(p), signeLe).map((c) => `${c.niveau}:${c.code}`)
  it.each([
    ['2026-06-25', ['bloque:signature-avant-transmission', 'previent:signature-avant-publication']],
    ['2026-06-26', ['previent:signature-avant-publication']],
    ['2026-06-27', []],
  ])('le %s', (jour, attendu) => expect(a(jour)).toEqual(attendu))
  it('sans transmission, jamais', () => {
    expect(a('2030-01-01', { autorite: votee({ transmiseLe: null }) })).toEqual([
      'bloque:signature-avant-transmission',
    ])
  })
  it('un organe privé autorise dès sa décision', () => {
    const p = { nature: 'ASSOCIATION' as const, autorite: votee({ transmiseLe: null, publieeLe: null }) }
    expect(a('2026-06-23', p)).toEqual(['bloque:signature-avant-transmission'])
    expect(a('2026-06-24', p)).toEqual([])
  })
  it('l’hôpital n’attend pas la délibération de l’autre partie', () => {
    expect(controlerDateDeSignature(hopital(), '2020-01-01')).toEqual([])
  })
})

describe('Chaque constat', () => {
  it('a un message fini, sans code, et une source', () => {
    const d = signataire({ qualite: 'Adjointe', nature: 'DELEGATION', reference: null })
    const tous = [
      ...(['attendue', 'refusee', 'autre-texte'] as const).map(
        (etat) => ({ etat, deliberation: etat === 'attendue' ? null : deliberation() }) as AutoriteDeLaPartie,
      ),
      votee({ transmiseLe: null, publieeLe: null }),
    ].flatMap((autorite) => [
      ...controlerAvantSignature(
        dossier({
          parties: [
            hopital({
              signataires: [signataire({ qualite: 'Chef de pôle' })],
              representant: { prenom: 'Alix', nom: 'Bernard' },
            }),
            commune({
              autorite,
              texteVotePartageLe: '2026-07-01',
              effetADire: true,
              signataires: [signataire({ nom: '', qualite: 'Adjoint' })],
            }),
            commune({ autorite, signataires: [] }),
            commune({ autorite, signataires: [signataire({ qualite: 'Directrice du centre' })] }),
            commune({ autorite, signataires: [d, { ...d, reference: 'x', date: '2027-01-01' }] }),
          ],
          mentions: ['Date'],
          praticiens: [
            { fonction: 'praticien hospitalier', manque: ['accordLe'] },
            { fonction: 'assistant', manque: ['avisPoleLe', 'avisCmeLe'] },
          ],
          avis: (['avis', 'accord'] as const).flatMap((nature) =>
            (['ATTENDUE', 'REFUSEE'] as const).map((etat) => avis({ nature, etat })),
          ),
          visas: [
            { texte: 'A', valideDu: null, valideAu: '2017-06-30', remplacePar: null },
            { texte: 'B', valideDu: '2030-01-01', valideAu: null, remplacePar: null },
          ],
        }),
      ),
      ...controlerDateDeSignature(commune({ autorite }), '2020-01-01'),
    ])
    expect(new Set<CodeConstat>(tous.map((c) => c.code))).toEqual(new Set(CODES_CONSTAT))
    for (const c of tous) {
      expect(c.message).toMatch(/^[\p{Lu}].*\.$/u)
      expect(c.message).not.toMatch(/undefined|null|_/)
      expect(c.source.length).toBeGreaterThan(0)
    }
  })
})
