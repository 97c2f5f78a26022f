import { versDate } from '../../bd/dates'
import { estDoublon } from '../../bd/doublons'
import { nouvelId } from '../../bd/identifiants'
import { rattachementDuCentre } from '../../bd/rattachements'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { exigerAcces, peutModifierBesoin } from '../../domaine/organisation/droits'
import type { AjoutBesoin } from '../../domaine/organisation/saisies'
import type { Contexte } from '../contexte'
import { journaliser } from './journaliser'

/** Enregistre un besoin d'un centre, daté et rattaché à la réunion qui l'a recueilli. */
export async function ajouterBesoin(contexte: Contexte, saisie: AjoutBesoin): Promise<{ besoinId: string }> {
  const { tx, acteur, maintenant } = contexte
  exigerAcces(acteur, await rattachementDuCentre(tx, { id: saisie.centreId }), peutModifierBesoin)
  if (saisie.recueilliLe > aujourdHuiAParis(maintenant)) throw new ErreurMetier('DATE_INCOHERENTE')
  const libelle = await libelleDe(contexte, saisie)
  const id = nouvelId(maintenant.getTime())
  const reunionId = saisie.reunion ? await reunion(contexte, saisie.reunion, saisie.recueilliLe) : null
  try {
    await tx.besoin.create({
      data: {
        id,
        centreId: saisie.centreId,
        nature: saisie.nature,
        specialiteCode: saisie.specialiteCode,
        libelle,
        recueilliLe: versDate(saisie.recueilliLe),
        reunionId,
        priorite: saisie.priorite,
        note: saisie.note,
        creeLe: maintenant,
      },
    })
  } catch (erreur) {
    throw estDoublon(erreur) ? new ErreurMetier('DEJA_EXISTANT', { nom: libelle }) : erreur
  }
  if (saisie.recueilComplet)
    await tx.organisation.update({
      where: { id: saisie.centreId },
      data: { besoinsRecueillisLe: versDate(saisie.recueilliLe), version: { increment: 1 } },
    })
  await journaliser(contexte, {
    evenement: 'besoin-ajoute',
    organisationId: saisie.centreId,
    cible: id,
    apres: {
      nature: saisie.nature,
      libelle,
      recueilliLe: saisie.recueilliLe,
      priorite: saisie.priorite,
      recueilComplet: saisie.recueilComplet,
    },
  })
  return { besoinId: id }
}

async function libelleDe({ tx }: Contexte, saisie: AjoutBesoin): Promise<string> {
  if (!saisie.specialiteCode) {
    if (saisie.libelle && saisie.nature === 'AUTRE') return saisie.libelle
    throw new ErreurMetier('SAISIE_INVALIDE')
  }
  const specialite = await tx.specialite.findUnique({ where: { code: saisie.specialiteCode } })
  if (!specialite) throw new ErreurMetier('SAISIE_INVALIDE')
  return saisie.libelle ?? specialite.libelle
}

/** Une réunion du même nom et du même jour est la même réunion. */
async function reunion({ tx, maintenant }: Contexte, intitule: string, le: string): Promise<string> {
  const connue = await tx.reunion.findFirst({ where: { intitule, date: versDate(le) }, select: { id: true } })
  if (connue) return connue.id
  const id = nouvelId(maintenant.getTime())
  await tx.reunion.create({ data: { id, intitule, date: versDate(le) } })
  return id
}
