import { chargerChaine } from '../../bd/chaine'
import { auNomDuGroupe } from '../../bd/transaction'
import { cleMention } from '../../domaine/acte/autorite'
import { CLES_DES_DATES } from '../../domaine/acte/dates-du-texte'
import type { DatesDeLActe } from '../../domaine/acte/signature'
import type { TexteFige } from '../../domaine/acte/version'
import { baseDuProjet, conflitsSur, numeroDejaPris } from '../../domaine/avenant/projet'
import { datesDeLAvenant, termeDe } from '../../domaine/avenant/terme'
import { aujourdHuiAParis, type DateIso, enLettres } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import type { ActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { destinatairesDe, notifier } from '../courriel/notifier'
import { journaliser } from '../journal/journaliser'
import { lireProjet } from './projet'
import { redigerProjet } from './rediger-projet'

/**
 * Dates d'un avenant que l'on signe, sous le verrou de sa chaîne. Refuse un avenant qui ne s'applique plus au texte en
 * vigueur, un renouvellement signé après l'échéance, un effet d'après la fin (regles-metier, Dates).
 */
export async function datesEnChaine(
  contexte: Contexte,
  acte: ActeEnMain,
  texte: TexteFige,
  signees: readonly DateIso[],
): Promise<DatesDeLActe> {
  // Deux avenants de la même chaîne signés ensemble se suivent : le second relit le texte que le premier a laissé.
  await auNomDuGroupe(contexte.tx, acte.groupeId, async () => {
    await contexte.tx.$queryRaw`SELECT 1 FROM convention WHERE id = ${acte.conventionId}::uuid FOR UPDATE`
  })
  const dates = datesDeLAvenant(texte.modifications ?? [], effetEcritDe(texte, acte.rang), signees)
  await exigerSur(contexte, acte, texte, dates)
  return dates
}

/** Refuse d'envoyer à la signature un avenant qui, signé aujourd'hui, ne s'appliquerait pas. */
export async function exigerApplicable(
  contexte: Contexte,
  acte: ActeEnMain,
  texte: TexteFige,
): Promise<void> {
  const jour = aujourdHuiAParis(contexte.maintenant)
  await exigerSur(
    contexte,
    acte,
    texte,
    datesDeLAvenant(texte.modifications ?? [], effetEcritDe(texte, acte.rang), [jour]),
  )
}

async function exigerSur({ tx }: Contexte, acte: ActeEnMain, texte: TexteFige, dates: DatesDeLActe) {
  // Le groupe rédacteur voit toute la chaîne ; l'autre côté peut ignorer un avenant ancien, jamais partagé avec lui.
  const chaine = await auNomDuGroupe(tx, acte.groupeId, () => chargerChaine(tx, acte.conventionId))
  if (!chaine) throw new ErreurMetier('INTROUVABLE')
  const modifications = texte.modifications ?? []
  const base = baseDuProjet(chaine.etat, chaine.avenants, dates.effet, dates.effet)
  const fin = [chaine.initial.resilieeLe, base.fin].filter((d): d is DateIso => d !== null).sort()[0]
  if (fin && termeDe(modifications) && dates.signature > fin)
    throw new ErreurMetier('CONVENTION_FINIE', { fin })
  if (fin && dates.effet > fin)
    throw new ErreurMetier('DATE_INCOHERENTE', {
      raison: `La convention finit le ${enLettres(fin)} : cet avenant n’aurait pas d’effet.`,
    })
  const pris = numeroDejaPris(base, modifications)
  if (pris) throw new ErreurMetier('NUMERO_PRIS', { numero: pris.nu, avenant: pris.source.rang })
  if (conflitsSur(base, modifications).length > 0) {
    const dernier = chaine.avenants.filter((a) => a.acteId !== acte.id).at(-1)
    throw new ErreurMetier('TEXTE_CHANGE_DEPUIS', dernier ? { avenant: dernier.rang } : {})
  }
}

function effetEcritDe(texte: TexteFige, rang: number): DateIso | null {
  const valeur = texte.valeurs[cleMention(CLES_DES_DATES.effet, rang)]
  return valeur?.genre === 'date' ? valeur.date : null
}

const QUI_SUIT = 'Trait d’union'

/**
 * Un avenant vient d'être signé, ou transcrit : les autres projets de la chaîne, transcriptions en cours comprises, sont repris sur le nouveau texte, ce qui ne s'y applique
 * plus est arrêté, inscrit au journal, et leur rédacteur prévenu. Un texte déjà partagé ne bouge pas : ce qui l'empêche se
 * dira avant sa signature.
 */
export async function reprendreLesProjets(
  contexte: Contexte,
  signe: ActeEnMain,
  cause: 'signature' | 'transcription' = 'signature',
): Promise<void> {
  const { tx, acteur } = contexte
  const systeme = { ...contexte, acteur: { ...acteur, utilisateurId: '', nom: QUI_SUIT } }
  await auNomDuGroupe(tx, signe.groupeId, async () => {
    const projets = await tx.acte.findMany({
      where: {
        conventionId: signe.conventionId,
        id: { not: signe.id },
        OR: [
          { etape: { notIn: ['SIGNEE', 'ABANDONNEE'] }, projet: { isNot: null } },
          { etape: 'SIGNEE', origine: 'REPRISE', projet: { closeLe: null } },
        ],
      },
      orderBy: { rang: 'asc' },
      include: { convention: { select: { reference: true } } },
    })
    for (const p of projets) {
      await tx.$queryRaw`SELECT 1 FROM acte WHERE id = ${p.id}::uuid FOR UPDATE`
      const suivi = await redigerProjet(systeme, await lireProjet(systeme, p))
      if (!suivi.rebasees) continue
      const arretees = suivi.arretees.length
      const donnees = {
        signe: signe.rang,
        reprises: suivi.rebasees - arretees || null,
        arretees: arretees || null,
        geste: cause === 'transcription' ? 'transcrit' : 'signé',
      }
      await journaliser(systeme, { acteId: p.id, evenement: 'projet-atteint', donnees })
      await notifier(systeme, {
        acteId: p.id,
        gabarit: 'projet-a-reprendre',
        donnees: { reference: `${p.convention.reference}-A${p.rang}`, titre: p.titre, ...donnees },
        a: await destinatairesDe(systeme, p, ['redacteur']),
      })
    }
  })
}
