import type { Bloc } from '../../documents/blocs/blocs'
import { blocsUnite, preparerResolution } from '../../documents/blocs/construire'
import { texteDeLActe } from '../../domaine/acte/texte-de-l-acte'
import type { NatureTerme } from '../../domaine/avenant/modifications'
import { type Accord, accordRedactionEffet, type Forme } from '../../domaine/avenant/rediger'
import { deriver } from '../../domaine/avenant/retouches'
import type { DateIso } from '../../domaine/calendrier/dates'
import type { AtelierLu, RetoucheSuivie } from '../../lectures/avenant/lire-atelier'
import { nommeur } from '../redaction/acte'
import { acteDAtelier, direRaison } from './atelier'
import { type PartieDite, partiesDites } from './parties'
import { type ReprisesDites, reprisesDites } from './reprises'

/** Ce que l'avenant écrira d'une cible : son article, les formes possibles, et s'il s'accorde encore avec l'effet. */
export type RedactionDite = {
  cible: string
  /** Identité de l'article de l'avenant. */
  unite: string
  blocs: Bloc[]
  forme: Forme | null
  proposee: Forme | null
  permises: readonly Forme[]
  ajustee: boolean
  /** Phrase quand les mots ajustés ne disent plus l'effet. */
  desaccord: string | null
  version: number
}

/** Un projet d'avenant, prêt à montrer à côté du texte qu'il donnera. */
export type ProjetDit = {
  reference: string
  acteId: string
  rang: number
  /** Convention modifiée. */
  initiale: { reference: string; titre: string }
  /** Jour du texte en vigueur dont partent les retouches. */
  dateBase: DateIso
  redactions: RedactionDite[]
  /** « 3 modifications ». */
  compte: number
  terme: { version: number; nature: NatureTerme; fin: DateIso } | null
  /** Date d'effet écrite ; `null` : à la dernière signature. */
  effet: { date: DateIso | null; version: number }
  /** Titre, tel que les listes le montrent, et considérant. */
  objet: string
  motif: string
  finActuelle: DateIso | null
  parties: PartieDite[]
  reprises: ReprisesDites
  /** Tout ce que l'avenant change, dans l'ordre où on l'a écrit. `unite` : l'article à ouvrir, quand c'en est un. */
  modifications: { cible: string; nom: string; unite: string | null; blocs: Bloc[] }[]
  /** Retouches que le texte en vigueur d'aujourd'hui empêche. */
  arretees: { cible: string; nom: string; raison: string }[]
  /** Autres projets d'avenant de la convention qui touchent les mêmes passages. */
  concurrents: { reference: string; rang: number; noms: string[] }[]
  /** Avenant déjà signé que l'on transcrit, et ses originaux numérisés ; `null` pour un projet. */
  transcription: { correction: boolean; originaux: { id: string; nom: string }[] } | null
}

export const LIBELLES_FORMES: Record<Forme, { libelle: string; aide: string }> = {
  unite: { libelle: 'Remplacer en entier', aide: 'La forme que lisent les juristes et les conseillers' },
  alinea: { libelle: 'Alinéa par alinéa', aide: 'Seuls les alinéas changés sont récrits' },
  completer: { libelle: 'Compléter', aide: 'Ce qui existe ne bouge pas, la suite s’ajoute' },
  mots: { libelle: 'Mot pour mot', aide: '« les mots : « … » sont remplacés par les mots : « … » »' },
}

const DESACCORDS: Record<Extract<Accord, { accord: false }>['raison'], string> = {
  'article-non-vise': 'Les mots écrits ne nomment plus l’article que cette modification change.',
  'texte-absent': 'Les mots écrits ne contiennent plus le texte voulu.',
  'texte-different': 'Le texte entre guillemets n’est plus celui que l’avenant met en vigueur.',
}

/** Article de l'avenant qui porte une retouche. */
const uniteDe = (cible: string): string =>
  cible === 'terme'
    ? 'av-terme'
    : cible.startsWith('valeur:')
      ? `av-v-${cible.slice(7)}`
      : cible.startsWith('partie:')
        ? `av-partie-${cible.slice(7).toLowerCase().replace(':', '-')}`
        : `av-m-${cible.slice(cible.indexOf(':') + 1)}`

/** Le projet prêt à montrer : chaque modification avec sa rédaction, et ce qui la gêne. */
export function projetDit(a: AtelierLu): ProjetDit {
  const { avenant, retouches, redaction } = a
  const nom = nomDeCible(a)
  const terme = retouches.find((r) => r.cible === 'terme')
  return {
    reference: avenant.reference,
    acteId: avenant.acteId,
    rang: avenant.rang,
    initiale: avenant.initiale ?? { reference: avenant.reference, titre: avenant.titre },
    dateBase: a.dateBase,
    effet: a.effet,
    objet: avenant.titre,
    motif: a.motif ?? '',
    redactions: redactionsDe(a),
    compte: redaction.modifications.length,
    terme:
      terme?.retouche.cible === 'terme'
        ? { version: terme.version, nature: terme.retouche.nature, fin: terme.retouche.voulu }
        : null,
    finActuelle: a.base.fin,
    parties: partiesDites(a),
    reprises: reprisesDites(a),
    modifications: modificationsDe(a, nom),
    arretees: retouches.flatMap((r) =>
      r.arretee ? [{ cible: r.cible, nom: nom(r.cible), raison: direRaison(r.arretee) }] : [],
    ),
    concurrents: a.concurrents.map(({ reference, rang, cibles }) => ({
      reference,
      rang,
      noms: cibles.map(nom),
    })),
    transcription: a.transcription && {
      ...a.transcription,
      originaux: avenant.fichiers.map(({ id, nom: n }) => ({ id, nom: n })),
    },
  }
}

function modificationsDe(a: AtelierLu, nom: (cible: string) => string): ProjetDit['modifications'] {
  const blocs = new Map(redactionsDe(a).map((r) => [r.cible, r.blocs]))
  return a.retouches.flatMap((r) =>
    r.arretee || !deriver(r.retouche)
      ? []
      : [
          {
            cible: r.cible,
            nom: nom(r.cible),
            unite: r.retouche.cible === 'unite' ? r.retouche.identite : null,
            blocs: blocs.get(r.cible) ?? [],
          },
        ],
  )
}

function redactionsDe({ avenant, retouches, redaction, ajustees }: AtelierLu): RedactionDite[] {
  const r = preparerResolution(texteDeLActe(avenant))
  const unites = new Map(avenant.unites.map((u) => [u.identite, u]))
  const dire = (x: RetoucheSuivie): RedactionDite[] => {
    const u = unites.get(uniteDe(x.cible))
    const formes = redaction.formes[x.cible]
    if (!u || x.arretee || !deriver(x.retouche)) return []
    const attendu = redaction.attendus[u.identite]
    const accord = attendu && ajustees.has(u.identite) ? accordRedactionEffet(u.contenu, attendu) : null
    return [
      {
        cible: x.cible,
        unite: u.identite,
        blocs: blocsUnite(r, u),
        forme: x.forme,
        proposee: formes?.proposee ?? null,
        permises: formes?.permises ?? [],
        ajustee: ajustees.has(u.identite),
        desaccord: accord && !accord.accord ? DESACCORDS[accord.raison] : null,
        version: x.version,
      },
    ]
  }
  return retouches.flatMap(dire)
}

/** « Article 2.1 – Scanner », « Délai de réponse », « Durée de la convention ». */
export function nomDeCible(a: Pick<AtelierLu, 'avenant' | 'base' | 'retouches'>): (cible: string) => string {
  const acte = acteDAtelier(a.avenant, a.base, a.retouches)
  const nommer = nommeur(texteDeLActe(acte))
  return (cible) => {
    const cle = cible.slice(cible.indexOf(':') + 1)
    if (cible === 'terme') return 'Durée de la convention'
    if (cible.startsWith('partie:')) return 'Désignation des parties'
    if (cible.startsWith('valeur:'))
      return acte.definitions.find((d) => d.cle === cle)?.libelle ?? 'Une valeur'
    return nommer(cle) || 'Un passage'
  }
}
