import { type APIRequestContext, expect, test } from '@playwright/test'
import type pg from 'pg'
import { ACTIONS, ACTIONS_PUBLIQUES, EXCEPTIONS, PAGES } from '../tests/architecture/registre-attendu'
import { actionConstruite, appeler, appelerBrut, Formulaire } from './aides/actions'
import { ouvrirBase } from './aides/base'
import { estIdentifiant, type Reserve, saisieValide } from './aides/cas-hostiles'
import {
  demander,
  memeReponse,
  memeReponseAction,
  normaliser,
  premierEcart,
  stable,
} from './aides/comparaison'
import { type Partage, unPartage } from './aides/partage'
import { ETRANGERS, type NomRole } from './aides/roles'
import { type Json, schemasDesActions } from './aides/schemas'
import { contexteDe, contexteVide } from './aides/sessions'

const CREER = 'app/(connecte)/conventions/actions.ts#creer'
const ECRIRE = 'app/(connecte)/conventions/[reference]/relecture/actions.ts#ecrire'
const DEPOSER = 'app/(connecte)/conventions/actions.ts#deposer'
/** De même forme que la vraie, avec un numéro que rien n'a reçu. */
const INCONNUE = 'HUPS-ARC-2026-998'
const ID_INCONNU = '0190a0a0-0000-7000-8000-00000000beef'
/** Ce que personne d'autre ne doit lire : un mot posé dans le texte du brouillon. */
const SECRET = 'girafeconfidentielle'

let base: pg.Client
let reference: string
let vraies: Reserve
let schemas: Record<string, Json>
/** Ce qui ne naît qu'après le partage : un brouillon n'en porte aucun. */
const APRES_LE_PARTAGE = [
  'retourId',
  'deliberationId',
  'envoiId',
  'resiliationId',
  'invitationId',
  'rattachementId',
  'engagementId',
  'mesureId',
  'demandeId',
  'lotId',
]
const contextes = new Map<NomRole, APIRequestContext>()

const un = async (sql: string, valeur: unknown): Promise<string> => {
  const { rows } = await base.query<{ v: string }>(sql, [valeur])
  return rows[0]?.v ?? ''
}

/** Une remarque interne, qui porte le mot secret : nul étranger ne doit la distinguer d'une inconnue. */
async function uneRemarqueInterne(direction: APIRequestContext, acteId: string): Promise<string> {
  const ecrite = await appeler<{ remarqueId: string }>(direction, ECRIRE, {
    acteId,
    identite: null,
    lue: null,
    passage: null,
    interne: true,
    texte: SECRET,
  })
  return ecrite.remarqueId
}

/** Une autre convention, partagée avec Villejuif : de quoi nommer une vraie invitation et un vrai retour. */
async function partagerVillejuif(direction: APIRequestContext): Promise<Partage> {
  const modeleVersionId = await un(
    'SELECT id AS v FROM modele_version WHERE groupe_id IS NULL AND redaction = $1 LIMIT 1',
    true,
  )
  const groupeId = await un('SELECT id AS v FROM organisation WHERE code = $1', 'hups')
  const centreId = await un('SELECT id AS v FROM organisation WHERE code = $1', 'villejuif')
  return unPartage(base, direction, { modeleVersionId, groupeId, centreIds: [centreId] })
}

async function creerArcueil(direction: APIRequestContext, partage: Partage): Promise<void> {
  const groupeId = await un('SELECT id AS v FROM organisation WHERE code = $1', 'hups')
  const centreId = await un('SELECT id AS v FROM organisation WHERE code = $1', 'arcueil')
  const modeleVersionId = await un(
    'SELECT id AS v FROM modele_version WHERE groupe_id IS NULL AND redaction = $1 LIMIT 1',
    true,
  )
  const { references } = await appeler<{ references: string[] }>(direction, CREER, {
    modeleVersionId,
    groupeId,
    centreIds: [centreId],
  })
  reference = references[0] ?? ''
  const acteId = await un(
    'SELECT a.id AS v FROM acte a JOIN convention c ON c.id = a.convention_id WHERE c.reference = $1',
    reference,
  )
  const depot = { name: `${SECRET}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF') }
  const { id: fichierId } = await appeler<{ id: string }>(
    direction,
    DEPOSER,
    new Formulaire({ fichier: depot }),
  )
  await base.query('UPDATE fichier SET acte_id = $1 WHERE id = $2', [acteId, fichierId])
  await base.query(
    `UPDATE acte SET titre = titre || ' ' || $1, recherche = recherche || ' ' || $1 WHERE id = $2`,
    [SECRET, acteId],
  )
  vraies = {
    acteId,
    fichierId,
    modeleVersionId,
    versionId: modeleVersionId,
    groupeId,
    centreId,
    centreIds: [centreId],
    organisationId: centreId,
    parentId: groupeId,
    successeurId: centreId,
    groupeIds: [groupeId],
    conventionId: await un('SELECT convention_id AS v FROM acte WHERE id = $1', acteId),
    cadreId: await un('SELECT convention_id AS v FROM acte WHERE id = $1', acteId),
    praticienId: await un(
      `INSERT INTO praticien_intervenant (id, convention_id, fonction, statut, auteur_nom)
       SELECT gen_random_uuid(), convention_id, 'Praticien', 'praticien hospitalier', 'Essai' FROM acte WHERE id = $1
       RETURNING id AS v`,
      acteId,
    ),
    campagneId: await un(
      `INSERT INTO campagne (id, groupe_id, titre, acte_id, jeu, cree_par_nom)
       SELECT gen_random_uuid(), groupe_id, titre, id, '{"retouches":[],"connu":{"identites":[],"cles":[]},"effet":null}', 'Essai'
       FROM acte WHERE id = $1 RETURNING id AS v`,
      acteId,
    ),
    siteId: await un('SELECT id AS v FROM organisation WHERE code = $1', 'bicetre'),
    demandeId: await un(
      `INSERT INTO demande (id, convention_id, groupe_id, organisations, centre_id, site_id, nature, degre_demande, canal,
         demandee_le, cote, auteur_nom, cree_le)
       SELECT gen_random_uuid(), a.convention_id, a.groupe_id, a.organisations, c.id, s.id, 'consultation', 'urgent', 'telephone',
         now(), 'HOPITAL', 'Essai', now()
       FROM acte a, organisation c, organisation s WHERE a.id = $1 AND c.code = 'arcueil' AND s.code = 'bicetre'
       RETURNING id AS v`,
      acteId,
    ),
    lotId: await un(
      `INSERT INTO lot_demandes (id, groupe_id, site_id, nom, colonnes, lignes, auteur_id, auteur_nom, cree_le)
       SELECT gen_random_uuid(), a.groupe_id, s.id, 'girafe.csv', '[]', 1, gen_random_uuid(), 'Essai', now()
       FROM acte a, organisation s WHERE a.id = $1 AND s.code = 'bicetre' RETURNING id AS v`,
      acteId,
    ),
    partieId: await un('SELECT id AS v FROM partie WHERE acte_id = $1 LIMIT 1', acteId),
    besoinId: await un('SELECT id AS v FROM besoin WHERE centre_id = $1 LIMIT 1', centreId),
    ...partage,
    fonctionId: ID_INCONNU,
    equipementId: ID_INCONNU,
    courrielId: ID_INCONNU,
    resiliationId: ID_INCONNU,
    engagementId: ID_INCONNU,
    mesureId: ID_INCONNU,
    deliberationId: ID_INCONNU,
    seanceId: ID_INCONNU,
    signataireId: await un(
      'SELECT s.id AS v FROM signataire s JOIN partie p ON p.id = s.partie_id WHERE p.acte_id = $1 LIMIT 1',
      acteId,
    ),
    utilisateurId: ID_INCONNU,
    habilitationId: ID_INCONNU,
    sessionId: ID_INCONNU,
    identite: await un(
      `SELECT identite AS v FROM unite WHERE acte_id = $1 AND genre = 'article' LIMIT 1`,
      acteId,
    ),
    cle: 'commune',
    remarqueId: await uneRemarqueInterne(direction, acteId),
    ...Object.fromEntries(APRES_LE_PARTAGE.map((cle) => [cle, ID_INCONNU])),
    premiere: null,
    specialiteCode: null,
    modeleCode: null,
  }
}

/** Les vues d'ensemble : elles ne changent pas d'un caractère quand la convention naît. */
const VUES = [
  '/conventions',
  '/cms',
  '/cms/arcueil',
  '/cms/gentilly',
  '/groupes',
  '/groupes/hups',
  '/groupes/hupnvs',
  '/',
]
const avant = new Map<string, string>()

/** Ce qu'une personne voit d'une page, sans ce qui change à chaque requête. */
async function vueStable(contexte: APIRequestContext, adresse: string): Promise<string> {
  const { statut, corps } = normaliser(await demander(contexte, adresse))
  return `${statut}\n${corps}`
}

test.beforeAll(async () => {
  base = await ouvrirBase()
  schemas = await schemasDesActions()
  const direction = await contexteDe('direction')
  // Avant la première vue : ce partage-là, le siège le voit.
  const partage = await partagerVillejuif(direction)
  for (const role of ETRANGERS) {
    const contexte = await contexteDe(role)
    contextes.set(role, contexte)
    for (const vue of VUES) avant.set(`${role} ${vue}`, await vueStable(contexte, vue))
  }
  await creerArcueil(direction, partage)
})
test.afterAll(async () => {
  await base.end()
  for (const contexte of contextes.values()) await contexte.dispose()
})

const de = (role: NomRole): APIRequestContext => {
  const contexte = contextes.get(role)
  if (!contexte) throw new Error(`Pas de session pour ${role}`)
  return contexte
}

test('la direction qui rédige voit sa convention, le secret compris', async () => {
  const direction = await contexteDe('direction')
  expect((await demander(direction, `/conventions?q=${encodeURIComponent(SECRET)}`)).corps).toContain(
    reference,
  )
  for (const format of ['pdf', 'docx'])
    expect((await demander(direction, `/api/conventions/${reference}/${format}`)).statut).toBe(200)
  expect((await demander(direction, `/api/fichiers/${String(vraies.fichierId)}`)).statut).toBe(200)
})

for (const role of ETRANGERS) {
  test(`${role} reçoit d’une convention non partagée la même réponse que d’une référence inconnue`, async () => {
    const contexte = de(role)
    const cles = { interdite: reference, inconnue: INCONNUE }
    for (const suite of ['', '/rediger', '/texte', '/journal', '/relecture', '?impression=1'])
      for (const rsc of suite === '/rediger' ? [false, true] : [false]) {
        const vue = await memeReponse(contexte, (r) => `/conventions/${r}${suite}`, cles, rsc)
        expect(vue.corps).not.toContain(SECRET)
        if (!rsc) expect(vue.statut, suite).toBe(404)
      }
    for (const format of ['pdf', 'docx'])
      expect((await memeReponse(contexte, (r) => `/api/conventions/${r}/${format}`, cles)).statut).toBe(404)
    const ids = { interdite: String(vraies.fichierId), inconnue: ID_INCONNU }
    expect((await memeReponse(contexte, (id) => `/api/fichiers/${id}`, ids)).statut).toBe(404)
  })

  test(`${role} ne la trouve ni dans la liste, ni par la recherche, ni dans un compte`, async () => {
    const contexte = de(role)
    const inconnu = 'zebrulconfidentielle'
    for (const filtre of ['', '&etat=BROUILLON&groupe=hups', '&centre=arcueil&tri=reference'])
      await memeReponse(contexte, (q) => `/conventions?q=${encodeURIComponent(q)}${filtre}`, {
        interdite: SECRET,
        inconnue: inconnu,
      })
    await memeReponse(contexte, (r) => `/conventions?q=${r}`, { interdite: reference, inconnue: INCONNUE })
    await memeReponse(contexte, (r) => `/conventions/reprise?avenant-de=${r}`, {
      interdite: reference,
      inconnue: INCONNUE,
    })
    for (const q of ['arcueil', 'brouillon', 'hups', '%', '_'])
      expect((await demander(contexte, `/conventions?q=${encodeURIComponent(q)}`)).corps).not.toContain(
        reference,
      )
  })

  test(`${role} voit les mêmes pages, au caractère près, avant et après la création`, async () => {
    for (const vue of VUES)
      await stable(async () => {
        const lu = avant.get(`${role} ${vue}`) ?? ''
        expect(premierEcart(lu, await vueStable(de(role), vue)), vue).toBeNull()
      })
  })

  test(`${role} reçoit de chaque action la même réponse avec un vrai identifiant et un inventé`, async () => {
    const contexte = de(role)
    for (const cle of Object.keys(ACTIONS).filter((c) => !ACTIONS_PUBLIQUES.includes(c))) {
      const action = actionConstruite(cle)
      const schema = schemas[cle]
      if (!action || schema?.type !== 'object') continue
      for (const id of Object.keys(schema.properties ?? {}).filter((c) => DE_L_ACTE.includes(c))) {
        const interdit = saisieValide(schema, vraies) as Record<string, unknown>
        const r = await memeReponseAction(
          contexte,
          action,
          { interdit, inconnu: { ...interdit, [id]: ID_INCONNU } },
          { interdite: String(vraies[id]), inconnue: ID_INCONNU },
        )
        expect(r.corps, `${cle} ${id}`).not.toContain(SECRET)
        expect(r.corps, `${cle} ${id}`).toContain('"ok":false')
      }
    }
  })

  test(`${role} n’en lit rien par les lectures de la palette et de l’écran de rédaction`, async () => {
    for (const [cle, { recoit }] of Object.entries(EXCEPTIONS)) {
      const action = actionConstruite(cle)
      if (!action || recoit !== 'texte') continue
      await memeReponseAction(
        de(role),
        action,
        { interdit: reference, inconnu: INCONNUE },
        { interdite: reference, inconnue: INCONNUE },
      )
      for (const q of [SECRET, 'arcueil', 'convention'])
        expect((await appelerBrut(de(role), action, q)).corps).not.toContain(reference)
    }
  })
}
/** Identifiants qui appartiennent à la convention et à elle seule. */
const DE_L_ACTE = [
  'acteId',
  'cadreId',
  'praticienId',
  'campagneId',
  'conventionId',
  'partieId',
  'fichierId',
  'remarqueId',
  'signataireId',
]

test('aucun identifiant d’une saisie n’échappe à ces comparaisons', () => {
  const DU_TERRITOIRE = [
    'groupeId',
    'centreId',
    'centreIds',
    'organisationId',
    'parentId',
    'successeurId',
    'groupeIds',
    'siteId',
    'besoinId',
    'equipementId',
    'seanceId',
    'fonctionId',
    'modeleVersionId',
    'versionId',
    'projetId',
  ]
  const DES_COMPTES = ['utilisateurId', 'habilitationId', 'sessionId', 'courrielId']
  const connus = [...DE_L_ACTE, ...APRES_LE_PARTAGE, ...DU_TERRITOIRE, ...DES_COMPTES]
  const lus = Object.values(schemas).flatMap((s) => Object.keys(s.properties ?? {}).filter(estIdentifiant))
  expect(lus.filter((c) => !connus.includes(c))).toEqual([])
})

test('sans session, une convention réelle et une inconnue mènent à la même connexion', async () => {
  const contexte = await contexteVide()
  const cles = { interdite: reference, inconnue: INCONNUE }
  for (const suite of ['', '/rediger']) await memeReponse(contexte, (r) => `/conventions/${r}${suite}`, cles)
  for (const format of ['pdf', 'docx'])
    expect((await memeReponse(contexte, (r) => `/api/conventions/${r}/${format}`, cles)).statut).toBe(401)
  for (const [page, { acces, exemple }] of Object.entries(PAGES)) {
    if (acces === 'public') continue
    const { statut, entetes } = await demander(contexte, exemple.replace(/\{\w+\}/, 'x'))
    expect(statut, page).toBe(307)
    expect(entetes.location, page).toContain('/connexion')
  }
  await contexte.dispose()
})
