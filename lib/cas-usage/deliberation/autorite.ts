import { chargerDossier, type DossierDAutorite, type VersionArretee } from '../../bd/dossier-signature'
import { regimeDe } from '../../domaine/acte/autorite'
import { qualitesSur } from '../../domaine/acte/droits'
import { aujourdHuiAParis, type DateIso, enLettres } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { type ActeEnMain, chargerActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'

export type PartieLue = DossierDAutorite['acte']['parties'][number]
export type ActeADeliberer = DossierDAutorite & { enMain: ActeEnMain; version: VersionArretee }

/** Acte verrouillé et son dossier, pour qui rédige ou représente le gestionnaire ; refuse un acte jamais partagé. */
export async function chargerADeliberer(contexte: Contexte, acteId: string): Promise<ActeADeliberer> {
  const { tx, acteur, maintenant } = contexte
  const enMain = await chargerActeEnMain(tx, acteur, acteId)
  if (!qualitesSur(acteur, enMain).some((q) => q === 'redacteur' || q === 'mairie'))
    throw new ErreurMetier('ROLE_INSUFFISANT')
  const dossier = await chargerDossier(tx, acteId, aujourdHuiAParis(maintenant))
  if (!dossier?.version) throw new ErreurMetier('ETAPE_INTERDITE', { etape: enMain.etape })
  return { ...dossier, version: dossier.version, enMain }
}

/** La partie gestionnaire nommée, que l'acteur rédige pour elle ou la représente lui-même. */
export function partieQuiDelibere(
  { acteur }: Contexte,
  { acte }: Pick<DossierDAutorite, 'acte'>,
  partieId: string,
): PartieLue {
  const partie = acte.parties.find((p) => p.id === partieId && p.role === 'GESTIONNAIRE')
  if (!partie) throw new ErreurMetier('INTROUVABLE')
  if (!acteur.groupes.includes(acte.groupeId) && !acteur.organisations.includes(partie.organisationId))
    throw new ErreurMetier('ROLE_INSUFFISANT')
  return partie
}

/** Refuse une décision sur un autre texte que le texte arrêté. */
export function exigerTexteLu(version: VersionArretee, empreinte: string): void {
  if (version.empreinte !== empreinte) throw new ErreurMetier('VERSION_DEPASSEE', { numero: version.numero })
}

type DatesDeDecision = { seanceLe: DateIso; transmiseLe: DateIso | null; publieeLe: DateIso | null }

/** Séance, puis transmission et publication, aucune à venir ; un organe sans contrôle de légalité n'a que la première. */
export function exigerDatesDeDecision(
  d: DatesDeDecision,
  nature: PartieLue['organisation']['natureGestionnaire'],
  jour: DateIso,
): void {
  const regime = regimeDe(nature)
  const incoherence = (raison: string) => {
    throw new ErreurMetier('DATE_INCOHERENTE', { raison })
  }
  if (d.seanceLe > jour) incoherence(`La séance du ${enLettres(d.seanceLe)} n’a pas encore eu lieu.`)
  if (d.transmiseLe && !regime.transmission)
    incoherence('La décision de cet organisme n’est pas transmise au représentant de l’État.')
  for (const [date, quoi] of [
    [d.transmiseLe, 'transmission'],
    [d.publieeLe, 'publication'],
  ] as const) {
    if (date && date < d.seanceLe) incoherence(`La ${quoi} ne peut précéder la séance.`)
    if (date && date > jour) incoherence(`La date de ${quoi} n’est pas encore passée.`)
  }
}
