import type { FonctionValidation } from '@/lib/domaine/organisation/fonctions-validation'
import type { Contenu } from '@/lib/domaine/texte/contenu'
import type { PartieSource } from '@/lib/domaine/texte/modele-source'
import type { DefinitionParametre, UniteDuree, ValeurParametre } from '@/lib/domaine/texte/parametres'
import type { AccordAdaptation, GenreUnite } from '@/lib/domaine/texte/unites'
import type { Reponse } from '@/lib/serveur/action'

type Projet = { projetId: string; version: number }
export type VarianteSaisie = {
  code: string
  libelle: string
  titre?: string | null
  source?: string
  contenu: Contenu
  valeurs: ValeurDeVariante[]
}
export type ValeurDeVariante = { cle: string; valeur: ValeurParametre }
export type SaisieUniteProjet = {
  titre: string | null
  contenu: Contenu
  facultative: boolean
  visa: string | null
  accordAdaptation: AccordAdaptation | null
  variantes: VarianteSaisie[]
}
export type EnregistrerUnite = (
  s: Projet & { identite: string } & SaisieUniteProjet,
) => Promise<Reponse<{ version: number }>>
export type AjouterUnite = (s: {
  projetId: string
  genre: GenreUnite
  parent: string | null
  apres: string | null
  titre: string | null
}) => Promise<Reponse<{ identite: string }>>
export type RetirerUnite = (s: Projet & { identite: string }) => Promise<Reponse<{ retirees: number }>>
export type DeplacerUnite = (
  s: Projet & { identite: string; sens: 'haut' | 'bas' },
) => Promise<Reponse<{ version: number }>>
export type GenreAjoutable = Exclude<DefinitionParametre['genre'], 'commune' | 'personne' | 'designation'>
export type EnregistrerValeur = (
  s: Projet & {
    cle: string | null
    libelle: string
    genre: GenreAjoutable
    aide: string
    facultatif: boolean
    defaut: ValeurParametre | null
    unites: UniteDuree[]
    choix: { libelle: string; texte: string }[]
  },
) => Promise<Reponse<{ version: number; cle: string }>>
export type RetirerValeur = (s: Projet & { cle: string }) => Promise<Reponse<{ version: number }>>
export type EnregistrerPartie = (
  s: Projet & { role: PartieSource['role']; contenu: Contenu },
) => Promise<Reponse<{ version: number }>>
export type AvisSaisi = { fonction: FonctionValidation; nature: 'avis' | 'accord'; source: string }
export type EnregistrerAvis = (s: Projet & { avis: AvisSaisi[] }) => Promise<Reponse<{ version: number }>>
export type EnregistrerEntete = (
  s: Projet & { intitule: string; titre: string; resume: string },
) => Promise<Reponse<{ version: number }>>
