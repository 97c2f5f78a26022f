import { describe, expect, it } from 'vitest'
import { NATURES_ORGANISATION, type NatureOrganisation } from '@/lib/domaine/organisation/acteur'
import { codeAdresse, codeDeRang } from '@/lib/domaine/organisation/code-adresse'
import { DEPARTEMENTS, departementDe } from '@/lib/domaine/organisation/departements'
import { NATURES_GESTIONNAIRE } from '@/lib/domaine/organisation/designations'
import { liaisonsPossibles, proposerTncc } from '@/lib/domaine/organisation/liaison'
import { duDepartement } from '@/lib/domaine/organisation/lieu'
import { postesDe } from '@/lib/domaine/organisation/postes'
import { naturesFilles, rattachementPermis } from '@/lib/domaine/organisation/rattachements'
import { schemaCreationOrganisation } from '@/lib/domaine/organisation/saisies-referentiel'
import { uneCreation } from '../../fabriques/referentiel'

describe('rattachements', () => {
  const PERMIS = new Set([
    'INSTITUTION < rien',
    'GROUPE_HOSPITALIER < INSTITUTION',
    'SITE < GROUPE_HOSPITALIER',
    'POLE < GROUPE_HOSPITALIER',
    'POLE < SITE',
    'SERVICE < SITE',
    'SERVICE < POLE',
    'GESTIONNAIRE < rien',
    'CENTRE < GESTIONNAIRE',
  ])
  const paires = NATURES_ORGANISATION.flatMap((nature) =>
    [null, ...NATURES_ORGANISATION].map((parent): [NatureOrganisation, NatureOrganisation | null] => [
      nature,
      parent,
    ]),
  )
  it.each(paires)('%s sous %s', (nature, parent) => {
    expect(rattachementPermis(nature, parent)).toBe(PERMIS.has(`${nature} < ${parent ?? 'rien'}`))
  })
  it('dit ce que l’on crée sous chaque nature', () => {
    expect(naturesFilles('GROUPE_HOSPITALIER')).toEqual(['SITE', 'POLE'])
    expect(naturesFilles('SITE')).toEqual(['POLE', 'SERVICE'])
    expect(naturesFilles('CENTRE')).toEqual([])
  })
})

describe('départements', () => {
  it('les connaît tous, une fois chacun', () => {
    expect(DEPARTEMENTS).toHaveLength(101)
    expect(new Set(DEPARTEMENTS.map((d) => d.code)).size).toBe(101)
    expect(DEPARTEMENTS.every((d) => d.nom && d.tncc >= 0 && d.tncc <= 5)).toBe(true)
  })
  it.each([
    ['94003', 'du Val-de-Marne'],
    ['92046', 'des Hauts-de-Seine'],
    ['91228', 'de l’Essonne'],
    ['2A004', 'de la Corse-du-Sud'],
    ['35238', 'd’Ille-et-Vilaine'],
    ['97411', 'de La Réunion'],
    ['77288', 'de Seine-et-Marne'],
  ])('le code %s est celui d’une commune %s', (code, attendu) => {
    const d = departementDe(code)
    expect(d && duDepartement(d.nom, d.tncc)).toBe(attendu)
  })
  it('n’invente pas de département', () => {
    expect(departementDe('20001')).toBeNull()
    expect(departementDe('97501')).toBeNull()
  })
})

describe('liaison proposée', () => {
  it.each([
    ['Arcueil', 1],
    ['Évry-Courcouronnes', 1],
    ['Hyères', 1],
    ['Villejuif', 0],
    ['Haguenau', 0],
    ['Le Kremlin-Bicêtre', 2],
    ['La Courneuve', 3],
    ['Les Lilas', 4],
    ['L’Haÿ-les-Roses', 5],
    ["L'Haÿ-les-Roses", 5],
    ['Lesneven', 0],
  ])('%s : %i', (nom, tncc) => {
    expect(proposerTncc(nom)).toBe(tncc)
  })
  it('laisse corriger, sans proposer deux fois la même écriture', () => {
    expect(liaisonsPossibles('Houdan').map((l) => l.de)).toEqual(['de Houdan', 'd’Houdan'].reverse())
    expect(liaisonsPossibles('L’Haÿ-les-Roses').map((l) => l.de)).toEqual(['de L’Haÿ-les-Roses'])
    // L'initiale tranche : « d’Cachan » ou « de Arcueil » ne se proposent pas.
    expect(liaisonsPossibles('Cachan').map((l) => l.de)).toEqual(['de Cachan'])
    expect(liaisonsPossibles('Arcueil').map((l) => l.de)).toEqual(['d’Arcueil'])
  })
})

describe('code d’adresse', () => {
  it.each([
    ['GROUPE_HOSPITALIER', 'Hôpitaux Universitaires Paris-Sud', 'HUPS', 'hups'],
    ['CENTRE', 'Centre municipal de santé d’Arcueil', 'CMS', 'arcueil'],
    ['CENTRE', 'Centre de santé du Kremlin-Bicêtre', null, 'kremlin-bicetre'],
    ['CENTRE', 'Centre de santé', null, 'centre-de-sante'],
    ['GESTIONNAIRE', 'commune d’Arcueil', 'Commune', 'commune-d-arcueil'],
    ['SITE', 'Œuvre @ Été…', null, 'oeuvre-ete'],
    ['SITE', '—', null, 'organisation'],
  ] as const)('%s « %s »', (nature, nom, sigle, code) => {
    expect(codeAdresse({ nature, nom, sigle })).toBe(code)
  })
  it('numérote les suivants et laisse les adresses réservées', () => {
    expect([1, 2].map((r) => codeDeRang('arcueil', r))).toEqual(['arcueil', 'arcueil-2'])
    expect(codeDeRang('nouvelle', 1)).toBeNull()
  })
})

describe('postes', () => {
  it('donne un signataire à toute partie possible', () => {
    expect(postesDe('INSTITUTION', null).filter((p) => p.signataire)).toHaveLength(1)
    for (const g of NATURES_GESTIONNAIRE)
      expect(postesDe('GESTIONNAIRE', g).filter((p) => p.signataire)).toHaveLength(1)
    expect(postesDe('CENTRE', null).map((p) => p.code)).toEqual([
      'directeur-medical',
      'directeur-administratif',
    ])
  })
})

describe('saisie d’une création', () => {
  const PARENT = '018f0000-0000-7000-8000-000000000001'
  const refus = (saisie: Parameters<typeof uneCreation>[1], nature: NatureOrganisation) => {
    const lu = schemaCreationOrganisation.safeParse(uneCreation(nature, { parentId: PARENT, ...saisie }))
    return lu.success ? [] : lu.error.issues.map((i) => `${i.path.join('.')} ${i.message}`)
  }
  it('demande au groupe son sigle, son code et la date de son nom', () => {
    expect(refus({ nom: 'Groupe' }, 'GROUPE_HOSPITALIER')).toEqual([
      'sigle requis',
      'codeReference requis',
      'appellationDepuis requis',
    ])
    expect(
      refus(
        { nom: 'Groupe', sigle: 'G', codeReference: 'g-1', appellationDepuis: '2026-01-01' },
        'GROUPE_HOSPITALIER',
      ),
    ).toEqual(['codeReference code-reference'])
  })
  it('demande à la commune son nom et un code INSEE d’un vrai département', () => {
    expect(refus({ natureGestionnaire: 'COMMUNE' }, 'GESTIONNAIRE')).toEqual([
      'codeInsee requis',
      'communeNom requis',
    ])
    const commune = { natureGestionnaire: 'COMMUNE', communeNom: 'Arcueil' } as const
    expect(refus({ ...commune, codeInsee: '9400' }, 'GESTIONNAIRE')).toEqual(['codeInsee code-insee'])
    expect(refus({ ...commune, codeInsee: '20003' }, 'GESTIONNAIRE')).toEqual(['codeInsee code-insee'])
    expect(refus({ ...commune, codeInsee: ' 94 003' }, 'GESTIONNAIRE')).toEqual([])
  })
  it('demande à quoi se rattache tout ce qui n’est pas un sommet', () => {
    expect(refus({ nom: 'Site', parentId: '' }, 'SITE')).toEqual(['parentId requis'])
    expect(refus({ nom: 'Institution', parentId: '' }, 'INSTITUTION')).toEqual([])
  })
  it('contrôle le Siret, mais garde un Finess douteux', () => {
    expect(refus({ nom: 'Site', siret: '73282932000075' }, 'SITE')).toEqual(['siret siret'])
    expect(refus({ nom: 'Site', siret: '732 829 320 00074', finess: '12' }, 'SITE')).toEqual([])
  })
  it('refuse un champ inconnu', () => {
    const lu = schemaCreationOrganisation.safeParse({
      ...uneCreation('SITE', { nom: 'Site', parentId: PARENT }),
      code: 'x',
    })
    expect(lu.success).toBe(false)
  })
})
