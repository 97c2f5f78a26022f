import { CLES_DES_DATES, datesDuTexte } from '../../domaine/acte/dates-du-texte'
import { moisDe } from '../../domaine/acte/lettres'
import { alertesUtiles, fenetreDeRenouvellement } from '../../domaine/acte/resiliation'
import { jourEffet } from '../../domaine/acte/situation'
import { texteDeLActe } from '../../domaine/acte/texte-de-l-acte'
import { ajouterJours, type DateIso, derniereReception, dernierJour } from '../../domaine/calendrier/dates'
import { nomDansLaPhrase } from '../../domaine/organisation/designations'
import { enLettres } from '../../domaine/texte/ecriture/nombres-en-lettres'
import { parametresCites } from '../../domaine/texte/finalisation'
import type { ConventionLue } from '../../lectures/convention/lire-convention'
import type { ResiliationLue } from '../../lectures/resiliation/lire-suites'
import { compter, dateEnLettres } from '../typographie'
import { contexteJournal, nomDeLUnite } from './journal'
import { majuscule } from './liste'

/** D'où vient une règle : la loi, le texte signé, ou un choix de cette application. */
export type SourceDeDate = 'loi' | 'convention' | 'choix'
export const SOURCES_DITES: Record<SourceDeDate, string> = {
  loi: 'Loi',
  convention: 'Convention',
  choix: 'Choix de l’application',
}

export type EtapeDeFrise = {
  cle: string
  le: DateIso
  libelle: string
  /** La règle, avec ce qui y est entré. */
  calcul: string
  source: SourceDeDate
  /** Article, texte ou précision qui fonde la règle. */
  fondement: string
  ton: 'passe' | 'ordinaire' | 'alerte' | 'fin'
}

/** « l’article 13 », par le paramètre qu'il cite et jamais par son identité ; `null` quand le texte n'est pas là. */
export function articleQuiCite(c: ConventionLue, cle: string, avecTitre = false): string | null {
  const texte = texteDeLActe(c)
  const identite = parametresCites(texte).get(cle)
  if (!identite) return null
  const nom = nomDeLUnite(contexteJournal(texte), identite)
  return avecTitre ? nom : nom.replace(/ \(.*\)$/, '')
}

const valeur = (c: ConventionLue, cle: string) => c.parametres.find((p) => p.cle === cle)?.valeur ?? undefined
/** Ce que le texte retenu cite : une valeur proposée que nulle phrase ne dit ne fixe rien. */
const citee = (c: ConventionLue, cle: string) =>
  parametresCites(texteDeLActe(c)).has(cle) ? valeur(c, cle) : undefined

export const datesEcrites = (c: ConventionLue) =>
  datesDuTexte({
    effet: citee(c, CLES_DES_DATES.effet),
    fin: citee(c, CLES_DES_DATES.fin),
    duree: valeur(c, CLES_DES_DATES.duree),
  })

/** « trois ans », « dix-huit mois ». */
export const moisEnLettres = (mois: number): string =>
  mois % 12 === 0 ? `${enLettres(mois / 12)} an${mois > 12 ? 's' : ''}` : `${enLettres(mois)} mois`

const par = (article: string | null, sinon: string) => (article ? article.replace(/^l’/, '') : sinon)
const SCAN = 'acte signé'

/** Frise d'un acte signé : chaque date, la règle qui l'a donnée, ce qui y est entré et d'où vient la règle. */
export function friseDe(c: ConventionLue, resiliation: ResiliationLue | null): EtapeDeFrise[] {
  const etapes = [
    ...signatureEtEffet(c),
    ...(c.dates.fin ? finEtAlertes(c, c.dates.fin, resiliation?.etat === 'RECUE') : []),
    ...(resiliation ? denonciation(c, resiliation) : []),
    ...departs(c),
  ]
  return etapes.sort((a, b) => (a.le < b.le ? -1 : a.le > b.le ? 1 : 0))
}

/** Gestionnaires partis d'un acte groupé : leur dernier jour, sans que la convention finisse. */
const departs = (c: ConventionLue): EtapeDeFrise[] =>
  c.parties.flatMap((p): EtapeDeFrise[] =>
    p.quitteLe
      ? [
          {
            cle: `depart-${p.id}`,
            le: p.quitteLe,
            libelle: `Dernier jour pour ${nomDansLaPhrase(p.designation.nom)}, qui se retire`,
            calcul: 'Préavis compté de la dernière réception de sa lettre. Les autres parties restent liées.',
            source: 'convention',
            fondement: par(articleQuiCite(c, 'preavis'), SCAN),
            ton: 'ordinaire',
          },
        ]
      : [],
  )

function signatureEtEffet(c: ConventionLue): EtapeDeFrise[] {
  const { signature, effet } = c.dates
  const debut = jourEffet({ dateEffet: effet, dateSignature: signature })
  const etapes: EtapeDeFrise[] = []
  if (signature && signature !== debut)
    etapes.push({
      cle: 'signature',
      le: signature,
      libelle: 'Dernière signature',
      calcul: 'Le jour où la dernière des parties a signé.',
      source: 'convention',
      fondement: SCAN,
      ton: 'ordinaire',
    })
  if (debut)
    etapes.push({
      cle: 'effet',
      le: debut,
      libelle: 'Prise d’effet',
      calcul: calculDeLEffet(c, debut),
      source: 'convention',
      fondement: par(
        articleQuiCite(c, CLES_DES_DATES.effet) ?? articleQuiCite(c, CLES_DES_DATES.duree),
        SCAN,
      ),
      ton: 'ordinaire',
    })
  return etapes
}

function calculDeLEffet(c: ConventionLue, debut: DateIso): string {
  const { effetEcrit } = datesEcrites(c)
  if (effetEcrit === debut) return 'Date écrite dans le texte.'
  if (effetEcrit && effetEcrit < debut)
    return `La date écrite (${dateEnLettres(effetEcrit)}) était passée quand la dernière partie a signé : l’effet est le jour de cette signature, sans que le terme soit reporté.`
  if (debut === c.dates.signature) return 'Aucune date n’est écrite : c’est le jour de la dernière signature.'
  return 'Date enregistrée avec l’acte signé.'
}

function finEtAlertes(c: ConventionLue, fin: DateIso, denoncee: boolean): EtapeDeFrise[] {
  const preavis = moisDe(valeur(c, 'preavis'))
  const etapes: EtapeDeFrise[] = [
    {
      cle: 'fin',
      le: fin,
      libelle: denoncee ? 'Terme écrit, avant la dénonciation' : 'Dernier jour, inclus',
      ...calculDeLaFin(c, fin),
      ton: denoncee ? 'ordinaire' : 'fin',
    },
  ]
  // D'une convention finie ou dénoncée, les alertes n'appellent plus rien.
  if (denoncee || c.situation === 'ECHUE' || c.situation === 'RESILIEE') return etapes
  if (preavis)
    etapes.push({
      cle: 'dernier-preavis',
      le: derniereReception(fin, preavis),
      libelle: 'Dernier jour pour recevoir un préavis utile',
      calcul: `Préavis de ${moisEnLettres(preavis)} remonté depuis le dernier jour : reçue plus tard, une lettre ne mettrait fin à rien avant le terme. Compté de la réception, de quantième à quantième, sans report d’un jour chômé.`,
      source: 'loi',
      fondement: `computation de quantième à quantième ; durée du préavis : ${par(articleQuiCite(c, 'preavis'), SCAN)}`,
      ton: 'alerte',
    })
  return [...etapes, ...alertes(fin, c.dates.effet ?? c.dates.signature)]
}

function calculDeLaFin(
  c: ConventionLue,
  fin: DateIso,
): Pick<EtapeDeFrise, 'calcul' | 'source' | 'fondement'> {
  const { dureeMois, effetEcrit, finEcrite, finCalculee } = datesEcrites(c)
  const debut = jourEffet({ dateEffet: c.dates.effet, dateSignature: c.dates.signature })
  const avenants = c.avenants.filter((a) => a.etape === 'SIGNEE')
  const renouveler =
    c.situation === 'EN_VIGUEUR' || c.situation === 'A_VENIR'
      ? ' C’est aussi le dernier jour pour signer un avenant de renouvellement.'
      : ''
  if (dureeMois && debut && dernierJour(debut, dureeMois) === fin)
    return {
      calcul: `${majuscule(moisEnLettres(dureeMois))} à compter du ${dateEnLettres(debut)} : le premier jour compte, le dernier est donc la veille de l’anniversaire.${renouveler}`,
      source: 'loi',
      fondement: `computation des délais, par analogie ; durée : ${par(articleQuiCite(c, CLES_DES_DATES.duree), SCAN)}`,
    }
  const fondement = par(articleQuiCite(c, CLES_DES_DATES.fin), SCAN)
  if (finEcrite === fin)
    return { calcul: `Date écrite dans le texte.${renouveler}`, source: 'convention', fondement }
  if (dureeMois && effetEcrit && finCalculee === fin)
    return {
      calcul: `${majuscule(moisEnLettres(dureeMois))} à compter du ${dateEnLettres(effetEcrit)}, la date écrite : signer plus tard a reculé l’effet, non le terme.${renouveler}`,
      source: 'convention',
      fondement: par(articleQuiCite(c, CLES_DES_DATES.duree), SCAN),
    }
  if (avenants.length > 0)
    return {
      calcul: `Terme reporté par ${avenants.length > 1 ? 'les avenants signés' : `l’avenant n° ${avenants[0]?.rang}`}.${renouveler}`,
      source: 'convention',
      fondement: 'avenant signé',
    }
  return { calcul: `Date enregistrée avec l’acte signé.${renouveler}`, source: 'convention', fondement: SCAN }
}

/** Une alerte d'avant la prise d'effet n'appelle rien : dans une convention d'un an, la première qui suit ouvre la fenêtre. */
function alertes(fin: DateIso, effet: DateIso | null): EtapeDeFrise[] {
  const { ouvre } = fenetreDeRenouvellement(fin, effet)
  return alertesUtiles(fin, effet).map((jours): EtapeDeFrise => {
    const le = ajouterJours(fin, -jours)
    const premiere = le === ouvre
    return {
      cle: `fin-${jours}`,
      le,
      libelle: premiere
        ? 'Début de la fenêtre de renouvellement, première alerte'
        : `Alerte à ${jours} jours`,
      calcul: premiere
        ? `${compter(jours, 'jour')} avant le dernier jour : préparer l’avenant et l’inscrire au conseil, dont le vote prend des mois. La fenêtre se ferme le dernier jour : un renouvellement se signe avant le terme, par avenant exprès.`
        : `${compter(jours, 'jour')} avant le dernier jour.`,
      source: 'choix',
      fondement: 'réglage commun à toutes les conventions',
      ton: 'alerte',
    }
  })
}

function denonciation(c: ConventionLue, r: ResiliationLue): EtapeDeFrise[] {
  const article = par(articleQuiCite(c, 'preavis'), SCAN)
  const etapes: EtapeDeFrise[] = [
    {
      cle: 'envoi',
      le: r.envoyeeLe,
      libelle: 'Lettre de dénonciation envoyée',
      calcul: 'Date d’envoi de la lettre recommandée. Elle ne fait encore courir aucun délai.',
      source: 'convention',
      fondement: article,
      ton: 'ordinaire',
    },
  ]
  if (r.recueLe)
    etapes.push({
      cle: 'reception',
      le: r.recueLe,
      libelle: r.lettres.length > 1 ? 'Dernière réception' : 'Réception',
      calcul:
        r.lettres.length > 1
          ? `La dernière des ${enLettres(r.lettres.length)} lettres reçues fait courir le préavis ; à confirmer par votre service juridique.`
          : 'La réception de la lettre fait courir le préavis.',
      source: r.lettres.length > 1 ? 'choix' : 'convention',
      fondement: article,
      ton: 'ordinaire',
    })
  if (r.finCalculee && r.recueLe && r.finCalculee !== c.dates.fin)
    etapes.push({
      cle: 'fin-du-preavis',
      le: r.finCalculee,
      libelle: 'Fin par résiliation, dernier jour inclus',
      calcul:
        r.finDemandee === r.finCalculee
          ? `Date demandée dans la lettre, postérieure à la fin du préavis de ${moisEnLettres(r.preavisMois)}.`
          : `Préavis de ${moisEnLettres(r.preavisMois)} compté de la réception, de quantième à quantième, sans report d’un jour chômé.${r.finDemandee ? ` La fin demandée, le ${dateEnLettres(r.finDemandee)}, tombait avant.` : ''}`,
      source: 'loi',
      fondement: `computation de quantième à quantième ; durée du préavis : ${article}`,
      ton: 'fin',
    })
  return etapes
}
