import type { Bloc, DocumentNeutre } from '../../documents/blocs/blocs'
import { enClair, fragmentsDeBalise, preparerResolution } from '../../documents/blocs/construire'
import { regimeDe } from '../../domaine/acte/autorite'
import { ecrireValeur, enumerer } from '../../domaine/texte/ecriture/formes'
import { parametresCites, unitesRetenues } from '../../domaine/texte/finalisation'
import type { GenreParametre } from '../../domaine/texte/parametres'
import type { DossierConseilLu } from '../../lectures/acte/lire-dossier-conseil'
import { dateEnLettres } from '../typographie'
import { liste, p, piece, tableau, titre } from './blocs'
import { annexesReservees, titreEnClair } from './texte-du-conseil'

const CHIFFRES: readonly GenreParametre[] = ['montant', 'taux', 'duree', 'date', 'nombre']

/** Note de présentation : de quoi comprendre, en deux pages, ce qui est soumis et ce qu'il engage. */
export function noteDePresentation(d: DossierConseilLu): DocumentNeutre {
  const regime = regimeDe(d.gestionnaire.nature)
  const objet = titreEnClair(d.texte)
  const acte = d.genre === 'AVENANT' ? 'avenant' : 'convention'
  return piece(d, {
    surtitre: 'Note de présentation',
    titre: objet,
    mention: d.seance
      ? `Séance du ${dateEnLettres(d.seance.le)}${d.seance.depotAvant ? ` – dossier à déposer avant le ${dateEnLettres(d.seance.depotAvant)}` : ''}`
      : 'Séance à inscrire',
    blocs: [
      titre('Ce qui est demandé', 'demande'),
      p(
        `Il est demandé ${regime.feminin ? 'à la' : 'au'} ${regime.organe} d’approuver ${acte === 'avenant' ? 'l’avenant joint' : 'la convention jointe'}, et d’en autoriser la signature. Le vote porte sur la version ${d.version.numero} du ${dateEnLettres(d.version.creeLe)} : toute modification de ce texte demanderait un nouveau vote. Le numéro et les dates de la ${regime.nom} y seront portés ensuite, sans le rouvrir.`,
      ),
      titre('Les parties', 'parties'),
      liste([
        `${majuscule(d.hopital.nom)}, pour son groupe hospitalier : ${d.hopital.groupe} ;`,
        `${majuscule(d.gestionnaire.nom)}, gestionnaire ${d.centres.length > 1 ? 'des centres de santé' : 'du centre de santé'} : ${enumerer(d.centres)}${d.autres.length ? ' ;' : '.'}`,
        ...(d.autres.length
          ? [
              `${majuscule(enumerer(d.autres))}, qui ${d.autres.length > 1 ? 'votent et signent' : 'vote et signe'} le même texte de ${d.autres.length > 1 ? 'leur' : 'son'} côté.`,
            ]
          : []),
      ]),
      titre('Ce que dit le texte', 'contenu'),
      ...plan(d),
      ...chiffres(d),
      titre('Les annexes', 'annexes'),
      ...annexes(d),
      titre('Effet financier', 'finances'),
      p(effetFinancier(d)),
      titre('Après le vote', 'suite'),
      p(
        regime.transmission
          ? 'La délibération est transmise au représentant de l’État dans le département, puis publiée. La signature n’intervient qu’après la transmission (Conseil d’État, avis, 10 juin 1996, n° 176873).'
          : 'Cette décision n’est pas soumise au contrôle de légalité du représentant de l’État : la signature peut suivre dès qu’elle est prise.',
      ),
    ],
  })
}

function plan(d: DossierConseilLu): Bloc[] {
  const r = preparerResolution(d.texte)
  const articles = unitesRetenues(d.texte).filter((u) => u.genre === 'article' && u.titre)
  return [
    liste(
      articles.map(
        (u) =>
          `${r.numeros.get(u.identite)?.intitule ?? ''} : ${minuscule(enClair(fragmentsDeBalise(r, u.titre ?? '')))}`,
      ),
    ),
  ]
}

/** Durées, dates, montants et taux que le texte écrit, un par ligne ; les mentions d'après vote n'en sont pas. */
function chiffres(d: DossierConseilLu): Bloc[] {
  const cites = parametresCites(d.texte)
  const lignes = d.texte.definitions.flatMap((def) => {
    const valeur = d.texte.valeurs[def.cle]
    if (!cites.has(def.cle) || !valeur || !CHIFFRES.includes(def.genre) || def.origine === 'mention-tardive')
      return []
    return [[def.libelle, ecrireValeur(valeur, null, def)]]
  })
  return lignes.length
    ? [p('Durées, délais et montants qu’il fixe :'), tableau(['Objet', 'Valeur'], lignes)]
    : []
}

function annexes(d: DossierConseilLu): Bloc[] {
  const r = preparerResolution(d.texte)
  const reservees = new Set(annexesReservees(d.texte).map((u) => u.identite))
  const toutes = unitesRetenues(d.texte).filter((u) => u.genre === 'annexe' && u.parent === null)
  if (toutes.length === 0) return [p('Le texte n’a pas d’annexe.')]
  return [
    liste(
      toutes.map((u) => {
        const nom = `${r.numeros.get(u.identite)?.intitule ?? 'Annexe'} – ${enClair(fragmentsDeBalise(r, u.titre ?? ''))}`
        return reservees.has(u.identite) ? `${nom} (nominative, réservée aux parties : non jointe)` : nom
      }),
    ),
  ]
}

function effetFinancier(d: DossierConseilLu): string {
  if (d.genre === 'AVENANT' && d.effetFinancier === false) return 'Cet avenant n’a pas d’effet financier.'
  const r = preparerResolution(d.texte)
  const citees = unitesRetenues(d.texte)
    .filter((u) => u.annexe?.nature === 'financiere')
    .map((u) => minuscule(r.numeros.get(u.identite)?.intitule ?? ''))
    .filter(Boolean)
  return citees.length
    ? `Les sommes dues figurent à l’${enumerer(citees)}. Les crédits correspondants sont à vérifier par le service des finances avant la séance.`
    : 'Le texte ne joint aucune annexe financière. À confirmer par le service des finances avant la séance.'
}

const minuscule = (t: string): string => t.charAt(0).toLowerCase() + t.slice(1)
const majuscule = (t: string): string => t.charAt(0).toUpperCase() + t.slice(1)
