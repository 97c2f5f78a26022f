import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { versDate } from '@/lib/bd/dates'
import { nouvelId } from '@/lib/bd/identifiants'
import { avecActeur } from '@/lib/bd/transaction'
import { changerTerme } from '@/lib/cas-usage/avenant/changer-terme'
import { retoucherUnite } from '@/lib/cas-usage/avenant/retoucher-unite'
import { retoucherValeur } from '@/lib/cas-usage/avenant/retoucher-valeur'
import { arreterCentre } from '@/lib/cas-usage/campagne/arreter-centre'
import {
  demanderArchive,
  partagerCampagne,
  reprendreCampagne,
} from '@/lib/cas-usage/campagne/demander-campagne'
import { ouvrirCampagne } from '@/lib/cas-usage/campagne/ouvrir-campagne'
import { preparerCentre } from '@/lib/cas-usage/campagne/preparer-centre'
import { relancerCampagne } from '@/lib/cas-usage/campagne/relancer-campagne'
import type { TexteFige } from '@/lib/domaine/acte/version'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import type { ValeurParametre } from '@/lib/domaine/texte/parametres'
import { lireFichier } from '@/lib/lectures/fichier/lire-fichier'
import { lireTache } from '@/lib/lectures/tache/lire-tache'
import { traiterTache } from '@/lib/serveur/ouvrier/taches'
import { REGISTRE } from '@/lib/serveur/taches/registre'
import { contenu, uneConventionPrete, unProjet } from '../../fabriques/avenant'
import { unHabilite } from '../../fabriques/negociation'
import {
  agir,
  MAINTENANT,
  ouvrirTerritoire,
  refus,
  type Territoire,
  unBrouillon,
} from '../../fabriques/territoire'

const { empaqueter } = (await import('../../../scripts/construire.mjs')) as {
  empaqueter: () => Promise<boolean>
}

let t: Territoire
let mairie: Acteur
type Prete = Awaited<ReturnType<typeof uneConventionPrete>>
let origine: Prete
let semblable: Prete
let adaptee: Prete
let finie: Prete
let modele: { acteId: string; reference: string }
let delai: string
const heures = (nombre: number): ValeurParametre => ({ genre: 'duree', nombre, unite: 'heure' })
const INCONNU = '00000000-0000-7000-8000-000000000000'

/** Change, dans la version signée de ce centre, les mots d'un article : il l'avait adapté. */
async function adapter(c: Prete, identite: string) {
  const texte = {
    ...c.texte,
    unites: c.texte.unites.map((u) =>
      u.identite === identite ? { ...u, contenu: contenu('Un objet propre à ce centre.') } : u,
    ),
  } satisfies TexteFige
  await t.proprietaire.$executeRaw`ALTER TABLE version_acte DISABLE TRIGGER version_acte_immuable`
  await t.proprietaire.versionActe.update({ where: { id: c.versionId }, data: { texte: texte as object } })
  await t.proprietaire.$executeRaw`ALTER TABLE version_acte ENABLE TRIGGER version_acte_immuable`
}

beforeAll(async () => {
  await empaqueter()
  t = await ouvrirTerritoire()
  await t.proprietaire.habilitation.create({
    data: {
      id: nouvelId(),
      utilisateurId: t.direction.utilisateurId,
      organisationId: t.id('hups'),
      role: 'DIRECTION_PARTENARIATS',
      depuis: versDate('2020-01-01'),
    },
  })
  mairie = await unHabilite(t, 'MAIRIE', 'commune-gentilly')
  origine = await uneConventionPrete(t)
  semblable = await uneConventionPrete(t, 'gentilly')
  adaptee = await uneConventionPrete(t, 'villejuif')
  finie = await uneConventionPrete(t, 'ivry-sur-seine')
  await adapter(adaptee, 'article-objet')
  const [cle] =
    Object.entries(origine.texte.valeurs).find(([, v]) => v?.genre === 'duree' && v.unite === 'heure') ?? []
  delai = cle ?? ''
  modele = await unProjet(t, origine)
  const { acteId } = modele
  await agir(t.direction, retoucherUnite, {
    acteId,
    identite: 'article-objet',
    version: 0,
    titre: 'Objet',
    contenu: contenu('Un nouvel objet, commun à tous.'),
  })
  await agir(t.direction, retoucherValeur, { acteId, cle: delai, version: 0, valeur: heures(12) })
}, 120_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const saisie = (...centres: { conventionId: string }[]) => ({
  acteId: modele.acteId,
  titre: 'Délais de réponse',
  centres: centres.map((c) => ({ conventionId: c.conventionId, valeurs: [], ecartees: [] as string[] })),
})
const ouvrir = (...centres: { conventionId: string }[]) =>
  agir(t.direction, ouvrirCampagne, saisie(...centres))
const centreDe = (campagneId: string, c: { conventionId: string }) =>
  t.proprietaire.campagneCentre.findUniqueOrThrow({
    where: { campagneId_conventionId: { campagneId, conventionId: c.conventionId } },
  })
const avenants = (c: { conventionId: string }) =>
  t.proprietaire.acte.findMany({
    where: { conventionId: c.conventionId, rang: { gt: 0 } },
    orderBy: { rang: 'asc' },
  })
const mener = async (tacheId: string, acteur = t.direction) => {
  await traiterTache(tacheId, { registre: REGISTRE, maintenant: () => MAINTENANT })
  return lireTache(acteur, tacheId)
}
const faits = async (acteId: string) =>
  (await t.proprietaire.journal.findMany({ where: { acteId } })).map((l) => l.evenement)

describe('Ouvrir une campagne', () => {
  it('fige le jeu commun, garde l’avenant d’origine et demande la suite à l’ouvrier', async () => {
    const { campagneId, tacheId } = await ouvrir(semblable, origine)
    const c = await t.proprietaire.campagne.findUniqueOrThrow({
      where: { id: campagneId },
      include: { centres: true },
    })
    expect((c.jeu as { retouches: unknown[] }).retouches).toHaveLength(2)
    expect(c.centres).toHaveLength(2)
    expect(await centreDe(campagneId, origine)).toMatchObject({ etat: 'PREPAREE', acteId: modele.acteId })
    expect(await centreDe(campagneId, semblable)).toMatchObject({ etat: 'A_PREPARER', acteId: null })
    expect(await lireTache(t.direction, tacheId)).toMatchObject({ etat: 'EN_ATTENTE' })
    expect(await faits(modele.acteId)).toContain('campagne-ouverte')
  })

  it('se refuse à l’étranger, à l’autre côté, au siège, et à ce qui n’est pas un avenant', async () => {
    for (const acteur of [t.exterieur, t.cms, mairie, t.siege])
      await expect(agir(acteur, ouvrirCampagne, saisie(semblable))).rejects.toMatchObject(
        refus('INTROUVABLE'),
      )
    await expect(
      agir(t.direction, ouvrirCampagne, { ...saisie(semblable), acteId: origine.acteId }),
    ).rejects.toMatchObject(refus('INTROUVABLE'))
  })

  it('refuse une convention inconnue, pas signée, ou l’origine seule', async () => {
    await expect(ouvrir({ conventionId: INCONNU })).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(ouvrir(await unBrouillon(t, 'vitry-sur-seine'))).rejects.toMatchObject(
      refus('ETAPE_INTERDITE'),
    )
    await expect(ouvrir(origine)).rejects.toMatchObject(refus('SAISIE_INVALIDE'))
  })

  it('refuse un avenant vide, et un choix qui ne vise rien du jeu', async () => {
    const vide = await unProjet(t, origine, 'Rien')
    await expect(
      agir(t.direction, ouvrirCampagne, { ...saisie(semblable), acteId: vide.acteId }),
    ).rejects.toMatchObject(refus('AVENANT_VIDE'))
    const choix = (valeurs: { cible: string; valeur: ValeurParametre }[], ecartees: string[]) =>
      agir(t.direction, ouvrirCampagne, {
        ...saisie(),
        centres: [{ conventionId: semblable.conventionId, valeurs, ecartees }],
      })
    const invalide = refus('SAISIE_INVALIDE')
    await expect(choix([], ['unite:ailleurs'])).rejects.toMatchObject(invalide)
    await expect(choix([{ cible: 'terme', valeur: heures(1) }], [])).rejects.toMatchObject(invalide)
    const texte: ValeurParametre = { genre: 'texte', texte: 'x' }
    await expect(choix([{ cible: `valeur:${delai}`, valeur: texte }], [])).rejects.toMatchObject(invalide)
  })
})

describe('Préparer', () => {
  it('un avenant par centre, les adaptés signalés, un échec noté sans arrêter les autres, puis repris', async () => {
    await t.proprietaire.acte.update({
      where: { id: finie.acteId },
      data: { dateFin: versDate('2026-10-01') },
    })
    const avant = (await avenants(semblable)).length
    const { campagneId, tacheId } = await ouvrir(semblable, adaptee, finie)
    expect(await mener(tacheId)).toMatchObject({ etat: 'FAITE', avancement: 100 })

    const prete = await centreDe(campagneId, semblable)
    expect(prete).toMatchObject({ etat: 'PREPAREE', exceptions: [], erreur: null })
    const acteId = prete.acteId ?? ''
    expect(await t.proprietaire.retouche.count({ where: { acteId } })).toBe(2)
    expect(await t.proprietaire.unite.count({ where: { acteId } })).toBeGreaterThan(2)
    expect(await faits(acteId)).toEqual(expect.arrayContaining(['avenant-ouvert', 'campagne-posee']))

    expect(await centreDe(campagneId, adaptee)).toMatchObject({
      etat: 'A_LA_MAIN',
      exceptions: [{ cible: 'unite:article-objet', exception: 'article-adapte' }],
    })
    const echec = await centreDe(campagneId, finie)
    expect(echec).toMatchObject({ etat: 'ECHEC', acteId: null })
    expect(echec.erreur).toContain('pris fin')

    await t.proprietaire.acte.update({
      where: { id: finie.acteId },
      data: { dateFin: versDate('2029-01-31') },
    })
    const reprise = await agir(t.direction, reprendreCampagne, { campagneId })
    await mener(reprise.tacheId)
    expect(await centreDe(campagneId, finie)).toMatchObject({ etat: 'PREPAREE', erreur: null })
    // Rejouer ne double rien.
    expect(await avenants(semblable)).toHaveLength(avant + 1)
    const encore = { campagneId, conventionId: semblable.conventionId }
    await Promise.all([1, 2].map(() => agir(t.direction, preparerCentre, encore)))
    expect(await avenants(semblable)).toHaveLength(avant + 1)
  })

  it('deux préparations au même instant n’ouvrent qu’un avenant', async () => {
    const { campagneId } = await ouvrir(semblable)
    const avant = (await avenants(semblable)).length
    const s = { campagneId, conventionId: semblable.conventionId }
    const faites = await Promise.all([1, 2, 3].map(() => agir(t.direction, preparerCentre, s)))
    expect(new Set(faites.map((f) => f.acteId)).size).toBe(1)
    expect(await avenants(semblable)).toHaveLength(avant + 1)
  })

  it('pose la valeur propre au centre, et laisse ce que la direction écarte', async () => {
    const { campagneId } = await agir(t.direction, ouvrirCampagne, {
      ...saisie(),
      centres: [
        {
          conventionId: semblable.conventionId,
          valeurs: [{ cible: `valeur:${delai}`, valeur: heures(36) }],
          ecartees: ['unite:article-objet'],
        },
      ],
    })
    const s = { campagneId, conventionId: semblable.conventionId }
    const { etat, acteId } = await agir(t.direction, preparerCentre, s)
    expect(etat).toBe('PREPAREE')
    const posees = await t.proprietaire.retouche.findMany({ where: { acteId: acteId ?? '' } })
    expect(posees.map((r) => [r.cible, r.voulu])).toEqual([[`valeur:${delai}`, heures(36)]])
  })

  it('n’ouvre rien à un centre dont tout est écarté', async () => {
    const { campagneId } = await agir(t.direction, ouvrirCampagne, {
      ...saisie(),
      centres: [
        {
          conventionId: semblable.conventionId,
          valeurs: [],
          ecartees: ['unite:article-objet', `valeur:${delai}`],
        },
      ],
    })
    const s = { campagneId, conventionId: semblable.conventionId }
    expect(await agir(t.direction, preparerCentre, s)).toEqual({ etat: 'SANS_OBJET', acteId: null })
  })

  it('n’existe pas pour un autre groupe, ni pour l’autre côté', async () => {
    const { campagneId } = await ouvrir(semblable)
    const s = { campagneId, conventionId: semblable.conventionId }
    for (const acteur of [t.exterieur, t.cms, mairie, t.siege]) {
      await expect(agir(acteur, preparerCentre, s)).rejects.toMatchObject(refus('INTROUVABLE'))
      await expect(agir(acteur, reprendreCampagne, { campagneId })).rejects.toMatchObject(
        refus('INTROUVABLE'),
      )
      await expect(agir(acteur, arreterCentre, { ...s, version: 1, motif: 'Non' })).rejects.toMatchObject(
        refus('INTROUVABLE'),
      )
      await expect(agir(acteur, relancerCampagne, { campagneId })).rejects.toMatchObject(refus('INTROUVABLE'))
      await expect(
        agir(acteur, demanderArchive, { campagneId, format: 'pdf' as const }),
      ).rejects.toMatchObject(refus('INTROUVABLE'))
      // La base elle-même ne montre rien.
      const vus = await avecActeur(acteur, async (tx) => [
        await tx.campagne.count(),
        await tx.campagneCentre.count(),
      ])
      expect(vus).toEqual([0, 0])
    }
  })
})

describe('Renouveler plusieurs centres', () => {
  it('reporte le terme de chacun, et laisse à la main celui qui irait trop loin', async () => {
    const renouvellement = await unProjet(t, origine, 'Renouvellement')
    await agir(t.direction, changerTerme, {
      acteId: renouvellement.acteId,
      version: 0,
      nature: 'renouvellement',
      date: null,
    })
    await t.proprietaire.acte.update({
      where: { id: finie.acteId },
      data: { dateFin: versDate('2028-06-30') },
    })
    const terme = (date: string) => [{ cible: 'terme', valeur: { genre: 'date' as const, date } }]
    const { campagneId } = await agir(t.direction, ouvrirCampagne, {
      acteId: renouvellement.acteId,
      titre: 'Renouvellement',
      centres: [
        { conventionId: semblable.conventionId, valeurs: [], ecartees: [] },
        { conventionId: finie.conventionId, valeurs: terme('2031-06-30'), ecartees: [] },
        { conventionId: adaptee.conventionId, valeurs: terme('2035-01-01'), ecartees: [] },
      ],
    })
    const preparer = ({ conventionId }: Prete) =>
      agir(t.direction, preparerCentre, { campagneId, conventionId })
    const voulu = async (acteId: string | null) =>
      (await t.proprietaire.retouche.findFirst({ where: { acteId: acteId ?? '', cible: 'terme' } }))?.voulu
    expect(await voulu((await preparer(semblable)).acteId)).toBe('2032-01-31')
    const { etat, acteId } = await preparer(finie)
    expect([etat, await voulu(acteId)]).toEqual(['PREPAREE', '2031-06-30'])
    const textes = await t.proprietaire.unite.findMany({ where: { acteId: acteId ?? '' } })
    expect(JSON.stringify(textes.map((u) => u.contenu))).toMatch(/30\sjuin\s2031/)
    expect(await preparer(adaptee)).toMatchObject({ etat: 'A_LA_MAIN' })
    expect((await centreDe(campagneId, adaptee)).exceptions).toEqual([
      { cible: 'terme', exception: 'terme-trop-loin' },
    ])
    await t.proprietaire.acte.update({
      where: { id: finie.acteId },
      data: { dateFin: versDate('2029-01-31') },
    })
  })
})

describe('Partager, relancer, arrêter', () => {
  it('envoie ce qui est prêt, relance une fois par semaine, et arrête un centre seul', async () => {
    const { campagneId, tacheId } = await ouvrir(semblable, adaptee, finie)
    await mener(tacheId)
    const message = 'Merci de votre retour.'
    const envoi = await agir(t.direction, partagerCampagne, { campagneId, message })
    expect(await mener(envoi.tacheId)).toMatchObject({ etat: 'FAITE' })
    const sien = (await centreDe(campagneId, semblable)).acteId ?? ''
    const autre = (await centreDe(campagneId, finie)).acteId ?? ''
    const alaMain = (await centreDe(campagneId, adaptee)).acteId ?? ''
    const acte = (id: string) => t.proprietaire.acte.findUniqueOrThrow({ where: { id } })
    expect(await acte(sien)).toMatchObject({ etape: 'EN_RELECTURE', partage: true })
    expect(await acte(alaMain)).toMatchObject({ etape: 'BROUILLON', partage: false })
    const version = await t.proprietaire.versionActe.findFirstOrThrow({ where: { acteId: sien } })
    expect(version.message).toBe(message)

    const relancer = (jours: number) =>
      agir(t.direction, relancerCampagne, { campagneId }, new Date(MAINTENANT.getTime() + jours * 86_400_000))
    const relances = () => t.proprietaire.courriel.count({ where: { acteId: sien, gabarit: 'relance' } })
    expect((await relancer(1)).relances).toBeGreaterThan(0)
    const apresUne = await relances()
    expect(apresUne).toBeGreaterThan(0)
    await relancer(7)
    expect(await relances()).toBe(apresUne)
    await relancer(8)
    expect(await relances()).toBe(2 * apresUne)
    expect(await faits(sien)).toContain('campagne-relancee')

    const { version: lue } = await centreDe(campagneId, semblable)
    const arret = { campagneId, conventionId: semblable.conventionId, motif: 'La commune a fusionné.' }
    await expect(agir(t.direction, arreterCentre, { ...arret, version: lue + 1 })).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    await agir(t.direction, arreterCentre, { ...arret, version: lue })
    expect(await centreDe(campagneId, semblable)).toMatchObject({ etat: 'ARRETEE', motif: arret.motif })
    expect(await acte(sien)).toMatchObject({ etape: 'ABANDONNEE' })
    expect(await acte(autre)).toMatchObject({ etape: 'EN_RELECTURE' })
    expect(await faits(sien)).toContain('campagne-arretee')
    await expect(agir(t.direction, arreterCentre, { ...arret, version: lue + 1 })).rejects.toMatchObject(
      refus('ETAPE_INTERDITE'),
    )
    await relancer(20)
    expect(await relances()).toBe(2 * apresUne)
  })

  it('n’arrête pas un centre qui a signé', async () => {
    const { campagneId, tacheId } = await ouvrir(semblable)
    await mener(tacheId)
    const c = await centreDe(campagneId, semblable)
    await t.proprietaire.acte.update({
      where: { id: c.acteId ?? '' },
      data: { etape: 'SIGNEE', dateSignature: null },
    })
    const arret = { campagneId, conventionId: semblable.conventionId, version: c.version, motif: 'Trop tard' }
    await expect(agir(t.direction, arreterCentre, arret)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
    await t.proprietaire.acte.update({ where: { id: c.acteId ?? '' }, data: { etape: 'ABANDONNEE' } })
  })
})

describe('L’archive', () => {
  it('porte un document par avenant ouvert, sous un nom clair', async () => {
    const { campagneId, tacheId } = await ouvrir(semblable, adaptee)
    await mener(tacheId)
    const demande = { campagneId, format: 'pdf' as const }
    const archive = await agir(t.direction, demanderArchive, demande)
    // Une demande qui attend est rendue telle quelle.
    expect(await agir(t.direction, demanderArchive, demande)).toEqual(archive)
    const faite = await mener(archive.tacheId)
    expect(faite).toMatchObject({ etat: 'FAITE', erreur: null })
    const fichier = await lireFichier(t.direction, faite?.fichierId ?? '')
    const zip = await JSZip.loadAsync(fichier?.octets ?? [])
    const noms = Object.keys(zip.files)
    expect(noms).toHaveLength(3)
    expect(noms).toContain(`${modele.reference} Arcueil.pdf`)
    const pdf = await zip.file(`${modele.reference} Arcueil.pdf`)?.async('string')
    expect(pdf?.startsWith('%PDF-')).toBe(true)
    expect(await lireFichier(mairie, faite?.fichierId ?? '')).toBeNull()
  }, 60_000)
})
