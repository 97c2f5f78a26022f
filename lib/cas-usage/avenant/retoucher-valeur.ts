import type { z } from 'zod'
import { CLES_DES_DATES } from '../../domaine/acte/dates-du-texte'
import { estTardive } from '../../domaine/acte/version'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { verifierValeur } from '../convention/modifier-parametre'
import { enregistrerRetouche, type RetoucheEnregistree } from './enregistrer-retouche'
import { chargerProjet, etatVoulu, retoucheDe } from './projet'
import type { schemaRetoucherValeur } from './saisies'

/**
 * Change une valeur du texte en vigueur (48 h → 24 h) ; revenir à la valeur de départ efface la retouche. Refuse une mention
 * ou un nom, qui ne se votent pas, et les dates de la convention, qui se changent par son terme.
 */
export async function retoucherValeur(
  contexte: Contexte,
  saisie: z.output<typeof schemaRetoucherValeur>,
): Promise<RetoucheEnregistree> {
  const p = await chargerProjet(contexte, saisie.acteId)
  const { cle, valeur } = saisie
  const definition = etatVoulu(p).definitions.find((d) => d.cle === cle)
  if (!definition) throw new ErreurMetier('INTROUVABLE')
  const { effet, fin, duree } = CLES_DES_DATES
  if (estTardive(definition) || [effet, fin, duree].includes(cle as typeof fin) || /_avenant_\d+$/.test(cle))
    throw new ErreurMetier('TEXTE_VOTE_INTANGIBLE', { libelle: definition.libelle })
  if (valeur) verifierValeur(definition, valeur)
  const ancienne = retoucheDe(p, `valeur:${cle}`)?.retouche
  const ajoutee = ancienne?.cible === 'valeur' ? ancienne.definition : undefined
  return enregistrerRetouche(
    contexte,
    p,
    {
      cible: 'valeur',
      cle,
      depart: p.base.valeurs[cle] ?? null,
      voulu: valeur,
      ...(ajoutee ? { definition: ajoutee } : {}),
    },
    saisie.version,
  )
}
