import { ETAPES, type Etape } from '../domaine/acte/etapes'
import type { CodeErreur, DetailsErreur } from '../domaine/erreurs'
import { dateEnLettres } from './dates'
import { typographier } from './typographie'

export type MessageErreur = { titre: string; conseil: string }

const texte = (details: DetailsErreur, cle: string): string | null => {
  const valeur = details[cle]
  if (valeur === undefined || valeur === '') return null
  return typeof valeur === 'object' ? valeur.join(', ') : String(valeur)
}

const avec = (
  details: DetailsErreur,
  cle: string,
  phrase: (valeur: string) => string,
  sinon = '',
): string => {
  const valeur = texte(details, cle)
  return valeur === null ? sinon : phrase(valeur)
}

const MOTS_DES_ETAPES: Record<Etape, string> = {
  BROUILLON: 'C’est un brouillon. ',
  EN_RELECTURE: 'Le texte est en relecture. ',
  A_REPRENDRE: 'Le texte est à reprendre. ',
  TEXTE_ACCEPTE: 'Le texte est accepté. ',
  EN_DELIBERATION: 'Le texte est en délibération. ',
  A_SIGNER: 'L’acte est à la signature. ',
  SIGNEE: 'L’acte est signé. ',
  ABANDONNEE: 'Le projet est abandonné. ',
}
const motDeLEtape = (code: string): string => {
  const etape = ETAPES.find((e) => e === code)
  return etape ? MOTS_DES_ETAPES[etape] : ''
}

const RAISONS_DEMANDE: Record<string, string> = {
  'demande-future': 'La demande est datée de l’avenir.',
  'reponse-avant': 'La réponse précède la demande.',
  'reponse-future': 'La réponse est datée de l’avenir.',
  'rendez-vous-avant': 'Le rendez-vous précède la demande.',
  'reponse-manquante': 'Dites quand l’hôpital a répondu.',
  'rendez-vous-manquant': 'Un rendez-vous donné a sa date.',
  'rendez-vous-de-trop': 'Une demande refusée n’a pas de rendez-vous.',
}
/** Phrases de ce qui ne tient pas dans une demande datée, séparées par une virgule dans les détails du refus. */
export const raisonsDe = (codes: string): string =>
  codes
    .split(', ')
    .map((c) => RAISONS_DEMANDE[c] ?? '')
    .join(' ')
    .trim()

const NUMERO = (d: DetailsErreur) =>
  avec(d, 'numero', (n) => ` Si cela se reproduit, citez le numéro ${n} à votre administrateur.`)

const DEJA: Record<string, string> = {
  invitation: 'Cette personne a déjà un lien ouvert sur cette convention',
  courriel: 'Un compte porte déjà cette adresse',
  habilitation: 'Cette habilitation existe déjà sur cette période',
  partenariat: 'Ce groupe et ce centre sont déjà partenaires',
  identite: 'Cette identité est déjà rattachée à un autre compte',
  avis: 'Cet avis est déjà rendu sur ce texte',
  deliberation: 'L’organe s’est déjà prononcé sur ce texte',
  seance: 'Une séance est déjà inscrite à cette date',
  'projet-de-modele': 'Un projet de version est déjà ouvert pour ce modèle',
  'retrait-de-modele': 'Cette version est déjà retirée',
}

const CONSTATS: Record<string, string> = {
  'sans-cible':
    'Le texte ne dit pas la valeur à atteindre sur cette période\u00a0: la direction des partenariats doit d’abord la préciser.',
  genre: 'Rechargez la page\u00a0: la promesse a changé, elle ne se mesure plus de cette façon.',
  rapport: 'Il ne peut pas y avoir plus de cas tenus que de cas en tout. Vérifiez les deux nombres.',
  'a-venir': 'La date de remise est à venir. Indiquez la date où la remise a eu lieu.',
}

const REFUS_MOT_DE_PASSE: Record<string, string> = {
  court: 'Il est trop court. ',
  long: 'Il est trop long. ',
  courant: 'Il fait partie de ceux qu’on essaie en premier. ',
  courriel: 'Il reprend votre adresse. ',
  repetitif: 'Il se répète ou suit l’ordre du clavier. ',
  identique: 'C’est celui que vous avez déjà. ',
}

const CODE_FAUX = (d: DetailsErreur): MessageErreur => ({
  titre: 'Ce code n’est pas le bon',
  conseil: `Relisez le dernier courriel reçu.${avec(d, 'restants', (n) => (n === '0' ? '' : ` Il vous reste ${n}\u00a0essai${n === '1' ? '' : 's'}.`))}`,
})
const NOUVEAU_CODE = 'Rien n’a été accepté. Demandez un nouveau code, puis recommencez.'
const CODES: Record<string, (d: DetailsErreur) => MessageErreur> = {
  faux: CODE_FAUX,
  aucun: () => ({ titre: 'Aucun code ne vous a été envoyé', conseil: NOUVEAU_CODE }),
  rejoue: () => ({
    titre: 'Ce code a déjà servi',
    conseil: 'Un code ne confirme qu’une décision. Rechargez la page pour voir celle qu’il a confirmée.',
  }),
  perime: () => ({ titre: 'Ce code n’est plus valable', conseil: `Il valait dix minutes. ${NOUVEAU_CODE}` }),
  epuise: () => ({ titre: 'Trop d’essais avec ce code', conseil: NOUVEAU_CODE }),
  'autre-texte': () => ({
    titre: 'Ce code confirmait un autre texte',
    conseil: `Le texte a changé depuis son envoi. ${NOUVEAU_CODE}`,
  }),
}

/** Une phrase par refus : ce qui s'est passé, puis ce qu'il faut faire. Un code sans phrase ne compile pas. */
const MESSAGES: Record<CodeErreur, (details: DetailsErreur) => MessageErreur> = {
  NON_CONNECTE: () => ({
    titre: 'Vous n’êtes plus connecté',
    conseil:
      'Votre session a pris fin. Connectez-vous dans un autre onglet puis recommencez ici\u00a0: votre saisie est gardée.',
  }),
  MOT_DE_PASSE_A_CHANGER: () => ({
    titre: 'Choisissez d’abord votre mot de passe',
    conseil:
      'Le mot de passe qui vous a été remis est provisoire. Remplacez-le, puis reprenez votre travail.',
  }),
  SAISIE_INVALIDE: (d) => ({
    titre: 'Certaines réponses sont à reprendre',
    conseil: `Rien n’a été enregistré. ${avec(d, 'champ', (c) => `À reprendre\u00a0: ${c}.`, 'Corrigez les champs signalés, puis recommencez.')}`,
  }),
  INTROUVABLE: () => ({
    titre: 'Cet élément est introuvable',
    conseil: 'Il a pu être supprimé, ou il ne vous est pas ouvert. Revenez à la liste pour le retrouver.',
  }),
  ROLE_INSUFFISANT: () => ({
    titre: 'Vos droits ne permettent pas cette action',
    conseil:
      'Rien n’a changé. Demandez à l’administrateur de votre établissement de revoir votre habilitation.',
  }),
  ETAPE_INTERDITE: (d) => ({
    titre: 'Cette action n’est pas possible à cette étape',
    conseil: `${avec(d, 'etape', (e) => motDeLEtape(e))}Rechargez la page pour voir où il en est et ce qui peut être fait.`,
  }),
  MODIFIE_ENTRE_TEMPS: (d) => ({
    titre: avec(
      d,
      'auteur',
      (a) => `${a} a modifié cet élément entre-temps`,
      'Cet élément a été modifié entre-temps',
    ),
    conseil:
      'Votre saisie est toujours à l’écran et n’a pas été enregistrée. Copiez ce que vous voulez garder, rechargez la page, puis reportez-le.',
  }),
  DEJA_EXISTANT: (d) => ({
    titre: avec(
      d,
      'nom',
      (n) => `«\u00a0${n}\u00a0» existe déjà`,
      DEJA[texte(d, 'quoi') ?? ''] ?? 'Cet élément existe déjà',
    ),
    conseil: 'Ouvrez celui qui existe, ou changez votre saisie.',
  }),
  IDENTIFIANTS_REFUSES: () => ({
    titre: 'Adresse ou mot de passe incorrect',
    conseil:
      'Vérifiez les deux, puis la touche de verrouillage des majuscules. Mot de passe oublié\u00a0? Votre administrateur peut vous remettre un lien pour en choisir un autre.',
  }),
  TROP_DE_TENTATIVES: (d) => ({
    titre: 'Trop d’essais de suite',
    conseil: `${avec(d, 'minutes', (m) => `Attendez ${m}\u00a0min`, 'Attendez quelques minutes')} avant de recommencer. Cette attente protège votre compte.`,
  }),
  JETON_PERIME: () => ({
    titre: 'Ce lien n’est plus valable',
    conseil: 'Il a déjà servi ou sa durée est dépassée. Demandez-en un nouveau à votre administrateur.',
  }),
  MOT_DE_PASSE_FAIBLE: (d) => ({
    titre: 'Ce mot de passe ne convient pas',
    conseil: `${REFUS_MOT_DE_PASSE[texte(d, 'raison') ?? ''] ?? ''}Choisissez une phrase de plusieurs mots, d’au moins 12\u00a0caractères, sans votre nom ni votre adresse.`,
  }),
  MOT_DE_PASSE_INCORRECT: () => ({
    titre: 'Le mot de passe actuel n’est pas le bon',
    conseil: 'Rien n’a changé. Vérifiez la touche de verrouillage des majuscules, puis recommencez.',
  }),
  COMPTE_FERME: () => ({
    titre: 'Ce compte est fermé',
    conseil: 'Rouvrez-le d’abord, puis recommencez.',
  }),
  ROLE_INCOMPATIBLE: () => ({
    titre: 'Ce rôle n’existe pas dans cette organisation',
    conseil: 'Choisissez une autre organisation ou un autre rôle.',
  }),
  SOI_MEME: () => ({
    titre: 'Vous ne pouvez pas fermer votre propre compte',
    conseil: 'Demandez-le à un autre administrateur.',
  }),
  DERNIER_ADMINISTRATEUR: () => ({
    titre: 'Il doit rester un administrateur',
    conseil:
      'C’est le dernier compte qui administre cette application. Habilitez d’abord une autre personne.',
  }),
  FICHIER_REFUSE: (d) => ({
    titre: 'Ce fichier n’est pas accepté',
    conseil: `${avec(d, 'raison', (r) => `${r}. `)}${avec(d, 'acceptes', (a) => `${a.includes(' ou ') ? 'Formats acceptés' : 'Format accepté'}\u00a0: ${a}. `)}Vérifiez qu’il s’ouvre sur votre poste, puis choisissez-le de nouveau.`,
  }),
  FICHIER_TROP_GROS: (d) => ({
    titre: 'Ce fichier est trop lourd',
    conseil: `${avec(d, 'maximum', (m) => `La limite est de ${m}. `)}Allégez-le, par exemple en le numérisant en noir et blanc ou avec une définition plus faible, puis recommencez.`,
  }),
  DATE_INCOHERENTE: (d) => ({
    titre: 'Les dates ne vont pas ensemble',
    conseil: avec(
      d,
      'raison',
      (r) => `${r} Corrigez-les, puis recommencez.`,
      'Vérifiez l’ordre des dates, puis recommencez.',
    ),
  }),
  RATTACHEMENT_INTERDIT: () => ({
    titre: 'Ce rattachement n’est pas possible',
    conseil: 'L’organisation choisie est fermée ou n’est pas de la bonne sorte. Choisissez-en une autre.',
  }),
  DEPENDANCES_OUVERTES: (d) => ({
    titre: 'D’autres organisations en dépendent encore',
    conseil: `Rien n’a changé. ${avec(d, 'noms', (n) => `Fermez ou rattachez ailleurs d’abord\u00a0: ${n}.`, 'Fermez-les ou rattachez-les ailleurs d’abord.')}`,
  }),
  COMMUNE_DIFFERENTE: (d) => ({
    titre: avec(
      d,
      'nom',
      (n) => `Ce code est celui de «\u00a0${n}\u00a0»`,
      'Ce code est celui d’une autre commune',
    ),
    conseil: 'Vérifiez le code et le nom de la commune, puis recommencez.',
  }),
  ORGANISATION_FERMEE: (d) => ({
    titre: 'Cette organisation est fermée',
    conseil: `Rien n’a été enregistré. ${avec(d, 'dernierJour', (j) => `Dernier jour de «\u00a0${texte(d, 'nom') ?? ''}\u00a0»\u00a0: ${dateEnLettres(j)}. `)}Choisissez-en une autre, ou demandez à l’administrateur de la rouvrir.`,
  }),
  TEXTE_INCOMPLET: (d) => ({
    titre: 'Le texte n’est pas complet',
    conseil: `${avec(d, 'manques', (m) => `Il manque\u00a0: ${m}. `)}Renseignez ce qui manque, puis recommencez.`,
  }),
  REMARQUE_DECIDEE: () => ({
    titre: 'Cette remarque a déjà reçu sa réponse',
    conseil:
      'Rien n’a été enregistré. Rechargez la page pour la lire\u00a0; rouvrez-la si la question reste posée, ou écrivez-en une nouvelle.',
  }),
  PROPOSITION_IDENTIQUE: () => ({
    titre: 'Votre texte dit la même chose que celui de la version',
    conseil: 'Changez au moins un mot, ou écrivez plutôt une remarque.',
  }),
  VERSION_DEPASSEE: (d) => ({
    titre: 'Une version plus récente a été partagée',
    conseil: `${avec(d, 'numero', (n) => `La version ${n} remplace celle que vous lisez. `)}Rechargez la page pour la lire, puis recommencez.`,
  }),
  CONTRE_PROPOSITION_OUVERTE: (d) => ({
    titre: 'Une contre-proposition attend encore sa réponse',
    conseil: `${avec(d, 'nombre', (n) => (n === '1' ? '' : `${n}\u00a0contre-propositions sont ouvertes. `))}Le texte ne s’accepte en entier qu’une fois chacune acceptée, déclinée ou close. Vous pouvez déjà accepter les autres articles.`,
  }),
  CODE_REFUSE: (d) => CODES[texte(d, 'raison') ?? '']?.(d) ?? CODE_FAUX(d),
  TROP_DE_CODES: (d) => ({
    titre: 'Trop de codes demandés de suite',
    conseil: `${avec(d, 'minutes', (m) => `Attendez ${m}\u00a0min`, 'Attendez quelques minutes')} avant d’en demander un autre. Le dernier code envoyé vaut encore\u00a0: regardez dans votre boîte, courriels indésirables compris.`,
  }),
  AVIS_PAS_AU_TOUR: (d) => ({
    titre: 'Ce n’est pas encore votre tour',
    conseil: `Les avis et accords se rendent dans l’ordre du modèle. ${avec(d, 'attendu', (a) => `Celui-ci attend d’abord\u00a0: ${a}.`, 'Celui-ci attend le précédent.')}`,
  }),
  ACCORD_REFUSE: () => ({
    titre: 'Un accord demandé par le modèle a été refusé',
    conseil: 'Le texte ne peut être soumis au vote en l’état. Rouvrez-le pour répondre au motif du refus.',
  }),
  VOTE_INUTILE: () => ({
    titre: 'Aucun organe n’a plus à se prononcer sur ce texte',
    conseil: 'Il est déjà voté, ou couvert par une délibération antérieure\u00a0: envoyez-le à la signature.',
  }),
  TEXTE_VOTE_INTANGIBLE: (d) => ({
    titre: 'Cette valeur fait partie du texte voté',
    conseil: `${avec(d, 'libelle', (l) => `«\u00a0${l}\u00a0» a été lu et accepté avec le texte. `)}La changer demande de rouvrir le texte, puis un nouvel accord.`,
  }),
  LIEN_INVITATION_FERME: () => ({
    titre: 'Ce lien n’ouvre plus la convention',
    conseil:
      'Demandez un nouveau lien à la personne qui vous a invité. Copiez d’abord ce que vous avez écrit.',
  }),
  TROP_D_INVITATIONS: (d) => ({
    titre: 'Trop de personnes sont invitées à la fois',
    conseil: `${avec(d, 'maximum', (m) => `Votre côté a déjà ${m}\u00a0liens ouverts sur cette convention. `)}Fermez ceux qui ne servent plus, puis recommencez.`,
  }),
  PREAVIS_INCONNU: () => ({
    titre: 'Le préavis de cette convention n’est pas connu',
    conseil:
      'Son texte n’est pas dans l’application. Lisez le préavis sur l’acte signé et indiquez-le en mois\u00a0: sans lui, la fin ne se calcule pas.',
  }),
  FIN_TROP_PROCHE: (d) => ({
    titre: 'Cette fin tombe avant celle du préavis',
    conseil: `${avec(d, 'preavis', (p) => `Le préavis est de ${p}\u00a0mois, compté de la réception de la lettre. `)}${avec(d, 'possible', (j) => `Une lettre reçue le jour de son envoi mettrait fin à la convention le ${dateEnLettres(j)} au plus tôt. `)}Choisissez cette date, une plus tardive, ou laissez le préavis fixer la fin.`,
  }),
  RESILIATION_SANS_EFFET: (d) => ({
    titre: 'La convention finira d’elle-même avant la fin du préavis',
    conseil: `${avec(d, 'fin', (j) => `Son dernier jour est le ${dateEnLettres(j)}. `)}${avec(d, 'possible', (j) => `Le préavis ne s’achèverait que le ${dateEnLettres(j)}. `)}La dénoncer n’avancerait rien\u00a0; elle ne se renouvelle pas toute seule.`,
  }),
  RESILIATION_EN_COURS: () => ({
    titre: 'Cette convention est déjà dénoncée',
    conseil: 'Rechargez la page pour suivre la lettre envoyée, ou retirez d’abord cette dénonciation.',
  }),
  CONFIRMATION_ATTENDUE: (d) => ({
    titre: 'Autre chose dépend de cette convention',
    conseil: `Rien n’a été envoyé. ${avec(d, 'pendants', (p) => `Restent ouverts\u00a0: ${p}. `)}Cochez la confirmation pour dénoncer en connaissance de cause.`,
  }),
  CONVENTION_FINIE: (d) => ({
    titre: 'Cette convention a déjà pris fin',
    conseil: avec(
      d,
      'fin',
      (j) =>
        `Son dernier jour était le ${dateEnLettres(j)}. Elle ne peut plus être dénoncée ni renouvelée\u00a0: ouvrez une nouvelle convention.`,
      'Elle ne peut plus être dénoncée ni renouvelée\u00a0: ouvrez une nouvelle convention.',
    ),
  }),
  AVENANT_VIDE: () => ({
    titre: 'Cet avenant ne modifie encore rien',
    conseil: 'Modifiez un article, une valeur, une partie ou le terme de la convention, puis recommencez.',
  }),
  RETOUCHES_ARRETEES: () => ({
    titre: 'Une modification ne s’applique plus au texte en vigueur',
    conseil:
      'Un autre avenant a changé ce texte entre-temps. Lisez ce qui a changé, reprenez la modification ou retirez-la, puis recommencez.',
  }),
  REDACTION_EN_DESACCORD: () => ({
    titre: 'Une rédaction ajustée ne dit plus l’effet de l’avenant',
    conseil: 'Reprenez la rédaction proposée, corrigez-la, ou confirmez que vous la partagez telle quelle.',
  }),
  TEXTE_CHANGE_DEPUIS: (d) => ({
    titre: 'Le texte en vigueur a changé depuis cet avenant',
    conseil: `${avec(d, 'avenant', (n) => `L’avenant n°\u00a0${n} a été signé entre-temps et touche aux mêmes passages. `)}Rouvrez le texte, reprenez-le sur le texte en vigueur, puis faites-le accepter de nouveau.`,
  }),
  NUMERO_PRIS: (d) => ({
    titre: 'Un avenant signé porte déjà ce numéro',
    conseil: `${avec(d, 'numero', (n) => `Le numéro ${n} `, 'Ce numéro ')}est imprimé dans ${avec(d, 'avenant', (n) => `l’avenant n°\u00a0${n}`, 'un autre avenant')}, signé entre-temps, et ne change plus. Rouvrez le texte\u00a0: l’article inséré ici prendra le numéro suivant, puis faites-le accepter de nouveau.`,
  }),
  RENDU_IMPOSSIBLE: (d) => ({
    titre: 'Le document n’a pas pu être fabriqué',
    conseil: `Le texte est intact. Réessayez\u00a0; l’autre format reste disponible.${NUMERO(d)}`,
  }),
  SIGNATURE_BLOQUEE: (d) => ({
    titre: 'L’acte ne peut pas être signé ainsi',
    conseil: `${avec(d, 'raisons', (r) => `${typographier(r)} `)}Rien n’a été enregistré.`,
  }),
  SIGNATAIRE_MANQUANT: (d) => ({
    titre: 'Il manque le nom d’un signataire',
    conseil: `Chaque partie doit avoir au moins un signataire nommé${avec(d, 'parties', (p) => `\u00a0: voyez ${p}`)}. Rien n’a été figé.`,
  }),
  ENVOI_EN_COURS: () => ({
    titre: 'Un envoi à la signature est déjà ouvert',
    conseil:
      'Rechargez la page\u00a0: reprenez-le, abandonnez-le ou rappelez-le avant d’en préparer un autre.',
  }),
  ENVOI_PERIME: () => ({
    titre: 'Le texte, une mention ou un signataire a changé pendant la préparation',
    conseil: 'Rien n’a été figé. Relisez ce qui a changé, puis envoyez de nouveau.',
  }),
  ECART_PDF: (d) => ({
    titre: 'Le PDF relu ne porte pas exactement le texte accepté',
    conseil: `Rien n’a été figé. ${avec(d, 'ou', (o) => `${o} `)}${avec(d, 'attendu', (a) => `Attendu\u00a0: «\u00a0${a}\u00a0». `)}${avec(d, 'lu', (l) => `Lu\u00a0: «\u00a0${l}\u00a0». `)}Prévenez votre administrateur.`,
  }),
  DEJA_SIGNE: (d) => ({
    titre: avec(
      d,
      'nom',
      (n) => `La réponse de ${n} est déjà enregistrée`,
      'Cette réponse est déjà enregistrée',
    ),
    conseil: 'Rechargez la page pour voir où en est chacun. Rien n’a été ajouté.',
  }),
  ORDRE_DES_SIGNATURES: (d) => ({
    titre: avec(d, 'nom', (n) => `${n} doit signer d’abord`, 'Un autre signataire doit signer d’abord'),
    conseil:
      'Les signatures de cet envoi se suivent, à des dates qui ne reculent pas. Enregistrez d’abord celle qui manque.',
  }),
  CONTENU_ETRANGER: (d) => ({
    titre: 'Ce fichier ne porte pas le texte envoyé à la signature',
    conseil: `${avec(d, 'attendu', (a) => `Attendu\u00a0: «\u00a0${a}\u00a0». `)}${avec(d, 'lu', (l) => `Lu\u00a0: «\u00a0${l}\u00a0». `)}Rien n’a été enregistré. Demandez le PDF figé, signé tel quel.`,
  }),
  SIGNATURE_NON_VALABLE: () => ({
    titre: 'Cette signature électronique ne vaut pas pour ce fichier',
    conseil:
      'Le fichier a changé après avoir été signé, ou la signature ne se lit pas. Rien n’a été enregistré\u00a0: demandez un autre exemplaire.',
  }),
  ADAPTATION_ABSENTE: () => ({
    titre: 'Cet article suit le modèle',
    conseil: 'Rien n’a été enregistré\u00a0: un motif ne se donne qu’à un article adapté ou ajouté.',
  }),
  MODELE_INCOMPLET: () => ({
    titre: 'Ce projet ne peut pas être publié',
    conseil: 'Rechargez la page\u00a0: ce qui l’en empêche y est nommé, article par article.',
  }),
  VALEUR_CITEE: (d) => ({
    titre: avec(d, 'nom', (n) => `«\u00a0${n}\u00a0» est encore citée`, 'Cette valeur est encore citée'),
    conseil: 'Retirez-la d’abord des articles qui la citent, variantes comprises.',
  }),
  PERIODE_A_VENIR: (d) => ({
    titre: 'Cette période n’a pas commencé',
    conseil: avec(
      d,
      'debut',
      (j) => `Elle se mesurera à partir du ${dateEnLettres(j)}.`,
      'Elle se mesurera le moment venu.',
    ),
  }),
  PERIODE_FIGEE: (d) => ({
    titre: 'Cette période est figée',
    conseil: `Rien n’a été enregistré. ${avec(d, 'le', (j) => `Figée le ${dateEnLettres(j)}, elle`, 'Elle')} ne change plus, à moins que la direction des partenariats ne la rouvre en disant pourquoi.`,
  }),
  MESURE_AUTREMENT: () => ({
    titre: 'Cette mesure n’en est plus là',
    conseil: 'Rien n’a été enregistré. Rechargez la page pour voir où elle en est et ce qui peut être fait.',
  }),
  CONSTAT_REFUSE: (d) => ({
    titre: 'Ce constat ne peut pas être enregistré',
    conseil: CONSTATS[texte(d, 'raison') ?? ''] ?? 'Vérifiez la saisie, puis recommencez.',
  }),
  SANS_CONVENTION: () => ({
    titre: 'Aucune convention ne suit ce centre et cet hôpital à cette date',
    conseil:
      'Rien n’a été enregistré. Vérifiez le jour de la demande, le centre et le site\u00a0: une demande se compte sous une convention signée, entre sa prise d’effet et sa fin.',
  }),
  DEMANDE_INCOHERENTE: (d) => ({
    titre: 'Les réponses de cette demande ne vont pas ensemble',
    conseil: `Rien n’a été enregistré. ${avec(d, 'raisons', raisonsDe, 'Vérifiez les dates, puis recommencez.')}`,
  }),
  DEMANDE_CLOSE: () => ({
    titre: 'Cette réponse est déjà écrite',
    conseil: 'Rien n’a changé. Pour la changer, corrigez la demande\u00a0: l’ancienne valeur reste gardée.',
  }),
  FICHIER_NOMINATIF: (d) => ({
    titre: 'Ce fichier semble nommer des patients',
    conseil: `${avec(d, 'colonnes', (c) => `À retirer\u00a0: ${c}. `)}Rien n’en a été gardé. Une demande ne porte ni nom, ni date de naissance, ni numéro de sécurité sociale\u00a0: supprimez ces colonnes du tableur, puis déposez-le de nouveau.`,
  }),
  TACHE_ECHOUEE: (d) => ({
    titre: 'Ce travail n’a pas abouti',
    conseil: `Rien n’a été fabriqué. Recommencez.${NUMERO(d)}`,
  }),
  INDISPONIBLE: (d) => ({
    titre: 'L’application ne répond pas pour le moment',
    conseil: `Rien n’a été enregistré, votre saisie est gardée à l’écran. Réessayez dans une minute.${NUMERO(d)}`,
  }),
  INATTENDUE: (d) => ({
    titre: 'Un problème imprévu a empêché l’action',
    conseil: `Rien n’a été enregistré, votre saisie est gardée à l’écran. Réessayez.${NUMERO(d)}`,
  }),
}

/** Phrase française d'un refus. */
export function messageErreur(erreur: { code: CodeErreur; details?: DetailsErreur }): MessageErreur {
  const phrase = MESSAGES[erreur.code] ?? MESSAGES.INATTENDUE
  return phrase(erreur.details ?? {})
}

/** Refus d'un champ : codes posés par les schémas (`message: 'date'`) ou tirés du refus de zod (`codeDuRefus`). */
const CHAMPS: Record<string, string> = {
  requis: 'Ce champ est à remplir.',
  date: 'Indiquez une date qui existe, comme 01/09/2025.',
  courriel: 'Indiquez une adresse complète, comme prenom.nom@ville.fr.',
  telephone: 'Indiquez un numéro à dix chiffres.',
  'trop-court': 'Ce texte est trop court.',
  'trop-long': 'Ce texte est trop long.',
  nombre: 'Indiquez un nombre.',
  entier: 'Indiquez un nombre entier.',
  positif: 'Indiquez un nombre supérieur à zéro.',
  'trop-petit': 'Ce nombre est trop petit.',
  'trop-grand': 'Ce nombre est trop grand.',
  choix: 'Choisissez une des réponses proposées.',
  identifiant: 'Choisissez une des réponses proposées.',
  forme: 'Cette réponse ne convient pas. Vérifiez-la.',
  longueur: 'Ce texte est trop long.',
  profondeur: 'Ce texte a trop de niveaux de liste.',
  fichier: 'Choisissez un fichier.',
  montant: 'Indiquez un montant en euros, comme 6305,31.',
  adresse: 'Indiquez une adresse postale complète.',
  lien: 'Indiquez une adresse de site complète, commençant par https.',
  siret: 'Indiquez les quatorze chiffres du numéro Siret.',
  'code-insee': 'Indiquez les cinq signes du code de la commune, comme 94003.',
  'code-reference': 'Indiquez de deux à douze lettres ou chiffres, sans espace, comme HUPS.',
  finess: 'Indiquez les neuf chiffres du numéro Finess.',
  'mot-de-passe-different': 'Les deux mots de passe ne sont pas identiques.',
  'mot-de-passe-faible': 'Choisissez un mot de passe plus long, fait de plusieurs mots.',
  'date-ordre': 'La date de fin doit suivre la date de début.',
  'depot-apres-seance': 'Le dépôt du dossier se fait au plus tard le jour de la séance.',
  motif: 'Indiquez le motif.',
  rapport: 'Il ne peut pas y avoir plus de cas tenus que de cas en tout.',
  'choisir-un-centre': 'Choisissez au moins un centre.',
  'choisir-un-signataire': 'Choisissez au moins un signataire.',
  'date-avant-effet': 'La date de fin doit suivre la date d’effet.',
  'date-avant-signature': 'La date de fin doit suivre la date de signature.',
  code: 'Indiquez les six chiffres du code reçu par courriel.',
  illisible: 'Ce texte contient un caractère que l’on ne peut pas lire. Retapez-le.',
}

/** Phrase française du refus d'un champ ; un code inconnu ne se montre jamais. */
export const messageChamp = (code: string): string =>
  (Object.hasOwn(CHAMPS, code) && CHAMPS[code]) || 'Cette réponse ne convient pas. Vérifiez-la.'
