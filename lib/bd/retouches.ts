import 'server-only'
import type { NatureTerme, PartieDesignee } from '../domaine/avenant/modifications'
import type { Forme } from '../domaine/avenant/rediger'
import type { Retouche } from '../domaine/avenant/retouches'
import type { DefinitionParametre, ValeurParametre } from '../domaine/texte/parametres'
import { type Retouche as Ligne, Prisma } from './genere/client'

/** Retouche telle que la base la garde, avec sa version, sa forme et ce qui l'arrête. */
export type RetoucheLue = {
  cible: string
  retouche: Retouche
  forme: Forme | null
  rang: number
  version: number
  arretee: string | null
}

type Unite = Extract<Retouche, { cible: 'unite' }>

export function versRetouche(l: Ligne): RetoucheLue {
  const { cible, forme, rang, version, arretee } = l
  return { cible, forme: forme as Forme | null, rang, version, arretee, retouche: lire(l) }
}

function lire(l: Ligne): Retouche {
  const [quoi, ...reste] = l.cible.split(':')
  const cle = reste.join(':')
  const depart = l.depart as unknown
  const voulu = l.voulu as unknown
  if (quoi === 'valeur')
    return {
      cible: 'valeur',
      cle,
      depart: depart as ValeurParametre | null,
      voulu: voulu as ValeurParametre | null,
      ...(l.definition ? { definition: l.definition as unknown as DefinitionParametre } : {}),
    }
  if (quoi === 'partie')
    return {
      cible: 'partie',
      role: reste[0] as 'HOPITAL' | 'GESTIONNAIRE',
      ...(reste[1] ? { rang: Number(reste[1]) } : {}),
      depart: depart as PartieDesignee,
      voulu: voulu as PartieDesignee,
    }
  if (quoi === 'terme')
    return {
      cible: 'terme',
      nature: l.nature as NatureTerme,
      depart: depart as string | null,
      voulu: voulu as string,
    }
  return {
    cible: 'unite',
    identite: cle,
    depart: depart as Unite['depart'],
    voulu: voulu as Unite['voulu'],
    ...(l.place ? { place: l.place as unknown as NonNullable<Unite['place']> } : {}),
  }
}

const json = (v: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull =>
  v === null || v === undefined ? Prisma.DbNull : (v as Prisma.InputJsonValue)

/** Colonnes d'une retouche. */
export const versLigne = (r: Retouche) => ({
  depart: json(r.depart),
  voulu: json(r.voulu),
  place: json(r.cible === 'unite' ? r.place : null),
  definition: json(r.cible === 'valeur' ? r.definition : null),
  nature: r.cible === 'terme' ? r.nature : null,
})
