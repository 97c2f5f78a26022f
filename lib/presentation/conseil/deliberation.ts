import type { Bloc, DocumentNeutre } from '../../documents/blocs/blocs'
import { regimeDe } from '../../domaine/acte/autorite'
import type { NatureGestionnaire } from '../../domaine/organisation/designations'
import type { DossierConseilLu } from '../../lectures/acte/lire-dossier-conseil'
import { dateEnLettres } from '../typographie'
import { dirigeant, p, piece } from './blocs'
import { titreEnClair } from './texte-du-conseil'

/** Visas propres à l'organe ; ceux de la coopération sanitaire suivent, communs à tous. */
const VISAS: Record<NatureGestionnaire, readonly string[]> = {
  COMMUNE: [
    'Vu le code général des collectivités territoriales, notamment ses articles L. 2121-29, L. 2122-21 et L. 2131-1 ;',
  ],
  EPCI: [
    'Vu le code général des collectivités territoriales, notamment ses articles L. 5211-1, L. 5211-3, L. 5211-9, L. 2121-29 et L. 2131-1 ;',
    'Vu les statuts de l’établissement et ses compétences en matière de santé ;',
  ],
  ASSOCIATION: [
    'Vu la loi du 1er juillet 1901 relative au contrat d’association ;',
    'Vu les statuts de l’association, notamment ceux de leurs articles qui fixent les pouvoirs du conseil d’administration ;',
  ],
  MUTUELLE: [
    'Vu le code de la mutualité, notamment son article L. 114-17 ;',
    'Vu les statuts de la mutuelle ;',
  ],
  HOPITAL: ['Vu le code de la santé publique, notamment son article L. 6143-7 ;'],
}
const COOPERATION = [
  'Vu le code de la santé publique, notamment ses articles L. 6134-1 et L. 6323-1 et suivants ;',
]

/**
 * Projet de délibération, ou de décision, propre à l'organe du gestionnaire. Le numéro, la date, les présents et le vote
 * restent à remplir par le secrétariat de l'assemblée.
 */
export function projetDeDeliberation(d: DossierConseilLu): DocumentNeutre {
  const nature = d.gestionnaire.nature ?? 'COMMUNE'
  const regime = regimeDe(nature)
  const objet = titreEnClair(d.texte)
  const collegial = nature !== 'HOPITAL'
  const dispositif = articles(d, regime, objet)
  const organe = `${regime.feminin ? 'La' : 'Le'} ${regime.organe}`
  return piece(d, {
    surtitre: `Projet de ${regime.nom}`,
    titre: `Approbation ${duTitre(d, objet)}`,
    mention: `${organe} – séance du ${d.seance ? dateEnLettres(d.seance.le) : '…'} – ${regime.nom} n° …`,
    blocs: [
      ...(collegial ? [p(`${organe}, réuni le ${d.seance ? dateEnLettres(d.seance.le) : '…'}, …`)] : []),
      ...[...VISAS[nature], ...COOPERATION].map((v) => p(v, 'visa')),
      p(
        `Vu le projet, version ${d.version.numero} du ${dateEnLettres(d.version.creeLe)}, et ses annexes, joints à la présente ${regime.nom} ;`,
        'visa',
      ),
      p(
        collegial
          ? `Vu la note de présentation ${deLui(dirigeant(d, regime.representant))} ;`
          : 'Vu la note de présentation ;',
        'visa',
      ),
      ...considerants(d),
      p(collegial ? [{ texte: 'Après en avoir délibéré,', italique: true }] : 'Décide :'),
      ...dispositif.slice(0, -1),
      ...solidaires([
        ...dispositif.slice(-1),
        ...(collegial ? [p('Votants : …    Pour : …    Contre : …    Abstentions : …')] : []),
        p('Fait à …, le …'),
        p(majuscule(dirigeant(d, regime.representant))),
        ...(regime.transmission ? [p('Transmise au représentant de l’État le : …    Publiée le : …')] : []),
      ]),
    ],
  })
}

/** Le dernier article, le vote et la signature passent ensemble à la page suivante : nulle ligne n'y va seule. */
const solidaires = (blocs: readonly Bloc[]): Bloc[] =>
  blocs.map((b, i) => (b.genre === 'paragraphe' && i < blocs.length - 1 ? { ...b, solidaire: true } : b))

function considerants(d: DossierConseilLu): Bloc[] {
  const centres = d.centres.length > 1 ? 'les centres de santé' : 'le centre de santé'
  const hopital = `l’hôpital (${d.hopital.groupe}, ${d.hopital.nom})`
  const objet =
    d.genre === 'AVENANT'
      ? `Considérant que la coopération entre ${centres} et ${hopital} appelle une modification de la convention en cours ;`
      : `Considérant l’intérêt, pour les patients, d’organiser par convention, entre ${centres} et ${hopital}, l’accès aux soins, leur continuité et les échanges entre professionnels ;`
  return [p(objet, 'visa')]
}

type Regime = ReturnType<typeof regimeDe>

function articles(d: DossierConseilLu, regime: Regime, objet: string): Bloc[] {
  const chef = dirigeant(d, regime.representant)
  const signe =
    regime.nom === 'décision' && d.gestionnaire.nature === 'HOPITAL' ? 'La signature est autorisée' : null
  const dispositifs = [
    `${d.genre === 'AVENANT' ? 'Est approuvé l’' : 'Est approuvée la '}${minuscule(objet)}, dans la version ${d.version.numero} annexée à la présente ${regime.nom}. Le numéro et les dates de la présente ${regime.nom} y seront portés sans nouveau vote.`,
    signe
      ? `${signe}, ainsi que celle de tout document nécessaire à son exécution.`
      : `${majuscule(chef)} est autorisé${d.gestionnaire.signataire?.civilite === 'MME' ? 'e' : ''} à ${d.genre === 'AVENANT' ? 'le' : 'la'} signer, ainsi que tout document nécessaire à son exécution.`,
    ...(d.genre === 'CONVENTION'
      ? [
          `[Facultatif, à retenir ou à supprimer] Cette autorisation s’étend aux avenants sans effet financier. Tout avenant qui crée ou augmente une charge est soumis à un nouveau vote.`,
        ]
      : []),
    ...(regime.transmission
      ? [
          'La présente délibération sera transmise au représentant de l’État dans le département et publiée. La signature n’interviendra qu’après cette transmission (Conseil d’État, avis, 10 juin 1996, n° 176873).',
          'Elle peut être contestée devant le tribunal administratif dans les deux mois de sa publication (code de justice administrative, article R. 421-1).',
        ]
      : []),
  ]
  return dispositifs.map((texte, i) =>
    p([{ texte: `${i === 0 ? 'Article 1er' : `Article ${i + 1}`}. – `, gras: true }, { texte }]),
  )
}

/** « de la convention-cadre… », « de l’avenant n° 1… ». */
const duTitre = (d: DossierConseilLu, objet: string): string =>
  `${d.genre === 'AVENANT' ? 'de l’' : 'de la '}${minuscule(objet)}`
/** « de Madame la Maire », « du Maire ». */
const deLui = (qui: string): string => (qui.startsWith('le ') ? `du ${qui.slice(3)}` : `de ${qui}`)
const minuscule = (t: string): string => t.charAt(0).toLowerCase() + t.slice(1)
const majuscule = (t: string): string => t.charAt(0).toUpperCase() + t.slice(1)
