import type { Bloc, BlocTableau, BlocTitre, DocumentNeutre } from '../../documents/blocs/blocs'
import { enClair, fragmentsDeBalise } from '../../documents/blocs/construire'
import { attendusDe, datesDeLaSignature } from '../../domaine/acte/signature'
import { plier } from '../../domaine/texte/plier'
import type { Preuves } from '../../lectures/signature/lire-preuves'
import type { EnvoiLu } from '../../lectures/signature/lire-signature'
import { dateCourte, dateEnLettres, dateEtHeure, jourCivil, typographier } from '../typographie'
import { autoriteEnClair } from './document-a-signer'
import { type ContexteJournal, contexteJournal, nomDeLUnite, phraseJournal } from './journal'
import { majuscule } from './liste'
import { empreinteLisible } from './reprise'
import { lignesDeVerification, signataireEnClair, texteRelu, typographierSaufEmpreinte } from './signature'

/** Dossier de preuve d'un acte : le même pour tous ceux qui le voient, lisible sans l'application. */
export function dossierDePreuve(p: Preuves): DocumentNeutre {
  const c = contexteJournal(p.texte)
  const titre = enClair(fragmentsDeBalise(c.resolution, p.texte.titre))
  return {
    titre: 'Dossier de preuve',
    surtitre: typographier(p.genre === 'AVENANT' ? `Avenant n° ${p.rang}` : p.titre),
    sujet: `Dossier de preuve : ${titre}`,
    reference: p.reference,
    auteur: p.auteur,
    langue: 'fr-FR',
    filigrane: null,
    mention: typographier(
      `Établi d’après ce que l’application gardait le ${dateEtHeure(p.modifieLe)}, dernier changement de l’acte`,
    ),
    fabriqueLe: `${p.modifieLe.toISOString().slice(0, 19)}Z`,
    logos: [],
    sommaire: true,
    lacunes: [],
    sections: [
      {
        code: 'preuve',
        nature: 'corps',
        blocs: [
          ...lActe(p, titre),
          ...versions(p),
          ...accords(p, c),
          ...avis(p),
          ...deliberations(p),
          ...p.envois.flatMap(envoi),
          ...dates(p),
          ...journal(p, c),
          ...commentVerifier(),
        ],
      },
    ],
  }
}

const titreDe = (texte: string): BlocTitre => ({
  genre: 'titre',
  niveau: 1,
  numero: '',
  fragments: [{ texte: typographier(texte) }],
  ancre: `preuve-${plier(texte).replace(/[^a-z0-9]+/g, '-')}`,
  auSommaire: true,
})
const phrase = (texte: string): Bloc => ({ genre: 'paragraphe', fragments: [{ texte: typographier(texte) }] })
/** Phrase qui présente le tableau suivant. */
const annonce = (texte: string): Bloc => ({
  genre: 'paragraphe',
  fragments: [{ texte: typographier(texte) }],
  annonce: true,
})

const cellule = (texte: string, enTete = false): BlocTableau['lignes'][number][number] => ({
  enTete,
  blocs: [
    {
      genre: 'paragraphe',
      fragments: [{ texte: typographierSaufEmpreinte(texte), gras: enTete || undefined }],
    },
  ],
})

function tableau(legende: string, colonnes: [string, number][], lignes: string[][]): BlocTableau {
  return {
    genre: 'tableau',
    legende: typographier(legende),
    lignesEnTete: 1,
    largeurs: colonnes.map(([, l]) => l),
    lignes: [
      colonnes.map(([nom]) => cellule(nom, true)),
      ...lignes.map((l) => l.map((texte) => cellule(texte))),
    ],
  }
}
const fiche = (legende: string, lignes: [string, string][]): BlocTableau =>
  tableau(
    legende,
    [
      ['Élément', 0.28],
      ['Ce qui est gardé', 0.72],
    ],
    lignes,
  )

function lActe(p: Preuves, titre: string): Bloc[] {
  return [
    titreDe('L’acte'),
    fiche('L’acte et ses parties', [
      ['Référence', p.reference],
      ['Titre', titre],
      ...p.parties.map((x): [string, string] => [
        x.role === 'HOPITAL' ? 'Pour l’hôpital' : 'Pour le gestionnaire',
        `${majuscule(x.nom)}${x.signeeLe ? `, a signé le ${dateEnLettres(x.signeeLe)}` : ''}`,
      ]),
      [
        'Signature',
        p.dates.signature ? `Signé le ${dateEnLettres(p.dates.signature)}` : 'Pas encore signé par tous',
      ],
    ]),
  ]
}

function versions(p: Preuves): Bloc[] {
  return [
    titreDe('Versions du texte'),
    annonce(
      'Chaque version partagée est numérotée et ne change plus. Son empreinte porte sur le texte voté : titre, comparutions, articles, annexes et valeurs, hors mentions connues seulement après le vote.',
    ),
    tableau(
      'Versions partagées',
      [
        ['N°', 0.08],
        ['Partagée le', 0.2],
        ['Par', 0.24],
        ['Empreinte SHA-256', 0.48],
      ],
      p.versions.map((v) => [String(v.numero), dateEtHeure(v.creeLe), v.par, empreinteLisible(v.empreinte)]),
    ),
  ]
}

/** Accords par date, et dans l'ordre du texte quand ils ont été donnés d'un même geste, l'ensemble d'abord. */
function dansLOrdreDuTexte(accords: Preuves['accords'], c: ContexteJournal): Preuves['accords'] {
  const rang = (identite: string) =>
    identite ? c.texte.unites.findIndex((u) => u.identite === identite) + 1 : 0
  return [...accords].sort((x, y) => x.le.getTime() - y.le.getTime() || rang(x.identite) - rang(y.identite))
}

function accords(p: Preuves, c: ContexteJournal): Bloc[] {
  if (p.accords.length === 0)
    return [
      titreDe('Accords du gestionnaire et des centres'),
      phrase('Aucun accord n’a été enregistré dans l’application.'),
    ]
  return [
    titreDe('Accords du gestionnaire et des centres'),
    tableau(
      'Accords donnés, article par article ou d’ensemble',
      [
        ['Sur quoi', 0.26],
        ['Par qui', 0.26],
        ['Quand', 0.17],
        ['Empreinte du texte accepté', 0.31],
      ],
      dansLOrdreDuTexte(p.accords, c).map((a) => [
        `${a.identite ? majuscule(nomDeLUnite(c, a.identite)) : 'L’ensemble du texte'}, version ${a.version}${a.retire ? ' (retiré ensuite)' : ''}`,
        `${a.par}, pour ${a.pour}`,
        dateEtHeure(a.le),
        empreinteLisible(a.empreinte),
      ]),
    ),
  ]
}

/** Un avis défavorable n'arrête rien ; un accord refusé, si. */
const DECISIONS: Record<string, Record<string, string>> = {
  avis: { ATTENDUE: 'Attendu', APPROUVEE: 'Favorable', REFUSEE: 'Défavorable' },
  accord: { ATTENDUE: 'Attendu', APPROUVEE: 'Donné', REFUSEE: 'Refusé' },
}

function avis(p: Preuves): Bloc[] {
  if (p.avis.length === 0) return []
  return [
    titreDe('Avis et accords demandés'),
    tableau(
      'Avis et accords des fonctions consultées',
      [
        ['Fonction', 0.28],
        ['Décision', 0.19],
        ['Par, le', 0.24],
        ['Empreinte du texte', 0.29],
      ],
      p.avis.map((a) => [
        `${a.libelle} (${a.nature === 'accord' ? 'accord' : 'avis'})`,
        DECISIONS[a.nature === 'accord' ? 'accord' : 'avis']?.[a.etat] ?? '',
        a.le ? `${a.par ?? ''}, ${dateEtHeure(a.le)}` : '–',
        empreinteLisible(a.empreinte),
      ]),
    ),
  ]
}

const PORTEES: Record<string, string> = {
  ACTE: 'cet acte',
  ACTE_ET_AVENANTS: 'cet acte et ses avenants',
  AVENANTS_SANS_EFFET_FINANCIER: 'cet acte et ses avenants sans effet financier',
}

function deliberations(p: Preuves): Bloc[] {
  if (p.deliberations.length === 0) return []
  return [
    titreDe('Délibérations et décisions'),
    ...p.deliberations.map((d) =>
      fiche(`${d.organe}, séance du ${dateEnLettres(d.seanceLe)}`, [
        ['Partie', majuscule(d.partie)],
        ['Décision', `${d.sens === 'ADOPTEE' ? 'Adoptée' : 'Refusée'}${d.numero ? `, n° ${d.numero}` : ''}`],
        ['Portée', PORTEES[d.portee] ?? ''],
        [
          'Transmise au représentant de l’État',
          d.transmiseLe ? `le ${dateEnLettres(d.transmiseLe)}` : 'non renseigné',
        ],
        ['Publiée', d.publieeLe ? `le ${dateEnLettres(d.publieeLe)}` : 'non renseigné'],
        ['Empreinte du texte voté', empreinteLisible(d.empreinte)],
      ]),
    ),
  ]
}

const ETATS: Record<EnvoiLu['etat'], string> = {
  PREPARATION: 'En préparation',
  PRET: 'À signer',
  SIGNE: 'Signé par tous',
  RETIRE: 'Retiré',
}

function envoi(e: EnvoiLu): Bloc[] {
  const relu = e.relecture ? texteRelu(e.relecture).phrase : ''
  return [
    titreDe(`Envoi à la signature n° ${e.numero}`),
    fiche('Ce qui a été figé', [
      ['État', `${ETATS[e.etat]}${e.motif ? `, motif : ${e.motif}` : ''}`],
      ['Envoyé', `le ${dateEtHeure(e.pretLe ?? e.creeLe)}, par ${e.creeParNom}`],
      ['Texte', `Version ${e.version}, empreinte ${empreinteLisible(e.empreinteTexte)}`],
      ['PDF figé', e.pdf ? `${e.pdf.nom}, SHA-256 ${empreinteLisible(e.pdf.empreinte)}` : '–'],
      ['Page accessible', e.html ? `${e.html.nom}, SHA-256 ${empreinteLisible(e.html.empreinte)}` : '–'],
      ['Relecture avant figement', relu],
      ['Ordre', e.ordonne ? 'Chaque signataire attend le précédent' : 'Dans n’importe quel ordre'],
    ]),
    ...attendusDe(e.parties).map((a) => {
      const recue = e.signatures.find((s) => s.partieId === a.partieId && s.rang === a.rang)
      const autorite = autoriteEnClair(a)
      return fiche(signataireEnClair(a), [
        ['Signe pour', majuscule(a.partie) + (autorite ? `, ${autorite}` : '')],
        ...(recue ? signature(recue) : ([['Signature', 'Pas encore reçue']] as [string, string][])),
      ])
    }),
  ]
}

function signature(s: EnvoiLu['signatures'][number]): [string, string][] {
  if (s.mode === 'REFUS')
    return [
      [
        'Refus de signer',
        `enregistré le ${dateEtHeure(s.creeLe)} par ${s.auteurNom}, motif : ${s.motif ?? ''}`,
      ],
    ]
  return [
    [
      'Signature',
      `${s.mode === 'PAPIER' ? 'Sur papier, numérisé' : 'Électronique'}, datée du ${dateEnLettres(s.signeLe ?? '')}`,
    ],
    ['Enregistrée', `le ${dateEtHeure(s.creeLe)}, par ${s.auteurNom}`],
    ...(s.fichier
      ? [
          ['Fichier revenu', `${s.fichier.nom}, SHA-256 ${empreinteLisible(s.fichier.empreinte)}`] as [
            string,
            string,
          ],
        ]
      : []),
    ...(s.verification
      ? [
          ['Texte du fichier', texteRelu(s.verification.texte).phrase] as [string, string],
          ...lignesDeVerification(s.verification.signature).map((l): [string, string] => [l.terme, l.valeur]),
        ]
      : []),
  ]
}

const REGLES = {
  'date-ecrite': 'la date écrite dans le texte, postérieure à la dernière signature',
  'derniere-signature': 'la date de la dernière signature, faute de date écrite',
  'derniere-signature-apres-la-date-ecrite':
    'la date de la dernière signature, plus tardive que la date écrite ; le terme n’en est pas reporté',
}

function dates(p: Preuves): Bloc[] {
  const envoi = p.envois.find((e) => e.etat === 'SIGNE')
  const jours = envoi?.signatures.flatMap((s) => (s.signeLe ? [s.signeLe] : [])) ?? []
  if (!p.dates.signature || jours.length === 0) return []
  const { regle } = datesDeLaSignature(p.texte, jours)
  return [
    titreDe('Dates et leur calcul'),
    fiche('Dates de l’acte', [
      ['Signature', `${dateEnLettres(p.dates.signature)} : la plus tardive des signatures`],
      ['Effet', `${dateEnLettres(p.dates.effet ?? '')} : ${REGLES[regle]}`],
      [
        'Dernier jour, inclus',
        p.dates.fin
          ? `${dateEnLettres(p.dates.fin)} : la veille du jour anniversaire, le premier jour étant compté dans la durée`
          : 'Le texte ne donne pas de durée',
      ],
    ]),
  ]
}

function journal(p: Preuves, c: ContexteJournal): Bloc[] {
  return [
    titreDe('Extrait du journal partagé'),
    tableau(
      'Faits connus des deux côtés, du plus ancien au plus récent',
      [
        ['Quand', 0.2],
        ['Qui a fait quoi', 0.8],
      ],
      p.journal.map((l) => {
        const e = phraseJournal(l, c)
        return [
          `${dateCourte(jourCivil(l.le))}, ${e.moment}`,
          `${e.phrase}.${e.motif ? ` Motif : ${e.motif}` : ''}`,
        ]
      }),
    ),
  ]
}

const commentVerifier = (): Bloc[] => [
  titreDe('Comment vérifier'),
  phrase(
    'L’empreinte SHA-256 d’un fichier se recalcule sur tout ordinateur : si elle est la même qu’ici, le fichier n’a pas changé d’un octet. Les signatures électroniques se vérifient avec le fichier revenu, dans un lecteur de PDF ou un parapheur ; l’application a contrôlé leur calcul, non l’autorité qui a délivré les certificats.',
  ),
]
