import { ErreurMetier } from '../../domaine/erreurs'
import { rechercheDe } from '../../domaine/organisation/recherche'
import type { SaisieFiche } from '../../domaine/organisation/saisies'
import type { Contexte } from '../contexte'
import { exigerFiche } from './acces-fiche'
import { journaliser } from './journaliser'

/** Complète le nom et les coordonnées d'une organisation ; la recherche suit le nom. */
export async function completerFiche(contexte: Contexte, saisie: SaisieFiche): Promise<void> {
  const { tx, acteur } = contexte
  await exigerFiche(tx, acteur, saisie.organisationId)
  const avant = await tx.organisation.findUniqueOrThrow({
    where: { id: saisie.organisationId },
    include: { commune: { select: { nom: true } } },
  })
  const { nom, adresse, telephone, courriel } = saisie
  const { count } = await tx.organisation.updateMany({
    where: { id: saisie.organisationId, version: saisie.version },
    data: {
      nom,
      adresse,
      telephone,
      courriel,
      recherche: rechercheDe({ nom, sigle: avant.sigle, commune: avant.commune?.nom ?? null }),
      version: { increment: 1 },
    },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  await journaliser(contexte, {
    evenement: 'fiche-completee',
    organisationId: avant.id,
    cible: avant.id,
    avant: {
      nom: avant.nom,
      adresse: avant.adresse,
      telephone: avant.telephone,
      courriel: avant.courriel,
    },
    apres: { nom, adresse, telephone, courriel },
  })
}
