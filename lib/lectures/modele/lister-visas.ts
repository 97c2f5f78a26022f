import 'server-only'
import { versIsoOuNul } from '../../bd/dates'
import { avecActeur } from '../../bd/transaction'
import { groupesDesEcarts, peutEcrireModeles } from '../../domaine/modele/droits'
import type { Acteur } from '../../domaine/organisation/acteur'

export type VisaListe = {
  code: string
  texte: string
  valideDu: string | null
  valideAu: string | null
  remplacePar: string | null
  note: string | null
  /** 0 : celui fourni avec l'application, que le groupe n'a pas corrigé. */
  version: number
  corrige: { parNom: string; le: Date; fourni: boolean } | null
  /** Passages des modèles du groupe qui le citent. */
  usages: number
}
export type VisasLus = {
  groupe: { id: string; code: string; nom: string }
  groupes: { code: string; nom: string }[]
  peutEcrire: boolean
  visas: VisaListe[]
}

/** Textes de référence tels qu'un groupe les tient ; `null` pour qui n'est ni de sa direction ni de son siège. */
export function listerVisas(acteur: Acteur, codeGroupe: string | null): Promise<VisasLus | null> {
  const ids = groupesDesEcarts(acteur)
  if (ids.length === 0) return Promise.resolve(null)
  return avecActeur(acteur, async (tx) => {
    const groupes = await tx.organisation.findMany({
      where: { id: { in: ids } },
      select: { id: true, code: true, nom: true },
      orderBy: { nom: 'asc' },
    })
    const groupe =
      groupes.find((g) => g.code === codeGroupe) ?? groupes.find((g) => g.id === ids[0]) ?? groupes[0]
    if (!groupe) return null
    const socle = await tx.visa.findMany()
    const locaux = await tx.visaLocal.findMany({ where: { groupeId: groupe.id } })
    const usages = await tx.uniteModele.groupBy({
      by: ['visa'],
      where: {
        visa: { not: null },
        modeleVersion: { retireeLe: null, OR: [{ groupeId: null }, { groupeId: groupe.id }] },
      },
      _count: true,
    })
    const fournis = new Set(socle.map((v) => v.code))
    const tenus = new Map<string, Omit<VisaListe, 'usages'>>()
    for (const v of socle) tenus.set(v.code, { ...dates(v), version: 0, corrige: null })
    for (const v of locaux)
      tenus.set(v.code, {
        ...dates(v),
        version: v.version,
        corrige: { parNom: v.modifieParNom, le: v.modifieLe, fourni: fournis.has(v.code) },
      })
    const ordre = new Intl.Collator('fr', { numeric: true })
    return {
      groupe,
      groupes: groupes.map(({ code, nom }) => ({ code, nom })),
      peutEcrire: peutEcrireModeles(acteur, groupe.id),
      visas: [...tenus.values()]
        .map((v) => ({ ...v, usages: usages.find((u) => u.visa === v.code)?._count ?? 0 }))
        .sort((a, b) => ordre.compare(a.texte, b.texte)),
    }
  })
}

type Ligne = {
  code: string
  texte: string
  valideDu: Date | null
  valideAu: Date | null
  remplacePar: string | null
  note: string | null
}
const dates = (v: Ligne) => ({
  code: v.code,
  texte: v.texte,
  valideDu: versIsoOuNul(v.valideDu),
  valideAu: versIsoOuNul(v.valideAu),
  remplacePar: v.remplacePar,
  note: v.note,
})
