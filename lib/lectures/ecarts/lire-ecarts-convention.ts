import 'server-only'
import { chargerChaine } from '../../bd/chaine'
import { habitDuModele, nomsDesGestionnaires } from '../../bd/modele-de-l-acte'
import { avecActeur } from '../../bd/transaction'
import { repeterUnites } from '../../domaine/acte/acte-groupe'
import type { Etape } from '../../domaine/acte/etapes'
import { FORME_REFERENCE } from '../../domaine/acte/reference'
import { consolider } from '../../domaine/avenant/consolider'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { groupesDesEcarts } from '../../domaine/modele/droits'
import { type EtatEcart, estEcart, etatsDEcart, motifDeSuppression } from '../../domaine/modele/ecarts'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { Contenu } from '../../domaine/texte/contenu'
import type { UniteDActe } from '../../domaine/texte/finalisation'
import { parcourir } from '../../domaine/texte/numerotation'
import type { DefinitionParametre, ValeurParametre } from '../../domaine/texte/parametres'
import type { AccordAdaptation, DetailAnnexe, GenreUnite, Variante } from '../../domaine/texte/unites'
import { lireEffets, motifDesAvenants, nommerValeurs, SANS_AVENANT, type ValeurNommee } from './lire-effets'

export type TexteDUnite = { titre: string | null; contenu: Contenu }
export type EcartLu = {
  identite: string
  etat: EtatEcart
  variante: string | null
  motif: string | null
  avenants: readonly number[]
  valeurs: readonly ValeurNommee[]
  /** Texte du modèle ; `null` pour un article ajouté. */
  avant: TexteDUnite | null
  /** Texte de la convention, avenants signés compris ; `null` s'il en est absent. */
  apres: TexteDUnite | null
  accord: AccordAdaptation | null
}
export type EcartsDeConvention = {
  reference: string
  titre: string
  etape: Etape
  groupe: string
  centres: string[]
  modele: {
    code: string
    intitule: string
    numero: number
    groupe: { nom: string; sigle: string | null } | null
  }
  texte: {
    titre: string
    unites: UniteDActe[]
    definitions: DefinitionParametre[]
    valeurs: Record<string, ValeurParametre>
  }
  conformes: number
  ecarts: EcartLu[]
}

/** Les écarts d'une convention, chacun avec son texte et celui du modèle ; `null` hors du groupe et de son siège. */
export async function lireEcartsConvention(
  acteur: Acteur,
  reference: string,
  maintenant: Date,
): Promise<EcartsDeConvention | null> {
  const groupes = groupesDesEcarts(acteur)
  if (groupes.length === 0 || !FORME_REFERENCE.test(reference)) return null
  return avecActeur(acteur, async (tx) => {
    const acte = await tx.acte.findFirst({
      where: { genre: 'CONVENTION', convention: { reference }, groupeId: { in: groupes } },
      include: {
        convention: { include: { groupe: true, parametres: true } },
        modeleVersion: { include: { unites: true, groupe: { select: { nom: true, sigle: true } } } },
        centres: { include: { organisation: { select: { nom: true } } } },
        unites: { orderBy: { rang: 'asc' } },
        parties: { orderBy: { rang: 'asc' }, select: { role: true, designation: true } },
      },
    })
    const version = acte?.modeleVersion
    if (!acte || !version) return null
    if (acte.etape !== 'SIGNEE' && !acteur.groupes.includes(acte.groupeId)) return null
    const jour = aujourdHuiAParis(maintenant)
    const effets = (await lireEffets(tx, [acte], jour)).get(acte.conventionId) ?? SANS_AVENANT
    const { touchees } = effets
    const chaine = touchees.size ? await chargerChaine(tx, acte.conventionId) : null
    const enVigueur = chaine && consolider(chaine.etat, chaine.avenants, jour).etat
    const unites = acte.unites.map(
      (u): UniteDActe => ({
        identite: u.identite,
        parent: u.parent,
        rang: u.rang,
        genre: u.genre as GenreUnite,
        titre: u.titre,
        contenu: u.contenu as unknown as Contenu,
        annexe: u.annexe as unknown as DetailAnnexe | null,
        omise: u.omise,
      }),
    )
    // Dans un acte groupé, le modèle se lit une fois pour chaque gestionnaire.
    const definitions = [...habitDuModele(version, acte.parties).definitions]
    const repetees = repeterUnites(
      version.unites,
      version.parametres as unknown as DefinitionParametre[],
      nomsDesGestionnaires(acte.parties).length,
    )
    const modeles = new Map(repetees.map((u) => [u.identite, u]))
    const lignes = new Map(acte.unites.map((u) => [u.identite, u]))
    const facultatives = new Set(repetees.filter((u) => u.facultative).map((u) => u.identite))
    const etats = etatsDEcart(acte.unites, facultatives, touchees)
    const ordre = [...parcourir(unites).map((u) => u.identite), ...touchees.keys()]
    const ecarts = [...new Set(ordre)].flatMap((identite): EcartLu[] => {
      const etat = etats.get(identite)
      if (!etat || !estEcart(etat)) return []
      const [u, m] = [lignes.get(identite), modeles.get(identite)]
      const consolidee = enVigueur?.unites.find((x) => x.identite === identite)
      const variante = (m?.variantes as unknown as Variante[] | undefined)?.find(
        (v) => v.code === u?.variante,
      )
      return [
        {
          identite,
          etat,
          variante: variante?.libelle ?? null,
          motif:
            etat === 'supprime'
              ? motifDeSuppression(u, lignes)
              : etat === 'avenant'
                ? motifDesAvenants(effets, identite)
                : (u?.motifAdaptation ?? null),
          avenants: touchees.get(identite) ?? [],
          valeurs: nommerValeurs(effets.valeurs.get(identite) ?? [], definitions),
          avant: m ? { titre: m.titre, contenu: m.contenu as unknown as Contenu } : null,
          apres:
            etat === 'supprime' || consolidee?.supprimee
              ? null
              : consolidee
                ? { titre: consolidee.titre, contenu: consolidee.contenu }
                : u
                  ? { titre: u.titre, contenu: u.contenu as unknown as Contenu }
                  : null,
          accord: (m?.accordAdaptation ?? null) as unknown as AccordAdaptation | null,
        },
      ]
    })
    return {
      reference,
      titre: acte.titre,
      etape: acte.etape,
      groupe: acte.convention.groupe.sigle ?? acte.convention.groupe.nom,
      centres: acte.centres.map((c) => c.organisation.nom),
      modele: {
        code: version.modeleCode,
        intitule: version.intitule,
        numero: version.numero,
        groupe: version.groupe,
      },
      texte: {
        titre: version.titre,
        unites,
        definitions,
        valeurs: Object.fromEntries(
          acte.convention.parametres.flatMap((p) =>
            p.valeur ? [[p.cle, p.valeur as unknown as ValeurParametre]] : [],
          ),
        ),
      },
      conformes: [...etats.values()].filter((e) => e === 'conforme').length,
      ecarts,
    }
  })
}
