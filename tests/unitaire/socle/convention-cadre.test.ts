import { describe, expect, it } from 'vitest'
import { lireEnLigne, lireTexteBalise } from '../../../lib/domaine/texte/balisage'
import { type NoeudEnLigne, noeudsEnLigne, schemaContenu } from '../../../lib/domaine/texte/contenu'
import type { UniteSource } from '../../../lib/domaine/texte/modele-source'
import { schemaValeur } from '../../../lib/domaine/texte/parametres'
import { couvertureConventionCadre } from '../../../prisma/socle/couverture/convention-cadre'
import { conventionCadre } from '../../../prisma/socle/modeles/convention-cadre'
import { visasDuSocle } from '../../../prisma/socle/visas'

/** Paramètres qu'aucune phrase du modèle ne cite. */
const SANS_PHRASE = new Set([
  // Repris par le bloc des signatures (« Fait à … »), qui n'est pas une unité.
  'lieu_signature',
])

function* parcourir(unites: readonly UniteSource[]): Generator<UniteSource> {
  for (const unite of unites) {
    yield unite
    yield* parcourir(unite.enfants ?? [])
  }
}
const unites = [...parcourir(conventionCadre.unites)]
const identites = new Set(unites.map((u) => u.identite))
const cles = new Set(conventionCadre.parametres.map((p) => p.cle))

/** Toutes les écritures du texte d'une unité : le texte et ses variantes. */
const textesDe = (unite: UniteSource) => [unite.texte, ...(unite.variantes ?? []).map((v) => v.texte)]
const lignesDe = (unite: UniteSource) => [
  unite.titre ?? '',
  ...(unite.variantes ?? []).map((v) => v.titre ?? ''),
  ...(unite.annexe?.etapes ?? []).flatMap((e) => [e.texte, e.delai ?? '']),
]
function noeudsDe(unite: UniteSource): NoeudEnLigne[] {
  const blocs = textesDe(unite).flatMap((t) => [...noeudsEnLigne(lireTexteBalise(t, 'b').content)])
  return [...blocs, ...lignesDe(unite).flatMap(lireEnLigne)]
}
const horsUnites = [
  conventionCadre.titre,
  ...conventionCadre.parties.flatMap((p) => [p.comparution, p.designation]),
].flatMap((t) => [...noeudsEnLigne(lireTexteBalise(t, 'b').content)])
const tousLesNoeuds = [...unites.flatMap(noeudsDe), ...horsUnites]
const clesCitees = new Set(
  tousLesNoeuds.flatMap((n) => (n.type === 'parametre' || n.type === 'accord' ? [n.attrs.cle] : [])),
)

describe('convention-cadre : structure', () => {
  it('donne à chaque unité une identité unique', () => {
    expect(identites.size).toBe(unites.length)
  })

  it('compte treize articles et garde la numérotation des sous-articles de la source', () => {
    const articles = conventionCadre.unites.filter((u) => u.genre === 'article')
    expect(articles).toHaveLength(13)
    const numeros = articles.flatMap((article, i) =>
      (article.enfants ?? []).map((enfant, j) => `${i + 1}.${j + 1} ${enfant.identite}`),
    )
    expect(numeros).toEqual([
      '2.1 article-imagerie',
      '2.2 article-hopital-de-jour',
      '2.3 article-consultations',
      '3.1 article-messagerie',
      '3.2 article-plateforme',
      '5.1 article-staffs',
      '5.2 article-formations-internes',
      '6.1 article-consultations-avancees',
      '6.2 article-statut-praticiens',
      '11.1 article-comite-suivi',
      '11.2 article-comite-plenier',
    ])
  })

  it('ouvre sur les visas, dont la délibération, et sur un préambule de cinq considérants', () => {
    expect(unites.some((u) => u.genre === 'visa' && u.visa === 'deliberation')).toBe(true)
    const preambule = unites.find((u) => u.genre === 'preambule')
    expect(preambule?.enfants?.map((e) => e.genre)).toEqual(Array(5).fill('considerant'))
  })

  it('donne un contenu accepté par le schéma du serveur, variantes comprises', () => {
    for (const unite of unites) {
      for (const texte of textesDe(unite)) {
        expect(schemaContenu.safeParse(lireTexteBalise(texte, 'b')).success, unite.identite).toBe(true)
      }
    }
  })

  it('ne laisse aucune balise mal formée ni mise en forme ouverte dans le texte lu', () => {
    const reste = tousLesNoeuds.filter((n) => n.type === 'text' && /\{\{|\}\}|\[\[|\]\]|\*|'|§/.test(n.text))
    expect(reste).toEqual([])
  })

  it('dit de chaque annexe comment elle se révise, et réserve l’annexe nominative aux parties', () => {
    const annexes = unites.filter((u) => u.genre === 'annexe')
    expect(annexes).toHaveLength(7)
    for (const annexe of annexes) {
      const formule =
        annexe.annexe?.revision === 'avenant' ? 'ne se modifie que par avenant' : 'actualisée par échange'
      expect(annexe.texte.replace(/\s+/g, ' '), annexe.identite).toContain(formule)
    }
    expect(annexes.find((u) => u.annexe?.nature === 'nominative')?.annexe?.reserveeAuxParties).toBe(true)
  })

  it('relie les étapes d’un circuit à des étapes du même circuit, toutes atteintes', () => {
    for (const unite of unites) {
      const etapes = unite.annexe?.etapes ?? []
      const codes = etapes.map((e) => e.code)
      const visees = new Set(etapes.flatMap((e) => (e.vers ?? []).map((v) => v.code)))
      expect(new Set(codes).size).toBe(codes.length)
      for (const code of visees) expect(codes).toContain(code)
      for (const code of codes.slice(1)) expect(visees, unite.identite).toContain(code)
    }
  })
})

describe('convention-cadre : renvois et paramètres', () => {
  it('ne renvoie qu’à des unités existantes, et jamais à une annexe facultative', () => {
    const facultatives = new Set(unites.filter((u) => u.facultative).map((u) => u.identite))
    for (const noeud of tousLesNoeuds) {
      if (noeud.type !== 'renvoi') continue
      expect(identites).toContain(noeud.attrs.cible)
      expect(facultatives).not.toContain(noeud.attrs.cible)
    }
  })

  it('cite dans les articles chaque annexe qui n’est pas facultative', () => {
    const articles = unites.filter((u) => u.genre === 'article' || u.genre === 'sous-article')
    const cibles = new Set(
      articles.flatMap(noeudsDe).flatMap((n) => (n.type === 'renvoi' ? [n.attrs.cible] : [])),
    )
    for (const u of unites) if (u.genre === 'annexe' && !u.facultative) expect(cibles).toContain(u.identite)
  })

  it('définit chaque paramètre une seule fois, et tout paramètre cité', () => {
    expect(cles.size).toBe(conventionCadre.parametres.length)
    for (const cle of clesCitees) expect(cles).toContain(cle)
  })

  it('emploie tout paramètre défini, sauf exception explicite', () => {
    const inutiles = [...cles].filter((cle) => !clesCitees.has(cle) && !SANS_PHRASE.has(cle))
    expect(inutiles).toEqual([])
    for (const cle of SANS_PHRASE) expect(clesCitees).not.toContain(cle)
  })

  it('propose des valeurs par défaut valides et de leur genre', () => {
    for (const p of conventionCadre.parametres) {
      if (!p.defaut) continue
      expect(schemaValeur.safeParse(p.defaut).success, p.cle).toBe(true)
      expect(p.defaut.genre).toBe(p.genre)
      if (p.defaut.genre === 'choix') {
        const code = p.defaut.code
        expect(
          p.choix?.some((c) => c.code === code),
          p.cle,
        ).toBe(true)
      }
    }
  })

  it('garde les chiffres de la source comme valeurs proposées', () => {
    const defaut = (cle: string) => conventionCadre.parametres.find((p) => p.cle === cle)?.defaut
    const duree = (nombre: number, unite: string) => ({ genre: 'duree', nombre, unite })
    expect(defaut('delai_reponse_scanner')).toEqual(duree(48, 'heure'))
    expect(defaut('delai_examen_urgent')).toEqual(duree(48, 'heure'))
    expect(defaut('delai_examen_semi_urgent')).toEqual(duree(15, 'jour'))
    expect(defaut('delai_consultation_orientation')).toEqual(duree(7, 'jour'))
    expect(defaut('delai_consultation_semi_urgente')).toEqual(duree(15, 'jour'))
    expect(defaut('duree')).toEqual(duree(3, 'an'))
    expect(defaut('duree_renouvellement')).toEqual(duree(3, 'an'))
    expect(defaut('preavis')).toEqual(duree(6, 'mois'))
  })

  it('n’écrit en dur le nom d’aucune institution ni d’aucune commune', () => {
    const textes = [...unites.flatMap((u) => [...textesDe(u), ...lignesDe(u)]), conventionCadre.titre]
    for (const texte of textes) expect(texte).not.toMatch(/AP-?HP|HUPS|Bicêtre|Béclère|Arcueil|Doctolib/)
  })
})

describe('convention-cadre : visas', () => {
  it('ne vise que des textes du socle encore en vigueur', () => {
    for (const u of unites.filter((x) => x.genre === 'visa')) {
      const visa = visasDuSocle.find((v) => v.code === u.visa)
      expect(visa, u.identite).toBeDefined()
      expect(visa?.valideAu).toBeNull()
    }
  })

  it('remplace chaque texte abrogé par un texte du socle', () => {
    const codes = visasDuSocle.map((v) => v.code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const v of visasDuSocle) {
      if (v.remplacePar) expect(codes).toContain(v.remplacePar)
      expect(v.valideAu === null).toBe(v.remplacePar === null)
    }
  })
})

describe('convention-cadre : couverture de la source', () => {
  it('rattache chaque ligne à une unité et à un paramètre que cette unité emploie', () => {
    for (const ligne of couvertureConventionCadre) {
      const unite = unites.find((u) => u.identite === ligne.unite)
      expect(unite, ligne.element).toBeDefined()
      if (!unite || !ligne.parametre) continue
      const citees = noeudsDe(unite).flatMap((n) =>
        n.type === 'parametre' || n.type === 'accord' ? [n.attrs.cle] : [],
      )
      expect(citees, ligne.element).toContain(ligne.parametre)
    }
  })

  it('couvre chaque article et chaque sous-article, sous le numéro de la source', () => {
    const attendus = new Map<string, string>()
    conventionCadre.unites
      .filter((u) => u.genre === 'article')
      .forEach((article, i) => {
        attendus.set(article.identite, `${i + 1}`)
        article.enfants?.forEach((enfant, j) => {
          attendus.set(enfant.identite, `${i + 1}.${j + 1}`)
        })
      })
    for (const [identite, numero] of attendus) {
      const lignes = couvertureConventionCadre.filter((l) => l.unite === identite && l.article === numero)
      expect(lignes.length, identite).toBeGreaterThan(0)
    }
  })

  it('ne répète aucune ligne', () => {
    const lignes = couvertureConventionCadre.map((l) => `${l.article} ${l.element}`)
    expect(new Set(lignes).size).toBe(lignes.length)
  })
})
