import type { Bloc } from '../../documents/blocs/blocs'
import { enClair } from '../../documents/blocs/construire'
import type { EtatAccord } from '../../domaine/acte/accords'
import { retrouverPassage } from '../../domaine/acte/remarques'
import { texteDeLActe } from '../../domaine/acte/texte-de-l-acte'
import type { RelectureLue } from '../../lectures/remarque/lire-relecture'
import { documentDeLaConvention } from '../conventions/document'
import { nommeur } from '../redaction/acte'
import { type FilAffiche, filsAffiches, resumeDesFils } from './fils'
import { blocsLisibles, type Marquage, surligner } from './surligner'

/** Ce qui se relit d'un geste : le préambule, un article avec ses sous-articles, une annexe. */
export type EntreeRelecture = {
  identite: string
  membres: readonly string[]
  numero: string
  titre: string
  accord: EtatAccord
  accordDit: string
  fils: string[]
  attend: boolean
}
export type GroupeDeBlocs = { identite: string | null; blocs: Bloc[] }

export type RelectureAffichee = {
  surtitre: string
  titre: string
  mention: string | null
  entrees: EntreeRelecture[]
  groupes: GroupeDeBlocs[]
  fils: FilAffiche[]
  /** Organisations au nom desquelles l'acteur accepte, et s'il le peut maintenant. */
  accord: { possible: boolean; versionId: string; restent: number; ensemble: boolean }
}

/** Met une relecture en page : la feuille en groupes, ses passages marqués, le plan et ses marques, les fils. */
export function relectureAffichee(lue: RelectureLue, maintenant: Date): RelectureAffichee {
  const document = documentDeLaConvention(lue.convention, maintenant)
  const bruts = document.sections.flatMap((s) => s.blocs)
  const marques = marquagesDe(lue, bruts)
  const fils = filsAffiches(lue, new Set(marques.map((m) => m.fil)))
  const groupes = grouper(
    lue,
    bruts.map((b) => surligner(b, marques)),
  )
  const entrees = lue.accords.groupes.map((g): EntreeRelecture => {
    const tete = bruts.find((b) => b.genre === 'titre' && b.unite && g.membres.includes(b.unite))
    const siens = fils.filter((f) => f.identite !== null && g.membres.includes(f.identite))
    const accord = etatDuGroupe(lue, g.membres)
    const mien = peutAccepter(lue)
    return {
      identite: g.identite,
      membres: g.membres,
      numero: g.genre !== 'preambule' && tete?.genre === 'titre' ? tete.numero : '',
      titre:
        g.genre === 'preambule'
          ? 'Visas et préambule'
          : tete?.genre === 'titre'
            ? enClair(tete.fragments)
            : 'Sans titre',
      accord,
      accordDit: accordDit(lue, accord),
      fils: resumeDesFils(siens),
      attend: siens.some((f) => f.meRevient) || (mien && accord !== 'accepte'),
    }
  })
  return {
    surtitre: document.surtitre,
    titre: document.titre,
    mention: document.mention,
    entrees,
    groupes,
    fils,
    accord: {
      possible: peutAccepter(lue),
      versionId: lue.accords.version.id,
      restent: entrees.filter((e) => e.accord !== 'accepte').length,
      ensemble: lue.accords.organisations.some((o) => o.mienne && o.ensemble),
    },
  }
}

const peutAccepter = (lue: RelectureLue) =>
  lue.accords.peutAccepter && lue.accords.organisations.some((o) => o.mienne)

/** Pour qui accepte : son propre accord. Pour les autres : celui de tous les centres (ou du gestionnaire). */
function etatDuGroupe({ accords }: RelectureLue, membres: readonly string[]): EtatAccord {
  const miennes = accords.organisations.filter((o) => o.mienne)
  const centres = accords.organisations.filter((o) => o.role === 'CENTRE')
  const vues = (miennes.length ? miennes : centres.length ? centres : accords.organisations).map((o) => o.id)
  const etats = membres.flatMap((m) =>
    (accords.unites[m] ?? []).filter((a) => vues.includes(a.organisationId)).map((a) => a.etat),
  )
  if (etats.includes('modifie')) return 'modifie'
  return etats.length && etats.every((e) => e === 'accepte') ? 'accepte' : 'a-relire'
}

function accordDit(lue: RelectureLue, etat: EtatAccord): string {
  const mien = lue.accords.organisations.some((o) => o.mienne)
  if (etat === 'accepte') return 'accepté'
  if (etat === 'modifie') return mien ? 'modifié depuis votre accord' : 'modifié depuis l’accord du centre'
  // Un article pas encore accepté est la règle : on ne le dit qu'à qui peut l'accepter maintenant.
  return peutAccepter(lue) ? 'à relire' : ''
}

function marquagesDe(lue: RelectureLue, blocs: readonly Bloc[]): Marquage[] {
  return lue.fils.flatMap((f): Marquage[] => {
    if (!f.passage || !f.identite) return []
    const siens = blocs.filter((b) => 'unite' in b && b.unite === f.identite)
    const place = retrouverPassage(f.passage, blocsLisibles(siens))
    return place ? [{ ...place, fil: f.id }] : []
  })
}

/** Blocs voisins d'un même groupe d'accord ; la comparution et les signatures n'en ont pas. */
function grouper(lue: RelectureLue, blocs: readonly Bloc[]): GroupeDeBlocs[] {
  const tetes = new Map(lue.accords.groupes.flatMap((g) => g.membres.map((m) => [m, g.identite] as const)))
  const groupes: GroupeDeBlocs[] = []
  for (const bloc of blocs) {
    const identite = ('unite' in bloc && bloc.unite && tetes.get(bloc.unite)) || null
    const dernier = groupes.at(-1)
    if (dernier && dernier.identite === identite) dernier.blocs.push(bloc)
    else groupes.push({ identite, blocs: [bloc] })
  }
  return groupes
}

/** Nom de chaque unité dont on peut proposer un autre texte : celles qui ont un contenu à réécrire. */
export function nomsDesUnites({ convention }: RelectureLue): Record<string, string> {
  const nommer = nommeur(texteDeLActe(convention))
  return Object.fromEntries(
    convention.unites
      .filter((u) => u.contenu.content.length > 0)
      .map((u) => [u.identite, nommer(u.identite) || 'Alinéa']),
  )
}
