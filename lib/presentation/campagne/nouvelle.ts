import { demandeUnGeste } from '../../domaine/avenant/campagne'
import { cibleDeRetouche } from '../../domaine/avenant/projet'
import { ecrireValeur } from '../../domaine/texte/ecriture/formes'
import type { DefinitionParametre, ValeurParametre } from '../../domaine/texte/parametres'
import type { CampagneAPreparer, CentreAChoisir } from '../../lectures/campagne/preparer-campagne'
import { nomDeCible } from '../avenant/projet'
import { compter, dateEnLettres } from '../typographie'
import { direException } from './exceptions'

export type ModificationDite = {
  cible: string
  nom: string
  /** « 48 heures → 24 heures » pour une valeur ou un terme. */
  detail: string | null
  /** Ce que chaque centre peut recevoir à la place. */
  saisie: DefinitionParametre | null
}
export type CentreDit = {
  conventionId: string
  reference: string
  ville: string
  resume: string
  /** `false` : rien ne peut lui être proposé. */
  possible: boolean
  sansObjet: boolean
  alerte: boolean
  exceptions: { cible: string; phrase: string }[]
  /** Ce qu'il a aujourd'hui, par cible qui accepte une valeur propre. */
  actuelles: Record<string, string>
}
export type NouvelleDite = {
  acteId: string
  reference: string
  titre: string
  modifications: ModificationDite[]
  centres: CentreDit[]
  total: number
}

const TERME: DefinitionParametre = { cle: 'terme', libelle: 'Dernier jour', genre: 'date' }

/** La campagne à préparer, dans les mots de l'écran. */
export function nouvelleDite(c: CampagneAPreparer): NouvelleDite {
  const nom = nomDeCible(c)
  const definition = (cle: string) => c.base.definitions.find((d) => d.cle === cle)
  const modifications = c.retouches.map(({ retouche: r }): ModificationDite => {
    const cible = cibleDeRetouche(r)
    const d = r.cible === 'valeur' ? (definition(r.cle) ?? r.definition ?? null) : null
    return {
      cible,
      nom: nom(cible),
      detail:
        r.cible === 'valeur' && d
          ? `${enClair(r.depart, d)} → ${enClair(r.voulu, d)}`
          : r.cible === 'terme'
            ? `jusqu’au ${dateEnLettres(r.voulu)}`
            : null,
      saisie: r.cible === 'terme' ? TERME : d,
    }
  })
  return {
    acteId: c.avenant.acteId,
    reference: c.avenant.reference,
    titre: c.avenant.titre,
    modifications,
    total: c.total,
    centres: c.centres.map((x) => centreDit(x, modifications)),
  }
}

function centreDit(x: CentreAChoisir, modifications: readonly ModificationDite[]): CentreDit {
  const { conventionId, reference, ville, apercu } = x
  const nomDe = (cible: string) => modifications.find((m) => m.cible === cible)?.nom ?? 'Un passage'
  const exceptions = (apercu?.exceptions ?? []).map((e) => ({
    cible: e.cible,
    phrase: `${nomDe(e.cible)}\u00a0: ${direException(e.exception)}`,
  }))
  const gestes = (apercu?.exceptions ?? []).filter((e) => demandeUnGeste(e.exception)).length
  const passent = apercu?.reprises.length ?? 0
  return {
    conventionId,
    reference,
    ville,
    exceptions,
    possible: apercu !== null,
    sansObjet: apercu !== null && passent === 0 && gestes === 0,
    alerte: gestes > 0,
    resume: resumer(apercu !== null, passent, gestes),
    actuelles: Object.fromEntries(
      modifications.flatMap((m) =>
        m.saisie
          ? [
              [
                m.cible,
                m.cible === 'terme'
                  ? x.fin
                    ? dateEnLettres(x.fin)
                    : 'non connu'
                  : enClair(x.valeurs[m.cible] ?? null, m.saisie),
              ],
            ]
          : [],
      ),
    ),
  }
}

function resumer(lisible: boolean, passent: number, gestes: number): string {
  if (!lisible) return 'Son texte n’est connu que par un scan\u00a0: à transcrire d’abord'
  if (passent === 0 && gestes === 0) return 'Son texte dit déjà tout cela'
  const suite = gestes > 0 ? `${gestes} à la main` : ''
  const passe = passent > 0 ? compter(passent, 'modification passe', 'modifications passent') : ''
  return [passe, suite].filter(Boolean).join(', ')
}

const enClair = (v: ValeurParametre | null, d: DefinitionParametre): string =>
  v ? ecrireValeur(v, null, d) : 'rien'
