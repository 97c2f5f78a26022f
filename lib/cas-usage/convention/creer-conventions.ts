import type { z } from 'zod'
import { versIsoOuNul } from '../../bd/dates'
import { nouvelId } from '../../bd/identifiants'
import { peutCreer } from '../../domaine/acte/droits'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { exigerOuvertes } from '../../domaine/organisation/fermeture'
import type { DefinitionParametre } from '../../domaine/texte/parametres'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { chargerFiches, exigerPartenaires, type Fiches, valeursDesFiches } from './fiche-reference'
import { ouvrirChaine } from './ouvrir-chaine'
import { recopierModele } from './recopier-modele'
import type { schemaCreerConventions } from './saisies'

export type ConventionsCreees = { references: string[] }

/**
 * Ouvre une convention par organisme gestionnaire des centres choisis, toutes avec le même texte de modèle : les
 * conventions-cadres restent bilatérales. Parties et paramètres se remplissent des fiches ; ce qui manque reste vide.
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
  const lots = await centresParGestionnaire(tx, saisie.centreIds)
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
    await recopierModele(
      contexte,
      chaine,
      version.unites,
      version.parametres as unknown as DefinitionParametre[],
      fiches,
    )
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
  const parties = [f.institution, f.groupe, f.gestionnaire, ...f.centres]
  exigerOuvertes(
    parties.map((o) => ({ nom: o.nom, jusqua: versIsoOuNul(o.jusqua) })),
    aujourdHuiAParis(maintenant),
  )
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
      const fiche = p.role === 'HOPITAL' ? fiches.institution : fiches.gestionnaire
      const valeur = valeurs[p.role === 'HOPITAL' ? 'institution_representant' : 'gestionnaire_representant']
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
