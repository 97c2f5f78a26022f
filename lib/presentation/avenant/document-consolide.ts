import type { Bloc, DocumentNeutre } from '../../documents/blocs/blocs'
import { construireDocument } from '../../documents/blocs/construire'
import type { Consolidation } from '../../domaine/avenant/consolider'
import type { DateIso } from '../../domaine/calendrier/dates'
import { dateEnLettres, typographier } from '../typographie'
import { nomDeLAvenant } from './mentions'
import { mentionsDuTexte, reservesDuTexte, texteAImprimer } from './texte-consolide'

export type ChaineConsolidee = {
  reference: string
  /** Intitulé du modèle ou de l'acte : « Convention-cadre de partenariat ». */
  intitule: string
  groupe: string
  signeLe: DateIso | null
  date: DateIso
  consolidation: Consolidation
}

/**
 * Version consolidée au …, pour l'écran, le PDF et Word. Elle ne se confond jamais avec l'acte signé : surtitre, filigrane,
 * bas de page et avertissement le disent, et rien n'y est signé.
 */
export function documentConsolide(c: ChaineConsolidee, logos: DocumentNeutre['logos'] = []): DocumentNeutre {
  const { etat } = c.consolidation
  const document = construireDocument({
    texte: texteAImprimer(etat),
    surtitre: `${c.intitule} – version consolidée au ${dateEnLettres(c.date)}`,
    reference: c.reference,
    auteur: c.groupe,
    projet: false,
    mention: mentionDuDocument(c),
    // Le même texte à la même date donne les mêmes octets.
    fabriqueLe: `${c.date}T00:00:00Z`,
    logos,
    signataires: [],
    signe: false,
    mentions: mentionsDuTexte(etat),
  })
  return {
    ...document,
    filigrane: 'CONSOLIDÉ',
    piedDePage: `Version consolidée au ${dateEnLettres(c.date)}, sans valeur d’original`,
    avertissement: avertissement(c),
    lacunes: [],
  }
}

function mentionDuDocument({ consolidation, signeLe }: ChaineConsolidee): string {
  const signee = signeLe ? `Convention signée le ${dateEnLettres(signeLe)}` : 'Convention signée'
  const { fin } = consolidation.etat
  return fin ? `${signee}, en vigueur jusqu’au ${dateEnLettres(fin)} inclus` : signee
}

function avertissement(c: ChaineConsolidee): Bloc[] {
  const { appliques, aVenir } = c.consolidation
  const liste = (elements: readonly string[]): Bloc => ({
    genre: 'liste',
    ordonnee: false,
    elements: elements.map((texte) => [{ genre: 'paragraphe', fragments: [{ texte: typographier(texte) }] }]),
  })
  const paragraphe = (texte: string): Bloc => ({
    genre: 'paragraphe',
    fragments: [{ texte: typographier(texte) }],
  })
  const reserves = reservesDuTexte(c.consolidation)
  return [
    {
      genre: 'encart',
      titre: 'Document d’information',
      fragments: [
        {
          texte: typographier(
            'Ce texte réunit la convention et ses avenants tels qu’ils s’appliquent à la date indiquée. Seuls les actes signés font foi.',
          ),
        },
      ],
    },
    ...(appliques.length
      ? [
          paragraphe('Avenants pris en compte :'),
          liste(
            appliques.map(
              (a) => `${nomDeLAvenant(a).replace(/^l’a/, 'A')}, en vigueur le ${dateEnLettres(a.effetLe)}`,
            ),
          ),
        ]
      : [
          paragraphe(
            'Aucun avenant n’était en vigueur à cette date : le texte est celui de la convention signée.',
          ),
        ]),
    ...(aVenir.length
      ? [
          paragraphe('Avenants signés, pas encore en vigueur :'),
          liste(
            aVenir.map(
              (a) => `${nomDeLAvenant(a).replace(/^l’a/, 'A')}, effet au ${dateEnLettres(a.effetLe)}`,
            ),
          ),
        ]
      : []),
    ...(reserves.length ? [paragraphe('Réserves :'), liste(reserves)] : []),
  ]
}
