import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { rouvrirTexte } from '@/lib/cas-usage/acte/reprendre-texte'
import { approuver, demanderCodeAvis, refuserAvis } from '@/lib/cas-usage/approbation/rendre-avis'
import { soumettreAuVote } from '@/lib/cas-usage/deliberation/soumettre-au-vote'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import { lireConstats } from '@/lib/lectures/acte/lire-constats'
import { dernierCode, unHabilite } from '../../fabriques/negociation'
import { agir, MAINTENANT, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'
import { approuverAvecCode, etatDe, unTexteAccepte, unValideur } from '../../fabriques/vote'

let t: Territoire
let mairie: Acteur
let juridique: Acteur
let cme: Acteur
let acteId: string
let empreinte: string
beforeAll(async () => {
  t = await ouvrirTerritoire()
  mairie = await unHabilite(t, 'MAIRIE', 'commune-arcueil')
  juridique = await unValideur(t, 'juridique')
  cme = await unValideur(t, 'cme')
})
beforeEach(async () => {
  ;({ acteId, empreinte } = await unTexteAccepte(t, mairie))
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const saisie = (fonction: 'juridique' | 'cme' = 'juridique') => ({ acteId, fonction, empreinte })
const refuser = (qui: Acteur, fonction: 'juridique' | 'cme' = 'juridique', motif = 'Texte imprécis') =>
  agir(qui, refuserAvis, { ...saisie(fonction), motif })
const codes = async (qui: Acteur) => (await lireConstats(qui, acteId, MAINTENANT))?.map((c) => c.code) ?? null
const rendus = () => t.proprietaire.journal.findMany({ where: { acteId, evenement: 'avis-rendu' } })

describe('Avis et accords', () => {
  it('se demandent à l’acceptation, dans l’ordre, et préviennent la seule première fonction', async () => {
    const lignes = await t.proprietaire.approbation.findMany({ where: { acteId }, orderBy: { rang: 'asc' } })
    expect(lignes.map((l) => [l.fonction, l.etat])).toEqual([
      ['juridique', 'ATTENDUE'],
      ['cme', 'ATTENDUE'],
    ])
    const courriels = await t.proprietaire.courriel.findMany({ where: { acteId, gabarit: 'avis-demande' } })
    expect(new Set(courriels.map((c) => (c.donnees as { fonction: string }).fonction))).toEqual(
      new Set(['Affaires juridiques']),
    )
  })
  it('s’approuve par un code, une fois, avec sa ligne au journal, et passe au suivant', async () => {
    expect(await approuverAvecCode(t, juridique, acteId, 'juridique')).toEqual({ etat: 'APPROUVEE' })
    const ligne = await t.proprietaire.approbation.findFirstOrThrow({
      where: { acteId, fonction: 'juridique' },
    })
    expect(ligne).toMatchObject({ etat: 'APPROUVEE', auteurId: juridique.utilisateurId, empreinte })
    expect(ligne.codeId).not.toBeNull()
    expect(await rendus()).toMatchObject([{ partage: false, auteurId: juridique.utilisateurId }])
    const suivant = await t.proprietaire.courriel.findMany({
      where: {
        acteId,
        gabarit: 'avis-demande',
        donnees: { path: ['fonction'], string_starts_with: 'Commission' },
      },
    })
    expect(suivant).not.toHaveLength(0)
    await expect(refuser(juridique)).rejects.toMatchObject(refus('DEJA_EXISTANT'))
  })
  it('attend le précédent', async () => {
    await expect(refuser(cme, 'cme')).rejects.toMatchObject({
      code: 'AVIS_PAS_AU_TOUR',
      details: { attendu: 'Affaires juridiques' },
    })
    await approuverAvecCode(t, juridique, acteId, 'juridique')
    expect(await approuverAvecCode(t, cme, acteId, 'cme')).toEqual({ etat: 'APPROUVEE' })
    expect(await codes(t.direction)).not.toContain('avis-manquant')
  })
  it('un code ne confirme ni une autre fonction, ni un autre objet, ni deux fois', async () => {
    await agir(juridique, demanderCodeAvis, saisie())
    const code = await dernierCode(t, acteId)
    const faux = code === '000000' ? '000001' : '000000'
    expect(await agir(juridique, approuver, { ...saisie(), code: faux })).toMatchObject({
      code: 'CODE_REFUSE',
    })
    expect(await agir(juridique, approuver, { ...saisie(), code })).toEqual({ etat: 'APPROUVEE' })
    await expect(agir(juridique, approuver, { ...saisie(), code })).rejects.toMatchObject(
      refus('DEJA_EXISTANT'),
    )
    const double: Acteur = {
      ...juridique,
      validations: [...(juridique.validations ?? []), ...(cme.validations ?? [])],
    }
    expect(await agir(double, approuver, { ...saisie('cme'), code })).toMatchObject({ code: 'CODE_REFUSE' })
  })
  it('un avis défavorable n’arrête pas la liste mais se dit ; son motif reste à l’hôpital', async () => {
    await refuser(juridique)
    expect(await codes(t.direction)).toContain('avis-defavorable')
    expect(await approuverAvecCode(t, cme, acteId, 'cme')).toEqual({ etat: 'APPROUVEE' })
    const vus = await lireConstats(mairie, acteId, MAINTENANT)
    expect(JSON.stringify(vus)).not.toContain('Texte imprécis')
    expect(JSON.stringify(await lireConstats(t.direction, acteId, MAINTENANT))).toContain('Texte imprécis')
  })
  it('un accord refusé arrête la liste et interdit le vote', async () => {
    const lu = await t.proprietaire.acte.findUniqueOrThrow({ where: { id: acteId } })
    const accord = [
      { fonction: 'juridique', libelle: 'Affaires juridiques', nature: 'accord' },
      { fonction: 'cme', libelle: 'CME', nature: 'avis' },
    ]
    const id = lu.modeleVersionId ?? ''
    const { approbations } = await t.proprietaire.modeleVersion.findUniqueOrThrow({ where: { id } })
    await changerApprobations(id, accord)
    try {
      await refuser(juridique)
      await expect(refuser(cme, 'cme')).rejects.toMatchObject(refus('AVIS_PAS_AU_TOUR'))
      await expect(agir(mairie, soumettreAuVote, { acteId, version: lu.version })).rejects.toMatchObject(
        refus('ACCORD_REFUSE'),
      )
    } finally {
      await changerApprobations(id, approbations)
    }
  })
  it('refuse un étranger, un autre rôle, une autre fonction, une autre étape, un texte dépassé', async () => {
    const autre = await unValideur(t, 'juridique', 'hupnvs')
    await expect(refuser(autre)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(refuser(t.exterieur)).rejects.toMatchObject(refus('INTROUVABLE'))
    for (const qui of [t.direction, mairie, cme, t.siege])
      await expect(refuser(qui)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(
      agir(juridique, refuserAvis, { ...saisie(), empreinte: 'f'.repeat(64), motif: 'Motif' }),
    ).rejects.toMatchObject(refus('VERSION_DEPASSEE'))
    const { version } = await etatDe(t, acteId)
    await agir(t.direction, rouvrirTexte, { acteId, version, motif: 'À revoir' })
    await expect(refuser(juridique)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
  })
  it('la base refuse un avis écrit par un autre, et un avis rendu ne change plus', async () => {
    await approuverAvecCode(t, juridique, acteId, 'juridique')
    await expect(
      t.proprietaire.approbation.updateMany({
        where: { acteId, fonction: 'juridique' },
        data: { motif: 'x' },
      }),
    ).rejects.toThrow(/ne change plus/)
  })
})

/** Le modèle publié est immuable : le propriétaire lève son déclencheur le temps d'un essai. */
async function changerApprobations(id: string, approbations: unknown) {
  await t.proprietaire.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`
    await tx.modeleVersion.update({ where: { id }, data: { approbations: approbations as object[] } })
  })
}
