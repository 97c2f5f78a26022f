import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { fermerBase } from '@/lib/bd/client'
import { versDate } from '@/lib/bd/dates'
import { avecActeur } from '@/lib/bd/transaction'
import { annulerLot, deposerLot, lancerLot } from '@/lib/cas-usage/demande/lots'
import { proposer } from '@/lib/domaine/engagement/import/colonnes'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import { listerLots } from '@/lib/lectures/demande/lister-lots'
import { lireTableur } from '@/lib/serveur/demandes/tableur'
import { traiterTache } from '@/lib/serveur/ouvrier/taches'
import { menerImport } from '@/lib/serveur/taches/import-demandes'
import { REGISTRE } from '@/lib/serveur/taches/registre'
import { unActeur, uneConventionSuivie } from '../../fabriques/demande'
import { declarer } from '../../fabriques/engagement'
import { agir, MAINTENANT, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

let t: Territoire
let conventionId: string
let secretariat: Acteur
let voisin: Acteur
beforeAll(async () => {
  t = await ouvrirTerritoire()
  await declarer(t)
  conventionId = (await uneConventionSuivie(t)).conventionId
  secretariat = await unActeur(t, 'SECRETARIAT', 'arcueil')
  voisin = await unActeur(t, 'SECRETARIAT', 'gentilly')
}, 90_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const octets = (texte: string) => new TextEncoder().encode(texte)
const TITRES = 'Demandée le;Examen;Degré demandé;Répondue le;Commentaire'
const CSV = `${TITRES}
16/11/2026 9h00;Scanner;Urgent;17/11/2026 9:00;appeler le fils
16/11/2026 9h00;Scanner;Urgent;17/11/2026 9:00;
16/11/2026 10h00;Scanner;semi-urgent;;
31/02/2026;Scanner;Urgent;;
17/11/2026;PET;Urgent;;
17/11/2026 9h00;Scanner;;;
17/11/2026 9h00;Scanner;Urgent;16/11/2026 9h00;
18/11/2026;IRM;non urgent;;
`
async function deposer(acteur: Acteur, texte = CSV, centreId: string | null = t.id('arcueil')) {
  const tableur = await lireTableur(octets(texte))
  const { lotId } = await agir(acteur, deposerLot, {
    siteId: t.id('bicetre'),
    centreId,
    nom: 'demandes.csv',
    tableur,
  })
  return { lotId, correspondance: proposer(tableur.colonnes) }
}
const lot = (id: string) => t.proprietaire.lotDemandes.findUniqueOrThrow({ where: { id } })
const mener = (tacheId: string, registre = REGISTRE) =>
  traiterTache(tacheId, { registre, maintenant: () => MAINTENANT })
async function lancer(
  acteur: Acteur,
  l: { lotId: string; correspondance: ReturnType<typeof proposer> },
  geste: 'essayer' | 'importer',
  doublons = false,
) {
  const { version } = await lot(l.lotId)
  const saisie = { lotId: l.lotId, version, geste, correspondance: { ...l.correspondance }, doublons }
  return agir(acteur, lancerLot, saisie)
}
const mesure = () =>
  t.proprietaire.mesure.findFirstOrThrow({
    where: {
      debut: versDate('2026-10-01'),
      portee: 'scanner',
      engagement: { conventionId, cle: 'reponse-scanner' },
    },
  })
const annuler = async (acteur: Acteur, lotId: string) => {
  const { version } = await lot(lotId)
  return agir(acteur, annulerLot, { lotId, version })
}

describe('Un tableur de demandes', () => {
  it('qui semble nommer des patients est refusé avant que rien n’en soit gardé', async () => {
    for (const colonne of [
      'Nom du patient',
      'NOM',
      'Prénom',
      'Date de naissance',
      'N° sécurité sociale',
      'NIR',
    ])
      await expect(lireTableur(octets(`Demandée le;${colonne}\n16/11/2026;x\n`))).rejects.toMatchObject({
        code: 'FICHIER_NOMINATIF',
        details: { colonnes: [`« ${colonne} »`] },
      })
    await expect(
      lireTableur(octets('Demandée le;Référence\n16/11/2026;2 84 05 94 003 123 45\n')),
    ).rejects.toMatchObject({ code: 'FICHIER_NOMINATIF', details: { colonnes: ['« Référence »'] } })
    const permis = await lireTableur(octets('Date de la demande;Nom du centre\n16/11/2026;Arcueil\n'))
    expect(proposer(permis.colonnes)).toEqual({
      'Date de la demande': 'demandeeLe',
      'Nom du centre': 'centre',
    })
  })

  it('perd ses colonnes de texte libre avant d’être gardé', async () => {
    const { csv, colonnes, ecartees, lignes } = await lireTableur(octets(CSV))
    expect([colonnes.length, ecartees, lignes]).toEqual([4, ['Commentaire'], 8])
    expect(new TextDecoder().decode(csv)).not.toContain('fils')
  })

  it('se lit aussi en Windows-1252, à virgules, et en classeur Excel', async () => {
    const latin = Uint8Array.from('Demand\xe9e le,Degr\xe9\n16/11/2026,urgent\n', (c) => c.charCodeAt(0))
    expect((await lireTableur(latin)).colonnes).toEqual(['Demandée le', 'Degré'])
    const classeur = await writeXlsxFile([
      {
        sheet: 'Demandes',
        data: [
          [{ value: 'Demandée le' }, { value: 'Degré' }],
          [
            { value: new Date('2026-11-16T09:30:00Z'), type: Date, format: 'dd/mm/yyyy hh:mm' },
            { value: 'urgent' },
          ],
        ],
      },
    ]).toBuffer()
    const lu = await lireTableur(new Uint8Array(classeur))
    expect(new TextDecoder().decode(lu.csv)).toBe('"Demandée le";"Degré"\n"2026-11-16T09:30";"urgent"\n')
    await expect(lireTableur(octets('PK\u0003\u0004abîmé'))).rejects.toMatchObject(refus('FICHIER_REFUSE'))
    await expect(lireTableur(octets('Demandée le\n'))).rejects.toMatchObject(refus('FICHIER_REFUSE'))
  })
})

describe('Un lot', () => {
  it('s’essaie à blanc, ligne par ligne, sans rien inscrire', async () => {
    const l = await deposer(secretariat)
    await mener((await lancer(secretariat, l, 'essayer')).tacheId)
    const { etat, rapport } = await lot(l.lotId)
    expect(etat).toBe('ESSAYE')
    expect(rapport).toMatchObject({
      lues: 8,
      bonnes: 3,
      fautives: 4,
      doublons: 1,
      sansHeure: 1,
      lignesEnDouble: [3],
      erreurs: [
        { ligne: 5, champ: 'demandeeLe', code: 'date' },
        { ligne: 6, champ: 'examen', code: 'inconnu' },
        { ligne: 7, champ: 'degreDemande', code: 'manque' },
        { ligne: 8, champ: 'ligne', code: 'reponse-avant' },
      ],
    })
    expect(await t.proprietaire.demande.count({ where: { lotId: l.lotId } })).toBe(0)
  })

  it('s’importe, compte dans la mesure, efface son tableur, puis s’annule d’un bloc', async () => {
    const l = await deposer(secretariat)
    await mener((await lancer(secretariat, l, 'essayer')).tacheId)
    const { tacheId } = await lancer(secretariat, l, 'importer')
    await mener(tacheId)
    expect(await t.proprietaire.tache.findUniqueOrThrow({ where: { id: tacheId } })).toMatchObject({
      etat: 'FAITE',
    })
    const apres = await lot(l.lotId)
    expect(apres).toMatchObject({ etat: 'IMPORTE', inscrites: 3, lues: 8, fichierId: null })
    expect(
      await t.proprietaire.fichier.count({ where: { usage: 'import-demandes', nom: 'demandes.csv' } }),
    ).toBe(1)
    expect(await mesure()).toMatchObject({
      numerateur: 1,
      denominateur: 2,
      etat: 'SAISIE',
      jugement: 'non-respecte',
    })
    expect(
      await t.proprietaire.journal.findFirst({ where: { evenement: 'demandes-importees' } }),
    ).toMatchObject({ donnees: { nombre: 3 }, auteurNom: secretariat.nom })
    await mener((await annuler(secretariat, l.lotId)).tacheId)
    expect(await lot(l.lotId)).toMatchObject({ etat: 'ANNULE', inscrites: 0 })
    expect(await t.proprietaire.demande.count({ where: { lotId: l.lotId } })).toBe(0)
    expect(await mesure()).toMatchObject({ denominateur: null, etat: 'ATTENDUE', jugement: 'non-mesure' })
    await expect(annuler(secretariat, l.lotId)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
  })

  it('repris après la mort de l’ouvrier, repart de ce qui est inscrit et ne double rien', async () => {
    const lignes = Array.from({ length: 1_300 }, (_, i) => {
      const m = String(i % 60).padStart(2, '0')
      return `${String(1 + (Math.floor(i / 60) % 20)).padStart(2, '0')}/10/2026 ${8 + Math.floor(i / 1_200)}h${m};Scanner;Urgent;;`
    })
    const l = await deposer(secretariat, `${TITRES}\n${lignes.join('\n')}\n`)
    await mener((await lancer(secretariat, l, 'essayer', true)).tacheId)
    const { tacheId } = await lancer(secretariat, l, 'importer')
    // L'ouvrier meurt après son deuxième paquet : ce qui est validé reste, rien n'est conclu.
    let paquets = 0
    const acteur = secretariat
    const travail = {
      acteur,
      tacheId,
      acteId: '',
      saisie: { lotId: l.lotId, geste: 'importer' },
      maintenant: MAINTENANT,
    }
    const mourir = menerImport({
      ...travail,
      avancer: async () => {
        paquets += 1
        if (paquets === 2) throw new Error('mort')
      },
    })
    await expect(mourir).rejects.toThrow('mort')
    expect(await lot(l.lotId)).toMatchObject({ etat: 'EN_COURS', lues: 1_000, inscrites: 1_000 })
    await mener(tacheId)
    expect(await lot(l.lotId)).toMatchObject({ etat: 'IMPORTE', lues: 1_300, inscrites: 1_300 })
    expect(await t.proprietaire.demande.count({ where: { lotId: l.lotId } })).toBe(1_300)
    // Mené deux fois de bout en bout, il n'inscrit rien de plus.
    await menerImport({ ...travail, avancer: async () => {} }).catch(() => {})
    expect(await t.proprietaire.demande.count({ where: { lotId: l.lotId } })).toBe(1_300)
    await mener((await annuler(secretariat, l.lotId)).tacheId)
  })

  it('n’existe pas pour un autre secrétariat, et ne s’importe ni sans essai ni sans ses colonnes', async () => {
    await expect(deposer(voisin)).rejects.toMatchObject(refus('INTROUVABLE'))
    const mairie = await unActeur(t, 'MAIRIE', 'commune-arcueil')
    await expect(deposer(mairie)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    const l = await deposer(secretariat)
    expect((await listerLots(voisin)).length).toBe(0)
    expect(await avecActeur(voisin, (tx) => tx.lotDemandes.count())).toBe(0)
    await expect(lancer(voisin, l, 'essayer')).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(lancer(t.direction, l, 'essayer')).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(lancer(secretariat, l, 'importer')).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
    const sansDegre = { ...l, correspondance: { 'Demandée le': 'demandeeLe' as const } }
    await expect(lancer(secretariat, sansDegre, 'essayer')).rejects.toMatchObject(refus('SAISIE_INVALIDE'))
    await expect(agir(secretariat, annulerLot, { lotId: l.lotId, version: 99 })).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
  })

  it('laisse dehors ce qui tombe dans une période figée, et le dit', async () => {
    const { id } = await mesure()
    await t.proprietaire.mesure.update({ where: { id }, data: { figeeLe: MAINTENANT } })
    const l = await deposer(secretariat, `${TITRES}\n16/11/2026 9h00;Scanner;Urgent;;\n`)
    await mener((await lancer(secretariat, l, 'essayer')).tacheId)
    expect((await lot(l.lotId)).rapport).toMatchObject({
      bonnes: 0,
      erreurs: [{ ligne: 2, champ: 'demandeeLe', code: 'figee' }],
    })
    await t.proprietaire.mesure.update({ where: { id }, data: { figeeLe: null } })
  })
})
