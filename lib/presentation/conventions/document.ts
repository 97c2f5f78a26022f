import type { DocumentNeutre } from '../../documents/blocs/blocs'
import { construireDocument, type SignataireAImprimer } from '../../documents/blocs/construire'
import { jourEffet, situation } from '../../domaine/acte/situation'
import { texteDeLActe } from '../../domaine/acte/texte-de-l-acte'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { nomDansLaPhrase } from '../../domaine/organisation/designations'
import { enLettres } from '../../domaine/texte/ecriture/nombres-en-lettres'
import type { ConventionLue, PartieLue, SignataireLu } from '../../lectures/convention/lire-convention'
import { dateEnLettres, typographier } from '../typographie'
import { majuscule } from './liste'

/**
 * Document neutre d'une convention : le même pour l'aperçu, la page accessible, le PDF et le DOCX. Rien n'y dépend de
 * l'heure du rendu, sauf la situation d'un acte signé : deux rendus du même texte ont les mêmes octets.
 */
export function documentDeLaConvention(
  c: ConventionLue,
  maintenant: Date,
  logos: DocumentNeutre['logos'] = [],
): DocumentNeutre {
  return construireDocument({
    texte: texteDeLActe(c),
    surtitre: c.rang > 0 ? typographier(`Avenant n° ${c.rang}`) : (c.modele?.intitule ?? c.titre),
    reference: c.reference,
    auteur: c.groupe.nom,
    projet: c.etape !== 'SIGNEE',
    mention: [mentionDuDocument(c, maintenant), ...departsDits(c)].join('. '),
    fabriqueLe: `${c.modifieLe.toISOString().slice(0, 19)}Z`,
    logos,
    signataires: c.parties.flatMap(signatairesDeLaPartie(c)),
    introductionSignatures: introductionSignatures(c),
  })
}

/** Gestionnaires partis d'un acte que les autres poursuivent : le document ne peut pas les laisser croire encore liés. */
const departsDits = (c: ConventionLue): string[] =>
  c.parties.flatMap((p) =>
    p.quitteLe
      ? [
          `${majuscule(nomDansLaPhrase(p.designation.nom))} s’en retire : dernier jour le ${dateEnLettres(p.quitteLe)}`,
        ]
      : [],
  )

/** Phrase d'état sous le titre : ce que le lecteur tient en main, et ce qui manque pour que ce soit plus. */
export function mentionDuDocument(c: ConventionLue, maintenant: Date): string {
  if (c.etape === 'ABANDONNEE') return 'Projet abandonné, sans valeur'
  if (c.etape !== 'SIGNEE') {
    const projet = c.versionLue
      ? `Projet, version ${c.versionLue} partagée le ${dateEnLettres(c.modifieLe)}`
      : `Projet du ${dateEnLettres(c.modifieLe)}`
    return c.modele && !c.modele.valide && c.rang === 0
      ? `${projet} – Proposition de modèle, à valider par votre service juridique`
      : projet
  }
  const { signature, effet, fin, resiliation } = c.dates
  const dates = {
    etape: c.etape,
    dateSignature: signature,
    dateEffet: effet,
    dateFin: fin,
    resilieeLe: resiliation,
  }
  const origine = c.origine === 'REPRISE' ? 'Texte transcrit, seul l’acte signé fait foi – ' : ''
  const e = c.rang > 0 ? '' : 'e'
  const signee = `${origine}${signature ? `Signé${e} le ${dateEnLettres(signature)}` : `Signé${e}`}`
  const debut = jourEffet(dates)
  // Un avenant n'a pas de terme à lui : il vit dans la convention qu'il modifie.
  if (c.rang > 0) return debut && debut !== signature ? `${signee}, effet au ${dateEnLettres(debut)}` : signee
  switch (situation(dates, aujourdHuiAParis(maintenant))) {
    case 'RESILIEE':
      return `${signee}, résiliée, dernier jour le ${dateEnLettres(resiliation ?? '')}`
    case 'ECHUE':
      return `${signee}, échue depuis le ${dateEnLettres(fin ?? '')}`
    case 'PREAVIS':
      return `${signee}, dénoncée, en vigueur jusqu’au ${dateEnLettres(resiliation ?? '')} inclus`
    case 'A_VENIR':
      return `${signee}, prend effet le ${dateEnLettres(debut ?? '')}${fin ? `, soit jusqu’au ${dateEnLettres(fin)} inclus` : ''}`
    default:
      return fin ? `${signee}, en vigueur jusqu’au ${dateEnLettres(fin)} inclus` : signee
  }
}

const signatairesDeLaPartie =
  (c: ConventionLue) =>
  (p: PartieLue): SignataireAImprimer[] => {
    const partie = `Pour ${partieNommee(c, p)}`
    if (!p.signataires.length) return [{ partie, qualite: '', nom: '', mention: '' }]
    return p.signataires.map((s) => ({
      partie,
      qualite: s.qualite,
      nom: nomDuSignataire(s),
      mention: [s.autorite, s.signeLe && `Signé le ${dateEnLettres(s.signeLe)}`].filter(Boolean).join(' – '),
    }))
  }

/** « Madame Claire Exemple », ou vide tant que le nom n'est pas connu. */
export function nomDuSignataire(s: Pick<SignataireLu, 'civilite' | 'prenom' | 'nom'>): string {
  if (!s.nom) return ''
  const titre = s.civilite === 'MME' ? 'Madame' : s.civilite === 'M' ? 'Monsieur' : ''
  return [titre, s.prenom, s.nom].filter(Boolean).join(' ')
}

/** « la commune d’Arcueil », « l’Assistance Publique… » : l'article de la désignation, s'il va au nom complet. */
export function partieNommee(
  c: { parametres: readonly Pick<ConventionLue['parametres'][number], 'cle' | 'valeur'>[] },
  p: {
    role: PartieLue['role']
    designation: { nom: string }
    organisation: { natureGestionnaire: string | null }
  },
): string {
  const { nom } = p.designation
  const valeur = designationDe(c.parametres, p.role, nom)
  if (p.organisation.natureGestionnaire === 'COMMUNE' && /^commune\b/i.test(nom)) return `la ${nom}`
  if (valeur?.genre !== 'designation' || !valeur.article) return nom
  const premier = valeur.sigle?.charAt(0).toLowerCase()
  if (p.role === 'GESTIONNAIRE' && premier !== nom.charAt(0).toLowerCase()) return nom
  return valeur.article === "l'" ? `l’${nom}` : `${valeur.article} ${nom}`
}

/** Désignation de cette partie : dans un acte groupé, celle du gestionnaire qui porte ce nom. */
function designationDe(
  parametres: readonly Pick<ConventionLue['parametres'][number], 'cle' | 'valeur'>[],
  role: PartieLue['role'],
  nom: string,
) {
  if (role === 'HOPITAL') return parametres.find((x) => x.cle === 'institution')?.valeur
  const siennes = parametres.filter((x) => /^gestionnaire(_g\d)?$/.test(x.cle))
  const nommee = siennes.find((x) => x.valeur?.genre === 'designation' && x.valeur.nom === nom)
  return (nommee ?? siennes.find((x) => x.cle === 'gestionnaire'))?.valeur
}

/** Ligne à remplir à la main. */
export const A_REMPLIR = '……………………'

/** « Fait à …, le …, en deux exemplaires originaux. » : un exemplaire par partie, des points à remplir à la main. */
function introductionSignatures(c: ConventionLue): string {
  const lieu = c.parametres.some((p) => p.cle === 'lieu_signature' && p.valeur)
    ? '{{lieu_signature}}'
    : A_REMPLIR
  const le = c.dates.signature ? dateEnLettres(c.dates.signature) : A_REMPLIR
  const n = Math.max(2, c.parties.length)
  return `Fait à ${lieu}, le ${le}, en ${enLettres(n)} exemplaires originaux.`
}
