import { figerTexte, type TexteFige } from '@/lib/domaine/acte/version'
import { lireTexteBalise } from '@/lib/domaine/texte/balisage'
import type { UniteDActe } from '@/lib/domaine/texte/finalisation'
import type { ConventionLue } from '@/lib/lectures/convention/lire-convention'

export const unite = (
  identite: string,
  rang: number,
  titre: string | null,
  texte: string,
  plus: Partial<UniteDActe> = {},
): UniteDActe => ({
  identite,
  parent: null,
  rang,
  genre: 'article',
  titre,
  contenu: lireTexteBalise(texte, identite),
  omise: false,
  ...plus,
})

const tableau = (prix: string, plus = '') =>
  `Tarifs appliqués :\n\n| Acte | Tarif |\n|---|---|\n| Échographie | ${prix} |\n| Radiographie | 20 € |${plus}`

/** Deux versions d'un même texte : mots, tableau, circuit, article ajouté, retiré, déplacé. */
export function deuxVersions(): [TexteFige, TexteFige] {
  const annexe = (delai: string): UniteDActe =>
    unite('circuit', 20, 'Demande d’imagerie', 'La demande suit ces étapes.', {
      genre: 'annexe',
      annexe: {
        nature: 'procedure',
        revision: 'echange',
        etapes: [
          {
            code: 'e1',
            acteur: 'Médecin du centre',
            texte: 'Il adresse la demande.',
            vers: [{ code: 'e2' }],
          },
          { code: 'e2', acteur: 'Secrétariat', texte: 'Il donne une date.', delai },
        ],
      },
    })
  const figer = (unites: UniteDActe[]) =>
    figerTexte(
      {
        titre: 'Convention d’accès aux soins',
        comparutions: ['La commune d’Arcueil,'],
        unites,
        definitions: [],
        valeurs: {},
      },
      { surtitre: 'Convention-cadre', parties: [] },
    )
  const visa = unite('visa', 1, null, 'Vu le code de la santé publique ;', { genre: 'visa' })
  const bouge = (rang: number) => unite('bouge', rang, 'Article à déplacer', 'Ce passage change de place.')
  const repond = (h: string) =>
    unite(
      'un',
      2,
      'Premier article',
      `Le service répond sous ${h} h au médecin, selon les termes {{§bouge|de}}.`,
    )
  return [
    figer([
      visa,
      repond('48'),
      unite('deux', 3, 'Tarifs', tableau('10 €')),
      unite('trois', 4, 'Article retiré', 'Ce passage disparaît.'),
      bouge(5),
      annexe('48 h'),
    ]),
    figer([
      visa,
      bouge(1.5),
      repond('24'),
      unite('deux', 3, 'Tarifs', tableau('12,50 €', '\n| IRM | 90 € |')),
      unite(
        'quatre',
        4,
        'Article tout nouveau',
        'Une évaluation est menée chaque année.\n\n- avec le centre ;\n- avec le service.',
      ),
      annexe('24 h'),
    ]),
  ]
}

const version = (numero: number, jour: string) => ({
  id: `v${numero}`,
  numero,
  empreinte: 'x',
  message: null,
  creeLe: new Date(`${jour}T10:00:00Z`),
  creeParNom: 'Direction',
})

/** Une convention lue, réduite à ce que la présentation d'une comparaison en demande. */
export const conventionLue = (plus: Partial<ConventionLue> = {}): ConventionLue => ({
  conventionId: 'c',
  acteId: 'a',
  reference: 'HUPS-ARC-2026-001',
  genre: 'CONVENTION',
  rang: 0,
  initiale: null,
  titre: 'Convention d’accès aux soins',
  etape: 'EN_RELECTURE',
  situation: null,
  origine: 'REDACTION',
  version: 1,
  creeLe: new Date('2026-11-01T10:00:00Z'),
  modifieLe: new Date('2026-11-22T10:00:00Z'),
  groupe: { id: 'g', code: 'hups', nom: 'Hôpitaux Universitaires Paris-Sud', sigle: 'HUPS' },
  centres: [],
  parties: [],
  dates: { signature: null, effet: null, fin: null, resiliation: null },
  modele: null,
  unites: [],
  definitions: [],
  parametres: [],
  avenants: [],
  fichiers: [],
  versions: [version(2, '2026-11-22'), version(1, '2026-11-12')],
  versionLue: 2,
  comptes: null,
  qualites: ['redacteur'],
  droits: { modifier: false, abandonner: false },
  ...plus,
})
