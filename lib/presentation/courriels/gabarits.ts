import type { GabaritCourriel } from '../../domaine/courriel/gabarits'
import type { Lecteur } from './donnees'

/** Page où mène le courriel. `invitation` : le lien personnel ; `aucune` : rien à ouvrir. */
export type PageCitee =
  | 'acte'
  | 'relecture'
  | 'vote'
  | 'signature'
  | 'dates'
  | 'invitation'
  | 'a-saisir'
  | 'aucune'

export type Contenu = {
  objet: string
  phrases: readonly string[]
  /** Paroles de quelqu'un, citées à part. */
  citation?: { intitule: string; texte: string | null }
  /** Code à recopier, en grand. */
  code?: string | null
  page: PageCitee
  libelleLien?: string
}

const QUI = 'Un participant'
const ref = (d: Lecteur) => d.si('reference', (r) => ` (${r})`)
const motif = (d: Lecteur) => ({ intitule: 'Motif', texte: d.texte('motif') })
const nombre = (d: Lecteur, cle: string) => Number(d.texte(cle) ?? 0)

/** Un courriel par fait : ce qui s'est passé, ce qu'il reste à faire, et rien de ce qui est interne à l'hôpital. */
export const GABARITS_ECRITS: Record<GabaritCourriel, (d: Lecteur) => Contenu> = {
  'version-partagee': (d) => ({
    objet: `Un texte à relire${ref(d)}`,
    phrases: [
      `${d.ou('auteur', QUI)} vous a transmis ${d.si('numero', (n) => `la version ${n} de `)}${d.acte}.`,
      'Vous pouvez la lire article par article, la commenter, proposer une autre rédaction ou l’accepter.',
    ],
    citation: { intitule: 'Message joint', texte: d.texte('message') },
    page: 'relecture',
    libelleLien: 'Relire le texte',
  }),
  'reprise-demandee': (d) => ({
    objet: `Le texte est à reprendre${ref(d)}`,
    phrases: [
      `${d.ou('auteur', QUI)} demande que ${d.acte} soit repris.`,
      'La direction des partenariats prépare une nouvelle version ; vous serez prévenu quand elle sera partagée.',
    ],
    citation: motif(d),
    page: 'acte',
    libelleLien: 'Voir la convention',
  }),
  'texte-rouvert': (d) => ({
    objet: `Le texte accepté est rouvert${ref(d)}`,
    phrases: [
      `${d.ou('auteur', QUI)} a rouvert ${d.acte}, que les parties avaient accepté.`,
      'Les acceptations déjà données restent au journal ; une nouvelle version vous sera soumise.',
    ],
    citation: motif(d),
    page: 'acte',
    libelleLien: 'Voir la convention',
  }),
  'remarque-ecrite': (d) => ({
    objet: `Une remarque sur le texte${ref(d)}`,
    phrases: [
      `${d.ou('auteur', QUI)} a écrit une remarque${d.si('article', (a) => ` (${a})`)}, dans ${d.acte}.`,
    ],
    page: 'relecture',
    libelleLien: 'Lire la remarque',
  }),
  'remarque-decidee': (d) => ({
    objet: `Réponse à une remarque${ref(d)}`,
    phrases: [
      `${d.ou('auteur', QUI)} a répondu à une remarque${d.si('article', (a) => ` (${a})`)}, dans ${d.acte}${d.si('decision', (v) => ` : ${v}`)}.`,
    ],
    citation: motif(d),
    page: 'relecture',
    libelleLien: 'Lire la réponse',
  }),
  'texte-accepte': (d) => ({
    objet: `Le texte est accepté${ref(d)}`,
    phrases: [
      `${d.ou('auteur', QUI)} a accepté l’ensemble de ${d.acte}${d.si('numero', (n) => `, version ${n}`)}.`,
      'Les avis et les délibérations nécessaires peuvent être recueillis ; le texte ne change plus sans être rouvert.',
    ],
    page: 'acte',
    libelleLien: 'Voir la convention',
  }),
  'acte-abandonne': (d) => ({
    objet: `Le projet est abandonné${ref(d)}`,
    phrases: [`${d.ou('auteur', QUI)} a abandonné le projet ${d.acte}.`, 'Vous n’avez rien à faire.'],
    citation: motif(d),
    page: 'acte',
    libelleLien: 'Voir le projet',
  }),
  invitation: (d) => ({
    objet: `Vous êtes invité à relire une convention${ref(d)}`,
    phrases: [
      `${d.ou('auteur', QUI)} vous invite à lire et à commenter ${d.acte}, sans créer de compte.`,
      `Le lien ci-dessous est personnel : il n’ouvre que cette convention, ne le transmettez pas.${d.siDate('expireLe', (j) => ` Il est valable jusqu’au ${j}.`)}`,
    ],
    citation: { intitule: 'Message joint', texte: d.texte('message') },
    page: 'invitation',
    libelleLien: 'Ouvrir la convention',
  }),
  'code-accord': (d) => ({
    objet: `Votre code pour confirmer${ref(d)}`,
    phrases: [
      `Vous avez demandé un code pour confirmer votre accord sur ${d.acte}.`,
      `Recopiez-le dans la page restée ouverte. Il sert une seule fois${d.si('minutes', (m) => ` et vaut ${m} min`)}.`,
      'Si vous n’avez rien demandé, ne le donnez à personne et prévenez votre administrateur.',
    ],
    code: d.texte('code'),
    page: 'aucune',
  }),
  'avis-demande': (d) => ({
    objet: `Votre avis est demandé${ref(d)}`,
    phrases: [
      `${d.ou('auteur', QUI)} demande votre avis${d.si('fonction', (f) => ` en qualité de ${f}`)} sur ${d.acte}.`,
      'Vous pouvez l’approuver, ou le refuser en disant pourquoi.',
    ],
    page: 'vote',
    libelleLien: 'Donner mon avis',
  }),
  'avis-rendu': (d) => ({
    objet: `Un avis est rendu${ref(d)}`,
    phrases: [
      `${d.ou('auteur', QUI)}${d.si('fonction', (f) => `, ${f},`)} a rendu son avis sur ${d.acte}${d.si('sens', (s) => ` : ${s}`)}.`,
    ],
    citation: motif(d),
    page: 'vote',
    libelleLien: 'Voir les avis',
  }),
  'mise-en-deliberation': (d) => ({
    objet: `Un texte est prêt pour la délibération${ref(d)}`,
    phrases: [
      `Le texte ${d.acte}${d.si('numero', (n) => `, version ${n},`)} est prêt à être soumis à l’organe délibérant.`,
      'La note de présentation, le projet de délibération et le texte avec ses annexes se téléchargent en Word.',
    ],
    page: 'vote',
    libelleLien: 'Préparer le vote',
  }),
  'deliberation-enregistree': (d) => ({
    objet: `Une délibération est enregistrée${ref(d)}`,
    phrases: [
      `La délibération${d.si('deliberation', (n) => ` n° ${n}`)}${d.siDate('date', (j) => ` du ${j}`)} est enregistrée sur ${d.acte}${d.si('partie', (p) => `, pour ${p}`)}.`,
    ],
    page: 'vote',
    libelleLien: 'Voir les délibérations',
  }),
  'deliberation-refusee': (d) => ({
    objet: `L’organe délibérant n’a pas approuvé le texte${ref(d)}`,
    phrases: [
      `${d.si('partie', (p) => `Pour ${p}, l`) || 'L'}’organe délibérant n’a pas approuvé ${d.acte}.`,
      'Le texte retourne à la rédaction.',
    ],
    citation: motif(d),
    page: 'vote',
    libelleLien: 'Voir les délibérations',
  }),
  'envoi-a-la-signature': (d) => ({
    objet: `Un acte à signer${ref(d)}`,
    phrases: [
      `${d.ou('auteur', QUI)} a envoyé ${d.acte} à la signature.`,
      'Le texte est figé. Téléchargez le PDF, signez-le dans votre parapheur ou sur papier, puis déposez le fichier signé.',
    ],
    page: 'signature',
    libelleLien: 'Télécharger et signer',
  }),
  'envoi-rappele': (d) => ({
    objet: `L’envoi à la signature est rappelé${ref(d)}`,
    phrases: [
      `${d.ou('auteur', QUI)} a rappelé l’envoi à la signature de ${d.acte}.`,
      'Ne signez pas le PDF déjà reçu : un autre vous sera envoyé.',
    ],
    citation: motif(d),
    page: 'signature',
    libelleLien: 'Voir la signature',
  }),
  'signature-recue': (d) => ({
    objet: `${nombre(d, 'enregistrees') > 1 ? 'Des signatures sont reçues' : 'Une signature est reçue'}${ref(d)}`,
    phrases: [
      `${d.ou('auteur', QUI)} a enregistré ${d.si('enregistrees', (n) => (Number(n) > 1 ? `${n} signatures` : '')) || 'une signature'} sur ${d.acte}.${d.si('manquantes', (n) => ` Il en manque encore ${n}.`)}`,
    ],
    page: 'signature',
    libelleLien: 'Voir les signatures',
  }),
  'signature-refusee': (d) => ({
    objet: `Une signature est refusée${ref(d)}`,
    phrases: [
      `${d.ou('signataire', 'L’un des signataires')} refuse de signer ${d.acte}${d.si('auteur', (a) => ` ; ce refus est enregistré par ${a}`)}.`,
    ],
    citation: motif(d),
    page: 'signature',
    libelleLien: 'Voir les signatures',
  }),
  'acte-signe': (d) => ({
    objet: `L’acte est signé${ref(d)}`,
    phrases: [
      `Toutes les parties ont signé ${d.acte}${d.si('auteur', (a) => ` ; ${a} a enregistré la dernière signature`)}.`,
      'L’acte signé et ses dates sont à votre disposition.',
    ],
    page: 'acte',
    libelleLien: 'Voir l’acte signé',
  }),
  'resiliation-notifiee': (d) => ({
    objet: `Une résiliation est notifiée${ref(d)}`,
    phrases: [
      `${d.ou('auteur', QUI)} a notifié la résiliation de ${d.acte}${d.siDate('envoyeeLe', (j) => `, par une lettre envoyée le ${j}`)}.`,
    ],
    citation: motif(d),
    page: 'dates',
    libelleLien: 'Voir les dates',
  }),
  'resiliation-recue': (d) => ({
    objet: `La réception d’une résiliation est enregistrée${ref(d)}`,
    phrases: [
      `${d.ou('auteur', QUI)} a enregistré la réception de la résiliation de ${d.acte}.${d.siDate('fin', (j) => ` La convention prend fin le ${j}.`)}`,
    ],
    page: 'dates',
    libelleLien: 'Voir les dates',
  }),
  'depart-notifie': (d) => ({
    objet: `Une partie se retire${ref(d)}`,
    phrases: [
      `${d.ou('auteur', QUI)} a notifié que ${d.ou('partie', 'l’une des parties')} se retire de ${d.acte}${d.siDate('envoyeeLe', (j) => `, par une lettre envoyée le ${j}`)}.`,
      'Seule sa participation prendra fin : le texte continue de lier les autres parties.',
    ],
    citation: motif(d),
    page: 'dates',
    libelleLien: 'Voir les dates',
  }),
  'depart-recu': (d) => ({
    objet: `La réception d’une lettre de retrait est enregistrée${ref(d)}`,
    phrases: [
      `${d.ou('auteur', QUI)} a enregistré la réception de la lettre par laquelle ${d.ou('partie', 'l’une des parties')} se retire de ${d.acte}.`,
      `${d.siDate('fin', (j) => `Sa participation prend fin le ${j}. `)}Les autres parties restent liées.`,
    ],
    page: 'dates',
    libelleLien: 'Voir les dates',
  }),
  'projet-a-reprendre': (d) => ({
    objet: `Le texte en vigueur a changé${ref(d)}`,
    phrases: [
      `${d.si('signe', (n) => `L’avenant n°\u00a0${n}`) || 'Un avenant'} vient d’être ${d.ou('geste', 'signé')} et change le texte dont part ${d.acte}.`,
      d.si(
        'arretees',
        (n) => `Modifications qui ne s’appliquent plus et attendent votre décision\u00a0: ${n}.`,
      ),
      d.si('reprises', (n) => `Modifications reprises sur le nouveau texte\u00a0: ${n}.`),
    ],
    page: 'acte',
    libelleLien: 'Voir le projet',
  }),
  relance: (d) => ({
    objet: `Votre réponse est attendue${ref(d)}`,
    phrases: [
      `${d.ou('auteur', QUI)} attend ${d.ou('attente', 'votre réponse')} sur ${d.acte}.`,
      'Si vous venez de répondre, ne tenez pas compte de ce message.',
    ],
    page: 'acte',
    libelleLien: 'Voir le texte et répondre',
  }),
  'mesure-contestee': (d) => ({
    objet: `Une mesure est contestée${ref(d)}`,
    phrases: [
      `${d.ou('auteur', QUI)} conteste une mesure${d.si('engagement', (e) => ` de « ${e} »`)}, dans ${d.acte}.`,
      'Vous pouvez la corriger, ou la maintenir en disant pourquoi ; la valeur d’avant reste lisible.',
    ],
    citation: motif(d),
    page: 'a-saisir',
    libelleLien: 'Corriger ou maintenir',
  }),
  'mesures-a-saisir': (d) => {
    const plusieurs = (phrase: (n: string) => string) => d.si('nombre', (n) => (n === '1' ? '' : phrase(n)))
    return {
      objet: plusieurs((n) => `${n} mesures à saisir`) || 'Une mesure à saisir',
      phrases: [
        `${plusieurs((n) => `${n} périodes sont finies`) || 'Une période est finie'} depuis plus de quinze jours sans mesure de votre côté${d.si('conventions', (c) => ` : ${c}`)}.`,
        `${d.siDate('fin', (j) => `La plus ancienne est finie le ${j}. `)}Tout se saisit sur une seule page ; rien de non mesuré n’est dit tenu.`,
        'Si vous venez de les saisir, ne tenez pas compte de ce message. Il ne sera pas renvoyé avant trente jours.',
      ],
      page: 'a-saisir' as const,
      libelleLien: 'Saisir les mesures',
    }
  },
}
