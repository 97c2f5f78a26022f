import { jourEffet, situation } from '../domaine/acte/situation'
import type { DateIso } from '../domaine/calendrier/dates'
import type { Acteur } from '../domaine/organisation/acteur'
import type {
  Accueil,
  BrouillonEnAttente,
  ConventionASuivre,
  EvenementSansNouvelle,
} from '../lectures/accueil/lire-accueil'
import {
  ADRESSE_A_SAISIR,
  adresseConvention,
  adresseDates,
  adresseRedaction,
  adresseRelecture,
} from './conventions/adresses'
import { prochaineEtape, regardDe } from './conventions/etats'
import type { EvenementActe } from './conventions/journal'
import { compter, dateEnLettres, typographier } from './typographie'

/** Une chose qui attend : où, quoi, et le verbe qui y mène. */
export type Tache = { cle: string; ville: string; phrase: string; verbe: string; href: string }

const situationDe = (c: ConventionASuivre, jour: DateIso) => situation(c, jour)

/** « À vous de jouer », le plus ancien d'abord ; au plus `max` lignes, le reste se compte. */
export function tachesDe(a: Accueil, acteur: Acteur, jour: DateIso): Tache[] {
  const redige = acteur.groupes.length > 0
  return [
    ...a.modelesAValider.map((m) => ({
      cle: `modele-${m.code}`,
      ville: m.intitule,
      phrase: 'Modèle à relire, puis à déclarer validé',
      verbe: 'Relire',
      href: `/bibliotheque/${m.code}`,
    })),
    ...mesuresDe(a),
    ...actesAMoi(a, jour),
    ...(redige ? echuesEtSansFin(a, jour) : []),
    ...a.sortsADecider.map((s) => ({
      cle: `sort-${s.reference}`,
      ville: s.ville,
      phrase: typographier(
        `Convention qui finit le ${dateEnLettres(s.fin)} : décider du sort de ${compter(s.nombre, 'activité')} partagée${s.nombre > 1 ? 's' : ''}`,
      ),
      verbe: 'Décider',
      href: adresseDates(s.reference),
    })),
    ...a.centres
      .filter((c) => redige && c.sansReponse > 0)
      .map((c) => ({
        cle: `besoins-${c.code}`,
        ville: c.ville,
        phrase: `${compter(c.sansReponse, 'besoin')} sans réponse`,
        verbe: 'Répondre',
        href: `/cms/${c.code}`,
      })),
    ...a.centres
      .filter((c) => acteur.sieges.length === 0 && c.manques > 0)
      .map((c) => ({
        cle: `fiche-${c.code}`,
        ville: c.ville,
        phrase: `Fiche du centre : ${compter(c.manques, 'renseignement')} à compléter`,
        verbe: 'Compléter',
        href: `/cms/${c.code}`,
      })),
  ]
}

/** Une ligne par sorte de chose à faire des mesures, toutes conventions : la page dit le détail. */
function mesuresDe({ aMesurer: m }: Accueil): Tache[] {
  const lignes: [string, number, string, string][] = [
    ['contestees', m.contestees, compter(m.contestees, 'mesure contestée', 'mesures contestées'), 'Répondre'],
    ['finies', m.finies, `${compter(m.finies, 'période finie', 'périodes finies')} sans mesure`, 'Saisir'],
    ['a-valider', m.aValider, `${compter(m.aValider, 'mesure')} de l’autre côté à valider`, 'Lire'],
  ]
  return lignes
    .filter(([, nombre]) => nombre > 0)
    .map(([ancre, , phrase, verbe]) => ({
      cle: `mesures-${ancre}`,
      ville: 'Mesures',
      phrase,
      verbe,
      href: `${ADRESSE_A_SAISIR}#${ancre}`,
    }))
}

const extrait = (noms: readonly string[]): string => {
  const [premier = '', ...reste] = noms.map((n) => n.charAt(0).toLowerCase() + n.slice(1))
  return reste.length ? `dont « ${premier} »` : `« ${premier} »`
}

/** Actes en cours où c'est à l'acteur de jouer, brouillons compris : celui qui attend depuis le plus longtemps d'abord. */
function actesAMoi(a: Accueil, jour: DateIso): Tache[] {
  const datees = [
    ...a.enCours.flatMap((c) => {
      const situee = { etape: c.etape, situation: null, dateEffet: null, dateFin: null, comptes: c.comptes }
      const suite = prochaineEtape(situee, regardDe(c.qualites), jour)
      const propre = suite.replace(/^À vous : /, '')
      if (suite === propre) return []
      const tache = {
        cle: c.reference,
        ville: c.ville,
        phrase: `${c.titre} : ${propre}`,
        ...(c.comptes?.remarques
          ? { verbe: 'Répondre', href: adresseRelecture(c.reference) }
          : { verbe: 'Ouvrir', href: adresseConvention(c.reference) }),
      }
      return [{ depuis: c.modifieLe, tache }]
    }),
    ...a.brouillons.map((b) => ({ depuis: b.modifieLe, tache: tacheDuBrouillon(b) })),
  ]
  return datees.sort((x, y) => x.depuis.getTime() - y.depuis.getTime()).map((d) => d.tache)
}

function tacheDuBrouillon(b: BrouillonEnAttente): Tache {
  const commun = { cle: b.reference, ville: b.ville }
  if (b.remarques)
    return {
      ...commun,
      phrase: `${b.titre} : répondre à ${compter(b.remarques, 'remarque')}`,
      verbe: 'Répondre',
      href: adresseRelecture(b.reference),
    }
  const manques = b.manques.length
    ? ` : il manque ${compter(b.manques.length, 'valeur')}, ${extrait(b.manques)}`
    : b.aReprendre
      ? ', puis à partager de nouveau'
      : ' complet, à relire avant de le partager'
  return {
    ...commun,
    phrase: `${b.aReprendre ? 'Texte à reprendre' : 'Brouillon'}${manques}`,
    verbe: 'Continuer',
    href: adresseRedaction(b.reference),
  }
}

function echuesEtSansFin(a: Accueil, jour: DateIso): Tache[] {
  return a.aSuivre.flatMap((c): Tache[] => {
    const etat = situationDe(c, jour)
    if (etat === 'ECHUE')
      return [
        {
          cle: c.reference,
          ville: c.ville,
          phrase: `Convention échue depuis le ${dateEnLettres(c.dateFin ?? '')}, sans suite : coopération sans convention`,
          verbe: 'Voir',
          href: adresseConvention(c.reference),
        },
      ]
    if (c.dateFin === null && (etat === 'EN_VIGUEUR' || etat === 'A_VENIR'))
      return [
        {
          cle: c.reference,
          ville: c.ville,
          phrase: `Convention du ${dateEnLettres(jourEffet(c) ?? '')}, sans date de fin connue`,
          verbe: 'Voir',
          href: adresseConvention(c.reference),
        },
      ]
    return []
  })
}

/** Un mot par événement du journal, la compilation y veille ; les codes d'accord ne sont pas des nouvelles. */
const FAITS: Record<Exclude<EvenementActe, EvenementSansNouvelle>, string> = {
  'convention-creee': 'a ouvert',
  'acte-repris': 'a enregistré l’acte signé',
  'acte-abandonne': 'a abandonné',
  'texte-en-relecture': 'a ouvert la relecture de',
  'article-accepte': 'a accepté un article de',
  'ensemble-accepte': 'a accepté l’ensemble de',
  'accord-retire': 'a retiré un accord dans',
  'ensemble-retire': 'a retiré son accord sur',
  'personne-invitee': 'a invité quelqu’un à lire',
  'invitation-prolongee': 'a prolongé un lien vers',
  'invitation-revoquee': 'a fermé un lien vers',
  'invitation-ouverte': 'a ouvert par son lien',
  'version-partagee': 'a partagé une version de',
  'reprise-demandee': 'a demandé de reprendre',
  'texte-accepte': 'a accepté le texte de',
  'texte-rouvert': 'a rouvert le texte de',
  'acte-signe': 'a enregistré la signature de',
  'engagements-nes': 'a fait naître les engagements de',
  'engagement-exigible': 'a constaté une condition remplie dans',
  'engagement-regle': 'a réglé un engagement de',
  'engagement-ajoute': 'a ajouté un engagement à',
  'engagements-suivis': 'a mis au pas les engagements de',
  'mesure-saisie': 'a saisi une mesure de',
  'mesure-corrigee': 'a corrigé une mesure de',
  'mesure-validee': 'a validé une mesure de',
  'mesure-contestee': 'a contesté une mesure de',
  'mesure-maintenue': 'a maintenu une mesure contestée de',
  'periode-figee': 'a figé une mesure de',
  'periode-rouverte': 'a rouvert une mesure de',
  'resiliation-notifiee': 'a dénoncé',
  'lettre-suivie': 'a suivi la dénonciation de',
  'resiliation-recue': 'a noté la réception de la dénonciation de',
  'resiliation-retiree': 'a retiré la dénonciation de',
  'unite-modifiee': 'a réécrit un passage de',
  'adaptation-motivee': 'a dit pourquoi adapter un passage de',
  'variante-choisie': 'a choisi une variante dans',
  'modele-retabli': 'a rétabli un passage de',
  'unite-omise': 'a retiré un passage de',
  'unite-retablie': 'a remis un passage dans',
  'parametre-modifie': 'a renseigné une valeur de',
  'signataires-modifies': 'a modifié les signataires de',
  'signataire-renseigne': 'a renseigné un signataire de',
  'texte-saisi': 'a saisi le texte de',
  'formulaire-joint': 'a joint un formulaire à',
  'formulaire-ote': 'a ôté un formulaire de',
  'remarque-ecrite': 'a écrit une remarque sur',
  'contre-proposition-ecrite': 'a proposé un autre texte dans',
  'remarque-repondue': 'a répondu à une remarque sur',
  'remarque-acceptee': 'a accepté une remarque sur',
  'remarque-declinee': 'a décliné une remarque sur',
  'remarque-close': 'a clos une remarque sur',
  'remarque-rouverte': 'a rouvert une remarque sur',
  'contre-proposition-retenue': 'a retenu une contre-proposition dans',
  'retour-word-joint': 'a joint un fichier Word à',
  'avis-rendu': 'a rendu une décision sur',
  'vote-ouvert': 'a ouvert la phase de délibération de',
  'vote-refuse': 'a enregistré le refus de l’organe délibérant pour',
  'deliberation-enregistree': 'a inscrit une délibération pour',
  'deliberation-corrigee': 'a complété une délibération pour',
  'effet-financier-dit': 'a dit l’effet financier de',
  'mention-remplie': 'a rempli une mention de',
  'envoi-prepare': 'a préparé l’envoi à la signature de',
  'envoi-refuse': 'n’a pas pu figer le texte à signer de',
  'envoi-abandonne': 'a abandonné la préparation de l’envoi de',
  'envoi-a-la-signature': 'a envoyé à la signature',
  'envoi-rappele': 'a rappelé l’envoi à la signature de',
  'signature-enregistree': 'a enregistré une signature de',
  'signature-refusee': 'a enregistré un refus de signer',
  'activite-rattachee': 'a rattaché une activité partagée,',
  'activite-detachee': 'a détaché',
  'sort-decide': 'a décidé du sort d’une activité partagée,',
  'praticien-inscrit': 'a inscrit un praticien dans',
  'praticien-complete': 'a complété le dossier d’un praticien de',
  'praticien-retire': 'a retiré un praticien de',
  'avenant-ouvert': 'a ouvert',
  'avenant-objet': 'a dit l’objet de',
  'retouche-enregistree': 'a changé une modification de',
  'retouche-retiree': 'a retiré une insertion de',
  'forme-choisie': 'a changé la forme d’une modification de',
  'redaction-ajustee': 'a ajusté la rédaction de',
  'redaction-reprise': 'a repris la rédaction proposée de',
  'couverture-portee': 'a porté la décision qui couvre',
  'effet-dit': 'a dit la date d’effet de',
  'base-actualisee': 'a repris sur le texte en vigueur',
  'projet-atteint': 'a changé le texte dont part',
  'transcription-commencee': 'a commencé la transcription de',
  'transcription-declaree': 'a déclaré complète la transcription de',
  'transcription-rouverte': 'a rouvert la transcription de',
  'campagne-ouverte': 'a proposé à d’autres centres',
  'campagne-posee': 'a préparé pour une campagne',
  'campagne-arretee': 'a arrêté une campagne pour',
  'campagne-relancee': 'a relancé l’autre côté de',
}
/** « La direction … a réécrit un passage de » ; la convention suit, en lien. */
export const faitNouveau = (evenement: string): string =>
  Object.entries(FAITS).find(([e]) => e === evenement)?.[1] ?? 'a modifié'
