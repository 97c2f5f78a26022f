import { CENTRES, GESTIONNAIRES } from './centres'
import { SOURCES } from './sources'
import type { FonctionDemonstration } from './types'

const DIRECTEUR_GENERAL = { masculin: 'Directeur général', feminin: 'Directrice générale' }
const MAIRE = { masculin: 'Maire', feminin: 'Maire' }

/** Postes que les sources décrivent, sans titulaire actuel connu : l'écran les demande. */
const POSTES: FonctionDemonstration[] = [
  { organisation: 'ap-hp', code: 'directeur-general', ...DIRECTEUR_GENERAL, signataire: true },
  ...['hups', 'hupnvs'].flatMap((organisation): FonctionDemonstration[] => [
    {
      organisation,
      code: 'directeur-groupe',
      masculin: 'Directeur du groupe hospitalier',
      feminin: 'Directrice du groupe hospitalier',
      signataire: true,
    },
    {
      organisation,
      code: 'president-cme',
      masculin: 'Président de la commission médicale d’établissement',
      feminin: 'Présidente de la commission médicale d’établissement',
    },
  ]),
  {
    organisation: 'hups',
    code: 'directeur-partenariats',
    masculin: 'Directeur de l’offre de soins et des partenariats',
    feminin: 'Directrice de l’offre de soins et des partenariats',
  },
  ...['antoine-beclere', 'louis-mourier'].map((organisation) => ({
    organisation,
    code: 'directeur-site',
    masculin: 'Directeur de l’hôpital',
    feminin: 'Directrice de l’hôpital',
  })),
  ...['bicetre-imagerie', 'bicetre-medecine-interne'].map((organisation) => ({
    organisation,
    code: 'chef-service',
    masculin: 'Chef de service',
    feminin: 'Cheffe de service',
  })),
  ...GESTIONNAIRES.map((g) => ({ organisation: g.code, code: 'maire', ...MAIRE, signataire: true })),
  ...CENTRES.flatMap((c): FonctionDemonstration[] => [
    {
      organisation: c.code,
      code: 'directeur-medical',
      masculin: 'Directeur médical',
      feminin: 'Directrice médicale',
    },
    {
      organisation: c.code,
      code: 'directeur-administratif',
      masculin: 'Directeur administratif',
      feminin: 'Directrice administrative',
    },
  ]),
]

/** Titulaires que les sources nomment : la période est celle qu'elles attestent, jamais prolongée. */
const ATTESTEES: FonctionDemonstration[] = [
  {
    organisation: 'ap-hp',
    code: 'directeur-general',
    ...DIRECTEUR_GENERAL,
    signataire: true,
    titulaire: { civilite: 'M', prenom: 'Martin', nom: 'Hirsch' },
    depuis: '2016-04-01',
    jusqua: '2018-09-30',
    source: `${SOURCES.lancement} ; ${SOURCES.cadre}`,
  },
  {
    organisation: 'commune-gennevilliers',
    code: 'maire',
    ...MAIRE,
    signataire: true,
    titulaire: { civilite: 'M', prenom: 'Patrice', nom: 'Leclerc' },
    depuis: '2017-07-01',
    jusqua: '2017-07-31',
    source: SOURCES.affiliation,
  },
  {
    organisation: 'hups',
    code: 'directeur-groupe',
    masculin: 'Directeur des Hôpitaux Universitaires Paris-Sud',
    feminin: 'Directrice des Hôpitaux Universitaires Paris-Sud',
    signataire: true,
    titulaire: { civilite: 'MME', prenom: 'Elsa', nom: 'Genestier' },
    depuis: '2018-01-01',
    jusqua: '2018-12-31',
    source: SOURCES.partagee,
  },
  {
    organisation: 'antoine-beclere',
    code: 'directeur-site',
    masculin: 'Directeur de l’hôpital Antoine-Béclère',
    feminin: 'Directrice de l’hôpital Antoine-Béclère',
    titulaire: { civilite: 'MME', prenom: 'Marie', nom: 'Lajoux' },
    depuis: '2018-01-01',
    jusqua: '2018-12-31',
    source: SOURCES.partagee,
  },
  {
    organisation: 'commune-malakoff',
    code: 'directeur-sante',
    masculin: 'Directeur de la santé des centres municipaux',
    feminin: 'Directrice de la santé des centres municipaux',
    // La source ne donne que le titre de docteur : la civilité reste à renseigner.
    titulaire: { civilite: null, prenom: 'Eric', nom: 'May' },
    depuis: '2018-01-01',
    jusqua: '2018-10-31',
    source: SOURCES.memoire,
  },
]

export const FONCTIONS: readonly FonctionDemonstration[] = [
  ...POSTES,
  {
    organisation: 'commune-malakoff',
    code: 'directeur-sante',
    masculin: 'Directeur de la santé des centres municipaux',
    feminin: 'Directrice de la santé des centres municipaux',
  },
  ...ATTESTEES,
]
