import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '../../../lib/bd/client'
import { accepterEnsemble } from '../../../lib/cas-usage/acceptation/accepter-ensemble'
import { demanderCodeAcceptation } from '../../../lib/cas-usage/acceptation/demander-code-acceptation'
import { partagerVersion } from '../../../lib/cas-usage/acte/partager-version'
import { demanderDossierConseil } from '../../../lib/cas-usage/conseil/demander-dossier'
import { enregistrerDeliberation } from '../../../lib/cas-usage/deliberation/enregistrer-deliberation'
import { soumettreAuVote } from '../../../lib/cas-usage/deliberation/soumettre-au-vote'
import type { Acteur } from '../../../lib/domaine/organisation/acteur'
import { lireDossierConseil } from '../../../lib/lectures/acte/lire-dossier-conseil'
import { lireVote } from '../../../lib/lectures/acte/lire-vote'
import { unActeGroupe } from '../../fabriques/activite'
import { completerLesValeurs, dernierCode, unHabilite, versionPartagee } from '../../fabriques/negociation'
import { agir, MAINTENANT, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'
import { etatDe, uneDecision } from '../../fabriques/vote'

let t: Territoire
let malakoff: Acteur
let vitry: Acteur
let acte: Awaited<ReturnType<typeof unActeGroupe>>
beforeAll(async () => {
  t = await ouvrirTerritoire()
  malakoff = await unHabilite(t, 'MAIRIE', 'commune-malakoff')
  vitry = await unHabilite(t, 'MAIRIE', 'commune-vitry-sur-seine')
  acte = await unActeGroupe(t)
  await completerLesValeurs(t, acte.conventionId, acte.acteId)
  await agir(t.direction, partagerVersion, { acteId: acte.acteId, version: 1, message: '' })
}, 120_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const accepter = async (mairie: Acteur) => {
  const saisie = { acteId: acte.acteId, versionId: await versionPartagee(t, acte.acteId) }
  await agir(mairie, demanderCodeAcceptation, saisie)
  return agir(mairie, accepterEnsemble, { ...saisie, code: await dernierCode(t, acte.acteId) })
}
const mention = async (cle: string) =>
  (
    await t.proprietaire.parametre.findUnique({
      where: { conventionId_cle: { conventionId: acte.conventionId, cle } },
    })
  )?.valeur

describe('Dans un acte groupé', () => {
  it('une commune n’accepte pas pour les centres d’une autre', async () => {
    expect(await accepter(malakoff)).toMatchObject({ complet: false })
    expect((await etatDe(t, acte.acteId)).etape).toBe('EN_RELECTURE')
    expect(await accepter(vitry)).toMatchObject({ complet: true })
    expect((await etatDe(t, acte.acteId)).etape).toBe('TEXTE_ACCEPTE')
  })

  it('chacune a son dossier de conseil, qui nomme l’autre, et nulle autre n’en demande un pour elle', async () => {
    const deVitry = await lireDossierConseil(vitry, acte.acteId, MAINTENANT)
    expect(deVitry?.gestionnaire.nom).toBe('la commune de Vitry-sur-Seine')
    expect(deVitry?.autres).toEqual(['la commune de Malakoff'])
    const demande = await lireDossierConseil(t.direction, acte.acteId, MAINTENANT, acte.vitry)
    expect(demande?.gestionnaire.nom).toBe('la commune de Vitry-sur-Seine')
    expect(demande?.centres).toHaveLength(1)
    await expect(
      agir(t.direction, demanderDossierConseil, { acteId: acte.acteId, partieId: acte.hopital }),
    ).rejects.toMatchObject(refus('INTROUVABLE'))
  })

  it('chaque vote remplit ses propres mentions, et l’une ne délibère pas pour l’autre', async () => {
    await agir(malakoff, soumettreAuVote, {
      acteId: acte.acteId,
      version: (await etatDe(t, acte.acteId)).version,
    })
    const { empreinte } = await etatDe(t, acte.acteId)
    const decision = (partieId: string, numero: string) => ({
      acteId: acte.acteId,
      partieId,
      empreinte,
      ...uneDecision({ numero }),
    })
    await expect(agir(malakoff, enregistrerDeliberation, decision(acte.vitry, 'M-1'))).rejects.toMatchObject(
      refus('ROLE_INSUFFISANT'),
    )
    await agir(vitry, enregistrerDeliberation, decision(acte.vitry, 'V-12'))
    expect(await mention('deliberation_numero_g2')).toEqual({ genre: 'texte', texte: 'V-12' })
    expect(await mention('deliberation_numero')).not.toEqual({ genre: 'texte', texte: 'V-12' })
    const avant = await lireVote(t.direction, acte.acteId, MAINTENANT)
    expect(avant?.parties.map((p) => p.autorite)).toEqual([null, 'attendue', 'votee'])
    expect(
      avant?.constats.some((c) => c.code === 'deliberation-manquante' && c.partieId === acte.malakoff),
    ).toBe(true)
    await agir(malakoff, enregistrerDeliberation, decision(acte.malakoff, 'M-7'))
    expect(await mention('deliberation_numero')).toEqual({ genre: 'texte', texte: 'M-7' })
    const apres = await lireVote(t.direction, acte.acteId, MAINTENANT)
    expect(apres?.parties.map((p) => p.autorite)).toEqual([null, 'votee', 'votee'])
    // Le vote de l'une ne touche pas au texte de l'autre.
    expect((await etatDe(t, acte.acteId)).empreinte).toBe(empreinte)
  })
})
