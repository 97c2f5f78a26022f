import type { z } from 'zod'
import { ErreurMetier } from '../../domaine/erreurs'
import { modificationsEntre } from '../../domaine/texte/modifications'
import { chargerActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { avecDeterminant, exigerEcriture, nomDUnite, texteLu } from './charger'
import { creerRemarque, type RemarqueEcrite } from './ecrire-remarque'
import { extraitDe, prevenirEcriture } from './prevenir'
import type { schemaProposerTexte } from './saisies'

/**
 * Propose un autre texte pour une unité, d'après la version lue. Refuse une proposition qui dit la même chose que le
 * texte lu : il n'y aurait rien à décider.
 */
export async function proposerTexte(
  contexte: Contexte,
  saisie: z.output<typeof schemaProposerTexte>,
): Promise<RemarqueEcrite> {
  const { tx, acteur } = contexte
  const acte = await chargerActeEnMain(tx, acteur, saisie.acteId)
  exigerEcriture(acteur, acte, saisie.interne)
  const { versionId, texte } = await texteLu(tx, acte, saisie.lue, saisie.interne)
  const unite = texte.unites.find((u) => u.identite === saisie.identite)
  if (!unite) throw new ErreurMetier('INTROUVABLE')
  const base = { titre: unite.titre, contenu: unite.contenu }
  // Un article sans titre n'en reçoit pas par une contre-proposition : sa nature changerait.
  const proposition = {
    titre: unite.titre === null ? null : saisie.titre || unite.titre,
    contenu: saisie.contenu,
  }
  if (modificationsEntre(base, proposition).length === 0) throw new ErreurMetier('PROPOSITION_IDENTIQUE')
  const remarque = await creerRemarque(contexte, acte, {
    nature: 'CONTRE_PROPOSITION',
    interne: saisie.interne,
    identite: saisie.identite,
    versionId,
    base,
    proposition,
    message: saisie.texte,
  })
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'contre-proposition-ecrite',
    cible: saisie.identite,
    partage: !saisie.interne,
    donnees: { interne: saisie.interne },
  })
  await prevenirEcriture(contexte, acte, remarque, {
    unite: avecDeterminant(nomDUnite(texte, saisie.identite)),
    extrait: extraitDe(saisie.texte),
    nature: 'contre-proposition',
  })
  return { remarqueId: remarque.id }
}
