import type { DocumentNeutre } from '../../lib/documents/blocs/blocs'
import { construireDocument } from '../../lib/documents/blocs/construire'
import type { Contenu } from '../../lib/domaine/texte/contenu'
import type { TexteDActe, UniteDActe } from '../../lib/domaine/texte/finalisation'
import type { ModeleSource } from '../../lib/domaine/texte/modele-source'
import type { ValeurParametre } from '../../lib/domaine/texte/parametres'
import type { DetailAnnexe, GenreUnite } from '../../lib/domaine/texte/unites'
import { aplatir } from '../../lib/serveur/amorcer/socle'

const personne = (civilite: 'M' | 'MME', masculin: string, feminin: string): ValeurParametre => ({
  genre: 'personne',
  civilite,
  prenom: 'Prénom',
  nom: 'NOM',
  fonction: { masculin, feminin },
})

/** Valeurs d'essai d'Arcueil : celles des fiches, puis de quoi remplir tout paramètre sans défaut. */
export const VALEURS_ARCUEIL: Record<string, ValeurParametre> = {
  institution: {
    genre: 'designation',
    nom: 'Assistance Publique – Hôpitaux de Paris',
    sigle: 'AP-HP',
    article: "l'",
    feminin: true,
  },
  institution_siege: { genre: 'texte', texte: '3 avenue Victoria, 75004 Paris' },
  institution_representant: personne('M', 'Directeur général', 'Directrice générale'),
  groupe: {
    genre: 'designation',
    nom: 'Hôpitaux Universitaires Paris-Sud',
    sigle: 'HUPS',
    article: 'les',
    feminin: false,
  },
  gestionnaire: {
    genre: 'designation',
    nom: 'commune d’Arcueil',
    sigle: 'Commune',
    article: 'la',
    feminin: true,
  },
  gestionnaire_representant: personne('MME', 'Maire', 'Maire'),
  commune: {
    genre: 'commune',
    nom: 'Arcueil',
    tncc: 1,
    codeInsee: '94003',
    departement: { code: '94', nom: 'Val-de-Marne', tncc: 2 },
  },
  centres: { genre: 'liste', elements: ['Centre municipal de santé d’Arcueil'] },
  sites_concernes: { genre: 'liste', elements: ['Bicêtre', 'Antoine-Béclère'] },
  communes_du_territoire: {
    genre: 'liste',
    elements: ['Arcueil', 'Gentilly', 'Ivry-sur-Seine', 'Villejuif'],
  },
}

const REMPLISSAGE: { [G in ValeurParametre['genre']]?: ValeurParametre } = {
  texte: { genre: 'texte', texte: 'valeur d’essai' },
  nombre: { genre: 'nombre', nombre: 2 },
  duree: { genre: 'duree', nombre: 2, unite: 'an' },
  montant: { genre: 'montant', centimes: 14_549 },
  taux: { genre: 'taux', pourcent: 10 },
  date: { genre: 'date', date: '2026-12-01' },
  liste: { genre: 'liste', elements: ['premier', 'second'] },
}

type Options = {
  /** Annexes comprises, facultatives aussi. */
  annexes?: boolean
  /** Remplit tout paramètre ; sinon, seulement les défauts et les fiches. */
  rempli?: boolean
  valeurs?: Record<string, ValeurParametre>
  signataires?: number
}

/** Texte d'un acte tiré d'un modèle du socle. */
export function texteDuModele(modele: ModeleSource, options: Options = {}): TexteDActe {
  const valeurs: Record<string, ValeurParametre> = {}
  for (const d of modele.parametres) {
    const choix =
      d.genre === 'choix' && d.choix?.[0] ? ({ genre: 'choix', code: d.choix[0].code } as const) : undefined
    const valeur = d.defaut ?? (options.rempli === false ? undefined : (choix ?? REMPLISSAGE[d.genre]))
    if (valeur && d.origine !== 'mention-tardive') valeurs[d.cle] = valeur
  }
  if (options.rempli !== false) Object.assign(valeurs, VALEURS_ARCUEIL)
  Object.assign(valeurs, options.valeurs)
  const unites = aplatir(modele.unites, null).map(
    (u): UniteDActe => ({
      identite: u.identite,
      parent: u.parent ?? null,
      rang: u.rang,
      genre: u.genre as GenreUnite,
      titre: u.titre ?? null,
      contenu: u.contenu as unknown as Contenu,
      annexe: (u.annexe ?? null) as unknown as DetailAnnexe | null,
      omise: u.genre === 'annexe' ? options.annexes === false : Boolean(u.facultative) && !options.annexes,
    }),
  )
  return {
    titre: modele.titre,
    comparutions: modele.parties.map((p) => p.comparution),
    unites,
    definitions: modele.parametres,
    valeurs,
  }
}

/** Document neutre d'un modèle du socle, pour les bancs et les tests de rendu. */
export function documentDuModele(modele: ModeleSource, options: Options = {}): DocumentNeutre {
  const signataires = Array.from({ length: options.signataires ?? 2 }, (_, i) => ({
    partie: i % 2 ? 'Pour la commune d’Arcueil' : 'Pour l’Assistance Publique – Hôpitaux de Paris',
    qualite: i % 2 ? 'Maire' : 'Directeur général',
    nom: '',
    mention: '',
  }))
  return construireDocument({
    texte: texteDuModele(modele, options),
    surtitre: modele.intitule,
    reference: 'HUPS-ARC-2026-001',
    auteur: 'Hôpitaux Universitaires Paris-Sud',
    projet: true,
    mention: 'Projet du 22 novembre 2026',
    fabriqueLe: '2026-11-22T13:00:00Z',
    logos: [],
    signataires,
    introductionSignatures: 'Fait à Paris, en deux exemplaires originaux.',
  })
}
