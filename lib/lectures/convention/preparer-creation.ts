import 'server-only'
import { type CadreLu, cadresDesGestionnaires } from '../../bd/cadres'
import { versIsoOuNul } from '../../bd/dates'
import { avecActeur } from '../../bd/transaction'
import { permetUnActeGroupe } from '../../domaine/acte/acte-groupe'
import { estActivitePartagee } from '../../domaine/acte/activite-partagee'
import type { DateIso } from '../../domaine/calendrier/dates'
import { type VersionPubliee, versionRegardee } from '../../domaine/modele/versions'
import type { Acteur } from '../../domaine/organisation/acteur'
import { estFermee } from '../../domaine/organisation/fermeture'
import type { DefinitionParametre } from '../../domaine/texte/parametres'

export type CentreAChoisir = {
  id: string
  code: string
  nom: string
  commune: string | null
  gestionnaire: { id: string; nom: string }
  /** Références des conventions déjà ouvertes avec ce gestionnaire. */
  conventions: { reference: string; etape: string }[]
  /** Parmi elles, celles en vigueur auxquelles une activité partagée se rattacherait d'office. */
  cadres: string[]
  /** Dernier jour, s'il est passé : du centre, à défaut de son gestionnaire. */
  fermeLe: DateIso | null
}
export type GroupeAChoisir = {
  id: string
  code: string
  nom: string
  sigle: string | null
  fermeLe: DateIso | null
  centres: CentreAChoisir[]
}
export type ModeleAChoisir = {
  versionId: string
  code: string
  intitule: string
  resume: string
  numero: number
  redaction: boolean
  valide: boolean
  /** Se rattache à une convention-cadre. */
  activite: boolean
  /** Plusieurs gestionnaires peuvent en signer un seul acte. */
  groupable: boolean
  /** Groupes qui rédigent d'après cette version. */
  groupeIds: readonly string[]
}
export type Preparation = { groupes: GroupeAChoisir[]; modeles: ModeleAChoisir[] }

/** Ce qu'il faut pour ouvrir une convention ce jour-là, entre organisations ouvertes ; `null` si l'acteur n'en rédige pas. */
export async function preparerCreation(acteur: Acteur, aujourdhui: DateIso): Promise<Preparation | null> {
  const preparation = await lirePreparation(acteur, aujourdhui)
  return (
    preparation && {
      ...preparation,
      groupes: preparation.groupes
        .filter((g) => g.fermeLe === null)
        .map((g) => ({ ...g, centres: g.centres.filter((c) => c.fermeLe === null) })),
    }
  )
}

/** De même, organisations fermées comprises : un acte ancien se reprend avec ses parties de l'époque. */
export function lirePreparation(acteur: Acteur, aujourdhui: DateIso): Promise<Preparation | null> {
  if (acteur.groupes.length === 0) return Promise.resolve(null)
  return avecActeur(acteur, async (tx) => {
    const groupes = await tx.organisation.findMany({
      where: { id: { in: [...acteur.groupes] } },
      include: {
        partenariatsGroupe: {
          include: { centre: { include: { parent: { include: { commune: true } } } } },
        },
      },
    })
    const versions = await tx.modeleVersion.findMany({
      where: { retireeLe: null },
      orderBy: [{ modele: { rang: 'asc' } }, { numero: 'desc' }],
    })
    const actes = await tx.acte.findMany({
      where: { genre: 'CONVENTION', groupeId: { in: [...acteur.groupes] } },
      select: {
        etape: true,
        organisations: true,
        groupeId: true,
        convention: { select: { reference: true } },
      },
      orderBy: { creeLe: 'desc' },
      take: 2_000,
    })
    const fermeLe = (o: { jusqua: Date | null }): DateIso | null => {
      const jusqua = versIsoOuNul(o.jusqua)
      return estFermee({ jusqua }, aujourdhui) ? jusqua : null
    }
    const gestionnaires = [
      ...new Set(
        groupes.flatMap((g) =>
          g.partenariatsGroupe.flatMap(({ centre }) => (centre.parentId ? [centre.parentId] : [])),
        ),
      ),
    ]
    const cadres: (CadreLu & { groupeId: string })[] = []
    for (const g of groupes)
      for (const c of await cadresDesGestionnaires(tx, g.id, gestionnaires, aujourdhui))
        if (c.vivant) cadres.push({ ...c, groupeId: g.id })
    const ordre = new Intl.Collator('fr')
    return {
      groupes: groupes.map((g) => ({
        id: g.id,
        code: g.code,
        nom: g.nom,
        sigle: g.sigle,
        fermeLe: fermeLe(g),
        centres: g.partenariatsGroupe
          .flatMap(({ centre }): CentreAChoisir[] => {
            const gestionnaire = centre.parent
            if (!gestionnaire) return []
            const conventions = actes
              .filter((a) => a.groupeId === g.id && a.organisations.includes(gestionnaire.id))
              .map((a) => ({ reference: a.convention.reference, etape: a.etape }))
            return [
              {
                id: centre.id,
                code: centre.code,
                nom: centre.nom,
                commune: gestionnaire.commune?.nom ?? null,
                gestionnaire: { id: gestionnaire.id, nom: gestionnaire.nom },
                conventions,
                cadres: cadres
                  .filter((x) => x.groupeId === g.id && x.gestionnaires.includes(gestionnaire.id))
                  .map((x) => x.reference),
                fermeLe: fermeLe(centre) ?? fermeLe(gestionnaire),
              },
            ]
          })
          .sort(
            (a, b) => ordre.compare(a.commune ?? a.nom, b.commune ?? b.nom) || ordre.compare(a.nom, b.nom),
          ),
      })),
      modeles: versionsRegardees(versions, acteur.groupes),
    }
  })
}

type Version = VersionPubliee &
  Omit<ModeleAChoisir, 'versionId' | 'code' | 'valide' | 'groupeIds' | 'activite' | 'groupable'> & {
    valideeLe: Date | null
    parametres: unknown
  }

/** Par modèle, la version que regarde chaque groupe : souvent une seule pour tous. */
function versionsRegardees(versions: readonly Version[], groupes: readonly string[]): ModeleAChoisir[] {
  const codes = [...new Set(versions.map((v) => v.modeleCode))]
  return codes.flatMap((code) => {
    const duModele = versions.filter((v) => v.modeleCode === code)
    const parVersion = new Map<Version, string[]>()
    for (const groupeId of groupes) {
      const v = versionRegardee(duModele, groupeId)
      if (v) parVersion.set(v, [...(parVersion.get(v) ?? []), groupeId])
    }
    return [...parVersion].map(([v, groupeIds]) => ({
      versionId: v.id,
      code,
      intitule: v.intitule,
      resume: v.resume,
      numero: v.numero,
      redaction: v.redaction,
      valide: v.valideeLe !== null,
      activite: estActivitePartagee(code),
      groupable: permetUnActeGroupe((v.parametres ?? []) as DefinitionParametre[]),
      groupeIds,
    }))
  })
}
