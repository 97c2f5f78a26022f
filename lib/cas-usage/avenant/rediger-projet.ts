import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { type RetoucheLue, versLigne } from '../../bd/retouches'
import { regimeDe } from '../../domaine/acte/autorite'
import type { EtatDeLaChaine } from '../../domaine/avenant/etat'
import { etatDeLUnite } from '../../domaine/avenant/etat'
import { empreinteEtat } from '../../domaine/avenant/modifications'
import { cibleDeRetouche, ditUneModification, type ProjetRedige } from '../../domaine/avenant/projet'
import { rebaser } from '../../domaine/avenant/rebaser'
import { comparutionsDAvenant, valeursDeLAvenant } from '../../domaine/avenant/redaction/comparutions'
import { type AvenantRedige, redigerAvenant, type VoteDuVisa } from '../../domaine/avenant/rediger'
import { deriver, type Retouche } from '../../domaine/avenant/retouches'
import { nomDansLaPhrase } from '../../domaine/organisation/designations'
import { canoniser, sha256 } from '../../domaine/texte/empreinte'
import type { UniteDActe } from '../../domaine/texte/finalisation'
import type { DefinitionParametre } from '../../domaine/texte/parametres'
import type { Contexte } from '../contexte'
import { toucherActe } from '../convention/charger-acte'
import { etatVoulu, lireProjet, type ProjetEnMain, retoucheDe } from './projet'

export type Redige = { projet: ProjetEnMain; arretees: string[]; rebasees: number }

/**
 * Récrit le projet après toute écriture : reprend d'abord les retouches si le texte en vigueur a changé, puis rédige
 * l'avenant et met ses unités à jour. Une unité ajustée à la main garde ses mots ; celle qui n'a plus de raison d'être
 * reste si elle a été ajustée, et se signale.
 */
export async function redigerProjet(contexte: Contexte, p: ProjetEnMain): Promise<Redige> {
  const { tx, maintenant } = contexte
  const frais = await lireProjet(contexte, p.acte)
  const base = empreinteDeLaBase(frais.base)
  const suivi =
    base === frais.redaction.base ? { arretees: [], rebasees: 0 } : await reprendre(contexte, frais)
  const projet = suivi.rebasees || suivi.arretees.length ? await lireProjet(contexte, p.acte) : frais
  const entier = redigerAvenant(await dossierDe(contexte, projet))
  // D'un acte signé sur papier on ne transcrit que l'effet : visas, objet et numéros restent ceux de l'original.
  const redige = projet.transcrit
    ? { ...entier, unites: entier.unites.filter((u) => ditUneModification(u.identite)) }
    : entier
  await ecrireUnites(contexte, projet, redige.unites)
  const redaction = gardee(projet, redige, base)
  await tx.projetAvenant.update({
    where: { acteId: p.acte.id },
    data: {
      redaction: redaction as unknown as Prisma.InputJsonValue,
      version: { increment: 1 },
      modifieLe: maintenant,
    },
  })
  await toucherActe(tx, p.acte.id, maintenant)
  return { projet: { ...projet, redaction }, ...suivi }
}

/** Empreinte de ce qui, dans le texte en vigueur, peut changer un projet. */
export const empreinteDeLaBase = (e: EtatDeLaChaine): string =>
  sha256(
    canoniser({
      unites: e.unites.map((u) => [u.identite, u.supprimee, u.titre, u.contenu, u.annexe ?? null]),
      fichiers: e.unites.map((u) => u.fichier?.empreinte ?? null),
      valeurs: e.valeurs,
      parties: e.parties,
      numeros: e.numeros,
      pris: e.numerosPris?.map((n) => [n.genre, n.nu]) ?? [],
      fin: e.fin,
    }),
  )

/** Reprend les retouches sur le texte en vigueur : passées, tombées parce que déjà faites, ou arrêtées avec leur raison. */
async function reprendre({ tx, maintenant }: Contexte, p: ProjetEnMain) {
  const { retouches, arretees } = rebaser(
    p.base,
    p.retouches.map((r) => r.retouche),
  )
  const passees = new Map(retouches.map((r) => [cibleDeRetouche(r), r]))
  const raisons = new Map(arretees.map((a) => [cibleDeRetouche(a.retouche), a.raison]))
  const nouvelles: string[] = []
  let rebasees = 0
  for (const l of p.retouches) {
    const cle = { acteId_cible: { acteId: p.acte.id, cible: l.cible } }
    const passee = passees.get(l.cible)
    const raison = raisons.get(l.cible) ?? null
    if (!passee && !raison) await tx.retouche.delete({ where: cle })
    else {
      const change = passee !== undefined && canoniser(passee) !== canoniser(l.retouche)
      if (!change && raison === l.arretee) continue
      if (raison && !l.arretee) nouvelles.push(l.cible)
      await tx.retouche.update({
        where: cle,
        data: {
          ...(passee ? versLigne(passee) : {}),
          arretee: raison,
          version: { increment: 1 },
          modifieLe: maintenant,
        },
      })
    }
    rebasees++
  }
  return { arretees: nouvelles, rebasees }
}

async function dossierDe({ tx }: Contexte, p: ProjetEnMain) {
  const gestionnaires = await tx.partie.findMany({
    where: { acteId: p.acte.id, role: 'GESTIONNAIRE' },
    orderBy: { rang: 'asc' },
    select: { designation: true, organisation: { select: { natureGestionnaire: true } } },
  })
  const convention = await tx.convention.findUniqueOrThrow({
    where: { id: p.acte.conventionId },
    select: { reference: true },
  })
  return {
    rang: p.acte.rang,
    initial: {
      designation: p.chaine.initial.designation,
      reference: convention.reference,
      signeLe: p.chaine.initial.signeLe,
    },
    precedents: p.chaine.avenants.map((a) => ({ rang: a.rang, signeLe: a.signeLe, objet: a.titre })),
    base: { ...p.base, valeurs: { ...p.base.valeurs, ...p.propres } },
    retouches: vives(p).map((r) => ({ retouche: r.retouche, forme: r.forme })),
    votes: gestionnaires.map((g, i): VoteDuVisa => {
      const { nom: nature, transmission } = regimeDe(g.organisation.natureGestionnaire)
      const nom = nomDansLaPhrase((g.designation as { nom?: string }).nom ?? '')
      return { nature, transmission, rang: i + 1, nom }
    }),
    motif: p.motif,
  }
}

const vives = (p: ProjetEnMain) => p.retouches.filter((r) => r.arretee === null)

function gardee(p: ProjetEnMain, redige: AvenantRedige, base: string): ProjetRedige {
  const voulu = etatVoulu(p)
  const modifications = vives(p).flatMap((r) => deriver(r.retouche) ?? [])
  const siennes = new Set(redige.definitions.map((d) => d.cle))
  const definitions: DefinitionParametre[] = [
    ...voulu.definitions.filter((d) => !siennes.has(d.cle)),
    ...redige.definitions,
  ]
  return {
    titre: redige.titre,
    comparutions: comparutionsDAvenant(voulu, modifications),
    definitions,
    valeurs: valeursDeLAvenant(p.base, voulu, modifications),
    modifications,
    formes: redige.formes,
    attendus: redige.attendus,
    proposees: Object.fromEntries(redige.unites.map((u) => [u.identite, empreinteEtat(etatDeLUnite(u))])),
    base,
  }
}

/** Met les unités de l'avenant à l'image de sa rédaction, sans toucher aux mots ajustés à la main. */
async function ecrireUnites(
  { tx, maintenant, acteur }: Contexte,
  p: ProjetEnMain,
  redigees: readonly UniteDActe[],
): Promise<void> {
  const acteId = p.acte.id
  const enBase = new Map((await tx.unite.findMany({ where: { acteId } })).map((u) => [u.identite, u]))
  const voulues = new Set(redigees.map((u) => u.identite))
  await tx.unite.deleteMany({
    where: { acteId, genere: null, identite: { notIn: [...voulues] } },
  })
  const aCreer: Prisma.UniteCreateManyInput[] = []
  for (const u of redigees) {
    const place = { parent: u.parent, rang: u.rang, genre: u.genre }
    const mots = { titre: u.titre, contenu: u.contenu as unknown as Prisma.InputJsonValue }
    const ancienne = enBase.get(u.identite)
    if (!ancienne) {
      const commun = { id: nouvelId(maintenant.getTime()), acteId, identite: u.identite, origine: 'ajout' }
      aCreer.push({
        ...commun,
        ...place,
        ...mots,
        modifieLe: maintenant,
        modifiePar: acteur.utilisateurId || null,
      })
      continue
    }
    const data = ancienne.genere === null ? { ...place, ...mots } : place
    const avant = { parent: ancienne.parent, rang: ancienne.rang, genre: ancienne.genre }
    const lus = ancienne.genere === null ? { titre: ancienne.titre, contenu: ancienne.contenu } : {}
    if (canoniser({ ...avant, ...lus }) === canoniser(data)) continue
    await tx.unite.update({
      where: { id: ancienne.id },
      data: {
        ...data,
        version: { increment: 1 },
        modifieLe: maintenant,
        modifiePar: acteur.utilisateurId || null,
      },
    })
  }
  if (aCreer.length) await tx.unite.createMany({ data: aCreer })
}

/**
 * Pose l'état voulu d'une cible, ou l'efface quand il ne change rien, sans rédiger. Rend la version de la retouche, 0 quand
 * elle n'est plus. L'appelant a contrôlé la version lue, sous le verrou de l'acte.
 */
export async function poserRetouche(
  { tx, acteur, maintenant }: Contexte,
  p: ProjetEnMain,
  retouche: Retouche,
): Promise<number> {
  const cible = cibleDeRetouche(retouche)
  const cle = { acteId_cible: { acteId: p.acte.id, cible } }
  const ancienne: RetoucheLue | undefined = retoucheDe(p, cible)
  if (!deriver(retouche)) {
    if (ancienne) await tx.retouche.delete({ where: cle })
    return 0
  }
  const data = {
    ...versLigne(retouche),
    arretee: null,
    modifieLe: maintenant,
    modifiePar: acteur.utilisateurId || null,
  }
  if (ancienne) {
    await tx.retouche.update({ where: cle, data: { ...data, version: { increment: 1 } } })
    return ancienne.version + 1
  }
  const rang = Math.max(0, ...p.retouches.map((r) => r.rang)) + 1
  await tx.retouche.create({ data: { ...data, acteId: p.acte.id, cible, rang } })
  return 1
}
