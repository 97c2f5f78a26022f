import type { SignataireAttendu } from '../../domaine/acte/signature'
import { estValable, instantDe, type SignatureLue, type TexteRelu } from '../../domaine/acte/verification'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { plier } from '../../domaine/texte/plier'
import { compter, dateEnLettres, dateEtHeure, typographier } from '../typographie'
import { nomDuSignataire } from './document'

/** « Le texte sera figé et envoyé à 3 signataires. » : la conséquence, avant le clic. */
export const consequenceDeLEnvoi = (signataires: number): string =>
  typographier(
    `Le texte sera figé et envoyé à ${compter(signataires, 'signataire')}. Il ne changera plus : pour corriger un nom ou une mention, il faudra rappeler l’envoi.`,
  )

/** Le signataire figé dont le nom se lit dans la signature, s'il n'y en a qu'un. */
export function signatairePropose(
  s: SignatureLue,
  attendus: readonly SignataireAttendu[],
): SignataireAttendu | null {
  const mots = new Set(plier(s.nom ?? '').split(' '))
  const proches = attendus.filter((a) =>
    plier(a.nom)
      .split(' ')
      .every((m) => m !== '' && mots.has(m)),
  )
  return proches.length === 1 ? (proches[0] ?? null) : null
}

/** Jour de Paris que porte la signature, ou `null`. */
export function jourDe(s: SignatureLue): string | null {
  const instant = instantDe(s)
  return instant ? aujourdHuiAParis(new Date(instant)) : null
}

const EMPREINTE = /((?:[0-9a-f]{8} ){7}[0-9a-f]{8})/

/** Typographie d'une phrase qui cite une empreinte : celle-ci se compare signe à signe, elle ne change pas. */
export const typographierSaufEmpreinte = (texte: string): string =>
  texte
    .split(EMPREINTE)
    .map((m) => (EMPREINTE.test(m) ? m : typographier(m)))
    .join('')

export type LigneDeVerification = { terme: string; valeur: string }

/** Ce que la signature porte, ligne à ligne, sans rien affirmer de plus que ce qui a été vérifié. */
export function lignesDeVerification(s: SignatureLue): LigneDeVerification[] {
  const c = s.certificat
  return [
    { terme: 'Date', valeur: dateDite(s) },
    { terme: 'Contenu signé', valeur: integriteDite(s) },
    { terme: 'Après la signature', valeur: SUITES[s.suite] },
    ...(c
      ? [
          {
            terme: 'Certificat',
            valeur: `${[c.sujet, c.organisation].filter(Boolean).join(', ')}, délivré par ${c.emetteur}${c.autoSigne ? ' (par lui-même)' : ''}, valable du ${dateEnLettres(new Date(c.du))} au ${dateEnLettres(new Date(c.au))}${s.certificatEnCours === false ? ', hors de sa validité à cette date' : ''}`,
          },
          { terme: 'Numéro de série', valeur: c.serie },
          { terme: 'Empreinte du certificat', valeur: c.empreinte.replace(/(.{8})(?=.)/g, '$1 ') },
          {
            terme: 'Chaîne de confiance',
            valeur: 'Non vérifiée : autorité inconnue de l’application. À vérifier avec votre parapheur.',
          },
        ]
      : []),
    ...(s.motif ? [{ terme: 'Motif déclaré', valeur: s.motif }] : []),
  ].map((l) => ({ terme: l.terme, valeur: typographierSaufEmpreinte(l.valeur) }))
}

function dateDite(s: SignatureLue): string {
  if (s.horodatage?.valable)
    return `${dateEtHeure(new Date(s.horodatage.le))}, horodatée par ${s.horodatage.autorite ?? 'un tiers'} (autorité non vérifiée)`
  if (!s.dateDeclaree) return 'Aucune date dans la signature'
  const faux = s.horodatage ? ' ; l’horodatage du fichier ne correspond pas' : ''
  return `${dateEtHeure(new Date(s.dateDeclaree))}, déclarée par le signataire, sans horodatage d’un tiers${faux}`
}

function integriteDite(s: SignatureLue): string {
  if (s.probleme) return `Illisible : ${s.probleme}`
  if (s.integrite === 'alteree') return 'Modifié depuis la signature : elle ne vaut pas'
  if (s.cryptographie === 'fausse') return 'La signature ne correspond pas au certificat : elle ne vaut pas'
  if (!estValable(s)) return 'Illisible : la signature ne vaut pas'
  return s.couvreLeFige
    ? 'Intact, et c’est le PDF figé, octet pour octet'
    : 'Intact, mais le fichier n’est pas le PDF figé octet pour octet : seul son texte a été comparé'
}

const SUITES: Record<SignatureLue['suite'], string> = {
  rien: 'Rien n’a été ajouté',
  couverte: 'Une autre signature a été ajoutée, qui couvre celle-ci',
  'non-couverte': 'Des données que la signature ne couvre pas ont été ajoutées (validation, ou autre)',
}

/** Le texte du fichier revenu est-il le nôtre ? */
export function texteRelu(t: TexteRelu): { ton: 'tenu' | 'vigilance' | 'manque'; phrase: string } {
  switch (t.etat) {
    case 'identique':
      return { ton: 'tenu', phrase: 'Le texte visible est exactement celui qui a été figé.' }
    case 'ajouts':
      return {
        ton: 'vigilance',
        phrase: typographier(
          `Tout le texte figé y est, avec des mots en plus : ${t.ajouts.map((a) => `« ${a} »`).join(', ')}.`,
        ),
      }
    case 'different':
      return {
        ton: 'manque',
        phrase: typographier(
          `Le texte n’est pas celui qui a été figé${t.ecart.page ? ` (page ${t.ecart.page})` : ''}. Attendu : « ${t.ecart.attendu} ». Lu : « ${t.ecart.lu} ».`,
        ),
      }
    case 'illisible':
      return { ton: 'manque', phrase: 'Le texte de ce fichier ne se lit pas : il est abîmé ou protégé.' }
  }
}

/** « Madame Claire Exemple, Maire » */
export const signataireEnClair = (s: SignataireAttendu): string =>
  [nomDuSignataire(s), s.qualite].filter(Boolean).join(', ')
