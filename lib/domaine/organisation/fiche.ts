/** Fin de nom d'un centre dont le nom d'usage n'est pas connu : l'écran demande de le compléter. */
export const NOM_A_RENSEIGNER = ' — nom à renseigner'

export const nomARenseigner = (nom: string): boolean => nom.endsWith(NOM_A_RENSEIGNER)

/** Nom lisible en attendant : sans la mention. */
export const nomProvisoire = (nom: string): string =>
  nomARenseigner(nom) ? nom.slice(0, -NOM_A_RENSEIGNER.length) : nom

/** En cours ce jour : commencée (ou début inconnu) et pas finie. */
export const enCours = (f: { depuis: string | null; jusqua: string | null }, date: string): boolean =>
  (f.depuis === null || f.depuis <= date) && (f.jusqua === null || date <= f.jusqua)

export const MANQUES = ['nom', 'adresse', 'telephone', 'courriel', 'offre', 'besoins', 'titulaire'] as const
export type CodeManque = (typeof MANQUES)[number]

/** Ce qui manque à une fiche ; `fonction` nomme le poste sans titulaire. */
export type Manque = { code: CodeManque; organisation: string; fonction?: string }

type FicheAControler = {
  code: string
  nom: string
  adresse: string | null
  telephone: string | null
  courriel: string | null
}

/** Coordonnées absentes d'une organisation. */
export function manquesDeFiche(o: FicheAControler): Manque[] {
  const manques: Manque[] = []
  const ajouter = (code: CodeManque, absent: boolean): void => {
    if (absent) manques.push({ code, organisation: o.code })
  }
  ajouter('nom', nomARenseigner(o.nom))
  ajouter('adresse', !o.adresse)
  ajouter('telephone', !o.telephone)
  ajouter('courriel', !o.courriel)
  return manques
}

/** Nom de l'institution au premier démarrage sans démonstration, tant que l'administrateur ne l'a pas nommée. */
export const NOM_PROVISOIRE = 'Institution'
