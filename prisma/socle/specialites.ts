import type { SpecialiteRangee } from '../../lib/domaine/organisation/comparaison'

/**
 * Table de référence des spécialités et services : d'abord les lignes des deux tableaux de l'offre (mémoire de 2018),
 * dans leur ordre, puis celles que seuls les besoins citent. Une mise à jour ajoute, elle n'altère jamais.
 */
const CONSULTATIONS = [
  ['medecine-generale', 'Médecine générale'],
  ['addictologie', 'Addictologie'],
  ['allergologie', 'Allergologie'],
  ['angiologie', 'Angiologie'],
  ['cardiologie', 'Cardiologie'],
  ['dermatologie', 'Dermatologie'],
  ['endocrinologie', 'Endocrinologie'],
  ['gynecologie', 'Gynécologie'],
  ['ophtalmologie', 'Ophtalmologie'],
  ['orl', 'ORL'],
  ['pediatrie', 'Pédiatrie'],
  ['phlebologie', 'Phlébologie'],
  ['psychiatrie', 'Psychiatrie'],
  ['rhumatologie', 'Rhumatologie'],
  ['urologie', 'Urologie'],
  ['diabetologie', 'Diabétologie'],
  ['gastroenterologie', 'Gastroentérologie'],
  ['geriatrie', 'Gériatrie'],
  ['medecine-interne', 'Médecine interne'],
  ['nephrologie', 'Néphrologie'],
  ['neurologie', 'Neurologie'],
  ['orthopedie', 'Orthopédie'],
  ['pneumologie', 'Pneumologie'],
  ['radiologie', 'Radiologie'],
  ['sommeil', 'Sommeil'],
] as const

const SUPPORTS = [
  ['cabinet-dentaire', 'Cabinet dentaire'],
  ['soins-infirmiers', 'Cabinet de soins infirmiers'],
  ['imagerie', 'Imagerie médicale'],
  ['laboratoire', 'Laboratoire d’analyses médicales'],
  ['planning-familial', 'Planning familial'],
  ['dietetique', 'Diététique'],
  ['reeducation', 'Rééducation'],
  ['vaccination', 'Vaccination'],
  ['csapa', 'Centre de soins, d’accompagnement et de prévention en addictologie'],
] as const

export type CodeSpecialite = (typeof CONSULTATIONS)[number][0] | (typeof SUPPORTS)[number][0]

export const SPECIALITES: readonly (SpecialiteRangee & { code: CodeSpecialite })[] = [
  ...CONSULTATIONS.map(([code, libelle], i) => ({
    code,
    libelle,
    categorie: 'CONSULTATION' as const,
    rang: (i + 1) * 10,
  })),
  ...SUPPORTS.map(([code, libelle], i) => ({
    code,
    libelle,
    categorie: 'SUPPORT' as const,
    rang: 1_000 + (i + 1) * 10,
  })),
]
