import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientBase, fermerBase, type Tx } from '@/lib/bd/client'
import { PrismaClient } from '@/lib/bd/genere/client'
import { nouvelId } from '@/lib/bd/identifiants'
import { avecActeur } from '@/lib/bd/transaction'
import { creerConventions } from '@/lib/cas-usage/convention/creer-conventions'
import { deposerScan } from '@/lib/cas-usage/fichier/deposer-fichier'
import type { Acteur, NatureOrganisation, Role } from '@/lib/domaine/organisation/acteur'
import { construireActeur } from '@/lib/domaine/organisation/perimetre'
import { amorcerDemonstration } from '@/lib/serveur/amorcer/demonstration'
import { amorcerSocle } from '@/lib/serveur/amorcer/socle'
import { conventionCadre } from '@/prisma/socle/modeles/convention-cadre'
import { visasDuSocle } from '@/prisma/socle/visas'
import { type BaseDeTest, basePourTests } from '../fabriques/base-de-test'

const MAINTENANT = new Date('2026-11-22T10:00:00Z')
const BROUILLON = { etape: 'BROUILLON', partage: false } as const

let base: BaseDeTest
let proprietaire: pg.Client
let direction: Acteur
let acteId: string
let conventionId: string
let reference: string

/** Ceux qui ne doivent rien voir d'un brouillon d'Arcueil qui n'a pas été partagé. */
const ETRANGERS: Record<string, [Role, string]> = {
  'la direction du CMS d’Arcueil, tant que rien n’est partagé': ['DIRECTION_CMS', 'arcueil'],
  'la mairie d’Arcueil, tant que rien n’est partagé': ['MAIRIE', 'commune-arcueil'],
  'la direction du CMS de Gentilly': ['DIRECTION_CMS', 'gentilly'],
  'la direction des partenariats d’un autre groupe': ['DIRECTION_PARTENARIATS', 'hupnvs'],
  'le siège, devant un brouillon': ['SIEGE', 'ap-hp'],
  'un référent de service': ['REFERENT_SERVICE', 'bicetre-medecine-interne'],
  'l’administration': ['ADMINISTRATEUR', 'ap-hp'],
  'le comité du même groupe': ['MEMBRE_COMITE', 'hups'],
}

/** Tables de la négociation et de la signature : leur cloisonnement a ses propres essais (`negociation-cloisonnee`). */
const NEGOCIATION = [
  'acceptation',
  'approbation',
  'code_accord',
  'courriel',
  'deliberation',
  'envoi_signature',
  'invitation',
  'remarque',
  'resiliation',
  'retour_word',
  'signature',
  'tache',
  'version_acte',
]
/** Le projet d'un avenant, essayé dans `tests/integration/avenant`. */
const AVENANTS = ['projet_avenant', 'retouche']
/** L'activité partagée et ses praticiens, essayés dans `tests/integration/activite`. */
const ACTIVITES = ['praticien_intervenant', 'rattachement_convention']
/** Les campagnes d'un groupe, essayées dans `tests/integration/campagne`. */
const CAMPAGNES = ['campagne', 'campagne_centre']
/** Les engagements, leurs cibles et leurs portées, essayés dans `tests/integration/engagement`. */
const ENGAGEMENTS = ['correction_demande', 'demande', 'engagement', 'experimentation', 'lot_demandes']

async function acteurDe(role: Role, code: string): Promise<Acteur> {
  const o = await avecActeur(null, (tx) =>
    tx.organisation.findUniqueOrThrow({
      where: { code },
      select: { id: true, nature: true, enfants: { select: { id: true, nature: true } } },
    }),
  )
  const nature: NatureOrganisation = o.nature
  return construireActeur({ id: nouvelId(), nom: `${role} ${code}` }, [
    { role, fonction: null, organisation: { ...o, nature } },
  ])
}

async function ouvrirArcueil(): Promise<void> {
  const [version, arcueil] = await avecActeur(direction, (tx) =>
    Promise.all([
      tx.modeleVersion.findFirstOrThrow({ where: { redaction: true } }),
      tx.organisation.findUniqueOrThrow({ where: { code: 'arcueil' } }),
    ]),
  )
  const groupeId = direction.groupes[0] ?? ''
  const saisie = { modeleVersionId: version.id, groupeId, centreIds: [arcueil.id] }
  const { references } = await avecActeur(direction, (tx) =>
    creerConventions({ tx, acteur: direction, maintenant: MAINTENANT }, saisie),
  )
  reference = references[0] ?? ''
  const acte = await avecActeur(direction, (tx) =>
    tx.acte.findFirstOrThrow({ where: { convention: { reference } } }),
  )
  acteId = acte.id
  conventionId = acte.conventionId
  await avecActeur(direction, async (tx) => {
    const scan = new File([new TextEncoder().encode('%PDF-1.7\n%%EOF')], 'scan.pdf')
    const depose = await deposerScan({ tx, acteur: direction, maintenant: MAINTENANT }, scan)
    await tx.fichier.update({ where: { id: depose.id }, data: { acteId } })
    await tx.rendu.create({
      data: { empreinte: 'e'.repeat(64), format: 'pdf', acteId, contenu: new Uint8Array([1]) },
    })
  })
}

beforeAll(async () => {
  base = await basePourTests()
  process.env.DATABASE_URL_EXECUTION = base.urlExecution
  proprietaire = new pg.Client(base.urlProprietaire)
  await proprietaire.connect()
  // Le socle ne se charge que par le propriétaire : le rôle d'exécution ne publie que pour un groupe.
  const dAmorcage = new PrismaClient({ adapter: new PrismaPg({ connectionString: base.urlProprietaire }) })
  await dAmorcage.$transaction(
    async (tx) => {
      await amorcerSocle(tx, [conventionCadre], visasDuSocle, MAINTENANT)
      await amorcerDemonstration(tx, MAINTENANT)
    },
    { timeout: 60_000 },
  )
  await dAmorcage.$disconnect()
  direction = await acteurDe('DIRECTION_PARTENARIATS', 'hups')
  await ouvrirArcueil()
})
afterAll(async () => {
  await proprietaire.end()
  await fermerBase()
  await base.supprimer()
})

/** Tout ce que le cloisonnement couvre : rien n'est filtré ici, c'est la base qui tranche. */
const LECTURES: Record<string, (tx: Tx) => Promise<number>> = {
  acte: (tx) => tx.acte.count(),
  convention: (tx) => tx.convention.count(),
  partie: (tx) => tx.partie.count(),
  signataire: (tx) => tx.signataire.count(),
  acte_centre: (tx) => tx.acteCentre.count(),
  unite: (tx) => tx.unite.count(),
  parametre: (tx) => tx.parametre.count(),
  journal: (tx) => tx.journal.count({ where: { acteId: { not: null } } }),
  fichier: (tx) => tx.fichier.count(),
  rendu: (tx) => tx.rendu.count(),
}

const trouves = (tx: Tx, mots: string[]) =>
  tx.$queryRaw<{ id: string }[]>`SELECT id FROM actes_trouves(${mots}::text[])`

describe('Le rôle d’exécution', () => {
  it('n’est ni superutilisateur, ni exempté du cloisonnement, ni propriétaire, ni membre d’un tel rôle', async () => {
    const [role] = await avecActeur(
      null,
      (tx) => tx.$queryRaw<Record<string, boolean>[]>`
        SELECT rolsuper AS "super", rolbypassrls AS contourne, rolcreaterole AS cree, rolcreatedb AS base,
          EXISTS (SELECT 1 FROM pg_class WHERE relowner = r.oid) AS tables,
          EXISTS (SELECT 1 FROM pg_proc WHERE proowner = r.oid) AS fonctions,
          EXISTS (SELECT 1 FROM pg_database WHERE datdba = r.oid) AS bases,
          EXISTS (SELECT 1 FROM pg_auth_members WHERE member = r.oid) AS membre,
          has_schema_privilege(r.oid, 'public', 'CREATE') AS schema
        FROM pg_roles r WHERE rolname = current_user`,
    )
    expect(role).toEqual({
      super: false,
      contourne: false,
      cree: false,
      base: false,
      tables: false,
      fonctions: false,
      bases: false,
      membre: false,
      schema: false,
    })
  })

  it('ne peut ni lever le cloisonnement, ni ôter une règle, ni changer de rôle', async () => {
    const ordres = [
      'ALTER TABLE acte DISABLE ROW LEVEL SECURITY',
      'DROP POLICY acte_lecture ON acte',
      'SET ROLE pg_read_all_data',
      'ALTER TABLE modele_version DISABLE TRIGGER ALL',
      'SET session_replication_role = replica',
      'TRUNCATE journal',
      'DELETE FROM journal',
    ]
    for (const ordre of ordres)
      await expect(
        avecActeur(direction, (tx) => tx.$executeRawUnsafe(ordre)),
        ordre,
      ).rejects.toThrow(/denied|must be owner|must be|permission/i)
  })

  it('trouve le cloisonnement actif sur toute table qui porte un acte ou une convention', async () => {
    const { rows } = await proprietaire.query<{ relname: string; relrowsecurity: boolean }>(`
      SELECT DISTINCT c.relname, c.relrowsecurity FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname IN ('acte_id', 'convention_id', 'partie_id')
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      UNION SELECT relname, relrowsecurity FROM pg_class WHERE relname IN ('acte', 'convention')`)
    const ouvertes = rows.filter((r) => !r.relrowsecurity).map((r) => r.relname)
    // Une réponse à un besoin cite une convention par son identifiant : la fiche du centre s'y lit, la convention non.
    expect(ouvertes).toEqual(['reponse_besoin'])
    const suivies = [
      ...Object.keys(LECTURES),
      ...NEGOCIATION,
      ...AVENANTS,
      ...ACTIVITES,
      ...CAMPAGNES,
      ...ENGAGEMENTS,
      'reponse_besoin',
    ]
    expect(rows.map((r) => r.relname).filter((n) => !suivies.includes(n))).toEqual([])
  })
})

describe('Un brouillon que son groupe n’a pas partagé', () => {
  it('se lit en entier par la direction qui le rédige', async () => {
    for (const [table, compter] of Object.entries(LECTURES))
      expect(await avecActeur(direction, compter), table).toBeGreaterThan(0)
    expect((await avecActeur(direction, (tx) => trouves(tx, ['arcueil']))).map((t) => t.id)).toEqual([acteId])
  })

  it.each(Object.entries(ETRANGERS))('n’existe pas pour %s', async (_, [role, code]) => {
    const acteur = await acteurDe(role, code)
    for (const [table, compter] of Object.entries(LECTURES))
      expect(await avecActeur(acteur, compter), table).toBe(0)
    for (const mots of [['arcueil'], ['hups'], [reference.toLowerCase()], [], ['%'], ['_']])
      expect(await avecActeur(acteur, (tx) => trouves(tx, mots)), mots.join()).toEqual([])
  })

  it('n’existe pas pour personne, ni pour un périmètre oublié', async () => {
    for (const compter of Object.values(LECTURES)) expect(await avecActeur(null, compter)).toBe(0)
    expect(await clientBase().acte.count()).toBe(0)
    expect(await avecActeur(null, (tx) => trouves(tx, ['arcueil']))).toEqual([])
  })

  it('ne laisse pas le périmètre d’une transaction à la suivante', async () => {
    await avecActeur(direction, (tx) => tx.acte.count())
    const vus = await Promise.all(Array.from({ length: 12 }, () => clientBase().acte.count()))
    expect(vus.every((n) => n === 0)).toBe(true)
  })

  it.each(Object.entries(ETRANGERS))('ne s’écrit par rien de %s', async (_, [role, code]) => {
    const acteur = await acteurDe(role, code)
    const avant = await empreinte()
    await rienNeBouge(acteur)
    for (const [table, ajouter] of Object.entries(ajouts()))
      await expect(avecActeur(acteur, ajouter), table).rejects.toThrow(/row-level security/)
    expect(await empreinte()).toEqual(avant)
  })
})

/** Changements et suppressions : aucune ligne atteinte. Le rendu est un cache que tout lecteur remplit. */
async function rienNeBouge(acteur: Acteur, lecteur = false): Promise<void> {
  const changements: Record<string, (tx: Tx) => Promise<{ count: number }>> = {
    acte: (tx) => tx.acte.updateMany({ data: { titre: 'pris', partage: true } }),
    'acte supprimé': (tx) => tx.acte.deleteMany({}),
    convention: (tx) => tx.convention.updateMany({ data: { lotId: nouvelId() } }),
    'convention supprimée': (tx) => tx.convention.deleteMany({}),
    partie: (tx) => tx.partie.updateMany({ data: { rang: 9 } }),
    'partie supprimée': (tx) => tx.partie.deleteMany({}),
    signataire: (tx) => tx.signataire.updateMany({ data: { nom: 'pris' } }),
    'signataire supprimé': (tx) => tx.signataire.deleteMany({}),
    unite: (tx) => tx.unite.updateMany({ data: { titre: 'pris' } }),
    'unité supprimée': (tx) => tx.unite.deleteMany({}),
    parametre: (tx) => tx.parametre.updateMany({ data: { version: 99 } }),
    'paramètre supprimé': (tx) => tx.parametre.deleteMany({}),
    journal: (tx) => tx.journal.updateMany({ where: { acteId }, data: { donnees: {} } }),
    fichier: (tx) => tx.fichier.updateMany({ data: { acteId: null, usage: 'logo' } }),
    'fichier supprimé': (tx) => tx.fichier.deleteMany({}),
    rendu: (tx) => tx.rendu.updateMany({ data: { format: 'docx' } }),
    'rendu supprimé': (tx) => tx.rendu.deleteMany({}),
    acte_centre: (tx) => tx.acteCentre.deleteMany({}),
  }
  for (const [table, changer] of Object.entries(changements).filter(
    ([t]) => !(lecteur && /^rendu/.test(t)),
  )) {
    // Ce que l'autre côté peut atteindre de l'acte, un déclencheur le borne : refusé, ou aucune ligne.
    const atteintes = await avecActeur(acteur, changer).then(
      (r) => r.count,
      (e: unknown) => (/L'autre côté/.test(String(e)) && lecteur ? 0 : Promise.reject(e)),
    )
    expect(atteintes, table).toBe(0)
  }
}

/** Un lecteur de l'acte : rien ne bouge, rien ne s'ajoute, sinon une ligne du journal et le cache du rendu. */
async function rienDeLui(lecteur: Acteur): Promise<void> {
  const avant = await empreinte()
  await rienNeBouge(lecteur, true)
  for (const [table, ajouter] of Object.entries(ajouts()))
    if (!['journal', 'rendu'].includes(table))
      await expect(avecActeur(lecteur, ajouter), table).rejects.toThrow(/row-level security/)
  expect(await empreinte()).toEqual(avant)
}

/** Ajouts dans l'acte d'un autre : la règle les refuse. */
function ajouts(): Record<string, (tx: Tx) => Promise<unknown>> {
  const groupeId = direction.groupes[0] ?? ''
  return {
    convention: (tx) =>
      tx.convention.createMany({ data: [{ id: nouvelId(), reference: 'HUPS-XXX-2026-999', groupeId }] }),
    acte: (tx) =>
      tx.acte.createMany({
        data: [
          {
            id: nouvelId(),
            conventionId,
            genre: 'AVENANT',
            rang: 7,
            titre: 'x',
            groupeId,
            organisations: [],
          },
        ],
      }),
    partie: (tx) =>
      tx.partie.createMany({
        data: [
          { id: nouvelId(), acteId, role: 'HOPITAL', rang: 3, organisationId: groupeId, designation: {} },
        ],
      }),
    acte_centre: (tx) => tx.acteCentre.createMany({ data: [{ acteId, organisationId: groupeId }] }),
    unite: (tx) =>
      tx.unite.createMany({
        data: [{ id: nouvelId(), acteId, identite: 'x', rang: 1, genre: 'article', contenu: {} }],
      }),
    parametre: (tx) => tx.parametre.createMany({ data: [{ conventionId, cle: 'pris', valeur: {} }] }),
    journal: (tx) =>
      tx.journal.createMany({ data: [{ id: nouvelId(), acteId, auteurNom: 'x', evenement: 'x' }] }),
    fichier: (tx) =>
      tx.fichier.createMany({
        data: [
          {
            id: nouvelId(),
            acteId,
            usage: 'scan',
            nom: 'x',
            type: 'x',
            taille: 1,
            empreinte: 'x',
            contenu: new Uint8Array([1]),
          },
        ],
      }),
    rendu: (tx) =>
      tx.rendu.createMany({
        data: [{ empreinte: nouvelId(), format: 'pdf', acteId, contenu: new Uint8Array([1]) }],
      }),
  }
}

/** Empreinte de toutes les tables cloisonnées, vue du propriétaire. */
async function empreinte(): Promise<Record<string, string>> {
  const lues: Record<string, string> = {}
  for (const table of Object.keys(LECTURES)) {
    const { rows } = await proprietaire.query<{ e: string }>(
      `SELECT count(*) || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS e FROM ${table} t`,
    )
    lues[table] = rows[0]?.e ?? ''
  }
  return lues
}

describe('Un partage et une avancée d’étape', () => {
  const poser = (etat: { etape: string; partage: boolean }) =>
    proprietaire.query('UPDATE acte SET etape = $1::"Etape", partage = $2 WHERE id = $3', [
      etat.etape,
      etat.partage,
      acteId,
    ])
  afterAll(() => poser(BROUILLON))

  it('ouvrent l’acte aux deux organisations de l’autre côté, et à elles seules', async () => {
    await poser({ etape: 'BROUILLON', partage: true })
    const voient: string[] = []
    for (const [nom, [role, code]] of Object.entries(ETRANGERS))
      if (await avecActeur(await acteurDe(role, code), LECTURES.acte ?? (async () => 0))) voient.push(nom)
    expect(voient).toEqual(Object.keys(ETRANGERS).slice(0, 2))
  })

  it('ne donnent pas au lecteur le droit d’écrire l’acte', async () => {
    await poser({ etape: 'BROUILLON', partage: true })
    const mairie = await acteurDe('MAIRIE', 'commune-arcueil')
    await rienDeLui(mairie)
  })

  it('ouvrent au siège ce qui n’est plus un brouillon', async () => {
    await poser({ etape: 'SIGNEE', partage: false })
    const siege = await acteurDe('SIEGE', 'ap-hp')
    expect(await avecActeur(siege, (tx) => tx.acte.count())).toBe(1)
    await rienDeLui(siege)
  })
})

describe('Ce qui est publié ou écrit au journal', () => {
  it('ne change pas : version de modèle, texte de modèle', async () => {
    const essais: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => tx.modeleVersion.updateMany({ data: { intitule: 'x' } }),
      (tx) => tx.modeleVersion.updateMany({ data: { parametres: [] } }),
      (tx) => tx.uniteModele.updateMany({ data: { titre: 'x' } }),
      (tx) => tx.uniteModele.deleteMany({}),
      (tx) => tx.modeleVersion.deleteMany({}),
    ]
    for (const essai of essais) await expect(avecActeur(direction, essai)).rejects.toThrow(/version publiée/)
  })

  it('ne change pas même pour le propriétaire de la base', async () => {
    await expect(proprietaire.query(`UPDATE unite_modele SET titre = 'x'`)).rejects.toThrow(/ne change pas/)
    await expect(proprietaire.query('DELETE FROM journal')).rejects.toThrow(/ne se supprime pas/)
  })

  it('garde la trace : une ligne du journal ne se réécrit pas, ne se supprime pas', async () => {
    const essais: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => tx.journal.updateMany({ where: { acteId }, data: { auteurNom: 'x' } }),
      (tx) => tx.journal.updateMany({ where: { acteId }, data: { evenement: 'x' } }),
      (tx) => tx.journal.updateMany({ where: { acteId }, data: { acteId: null } }),
    ]
    for (const essai of essais)
      await expect(avecActeur(direction, essai)).rejects.toThrow(/ne se réécrit pas/)
    await expect(avecActeur(direction, (tx) => tx.journal.deleteMany({}))).rejects.toThrow(/denied/)
  })

  it('garde les octets et l’empreinte d’un fichier déposé', async () => {
    const essais: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => tx.fichier.updateMany({ data: { contenu: new Uint8Array([2]) } }),
      (tx) => tx.fichier.updateMany({ data: { empreinte: 'x' } }),
    ]
    for (const essai of essais) await expect(avecActeur(direction, essai)).rejects.toThrow(/ne change pas/)
  })
})
