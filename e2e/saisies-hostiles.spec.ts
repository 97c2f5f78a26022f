import { type APIRequestContext, expect, test } from '@playwright/test'
import type pg from 'pg'
import { CODES_ERREUR } from '../lib/domaine/erreurs'
import { messageChamp, messageErreur } from '../lib/presentation/erreurs'
import {
  ACTIONS,
  ACTIONS_INVITEES,
  ACTIONS_PUBLIQUES,
  EXCEPTIONS,
} from '../tests/architecture/registre-attendu'
import {
  actionConstruite,
  appeler,
  appelerBrut,
  estEchec,
  Formulaire,
  type ReponseBrute,
} from './aides/actions'
import { empreinteDesTables, ouvrirBase } from './aides/base'
import {
  type Cas,
  casIllegitimes,
  casMalFormes,
  type Reserve,
  SCRIPT,
  saisieValide,
  viseQuelquUn,
} from './aides/cas-hostiles'
import { unPartage } from './aides/partage'
import { type Json, schemasDesActions } from './aides/schemas'
import { contexteVide, seConnecter } from './aides/sessions'

// Ce fichier compare la base avant et après chaque action : rien d'autre ne doit écrire pendant ce temps. Le projet
// Playwright « saisies » le lance seul, avant les autres.

const CREER = 'app/(connecte)/conventions/actions.ts#creer'
const ECRIRE = 'app/(connecte)/conventions/[reference]/relecture/actions.ts#ecrire'
const DEPOSER = 'app/(connecte)/conventions/actions.ts#deposer'
const AJOUTER_EQUIPEMENT = 'app/(connecte)/cms/[code]/actions.ts#actionAjouterEquipement'
const AJOUTER_BESOIN = 'app/(connecte)/cms/[code]/actions.ts#actionAjouterBesoin'
/** Actions qui ne visent que soi : un autre rôle s'y vise lui-même. */
const SUR_SOI = /compte\/actions\.ts#/

let base: pg.Client
let direction: APIRequestContext
let autreDirection: APIRequestContext
let etranger: APIRequestContext
let anonyme: APIRequestContext
let schemas: Record<string, Json>
let siennes: Reserve
let autres: Reserve

const un = async <T>(sql: string, ...valeurs: unknown[]): Promise<T> => {
  const { rows } = await base.query<{ v: T }>(sql, valeurs)
  const [ligne] = rows
  if (!ligne) throw new Error(`Rien dans la base pour : ${sql}`)
  return ligne.v
}
const pdf = (nom: string, contenu = '%PDF-1.7\n%%EOF'): Formulaire =>
  new Formulaire({ fichier: { name: nom, mimeType: 'application/pdf', buffer: Buffer.from(contenu) } })

/** Une lettre de dénonciation déjà envoyée pour cette convention, posée dans la base avant toute comparaison. */
const uneDenonciation = (conventionId: string): Promise<string> =>
  un<string>(
    `INSERT INTO resiliation (id, convention_id, cote, organisation_id, motif, envoyee_le, lettres, preavis_mois, auteur_nom)
     SELECT gen_random_uuid(), $1, 'HOPITAL', groupe_id, 'Essai', '2026-01-15',
       '[{"organisation":"Ville","adresse":null,"nom":"","qualite":"","presenteeLe":null,"recueLe":null,"nonReclamee":false,"motif":null}]',
       6, 'Essai' FROM convention WHERE id = $1 RETURNING id AS v`,
    conventionId,
  )

/** Une campagne du groupe de cet acte, sans autre centre, posée dans la base avant toute comparaison. */
const uneCampagne = (acteId: string): Promise<string> =>
  un<string>(
    `INSERT INTO campagne (id, groupe_id, titre, acte_id, jeu, cree_par_nom)
     SELECT gen_random_uuid(), groupe_id, 'Essai', id, '{"retouches":[],"connu":{"identites":[],"cles":[]},"effet":null}', 'Essai'
     FROM acte WHERE id = $1 RETURNING id AS v`,
    acteId,
  )

/** Ce qu'un groupe possède : une convention, un besoin, un dépôt, et leurs identifiants. */
async function preparer(
  contexte: APIRequestContext,
  lieu: { groupe: string; centre: string; courriel: string },
): Promise<Reserve> {
  const groupeId = await un<string>('SELECT id AS v FROM organisation WHERE code = $1', lieu.groupe)
  const centreId = await un<string>('SELECT id AS v FROM organisation WHERE code = $1', lieu.centre)
  const modeleVersionId = await un<string>(
    'SELECT id AS v FROM modele_version WHERE groupe_id IS NULL AND redaction ORDER BY numero DESC LIMIT 1',
  )
  const specialiteCode = await un<string>(
    `SELECT code AS v FROM specialite s WHERE NOT EXISTS (SELECT 1 FROM besoin b WHERE b.centre_id = $1 AND b.specialite_code = s.code) ORDER BY code LIMIT 1`,
    centreId,
  )
  const { references } = await appeler<{ references: string[] }>(contexte, CREER, {
    modeleVersionId,
    groupeId,
    centreIds: [centreId],
  })
  const acte = await un<{ id: string; convention: string }>(
    `SELECT json_build_object('id', a.id, 'convention', a.convention_id) AS v FROM acte a
     JOIN convention c ON c.id = a.convention_id WHERE c.reference = $1`,
    references[0],
  )
  const { besoinId } = await appeler<{ besoinId: string }>(contexte, AJOUTER_BESOIN, {
    centreId,
    nature: 'CONSULTATION_AVANCEE',
    specialiteCode,
    recueilliLe: '2026-01-15',
    reunion: null,
    recueilComplet: false,
    libelle: null,
    priorite: null,
    note: null,
  }).catch(async () => ({
    besoinId: await un<string>('SELECT id AS v FROM besoin WHERE centre_id = $1 LIMIT 1', centreId),
  }))
  const { equipementId } = await appeler<{ equipementId: string }>(contexte, AJOUTER_EQUIPEMENT, {
    organisationId: centreId,
    code: 'echographe',
    libelle: null,
    quantite: '1',
    depuis: '2026-01-15',
    jusqua: null,
    source: null,
  })
  const { id: fichierId } = await appeler<{ id: string }>(contexte, DEPOSER, pdf('scan.pdf'))
  const resiliationId = await uneDenonciation(acte.convention)
  const utilisateurId = await un<string>('SELECT id AS v FROM utilisateur WHERE courriel = $1', lieu.courriel)
  return {
    acteId: acte.id,
    conventionId: acte.convention,
    groupeId,
    centreId,
    centreIds: [centreId],
    organisationId: centreId,
    parentId: groupeId,
    successeurId: centreId,
    groupeIds: [groupeId],
    modeleVersionId,
    versionId: modeleVersionId,
    ...(await unPartage(base, contexte, { modeleVersionId, groupeId, centreIds: [centreId] })),
    projetId: await unProjet(contexte, { versionId: modeleVersionId, groupeId }),
    besoinId,
    equipementId,
    fichierId,
    resiliationId,
    // Rien n'est signé ici : l'identifiant est bien formé et inconnu.
    engagementId: acte.id,
    mesureId: '00000000-0000-7000-8000-000000000005', // un brouillon n'a rien à mesurer
    campagneId: await uneCampagne(acte.id),
    utilisateurId,
    // Aucun envoi n'est ouvert : l'identifiant est bien formé et inconnu.
    envoiId: acte.id,
    premiere: null,
    partieId: await un('SELECT id AS v FROM partie WHERE acte_id = $1 ORDER BY rang DESC LIMIT 1', acte.id),
    fonctionId: await un(
      `SELECT f.id AS v FROM fonction f JOIN organisation o ON o.id = f.organisation_id
       WHERE o.id = $1 OR o.id = (SELECT parent_id FROM organisation WHERE id = $1) LIMIT 1`,
      centreId,
    ),
    habilitationId: await un(
      'SELECT id AS v FROM habilitation WHERE utilisateur_id = $1 LIMIT 1',
      utilisateurId,
    ),
    sessionId: await un(
      'SELECT id AS v FROM session WHERE utilisateur_id = $1 ORDER BY cree_le DESC LIMIT 1',
      utilisateurId,
    ),
    identite: await un(
      `SELECT identite AS v FROM unite WHERE acte_id = $1 AND genre = 'article' AND NOT omise LIMIT 1`,
      acte.id,
    ),
    cle: await un('SELECT cle AS v FROM parametre WHERE convention_id = $1 LIMIT 1', acte.convention),
    remarqueId: await uneRemarque(contexte, acte.id),
    specialiteCode,
    courrielId: '00000000-0000-7000-8000-000000000000', // seul l'administrateur en voit
    signataireId: await un(
      'SELECT s.id AS v FROM signataire s JOIN partie p ON p.id = s.partie_id WHERE p.acte_id = $1 LIMIT 1',
      acte.id,
    ),
    deliberationId: '00000000-0000-7000-8000-000000000001', // un brouillon n'a pas été voté
    cadreId: acte.convention,
    rattachementId: '00000000-0000-7000-8000-000000000003', // aucune activité partagée dans la démonstration
    praticienId: '00000000-0000-7000-8000-000000000004',
    siteId: await un<string>('SELECT id AS v FROM organisation WHERE code = $1', 'bicetre'),
    demandeId: '00000000-0000-7000-8000-000000000005', // aucune convention suivie dans la démonstration
    lotId: '00000000-0000-7000-8000-000000000006',
    seanceId: '00000000-0000-7000-8000-000000000002',
    modeleCode: null,
  }
}

/** Le projet de version du groupe, ouvert par cet essai ou par un autre. */
async function unProjet(
  contexte: APIRequestContext,
  saisie: { versionId: string; groupeId: string },
): Promise<string> {
  await appeler(contexte, 'app/(connecte)/bibliotheque/actions.ts#ouvrir', saisie).catch(() => null)
  return un<string>(
    'SELECT id AS v FROM modele_projet WHERE groupe_id = $1 AND clos_le IS NULL LIMIT 1',
    saisie.groupeId,
  )
}

/** Une remarque interne sur l'ensemble du texte, quand la page qui l'écrit est construite. */
async function uneRemarque(contexte: APIRequestContext, acteId: string): Promise<string> {
  const { remarqueId } = await appeler<{ remarqueId: string }>(contexte, ECRIRE, {
    acteId,
    identite: null,
    lue: null,
    passage: null,
    interne: true,
    texte: 'Remarque d’essai.',
  })
  return remarqueId
}

test.beforeAll(async () => {
  test.setTimeout(120_000)
  base = await ouvrirBase()
  schemas = await schemasDesActions()
  direction = await seConnecter('direction')
  autreDirection = await seConnecter('autreDirection')
  etranger = await seConnecter('cmsGentilly')
  anonyme = await contexteVide()
  siennes = await preparer(direction, {
    groupe: 'hups',
    centre: 'villejuif',
    courriel: 'partenariats.hups@demonstration.invalid',
  })
  autres = await preparer(autreDirection, {
    groupe: 'hupnvs',
    centre: 'gennevilliers',
    courriel: 'partenariats.hupnvs@demonstration.invalid',
  })
  await attendreLOuvrier()
})
test.afterAll(async () => {
  // Les essais de connexion refusés ci-dessus ne doivent pas faire attendre les tests suivants.
  await base.query('DELETE FROM tentative_connexion')
  await base.end()
  await Promise.all([direction, autreDirection, etranger, anonyme].map((c) => c.dispose()))
})

/** Les partages d'avant ont écrit des courriels : tant que l'ouvrier les range, la base change sans qu'on y touche. */
const attendreLOuvrier = () =>
  expect
    .poll(
      async () => {
        const { rows } = await base.query<{ n: number }>(
          `SELECT count(*)::int AS n FROM courriel WHERE etat IN ('EN_ATTENTE', 'EN_COURS')`,
        )
        return rows[0]?.n
      },
      { timeout: 60_000 },
    )
    .toBe(0)

/** Une phrase française pour chaque refus, et rien de la machine dans le corps. */
function verifierRefus(nom: string, r: ReponseBrute): string {
  const detail = `${nom} → ${r.statut} ${r.corps.slice(0, 300)}`
  expect(r.statut, detail).toBe(200)
  if (!estEchec(r.valeur)) throw new Error(`Aucun refus : ${detail}`)
  const { erreur } = r.valeur
  expect(CODES_ERREUR, detail).toContain(erreur.code)
  expect(['INATTENDUE', 'INDISPONIBLE'], detail).not.toContain(erreur.code)
  const { titre, conseil } = messageErreur(erreur)
  const phrases = [titre, conseil, ...Object.values(erreur.champs ?? {}).map(messageChamp)]
  for (const phrase of phrases)
    expect(phrase, detail).not.toMatch(/\b(invalid|expected|received|undefined|null)\b/i)
  expect(r.corps, detail).not.toMatch(/\bat \S+ \(|node_modules|prisma|\.ts:\d|"stack"/i)
  return erreur.code
}

/** Envoie les cas par petits paquets et rend les codes des refus. */
async function jouer(contexte: APIRequestContext, cle: string, cas: Cas[]): Promise<[string, string][]> {
  const action = actionConstruite(cle)
  if (!action) return []
  const codes: [string, string][] = []
  for (let i = 0; i < cas.length; i += 6)
    codes.push(
      ...(await Promise.all(
        cas
          .slice(i, i + 6)
          .map(
            async (c): Promise<[string, string]> => [
              c.nom,
              verifierRefus(`${cle}, ${c.nom}`, await appelerBrut(contexte, action, c.argument)),
            ],
          ),
      )),
    )
  return codes
}

async function sansEcrire(corps: () => Promise<void>): Promise<void> {
  const avant = await empreinteDesTables(base)
  await corps()
  expect(await empreinteDesTables(base)).toEqual(avant)
}

for (const cle of Object.keys(ACTIONS)) {
  const publique = ACTIONS_PUBLIQUES.includes(cle)
  const invitee = ACTIONS_INVITEES.includes(cle)
  const qui = () => (publique || invitee ? anonyme : direction)

  test(`${cle} refuse ce qui est mal formé, inconnu, étranger ou dépassé, sans rien écrire`, async () => {
    const schema = schemas[cle] ?? {}
    const reserve = publique ? {} : siennes
    await sansEcrire(async () => {
      const malFormes = await jouer(qui(), cle, casMalFormes(schema, reserve))
      expect(malFormes.filter(([, code]) => code !== 'SAISIE_INVALIDE')).toEqual([])
      // Le lien de l'autre groupe n'est pas à qui présente le sien : avec lui, il écrirait en son nom.
      await jouer(qui(), cle, casIllegitimes(schema, reserve, { ...autres, jeton: siennes.jeton }))
    })
  })

  if (publique) continue
  if (invitee) {
    test(`${cle} ne fait rien sans un lien ouvert`, async () => {
      await sansEcrire(async () => {
        const argument = saisieValide(schemas[cle] ?? {}, { ...siennes, jeton: 'a'.repeat(43) })
        for (const contexte of [anonyme, direction, etranger])
          expect(await jouer(contexte, cle, [{ nom: 'lien inconnu', argument }])).toEqual([
            ['lien inconnu', 'LIEN_INVITATION_FERME'],
          ])
      })
    })
    continue
  }
  test(`${cle} ne fait rien sans session, ni pour un rôle étranger`, async () => {
    const schema = schemas[cle] ?? {}
    const argument = schema.type === 'object' ? saisieValide(schema, siennes) : pdf('scan.pdf')
    await sansEcrire(async () => {
      const sans = await jouer(anonyme, cle, [
        { nom: 'sans session', argument },
        { nom: 'sans session, mal formé', argument: null },
      ])
      expect(sans.filter(([, code]) => code !== 'NON_CONNECTE')).toEqual([])
      if (SUR_SOI.test(cle) || schema.type !== 'object') return
      const deLoin = await jouer(etranger, cle, [{ nom: 'rôle étranger', argument }])
      // Une action sur le fonds commun (les modèles) peut dire que le rôle manque : il n'y a rien à cacher.
      const admis = viseQuelquUn(schema) ? ['INTROUVABLE'] : ['INTROUVABLE', 'ROLE_INSUFFISANT']
      expect(deLoin.filter(([, code]) => !admis.includes(code))).toEqual([])
    })
  })
}

test.describe('Les dépôts', () => {
  const fichier = (name: string, mimeType: string, contenu: string | Buffer) => ({
    name,
    mimeType,
    buffer: typeof contenu === 'string' ? Buffer.from(contenu) : contenu,
  })
  const DEPOTS: Record<string, Record<string, string | ReturnType<typeof fichier>>> = {
    'une page de code nommée .pdf': { fichier: fichier('scan.pdf', 'application/pdf', SCRIPT) },
    'un programme': { fichier: fichier('scan.exe', 'application/pdf', 'MZ\u0090\u0000') },
    'un dessin SVG': { fichier: fichier('logo.svg', 'image/svg+xml', `<svg onload="alert(1)"/>`) },
    'un fichier vide': { fichier: fichier('vide.pdf', 'application/pdf', '') },
    'un texte à la place du fichier': { fichier: 'scan.pdf' },
    rien: { autre: 'x' },
    'plus de 20 Mio': {
      fichier: fichier('gros.pdf', 'application/pdf', Buffer.alloc(21 * 1024 * 1024, '%PDF-1.7 ')),
    },
  }
  for (const cle of Object.keys(ACTIONS).filter((c) => /#(deposer|actionDeposer)/.test(c)))
    test(`${cle} n’accepte que ce qu’il annonce`, async () => {
      await sansEcrire(async () => {
        await jouer(
          direction,
          cle,
          Object.entries(DEPOTS).flatMap(([nom, champs]) => [
            { nom, argument: new Formulaire({ ...champs, organisationId: String(siennes.centreId) }) },
            {
              nom: `${nom}, autre groupe`,
              argument: new Formulaire({ ...champs, organisationId: String(autres.centreId) }),
            },
          ]),
        )
      })
    })
})

for (const [cle, { recoit }] of Object.entries(EXCEPTIONS)) {
  if (recoit === 'rien') continue
  test(`${cle} ne rend rien d’autrui et ne casse pas`, async () => {
    const action = actionConstruite(cle)
    if (!action) return
    const reference = await un<string>(
      'SELECT reference AS v FROM convention WHERE id = $1',
      autres.conventionId,
    )
    const arguments_: unknown[] = [
      null,
      undefined,
      42,
      {},
      [],
      [['a']],
      'x'.repeat(70_000),
      'a\u0000b',
      '%',
      '\\',
      SCRIPT,
      reference,
      { toString: 'x' },
    ]
    await sansEcrire(async () => {
      for (const contexte of [direction, anonyme])
        for (const argument of arguments_) {
          const r = await appelerBrut(contexte, action, argument)
          expect(r.statut, `${cle} ${JSON.stringify(argument)?.slice(0, 60)} ${r.corps.slice(0, 200)}`).toBe(
            200,
          )
          expect(r.corps.replaceAll(JSON.stringify(argument), '')).not.toContain(reference)
          expect(r.corps).not.toMatch(/gennevilliers/i)
          if (Array.isArray(r.valeur)) expect(contexte === direction || r.valeur.length === 0).toBe(true)
          else verifierRefus(`${cle} ${JSON.stringify(argument)?.slice(0, 60)}`, r)
        }
    })
  })
}
