// Une remarque interne de l'hôpital ne passe jamais de l'autre côté. Canal → essai, sur un acte mené jusqu'à sa signature :
//
// | Canal               | Essai                                                                        |
// | ------------------- | ---------------------------------------------------------------------------- |
// | page                | « page : … » ; pages de l'acte, vues d'ensemble, en HTML et en flux de React |
// | action, API         | « action : … », « lecture : … »                                              |
// | recherche           | « recherche : … » ; liste et palette                                         |
// | export              | « export : … » ; PDF, Word, version comparée, dossier du conseil, de preuve  |
// | courriel            | « courriel : … » ; données gardées et lettre composée                        |
// | fichier             | « fichier : … » ; adresse, liste des pièces, fichier d'une tâche             |
//
// La personne invitée par lien et la base seule sont dans tests/integration/remarque/interne.test.ts.
import { type APIRequestContext, expect, test } from '@playwright/test'
import JSZip from 'jszip'
import type pg from 'pg'
import type { DonneesCourriel, GabaritCourriel } from '../lib/domaine/courriel/gabarits'
import { composerCourriel } from '../lib/presentation/courriels/composer'
import { EXCEPTIONS, PAGES } from '../tests/architecture/registre-attendu'
import { lirePdf } from '../tests/unitaire/documents/lire-pdf'
import { actionConstruite, appeler, appelerBrut, Formulaire } from './aides/actions'
import { ouvrirBase } from './aides/base'
import { demander, memeReponse, memeReponseAction } from './aides/comparaison'
import type { NomRole } from './aides/roles'
import { contexteDe } from './aides/sessions'
import { type ActeEnvoye, signerSurPapier, unActeASigner } from './aides/signature'

const SECRET = 'hippocampeinterne'
const PARTAGE = 'Remarque connue de tous'
const INCONNU = 'salamandreinterne'
const ID_INCONNU = '0190a0a0-0000-7000-8000-00000000beef'
const ACTE = 'app/(connecte)/conventions/[reference]/actions.ts'
const VOTE = 'app/(connecte)/conventions/[reference]/vote/actions.ts'
const RELECTURE = 'app/(connecte)/conventions/[reference]/relecture/actions.ts'
/** Ceux de l'autre côté, puis ceux de l'hôpital qui ne rédigent pas. */
const LECTEURS: readonly NomRole[] = ['mairieArcueil', 'cmsArcueil', 'juridique', 'cme', 'siege']
const AUTRE_COTE: readonly NomRole[] = ['mairieArcueil', 'cmsArcueil']

let base: pg.Client
let acte: ActeEnvoye
let remarques: string[] = []
let fichierId = ''
const contextes = new Map<NomRole, APIRequestContext>()
const de = (role: NomRole): APIRequestContext => {
  const contexte = contextes.get(role)
  if (!contexte) throw new Error(`Pas de session pour ${role}`)
  return contexte
}
const version = async (acteId: string): Promise<number> =>
  (await base.query<{ version: number }>('SELECT version FROM acte WHERE id = $1', [acteId])).rows[0]
    ?.version ?? 0

/** Ni espaces ni traits : une ligne ou une césure coupent les mots d'un PDF. */
const serrer = (texte: string): string => texte.replace(/[\s\u00ad\u2010-]/g, '').toLowerCase()
/** Tout ce qu'un fichier dit, dans chacune de ses pièces : texte, métadonnées, noms. */
async function toutDit(octets: Buffer): Promise<string> {
  if (octets.subarray(0, 2).toString() === 'PK') {
    const archive = await JSZip.loadAsync(Uint8Array.from(octets))
    const pieces = await Promise.all(
      Object.values(archive.files).map(async (f) => f.name + (await toutDit(await f.async('nodebuffer')))),
    )
    return serrer(pieces.join(' '))
  }
  if (octets.subarray(0, 5).toString() !== '%PDF-')
    return serrer(octets.toString('utf8').replace(/<[^>]+>/g, ''))
  const pdf = await lirePdf(octets)
  const textes = pdf.pages.flatMap((p) => p.textes.map((t) => t.texte))
  return serrer([...textes, JSON.stringify(pdf.info), pdf.xmp, JSON.stringify(pdf.signets)].join(' '))
}

/** La direction écrit, répond, contre-propose et joint en interne ; l'autre côté demande une reprise, puis relit. */
async function travaillerEnInterne({
  reference,
  acteId,
}: {
  reference: string
  acteId: string
}): Promise<void> {
  const direction = de('direction')
  const ecrire = { acteId, identite: null, lue: 1, passage: null }
  const { remarqueId } = await appeler<{ remarqueId: string }>(direction, `${RELECTURE}#ecrire`, {
    ...ecrire,
    interne: true,
    texte: SECRET,
  })
  await appeler(direction, `${RELECTURE}#repondreAuFil`, { remarqueId, texte: `${SECRET} encore` })
  const { rows } = await base.query<{ identite: string; contenu: unknown }>(
    `SELECT identite, contenu FROM unite WHERE acte_id = $1 AND genre = 'considerant' AND NOT omise LIMIT 1`,
    [acteId],
  )
  const contenu = JSON.parse(JSON.stringify(rows[0]?.contenu)) as { content: { content?: object[] }[] }
  contenu.content[0]?.content?.push({ type: 'text', text: ` ${SECRET}` })
  const proposition = await appeler<{ remarqueId: string }>(direction, `${RELECTURE}#proposer`, {
    acteId,
    identite: rows[0]?.identite,
    lue: 1,
    interne: true,
    titre: null,
    contenu,
    texte: SECRET,
  })
  remarques = [remarqueId, proposition.remarqueId]
  await appeler(direction, `${RELECTURE}#ecrire`, { ...ecrire, interne: false, texte: PARTAGE })
  const piece = {
    name: `${SECRET}.pdf`,
    mimeType: 'application/pdf',
    buffer: Buffer.from(`%PDF-1.7\n${SECRET}\n%%EOF`),
  }
  const depose = await appeler<{ id: string }>(
    direction,
    `${VOTE}#joindrePiece`,
    new Formulaire({ fichier: piece }),
  )
  fichierId = depose.id
  await base.query('UPDATE fichier SET acte_id = $1, interne = true WHERE id = $2', [acteId, fichierId])
  await appeler(de('mairieArcueil'), `${ACTE}#reprendreTexte`, {
    acteId,
    version: await version(acteId),
    texte: 'Une précision est attendue',
  })
  // Un mot de plus, que tous lisent : deux versions à comparer.
  const precise = JSON.stringify(rows[0]?.contenu).replace('"text":"', '"text":"Précisément, ')
  await base.query('UPDATE unite SET contenu = $1 WHERE acte_id = $2 AND identite = $3', [
    precise,
    acteId,
    rows[0]?.identite,
  ])
  await appeler(direction, `${ACTE}#partager`, { acteId, version: await version(acteId), texte: '' })
  expect((await demander(direction, `/conventions/${reference}/relecture`)).corps).toContain(SECRET)
}

test.beforeAll(async () => {
  test.setTimeout(300_000)
  base = await ouvrirBase()
  for (const role of ['direction', ...LECTEURS] as const) contextes.set(role, await contexteDe(role))
  const cotes = { direction: de('direction'), mairie: de('mairieArcueil') }
  acte = await unActeASigner(base, cotes, 'arcueil', travaillerEnInterne)
})
test.afterAll(async () => {
  await base.end()
  for (const contexte of contextes.values()) await contexte.dispose()
})

const DE_L_ACTE = [
  '',
  '/texte',
  '/relecture',
  '/versions',
  '/versions/1',
  '/versions/comparer?de=1&a=2',
  '/vote',
  '/signature',
  '/dates',
  '/journal',
  '/rediger',
  '?impression=1',
  '?vue=informations',
]

test('page : aucune page de l’acte ni vue d’ensemble ne la montre, avant et après la signature', async () => {
  test.setTimeout(180_000)
  const voir = async () => {
    for (const role of LECTEURS) {
      for (const suite of DE_L_ACTE)
        for (const rsc of [false, true]) {
          const { corps } = await demander(de(role), `/conventions/${acte.reference}${suite}`, rsc)
          expect(corps.toLowerCase(), `${role} ${suite}`).not.toContain(SECRET)
          for (const id of [...remarques, fichierId]) expect(corps, `${role} ${suite}`).not.toContain(id)
        }
      for (const page of Object.values(PAGES).filter(
        (p) => p.acces === 'connecte' || p.acces === 'partenaire',
      ))
        expect((await demander(de(role), page.exemple)).corps.toLowerCase(), page.exemple).not.toContain(
          SECRET,
        )
    }
  }
  for (const role of AUTRE_COTE) {
    expect((await demander(de(role), `/conventions/${acte.reference}/relecture`)).corps).toContain(PARTAGE)
    const comparee = await demander(de(role), `/conventions/${acte.reference}/versions/comparer?de=1&a=2`)
    expect(comparee.corps).toContain('Précisément')
  }
  await voir()
  await signerSurPapier(base, de('direction'), acte)
  await voir()
})

test('action : répondre, décider, retenir donnent la même réponse qu’avec un identifiant inventé', async () => {
  const saisies = {
    repondreAuFil: { texte: 'Essai' },
    decider: { version: 1, decision: 'clore', motif: '' },
    retenirProposition: { version: 1, indices: null },
  }
  for (const role of LECTEURS)
    for (const [nom, saisie] of Object.entries(saisies))
      for (const remarqueId of remarques) {
        const action = actionConstruite(`${RELECTURE}#${nom}`)
        if (!action) throw new Error(nom)
        const r = await memeReponseAction(
          de(role),
          action,
          { interdit: { ...saisie, remarqueId }, inconnu: { ...saisie, remarqueId: ID_INCONNU } },
          { interdite: remarqueId, inconnue: ID_INCONNU },
        )
        expect(r.corps, `${role} ${nom}`).toContain('"ok":false')
        expect(r.corps.toLowerCase(), `${role} ${nom}`).not.toContain(SECRET)
      }
})

test('lecture : ni le texte lu pour contre-proposer, ni celui de la rédaction ne la portent', async () => {
  for (const role of LECTEURS)
    for (const [cle, { recoit }] of Object.entries(EXCEPTIONS)) {
      const action = actionConstruite(cle)
      if (!action || recoit !== 'texte') continue
      expect((await appelerBrut(de(role), action, acte.reference)).corps.toLowerCase(), cle).not.toContain(
        SECRET,
      )
    }
})

test('recherche : son mot ne trouve rien, comme un mot inventé', async () => {
  for (const role of LECTEURS) {
    const vue = await memeReponse(de(role), (q) => `/conventions?q=${q}`, {
      interdite: SECRET,
      inconnue: INCONNU,
    })
    expect(vue.corps, role).not.toContain(acte.reference)
    const action = actionConstruite('app/(connecte)/rechercher.ts#rechercher')
    if (!action) throw new Error('rechercher')
    expect((await appelerBrut(de(role), action, SECRET)).corps, role).not.toContain(acte.reference)
    expect((await appelerBrut(de(role), action, acte.reference)).corps, role).toContain(acte.reference)
  }
})

const EXPORTS = {
  'PDF de l’acte': 'pdf',
  'Word de l’acte': 'docx',
  'version comparée en PDF': 'comparaison?de=1&a=2&format=pdf',
  'version comparée en Word': 'comparaison?de=1&a=2&format=docx',
  'dossier de preuve': 'preuve',
} as const
for (const [nom, suite] of Object.entries(EXPORTS))
  test(`export : ${nom}`, async () => {
    test.setTimeout(120_000)
    for (const role of ['direction', ...LECTEURS] as const) {
      const reponse = await de(role).get(`/api/conventions/${acte.reference}/${suite}`)
      expect(reponse.status(), role).toBe(200)
      const dit = await toutDit(await reponse.body())
      expect(dit, role).toContain('arcueil')
      if (suite !== 'preuve') expect(dit, role).toContain('précisément,')
      expect(dit, role).not.toContain(SECRET)
    }
  })

/** Le fichier d'une tâche, une fois faite. */
async function fichierDeTache(contexte: APIRequestContext, tacheId: string): Promise<string> {
  let fichier = ''
  await expect
    .poll(
      async () => {
        const tache = (await (await contexte.get(`/api/taches/${tacheId}`)).json()) as {
          etat: string
          fichierId: string
        }
        fichier = tache.fichierId
        return tache.etat
      },
      { timeout: 60_000 },
    )
    .toBe('FAITE')
  return fichier
}

test('export : dossier du conseil, de la mairie comme de la direction', async () => {
  test.setTimeout(150_000)
  for (const role of ['mairieArcueil', 'direction'] as const) {
    const { tacheId } = await appeler<{ tacheId: string }>(de(role), `${VOTE}#preparerDossier`, {
      acteId: acte.acteId,
    })
    const id = await fichierDeTache(de(role), tacheId)
    const dit = await toutDit(await (await de(role).get(`/api/fichiers/${id}`)).body())
    expect(dit, role).toContain(serrer('Projet de délibération'))
    expect(dit, role).not.toContain(SECRET)
    if (role === 'direction')
      for (const autre of AUTRE_COTE) {
        const cles = { interdite: tacheId, inconnue: ID_INCONNU }
        await memeReponse(de(autre), (t) => `/api/taches/${t}`, cles)
      }
  }
})

test('courriel : rien de ce qui est parti n’en parle', async () => {
  const { rows } = await base.query<{
    destinataire: string
    gabarit: GabaritCourriel
    donnees: DonneesCourriel
  }>('SELECT destinataire, gabarit, donnees FROM courriel WHERE acte_id = $1', [acte.acteId])
  expect(rows.filter((c) => c.destinataire.startsWith('mairie.arcueil')).length).toBeGreaterThan(2)
  expect(rows.map((c) => c.gabarit)).toContain('remarque-ecrite')
  for (const c of rows) {
    const lettre = composerCourriel({ ...c, nom: '' }, 'https://essai.invalid')
    expect(JSON.stringify([c, lettre]).toLowerCase(), `${c.gabarit} à ${c.destinataire}`).not.toContain(
      SECRET,
    )
  }
})

test('fichier : une pièce interne répond comme une inconnue, et nulle liste ne la nomme', async () => {
  expect((await de('direction').get(`/api/fichiers/${fichierId}`)).status()).toBe(200)
  for (const role of LECTEURS) {
    const cles = { interdite: fichierId, inconnue: ID_INCONNU }
    const { statut, corps } = await memeReponse(de(role), (id) => `/api/fichiers/${id}`, cles)
    expect(statut, role).toBe(404)
    expect(corps, role).not.toContain(SECRET)
  }
  const { rows } = await base.query<{ id: string }>(
    'SELECT id FROM fichier WHERE acte_id = $1 AND NOT interne',
    [acte.acteId],
  )
  expect(rows.length).toBeGreaterThan(0)
  for (const { id } of rows)
    for (const role of AUTRE_COTE) {
      const reponse = await de(role).get(`/api/fichiers/${id}`)
      if (reponse.ok()) expect(await toutDit(await reponse.body()), id).not.toContain(SECRET)
    }
})
