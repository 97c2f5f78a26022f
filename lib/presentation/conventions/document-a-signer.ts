import type { Bloc, BlocTexte, DocumentNeutre, Fragment } from '../../documents/blocs/blocs'
import { construireDocument, type SignataireAImprimer } from '../../documents/blocs/construire'
import type { PartieEnvoyee, SignataireFige } from '../../domaine/acte/signature'
import type { TexteFige } from '../../domaine/acte/version'
import { enLettres } from '../../domaine/texte/ecriture/nombres-en-lettres'
import { dateEnLettres } from '../typographie'
import { A_REMPLIR, nomDuSignataire, partieNommee } from './document'

export type MatiereAImprimer = {
  reference: string
  auteur: string
  version: { numero: number }
  texte: TexteFige
  parties: readonly (PartieEnvoyee & { natureGestionnaire: string | null })[]
  logos: DocumentNeutre['logos']
}

/**
 * Document définitif d'un envoi à la signature : sans filigrane ni encart, signataires et autorités imprimés. Une mention
 * que seul l'effet fera connaître laisse une ligne à remplir à la main.
 */
export function documentASigner(m: MatiereAImprimer, maintenant: Date): DocumentNeutre {
  const document = construireDocument({
    texte: m.texte,
    surtitre: m.texte.surtitre,
    reference: m.reference,
    auteur: m.auteur,
    projet: false,
    mention: `Texte définitif, version ${m.version.numero}`,
    fabriqueLe: `${maintenant.toISOString().slice(0, 19)}Z`,
    logos: m.logos,
    signataires: m.parties.flatMap((p) => p.signataires.map((s) => aImprimer(m, p, s))),
    introductionSignatures: faitA(m),
  })
  return {
    ...document,
    lacunes: [],
    sections: document.sections.map((s) => ({ ...s, blocs: s.blocs.map(sansLacune) })),
  }
}

function aImprimer(
  m: MatiereAImprimer,
  p: MatiereAImprimer['parties'][number],
  s: SignataireFige,
): SignataireAImprimer {
  const parametres = Object.entries(m.texte.valeurs).map(([cle, valeur]) => ({
    cle,
    valeur: valeur ?? null,
  }))
  return {
    partie: `Pour ${partieNommee(
      { parametres },
      {
        role: p.role,
        designation: { nom: p.nom },
        organisation: { natureGestionnaire: p.natureGestionnaire },
      },
    )}`,
    qualite: s.qualite,
    nom: nomDuSignataire(s),
    mention: autoriteEnClair(s),
  }
}

/** « par délégation, arrêté n° 12 du 3 mars 2026 » : l'autorité imprimée, ou sa référence à défaut. */
export function autoriteEnClair(
  s: Pick<SignataireFige, 'autorite' | 'autoriteNature' | 'autoriteReference' | 'autoriteDate'>,
): string {
  if (s.autorite) return s.autorite
  if (s.autoriteNature !== 'DELEGATION') return ''
  const reference = [s.autoriteReference, s.autoriteDate && `du ${dateEnLettres(s.autoriteDate)}`]
  return ['par délégation', reference.filter(Boolean).join(' ')].filter(Boolean).join(', ')
}

function faitA(m: MatiereAImprimer): string {
  const lieu = m.texte.valeurs.lieu_signature ? '{{lieu_signature}}' : A_REMPLIR
  const n = Math.max(2, m.parties.length)
  return `Fait à ${lieu}, le ${A_REMPLIR}, en ${enLettres(n)} exemplaires originaux.`
}

const aLaMain = (fragments: Fragment[]): Fragment[] =>
  fragments.map(({ lacune, ...f }) => (lacune ? { ...f, texte: A_REMPLIR } : f))

function sansLacune<B extends Bloc | BlocTexte>(bloc: B): B {
  switch (bloc.genre) {
    case 'titre':
    case 'paragraphe':
    case 'encart':
      return { ...bloc, fragments: aLaMain(bloc.fragments) }
    case 'signatures':
      return { ...bloc, introduction: aLaMain(bloc.introduction) }
    case 'liste':
      return { ...bloc, elements: bloc.elements.map((e) => e.map(sansLacune)) }
    case 'tableau':
      return {
        ...bloc,
        lignes: bloc.lignes.map((l) => l.map((c) => ({ ...c, blocs: c.blocs.map(sansLacune) }))),
      }
    default:
      return bloc
  }
}
