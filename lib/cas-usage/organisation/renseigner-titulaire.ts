import { versDate, versIsoOuNul } from '../../bd/dates'
import { nouvelId } from '../../bd/identifiants'
import { ajouterJours } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import type { SaisieTitulaire } from '../../domaine/organisation/saisies'
import type { Contexte } from '../contexte'
import { exigerFiche } from './acces-fiche'
import { journaliser } from './journaliser'

/**
 * Nomme le titulaire d'un poste à partir d'une date. Le précédent finit la veille : ses documents gardent son nom.
 */
export async function renseignerTitulaire(contexte: Contexte, saisie: SaisieTitulaire): Promise<void> {
  const { tx, acteur, maintenant } = contexte
  const poste = await tx.fonction.findUnique({
    where: { id: saisie.fonctionId },
    include: { personne: true },
  })
  if (!poste) throw new ErreurMetier('INTROUVABLE')
  await exigerFiche(tx, acteur, poste.organisationId)
  const depuis = versDate(saisie.depuis)
  await exigerPosteOuvert(contexte, poste, depuis)
  const personneId = nouvelId(maintenant.getTime())
  await tx.personne.create({
    data: { id: personneId, civilite: saisie.civilite, prenom: saisie.prenom, nom: saisie.nom },
  })
  const vacant = poste.personneId === null
  const { count } = await tx.fonction.updateMany({
    where: { id: poste.id, version: saisie.version, jusqua: null },
    data: {
      ...(vacant ? { personneId, depuis } : { jusqua: versDate(ajouterJours(saisie.depuis, -1)) }),
      version: { increment: 1 },
    },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  if (!vacant) {
    const { organisationId, code, masculin, feminin, signataire } = poste
    await tx.fonction.create({
      data: { id: nouvelId(), organisationId, code, masculin, feminin, signataire, personneId, depuis },
    })
  }
  await journaliser(contexte, {
    evenement: 'titulaire-renseigne',
    organisationId: poste.organisationId,
    cible: poste.id,
    avant: { personneId: poste.personneId, depuis: versIsoOuNul(poste.depuis) },
    apres: { personneId, poste: poste.code, depuis: saisie.depuis },
  })
}

/** Un poste clos ne reçoit plus de titulaire, et le nouveau commence après tout titulaire connu. */
async function exigerPosteOuvert(
  { tx }: Contexte,
  poste: { organisationId: string; code: string; jusqua: Date | null },
  depuis: Date,
): Promise<void> {
  if (poste.jusqua) throw new ErreurMetier('ETAPE_INTERDITE')
  const chevauche = await tx.fonction.count({
    where: {
      organisationId: poste.organisationId,
      code: poste.code,
      personneId: { not: null },
      OR: [{ jusqua: { gte: depuis } }, { jusqua: null, depuis: { gte: depuis } }],
    },
  })
  if (chevauche > 0) throw new ErreurMetier('DATE_INCOHERENTE')
}
