import type { z } from 'zod'
import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { organismesPossibles } from '../../bd/organismes'
import { ciblePartie } from '../../domaine/avenant/modifications'
import {
  CLE_GESTIONNAIRES,
  CLE_SIEGE,
  cleDeDesignation,
  cleDeRepresentant,
  type PartieVisee,
  partieEnVigueur,
} from '../../domaine/avenant/parties'
import { ErreurMetier } from '../../domaine/erreurs'
import {
  designationGestionnaire,
  designationHopital,
  nomCourant,
  nomDansLaPhrase,
} from '../../domaine/organisation/designations'
import type { ValeurParametre } from '../../domaine/texte/parametres'
import type { Contexte } from '../contexte'
import { lireFicheDePartie, type OrganisationAvecFiche, representantDe } from '../convention/fiche-reference'
import { enregistrerRetouche, type RetoucheEnregistree } from './enregistrer-retouche'
import { chargerProjet, exigerVersion, lireProjet, type ProjetEnMain, retoucheDe } from './projet'
import { poserRetouche } from './rediger-projet'
import type { schemaChangerPartie } from './saisies'

type Voulue = { organisationId: string; nom: string; adresse: string | null }

/**
 * Change une partie : sa désignation, ou l'organisme lui-même. Les mots qui la nomment dans le texte changent avec elle. Un
 * organisme qui succède à un autre signe l'avenant avec lui, et le lit dès qu'il est partagé. Revenir à la partie
 * d'aujourd'hui efface la retouche et ce qu'elle avait entraîné. Refuse un organisme d'une autre nature, fermé, étranger au groupe, ou déjà partie.
 */
export async function changerPartie(
  contexte: Contexte,
  saisie: z.output<typeof schemaChangerPartie>,
): Promise<RetoucheEnregistree> {
  const p = await chargerProjet(contexte, saisie.acteId)
  const { role, rang, organisationId } = saisie
  const nom = nomCourant(saisie.nom)
  const partie = partieEnVigueur(p.base, { role, rang })
  const fiche = await lireFicheDePartie(contexte.tx, organisationId)
  const possibles = await organismesPossibles(contexte.tx, p.acte.groupeId, role)
  const connu = organisationId === partie?.organisationId || possibles.some((o) => o.id === organisationId)
  if (!partie || !fiche || !connu) throw new ErreurMetier('INTROUVABLE')
  if (p.base.parties.some((x) => x !== partie && x.organisationId === organisationId))
    throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'organisme' })
  exigerVersion(p, ciblePartie(role, rang), saisie.version)
  const depart = { organisationId: partie.organisationId, nom: partie.nom, adresse: partie.adresse }
  const voulu = { organisationId, nom, adresse: saisie.adresse || null }
  await suivreDansLeTexte(contexte, p, { role, rang }, depart, voulu, fiche)
  // Les parties d'un avenant déjà signé sont celles qui l'ont signé.
  if (!p.transcrit) await faireSigner(contexte, p, { role, rang }, voulu, fiche)
  return enregistrerRetouche(
    contexte,
    await lireProjet(contexte, p.acte),
    { cible: 'partie', role, ...(rang > 1 ? { rang } : {}), depart, voulu },
    saisie.version,
  )
}

/** Les valeurs qui nomment la partie suivent : sa désignation, son siège, la liste des gestionnaires, qui la représente. */
async function suivreDansLeTexte(
  contexte: Contexte,
  p: ProjetEnMain,
  visee: PartieVisee,
  depart: Voulue,
  voulu: Voulue,
  fiche: OrganisationAvecFiche,
): Promise<void> {
  const succede = voulu.organisationId !== depart.organisationId
  const suivantes: [string, ValeurParametre | null][] = []
  const designation = p.base.valeurs[cleDeDesignation(visee)]
  if (designation?.genre === 'designation')
    suivantes.push([
      cleDeDesignation(visee),
      succede
        ? designationDe(fiche, voulu.nom)
        : voulu.nom === depart.nom
          ? designation
          : { ...designation, nom: voulu.nom },
    ])
  const siege = p.base.valeurs[CLE_SIEGE]
  if (visee.role === 'HOPITAL' && siege)
    suivantes.push([
      CLE_SIEGE,
      voulu.adresse && voulu.adresse !== depart.adresse ? { genre: 'texte', texte: voulu.adresse } : siege,
    ])
  const liste = p.base.valeurs[CLE_GESTIONNAIRES]
  if (visee.role === 'GESTIONNAIRE' && liste?.genre === 'liste' && voulu.nom !== depart.nom)
    suivantes.push([CLE_GESTIONNAIRES, { ...liste, elements: nomsVoulus(p, visee, voulu.nom) }])
  else if (visee.role === 'GESTIONNAIRE' && liste?.genre === 'liste')
    suivantes.push([CLE_GESTIONNAIRES, { ...liste, elements: nomsVoulus(p, visee, null) }])
  const representant = cleDeRepresentant(visee)
  const succedait = ancienneSuccession(p, visee)
  if (p.base.valeurs[representant] && (succede || succedait))
    suivantes.push([
      representant,
      succede ? representantDe(fiche, contexte.maintenant) : (p.base.valeurs[representant] ?? null),
    ])
  for (const [cle, valeur] of suivantes)
    if (valeur)
      await poserRetouche(contexte, p, {
        cible: 'valeur',
        cle,
        depart: p.base.valeurs[cle] ?? null,
        voulu: valeur,
      })
}

const designationDe = (fiche: OrganisationAvecFiche, nom: string): ValeurParametre =>
  fiche.nature === 'INSTITUTION'
    ? designationHopital({ ...fiche, nom })
    : designationGestionnaire(fiche.natureGestionnaire ?? 'COMMUNE', nom)

/** Noms des gestionnaires tels que le projet les voudrait, celui-ci compris ; `null` : le sien ne change plus. */
function nomsVoulus(p: ProjetEnMain, visee: PartieVisee, nom: string | null): string[] {
  const liste = p.base.valeurs[CLE_GESTIONNAIRES]
  const elements = liste?.genre === 'liste' ? liste.elements : []
  return elements.map((e, i) => {
    if (i + 1 === visee.rang) return nom === null ? e : nomDansLaPhrase(nom)
    const r = retoucheDe(p, ciblePartie('GESTIONNAIRE', i + 1))?.retouche
    return r?.cible === 'partie' && r.voulu.nom !== r.depart.nom ? nomDansLaPhrase(r.voulu.nom) : e
  })
}

function ancienneSuccession(p: ProjetEnMain, visee: PartieVisee): boolean {
  const r = retoucheDe(p, ciblePartie(visee.role, visee.rang))?.retouche
  return r?.cible === 'partie' && r.voulu.organisationId !== r.depart.organisationId
}

/** Le successeur signe après ceux d'aujourd'hui ; ceux que rien n'appelle plus ne signent plus. */
async function faireSigner(
  { tx, maintenant }: Contexte,
  p: ProjetEnMain,
  visee: PartieVisee,
  voulu: Voulue,
  fiche: OrganisationAvecFiche,
): Promise<void> {
  const acteId = p.acte.id
  const { role } = visee
  const actuelles = new Set(p.base.parties.map((x) => x.organisationId))
  const appelees = new Set(
    p.retouches.flatMap((r) =>
      r.retouche.cible === 'partie' && r.cible !== ciblePartie(role, visee.rang)
        ? [r.retouche.voulu.organisationId]
        : [],
    ),
  ).add(voulu.organisationId)
  const parties = await tx.partie.findMany({ where: { acteId }, orderBy: { rang: 'asc' } })
  const deTrop = parties.filter(
    (x) => !actuelles.has(x.organisationId) && !appelees.has(x.organisationId) && x.role === role,
  )
  await tx.partie.deleteMany({ where: { id: { in: deTrop.map((x) => x.id) } } })
  const designation: Prisma.InputJsonObject = { nom: voulu.nom, sigle: null, adresse: voulu.adresse }
  const deja = parties.find((x) => x.role === role && x.organisationId === voulu.organisationId)
  if (!actuelles.has(voulu.organisationId)) {
    if (deja) await tx.partie.update({ where: { id: deja.id }, data: { designation } })
    else {
      const id = nouvelId()
      const rang = (parties.at(-1)?.rang ?? 0) + 1
      await tx.partie.create({
        data: { id, acteId, role, rang, organisationId: voulu.organisationId, designation },
      })
      await tx.signataire.create({ data: { id: nouvelId(), partieId: id, ...signataire(fiche, maintenant) } })
    }
  }
  if (role !== 'GESTIONNAIRE') return
  const sortants = new Set(deTrop.map((x) => x.organisationId))
  const organisations = [
    ...new Set([...p.acte.organisations.filter((o) => !sortants.has(o)), voulu.organisationId]),
  ]
  await tx.acte.update({ where: { id: acteId }, data: { organisations } })
}

/** Qui signe pour le successeur, d'après sa fiche ; le nom reste vide s'il n'est pas connu. */
function signataire(fiche: OrganisationAvecFiche, maintenant: Date) {
  const valeur = representantDe(fiche, maintenant)
  const personne = valeur?.genre === 'personne' ? valeur : null
  const fonction = personne?.fonction ?? fiche.fonctions[0]
  return {
    rang: 1,
    civilite: personne?.civilite ?? null,
    prenom: personne?.prenom ?? '',
    nom: personne?.nom ?? '',
    qualite: (personne?.civilite === 'MME' ? fonction?.feminin : fonction?.masculin) ?? 'Représentant légal',
  }
}
