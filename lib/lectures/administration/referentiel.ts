import 'server-only'
import { versIsoOuNul } from '../../bd/dates'
import { avecActeur } from '../../bd/transaction'
import type { Acteur, NatureOrganisation } from '../../domaine/organisation/acteur'
import { exigerAdministrateur } from '../../domaine/organisation/droits-administration'
import { NOM_PROVISOIRE } from '../../domaine/organisation/fiche'
import { plier } from '../../domaine/texte/plier'

/** Une organisation dans l'arbre, avec ce qui en dépend. */
export type Branche = {
  code: string
  nom: string
  sigle: string | null
  nature: NatureOrganisation
  jusqua: string | null
  /** Groupes partenaires d'un centre, par sigle. */
  partenaires: string[]
  enfants: Branche[]
}

export type Referentiel = {
  hopital: Branche[]
  gestionnaires: Branche[]
  total: number
  trouvees: number
  /** Rien n'a encore été créé : l'institution porte le nom provisoire du premier démarrage. */
  aNommer: string | null
}

const francais = new Intl.Collator('fr')

/** L'arbre entier, ou les branches qui mènent à ce qu'on cherche ; réservé à l'administrateur. */
export async function lireReferentiel(acteur: Acteur, recherche = ''): Promise<Referentiel> {
  exigerAdministrateur(acteur)
  const lues = await avecActeur(acteur, (tx) =>
    tx.organisation.findMany({
      include: {
        commune: { select: { nom: true } },
        partenariatsCentre: { select: { groupe: { select: { nom: true, sigle: true } } } },
      },
    }),
  )
  const mots = plier(recherche).split(' ').filter(Boolean)
  const correspond = (o: { recherche: string }) => mots.every((mot) => o.recherche.includes(mot))
  const cle = (o: (typeof lues)[number]) => (o.nature === 'GESTIONNAIRE' && o.commune?.nom) || o.nom
  const sous = (parentId: string | null): Branche[] =>
    lues
      .filter((o) => o.parentId === parentId)
      // Les gestionnaires se cherchent par leur commune, non par « commune de » ou « commune d’ ».
      .sort((a, b) => francais.compare(cle(a), cle(b)) || francais.compare(a.nom, b.nom))
      .map((o) => ({ o, enfants: sous(o.id) }))
      .filter(({ o, enfants }) => enfants.length > 0 || correspond(o))
      .map(({ o, enfants }) => ({
        code: o.code,
        nom: o.nom,
        sigle: o.sigle,
        nature: o.nature,
        jusqua: versIsoOuNul(o.jusqua),
        partenaires: o.partenariatsCentre.map((p) => p.groupe.sigle ?? p.groupe.nom),
        enfants,
      }))
  const sommets = sous(null)
  const provisoire = lues.find((o) => o.nature === 'INSTITUTION' && o.nom === NOM_PROVISOIRE)
  return {
    hopital: sommets.filter((b) => b.nature !== 'GESTIONNAIRE'),
    gestionnaires: sommets.filter((b) => b.nature === 'GESTIONNAIRE'),
    total: lues.length,
    trouvees: lues.filter(correspond).length,
    aNommer: provisoire?.code ?? null,
  }
}
