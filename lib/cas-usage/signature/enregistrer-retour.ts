import type { z } from 'zod'
import { versDate, versIso } from '../../bd/dates'
import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { stockage } from '../../bd/stockage'
import { attenduAvant, type SignataireAttendu, type SignatureRecue } from '../../domaine/acte/signature'
import { estValable, instantDe, porteNotreTexte, type VerificationPdf } from '../../domaine/acte/verification'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { exigerPassage } from '../acte/charger'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { conclure } from './conclure'
import { chargerEnvoi, type EnvoiEnMain } from './envoi-ouvert'
import { exigerDatePermise } from './regles'
import type { schemaRetour } from './saisies'
import { exigerSignataire } from './signataire-vise'

type Saisie = z.output<typeof schemaRetour>
/** Lecture du fichier par le serveur, faite avant la transaction ; `null` pour un papier numérisé. */
type Lecture = VerificationPdf | null
export type ResultatRetour = { signee: boolean; enregistrees: number; manquantes: number }

/**
 * Enregistre une ou plusieurs signatures revenues dans un fichier, gardé tel quel. Un retour partiel suffit ; la dernière
 * signature rend l'acte signé et fixe ses dates. Deux retours au même instant se suivent sur le verrou de l'acte : tous
 * deux comptent, un seul clôt. Refuse un autre texte, une signature fausse, une date impossible ou interdite, un tour passé.
 */
export async function enregistrerRetour(
  contexte: Contexte,
  saisie: Saisie,
  lecture: Lecture,
): Promise<ResultatRetour> {
  const { acteur, tx } = contexte
  const enMain = await chargerEnvoi(contexte, saisie.envoiId)
  exigerPassage(acteur, enMain.acte, 'signer')
  if (enMain.envoi.etat !== 'PRET') throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  const empreinte = await rattacher(contexte, enMain, saisie, lecture)
  const recues = await recuesDe(contexte, saisie.envoiId)
  // Dans l'ordre des signatures, pour qu'un même fichier puisse en porter plusieurs qui se suivent.
  for (const s of dansLOrdre(saisie, enMain)) {
    const signataire = await exigerSignataire(contexte, enMain, s)
    const signeLe = jourDeSignature(contexte, enMain, s, saisie.mode === 'ELECTRONIQUE' ? lecture : null)
    const recue = { partieId: s.partieId, rang: s.rang, signeLe }
    const avant = enMain.envoi.ordonne ? attenduAvant(enMain.parties, recues, recue) : null
    if (avant) throw new ErreurMetier('ORDRE_DES_SIGNATURES', { nom: avant.nom })
    await exigerDatePermise(tx, enMain.acte.id, s.partieId, signeLe)
    await ecrire(contexte, enMain, { saisie, lecture, lue: s.lue, recue, signataire, empreinte })
    recues.push(recue)
  }
  return conclure(contexte, enMain, recues, saisie.signatures.length)
}

const dansLOrdre = (saisie: Saisie, { parties }: EnvoiEnMain) => {
  const ordre = new Map(parties.map((p) => [p.partieId, p.ordre]))
  return [...saisie.signatures].sort(
    (a, b) => (ordre.get(a.partieId) ?? 0) - (ordre.get(b.partieId) ?? 0) || a.rang - b.rang,
  )
}

async function recuesDe({ tx }: Contexte, envoiId: string): Promise<SignatureRecue[]> {
  const lignes = await tx.signature.findMany({ where: { envoiId, mode: { not: 'REFUS' } } })
  return lignes.flatMap((l) =>
    l.signeLe ? [{ partieId: l.partieId, rang: l.rang, signeLe: versIso(l.signeLe) }] : [],
  )
}

/** Le fichier est un dépôt de l'acteur ou un retour déjà rattaché ; s'il est signé, c'est bien celui qui a été lu. */
async function rattacher(
  { tx, acteur }: Contexte,
  { acte }: EnvoiEnMain,
  saisie: Saisie,
  lecture: Lecture,
): Promise<string> {
  const fichiers = stockage(tx)
  const fichier = await fichiers.decrire(saisie.fichierId)
  if (!fichier || fichier.usage !== 'retour') throw new ErreurMetier('INTROUVABLE')
  if (fichier.acteId !== acte.id) {
    const pris = await fichiers.rattacher(fichier.id, acte.id, acteur.utilisateurId, 'retour')
    if (!pris) throw new ErreurMetier('INTROUVABLE')
  }
  if (saisie.mode === 'PAPIER') return fichier.empreinte
  if (fichier.type !== 'application/pdf' || lecture?.empreinte !== fichier.empreinte)
    throw new ErreurMetier('FICHIER_REFUSE', { acceptes: 'PDF' })
  if (!porteNotreTexte(lecture))
    throw new ErreurMetier('CONTENU_ETRANGER', {
      ...(lecture.texte.etat === 'different'
        ? { lu: lecture.texte.ecart.lu, attendu: lecture.texte.ecart.attendu }
        : {}),
    })
  const lues = saisie.signatures.map((s) => s.lue)
  if (new Set(lues).size !== lues.length) throw new ErreurMetier('SAISIE_INVALIDE')
  return fichier.empreinte
}

/** Jour retenu : celui que porte la signature électronique, sinon celui que l'on déclare ; ni avant l'envoi, ni demain. */
function jourDeSignature(
  { maintenant }: Contexte,
  { envoi }: EnvoiEnMain,
  s: Saisie['signatures'][number],
  lecture: Lecture,
): string {
  const lue = lecture && s.lue !== null ? lecture.signatures[s.lue] : undefined
  if (lecture && (!lue || !estValable(lue))) throw new ErreurMetier('SIGNATURE_NON_VALABLE')
  const instant = lue ? instantDe(lue) : null
  const jour = instant ? aujourdHuiAParis(new Date(instant)) : s.signeLe
  const envoyeLe = aujourdHuiAParis(envoi.pretLe ?? envoi.creeLe)
  if (jour < envoyeLe)
    throw new ErreurMetier('DATE_INCOHERENTE', {
      raison: 'La signature ne peut être datée d’avant l’envoi du texte à la signature.',
    })
  if (jour > aujourdHuiAParis(maintenant))
    throw new ErreurMetier('DATE_INCOHERENTE', { raison: 'La signature ne peut être datée de demain.' })
  return jour
}

type AEcrire = {
  saisie: Saisie
  lecture: Lecture
  lue: number | null
  recue: SignatureRecue
  signataire: SignataireAttendu
  empreinte: string
}

async function ecrire(contexte: Contexte, { acte, envoi }: EnvoiEnMain, e: AEcrire): Promise<void> {
  const { tx, acteur, maintenant } = contexte
  const { partieId, rang, signeLe } = e.recue
  const verification =
    e.saisie.mode === 'ELECTRONIQUE' && e.lecture
      ? { ...e.lecture, signatures: undefined, signature: e.lecture.signatures[e.lue ?? 0] }
      : undefined
  await tx.signature.create({
    data: {
      id: nouvelId(maintenant.getTime()),
      envoiId: envoi.id,
      partieId,
      rang,
      mode: e.saisie.mode,
      signeLe: versDate(signeLe),
      fichierId: e.saisie.fichierId,
      ...(verification ? { verification: verification as unknown as Prisma.InputJsonValue } : {}),
      auteurId: acteur.utilisateurId,
      auteurNom: acteur.nom,
      creeLe: maintenant,
    },
  })
  await tx.signataire.updateMany({ where: { partieId, rang }, data: { signeLe: versDate(signeLe) } })
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'signature-enregistree',
    partage: true,
    donnees: {
      signataire: [e.signataire.prenom, e.signataire.nom].filter(Boolean).join(' '),
      partie: e.signataire.partie,
      mode: e.saisie.mode,
      signeLe,
      empreinte: e.empreinte,
    },
  })
}
