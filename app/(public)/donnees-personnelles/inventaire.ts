/** Inventaire tenu d'après `prisma/schema.prisma` : toute table nouvelle qui nomme une personne s'ajoute ici. */
export type LigneInventaire = { nom: string; contenu: string; usage: string; duree: string }

export const DONNEES_ENREGISTREES: readonly LigneInventaire[] = [
  {
    nom: 'Compte',
    contenu:
      'Nom, adresse électronique, empreinte du mot de passe, dates de création et de dernière visite\u202f; identifiant donné par le service de connexion de votre établissement, s’il en relie un.',
    usage: 'Vous reconnaître.',
    duree:
      'Jusqu’à la suppression du compte par un administrateur. Un compte fermé reste conservé, sans accès.',
  },
  {
    nom: 'Habilitations',
    contenu: 'Organisation, rôle, fonction et période.',
    usage: 'Vous ouvrir ce que votre fonction demande.',
    duree: 'Comme le compte.',
  },
  {
    nom: 'Sessions',
    contenu:
      'Dates d’ouverture, de dernier usage et de fin, description technique du navigateur. L’adresse réseau n’est pas enregistrée.',
    usage: 'Vous garder connecté, vous montrer vos sessions et permettre de les fermer.',
    duree:
      'La session cesse après douze heures sans usage, et sept jours au plus. Ses traces sont effacées à l’une de vos connexions suivantes, passé 210 jours.',
  },
  {
    nom: 'Tentatives de connexion',
    contenu:
      'Un nombre d’essais et des dates, rattachés à une empreinte de l’adresse électronique ou réseau.',
    usage: 'Empêcher qu’un mot de passe soit deviné.',
    duree:
      'Effacées dès qu’un essai réussit pour ce compte\u202f; le compteur repart de zéro après une heure, et toute trace de plus d’un jour est effacée à la connexion suivante.',
  },
  {
    nom: 'Liens d’activation',
    contenu: 'Empreinte du lien, dates de création, de fin et d’usage.',
    usage: 'Créer ou remplacer un mot de passe.',
    duree: 'Le lien sert une fois, pendant une durée limitée. Sa trace suit le compte.',
  },
  {
    nom: 'Journal',
    contenu:
      'Qui a fait quoi, quand, sur quel acte ou quelle organisation\u202f; le nom est gardé tel qu’il était.',
    usage: 'Prouver comment un texte a été préparé, et comprendre une erreur.',
    duree: 'Comme l’acte. Le journal ne se modifie pas.',
  },
  {
    nom: 'Bibliothèque',
    contenu:
      'Nom de qui ouvre un projet de version, le modifie, publie ou retire une version, ou corrige un texte de référence, avec la date.',
    usage: 'Savoir qui tient les modèles et les textes que les conventions citent.',
    duree: 'Comme le modèle.',
  },
  {
    nom: 'Personnes citées',
    contenu: 'Civilité, nom, prénom, fonctions datées, qualité de signataire et date de signature.',
    usage: 'Rédiger les actes et savoir qui les a signés.',
    duree: 'Comme l’acte qui les cite.',
  },
  {
    nom: 'Mesures des engagements',
    contenu:
      'Nom de qui a saisi, corrigé, validé, contesté ou figé une mesure, avec la date, le motif et le commentaire. Aucune donnée de patient\u202f: des comptes.',
    usage: 'Savoir qui répond d’un chiffre et pourquoi il a changé.',
    duree: 'Comme la convention mesurée. Une correction ne s’efface pas.',
  },
  {
    nom: 'Courriels',
    contenu:
      'Adresse et nom du destinataire, sujet, texte court, dates et résultat de l’envoi. Un code ou un lien personnel est effacé une fois le courriel parti.',
    usage: 'Vous prévenir de ce que vous avez à faire, et savoir si le message est parti.',
    duree: 'Comme l’acte dont parle le courriel.',
  },
  {
    nom: 'Travaux demandés',
    contenu: 'Ce que vous avez demandé de fabriquer, quand, et le fichier obtenu, visible de vous seul.',
    usage: 'Préparer un document long sans vous faire attendre.',
    duree: 'Effacés lors de votre demande suivante, passé sept jours.',
  },
  {
    nom: 'Fichiers déposés',
    contenu: 'Conventions signées, logos et formulaires vierges, avec la personne et la date du dépôt.',
    usage: 'Conserver l’acte signé à côté de son texte.',
    duree: 'Comme l’acte.',
  },
  {
    nom: 'Demandes datées',
    contenu:
      'De la personne qui inscrit ou corrige\u00a0: son nom. De la demande\u00a0: sa nature, ses dates, son degré d’urgence et son issue. Jamais un patient, jamais un texte libre.',
    usage: 'Compter les délais de réponse promis.',
    duree:
      'Douze mois après la fin de la période, sauf autre réglage\u202f; seuls les nombres restent. Un tableur importé s’efface dès la fin de l’import.',
  },
]

export const TEMOINS: readonly Omit<LigneInventaire, 'contenu'>[] = [
  {
    nom: 'Session',
    usage:
      'Vous garder connecté\u202f; illisible par les scripts. Deux témoins techniques protègent le formulaire de connexion.',
    duree: 'Sept jours au plus\u202f; les témoins techniques, jusqu’à la fermeture du navigateur.',
  },
  {
    nom: 'Thème',
    usage: 'Retenir l’affichage clair ou sombre, si vous l’avez choisi.',
    duree: 'Un an.',
  },
  {
    nom: 'Brouillon en cours',
    usage:
      'Garder sur votre appareil le texte que vous tapez tant que le serveur ne l’a pas enregistré. Reste dans le navigateur.',
    duree: 'Effacé dès l’enregistrement, et à la déconnexion.',
  },
  {
    nom: 'Réglage de clavier',
    usage:
      'Retenir que la touche «\u00a0?\u00a0» est désactivée, si vous l’avez choisi. Reste dans le navigateur.',
    duree: 'Jusqu’à ce que vous l’effaciez.',
  },
]
