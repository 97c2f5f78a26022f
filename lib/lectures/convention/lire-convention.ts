import 'server-only'
import { texteDesTables } from '../../bd/chaine'
import type { Tx } from '../../bd/client'
import { versIsoOuNul } from '../../bd/dates'
import type { Prisma } from '../../bd/genere/client'
import { habitDuModele, nomsDesGestionnaires } from '../../bd/modele-de-l-acte'
import { texteDuProjet } from '../../bd/projet-avenant'
import { avecActeur } from '../../bd/transaction'
import { repeterUnites } from '../../domaine/acte/acte-groupe'
import { estRedacteur, peutAbandonner, peutLire, peutModifier, qualitesSur } from '../../domaine/acte/droits'
import { lireReference, referenceDActe } from '../../domaine/acte/reference'
import { situation } from '../../domaine/acte/situation'
import type { ProjetRedige } from '../../domaine/avenant/projet'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { Contenu } from '../../domaine/texte/contenu'
import type { TexteDActe } from '../../domaine/texte/finalisation'
import type { DefinitionParametre, ValeurParametre } from '../../domaine/texte/parametres'
import type {
  AccordAdaptation,
  DetailAnnexe,
  GenreUnite,
  OrigineUnite,
  Variante,
} from '../../domaine/texte/unites'
import { compterParActe } from '../acceptation/compter'
import type { ConventionLue, ParametreLu, PartieLue, UniteLue } from './convention-lue'
import {
  listerVersions,
  parametresDeVersion,
  texteDeVersion,
  unitesDeVersion,
  type VersionResumee,
} from './texte-partage'

export { texteDeLActe } from '../../domaine/acte/texte-de-l-acte'

export type {
  ConventionLue,
  FichierLu,
  ParametreLu,
  PartieLue,
  SignataireLu,
  UniteLue,
} from './convention-lue'

const AVEC_TOUT = {
  convention: {
    include: {
      groupe: true,
      parametres: true,
      actes: { orderBy: { rang: 'asc' } },
      resiliations: {
        where: { etat: 'RECUE', cote: 'GESTIONNAIRE' },
        select: { organisationId: true, finCalculee: true },
      },
    },
  },
  modeleVersion: { include: { unites: true } },
  projet: true,
  parties: {
    include: { organisation: true, signataires: { orderBy: { rang: 'asc' } } },
    orderBy: { rang: 'asc' },
  },
  centres: { include: { organisation: true } },
  unites: {
    include: { fichier: { select: { id: true, nom: true, taille: true, empreinte: true } } },
    orderBy: { rang: 'asc' },
  },
  fichiers: {
    where: { usage: 'scan' },
    select: { id: true, nom: true, type: true, taille: true, empreinte: true, creeLe: true },
    orderBy: { creeLe: 'asc' },
  },
} satisfies Prisma.ActeInclude
type ActeAvecTout = Prisma.ActeGetPayload<{ include: typeof AVEC_TOUT }>

/**
 * Acte visible de l'acteur, convention ou avenant, par sa référence, ou `null` : inconnue et interdite ne se distinguent pas. `versionId` :
 * montrer cette version partagée de l'acte, et elle seule ; `null` si elle n'en est pas. Un avenant repris n'a d'autre texte
 * que son original : ses modifications transcrites se lisent à part, sauf `avecTranscription`, pour l'atelier.
 */
export async function lireConvention(
  acteur: Acteur,
  reference: string,
  maintenant: Date,
  versionId: string | null = null,
  avecTranscription = false,
): Promise<ConventionLue | null> {
  const lue = lireReference(reference)
  if (!lue) return null
  return avecActeur(acteur, async (tx) => {
    const acte = await tx.acte.findFirst({
      where: { rang: lue.rang, convention: { reference: lue.convention } },
      include: AVEC_TOUT,
    })
    if (!acte || !peutLire(acteur, acte)) return null
    const transcrit = acte.origine === 'REPRISE' && acte.rang > 0
    const versions = transcrit ? [] : await listerVersions(tx, acte.id)
    const demandee = versionId === null ? null : versions.find((v) => v.id === versionId)
    if (demandee === undefined) return null
    const vu = transcrit && !avecTranscription ? { ...acte, unites: [], projet: null } : acte
    return versConventionLue(tx, acteur, vu, { versions, demandee, jour: aujourdHuiAParis(maintenant) })
  })
}

async function versConventionLue(
  tx: Tx,
  acteur: Acteur,
  acte: ActeAvecTout,
  vue: { versions: VersionResumee[]; demandee: VersionResumee | null; jour: string },
): Promise<ConventionLue> {
  const { convention, modeleVersion } = acte
  const modele = habitDuModele(modeleVersion, acte.parties)
  const departs = nomsDesGestionnaires(acte.parties).length > 1 ? convention.resiliations : []
  const initial = acte.rang > 0 ? convention.actes.find((a) => a.rang === 0) : undefined
  const fins = [acte, ...convention.actes.filter((a) => a.etape === 'SIGNEE')].map(
    (a) => versIsoOuNul(a.dateFin) ?? '',
  )
  const { versions, jour } = vue
  // Un avenant signé se lit dans la version qu'on a signée : ses retouches, elles, ne s'ouvrent à personne d'autre.
  const enCours = acte.etape === 'SIGNEE' ? acte.rang === 0 || !versions.length : estRedacteur(acteur, acte)
  const partagee = vue.demandee ?? (enCours ? null : (versions[0] ?? null))
  const texte = await texteVisible(tx, acte, partagee, estRedacteur(acteur, acte))
  const dates = {
    signature: versIsoOuNul(acte.dateSignature),
    effet: versIsoOuNul(acte.dateEffet),
    fin: fins.sort().at(-1) || null,
    resiliation: versIsoOuNul((initial ?? acte).resilieeLe),
  }
  return {
    conventionId: convention.id,
    acteId: acte.id,
    reference: referenceDActe(convention.reference, acte.rang),
    genre: acte.genre,
    rang: acte.rang,
    initiale: acte.rang > 0 ? { reference: convention.reference, titre: initial?.titre ?? '' } : null,
    titre: acte.titre,
    etape: acte.etape,
    situation: situation(
      {
        etape: acte.etape,
        dateSignature: dates.signature,
        dateEffet: dates.effet,
        dateFin: dates.fin,
        resilieeLe: dates.resiliation,
      },
      jour,
    ),
    origine: acte.origine,
    version: acte.version,
    creeLe: acte.creeLe,
    // L'autre côté ne voit pas le travail en cours, pas même à sa date.
    modifieLe: partagee?.creeLe ?? acte.modifieLe,
    groupe: {
      id: convention.groupe.id,
      code: convention.groupe.code,
      nom: convention.groupe.nom,
      sigle: convention.groupe.sigle,
    },
    centres: acte.centres.map(({ organisation: o }) => ({ id: o.id, code: o.code, nom: o.nom })),
    parties: acte.parties.map((p) => versPartie(p, departs)),
    dates,
    modele: modeleVersion && {
      code: modeleVersion.modeleCode,
      versionId: modeleVersion.id,
      intitule: modeleVersion.intitule,
      numero: modeleVersion.numero,
      valide: modeleVersion.valideeLe !== null,
      parties: modele.parties.map((p, i) => ({
        ...p,
        comparution: texte.habit?.comparutions[i] ?? p.comparution,
      })),
      titre: texte.habit?.titre ?? modeleVersion.titre,
    },
    unites: texte.unites,
    definitions: [...(texte.habit?.definitions ?? modele.definitions)],
    ...(texte.habit?.modifications ? { modifications: texte.habit.modifications } : {}),
    parametres: texte.parametres,
    avenants: (acte.rang > 0 ? [] : convention.actes.filter((a) => a.rang > 0)).map((a) => ({
      acteId: a.id,
      reference: referenceDActe(convention.reference, a.rang),
      rang: a.rang,
      titre: a.titre,
      etape: a.etape,
      dateSignature: versIsoOuNul(a.dateSignature),
      dateEffet: versIsoOuNul(a.dateEffet),
    })),
    fichiers: acte.fichiers,
    versions,
    versionLue: partagee?.numero ?? null,
    qualites: qualitesSur(acteur, acte),
    comptes: (await compterParActe(tx, acteur, [acte])).get(acte.id) ?? null,
    droits: { modifier: peutModifier(acteur, acte), abandonner: peutAbandonner(acteur, acte) },
  }
}

/** Le groupe rédacteur lit le texte en cours ; les autres la dernière version partagée, puis l'acte signé. */
async function texteVisible(
  tx: Tx,
  acte: ActeAvecTout,
  partagee: VersionResumee | null,
  redacteur: boolean,
): Promise<{ unites: UniteLue[]; parametres: ParametreLu[]; habit: Habit | null }> {
  const fige = partagee && (await texteDeVersion(tx, acte.conventionId, partagee.id))
  if (partagee && fige)
    return {
      unites: unitesDeVersion(fige, partagee.creeLe, unitesDuModele(acte)),
      parametres: parametresDeVersion(fige),
      // Un avenant a son titre et ses définitions à lui, figés avec sa version.
      habit: acte.rang > 0 ? fige : null,
    }
  if (acte.projet) {
    const valeurs = Object.fromEntries(
      acte.convention.parametres.flatMap((p) =>
        p.valeur ? [[p.cle, p.valeur as unknown as ValeurParametre]] : [],
      ),
    )
    const redaction = acte.projet.redaction as unknown as ProjetRedige
    const projet = texteDuProjet(texteDesTables(acte, valeurs), redaction, acte.rang)
    const lignes = new Map(acte.convention.parametres.map((p) => [p.cle, p]))
    return {
      unites: await versUnites(tx, acte, redacteur),
      parametres: Object.entries(projet.valeurs).map(([cle, valeur]) => ({
        cle,
        valeur: valeur ?? null,
        version: lignes.get(cle)?.version ?? 0,
        origineFiche: null,
      })),
      habit: projet,
    }
  }
  return {
    unites: await versUnites(tx, acte, redacteur),
    parametres: acte.convention.parametres.map((p) => ({
      cle: p.cle,
      valeur: p.valeur as unknown as ValeurParametre | null,
      version: p.version,
      origineFiche: p.origineFiche,
    })),
    habit: null,
  }
}

/** Titre, comparutions et définitions qu'un acte ne tient pas de son modèle. */
type Habit = Pick<TexteDActe, 'titre' | 'comparutions' | 'definitions' | 'modifications'>

function versPartie(
  p: ActeAvecTout['parties'][number],
  departs: ActeAvecTout['convention']['resiliations'],
): PartieLue {
  const depart = departs.find((d) => d.organisationId === p.organisationId)
  const { code, nom, nature, natureGestionnaire } = p.organisation
  return {
    id: p.id,
    role: p.role,
    organisation: { code, nom, nature, natureGestionnaire },
    designation: p.designation as unknown as PartieLue['designation'],
    version: p.version,
    quitteLe: versIsoOuNul(depart?.finCalculee ?? null),
    signataires: p.signataires.map((s) => ({
      civilite: s.civilite,
      prenom: s.prenom,
      nom: s.nom,
      qualite: s.qualite,
      autorite: s.autorite,
      signeLe: versIsoOuNul(s.signeLe),
    })),
  }
}

/** Unités du modèle, celles de chaque gestionnaire répétées comme l'acte les a reçues. */
const unitesDuModele = (acte: ActeAvecTout) =>
  repeterUnites(
    acte.modeleVersion?.unites ?? [],
    (acte.modeleVersion?.parametres ?? []) as unknown as DefinitionParametre[],
    nomsDesGestionnaires(acte.parties).length,
  )

async function versUnites(tx: Tx, acte: ActeAvecTout, redacteur: boolean): Promise<UniteLue[]> {
  const modeles = new Map(unitesDuModele(acte).map((u) => [u.identite, u]))
  const auteurs = await nomsDes(
    tx,
    acte.unites.flatMap((u) => (u.modifiePar && u.version > 1 ? [u.modifiePar] : [])),
  )
  return acte.unites.map((u): UniteLue => {
    const modele = modeles.get(u.identite)
    return {
      identite: u.identite,
      parent: u.parent,
      rang: u.rang,
      genre: u.genre as GenreUnite,
      titre: u.titre,
      contenu: u.contenu as unknown as Contenu,
      annexe: u.annexe as unknown as DetailAnnexe | null,
      fichier: u.fichier,
      visa: u.visa,
      origine: u.origine as OrigineUnite,
      variante: u.variante,
      omise: u.omise,
      motif: u.motif,
      motifAdaptation: redacteur ? u.motifAdaptation : null,
      version: u.version,
      modifieLe: u.modifieLe,
      modifieParNom: auteurs.get(u.modifiePar ?? '') ?? null,
      modele: modele
        ? {
            titre: modele.titre,
            contenu: modele.contenu as unknown as Contenu,
            variantes: modele.variantes as unknown as Variante[],
            facultative: modele.facultative,
            accordAdaptation: modele.accordAdaptation as unknown as AccordAdaptation | null,
          }
        : null,
    }
  })
}

async function nomsDes(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const utilisateurs = await tx.utilisateur.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, nom: true },
  })
  return new Map(utilisateurs.map((u) => [u.id, u.nom]))
}
