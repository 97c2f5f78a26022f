import type { DefinitionParametre, UniteDuree, ValeurParametre } from '@/lib/domaine/texte/parametres'
import { schemaValeur } from '@/lib/domaine/texte/parametres'

/** Ce que la personne a tapé, champ par champ, avant d'être une valeur. */
export type Brouillon = Record<string, string>

export function versBrouillon(d: DefinitionParametre, v: ValeurParametre | null, fonction = ''): Brouillon {
  if (!v && d.genre === 'personne') return { masculin: fonction, feminin: fonction }
  if (!v) return d.genre === 'duree' ? { unite: d.unites?.[0] ?? 'jour' } : {}
  switch (v.genre) {
    case 'texte':
      return { texte: v.texte }
    case 'nombre':
      return { nombre: enFrancais(v.nombre) }
    case 'duree':
      return { nombre: String(v.nombre), unite: v.unite }
    case 'montant':
      return { euros: enFrancais(v.centimes / 100) }
    case 'taux':
      return { pourcent: enFrancais(v.pourcent) }
    case 'date':
      return { date: v.date }
    case 'choix':
      return { code: v.code }
    case 'liste':
      return { elements: v.elements.join('\n') }
    case 'personne':
      return {
        civilite: v.civilite,
        prenom: v.prenom,
        nom: v.nom,
        masculin: v.fonction.masculin,
        feminin: v.fonction.feminin,
      }
    case 'commune':
    case 'designation':
      return { nom: v.nom }
  }
}

const enFrancais = (n: number) => String(n).replace('.', ',')
const enNombre = (s: string | undefined) => {
  const propre = (s ?? '').replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return propre && /^\d+(\.\d+)?$/.test(propre) ? Number(propre) : null
}

/** Valeur tapée ; `null` quand le champ est vide ; `undefined` quand elle n'est pas encore lisible. */
export function lireBrouillon(d: DefinitionParametre, b: Brouillon): ValeurParametre | null | undefined {
  const brut = assembler(d, b)
  if (brut === null || brut === undefined) return brut
  const lu = schemaValeur.safeParse(brut)
  return lu.success ? lu.data : undefined
}

function assembler(d: DefinitionParametre, b: Brouillon): ValeurParametre | null | undefined {
  const vide = (s: string | undefined) => !s?.trim()
  switch (d.genre) {
    case 'texte':
      return vide(b.texte) ? null : { genre: 'texte', texte: b.texte ?? '' }
    case 'nombre': {
      const n = enNombre(b.nombre)
      return vide(b.nombre) ? null : n === null ? undefined : { genre: 'nombre', nombre: n }
    }
    case 'duree': {
      const n = enNombre(b.nombre)
      if (vide(b.nombre)) return null
      return n === null ? undefined : { genre: 'duree', nombre: n, unite: b.unite as UniteDuree }
    }
    case 'montant': {
      const n = enNombre(b.euros)
      return vide(b.euros)
        ? null
        : n === null
          ? undefined
          : { genre: 'montant', centimes: Math.round(n * 100) }
    }
    case 'taux': {
      const n = enNombre(b.pourcent)
      return vide(b.pourcent) ? null : n === null ? undefined : { genre: 'taux', pourcent: n }
    }
    case 'date':
      return vide(b.date) ? null : { genre: 'date', date: b.date ?? '' }
    case 'choix':
      return vide(b.code) ? null : { genre: 'choix', code: b.code ?? '' }
    case 'liste': {
      const elements = (b.elements ?? '').split('\n').flatMap((e) => (e.trim() ? [e.trim()] : []))
      return elements.length ? { genre: 'liste', elements } : null
    }
    case 'personne':
      if (vide(b.nom) && vide(b.prenom)) return null
      return {
        genre: 'personne',
        civilite: b.civilite === 'MME' ? 'MME' : 'M',
        prenom: b.prenom ?? '',
        nom: b.nom ?? '',
        fonction: {
          masculin: b.masculin?.trim() || b.feminin?.trim() || '',
          feminin: b.feminin?.trim() || b.masculin?.trim() || '',
        },
      }
    case 'commune':
    case 'designation':
      return undefined
  }
}
