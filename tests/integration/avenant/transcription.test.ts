import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { avecActeur } from '@/lib/bd/transaction'
import { ajusterRedaction } from '@/lib/cas-usage/avenant/ajuster-redaction'
import { changerTerme } from '@/lib/cas-usage/avenant/changer-terme'
import { commencerTranscription } from '@/lib/cas-usage/avenant/commencer-transcription'
import { corrigerTranscription } from '@/lib/cas-usage/avenant/corriger-transcription'
import { declarerTranscription } from '@/lib/cas-usage/avenant/declarer-transcription'
import { direEffet } from '@/lib/cas-usage/avenant/dire-effet'
import { retoucherUnite } from '@/lib/cas-usage/avenant/retoucher-unite'
import { retoucherValeur } from '@/lib/cas-usage/avenant/retoucher-valeur'
import { enregistrerReprise } from '@/lib/cas-usage/convention/enregistrer-reprise'
import { schemaEnregistrerReprise } from '@/lib/cas-usage/convention/saisies'
import { saisirTexte } from '@/lib/cas-usage/convention/saisir-texte'
import { consolider } from '@/lib/domaine/avenant/consolider'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import { lireAtelier } from '@/lib/lectures/avenant/lire-atelier'
import { lireChaine } from '@/lib/lectures/avenant/lire-chaine'
import { lireTranscription } from '@/lib/lectures/avenant/lire-transcription'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import { contenu, motsDe, uneConventionPrete, unProjet } from '../../fabriques/avenant'
import { unHabilite } from '../../fabriques/negociation'
import { agir, MAINTENANT, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

let t: Territoire
let c: Awaited<ReturnType<typeof uneConventionPrete>>
let mairie: Acteur
beforeAll(async () => {
  t = await ouvrirTerritoire()
  c = await uneConventionPrete(t)
  mairie = await unHabilite(t, 'MAIRIE', 'commune-arcueil')
}, 60_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

/** Un avenant signé sur papier, enregistré par son scan. */
async function unAvenantRepris(
  dates: { signature: string; effet?: string; fin?: string },
  conventionId?: string,
) {
  const { reference } = await agir(
    t.direction,
    enregistrerReprise,
    schemaEnregistrerReprise.parse({
      groupeId: t.id('hups'),
      centreIds: [t.id('arcueil')],
      modeleCode: null,
      intitule: 'Avenant signé sur papier',
      conventionId: conventionId ?? c.conventionId,
      dateSignature: dates.signature,
      dateEffet: dates.effet ?? null,
      dureeMois: null,
      dateFin: dates.fin ?? null,
      signataires: [],
      fichierId: null,
    }),
  )
  const lu = await lireConvention(t.direction, reference, MAINTENANT)
  if (!lu) throw new Error('avenant attendu')
  return { acteId: lu.acteId, reference, rang: lu.rang }
}
const commencer = (acteId: string, acteur = t.direction) =>
  agir(acteur, commencerTranscription, { acteId, version: 1 })
const versionDuProjet = async (acteId: string) =>
  (await t.proprietaire.projetAvenant.findUniqueOrThrow({ where: { acteId } })).version
const declarer = async (acteId: string, acteur = t.direction) =>
  agir(acteur, declarerTranscription, {
    acteId,
    version: await versionDuProjet(acteId),
    relue: true as const,
  })
const objet = (acteId: string, mots: string, version = 0) => ({
  acteId,
  identite: 'article-objet',
  version,
  titre: 'Objet',
  contenu: contenu(mots),
})
const faits = async (acteId: string) =>
  (await t.proprietaire.journal.findMany({ where: { acteId }, orderBy: { id: 'asc' } })).map((l) => [
    l.evenement,
    l.partage,
  ])
/** Texte en vigueur à cette date pour cet acteur : l'objet de la convention et les avenants qui manquent. */
async function enVigueur(acteur: Acteur, le = '2026-12-31') {
  const lu = await lireChaine(acteur, c.reference, MAINTENANT)
  if (!lu) throw new Error('chaîne attendue')
  const x = consolider(lu.chaine.etat, lu.chaine.avenants, le)
  const article = x.etat.unites.find((u) => u.identite === 'article-objet')
  return {
    objet: article ? motsDe(article.contenu) : '',
    manquants: x.nonTranscrits.map((a) => a.rang),
    conflits: x.conflits.length,
    fin: x.etat.fin,
  }
}

describe('Transcrire un avenant signé avant le produit', () => {
  it('part du texte à sa date d’effet, ne s’applique qu’une fois déclaré, et se lit alors des deux côtés', async () => {
    const a = await unAvenantRepris({ signature: '2026-03-01', effet: '2026-04-01', fin: '2030-01-31' })
    const avant = await enVigueur(mairie)
    // Le scan est là, ses modifications non : l'autre côté le sait aussi.
    expect(avant.manquants).toEqual([a.rang])
    await commencer(a.acteId)
    expect(
      (await t.proprietaire.retouche.findMany({ where: { acteId: a.acteId } })).map((r) => r.cible),
    ).toEqual(['terme'])
    await agir(t.direction, retoucherUnite, objet(a.acteId, 'Objet dit par l’avenant de papier.'))
    expect(await enVigueur(t.direction)).toEqual(avant)
    expect((await lireConvention(mairie, a.reference, MAINTENANT))?.unites).toEqual([])
    expect(await avecActeur(mairie, (tx) => tx.unite.count({ where: { acteId: a.acteId } }))).toBe(0)

    expect(await declarer(a.acteId)).toMatchObject({ numero: 1, modifications: 2 })
    for (const acteur of [t.direction, mairie, t.cms])
      expect(await enVigueur(acteur)).toEqual({
        objet: 'Objet dit par l’avenant de papier.',
        manquants: [],
        conflits: 0,
        fin: '2030-01-31',
      })
    expect((await enVigueur(mairie, '2026-03-15')).objet).not.toContain('papier')
    const lu = await lireConvention(mairie, a.reference, MAINTENANT)
    const transcription = lu && (await lireTranscription(mairie, lu))
    expect(transcription).toMatchObject({ etat: 'declaree', peutEcrire: false, effetLe: '2026-04-01' })
    // De l'acte de papier, seules les modifications se lisent : ni visas, ni objet, ni formule inventés.
    expect(transcription?.texte?.unites.map((u) => u.identite)).toEqual(['av-m-article-objet', 'av-terme'])
    expect(await faits(a.acteId)).toEqual([
      ['acte-repris', true],
      ['transcription-commencee', false],
      ['retouche-enregistree', false],
      ['transcription-declaree', true],
    ])
  })

  it('déclarée, ne s’écrit plus ; rouverte avec un motif, garde l’ancienne jusqu’à la nouvelle', async () => {
    const a = await unAvenantRepris({ signature: '2026-05-01' })
    await commencer(a.acteId)
    await agir(t.direction, retoucherUnite, objet(a.acteId, 'Objet mal recopié.'))
    await declarer(a.acteId)
    await expect(agir(t.direction, retoucherUnite, objet(a.acteId, 'Autre.', 1))).rejects.toMatchObject(
      refus('ETAPE_INTERDITE'),
    )
    await expect(declarer(a.acteId)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
    expect(await lireAtelier(t.direction, a.reference, MAINTENANT)).toBeNull()
    const saisie = { acteId: a.acteId, version: await versionDuProjet(a.acteId), motif: 'Faute de recopie' }
    await expect(
      agir(t.direction, corrigerTranscription, { ...saisie, version: saisie.version - 1 }),
    ).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
    for (const acteur of [mairie, t.cms, t.siege])
      await expect(agir(acteur, corrigerTranscription, saisie)).rejects.toMatchObject(
        refus('ROLE_INSUFFISANT'),
      )
    await expect(agir(t.exterieur, corrigerTranscription, saisie)).rejects.toMatchObject(refus('INTROUVABLE'))
    await agir(t.direction, corrigerTranscription, saisie)
    await expect(
      agir(t.direction, corrigerTranscription, { ...saisie, version: await versionDuProjet(a.acteId) }),
    ).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
    expect((await lireAtelier(t.direction, a.reference, MAINTENANT))?.transcription).toEqual({
      correction: true,
    })
    await agir(t.direction, retoucherUnite, objet(a.acteId, 'Objet bien recopié.', 1))
    expect((await enVigueur(mairie)).objet).toBe('Objet mal recopié.')
    expect(await declarer(a.acteId)).toMatchObject({ numero: 2 })
    expect((await enVigueur(mairie)).objet).toBe('Objet bien recopié.')
    const rouverte = await t.proprietaire.journal.findFirstOrThrow({
      where: { acteId: a.acteId, evenement: 'transcription-rouverte' },
    })
    expect(rouverte).toMatchObject({ partage: true, donnees: { motif: 'Faute de recopie' } })
  })

  it('se refuse à un étranger, à l’autre côté, au siège, à une version périmée et à tout autre acte', async () => {
    const a = await unAvenantRepris({ signature: '2026-06-01' })
    const saisie = { acteId: a.acteId, version: 1 }
    await expect(agir(t.exterieur, commencerTranscription, saisie)).rejects.toMatchObject(
      refus('INTROUVABLE'),
    )
    for (const acteur of [mairie, t.cms, t.siege])
      await expect(agir(acteur, commencerTranscription, saisie)).rejects.toMatchObject(
        refus('ROLE_INSUFFISANT'),
      )
    await expect(agir(t.direction, commencerTranscription, { ...saisie, version: 4 })).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    await expect(
      agir(t.direction, commencerTranscription, { acteId: c.acteId, version: 1 }),
    ).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
    const projet = await unProjet(t, c)
    await expect(
      agir(t.direction, commencerTranscription, { acteId: projet.acteId, version: 1 }),
    ).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
    await expect(declarer(projet.acteId)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
    await commencer(a.acteId)
    await expect(commencer(a.acteId)).rejects.toMatchObject(refus('DEJA_EXISTANT'))
    await expect(declarer(a.acteId)).rejects.toMatchObject(refus('AVENANT_VIDE'))
    await agir(t.direction, retoucherUnite, objet(a.acteId, 'Objet de juin.'))
    for (const acteur of [mairie, t.cms, t.siege])
      await expect(declarer(a.acteId, acteur)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(declarer(a.acteId, t.exterieur)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(
      agir(t.direction, declarerTranscription, { acteId: a.acteId, version: 1, relue: true as const }),
    ).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
    // L'effet et les mots d'un acte signé ne se choisissent plus ; sa durée se constate, même longue.
    await expect(
      agir(t.direction, direEffet, { acteId: a.acteId, version: 0, date: '2026-07-01' }),
    ).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
    await expect(
      agir(t.direction, ajusterRedaction, {
        acteId: a.acteId,
        identite: 'av-m-article-objet',
        version: 1,
        titre: null,
        contenu: contenu('Autrement dit.'),
      }),
    ).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
    const terme = { acteId: a.acteId, version: 0, nature: 'prolongation' as const }
    await agir(t.direction, changerTerme, { ...terme, date: '2039-12-31' })
    await declarer(a.acteId)
    expect((await enVigueur(t.direction)).fin).toBe('2039-12-31')
  })

  it('un avenant plus ancien transcrit ensuite reprend les projets et nomme ce qui ne tient plus', async () => {
    const projet = await unProjet(t, c, 'Nouvel objet')
    await agir(t.direction, retoucherUnite, objet(projet.acteId, 'Objet du projet.'))
    const ancien = await unAvenantRepris({ signature: '2026-08-01' })
    await commencer(ancien.acteId)
    await agir(t.direction, retoucherUnite, objet(ancien.acteId, 'Objet d’août.'))
    await declarer(ancien.acteId)
    const retouche = await t.proprietaire.retouche.findFirstOrThrow({ where: { acteId: projet.acteId } })
    expect(retouche.arretee).not.toBeNull()
    expect(await faits(projet.acteId)).toContainEqual(['projet-atteint', false])
  })

  it('exige le texte de la convention, et montre la convention reprise avec son avenant', async () => {
    const { reference } = await agir(
      t.direction,
      enregistrerReprise,
      schemaEnregistrerReprise.parse({
        groupeId: t.id('hups'),
        centreIds: [t.id('arcueil')],
        modeleCode: 'convention-cadre-partenariat',
        intitule: 'Convention de 2024',
        conventionId: null,
        dateSignature: '2024-09-10',
        dateEffet: null,
        dureeMois: 60,
        dateFin: null,
        signataires: [],
        fichierId: null,
      }),
    )
    const initiale = await lireConvention(t.direction, reference, MAINTENANT)
    if (!initiale) throw new Error('convention attendue')
    const a = await unAvenantRepris({ signature: '2025-02-01' }, initiale.conventionId)
    await expect(commencer(a.acteId)).rejects.toMatchObject(refus('TEXTE_INCOMPLET'))
    // Le texte d'un avenant ne se recopie pas d'un modèle.
    const modele = { version: 1, modeleVersionId: t.version('convention-cadre-partenariat') }
    await expect(agir(t.direction, saisirTexte, { acteId: a.acteId, ...modele })).rejects.toMatchObject(
      refus('ETAPE_INTERDITE'),
    )
    await agir(t.direction, saisirTexte, { acteId: initiale.acteId, ...modele })
    await commencer(a.acteId)
    const cle = 'delai_reponse_scanner'
    const valeur = { genre: 'duree', nombre: 24, unite: 'heure' } as const
    await agir(t.direction, retoucherValeur, { acteId: a.acteId, cle, version: 0, valeur })
    expect(await lireConvention(t.cms, reference, MAINTENANT)).toBeNull()
    expect(await lireConvention(t.cms, a.reference, MAINTENANT)).toBeNull()
    await declarer(a.acteId)
    expect(await lireConvention(t.cms, a.reference, MAINTENANT)).not.toBeNull()
    const lu = await lireChaine(t.cms, reference, MAINTENANT)
    expect(lu && consolider(lu.chaine.etat, lu.chaine.avenants, '2026-01-01').etat.valeurs[cle]).toEqual(
      valeur,
    )
  })
})
