import { appliquer, type RaisonConflit } from '../../domaine/avenant/appliquer'
import type { EtatDeLaChaine, Source } from '../../domaine/avenant/etat'
import { cibleDeRetouche } from '../../domaine/avenant/projet'
import { deriver } from '../../domaine/avenant/retouches'
import type { RetoucheSuivie } from '../../lectures/avenant/lire-atelier'
import type { ConventionLue, ParametreLu, UniteLue } from '../../lectures/convention/lire-convention'
import { avenantNumero } from '../conventions/avenants'
import { nomDeLAvenant } from './mentions'
import { clesCitees } from './texte-consolide'

const PROJET: Source = { acteId: 'projet', rang: 0, signeLe: '1900-01-01', effetLe: '1900-01-01' }

/**
 * L'avenant vu comme le texte qu'il donnera : le texte en vigueur, retouches faites, dans la forme de l'écran de rédaction.
 * Le « modèle » de chaque unité y est le texte en vigueur, donc son écart est ce que l'avenant change. Une unité ou une
 * valeur que rien n'a retouchée est à la version 0.
 */
export function acteDAtelier(
  avenant: ConventionLue,
  base: EtatDeLaChaine,
  retouches: readonly RetoucheSuivie[],
): ConventionLue {
  const vives = retouches.filter((r) => r.arretee === null).map((r) => r.retouche)
  const { etat } = appliquer(
    base,
    vives.flatMap((r) => deriver(r) ?? []),
    PROJET,
  )
  const parCible = new Map(retouches.map((r) => [cibleDeRetouche(r.retouche), r]))
  return {
    ...avenant,
    genre: 'CONVENTION',
    rang: 0,
    modele: {
      code: avenant.modele?.code ?? '',
      versionId: avenant.modele?.versionId ?? '',
      numero: avenant.modele?.numero ?? 0,
      valide: true,
      intitule: `${avenantNumero(avenant.rang)} – ${avenant.titre}`,
      titre: etat.titre,
      parties: etat.comparutions.map((comparution, i) => ({
        role: i === 0 ? 'hopital' : 'gestionnaire',
        comparution,
        designation: '',
      })),
    },
    unites: etat.unites.map((u) => {
      const lue = parCible.get(`unite:${u.identite}`)
      // Un article qui ne change que par une valeur qu'il cite change aussi pour qui le lit.
      const parValeur = [...clesCitees(u)].some((cle) => parCible.get(`valeur:${cle}`)?.arretee === null)
      return versUnite(u, base, lue, lue !== undefined || parValeur)
    }),
    numeros: etat.numeros,
    definitions: etat.definitions.filter(
      (d) => d.origine !== 'mention-tardive' && !/_avenant_\d+$/.test(d.cle),
    ),
    parametres: Object.entries(etat.valeurs).map(
      ([cle, valeur]): ParametreLu => ({
        cle,
        valeur: valeur ?? null,
        version: parCible.get(`valeur:${cle}`)?.version ?? 0,
        origineFiche: null,
      }),
    ),
  }
}

function versUnite(
  u: EtatDeLaChaine['unites'][number],
  base: EtatDeLaChaine,
  lue: RetoucheSuivie | undefined,
  change: boolean,
): UniteLue {
  const avant = base.unites.find((x) => x.identite === u.identite)
  const supprimeePar = avant?.supprimee ? avant.traces.findLast((t) => t.effet === 'supprime') : undefined
  return {
    identite: u.identite,
    parent: u.parent,
    rang: u.rang,
    genre: u.genre,
    titre: u.titre,
    contenu: u.contenu,
    annexe: u.annexe ?? null,
    fichier: u.fichier ?? null,
    visa: null,
    origine: !avant ? 'ajout' : change && !u.supprimee ? 'adapte' : 'modele',
    variante: null,
    omise: u.supprimee,
    motifAdaptation: null,
    motif: !u.supprimee
      ? null
      : supprimeePar
        ? `Supprimé par ${nomDeLAvenant(supprimeePar)}.`
        : 'Supprimé par cet avenant.',
    version: lue?.version ?? 0,
    modifieLe: lue?.modifieLe ?? new Date(0),
    modifieParNom: lue?.modifieParNom ?? null,
    modele: avant
      ? {
          titre: avant.titre,
          contenu: avant.contenu,
          variantes: [],
          facultative: false,
          accordAdaptation: null,
        }
      : null,
  }
}

const RAISONS: Record<RaisonConflit, string> = {
  'unite-inconnue': 'ce passage n’est plus dans le texte en vigueur',
  'unite-supprimee': 'ce passage vient d’être supprimé',
  'unite-presente': 'ce passage est déjà dans le texte en vigueur',
  'parent-absent': 'l’article qui devait le contenir n’est plus en vigueur',
  'titre-change': 'son intitulé vient de changer',
  'bloc-change': 'les mêmes alinéas viennent de changer',
  'bloc-absent': 'un alinéa visé n’existe plus',
  'place-absente': 'l’endroit où l’insérer n’existe plus',
  'annexe-changee': 'l’annexe vient de changer',
  'formulaire-change': 'le formulaire joint vient de changer',
  'texte-change': 'son texte vient de changer',
  'valeur-changee': 'cette valeur vient de changer',
  'partie-changee': 'la désignation de la partie vient de changer',
  'terme-change': 'le dernier jour de la convention vient de changer',
  boucle: 'deux insertions s’attendent l’une l’autre',
}
const estRaison = (r: string): r is RaisonConflit => r in RAISONS

/** Pourquoi une retouche est arrêtée, en mots. */
export const direRaison = (raison: string): string =>
  estRaison(raison) ? RAISONS[raison] : 'le texte en vigueur a changé'
