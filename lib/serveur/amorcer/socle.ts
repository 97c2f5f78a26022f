import type { Tx } from '../../bd/client'
import { versDateOuNul } from '../../bd/dates'
import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { lireTexteBalise } from '../../domaine/texte/balisage'
import { canoniser, sha256 } from '../../domaine/texte/empreinte'
import type { ModeleSource, UniteSource } from '../../domaine/texte/modele-source'
import type { Variante } from '../../domaine/texte/unites'

export type VisaSource = {
  code: string
  texte: string
  valideDu: string | null
  valideAu: string | null
  remplacePar: string | null
  note: string | null
}
type UniteAplatie = Omit<Prisma.UniteModeleCreateManyInput, 'id' | 'versionId'>

/**
 * Charge le socle dans toute base : visas, puis chaque version de modèle pas encore présente. Une mise à jour de
 * l'application ajoute une version, elle n'en change jamais une, et ne compare que les numéros du socle : les versions
 * d'établissement ont les leurs. Deux sources de même numéro mais de texte
 * différent sont une erreur de publication, dite clairement.
 */
export async function amorcerSocle(
  tx: Tx,
  modeles: readonly ModeleSource[],
  visas: readonly VisaSource[],
  maintenant: Date,
): Promise<{ versionsAjoutees: string[] }> {
  for (const v of visas) {
    const data = {
      ...v,
      valideDu: versDateOuNul(v.valideDu),
      valideAu: versDateOuNul(v.valideAu),
    }
    await tx.visa.upsert({ where: { code: v.code }, create: data, update: data })
  }
  const versionsAjoutees: string[] = []
  for (const [rang, modele] of modeles.entries()) {
    await tx.modele.upsert({
      where: { code: modele.code },
      create: { code: modele.code, intitule: modele.intitule, rang },
      update: { intitule: modele.intitule, rang },
    })
    if (await publierVersion(tx, modele, maintenant))
      versionsAjoutees.push(`${modele.code} v${modele.version}`)
  }
  return { versionsAjoutees }
}

async function publierVersion(tx: Tx, modele: ModeleSource, maintenant: Date): Promise<boolean> {
  const unites = aplatir(modele.unites, null)
  const empreinte = sha256(canoniser({ ...modele, unites }))
  const existante = await tx.modeleVersion.findUnique({
    where: { modeleCode_numeroSocle: { modeleCode: modele.code, numeroSocle: modele.version } },
  })
  if (existante?.empreinte === empreinte) return false
  if (existante) {
    throw new Error(
      `Le modèle « ${modele.intitule} », version ${modele.version}, a changé depuis sa publication : il faut une version ${modele.version + 1}.`,
    )
  }
  const versionId = nouvelId()
  await tx.modeleVersion.create({
    data: {
      id: versionId,
      modeleCode: modele.code,
      numero: modele.version,
      numeroSocle: modele.version,
      intitule: modele.intitule,
      titre: modele.titre,
      resume: modele.resume,
      source: modele.source,
      redaction: modele.redaction,
      publieeLe: maintenant,
      empreinte,
      parties: modele.parties as unknown as Prisma.InputJsonValue,
      parametres: modele.parametres as unknown as Prisma.InputJsonValue,
      approbations: (modele.approbations ?? []) as unknown as Prisma.InputJsonValue,
    },
  })
  await tx.uniteModele.createMany({ data: unites.map((u) => ({ ...u, id: nouvelId(), versionId })) })
  return true
}

/** Arbre de la source → lignes, rangs espacés de 10 pour les insertions à venir. */
export function aplatir(unites: readonly UniteSource[], parent: string | null): UniteAplatie[] {
  return unites.flatMap((u, i) => {
    const variantes: Variante[] = (u.variantes ?? []).map((v) => ({
      code: v.code,
      libelle: v.libelle,
      ...(v.titre ? { titre: v.titre } : {}),
      ...(v.source ? { source: v.source } : {}),
      ...(v.valeurs ? { valeurs: v.valeurs } : {}),
      contenu: lireTexteBalise(v.texte, `${u.identite}-${v.code}`),
    }))
    const ligne: UniteAplatie = {
      identite: u.identite,
      parent,
      rang: (i + 1) * 10,
      genre: u.genre,
      titre: u.titre ?? null,
      contenu: lireTexteBalise(u.texte, u.identite) as unknown as Prisma.InputJsonValue,
      ...(u.annexe ? { annexe: u.annexe as unknown as Prisma.InputJsonValue } : {}),
      variantes: variantes as unknown as Prisma.InputJsonValue,
      facultative: u.facultative ?? false,
      visa: u.visa ?? null,
      ...(u.accordAdaptation ? { accordAdaptation: u.accordAdaptation } : {}),
    }
    return [ligne, ...aplatir(u.enfants ?? [], u.identite)]
  })
}
