/** Comptes de la démonstration, nommés comme on en parle dans les tests. */
const adresse = (nom: string) => `${nom}@demonstration.invalid`

export const ROLES = {
  direction: adresse('partenariats.hups'),
  autreDirection: adresse('partenariats.hupnvs'),
  siege: adresse('siege'),
  administration: adresse('administration'),
  comite: adresse('comite.hups'),
  referent: adresse('referent.medecine-interne'),
  cmsArcueil: adresse('direction.cms.arcueil'),
  mairieArcueil: adresse('mairie.arcueil'),
  cmsGentilly: adresse('direction.cms.gentilly'),
  cmsFontenay: adresse('direction.cms.fontenay-aux-roses'),
  mairieFontenay: adresse('mairie.fontenay-aux-roses'),
  juridique: adresse('juridique.hups'),
  cme: adresse('cme.hups'),
} as const
export type NomRole = keyof typeof ROLES

/** Ceux pour qui un brouillon d'Arcueil que son groupe n'a pas partagé n'existe pas. */
export const ETRANGERS: readonly NomRole[] = [
  'cmsArcueil',
  'mairieArcueil',
  'cmsGentilly',
  'siege',
  'autreDirection',
  'referent',
  'administration',
]
