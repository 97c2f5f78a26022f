/**
 * Références juridiques datées. `valideDu` et `valideAu` sont inclus ; une date incertaine est laissée vide et
 * expliquée en note. `remplacePar` vise le `code` d'une autre ligne.
 */
export type VisaSource = {
  code: string
  texte: string
  valideDu: string | null
  valideAu: string | null
  remplacePar: string | null
  note: string | null
}

const DATE_A_VERIFIER = 'Date d’entrée en vigueur de la rédaction actuelle non vérifiée.'

export const visasDuSocle: readonly VisaSource[] = [
  {
    code: 'csp-l6134-1',
    texte: 'Code de la santé publique, article L. 6134-1 (actions de coopération)',
    valideDu: null,
    valideAu: null,
    remplacePar: null,
    note: DATE_A_VERIFIER,
  },
  {
    code: 'csp-l6323-1',
    texte: 'Code de la santé publique, articles L. 6323-1 et suivants (centres de santé)',
    valideDu: null,
    valideAu: null,
    remplacePar: null,
    note: DATE_A_VERIFIER,
  },
  {
    code: 'csp-l1142-2',
    texte: 'Code de la santé publique, article L. 1142-2 (responsabilité et obligation d’assurance)',
    valideDu: null,
    valideAu: null,
    remplacePar: null,
    note: DATE_A_VERIFIER,
  },
  {
    code: 'csp-r6152-4',
    texte: 'Code de la santé publique, article R. 6152-4',
    valideDu: null,
    valideAu: null,
    remplacePar: null,
    note: 'Visé par le modèle de convention d’activité partagée de 2018. Il est douteux que cet article s’applique à un centre de santé : à faire vérifier avant usage.',
  },
  {
    code: 'csp-r6152-50',
    texte: 'Code de la santé publique, article R. 6152-50 (mise à disposition des praticiens hospitaliers)',
    valideDu: null,
    valideAu: null,
    remplacePar: null,
    note: 'Permet aussi la mise à disposition d’une collectivité. Les sources de 2018 citent à tort cet article pour les deux demi-journées d’activité d’intérêt général, qui relèvent de l’article R. 6152-30.',
  },
  {
    code: 'csp-r6152-30',
    texte:
      'Code de la santé publique, article R. 6152-30 (activités d’intérêt général, deux demi-journées par semaine)',
    valideDu: null,
    valideAu: null,
    remplacePar: null,
    note: 'Rédaction issue du décret n° 2022-134 du 5 février 2022, à contrôler sur Légifrance : accord du directeur, sur proposition du chef de service et après avis du chef de pôle ; deux demi-journées au plus par semaine, en moyenne sur le quadrimestre, à temps plein, et une seule pour huit ou neuf demi-journées de service.',
  },
  {
    code: 'csp-r6152-501',
    texte: 'Code de la santé publique, articles R. 6152-501 et suivants (assistants des hôpitaux)',
    valideDu: null,
    valideAu: null,
    remplacePar: null,
    note: 'Recrutement initial d’un ou deux ans, puis d’année en année, six ans au plus. Date d’entrée en vigueur de la rédaction actuelle non vérifiée.',
  },
  {
    code: 'arrete-2001-10-17',
    texte: 'Arrêté du 17 octobre 2001 (activité de personnels médicaux dans plusieurs établissements)',
    valideDu: null,
    valideAu: '2017-06-30',
    remplacePar: 'arrete-2017-03-14',
    note: 'Abrogé au 1er juillet 2017. Date d’entrée en vigueur non vérifiée ; intitulé abrégé.',
  },
  {
    code: 'arrete-2017-03-14',
    texte: 'Arrêté du 14 mars 2017 (activité partagée de personnels médicaux)',
    valideDu: '2017-07-01',
    valideAu: null,
    remplacePar: null,
    note: 'Intitulé abrégé : à compléter d’après le Journal officiel.',
  },
  {
    code: 'decret-84-135',
    texte:
      'Décret n° 84-135 du 24 février 1984 portant statut des personnels enseignants et hospitaliers des centres hospitaliers et universitaires',
    valideDu: null,
    valideAu: '2021-12-31',
    remplacePar: 'decret-2021-1645',
    note: 'Remplacé au 1er janvier 2022. Date d’entrée en vigueur non vérifiée.',
  },
  {
    code: 'decret-2021-1645',
    texte:
      'Décret n° 2021-1645 du 13 décembre 2021 relatif au personnel enseignant et hospitalier des centres hospitaliers et universitaires',
    valideDu: '2022-01-01',
    valideAu: null,
    remplacePar: null,
    note: null,
  },
  {
    code: 'cgct-deliberation',
    texte:
      'Code général des collectivités territoriales, articles L. 2121-29 (compétence du conseil municipal), L. 2122-21 (exécution par le maire) et L. 2131-1 (transmission et caractère exécutoire)',
    valideDu: null,
    valideAu: null,
    remplacePar: null,
    note: 'Pour les gestionnaires qui sont des communes. La délibération est transmise avant la signature (CE, avis, 10 juin 1996, n° 176873). Date d’entrée en vigueur de la rédaction actuelle non vérifiée.',
  },
  {
    code: 'deliberation',
    texte: 'Délibération de l’organe délibérant du gestionnaire autorisant la signature',
    valideDu: null,
    valideAu: null,
    remplacePar: null,
    note: 'Propre à chaque acte : numéro et dates sont des mentions tardives, connues après le vote.',
  },
  {
    code: 'delegation-signature',
    texte: 'Arrêté donnant délégation au signataire (directeur général ou maire)',
    valideDu: null,
    valideAu: null,
    remplacePar: null,
    note: 'Propre à chaque acte, et nécessaire dès que le directeur général ou le maire ne signe pas lui-même.',
  },
]
