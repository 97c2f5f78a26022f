/** Parties de l'application ouvertes à la personne connectée ; l'accueil l'est toujours. */
export type DroitsNavigation = {
  conventions?: boolean
  aSaisir?: boolean
  tableau?: boolean
  campagnes?: boolean
  centres?: boolean
  conseils?: boolean
  demandes?: boolean
  groupes?: boolean
  bibliotheque?: boolean
  administration?: boolean
}

export type Destination = { href: string; libelle: string }

const TOUTES: readonly (Destination & { droit?: keyof DroitsNavigation })[] = [
  { href: '/', libelle: 'Accueil' },
  { href: '/tableau', libelle: 'Tableau de bord', droit: 'tableau' },
  { href: '/conventions', libelle: 'Conventions', droit: 'conventions' },
  { href: '/a-saisir', libelle: 'À saisir', droit: 'aSaisir' },
  { href: '/campagnes', libelle: 'Campagnes', droit: 'campagnes' },
  { href: '/cms', libelle: 'Centres de santé', droit: 'centres' },
  { href: '/demandes', libelle: 'Demandes', droit: 'demandes' },
  { href: '/conseils', libelle: 'Séances du conseil', droit: 'conseils' },
  { href: '/groupes', libelle: 'Groupe hospitalier', droit: 'groupes' },
  { href: '/bibliotheque', libelle: 'Bibliothèque', droit: 'bibliotheque' },
  { href: '/administration', libelle: 'Administration', droit: 'administration' },
]

export const destinations = (droits: DroitsNavigation): Destination[] =>
  TOUTES.filter((d) => !d.droit || droits[d.droit]).map(({ href, libelle }) => ({ href, libelle }))
