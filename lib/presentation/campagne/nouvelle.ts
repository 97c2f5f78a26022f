import { demandeUnGeste } from '../../domaine/avenant/campagne'
import { cibleDeRetouche } from '../../domaine/avenant/projet'
import { finReportee } from '../../domaine/avenant/terme'
import type { DateIso } from '../../domaine/calendrier/dates'
import { ecrireValeur } from '../../domaine/texte/ecriture/formes'
import type { DefinitionParametre, ValeurParametre } from '../../domaine/texte/parametres'
import type { CampagneAPreparer, CentreAChoisir } from '../../lectures/campagne/preparer-campagne'
import { nomDeCible } from '../avenant/projet'
import { adresseConvention } from '../conventions/adresses'
import { etatDit } from '../conventions/etats'
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
/** De quoi reporter le terme de chacun : celui que l'avenant d'origine veut, et la durée d'un renouvellement. */
export type TermeDit = { voulu: DateIso; moisAuPlus: number }
export type CentreDit = {
  conventionId: string
  reference: string
  ville: string
  /** `false` : rien ne peut lui être proposé. */
  possible: boolean
  sansObjet: boolean
  /** Cibles que son texte reçoit telles quelles. */
  reprises: string[]
  exceptions: {
    cible: string
    phrase: string
    /** Demande un geste. */
    geste: boolean
    /** Une valeur propre à ce centre la lève. */
    parValeur: boolean
  }[]
  /** Son dernier jour aujourd'hui ; `null` : pas connu. */
  fin: DateIso | null
  /** Ses avenants en cours qui changent les mêmes passages : proposer le centre est alors une décision. */
  ouverts: { reference: string; adresse: string; etat: string; passages: string[] }[]
  /** Ce qu'il a aujourd'hui, par cible qui accepte une valeur propre. */
  actuelles: Record<string, string>
}
export type NouvelleDite = {
  acteId: string
  reference: string
  titre: string
  modifications: ModificationDite[]
  /** `null` : la campagne ne touche pas au terme. */
  terme: TermeDit | null
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
    terme: termeDit(c),
    total: c.total,
    centres: c.centres.map((x) => centreDit(x, modifications)),
  }
}

function termeDit({ retouches, moisAuPlus }: CampagneAPreparer): TermeDit | null {
  const r = retouches.map((x) => x.retouche).find((x) => x.cible === 'terme')
  return r?.cible === 'terme' ? { voulu: r.voulu, moisAuPlus } : null
}

function centreDit(x: CentreAChoisir, modifications: readonly ModificationDite[]): CentreDit {
  const { conventionId, reference, ville, apercu } = x
  const nomDe = (cible: string) => modifications.find((m) => m.cible === cible)?.nom ?? 'Un passage'
  const exceptions = (apercu?.exceptions ?? []).map((e) => ({
    cible: e.cible,
    phrase: `${nomDe(e.cible)}\u00a0: ${direException(e.exception)}`,
    geste: demandeUnGeste(e.exception),
    parValeur: e.exception === 'valeur-differente' || e.exception === 'terme-different',
  }))
  const reprises = (apercu?.reprises ?? []).map(cibleDeRetouche)
  return {
    conventionId,
    reference,
    ville,
    exceptions,
    reprises,
    fin: x.fin,
    possible: apercu !== null,
    ouverts: x.ouverts.map((o) => ({
      reference: o.reference,
      adresse: adresseConvention(o.reference),
      etat: etatDit({ etape: o.etape, situation: null }).libelle.toLowerCase(),
      passages: o.cibles.map(nomDe),
    })),
    sansObjet: apercu !== null && reprises.length === 0 && !exceptions.some((e) => e.geste),
    actuelles: Object.fromEntries(
      modifications.flatMap((m) => (m.saisie ? [[m.cible, actuelle(x, m.cible, m.saisie)]] : [])),
    ),
  }
}

function actuelle(x: CentreAChoisir, cible: string, d: DefinitionParametre): string {
  if (cible !== 'terme') return enClair(x.valeurs[cible] ?? null, d)
  return x.fin ? dateEnLettres(x.fin) : 'non connu'
}

/** Centres que « choisir » prend d'un coup : ceux qu'un avenant en cours occupe attendent une décision. */
export const sansAvenantEnCours = (centres: readonly CentreDit[]): CentreDit[] =>
  centres.filter((c) => c.ouverts.length === 0)

/** Ce que la direction change pour un centre, à l'écran. */
export type ChoixDeCentre = {
  valeurs: Readonly<Record<string, ValeurParametre>>
  ecartees: readonly string[]
}

/** Exceptions qui restent, les écartées et celles qu'une valeur propre lève ôtées. */
export const exceptionsRestantes = (c: CentreDit, choix: ChoixDeCentre): CentreDit['exceptions'] =>
  c.exceptions.filter(
    (e) => !choix.ecartees.includes(e.cible) && !(e.parValeur && choix.valeurs[e.cible] !== undefined),
  )

/** La même liste, avec ce qu'un terme propre à ce centre ne permet pas. */
export function exceptionsDites(
  c: CentreDit,
  choix: ChoixDeCentre,
  terme: TermeDit | null,
): CentreDit['exceptions'] {
  const restent = exceptionsRestantes(c, choix)
  const phrase = terme && !choix.ecartees.includes('terme') ? termeEmpeche(c, choix, terme) : null
  if (!phrase) return restent
  return [
    ...restent.filter((e) => e.cible !== 'terme'),
    { cible: 'terme', phrase, geste: true, parValeur: true },
  ]
}

function termeEmpeche({ fin }: CentreDit, { valeurs }: ChoixDeCentre, t: TermeDit): string | null {
  const v = valeurs.terme
  if (v?.genre !== 'date' || fin === null) return null
  const nom = 'Durée de la convention\u00a0: '
  if (v.date < fin) return `${nom}elle finit le ${dateEnLettres(fin)}, après la date voulue`
  return v.date > finReportee(fin, t.moisAuPlus) ? `${nom}${direException('terme-trop-loin')}` : null
}

/** « 2 modifications passent, 1 à la main », compte tenu de ce que la direction vient de choisir. */
export function resumeDuCentre(
  c: CentreDit,
  choix: ChoixDeCentre,
  terme: TermeDit | null = null,
): { phrase: string; gestes: number } {
  if (!c.possible)
    return { phrase: 'Son texte n’est connu que par un scan\u00a0: à transcrire d’abord', gestes: 0 }
  if (c.sansObjet) return { phrase: 'Son texte dit déjà tout cela', gestes: 0 }
  const restent = exceptionsDites(c, choix, terme)
  const gestes = restent.filter((e) => e.geste).length
  const levees = c.exceptions.filter(
    (e) => !restent.some((r) => r.cible === e.cible) && !choix.ecartees.includes(e.cible),
  ).length
  const bloquees = new Set(restent.map((e) => e.cible))
  const passent = c.reprises.filter((r) => !choix.ecartees.includes(r) && !bloquees.has(r)).length + levees
  const morceaux = [
    passent > 0 ? compter(passent, 'modification passe', 'modifications passent') : '',
    gestes > 0 ? `${String(gestes)} à la main` : '',
  ].filter(Boolean)
  return { phrase: morceaux.join(', ') || 'Tout est écarté\u00a0: aucun avenant ne sera ouvert', gestes }
}

const enClair = (v: ValeurParametre | null, d: DefinitionParametre): string =>
  v ? ecrireValeur(v, null, d) : 'rien'
