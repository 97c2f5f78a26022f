import type { z } from 'zod'
import { versDateOuNul } from '../../bd/dates'
import { qualitesSur } from '../../domaine/acte/droits'
import type { Etape } from '../../domaine/acte/etapes'
import { ErreurMetier } from '../../domaine/erreurs'
import { chargerActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { rattacherPiece } from '../fichier/deposer-piece'
import { journaliser } from '../journal/journaliser'
import type { schemaSignataire } from './saisies'

/** Le texte se rédige encore, ou il est arrêté ; envoyé à la signature, ses signataires sont figés. */
const ETAPES: readonly Etape[] = [
  'BROUILLON',
  'EN_RELECTURE',
  'A_REPRENDRE',
  'TEXTE_ACCEPTE',
  'EN_DELIBERATION',
]
const ETAPES_DE_LA_PARTIE: readonly Etape[] = ['TEXTE_ACCEPTE', 'EN_DELIBERATION']

/**
 * Nom, qualité et pouvoir d'un signataire : de droit, ou par une délégation (référence, date, copie). Par la direction ;
 * par la mairie pour ses propres signataires, une fois le texte accepté. Hors du texte voté : rien n'est rouvert.
 */
export async function renseignerSignataire(
  contexte: Contexte,
  saisie: z.output<typeof schemaSignataire>,
): Promise<{ version: number }> {
  const { tx, acteur } = contexte
  const lu = await tx.signataire.findUnique({
    where: { id: saisie.signataireId },
    include: { partie: true },
  })
  if (!lu) throw new ErreurMetier('INTROUVABLE')
  const acte = await chargerActeEnMain(tx, acteur, lu.partie.acteId)
  const qualites = qualitesSur(acteur, acte)
  const sienne = qualites.includes('mairie') && acteur.organisations.includes(lu.partie.organisationId)
  if (!qualites.includes('redacteur') && !sienne) throw new ErreurMetier('ROLE_INSUFFISANT')
  const permises = qualites.includes('redacteur') ? ETAPES : ETAPES_DE_LA_PARTIE
  if (!permises.includes(acte.etape)) throw new ErreurMetier('ETAPE_INTERDITE', { etape: acte.etape })
  const { count } = await tx.partie.updateMany({
    where: { id: lu.partieId, version: saisie.version },
    data: { version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  const delegue = saisie.nature === 'DELEGATION'
  const fichierId = delegue ? saisie.fichierId : null
  if (fichierId !== lu.autoriteFichierId) await rattacherPiece(contexte, fichierId, acte.id, 'delegation')
  const { civilite, prenom, nom, qualite } = saisie
  await tx.signataire.update({
    where: { id: lu.id },
    data: {
      civilite,
      prenom,
      nom,
      qualite,
      autoriteNature: saisie.nature,
      autoriteReference: delegue ? saisie.reference : null,
      autoriteDate: delegue ? versDateOuNul(saisie.date) : null,
      autorite: delegue ? saisie.autorite : null,
      autoriteFichierId: fichierId,
    },
  })
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'signataire-renseigne',
    partage: acte.partage,
    donnees: {
      partie: lu.partie.role,
      avant: { nom: [lu.prenom, lu.nom].join(' ').trim(), qualite: lu.qualite, nature: lu.autoriteNature },
      apres: {
        nom: [prenom, nom].join(' ').trim(),
        qualite,
        nature: saisie.nature,
        reference: saisie.reference,
        date: saisie.date,
      },
    },
  })
  return { version: saisie.version + 1 }
}
