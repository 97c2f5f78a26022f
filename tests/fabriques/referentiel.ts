import type { NatureOrganisation } from '../../lib/domaine/organisation/acteur'
import type { SaisieCreation } from '../../lib/domaine/organisation/saisies-referentiel'

/** Saisie d'une création, telle que le formulaire l'envoie : tout est vide sauf ce qu'on donne. */
export const uneCreation = (
  nature: NatureOrganisation,
  saisie: Partial<SaisieCreation> = {},
): SaisieCreation => ({
  nature,
  nom: '',
  sigle: '',
  article: 'le',
  genre: 'masculin',
  parentId: '',
  natureGestionnaire: '',
  adresse: '',
  telephone: '',
  courriel: '',
  siret: '',
  finess: '',
  codeInsee: '',
  communeNom: '',
  tncc: '0',
  codeReference: '',
  appellationDepuis: '',
  ...saisie,
})
