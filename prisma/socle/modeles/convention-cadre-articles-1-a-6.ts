import type { UniteSource } from '../../../lib/domaine/texte/modele-source'

const PARCOURS_SIMPLES = `**Parcours simples**

L’Hôpital s’engage à identifier des parcours dits simples, vers lesquels les praticiens du CMS peuvent orienter
directement leurs patients en hôpital de jour. Le praticien du CMS envoie pour cela le formulaire type figurant à
l’{{§annexe-formulaire-hdj}}, selon le circuit décrit à l’{{§annexe-circuit-hdj}}.

**Parcours complexes**`

const SPECIALITES_DU_DISPOSITIF = `La consultation d’orientation est d’abord ouverte dans
[[specialites_orientation:la spécialité suivante|les spécialités suivantes]] : {{specialites_orientation}}. Elle peut être
étendue à tout service volontaire de l’Hôpital.`

export const ARTICLES_1_A_6: readonly UniteSource[] = [
  {
    identite: 'article-objet',
    genre: 'article',
    titre: 'Objet',
    texte: `La présente convention fixe les modalités du partenariat noué entre {{institution}} et {{gestionnaire}} au
bénéfice des patients du CMS.

Pour son application :
- « le CMS » désigne [[centres:le centre de santé suivant, géré|chacun des centres de santé suivants, gérés]] par {{gestionnaire}} : {{centres}} ;
- « l’Hôpital » désigne [[sites_concernes:l’hôpital|chacun des hôpitaux]] {{sites_concernes}} ;
- « le Groupe hospitalier » désigne le groupe hospitalier {{groupe|nom}}, dont [[sites_concernes:relève cet hôpital|relèvent ces hôpitaux]].

Les engagements de l’Hôpital et du Groupe hospitalier obligent {{institution}} ; ceux du CMS obligent {{gestionnaire}}.

La convention détermine en particulier les moyens que les parties mettent en commun et les règles selon lesquelles
elles se répartissent les activités de soins, en tenant compte des besoins de santé de la population mentionnée au
préambule et des ressources de chaque discipline médicale.

Pour rapprocher leurs pratiques médicales et soignantes, les parties s’engagent à :
- favoriser l’exercice de personnels en temps partagé entre l’Hôpital et le CMS ;
- rédiger des protocoles communs et les appliquer ;
- bâtir ensemble des filières de soins.

Elles le font sans restreindre le libre choix des patients et en donnant toujours la préférence aux soins programmés.
Elles peuvent y joindre des actions de formation destinées aux personnels médicaux.

Les parties s’engagent également à œuvrer à la création d’un dossier partagé du patient, pour que les informations
administratives et médicales circulent plus aisément entre elles.

Si elles l’estiment nécessaire, elles peuvent donner à leur coopération une autre forme juridique.

Sauf stipulation contraire, les délais exprimés en jours se comptent en jours calendaires.`,
  },
  {
    identite: 'article-activites-medicales',
    genre: 'article',
    titre: 'Activités médicales',
    texte: `Les adressages organisés par le présent article sont proposés au patient et ne lui sont jamais imposés : il
garde le libre choix de son praticien et de son établissement de santé.`,
    enfants: [
      {
        identite: 'article-imagerie',
        genre: 'sous-article',
        titre: 'Examens d’imagerie médicale',
        texte: `{{institution|Court}} met le plateau d’imagerie médicale de l’Hôpital à la disposition du CMS, pour la
réalisation d’actes diagnostiques ou interventionnels destinés aux patients que celui-ci suit. Réciproquement,
{{gestionnaire}} ouvre le plateau d’imagerie du CMS, pour des actes de même nature, aux patients suivis par l’Hôpital.

**Programmation des patients**

La première étape porte sur le scanner. Le praticien du CMS présente sa demande au moyen du formulaire type figurant à
l’{{§annexe-formulaire-imagerie}} ; le CMS veille à ce que le degré d’urgence y soit indiqué avec précision et
sincérité. L’Hôpital répond au demandeur dans un délai de {{delai_reponse_scanner}} à compter de la réception de la
demande. L’{{§annexe-circuit-imagerie}} décrit le circuit de la demande ; elle fixe le décompte de ce délai de réponse
ainsi que le délai d’examen propre à chaque degré d’urgence.

Si l’examen révèle une situation inattendue, le CMS met sans délai les équipes d’imagerie de l’Hôpital en relation avec celui de ses médecins qui a prescrit l’examen.

Dans une seconde étape, les parties organisent l’extension de procédures identiques à l’imagerie par résonance
magnétique (IRM). Le comité de suivi prévu à l’{{§article-comite-suivi}} en arrête le calendrier.

**Transmission des comptes rendus**

Une fois la messagerie sécurisée en service à la fois à l’Hôpital et au CMS, l’Hôpital l’emploie pour transmettre les
comptes rendus des examens d’imagerie.`,
      },
      {
        identite: 'article-hopital-de-jour',
        genre: 'sous-article',
        titre: 'Adressage direct en hôpital de jour',
        texte: `${PARCOURS_SIMPLES}

Le praticien du CMS saisit l’Hôpital au moyen du même formulaire. L’Hôpital propose au patient une consultation
d’orientation, assurée par un médecin spécialiste et qui a lieu dans un délai de {{delai_consultation_orientation}} à
compter de la réception du formulaire. Si le patient relève de l’hôpital de jour, l’Hôpital programme ensuite sa prise en
charge dans les meilleurs délais ; sinon, il l’oriente vers les soins adaptés à son état.

${SPECIALITES_DU_DISPOSITIF}`,
        variantes: [
          {
            code: 'specialiste-identifie',
            libelle: 'Consultation d’orientation par un spécialiste identifié, sous 15 jours',
            source: 'Mémoire de 2018, partie 2.2.2 : délai de 15 jours',
            valeurs: { delai_consultation_orientation: { genre: 'duree', nombre: 15, unite: 'jour' } },
            texte: `${PARCOURS_SIMPLES}

Le praticien du CMS adresse le même formulaire à un médecin spécialiste que l’Hôpital désigne dans chaque service
participant. Ce médecin reçoit le patient en consultation d’orientation dans un délai de
{{delai_consultation_orientation}} à compter de la réception du formulaire. Si le patient relève de l’hôpital de jour,
il l’y inscrit et l’Hôpital programme sa prise en charge dans les meilleurs délais ; sinon, il l’oriente vers les soins
adaptés à son état, tels que des examens complémentaires ou une hospitalisation complète.

${SPECIALITES_DU_DISPOSITIF}`,
          },
        ],
      },
      {
        identite: 'article-consultations',
        genre: 'sous-article',
        titre: 'Consultations médicales',
        texte: `L’Hôpital réserve, dans ses services, des créneaux de consultation aux patients adressés par les
praticiens du CMS. Il ouvre à cette fin des plages dédiées dans l’outil de prise de rendez-vous
« {{outil_rendez_vous}} ».

Lorsque le praticien du CMS qualifie sa demande de semi-urgente, l’Hôpital s’engage à ce que la consultation ait lieu dans
un délai de {{delai_consultation_semi_urgente}} à compter de la réception de cette demande.`,
      },
    ],
  },
  {
    identite: 'article-donnees',
    genre: 'article',
    titre: 'Échange de données',
    texte: '',
    enfants: [
      {
        identite: 'article-messagerie',
        genre: 'sous-article',
        titre: 'Déploiement des messageries sécurisées',
        texte: `{{institution|Court}} déploie à l’Hôpital, et {{gestionnaire}} au CMS, une messagerie sécurisée de santé, en
réception comme en émission. Chaque partie informe l’autre par écrit de la date à laquelle la sienne est mise en service.`,
      },
      {
        identite: 'article-plateforme',
        genre: 'sous-article',
        titre: 'Contribution à la plateforme {{plateforme_echange}}',
        texte: `Chaque partie s’engage à alimenter la plateforme {{plateforme_echange}}, qui sert à échanger les
données médicales et à suivre les patients.

Le CMS informe en particulier ses patients éligibles qu’ils peuvent y ouvrir un compte.`,
      },
    ],
  },
  {
    identite: 'article-sortie',
    genre: 'article',
    titre: 'Organisation de la sortie des patients',
    texte: `Certains patients habitant la commune {{commune|de}}, particulièrement exposés à une situation
médico-sociale complexe, quittent l’Hôpital sans suivi en ville. Pour chacun d’eux, le CMS s’engage à proposer comme
médecin traitant l’un de ses praticiens.

Cet engagement s’exerce avec l’accord du patient, qui choisit librement son médecin traitant. Le circuit est décrit à
l’{{§annexe-circuit-sortie}}.`,
  },
  {
    identite: 'article-formations',
    genre: 'article',
    titre: 'Formations',
    texte: `{{institution|Court}}, pour le Groupe hospitalier, et {{gestionnaire}} s’engagent à coordonner leurs
actions de formation dans les conditions suivantes.`,
    enfants: [
      {
        identite: 'article-staffs',
        genre: 'sous-article',
        titre: 'Animation de staffs au CMS par un médecin de l’Hôpital',
        texte: `L’Hôpital fait régulièrement animer par ses praticiens un staff dans les locaux du CMS. Le CMS indique à
l’Hôpital, avant chaque séance, les thèmes particuliers à traiter.`,
        variantes: [
          {
            code: 'deux-fois-par-an',
            libelle: 'Staff de médecine générale, deux fois par an',
            source: 'Souhait exprimé par Fontenay-aux-Roses (2018)',
            texte: `Deux fois par an, l’Hôpital fait animer par l’un de ses médecins, dans les locaux du CMS, un staff de
médecine générale. Le CMS indique à l’Hôpital, avant chaque séance, les thèmes particuliers à traiter.`,
          },
          {
            code: 'trimestriel',
            libelle: 'Staff de spécialité, une fois par trimestre',
            source: 'Souhait exprimé par Ivry-sur-Seine (2018)',
            texte: `Une fois par trimestre, l’Hôpital fait animer par un médecin spécialiste un staff dans les locaux du CMS.
Le CMS indique à l’Hôpital, avant chaque séance, les thèmes particuliers à traiter.`,
          },
          {
            code: 'a-la-demande',
            libelle: 'Intervention ponctuelle d’un spécialiste, à la demande',
            source: 'Souhait exprimé par Villejuif (2018)',
            texte: `À la demande du CMS et selon les cas que celui-ci lui soumet, l’Hôpital fait intervenir
ponctuellement un médecin spécialiste dans les locaux du CMS. La demande précise les thèmes particuliers à traiter.`,
          },
          {
            code: 'patients-communs',
            libelle: 'Staff régulier sur les patients suivis en commun, avec avis ponctuel',
            source: 'Mémoire de 2018, partie 2.3.3',
            texte: `L’Hôpital fait régulièrement animer par ses praticiens un staff dans les locaux du CMS. Le CMS indique à
l’Hôpital, avant chaque séance, les thèmes particuliers à traiter.

Le staff examine, lorsque leur situation le demande, les cas de patients suivis en commun par l’Hôpital et le CMS, dans
le respect du secret professionnel. Pour un dossier déterminé, le CMS peut en outre demander l’avis ponctuel d’un
médecin spécialiste de l’Hôpital.`,
          },
        ],
      },
      {
        identite: 'article-formations-internes',
        genre: 'sous-article',
        titre: 'Accès des médecins du CMS aux formations internes du Groupe hospitalier',
        texte: `L’Hôpital s’engage à faire connaître au CMS les thèmes des formations internes que le
Groupe hospitalier ouvre à sa communauté médicale. Chaque
médecin du CMS peut s’y inscrire tant que des places restent disponibles.

Tout professionnel du CMS qui suit une formation doit y avoir été autorisé par le CMS, sous la responsabilité duquel il
demeure. Les frais annexes, notamment de transport et de restauration, incombent à l’intéressé ou au CMS, selon les
règles que celui-ci s’est données. L’Hôpital délivre une attestation de présence ; la formation peut donner lieu à une
évaluation.

Chaque partie peut solliciter l’autre pour un projet propre à un professionnel ou à une équipe. Le Groupe hospitalier et
le CMS s’efforcent alors d’accueillir au mieux la demande, qu’il s’agisse de se former ponctuellement à une technique,
d’apprendre à se servir d’un dispositif ou d’un matériel médical, ou d’accomplir un stage de découverte.`,
      },
    ],
  },
  {
    identite: 'article-demographie',
    genre: 'article',
    titre: 'Démographie médicale',
    texte: '',
    enfants: [
      {
        identite: 'article-consultations-avancees',
        genre: 'sous-article',
        titre: 'Modalités de coopération',
        texte: `{{institution|Court}} assure au CMS, par l’intermédiaire du Groupe hospitalier, des consultations
avancées dans plusieurs spécialités médicales.

Ces consultations peuvent être organisées de deux manières :
- des praticiens hospitaliers viennent consulter au CMS ;
- des postes partagés entre l’Hôpital et le CMS sont créés.

Les conditions matérielles de chaque consultation avancée sont fixées dans une annexe qui lui est propre, jointe à la
convention lors de sa signature ou par avenant. Aucune consultation ne s’ouvre avant.`,
      },
      {
        identite: 'article-statut-praticiens',
        genre: 'sous-article',
        titre: 'Statut des personnels médicaux',
        texte: `Des praticiens {{institution|de}} exerçant à temps plein et ne relevant pas du statut
hospitalo-universitaire consacrent au CMS une part de leur activité, dans l’un des cadres ouverts par le code de la santé
publique :
- la mise à disposition, régie par l’article R. 6152-50 ;
- l’activité d’intérêt général, régie par l’article R. 6152-30, avec l’accord du directeur de leur établissement et dans la limite de deux demi-journées par semaine en moyenne sur le quadrimestre.

Des praticiens hospitalo-universitaires {{institution|de}} peuvent, de même, consacrer au CMS une part de leur activité,
dans les conditions que prévoit le décret n° 2021-1645 du 13 décembre 2021.

Les modalités d’intervention de chaque praticien sont précisées dans une annexe nominative, jointe à la convention lors de
sa signature ou par avenant. Aucun praticien n’intervient avant, ni sans son accord écrit. Le temps qu’il consacre au CMS
ne peut excéder le maximum autorisé par son statut, tous centres confondus.

Autant que de besoin, l’Hôpital ouvre ses staffs, par téléconférence, aux médecins qui exercent au CMS, pour la prise en
charge des patients de celui-ci.`,
      },
    ],
  },
]
