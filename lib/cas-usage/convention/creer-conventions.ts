import type { z } from 'zod'
import { cadresDesGestionnaires } from '../../bd/cadres'
import { versIsoOuNul } from '../../bd/dates'
import { nouvelId } from '../../bd/identifiants'
import {
  cleDuGestionnaire,
  GESTIONNAIRES_AU_PLUS,
  identiteDuGestionnaire,
  permetUnActeGroupe,
} from '../../domaine/acte/acte-groupe'
import { estActivitePartagee } from '../../domaine/acte/activite-partagee'
import { peutCreer } from '../../domaine/acte/droits'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { exigerOuvertes } from '../../domaine/organisation/fermeture'
import type { DefinitionParametre, ValeurParametre } from '../../domaine/texte/parametres'
import { attacher } from '../activite/attacher'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { chargerFiches, exigerPartenaires, type Fiches, valeursDesFiches } from './fiche-reference'
import { type ChaineOuverte, ouvrirChaine } from './ouvrir-chaine'
import { type Complements, recopierModele } from './recopier-modele'
import type { schemaCreerConventions } from './saisies'

export type ConventionsCreees = { references: string[] }

/**
 * Ouvre une convention par organisme gestionnaire des centres choisis, toutes avec le même texte de modèle : les
 * conventions-cadres restent bilatérales. Une activité partagée peut réunir ses gestionnaires en un seul acte, et se
 * rattache d'office aux conventions-cadres qu'ils ont en cours. Parties et paramètres se remplissent des fiches ; ce qui manque reste vide.
 * Refuse une organisation dont le dernier jour est passé : elle ne s'engage plus.
 */
export async function creerConventions(
  contexte: Contexte,
  saisie: z.output<typeof schemaCreerConventions>,
): Promise<ConventionsCreees> {
  const { tx, acteur } = contexte
  if (!peutCreer(acteur, saisie.groupeId)) throw new ErreurMetier('INTROUVABLE')
  const version = await tx.modeleVersion.findUnique({
    where: { id: saisie.modeleVersionId },
    include: { unites: { orderBy: { rang: 'asc' } } },
  })
  if (!version || version.retireeLe || !version.redaction) throw new ErreurMetier('INTROUVABLE')
  // Une version d'établissement ne sert qu'à son groupe, même à qui en dirige deux.
  if (version.groupeId !== null && version.groupeId !== saisie.groupeId) throw new ErreurMetier('INTROUVABLE')
  await exigerPartenaires(tx, saisie.groupeId, saisie.centreIds)
  const definitions = version.parametres as unknown as DefinitionParametre[]
  const parGestionnaire = await centresParGestionnaire(tx, saisie.centreIds)
  const groupe = saisie.acteGroupe === true && parGestionnaire.length > 1
  if (groupe) exigerActeGroupe(definitions, parGestionnaire.length)
  const lots = groupe ? [parGestionnaire.flat()] : parGestionnaire
  const lotId = lots.length > 1 ? nouvelId() : null
  const references: string[] = []
  for (const centreIds of lots) {
    const fiches = await chargerFiches(tx, saisie.groupeId, centreIds)
    exigerPartiesOuvertes(contexte, fiches)
    const chaine = await ouvrirChaine(
      contexte,
      fiches,
      { titre: version.intitule, modeleVersionId: version.id, etape: 'BROUILLON', origine: 'REDACTION' },
      { modeleCode: version.modeleCode, lotId },
    )
    const complements = estActivitePartagee(version.modeleCode)
      ? await rattacherAuxCadres(contexte, chaine, fiches)
      : undefined
    await recopierModele(contexte, chaine, version.unites, definitions, fiches, complements)
    await preparerSignataires(contexte, chaine.acteId, fiches)
    await journaliser(contexte, {
      acteId: chaine.acteId,
      evenement: 'convention-creee',
      donnees: { reference: chaine.reference, modele: version.intitule, versionModele: version.numero },
    })
    references.push(chaine.reference)
  }
  return { references }
}

function exigerPartiesOuvertes({ maintenant }: Contexte, f: Fiches): void {
  const parties = [f.institution, f.groupe, ...f.gestionnaires.map((g) => g.gestionnaire), ...f.centres]
  exigerOuvertes(
    parties.map((o) => ({ nom: o.nom, jusqua: versIsoOuNul(o.jusqua) })),
    aujourdHuiAParis(maintenant),
  )
}

function exigerActeGroupe(definitions: readonly DefinitionParametre[], nombre: number): void {
  if (!permetUnActeGroupe(definitions))
    throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'modèle, qui ne réunit pas plusieurs gestionnaires' })
  if (nombre > GESTIONNAIRES_AU_PLUS)
    throw new ErreurMetier('SAISIE_INVALIDE', {
      champ: `nombre de gestionnaires, ${GESTIONNAIRES_AU_PLUS} au plus`,
    })
}

/**
 * Rattache l'activité à chaque convention-cadre en cours de ses gestionnaires, toujours dans le même ordre pour que deux
 * créations ne s'attendent pas l'une l'autre. Rend ce que le texte en dira : la date et le numéro, par gestionnaire.
 */
async function rattacherAuxCadres(
  contexte: Contexte,
  chaine: ChaineOuverte,
  fiches: Fiches,
): Promise<Complements> {
  const gestionnaires = fiches.gestionnaires.map((g) => g.gestionnaire.id)
  const jour = aujourdHuiAParis(contexte.maintenant)
  const cadres = await cadresDesGestionnaires(contexte.tx, fiches.groupe.id, gestionnaires, jour)
  const valeurs: Record<string, ValeurParametre> = {}
  const retenues = new Set<string>()
  for (const cadre of cadres.filter((c) => c.vivant)) {
    const { numero } = await attacher(contexte, chaine, cadre)
    for (const [i, id] of gestionnaires.entries()) {
      const cle = cleDuGestionnaire('convention_cadre_date', i + 1)
      if (!cadre.gestionnaires.includes(id) || !cadre.signature || valeurs[cle]) continue
      valeurs[cle] = { genre: 'date', date: cadre.signature }
      valeurs[cleDuGestionnaire('numero_activite', i + 1)] = { genre: 'nombre', nombre: numero }
      retenues.add(identiteDuGestionnaire('visa-convention-cadre', i + 1))
    }
  }
  return { valeurs, retenues }
}

/** Un lot de centres par gestionnaire, en ordre stable (les compteurs se verrouillent toujours dans le même ordre). */
async function centresParGestionnaire(tx: Contexte['tx'], centreIds: readonly string[]): Promise<string[][]> {
  const centres = await tx.organisation.findMany({
    where: { id: { in: [...centreIds] }, nature: 'CENTRE' },
    orderBy: [{ parentId: 'asc' }, { nom: 'asc' }],
  })
  if (centres.length !== new Set(centreIds).size) throw new ErreurMetier('INTROUVABLE')
  const lots = new Map<string, string[]>()
  for (const c of centres) {
    if (!c.parentId) throw new ErreurMetier('INTROUVABLE')
    lots.set(c.parentId, [...(lots.get(c.parentId) ?? []), c.id])
  }
  return [...lots.values()]
}

/** Un signataire par partie, d'après la fonction habilitée à signer ; le nom reste vide s'il n'est pas connu. */
async function preparerSignataires(
  { tx, maintenant }: Contexte,
  acteId: string,
  fiches: Fiches,
): Promise<void> {
  const valeurs = valeursDesFiches(fiches, maintenant)
  const parties = await tx.partie.findMany({ where: { acteId }, orderBy: { rang: 'asc' } })
  await tx.signataire.createMany({
    data: parties.map((p) => {
      const rang = fiches.gestionnaires.findIndex((g) => g.gestionnaire.id === p.organisationId)
      const fiche =
        p.role === 'HOPITAL'
          ? fiches.institution
          : (fiches.gestionnaires[rang]?.gestionnaire ?? fiches.gestionnaire)
      const valeur =
        valeurs[
          p.role === 'HOPITAL'
            ? 'institution_representant'
            : cleDuGestionnaire('gestionnaire_representant', rang + 1)
        ]
      const personne = valeur?.genre === 'personne' ? valeur : null
      const poste = fiche.fonctions[0]
      const fonction = personne?.fonction ??
        poste ?? { masculin: 'Représentant légal', feminin: 'Représentante légale' }
      return {
        id: nouvelId(),
        partieId: p.id,
        rang: 1,
        civilite: personne?.civilite ?? null,
        prenom: personne?.prenom ?? '',
        nom: personne?.nom ?? '',
        qualite: personne?.civilite === 'MME' ? fonction.feminin : fonction.masculin,
      }
    }),
  })
}
