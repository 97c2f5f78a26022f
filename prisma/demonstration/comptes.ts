import { aCommune, deCommune } from '../../lib/domaine/organisation/lieu'
import { codeGestionnaire, VILLES } from './centres'
import { communeDe } from './lieux'
import type { CompteDemonstration } from './types'

const adresse = (nom: string): string => `${nom}@demonstration.invalid`

const DES_VILLES = VILLES.flatMap((ville): CompteDemonstration[] => {
  const { nom, tncc } = communeDe(ville.codeInsee)
  const plusieurs = ville.centres.length > 1
  return [
    ...ville.centres.map((organisationCode, i): CompteDemonstration => {
      const numero = plusieurs ? ` n° ${i + 1}` : ''
      const fonction = `Direction du CMS${numero} ${deCommune(nom, tncc)}`
      return {
        courriel: adresse(`direction.cms.${organisationCode}`),
        nom: fonction,
        fonction,
        role: 'DIRECTION_CMS',
        organisationCode,
      }
    }),
    {
      courriel: adresse(`mairie.${ville.code}`),
      nom: `Mairie ${deCommune(nom, tncc)}`,
      fonction: `Services de la mairie, ${aCommune(nom, tncc)}`,
      role: 'MAIRIE',
      organisationCode: codeGestionnaire(ville),
    },
  ]
})

/** Comptes de la démonstration, nommés par leur fonction. */
export const comptesDemonstration: readonly CompteDemonstration[] = [
  {
    courriel: adresse('partenariats.hups'),
    nom: 'Direction des partenariats des HUPS',
    fonction: 'Direction des partenariats',
    role: 'DIRECTION_PARTENARIATS',
    organisationCode: 'hups',
  },
  {
    courriel: adresse('partenariats.hupnvs'),
    nom: 'Direction des partenariats des HUPNVS',
    fonction: 'Direction des partenariats',
    role: 'DIRECTION_PARTENARIATS',
    organisationCode: 'hupnvs',
  },
  {
    courriel: adresse('siege'),
    nom: 'Siège de l’AP-HP',
    fonction: 'Direction de l’organisation médicale et des relations avec les universités',
    role: 'SIEGE',
    organisationCode: 'ap-hp',
  },
  {
    courriel: adresse('administration'),
    nom: 'Administration de l’application',
    fonction: 'Administration des comptes et des référentiels',
    role: 'ADMINISTRATEUR',
    organisationCode: 'ap-hp',
  },
  {
    courriel: adresse('juridique.hups'),
    nom: 'Affaires juridiques des HUPS',
    fonction: 'Affaires juridiques',
    role: 'VALIDEUR',
    organisationCode: 'hups',
    fonctionValideur: 'juridique',
  },
  {
    courriel: adresse('chef-de-pole.hups'),
    nom: 'Chef de pôle des HUPS',
    fonction: 'Chef de pôle',
    role: 'VALIDEUR',
    organisationCode: 'hups',
    fonctionValideur: 'chef-de-pole',
  },
  {
    courriel: adresse('cme.hups'),
    nom: 'Présidence de la commission médicale des HUPS',
    fonction: 'Commission médicale d’établissement locale',
    role: 'VALIDEUR',
    organisationCode: 'hups',
    fonctionValideur: 'cme',
  },
  {
    courriel: adresse('comptable.hups'),
    nom: 'Comptable public des HUPS',
    fonction: 'Comptable public',
    role: 'VALIDEUR',
    organisationCode: 'hups',
    fonctionValideur: 'comptable',
  },
  {
    courriel: adresse('juridique.hupnvs'),
    nom: 'Affaires juridiques des HUPNVS',
    fonction: 'Affaires juridiques',
    role: 'VALIDEUR',
    organisationCode: 'hupnvs',
    fonctionValideur: 'juridique',
  },
  {
    courriel: adresse('affaires-medicales.hupnvs'),
    nom: 'Direction des affaires médicales des HUPNVS',
    fonction: 'Direction des affaires médicales',
    role: 'VALIDEUR',
    organisationCode: 'hupnvs',
    fonctionValideur: 'affaires-medicales',
  },
  {
    courriel: adresse('cme.hupnvs'),
    nom: 'Présidence de la commission médicale des HUPNVS',
    fonction: 'Commission médicale d’établissement locale',
    role: 'VALIDEUR',
    organisationCode: 'hupnvs',
    fonctionValideur: 'cme',
  },
  {
    courriel: adresse('comite.hups'),
    nom: 'Membre du comité de suivi des HUPS',
    fonction: 'Comité de suivi',
    role: 'MEMBRE_COMITE',
    organisationCode: 'hups',
  },
  {
    courriel: adresse('secretariat.imagerie'),
    nom: 'Secrétariat d’imagerie de Bicêtre',
    fonction: 'Secrétariat du service d’imagerie',
    role: 'SECRETARIAT',
    organisationCode: 'bicetre-imagerie',
  },
  {
    courriel: adresse('referent.medecine-interne'),
    nom: 'Référent médecine interne de Bicêtre',
    fonction: 'Référent du service de médecine interne',
    role: 'REFERENT_SERVICE',
    organisationCode: 'bicetre-medecine-interne',
  },
  ...DES_VILLES,
]
