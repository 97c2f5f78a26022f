import type { DocumentNeutre } from '../../documents/blocs/blocs'
import { construireDocument } from '../../documents/blocs/construire'
import { regimeDe } from '../../domaine/acte/autorite'
import type { DossierConseilLu } from '../../lectures/acte/lire-dossier-conseil'
import { dateEnLettres } from '../typographie'
import { p, piece } from './blocs'
import { projetDeDeliberation } from './deliberation'
import { noteDePresentation } from './note'
import { tableauAvantApres, texteDuConseil, titreEnClair } from './texte-du-conseil'

export type PieceDuDossier = { nom: string; document: DocumentNeutre }

/** Pièces du dossier du conseil, dans l'ordre où l'assemblée les lit, sous des noms de fichiers propres. */
export function dossierDuConseil(d: DossierConseilLu): PieceDuDossier[] {
  const regime = regimeDe(d.gestionnaire.nature)
  const avantApres = d.changement && tableauAvantApres(d.changement.avant, d.changement.apres)
  const pieces: Omit<PieceDuDossier, 'rang'>[] = [
    { nom: 'Note de présentation', document: noteDePresentation(d) },
    { nom: `Projet de ${regime.nom}`, document: projetDeDeliberation(d) },
    { nom: d.genre === 'AVENANT' ? 'Avenant et annexes' : 'Convention et annexes', document: texteSoumis(d) },
    ...(avantApres
      ? [
          {
            nom: 'Tableau des modifications',
            document: piece(d, {
              surtitre: 'Tableau des modifications',
              titre: titreEnClair(d.texte),
              mention: `Texte en vigueur et texte proposé, version ${d.version.numero}`,
              blocs: [p('Seuls les passages modifiés figurent ici ; tout le reste demeure.'), avantApres],
            }),
          },
        ]
      : []),
  ]
  return pieces.map(({ nom, document }, i) => ({ nom: `${i + 1} - ${nom}.docx`, document }))
}

function texteSoumis(d: DossierConseilLu): DocumentNeutre {
  return construireDocument({
    texte: texteDuConseil(d.texte),
    surtitre: d.texte.surtitre,
    reference: d.reference,
    auteur: d.auteur,
    projet: true,
    mention: `Version ${d.version.numero} du ${dateEnLettres(d.version.creeLe)}, soumise au vote`,
    fabriqueLe: `${d.version.creeLe.toISOString().slice(0, 19)}Z`,
    logos: [],
    signataires: d.texte.parties.map((x) => ({ partie: `Pour ${x.nom}`, qualite: '', nom: '', mention: '' })),
  })
}
