import { ciblePartie } from '../../domaine/avenant/modifications'
import {
  cleDeDesignation,
  cleDeRepresentant,
  estUneSuccession,
  type PartieVisee,
} from '../../domaine/avenant/parties'
import { nomDansLaPhrase } from '../../domaine/organisation/designations'
import type { ValeurParametre } from '../../domaine/texte/parametres'
import type { AtelierLu } from '../../lectures/avenant/lire-atelier'

export type Designation = { organisationId: string; nom: string; adresse: string | null }
export type Representant = { civilite: 'M' | 'MME'; prenom: string; nom: string; qualite: string }

/** Une partie de la convention dans l'atelier : ce qu'elle est, ce que l'avenant veut en faire. */
export type PartieDite = PartieVisee & {
  /** « L’hôpital », « Le gestionnaire », ou son nom quand ils sont plusieurs. */
  titre: string
  actuelle: Designation
  voulue: Designation | null
  version: number
  /** `null` : le texte ne dit pas qui la représente. */
  representant: Representant | null
  representantVoulu: Representant | null
  versionRepresentant: number
  organismes: readonly { id: string; nom: string; adresse: string | null }[]
  /** « L’association X succède à la commune d’Arcueil » ; `null` quand rien ne change. */
  change: string | null
  /** Cibles des retouches qui la concernent, pour en relire la rédaction. */
  cibles: readonly string[]
}

/** Chaque partie en vigueur, avec les retouches qui la touchent. */
export function partiesDites(a: Pick<AtelierLu, 'base' | 'retouches' | 'organismes'>): PartieDite[] {
  const rangs = { HOPITAL: 0, GESTIONNAIRE: 0 }
  const plusieurs = a.base.parties.filter((p) => p.role === 'GESTIONNAIRE').length > 1
  return a.base.parties.map((p): PartieDite => {
    const visee = { role: p.role, rang: (rangs[p.role] += 1) }
    const cible = ciblePartie(p.role, visee.rang)
    const cleQualite = cleDeRepresentant(visee)
    const lire = (c: string) => a.retouches.find((r) => r.cible === c)
    const retouche = lire(cible)
    const qualite = lire(`valeur:${cleQualite}`)
    const voulue = retouche?.retouche.cible === 'partie' ? retouche.retouche.voulu : null
    const representant = versRepresentant(a.base.valeurs[cleQualite])
    const representantVoulu =
      qualite?.retouche.cible === 'valeur' ? versRepresentant(qualite.retouche.voulu) : null
    const actuelle = { organisationId: p.organisationId, nom: p.nom, adresse: p.adresse }
    return {
      ...visee,
      titre: p.role === 'HOPITAL' ? 'L’hôpital' : plusieurs ? p.nom : 'Le gestionnaire',
      actuelle,
      voulue,
      version: retouche?.version ?? 0,
      representant,
      representantVoulu,
      versionRepresentant: qualite?.version ?? 0,
      organismes: a.organismes[p.role].filter(
        (o) => o.id === p.organisationId || !a.base.parties.some((x) => x.organisationId === o.id),
      ),
      change: direChangement(actuelle, voulue, representantVoulu),
      cibles: [cible, `valeur:${cleDeDesignation(visee)}`, `valeur:${cleQualite}`],
    }
  })
}

function versRepresentant(v: ValeurParametre | null | undefined): Representant | null {
  if (v?.genre !== 'personne') return null
  const { civilite, prenom, nom, fonction } = v
  return { civilite, prenom, nom, qualite: civilite === 'MME' ? fonction.feminin : fonction.masculin }
}

const capitale = (t: string): string => t.charAt(0).toUpperCase() + t.slice(1)

function direChangement(
  depart: Designation,
  voulu: Designation | null,
  representant: Representant | null,
): string | null {
  const nom = nomDansLaPhrase(depart.nom)
  if (voulu && estUneSuccession({ depart, voulu }))
    return `${capitale(nomDansLaPhrase(voulu.nom))} succède ${nom.startsWith('le ') ? `au ${nom.slice(3)}` : `à ${nom}`}`
  if (voulu && voulu.nom !== depart.nom) return `${capitale(depart.nom)} devient ${voulu.nom}`
  if (voulu) return `Nouvelle adresse\u00a0: ${voulu.adresse ?? 'aucune'}`
  return representant ? `${capitale(depart.nom)}\u00a0: ${representant.qualite}` : null
}
