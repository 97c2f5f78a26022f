import { expect, it } from 'vitest'
import { noeudsEnLigne, schemaContenu } from '../../../lib/domaine/texte/contenu'
import type { ModeleSource } from '../../../lib/domaine/texte/modele-source'
import { schemaValeur } from '../../../lib/domaine/texte/parametres'
import type { LigneCouverture } from '../../../prisma/socle/couverture/ligne'
import { PARAMETRES_COMMUNS } from '../../../prisma/socle/modeles/parametres-communs'
import { aplatir, clesCitees, contenusDe, renvoisCites, textesDe, toutLeTexte } from './outils-modele'

const VISAS_CONNUS = [
  'csp-l6134-1',
  'csp-l6323-1',
  'csp-l1142-2',
  'csp-r6152-4',
  'csp-r6152-50',
  'csp-r6152-30',
  'csp-r6152-501',
  'arrete-2001-10-17',
  'arrete-2017-03-14',
  'decret-84-135',
  'decret-2021-1645',
  'cgct-deliberation',
  'deliberation',
  'delegation-signature',
]

/** Contrôles que tout modèle du socle doit passer. */
export function controlerModele(modele: ModeleSource) {
  const unites = aplatir(modele.unites)
  const identites = new Set(unites.map((u) => u.identite))

  it('a des identités uniques et bien formées', () => {
    expect(identites.size).toBe(unites.length)
    for (const i of identites) expect(i).toMatch(/^[a-z0-9-]{3,60}$/)
  })

  it('ne renvoie qu’à des unités existantes', () => {
    const cibles = renvoisCites(modele)
    expect(cibles.length).toBeGreaterThan(0)
    expect(cibles.filter((c) => !identites.has(c))).toEqual([])
  })

  it('cite chaque annexe au moins une fois, sauf les facultatives', () => {
    const cibles = new Set(renvoisCites(modele))
    const orphelines = unites.filter((u) => u.genre === 'annexe' && !u.facultative && !cibles.has(u.identite))
    expect(orphelines.map((u) => u.identite)).toEqual([])
  })

  it('ne cite que des paramètres définis et emploie tous ceux qui lui sont propres', () => {
    const citees = clesCitees(modele)
    const definies = new Set(modele.parametres.map((p) => p.cle))
    const communes = new Set(PARAMETRES_COMMUNS.map((p) => p.cle))
    expect(definies.size).toBe(modele.parametres.length)
    expect([...citees].filter((c) => !definies.has(c))).toEqual([])
    expect([...definies].filter((c) => !communes.has(c) && !citees.has(c))).toEqual([])
  })

  it('propose des valeurs du bon genre', () => {
    for (const p of modele.parametres) {
      if (!p.defaut) continue
      expect(schemaValeur.safeParse(p.defaut).success, p.cle).toBe(true)
      expect(p.defaut.genre, p.cle).toBe(p.genre)
      if (p.defaut.genre === 'choix') expect(p.choix?.map((c) => c.code)).toContain(p.defaut.code)
      if (p.defaut.genre === 'duree' && p.unites) expect(p.unites).toContain(p.defaut.unite)
    }
  })

  it('ne fait porter à une variante que des valeurs définies, du bon genre, qu’elle cite et qui changent le défaut', () => {
    for (const u of unites) {
      for (const v of u.variantes ?? []) {
        for (const [cle, valeur] of Object.entries(v.valeurs ?? {})) {
          const definition = modele.parametres.find((p) => p.cle === cle)
          expect(schemaValeur.safeParse(valeur).success, cle).toBe(true)
          expect(definition?.genre, cle).toBe(valeur.genre)
          if (valeur.genre === 'choix') expect(definition?.choix?.map((c) => c.code)).toContain(valeur.code)
          if (valeur.genre === 'duree') expect(definition?.unites ?? [valeur.unite]).toContain(valeur.unite)
          expect(valeur).not.toEqual(definition?.defaut)
          expect(v.texte).toContain(`{{${cle}`)
        }
      }
    }
  })

  it('ne tient pour facultatif aucun paramètre cité : la phrase serait trouée sans lui', () => {
    const citees = clesCitees(modele)
    const troues = modele.parametres.filter((p) => p.facultatif && citees.has(p.cle))
    expect(troues.map((p) => p.cle)).toEqual([])
  })

  it('se lit en contenu que le serveur accepte, sans balise oubliée', () => {
    for (const u of unites) {
      for (const c of contenusDe(u)) {
        expect(schemaContenu.safeParse(c).success, u.identite).toBe(true)
        const restes = [...noeudsEnLigne(c.content)].filter(
          (n) => n.type === 'text' && /[{}[\]|*§]/.test(n.text),
        )
        expect(restes, u.identite).toEqual([])
      }
    }
  })

  it('ne laisse vide aucun texte, hors articles divisés en sous-articles et préambule', () => {
    const vides = unites.filter((u) => textesDe(u).some((t) => t.trim() === ''))
    for (const u of vides) expect(u.enfants?.length ?? 0, u.identite).toBeGreaterThan(0)
  })

  it('a des tableaux réguliers', () => {
    for (const u of unites) {
      for (const c of contenusDe(u)) {
        for (const b of c.content) {
          if (b.type !== 'table') continue
          expect(new Set(b.content.map((l) => l.content.length)).size, u.identite).toBe(1)
        }
      }
    }
  })

  it('suit la typographie du socle : apostrophe courbe, aucune espace insécable posée à la main', () => {
    expect(toutLeTexte(modele)).not.toMatch(/['"\u00a0\u202f]/)
  })

  it('n’emploie que des visas connus, et aucun texte abrogé', () => {
    const visas = unites.filter((u) => u.genre === 'visa')
    for (const v of visas) {
      if (v.visa) expect(VISAS_CONNUS).toContain(v.visa)
      for (const t of textesDe(v)) expect(t.trim()).toMatch(/^Vu .* ;$/s)
    }
    const codes = visas.map((v) => v.visa)
    expect(codes).not.toContain('decret-84-135')
    expect(codes).not.toContain('arrete-2001-10-17')
    expect(codes).toContain('deliberation')
  })

  it('décrit chaque annexe et réserve aux parties celles qui nomment quelqu’un', () => {
    for (const u of unites) {
      expect(u.annexe !== undefined, u.identite).toBe(u.genre === 'annexe')
      if (u.annexe?.nature === 'nominative') expect(u.annexe.reserveeAuxParties, u.identite).toBe(true)
      const codes = new Set(u.annexe?.etapes?.map((e) => e.code))
      for (const e of u.annexe?.etapes ?? []) {
        for (const v of e.vers ?? []) expect(codes.has(v.code), `${u.identite}/${v.code}`).toBe(true)
      }
    }
  })
}

/** Contrôles de la table de couverture : rien d'inventé, rien d'oublié. */
export function controlerCouverture(
  modele: ModeleSource,
  couverture: readonly LigneCouverture[],
  attendus: readonly string[],
) {
  const unites = aplatir(modele.unites)
  const connues = new Set(unites.map((u) => u.identite))

  it('rattache chaque ligne de couverture à une unité et à un paramètre existants', () => {
    const cles = new Set(modele.parametres.map((p) => p.cle))
    for (const l of couverture) {
      expect(connues.has(l.unite), l.unite).toBe(true)
      if (l.parametre) expect(cles.has(l.parametre), l.parametre).toBe(true)
    }
  })

  it('montre le paramètre dans l’unité que la couverture désigne', () => {
    for (const l of couverture) {
      const unite = unites.find((u) => u.identite === l.unite)
      if (!l.parametre || !unite) continue
      const cite = new RegExp(`(\\{\\{|\\[\\[)${l.parametre}[|}:]`)
      expect(
        textesDe(unite).some((t) => cite.test(t)),
        `${l.unite} : ${l.parametre}`,
      ).toBe(true)
    }
  })

  it('a au moins une ligne par article et sous-article de la source', () => {
    const cites = new Set(couverture.map((l) => l.article))
    expect(attendus.filter((a) => !cites.has(a))).toEqual([])
  })

  it('a au moins une ligne par unité du modèle', () => {
    const citees = new Set(couverture.map((l) => l.unite))
    expect([...connues].filter((i) => !citees.has(i))).toEqual([])
  })

  it('ne répète aucune ligne', () => {
    expect(new Set(couverture.map((l) => `${l.article}|${l.element}`)).size).toBe(couverture.length)
  })
}
