import { beforeAll, describe, expect, it } from 'vitest'
import { completerFiche } from '@/lib/cas-usage/organisation/completer-fiche'
import { declarerOffre } from '@/lib/cas-usage/organisation/declarer-offre'
import { renseignerTitulaire } from '@/lib/cas-usage/organisation/renseigner-titulaire'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import type { SaisieTitulaire } from '@/lib/domaine/organisation/saisies'
import { listerCentres } from '@/lib/lectures/organisation/centres-visibles'
import { AUJOURDHUI, acteurDe, agir, faitAuJournal, idDe, lire, refusDe, territoireDeTest } from './outils'

territoireDeTest()

let direction: Acteur, cms: Acteur, voisin: Acteur, mairie: Acteur, siege: Acteur
beforeAll(async () => {
  direction = await acteurDe('DIRECTION_PARTENARIATS', 'hups')
  cms = await acteurDe('DIRECTION_CMS', 'malakoff-1')
  voisin = await acteurDe('DIRECTION_CMS', 'malakoff-2')
  mairie = await acteurDe('MAIRIE', 'commune-malakoff')
  siege = await acteurDe('SIEGE', 'ap-hp')
})

const fiche = async (code: string, version = 1) => ({
  organisationId: await idDe(code),
  version,
  nom: 'Centre d’essai des Tilleuls',
  adresse: null,
  telephone: '01 00 00 00 01',
  courriel: null,
})

describe('compléter une fiche', () => {
  it('écrit le nom, le journal, et la recherche le retrouve', async () => {
    const saisie = await fiche('malakoff-1')
    await agir(cms, completerFiche, saisie)
    expect(await faitAuJournal(saisie.organisationId, 'fiche-completee')).toMatchObject({
      evenement: 'fiche-completee',
      donnees: { avant: { telephone: null }, apres: { telephone: '01 00 00 00 01' } },
    })
    const trouves = await listerCentres(direction, { recherche: 'tilleul' })
    expect(trouves.map((c) => c.code)).toEqual(['malakoff-1'])
    expect(await refusDe(agir(direction, completerFiche, saisie))).toBe('MODIFIE_ENTRE_TEMPS')
  })
  it('reste au centre, à sa mairie et à sa direction de groupe', async () => {
    const saisie = await fiche('malakoff-1', 2)
    expect(await refusDe(agir(voisin, completerFiche, saisie))).toBe('INTROUVABLE')
    expect(await refusDe(agir(siege, completerFiche, saisie))).toBe('ROLE_INSUFFISANT')
    expect(await refusDe(agir(mairie, completerFiche, saisie))).toBeNull()
  })
  it('réserve la fiche de la commune à la mairie et à la direction', async () => {
    const commune = { ...(await fiche('commune-malakoff')), nom: 'commune de Malakoff' }
    expect(await refusDe(agir(cms, completerFiche, commune))).toBe('ROLE_INSUFFISANT')
    expect(await refusDe(agir(await acteurDe('MAIRIE', 'commune-arcueil'), completerFiche, commune))).toBe(
      'INTROUVABLE',
    )
    expect(await refusDe(agir(mairie, completerFiche, commune))).toBeNull()
  })
  it('ouvre les fiches de l’hôpital à sa seule direction', async () => {
    const bicetre = { ...(await fiche('bicetre')), nom: 'hôpital Bicêtre' }
    expect(await refusDe(agir(cms, completerFiche, bicetre))).toBe('INTROUVABLE')
    expect(await refusDe(agir(siege, completerFiche, bicetre))).toBe('ROLE_INSUFFISANT')
    expect(await refusDe(agir(direction, completerFiche, bicetre))).toBeNull()
  })
})

describe('renseigner un titulaire', () => {
  const postes = async (code: string) => {
    const organisationId = await idDe(code)
    return lire((tx) =>
      tx.fonction.findMany({
        where: { organisationId, code: { in: ['maire', 'directeur-medical'] } },
        include: { personne: true },
        orderBy: { depuis: 'asc' },
      }),
    )
  }
  const saisie = (fonctionId: string, plus: Partial<SaisieTitulaire> = {}): SaisieTitulaire => ({
    fonctionId,
    version: 1,
    civilite: 'MME',
    prenom: 'Prénom',
    nom: 'D’Essai',
    depuis: '2020-07-01',
    ...plus,
  })

  it('pourvoit un poste vacant, puis clôt le précédent la veille du suivant', async () => {
    const poste = (await postes('commune-malakoff'))[0]
    if (!poste) throw new Error('poste attendu')
    await agir(mairie, renseignerTitulaire, saisie(poste.id))
    expect(await refusDe(agir(mairie, renseignerTitulaire, saisie(poste.id)))).not.toBeNull()
    await agir(
      direction,
      renseignerTitulaire,
      saisie(poste.id, { version: 2, nom: 'Suivante', depuis: '2026-04-01' }),
    )
    const suite = await postes('commune-malakoff')
    expect(
      suite.map((f) => [
        f.personne?.nom,
        f.depuis?.toISOString().slice(0, 10),
        f.jusqua?.toISOString().slice(0, 10),
      ]),
    ).toEqual([
      ['D’Essai', '2020-07-01', '2026-03-31'],
      ['Suivante', '2026-04-01', undefined],
    ])
    expect(suite[1]).toMatchObject({ signataire: true, personne: { civilite: 'MME' } })
    expect(await faitAuJournal(poste.organisationId, 'titulaire-renseigne')).toMatchObject({
      evenement: 'titulaire-renseigne',
    })
    const clos = saisie(poste.id, { version: 3, depuis: '2026-10-01' })
    expect(await refusDe(agir(direction, renseignerTitulaire, clos))).toBe('ETAPE_INTERDITE')
  })
  it('refuse un début avant un titulaire connu, une version périmée, un extérieur', async () => {
    const vacant = (await postes('malakoff-2')).at(0)
    if (!vacant) throw new Error('poste attendu')
    expect(await refusDe(agir(voisin, renseignerTitulaire, saisie(vacant.id, { version: 7 })))).toBe(
      'MODIFIE_ENTRE_TEMPS',
    )
    expect(await refusDe(agir(cms, renseignerTitulaire, saisie(vacant.id)))).toBe('INTROUVABLE')
    expect(await refusDe(agir(siege, renseignerTitulaire, saisie(vacant.id)))).toBe('ROLE_INSUFFISANT')
    await agir(voisin, renseignerTitulaire, saisie(vacant.id))
    const avant = saisie(vacant.id, { version: 2, depuis: '2020-07-01' })
    expect(await refusDe(agir(voisin, renseignerTitulaire, avant))).toBe('DATE_INCOHERENTE')
    const personnes = await lire((tx) => tx.personne.count({ where: { nom: 'D’Essai' } }))
    expect(personnes).toBe(2)
  })
  it('ne recule pas avant un titulaire attesté par une source', async () => {
    const poste = (await postes('commune-gennevilliers')).find((f) => f.personneId === null)
    const gennevilliers = await acteurDe('MAIRIE', 'commune-gennevilliers')
    const refus = refusDe(
      agir(gennevilliers, renseignerTitulaire, saisie(poste?.id ?? '', { depuis: '2017-07-15' })),
    )
    expect(await refus).toBe('DATE_INCOHERENTE')
  })
})

describe('déclarer l’offre', () => {
  it('remplace l’offre entière, la date, et refuse ensuite une version périmée', async () => {
    const centreId = await idDe('malakoff-2')
    const saisie = { centreId, version: 1, specialites: ['orl', 'imagerie', 'orl'] }
    await agir(voisin, declarerOffre, saisie)
    const centre = await lire((tx) =>
      tx.organisation.findUniqueOrThrow({ where: { id: centreId }, include: { offres: true } }),
    )
    expect(centre.offres.map((o) => o.specialiteCode).sort()).toEqual(['imagerie', 'orl'])
    expect(centre.offreRenseigneeLe?.toISOString().slice(0, 10)).toBe(AUJOURDHUI)
    expect(await faitAuJournal(centreId, 'offre-declaree')).toMatchObject({ evenement: 'offre-declaree' })
    expect(await refusDe(agir(direction, declarerOffre, saisie))).toBe('MODIFIE_ENTRE_TEMPS')
    await agir(direction, declarerOffre, { centreId, version: 2, specialites: [] })
    expect(await lire((tx) => tx.offre.count({ where: { organisationId: centreId } }))).toBe(0)
  })
  it('refuse un extérieur, la mairie, le siège et une spécialité inconnue sans rien effacer', async () => {
    const saisie = { centreId: await idDe('malakoff-1'), version: 3, specialites: ['orl'] }
    expect(await refusDe(agir(voisin, declarerOffre, saisie))).toBe('INTROUVABLE')
    expect(await refusDe(agir(mairie, declarerOffre, saisie))).toBe('ROLE_INSUFFISANT')
    expect(await refusDe(agir(siege, declarerOffre, saisie))).toBe('ROLE_INSUFFISANT')
    expect(await refusDe(agir(cms, declarerOffre, { ...saisie, specialites: ['nulle'] }))).toBe(
      'SAISIE_INVALIDE',
    )
    expect(
      await lire((tx) => tx.offre.count({ where: { organisationId: saisie.centreId } })),
    ).toBeGreaterThan(10)
  })
})
