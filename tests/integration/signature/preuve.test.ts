import { afterAll, beforeAll, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { nouvelId } from '@/lib/bd/identifiants'
import { relirePdf } from '@/lib/documents/controle/relire'
import { rendrePdf } from '@/lib/documents/pdf'
import { texteDuDocument } from '@/lib/documents/texte'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import { lirePreuves } from '@/lib/lectures/signature/lire-preuves'
import { dossierDePreuve } from '@/lib/presentation/conventions/dossier-de-preuve'
import { empreinteLisible } from '@/lib/presentation/conventions/reprise'
import { enregistrerLeRetour } from '@/lib/serveur/signature/retour'
import { unHabilite } from '../../fabriques/negociation'
import { signerPdf, uneIdentite } from '../../fabriques/pdf-signe'
import { OUTILS_DU_TEST, unDepot, unEnvoi } from '../../fabriques/signature'
import { ouvrirTerritoire, type Territoire } from '../../fabriques/territoire'

let t: Territoire
let mairie: Acteur
beforeAll(async () => {
  t = await ouvrirTerritoire()
  mairie = await unHabilite(t, 'MAIRIE', 'commune-arcueil')
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

it('réunit versions, avis, délibération, envoi, signatures et dates, sans rien d’interne, le même pour tous', async () => {
  const e = await unEnvoi(t)
  const plusTard = new Date('2026-12-10T10:00:00Z')
  const retour = async (partieId: string, nom: string, date: string) => {
    const signe = await signerPdf(e.fige, await uneIdentite(nom), { date: new Date(date) })
    const fichierId = await unDepot(t.direction, e.envoiId, signe, `${nom}.pdf`, plusTard)
    const signatures = [{ partieId, rang: 1, signeLe: '2026-12-03', lue: 0 }]
    await enregistrerLeRetour(
      t.direction,
      { envoiId: e.envoiId, fichierId, mode: 'ELECTRONIQUE', signatures },
      plusTard,
      OUTILS_DU_TEST,
    )
  }
  await retour(e.hopital, 'Jean Modèle', '2026-12-03T09:00:00Z')
  await retour(e.gestionnaire, 'Claire Exemple', '2026-12-05T09:00:00Z')
  // Un avis défavorable : son sens se lit des deux côtés, son motif reste à l'hôpital.
  await t.proprietaire.approbation.create({
    data: {
      id: nouvelId(),
      acteId: e.acteId,
      versionId: e.versionId,
      empreinte: '0'.repeat(64),
      rang: 90,
      fonction: 'juridique',
      libelle: 'Affaires juridiques',
      nature: 'avis',
      etat: 'REFUSEE',
      motif: 'motifdelhopital',
      auteurNom: 'Avis d’essai',
      le: plusTard,
    },
  })
  const preuves = await lirePreuves(mairie, e.reference)
  if (!preuves) throw new Error('dossier attendu')
  const document = dossierDePreuve(preuves)
  const texte = texteDuDocument(document).replace(/[\u00a0\u202f]/g, ' ')
  for (const attendu of [e.envoi.pdf?.empreinte ?? '', e.envoi.empreinteTexte])
    expect(texte).toContain(empreinteLisible(attendu))
  for (const mot of [
    'Claire Exemple',
    '5 décembre 2026',
    '4 décembre 2029',
    '2026-84',
    'Non vérifiée',
    'Défavorable',
    'Extrait du journal partagé',
  ])
    expect(texte).toContain(mot)
  expect(JSON.stringify([preuves, texte])).not.toContain('motifdelhopital')
  expect(texte).not.toMatch(/préparé l’envoi|undefined|null|[a-z]+-[a-z]+-enregistree/)
  // La direction lit exactement le même dossier : son travail interne n'y est pas.
  const deLaDirection = await lirePreuves(t.direction, e.reference)
  expect(deLaDirection && dossierDePreuve(deLaDirection)).toEqual(document)
  expect(await lirePreuves(t.exterieur, e.reference)).toBeNull()
  const pdf = await rendrePdf(document)
  expect(await relirePdf(pdf, document)).toEqual({ etat: 'identique' })
})
