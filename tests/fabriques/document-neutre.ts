import type { Bloc, BlocTexte, DocumentNeutre, Fragment, Section } from '@/lib/documents/blocs/blocs'

/** Données inventées : aucun établissement ni commune réels n'y est engagé. */
const LOGO_PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

const f = (texte: string, reste: Partial<Fragment> = {}): Fragment => ({ texte, ...reste })
const p = (texte: string): BlocTexte => ({ genre: 'paragraphe', fragments: [f(texte)] })

const PHRASES = [
  'Les parties conviennent que la coordination des parcours repose sur la transmission, dans un délai utile à la prise en charge, des informations nécessaires à la continuité des soins, dans le respect du secret professionnel et des droits de la personne soignée.',
  'Le groupe hospitalier met à disposition du centre municipal de santé une ligne téléphonique directe, ouverte du lundi au vendredi de 9\u00a0h à 18\u00a0h\u00a030, ainsi qu’une messagerie sécurisée de santé\u202f; toute demande y reçoit une réponse motivée.',
  'La participation annuelle est fixée à 6\u202f305,31\u00a0€, soit 12\u00a0% du coût de référence constaté au 1er\u00a0septembre\u00a02018\u00a0; elle est révisée chaque année à la date anniversaire, sans pouvoir excéder l’évolution de l’indice retenu à l’annexe financière.',
  'À l’issue de chaque exercice, un bilan qualitatif et quantitatif est établi par le comité de suivi\u00a0: il précise les écarts constatés, leurs causes et les mesures correctrices proposées aux instances délibérantes.',
]
const phrase = (i: number) => PHRASES[i % PHRASES.length] ?? ''

const TITRES = [
  'Objet de la convention',
  'Définitions',
  'Accès aux consultations et aux avis spécialisés',
  'Continuité des soins',
  'Échanges d’informations',
  'Protection des données personnelles',
  'Moyens mis en commun',
  'Formation croisée des équipes',
  'Dispositions financières',
  'Gouvernance et suivi',
  'Durée et renouvellement',
  'Résiliation',
  'Règlement des différends',
]

export type Options = {
  articles?: number
  commune?: string
  signataires?: number
  lignesTableau?: number
  lacunes?: boolean
}

/** Document d'un seul paragraphe : le plus petit document valable. */
export function documentVide(): DocumentNeutre {
  return {
    titre: 'Convention sans contenu',
    surtitre: 'Convention-cadre de partenariat',
    sujet: 'Essai',
    reference: 'TU-2026-0000',
    auteur: 'Groupe hospitalier d’essai',
    langue: 'fr-FR',
    filigrane: null,
    mention: null,
    fabriqueLe: '2026-11-22T09:00:00Z',
    logos: [],
    sommaire: false,
    sections: [],
    lacunes: [],
  }
}

function article(i: number, nombre: number, lignesTableau: number): Bloc[] {
  const ancre = `article-${i + 1}`
  const unite = { unite: ancre }
  const blocs: Bloc[] = [
    {
      genre: 'titre',
      niveau: 1,
      numero: i === 0 ? 'Article 1er' : `Article ${i + 1}`,
      fragments: [f(TITRES[i % TITRES.length] ?? '')],
      ancre,
      auSommaire: true,
      ...unite,
    },
    { ...p(phrase(i)), ...unite },
  ]
  if (i % 3 === 1) {
    for (const n of [1, 2]) {
      blocs.push(
        {
          genre: 'titre',
          niveau: 2,
          numero: `${i + 1}.${n}`,
          fragments: [f(n === 1 ? 'Principe' : 'Modalités particulières')],
          ancre: `${ancre}-${n}`,
          auSommaire: true,
          ...unite,
        },
        {
          genre: 'paragraphe',
          fragments: [
            f('Comme il est dit à l’'),
            f('article 1er', { versAncre: 'article-1' }),
            f(', le centre '),
            f('désigne un référent', { gras: true }),
            f(', joignable aux horaires fixés. '),
            f(phrase(i + n)),
          ],
          ...unite,
        },
      )
    }
    blocs.push(
      {
        genre: 'titre',
        niveau: 3,
        numero: '',
        fragments: [f('Cas d’urgence')],
        ancre: `${ancre}-urgence`,
        auSommaire: false,
        ...unite,
      },
      { ...p(phrase(i + 3)), ...unite },
    )
  }
  if (i % 3 === 2) {
    blocs.push({
      genre: 'liste',
      ordonnee: i % 2 === 0,
      ...unite,
      elements: [
        [
          p(
            'une plage de consultations avancées d’une demi-journée par semaine, dont l’agenda est partagé\u202f;',
          ),
        ],
        [
          p('un avis spécialisé à distance, rendu sous 48\u00a0h ouvrées\u00a0:'),
          {
            genre: 'liste',
            ordonnee: false,
            elements: [
              [p('par téléphone pour les situations instables\u202f;')],
              [p('par messagerie sécurisée dans les autres cas\u202f;')],
            ],
          },
        ],
        [p('un accès direct au plateau technique sur présentation de la prescription.')],
      ],
    })
  }
  if (i === Math.min(8, nombre - 1)) blocs.push({ ...tableau(lignesTableau), ...unite })
  if (i === Math.min(3, nombre - 1)) blocs.push({ ...circuit(), ...unite })
  blocs.push({ ...p(phrase(i + 2)), ...unite })
  return blocs
}

function tableau(lignes: number): Bloc {
  const cellule = (texte: string, enTete = false) => ({ blocs: [p(texte)], enTete })
  return {
    genre: 'tableau',
    legende: 'Tableau 1\u00a0– Participation des parties par exercice',
    lignesEnTete: 1,
    largeurs: [0.16, 0.46, 0.2, 0.18],
    lignes: [
      [
        cellule('Exercice', true),
        cellule('Nature de la dépense', true),
        cellule('Groupe hospitalier', true),
        cellule('Commune', true),
      ],
      ...Array.from({ length: lignes }, (_, i) => [
        cellule(String(2026 + i)),
        cellule(
          i % 4 === 3
            ? 'Temps médical de coordination, déplacements et matériel de téléexpertise, y compris la maintenance'
            : 'Temps médical de coordination',
        ),
        cellule(`${6 + i}\u202f305,31\u00a0€`),
        cellule(`${2 + i}\u202f118,00\u00a0€`),
      ]),
    ],
  }
}

function circuit(): Bloc {
  return {
    genre: 'circuit',
    legende: 'Circuit 1\u00a0– Demande d’avis spécialisé',
    etapes: [
      {
        code: 'demande',
        rang: 1,
        acteur: 'Médecin du centre municipal de santé',
        texte: 'Adresse la demande d’avis avec le volet de synthèse médicale.',
        delai: 'le jour même',
        vers: [{ rang: 2 }],
      },
      {
        code: 'tri',
        rang: 2,
        acteur: 'Coordination hospitalière',
        texte: 'Vérifie que le dossier est complet et l’oriente vers le service compétent.',
        delai: 'sous 24\u00a0h',
        vers: [
          { rang: 3, condition: 'dossier complet' },
          { rang: 1, condition: 'Dossier incomplet' },
        ],
      },
      {
        code: 'avis',
        rang: 3,
        acteur: 'Praticien hospitalier',
        texte: 'Rend un avis écrit, versé au dossier du patient.',
        delai: 'sous 48\u00a0h ouvrées',
        vers: [
          { rang: 4, condition: 'consultation nécessaire' },
          { rang: 5, condition: 'Avis suffisant' },
        ],
      },
      {
        code: 'rdv',
        rang: 4,
        acteur: 'Secrétariat des consultations',
        texte: 'Propose un rendez-vous et prévient le patient et le centre.',
        delai: 'sous 10\u00a0jours',
        vers: [{ rang: 5 }],
      },
      {
        code: 'retour',
        rang: 5,
        acteur: 'Médecin du centre municipal de santé',
        texte: 'Informe le patient et assure le suivi.',
        vers: [],
      },
    ],
  }
}

/** Convention type : préambule, articles, circuit, tableau, annexe, signatures. */
export function documentTypique(options: Options = {}): DocumentNeutre {
  const {
    articles = 13,
    commune = 'Villebelle-sur-Orge',
    signataires = 3,
    lignesTableau = 6,
    lacunes = true,
  } = options
  const manque: Fragment = {
    texte: '[date de délibération]',
    lacune: { cle: 'date_deliberation', libelle: 'Date de délibération', tardive: false },
  }
  const corps: Bloc[] = [
    { genre: 'paragraphe', style: 'normal', fragments: [f('Entre les soussignés\u00a0:')] },
    {
      genre: 'paragraphe',
      style: 'partie',
      fragments: [
        f('Le Groupe hospitalier Rives d’Essai', { gras: true }),
        f(
          ', établissement public de santé, dont le siège est 12, avenue des Tilleuls, représenté par sa directrice générale, ci-après dénommé «\u00a0le groupe hospitalier\u00a0»,',
        ),
      ],
    },
    {
      genre: 'paragraphe',
      style: 'partie',
      fragments: [
        f(`La commune de ${commune}`, { gras: true }),
        f(', représentée par Monsieur le Maire, dûment habilité par délibération du '),
        ...(lacunes ? [manque] : [f('3\u00a0novembre\u00a02026')]),
        f(', ci-après dénommée «\u00a0la commune\u00a0»,'),
      ],
    },
    {
      genre: 'paragraphe',
      style: 'visa',
      fragments: [
        f('Vu le code de la santé publique, notamment ses articles L.\u00a06323-1 et suivants\u202f;'),
      ],
    },
    {
      genre: 'paragraphe',
      style: 'visa',
      fragments: [f('Vu le code général des collectivités territoriales\u202f;')],
    },
    {
      genre: 'titre',
      niveau: 1,
      numero: '',
      fragments: [f('Préambule')],
      ancre: 'preambule',
      auSommaire: true,
    },
    ...[0, 1, 2].map(
      (i): Bloc => ({ genre: 'paragraphe', numero: `${i + 1}.`, fragments: [f(phrase(i + 1))] }),
    ),
    { genre: 'paragraphe', style: 'transition', fragments: [f('Il a été convenu ce qui suit\u00a0:')] },
    ...Array.from({ length: articles }, (_, i) => article(i, articles, lignesTableau)).flat(),
    {
      genre: 'encart',
      titre: 'Entrée en vigueur',
      fragments: [
        f(
          'La convention prend effet à la date de sa dernière signature. Œuvrer ensemble suppose d’être prévenu (à cœur et sans PÉNALITÉ)\u00a0: chaque partie informe l’autre sans délai.',
        ),
      ],
    },
    {
      genre: 'signatures',
      introduction: [
        f(`Fait à ${commune}, en trois exemplaires originaux, le `),
        lacunes
          ? {
              texte: '[date]',
              lacune: { cle: 'date_signature', libelle: 'Date de signature', tardive: true },
            }
          : f('4\u00a0décembre\u00a02026'),
      ],
      signataires: Array.from({ length: signataires }, (_, i) => ({
        partie: i % 2 === 0 ? 'Pour le Groupe hospitalier Rives d’Essai' : `Pour la commune de ${commune}`,
        qualite: i % 2 === 0 ? 'La directrice générale' : 'Le Maire',
        nom: `Signataire n°\u00a0${i + 1}`,
        mention: 'Signature précédée de la mention «\u00a0lu et approuvé\u00a0»',
      })),
    },
  ]
  const annexe: Section = {
    code: 'annexe-1',
    nature: 'annexe',
    blocs: [
      {
        genre: 'titre',
        niveau: 1,
        numero: 'Annexe 1',
        fragments: [f('Référents et coordonnées')],
        ancre: 'annexe-1',
        auSommaire: true,
        unite: 'annexe-1',
      },
      p('La présente annexe est mise à jour par simple échange de lettres.'),
      {
        genre: 'tableau',
        lignesEnTete: 1,
        largeurs: [0.3, 0.35, 0.35],
        lignes: [
          [
            { blocs: [p('Domaine')], enTete: true },
            { blocs: [p('Référent')], enTete: true },
            { blocs: [p('Suppléant')], enTete: true },
          ],
          [
            { blocs: [p('Cardiologie')], enTete: true, lignes: 2 },
            { blocs: [p('Dr\u00a0A')], enTete: false },
            { blocs: [p('Dr\u00a0B')], enTete: false },
          ],
          [
            {
              blocs: [p('Coordination infirmière, joignable au 01\u00a000\u00a000\u00a000\u00a000')],
              enTete: false,
              colonnes: 2,
            },
          ],
        ],
      },
    ],
  }
  return {
    ...documentVide(),
    titre: `Convention de partenariat entre le Groupe hospitalier Rives d’Essai et la commune de ${commune}`,
    sujet: 'Coordination des parcours de soins entre l’hôpital et la ville',
    reference: 'TU-2026-0042',
    filigrane: lacunes ? 'PROJET' : null,
    mention: lacunes
      ? 'Projet du 22\u00a0novembre\u00a02026, à valider par le service juridique'
      : 'Version signée du 4\u00a0décembre\u00a02026',
    logos: [{ nom: 'Groupe hospitalier', type: 'image/png', base64: LOGO_PNG }],
    sommaire: true,
    sections: [{ code: 'corps', nature: 'corps', blocs: corps }, annexe],
    lacunes: lacunes
      ? [
          {
            cle: 'date_deliberation',
            libelle: 'Date de délibération',
            unite: null,
            ou: 'désignation des parties',
            tardive: false,
          },
          {
            cle: 'date_signature',
            libelle: 'Date de signature',
            unite: null,
            ou: 'signatures',
            tardive: true,
          },
        ]
      : [],
  }
}

/** Cas extrêmes réunis : longueur, nombre, mots sans espace, caractères réservés du XML. */
export function documentExtreme(): DocumentNeutre {
  const commune = `${'Saint-Exemple-lès-Très-Longues-Communes-sur-Rivière-'.repeat(6)}`
    .slice(0, 299)
    .padEnd(300, 'e')
  const base = documentTypique({ articles: 40, commune, signataires: 60, lignesTableau: 200 })
  const corps = base.sections[0]
  const long: Bloc = p(
    `Adresse de dépôt\u00a0: https://exemple.invalid/${'chemin-tres-long'.repeat(12)} et ${'x'.repeat(150)}.`,
  )
  return {
    ...base,
    titre: `Convention «\u00a0Santé & ville <pilote>\u00a0» > suite`,
    sections: corps
      ? [{ ...corps, blocs: [long, ...corps.blocs] }, ...base.sections.slice(1)]
      : base.sections,
  }
}
