import { versDate, versIso } from '../../bd/dates'
import { nouvelId } from '../../bd/identifiants'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { exigerAdministrateur } from '../../domaine/organisation/droits-administration'
import { rechercheDe } from '../../domaine/organisation/recherche'
import type { ModificationOrganisation } from '../../domaine/organisation/saisies-referentiel'
import type { Contexte } from '../contexte'
import { assurerCommune } from './commune'
import { journaliser } from './journaliser'
import { exigerParent, ouvrirPostes } from './rattacher'

/** Corrige ou renomme une organisation ; son code d'adresse ne change pas, les liens déjà envoyés restent bons. */
export async function modifierOrganisation(contexte: Contexte, saisie: ModificationOrganisation) {
  exigerAdministrateur(contexte.acteur)
  const { tx } = contexte
  const { organisationId, version } = saisie
  const avant = await tx.organisation.findUnique({ where: { id: organisationId } })
  if (!avant) throw new ErreurMetier('INTROUVABLE')
  if (saisie.parentId !== avant.parentId) await exigerParent(tx, avant.nature, saisie.parentId)
  const commune = await assurerCommune(tx, saisie)
  // Une commune gestionnaire reste la même commune : en changer serait en créer une autre.
  if (avant.natureGestionnaire === 'COMMUNE' && commune?.codeInsee !== avant.codeInsee)
    throw new ErreurMetier('COMMUNE_DIFFERENTE')
  const { nom, sigle, article, parentId, adresse, telephone, courriel, siret, finess } = saisie
  if (avant.nature === 'GROUPE_HOSPITALIER' && !sigle) throw new ErreurMetier('SAISIE_INVALIDE')
  const apres = { nom, sigle, article, parentId, adresse, telephone, courriel, siret, finess }
  const codeInsee = commune?.codeInsee ?? null
  const { count } = await tx.organisation.updateMany({
    where: { id: organisationId, version },
    data: {
      ...apres,
      feminin: saisie.genre === 'feminin',
      codeInsee,
      recherche: rechercheDe({ nom, sigle, commune: commune?.nom ?? null }),
      version: { increment: 1 },
    },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  await ouvrirPostes(tx, avant)
  if (avant.nature === 'GROUPE_HOSPITALIER') await appeler(contexte, saisie)
  const cles = Object.keys(apres) as (keyof typeof apres)[]
  await journaliser(contexte, {
    evenement: 'organisation-modifiee',
    organisationId,
    cible: organisationId,
    avant: { ...Object.fromEntries(cles.map((c) => [c, avant[c]])), codeInsee: avant.codeInsee },
    apres: { ...apres, codeInsee, appellationDepuis: saisie.appellationDepuis },
  })
  return { version: version + 1 }
}

/**
 * Sans date, la dernière appellation est corrigée (faute de frappe). Avec une date, le groupe change de nom : l'ancien
 * vaut jusqu'à la veille et garde ses références, le nouveau commence ce jour-là. Un nom à venir est refusé : la fiche
 * le porterait dès aujourd'hui dans les conventions qu'on prépare.
 */
async function appeler({ tx, maintenant }: Contexte, saisie: ModificationOrganisation): Promise<void> {
  const { organisationId, nom, codeReference, appellationDepuis } = saisie
  const sigle = saisie.sigle ?? ''
  const derniere = await tx.appellation.findFirst({ where: { organisationId }, orderBy: { depuis: 'desc' } })
  if (!appellationDepuis) {
    if (derniere) await tx.appellation.update({ where: { id: derniere.id }, data: { nom, sigle } })
    return
  }
  if (appellationDepuis > aujourdHuiAParis(maintenant))
    throw new ErreurMetier('DATE_INCOHERENTE', {
      raison: 'Un nouveau nom s’enregistre à partir du jour où il vaut, pas d’avance.',
    })
  if (!codeReference) throw new ErreurMetier('SAISIE_INVALIDE')
  if (derniere && appellationDepuis <= versIso(derniere.depuis))
    throw new ErreurMetier('DATE_INCOHERENTE', {
      raison: 'La nouvelle appellation doit commencer après la précédente.',
    })
  const depuis = versDate(appellationDepuis)
  if (derniere) await tx.appellation.update({ where: { id: derniere.id }, data: { jusqua: depuis } })
  await tx.appellation.create({
    data: { id: nouvelId(), organisationId, nom, sigle, codeReference, depuis },
  })
}
