/** Code officiel géographique de l'INSEE : code, nom avec son article, type de nom en clair, code postal. */
export const DEPARTEMENTS = [
  { code: '75', nom: 'Paris', tncc: 0 },
  { code: '92', nom: 'Hauts-de-Seine', tncc: 4 },
  { code: '93', nom: 'Seine-Saint-Denis', tncc: 3 },
  { code: '94', nom: 'Val-de-Marne', tncc: 2 },
  { code: '95', nom: 'Val-d’Oise', tncc: 2 },
] as const

type CommuneDemonstration = { codeInsee: string; nom: string; tncc: number; codePostal: string }

/**
 * L'Haÿ-les-Roses garde son article dans son nom avec la liaison « de » : l'écriture attendue est la même que celle
 * du type 5 de l'INSEE.
 */
export const COMMUNES: readonly CommuneDemonstration[] = [
  { codeInsee: '75056', nom: 'Paris', tncc: 0, codePostal: '75004' },
  { codeInsee: '92004', nom: 'Asnières-sur-Seine', tncc: 1, codePostal: '92600' },
  { codeInsee: '92007', nom: 'Bagneux', tncc: 0, codePostal: '92220' },
  { codeInsee: '92009', nom: 'Bois-Colombes', tncc: 0, codePostal: '92270' },
  { codeInsee: '92023', nom: 'Clamart', tncc: 0, codePostal: '92140' },
  { codeInsee: '92024', nom: 'Clichy', tncc: 0, codePostal: '92110' },
  { codeInsee: '92025', nom: 'Colombes', tncc: 0, codePostal: '92700' },
  { codeInsee: '92032', nom: 'Fontenay-aux-Roses', tncc: 0, codePostal: '92260' },
  { codeInsee: '92036', nom: 'Gennevilliers', tncc: 0, codePostal: '92230' },
  { codeInsee: '92046', nom: 'Malakoff', tncc: 0, codePostal: '92240' },
  { codeInsee: '92078', nom: 'Villeneuve-la-Garenne', tncc: 0, codePostal: '92390' },
  { codeInsee: '93066', nom: 'Saint-Denis', tncc: 0, codePostal: '93200' },
  { codeInsee: '93070', nom: 'Saint-Ouen-sur-Seine', tncc: 0, codePostal: '93400' },
  { codeInsee: '94003', nom: 'Arcueil', tncc: 1, codePostal: '94110' },
  { codeInsee: '94037', nom: 'Gentilly', tncc: 0, codePostal: '94250' },
  { codeInsee: '94038', nom: 'L’Haÿ-les-Roses', tncc: 0, codePostal: '94240' },
  { codeInsee: '94041', nom: 'Ivry-sur-Seine', tncc: 1, codePostal: '94200' },
  { codeInsee: '94043', nom: 'Le Kremlin-Bicêtre', tncc: 2, codePostal: '94270' },
  { codeInsee: '94076', nom: 'Villejuif', tncc: 0, codePostal: '94800' },
  { codeInsee: '94081', nom: 'Vitry-sur-Seine', tncc: 0, codePostal: '94400' },
  { codeInsee: '95018', nom: 'Argenteuil', tncc: 1, codePostal: '95100' },
]

export function communeDe(codeInsee: string): CommuneDemonstration {
  const commune = COMMUNES.find((c) => c.codeInsee === codeInsee)
  if (!commune) throw new Error(`Commune absente de la démonstration : ${codeInsee}`)
  return commune
}
