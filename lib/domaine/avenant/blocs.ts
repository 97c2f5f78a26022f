import type { BlocContenu } from '../texte/contenu'

/** Le bloc sous un autre identifiant. */
export function avecId(b: BlocContenu, id: string): BlocContenu {
  if (b.attrs.id === id) return b
  return b.type === 'orderedList' ? { ...b, attrs: { ...b.attrs, id } } : { ...b, attrs: { id } }
}

/** L'identifiant, ou le premier qui lui ressemble et que nul ne porte (« b7~2 »). */
export function idLibre(id: string, pris: ReadonlySet<string>): string {
  let libre = id
  for (let n = 2; pris.has(libre); n++) libre = `${id}~${n}`
  return libre
}

/** Les mêmes blocs, chacun sous son identifiant : un copier-coller peut en avoir donné un à deux blocs. */
export function dedoubler(blocs: readonly BlocContenu[]): BlocContenu[] {
  const tous = new Set(blocs.map((b) => b.attrs.id))
  if (tous.size === blocs.length) return [...blocs]
  const vus = new Set<string>()
  return blocs.map((b) => {
    const double = vus.has(b.attrs.id)
    const id = double ? idLibre(b.attrs.id, tous) : b.attrs.id
    vus.add(id)
    tous.add(id)
    return avecId(b, id)
  })
}
