/** Noms d'actes qui ouvrent un titre, avec leur article ; l'accord d'un visa ou d'une phrase en dépend. */
const NOMS: readonly (readonly [RegExp, 'la ' | 'le ' | 'l’', boolean])[] = [
  [/^(convention|charte|lettre)(?=[\s-]|$)/i, 'la ', true],
  [/^(protocole|contrat|pacte|partenariat|règlement|cahier|mémorandum)(?=[\s-]|$)/i, 'le ', false],
  [/^(entente|annexe)(?=[\s-]|$)/i, 'l’', true],
  [/^(accord|avenant|acte|arrangement|engagement)(?=[\s-]|$)/i, 'l’', false],
]

/** « la convention-cadre de partenariat », « le protocole d’accord » : l'acte tel qu'une phrase le nomme, d'après son titre. */
export function designationDeLActe(titre: string): string {
  const regle = NOMS.find(([motif]) => motif.test(titre))
  return regle ? `${regle[1]}${titre.charAt(0).toLowerCase()}${titre.slice(1)}` : `la convention « ${titre} »`
}

/** Vrai quand l'acte ainsi désigné est du féminin : « la convention », « l’entente ». Un nom inconnu après « l’ » l'est aussi. */
export function estFeminine(designation: string): boolean {
  if (/^le /i.test(designation)) return false
  if (/^la /i.test(designation)) return true
  const nom = designation.replace(/^l[’']/i, '')
  return NOMS.find(([motif]) => motif.test(nom))?.[2] ?? true
}
