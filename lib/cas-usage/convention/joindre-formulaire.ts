import type { z } from 'zod'
import { stockage } from '../../bd/stockage'
import { ErreurMetier } from '../../domaine/erreurs'
import { TAILLE_MAX_FORMULAIRE } from '../../domaine/fichier/depots'
import { porteFormulaire } from '../../domaine/texte/unites'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { type ActeCharge, chargerActeAModifier, exigerHorsAvenant } from './charger-acte'
import { ecrireUnite } from './modifier-unite'
import type { schemaJoindreFormulaire } from './saisies'

/**
 * Joint à une annexe de nature formulaire son formulaire vierge en PDF, le remplace, ou l'ôte (`fichierId` nul).
 * Un formulaire ôté reste rattaché à l'acte, pour que le geste s'annule et que le journal reste vérifiable.
 */
export async function joindreFormulaire(
  contexte: Contexte,
  saisie: z.output<typeof schemaJoindreFormulaire>,
): Promise<{ version: number }> {
  const { tx, acteur } = contexte
  const acte = await chargerActeAModifier(tx, acteur, saisie.acteId)
  exigerHorsAvenant(acte)
  const unite = await tx.unite.findUnique({
    where: { acteId_identite: { acteId: acte.id, identite: saisie.identite } },
    include: { fichier: { select: { nom: true, empreinte: true } } },
  })
  if (!unite) throw new ErreurMetier('INTROUVABLE')
  if (!porteFormulaire(unite)) throw new ErreurMetier('SAISIE_INVALIDE')
  // Rien à joindre ni à ôter : le journal ne dirait pas vrai.
  if (unite.version === saisie.version && unite.fichierId === saisie.fichierId)
    throw new ErreurMetier('SAISIE_INVALIDE')
  const joint = saisie.fichierId ? await rattacher(contexte, acte, saisie.fichierId) : null
  await ecrireUnite(contexte, acte, saisie, { fichierId: saisie.fichierId })
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: joint ? 'formulaire-joint' : 'formulaire-ote',
    cible: saisie.identite,
    donnees: { fichier: joint, precedent: unite.fichier },
  })
  return { version: saisie.version + 1 }
}

/** Un dépôt de l'acteur pas encore rattaché, ou un formulaire que cet acte a déjà porté ; sinon INTROUVABLE. */
async function rattacher(
  { tx, acteur }: Contexte,
  acte: ActeCharge,
  fichierId: string,
): Promise<{ nom: string; empreinte: string }> {
  const fichier = await stockage(tx).decrire(fichierId)
  const neuf =
    fichier?.acteId === null && fichier.creePar === acteur.utilisateurId && fichier.usage === 'scan'
  const dejaPorte = fichier?.acteId === acte.id && fichier.usage === 'formulaire'
  if (!fichier || !(neuf || dejaPorte)) throw new ErreurMetier('INTROUVABLE')
  if (fichier.type !== 'application/pdf') throw new ErreurMetier('FICHIER_REFUSE', { acceptes: 'PDF' })
  if (fichier.taille > TAILLE_MAX_FORMULAIRE)
    throw new ErreurMetier('FICHIER_TROP_GROS', { maximum: '10 Mo' })
  // Conditionnel : un même dépôt joint à deux actes au même instant ne passe qu'une fois.
  if (neuf && !(await stockage(tx).rattacher(fichierId, acte.id, acteur.utilisateurId, 'formulaire', 'scan')))
    throw new ErreurMetier('INTROUVABLE')
  return { nom: fichier.nom, empreinte: fichier.empreinte }
}
