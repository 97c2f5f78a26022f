import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '../../../lib/bd/client'
import { versDate, versIsoOuNul } from '../../../lib/bd/dates'
import { avecActeur } from '../../../lib/bd/transaction'
import { deciderDuSort } from '../../../lib/cas-usage/activite/decider-du-sort'
import {
  completerPraticien,
  inscrirePraticien,
  retirerPraticien,
} from '../../../lib/cas-usage/activite/praticiens'
import type { Acteur } from '../../../lib/domaine/organisation/acteur'
import { lireAccueil } from '../../../lib/lectures/accueil/lire-accueil'
import { lireVote } from '../../../lib/lectures/acte/lire-vote'
import { lireActivite, lireActivitesDuCadre } from '../../../lib/lectures/activite/lire-activite'
import { lireConvention } from '../../../lib/lectures/convention/lire-convention'
import { lireSuites } from '../../../lib/lectures/resiliation/lire-suites'
import { avertissementsDeLActivite } from '../../../lib/presentation/conventions/activite'
import { unActeGroupe, unActeGroupeSigne } from '../../fabriques/activite'
import { unHabilite } from '../../fabriques/negociation'
import { agir, MAINTENANT, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

let t: Territoire
let vitry: Acteur
let acte: Awaited<ReturnType<typeof unActeGroupeSigne>>
beforeAll(async () => {
  t = await ouvrirTerritoire()
  vitry = await unHabilite(t, 'MAIRIE', 'commune-vitry-sur-seine')
  acte = await unActeGroupeSigne(t)
}, 120_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const lien = () =>
  t.proprietaire.rattachementConvention.findFirstOrThrow({
    where: { conventionId: acte.conventionId, cadreId: acte.cadres.vitry.conventionId },
  })
const finir = (dateFin: string) =>
  t.proprietaire.acte.update({
    where: { id: acte.cadres.vitry.acteId },
    data: { dateFin: versDate(dateFin) },
  })
const sorts = async (acteur: Acteur) => {
  const { sortsADecider } = await lireAccueil(acteur, 'session-d-essai', MAINTENANT)
  return sortsADecider.filter((s) => s.reference === acte.cadres.vitry.reference)
}
const cadre = async (acteur: Acteur) => {
  const c = await lireConvention(acteur, acte.cadres.vitry.reference, MAINTENANT)
  if (!c) throw new Error('cadre illisible')
  return c
}

describe('La fin d’une convention-cadre', () => {
  it('ne demande rien tant qu’elle est loin, et refuse une décision prématurée', async () => {
    expect(await sorts(t.direction)).toEqual([])
    const { id, version } = await lien()
    await expect(
      agir(t.direction, deciderDuSort, { rattachementId: id, version, decision: 'MAINTENIR', motif: '' }),
    ).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
  })

  it('liste ce qui y pend, le rappelle à la direction seule, et garde chaque décision aux deux journaux', async () => {
    await finir('2027-01-31')
    expect(await sorts(t.direction)).toMatchObject([{ fin: '2027-01-31', nombre: 1 }])
    expect(await sorts(vitry)).toEqual([])
    const { pendants } = await lireSuites(t.direction, await cadre(t.direction), MAINTENANT)
    expect(pendants.filter((p) => p.nature === 'activite').map((p) => p.reference)).toEqual([acte.reference])
    const { id, version } = await lien()
    const saisie = {
      rattachementId: id,
      version,
      decision: 'LAISSER_A_TERME' as const,
      motif: 'Le service réduit ses vacations.',
    }
    await expect(agir(vitry, deciderDuSort, saisie)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    for (const qui of [t.exterieur, t.cms])
      await expect(agir(qui, deciderDuSort, saisie)).rejects.toMatchObject(refus('INTROUVABLE'))
    await agir(t.direction, deciderDuSort, saisie)
    await expect(agir(t.direction, deciderDuSort, saisie)).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
    expect(versIsoOuNul((await lien()).decisionPour)).toBe('2027-01-31')
    expect(await sorts(t.direction)).toEqual([])
    const journal = await t.proprietaire.journal.findMany({ where: { evenement: 'sort-decide' } })
    expect(journal.map((l) => l.acteId).sort()).toEqual([acte.acteId, acte.cadres.vitry.acteId].sort())
    expect(journal.every((l) => !l.partage)).toBe(true)
    // La commune voit l'activité, jamais ce que la direction en a décidé.
    const vues = await lireActivitesDuCadre(vitry, await cadre(vitry), MAINTENANT)
    expect(vues).toMatchObject([{ decision: null }])
    const miennes = await lireActivitesDuCadre(t.direction, await cadre(t.direction), MAINTENANT)
    expect(miennes).toMatchObject([{ decision: { prise: 'LAISSER_A_TERME' } }])
  })

  it('redemande une décision quand la fin a changé', async () => {
    await finir('2027-03-31')
    expect(await sorts(t.direction)).toMatchObject([{ fin: '2027-03-31', nombre: 1 }])
  })
})

describe('Les praticiens d’une activité partagée', () => {
  const dossier = {
    fonction: 'Praticien hospitalier, médecine interne',
    statut: 'interet-general' as const,
    accordLe: null as string | null,
    propositionLe: null,
    avisPoleLe: null,
    avisCmeLe: null,
    autorisationLe: null,
  }

  it('bloquent l’envoi à la signature sans accord écrit, préviennent d’une pièce absente, et se retirent', async () => {
    const a = await unActeGroupe(t)
    await t.proprietaire.acte.update({
      where: { id: a.acteId },
      data: { partage: true, etape: 'TEXTE_ACCEPTE' },
    })
    const codes = async () =>
      (await lireVote(t.direction, a.acteId, MAINTENANT))?.constats
        .filter((c) => c.code.startsWith('praticien'))
        .map((c) => c.code)
    expect(await codes()).toEqual(['praticien-sans-accord'])
    const { praticienId } = await agir(t.direction, inscrirePraticien, { acteId: a.acteId, ...dossier })
    expect(await codes()).toEqual(['praticien-sans-accord'])
    const complete = { praticienId, version: 1, ...dossier, accordLe: '2026-11-01' }
    await expect(agir(vitry, completerPraticien, complete)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(agir(t.exterieur, completerPraticien, complete)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(
      agir(t.direction, completerPraticien, { ...complete, accordLe: '2026-11-23' }),
    ).rejects.toMatchObject(refus('DATE_INCOHERENTE'))
    await agir(t.direction, completerPraticien, complete)
    expect(await codes()).toEqual(['praticien-piece-manquante'])
    await expect(agir(t.direction, completerPraticien, complete)).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    await agir(t.direction, retirerPraticien, { praticienId, version: 2 })
    expect(await codes()).toEqual(['praticien-sans-accord'])
    const journal = await t.proprietaire.journal.findMany({
      where: { acteId: a.acteId, evenement: { startsWith: 'praticien' } },
      orderBy: { id: 'asc' },
    })
    expect(journal.map((l) => l.evenement)).toEqual([
      'praticien-inscrit',
      'praticien-complete',
      'praticien-retire',
    ])
    await t.proprietaire.acte.update({ where: { id: a.acteId }, data: { etape: 'ABANDONNEE' } })
    await expect(
      agir(t.direction, inscrirePraticien, { acteId: a.acteId, ...dossier }),
    ).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
  })

  it('n’existent pas pour une convention-cadre ni pour un autre groupe, dans la base même', async () => {
    await expect(
      agir(t.direction, inscrirePraticien, { acteId: acte.cadres.malakoff.acteId, ...dossier }),
    ).rejects.toMatchObject(refus('INTROUVABLE'))
    await agir(t.direction, inscrirePraticien, { acteId: acte.acteId, ...dossier })
    expect(await avecActeur(t.exterieur, (tx) => tx.praticienIntervenant.count())).toBe(0)
    expect(
      await avecActeur(vitry, (tx) => tx.praticienIntervenant.updateMany({ data: { fonction: 'x' } })),
    ).toEqual({ count: 0 })
  })

  it('la fiche dit ce qui ne va pas, et se tait sur ce qui va', async () => {
    const c = await lireConvention(t.direction, acte.reference, MAINTENANT)
    const a = c && (await lireActivite(t.direction, c, MAINTENANT))
    if (!c || !a) throw new Error('activité illisible')
    expect(avertissementsDeLActivite(c, a).join(' ')).toMatch(/accord écrit à recueillir/)
    expect(avertissementsDeLActivite(c, a).join(' ')).not.toMatch(/sans convention-cadre/)
    const seule = avertissementsDeLActivite(c, { ...a, rattachements: [], praticiens: [] }).join(' ')
    expect(seule).toMatch(/Coopération sans convention-cadre/)
    expect(seule).toMatch(/Aucun praticien/)
    expect(await lireActivite(t.exterieur, c, MAINTENANT)).toBeNull()
  })
})
