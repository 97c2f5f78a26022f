import type { Bloc, BlocParagraphe, DocumentNeutre, Section } from '../../documents/blocs/blocs'
import { autreCote, type LettreEnvoyee } from '../../domaine/acte/lettres'
import { jourEffet } from '../../domaine/acte/situation'
import { finPreavis } from '../../domaine/calendrier/dates'
import type { ConventionLue, PartieLue } from '../../lectures/convention/lire-convention'
import type { ResiliationLue, SuitesDeConvention } from '../../lectures/resiliation/lire-suites'
import { dateEnLettres, typographier } from '../typographie'
import { articleQuiCite, moisEnLettres } from './dates'
import { nomDuSignataire, partieNommee } from './document'
import { majuscule } from './liste'

const A_REMPLIR = '……………………'

/**
 * Lettres d'une dénonciation, une par destinataire, telles qu'elles partent : la fin y est dite sous réserve de la
 * réception, que personne ne connaît encore. Ce que la poste en dit ensuite ne les change pas.
 */
export function lettresDeResiliation(
  c: ConventionLue,
  r: ResiliationLue,
  lieux: SuitesDeConvention['lieux'],
): DocumentNeutre {
  const titre = `${r.seule ? 'Retrait' : 'Résiliation'} de la convention ${c.reference}`
  return {
    titre,
    surtitre: '',
    sujet: titre,
    reference: c.reference,
    auteur: expediteur(c, r)?.designation.nom ?? c.groupe.nom,
    langue: 'fr-FR',
    forme: 'lettre',
    filigrane: null,
    mention: null,
    fabriqueLe: `${r.creeLe.toISOString().slice(0, 19)}Z`,
    logos: [],
    sommaire: false,
    sections: r.lettres.map((l, i) => section(c, r, l, i, r.lieu ?? lieux[r.cote])),
    lacunes: [],
  }
}

const expediteur = (c: ConventionLue, r: ResiliationLue): PartieLue | undefined =>
  c.parties.find((p) => p.id === r.partieId) ?? c.parties.find((p) => p.role === r.cote)

/** Un numéro d'article ne quitte pas son mot. */
const souder = (texte: string): string =>
  typographier(texte).replace(/\b(article|annexe) (?=\d)/gi, '$1\u00a0')

const ligne = (texte: string, style: BlocParagraphe['style'], gras = false): BlocParagraphe => ({
  genre: 'paragraphe',
  style,
  fragments: [{ texte: souder(texte), ...(gras ? { gras: true } : {}) }],
})
const alinea = (texte: string): BlocParagraphe => ({
  genre: 'paragraphe',
  fragments: [{ texte: souder(texte) }],
})
const vide = (style: BlocParagraphe['style'] = 'gauche'): BlocParagraphe => ({
  genre: 'paragraphe',
  style,
  fragments: [{ texte: '\u00a0' }],
})

function section(
  c: ConventionLue,
  r: ResiliationLue,
  l: LettreEnvoyee,
  rang: number,
  lieu: string | null,
): Section {
  const appel = l.nom.startsWith('Madame ')
    ? 'Madame'
    : l.nom.startsWith('Monsieur ')
      ? 'Monsieur'
      : 'Madame, Monsieur'
  const blocs: Bloc[] = [
    ...adresseDeLExpediteur(c, r),
    vide(),
    ...adresseDuDestinataire(l),
    vide(),
    ligne(`À ${lieu ?? A_REMPLIR}, le ${dateEnLettres(r.envoyeeLe)}`, 'droite'),
    vide(),
    ligne('Lettre recommandée avec avis de réception', 'gauche', true),
    {
      genre: 'titre',
      niveau: 1,
      numero: '',
      fragments: [
        {
          texte: typographier(
            `Objet : ${r.seule ? 'retrait' : 'résiliation'} de la convention ${c.reference}`,
          ),
        },
      ],
      ancre: `lettre-${rang + 1}`,
      auSommaire: true,
    },
    ligne(references(c), 'gauche'),
    vide(),
    alinea(`${appel},`),
    ...corps(c, r),
    alinea(`Je vous prie d’agréer, ${appel}, l’expression de ma considération distinguée.`),
    vide(),
    ...signature(c, r),
  ]
  return { code: `lettre-${rang + 1}`, nature: 'corps', blocs }
}

function adresseDeLExpediteur(c: ConventionLue, r: ResiliationLue): Bloc[] {
  const p = expediteur(c, r)
  const s = p?.signataires[0]
  return [
    ligne(majuscule(p?.designation.nom ?? c.groupe.nom), 'gauche', true),
    ...(r.cote === 'HOPITAL' && c.groupe.nom !== p?.designation.nom ? [ligne(c.groupe.nom, 'gauche')] : []),
    ...(s?.qualite ? [ligne(s.qualite, 'gauche')] : []),
    ...(p?.designation.adresse ? [ligne(p.designation.adresse, 'gauche')] : []),
  ]
}

const adresseDuDestinataire = (l: LettreEnvoyee): Bloc[] => [
  ligne(majuscule(l.organisation), 'droite', true),
  ...(l.nom || l.qualite
    ? [ligne(`À l’attention de ${[l.nom, l.qualite].filter(Boolean).join(', ')}`, 'droite')]
    : [ligne('À l’attention de son représentant légal', 'droite')]),
  ligne(l.adresse ?? A_REMPLIR, 'droite'),
]

function references(c: ConventionLue): string {
  const debut = jourEffet({ dateEffet: c.dates.effet, dateSignature: c.dates.signature })
  const faits = [
    `convention n° ${c.reference}`,
    c.dates.signature && `signée le ${dateEnLettres(c.dates.signature)}`,
    debut && debut !== c.dates.signature && `prenant effet le ${dateEnLettres(debut)}`,
    articleQuiCite(c, 'preavis')?.replace(/^l’/, ''),
  ].filter(Boolean)
  return `Références : ${faits.join(', ')}`
}

function corps(c: ConventionLue, r: ResiliationLue): BlocParagraphe[] {
  const nous = expediteur(c, r)
  const vous = c.parties.filter((p) => (r.seule ? p !== nous : p.role === autreCote(r.cote)))
  const article = articleQuiCite(c, 'preavis', true)?.replace(/^l’/, '')
  const preavis = moisEnLettres(r.preavisMois)
  const parties = [nous, ...vous].filter((p) => p !== undefined).map((p) => partieNommee(c, p))
  const entre = `${parties.slice(0, -1).join(', ')} et ${parties.at(-1)}`
  return [
    alinea(
      `Par la présente, ${nous ? partieNommee(c, nous) : c.groupe.nom} vous notifie sa décision de ${r.seule ? 'se retirer de' : 'résilier'} la convention « ${c.titre} », conclue entre ${entre}${article ? `, en application de son ${article}` : ''}.`,
    ),
    alinea('Cette décision est motivée comme suit :'),
    ...r.motif.split(/\n+/).map((m) => alinea(terminee(m.trim()))),
    alinea(
      `La convention prévoit un préavis de ${preavis}, qui court de la réception de la présente lettre.${r.lettres.length > 1 ? ' La même lettre étant adressée à chacun des signataires, nous retiendrons la date de la dernière réception.' : ''}`,
    ),
    alinea(finSousReserve(r)),
    alinea(
      'Jusqu’à cette date, la convention continue de s’appliquer dans toutes ses dispositions. Nous vous proposons de convenir ensemble des mesures qui assureront la continuité des prises en charge engagées.',
    ),
  ]
}

const terminee = (motif: string): string => (/[.!?…]$/.test(motif) ? motif : `${motif}.`)

function finSousReserve(r: ResiliationLue): string {
  const auPlusTot = finPreavis(r.envoyeeLe, r.preavisMois)
  if (r.seule)
    return `${r.finDemandee ? `Nous demandons que notre participation prenne fin le ${dateEnLettres(r.finDemandee)} inclus. ` : ''}Sous réserve de la date de réception de la présente lettre, elle prendra fin au plus tôt le ${dateEnLettres(r.finDemandee && r.finDemandee > auPlusTot ? r.finDemandee : auPlusTot)} inclus ; la convention continuera de lier les autres parties.`
  if (r.finDemandee)
    return `Nous demandons que la convention prenne fin le ${dateEnLettres(r.finDemandee)} inclus. Sous réserve de la date de réception de la présente lettre, le préavis s’achève au plus tôt le ${dateEnLettres(auPlusTot)} ; s’il devait s’achever après la date demandée, la convention prendrait fin à son expiration.`
  return `Sous réserve de la date de réception de la présente lettre, la convention prendra fin au plus tôt le ${dateEnLettres(auPlusTot)} inclus. Sa date définitive sera calculée à partir de l’avis de réception et vous sera confirmée.`
}

/** Signature à droite, la place d'une signature manuscrite entre la qualité et le nom. */
function signature(c: ConventionLue, r: ResiliationLue): BlocParagraphe[] {
  const p = expediteur(c, r)
  const s = p?.signataires[0]
  return [
    ligne(`Pour ${p ? partieNommee(c, p) : c.groupe.nom}`, 'droite', true),
    ligne(s?.qualite ?? '', 'droite'),
    vide('droite'),
    vide('droite'),
    vide('droite'),
    ligne((s && nomDuSignataire(s)) || A_REMPLIR, 'droite'),
    ...(s?.autorite ? [ligne(s.autorite, 'droite')] : []),
  ].filter((b) => b.fragments[0]?.texte !== '')
}
