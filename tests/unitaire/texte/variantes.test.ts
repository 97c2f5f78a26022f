import { describe, expect, it } from 'vitest'
import { lireTexteBalise } from '../../../lib/domaine/texte/balisage'
import type { DefinitionParametre, ValeurParametre } from '../../../lib/domaine/texte/parametres'
import type { Variante } from '../../../lib/domaine/texte/unites'
import { valeursSuivies } from '../../../lib/domaine/texte/variantes'
import {
  phrasesDesValeurs,
  phraseValeurSuivie,
} from '../../../lib/presentation/conventions/valeurs-de-variante'

const jours = (nombre: number): ValeurParametre => ({ genre: 'duree', nombre, unite: 'jour' })
const DEFINITIONS: DefinitionParametre[] = [
  { cle: 'delai', libelle: 'Délai', genre: 'duree', defaut: jours(7) },
  { cle: 'lieu', libelle: 'Lieu', genre: 'texte' },
]
const variante = (code: string, valeurs?: Variante['valeurs']): Variante => ({
  code,
  libelle: code,
  contenu: lireTexteBalise('Texte.', code),
  ...(valeurs ? { valeurs } : {}),
})
const QUINZE = variante('quinze', { delai: jours(15) })
const TRENTE = variante('trente', { delai: jours(30) })
const suivre = (delai: ValeurParametre | null, quittee: Variante | null, choisie: Variante | null) =>
  valeursSuivies(DEFINITIONS, { delai }, quittee, choisie)

describe('Les valeurs qui suivent une variante', () => {
  it('passent à celle de la variante quand elles valent encore le défaut du modèle', () => {
    expect(suivre(jours(7), null, QUINZE)).toEqual([
      { cle: 'delai', avant: jours(7), apres: jours(15), gardee: false },
    ])
  })
  it('reviennent au défaut avec le texte du modèle, et vont d’une variante à l’autre', () => {
    expect(suivre(jours(15), QUINZE, null)).toMatchObject([{ apres: jours(7), gardee: false }])
    expect(suivre(jours(15), QUINZE, TRENTE)).toMatchObject([{ apres: jours(30), gardee: false }])
    expect(suivre(jours(15), QUINZE, variante('nue'))).toMatchObject([{ apres: jours(7), gardee: false }])
  })
  it('restent quand elles ont été changées, ou effacées, à la main', () => {
    expect(suivre(jours(10), null, QUINZE)).toMatchObject([{ avant: jours(10), gardee: true }])
    expect(suivre(null, null, QUINZE)).toMatchObject([{ avant: null, gardee: true }])
    expect(suivre(jours(10), QUINZE, null)).toMatchObject([{ avant: jours(10), gardee: true }])
  })
  it('se taisent quand la valeur est déjà la bonne, ou que la variante n’en porte pas', () => {
    expect(suivre(jours(15), null, QUINZE)).toEqual([])
    expect(suivre({ unite: 'jour', nombre: 15, genre: 'duree' }, null, QUINZE)).toEqual([])
    expect(suivre(jours(7), null, variante('nue'))).toEqual([])
  })
  it('se remplissent quand le modèle ne proposait rien, et s’effacent en le quittant', () => {
    const lieu: ValeurParametre = { genre: 'texte', texte: 'Paris' }
    const ici = variante('ici', { lieu })
    expect(valeursSuivies(DEFINITIONS, {}, null, ici)).toMatchObject([
      { avant: null, apres: lieu, gardee: false },
    ])
    expect(valeursSuivies(DEFINITIONS, { lieu }, ici, null)).toMatchObject([{ apres: null, gardee: false }])
  })
  it('ignorent une clé que le modèle ne définit pas', () => {
    expect(valeursSuivies([], {}, null, QUINZE)).toEqual([])
  })
})

describe('Ce que l’écran en dit', () => {
  const dire = (delai: ValeurParametre | null, quittee: Variante | null, choisie: Variante | null) =>
    suivre(delai, quittee, choisie).map((v) => phraseValeurSuivie(v, DEFINITIONS))
  it.each([
    [jours(7), QUINZE, '«\u00a0Délai\u00a0» passe à\u00a0: 15\u00a0jours.'],
    [
      jours(10),
      QUINZE,
      '«\u00a0Délai\u00a0» reste\u00a0: 10\u00a0jours, choix fait à la main\u202f; ce texte propose\u00a0: 15\u00a0jours.',
    ],
    [
      null,
      QUINZE,
      '«\u00a0Délai\u00a0» reste à compléter, effacée à la main\u202f; ce texte propose\u00a0: 15\u00a0jours.',
    ],
  ])('nomme la valeur et ce qu’elle devient', (actuelle, choisie, phrase) => {
    expect(dire(actuelle, null, choisie)).toEqual([phrase])
  })
  it('annonce dans la bibliothèque la valeur que porte la variante', () => {
    expect(phrasesDesValeurs(QUINZE.valeurs, DEFINITIONS)).toEqual([
      '«\u00a0Délai\u00a0» vaut alors\u00a0: 15\u00a0jours.',
    ])
    expect(phrasesDesValeurs(undefined, DEFINITIONS)).toEqual([])
  })
})
