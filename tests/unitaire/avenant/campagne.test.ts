import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { appliquer } from '@/lib/domaine/avenant/appliquer'
import {
  type ChoixDuCentre,
  connuDe,
  demandeUnGeste,
  EXCEPTIONS_CAMPAGNE,
  transposer as porter,
} from '@/lib/domaine/avenant/campagne'
import { A_BLANC, type EtatDeLaChaine } from '@/lib/domaine/avenant/etat'
import type { PartieDesignee } from '@/lib/domaine/avenant/modifications'
import { deriver, deriverTout, type Retouche } from '@/lib/domaine/avenant/retouches'
import { lireTexteBalise } from '@/lib/domaine/texte/balisage'
import { canoniser } from '@/lib/domaine/texte/canoniser'
import type { ValeurParametre } from '@/lib/domaine/texte/parametres'
import { article, base, DELAI, LIGNES, lire, recrire } from './fabrique'
import { bande, editionsAuHasard, etatAuHasard, Hasard } from './hasard'

vi.setConfig({ testTimeout: 60_000 })

const origine = base()
const transposer = (r: readonly Retouche[], centre: EtatDeLaChaine, choix?: ChoixDuCentre) =>
  porter(r, connuDe(origine), centre, choix)
const heures = (nombre: number): ValeurParametre => ({ genre: 'duree', nombre, unite: 'heure' })
const nouveauSuivi = recrire(origine, 'suivi', { texte: 'Le comité se réunit chaque trimestre.' })
const delai: Retouche = { cible: 'valeur', cle: 'delai', depart: DELAI, voulu: heures(24) }
const terme: Retouche = {
  cible: 'terme',
  nature: 'prolongation',
  depart: '2029-12-31',
  voulu: '2031-12-31',
}
const insertion = (apres: string | null = 'suivi', texte = 'Les données sont protégées.'): Retouche => ({
  cible: 'unite',
  identite: 'donnees',
  depart: null,
  voulu: article(texte, 'Données'),
  place: { parent: null, apres, numero: { nu: '4 bis', intitule: 'Article 4 bis' } },
})

/** Le même texte chez un autre centre, où une unité se lit autrement. */
const chez = (identite: string, texte: string): EtatDeLaChaine =>
  base(LIGNES.map((l) => (l.identite === identite ? { ...l, texte } : l)))
const sans = (...identites: string[]) => base(LIGNES.filter((l) => !identites.includes(l.identite)))
const apres = (e: EtatDeLaChaine, ...r: Retouche[]) => appliquer(e, deriverTout(r), A_BLANC).etat
const suppression = (identite: string): Retouche => ({
  cible: 'unite',
  identite,
  depart: lire(origine, identite),
  voulu: null,
})
const exception = (r: Retouche, centre: EtatDeLaChaine) => {
  const t = transposer([r], centre)
  expect(t.reprises).toEqual([])
  return t.exceptions.map((e) => e.exception)
}

describe('Transposer vers le même texte', () => {
  it('est l’identité', () => {
    const tout = [nouveauSuivi, delai, terme, suppression('annexe')]
    expect(transposer(tout, origine)).toEqual({ reprises: tout, exceptions: [] })
  })

  it('donne le même texte, quelles que soient les éditions', () => {
    fc.assert(
      fc.property(bande, (nombres) => {
        const h = new Hasard(nombres)
        const e = etatAuHasard(h)
        const retouches = editionsAuHasard(h, e).retouches.filter((r) => deriver(r) !== null)
        const t = porter(retouches, connuDe(e), e)
        expect(t.exceptions).toEqual([])
        const [a, b] = [apres(e, ...retouches), apres(e, ...t.reprises)]
        const lu = (x: EtatDeLaChaine) =>
          canoniser([
            x.unites.map((u) => [u.identite, u.parent, u.rang, u.titre, u.contenu]),
            x.valeurs,
            x.fin,
          ])
        expect(lu(b)).toBe(lu(a))
      }),
      { numRuns: 500, endOnFailure: true },
    )
  })
})

describe('Une modification d’article', () => {
  it('passe chez un centre dont le reste diffère', () => {
    const centre = chez('objet', 'La convention vise les seuls adultes.')
    const t = transposer([nouveauSuivi], centre)
    expect(t.exceptions).toEqual([])
    expect(appliquer(centre, deriverTout(t.reprises), A_BLANC).conflits).toEqual([])
  })

  it('passe quand les blocs ont d’autres identifiants, et les garde', () => {
    const centre = base()
    const u = centre.unites.find((x) => x.identite === 'urgences')
    const autres = lireTexteBalise(LIGNES.find((l) => l.identite === 'urgences')?.texte ?? '', 'ailleurs')
    const renomme = {
      ...centre,
      unites: centre.unites.map((x) => (x === u ? { ...x, contenu: autres } : x)),
    }
    const r = recrire(origine, 'urgences', {
      texte:
        'Le service répond au centre.\n\nIl répond sous {{delai}}, même la nuit.\n\n- par téléphone ;\n- par écrit.\n\nIl tient un registre.',
    })
    const t = transposer([r], renomme)
    expect(t.exceptions).toEqual([])
    const [m] = deriverTout(t.reprises)
    // Un seul alinéa change : les autres sont reconnus.
    expect(m?.genre === 'texte' && m.blocs).toHaveLength(1)
    expect(appliquer(renomme, m ? [m] : [], A_BLANC).conflits).toEqual([])
  })

  it('s’arrête sur un article adapté, même dans un autre alinéa ou par son seul titre', () => {
    expect(exception(nouveauSuivi, chez('suivi', 'Le comité se réunit deux fois.'))).toEqual([
      'article-adapte',
    ])
    expect(
      exception(nouveauSuivi, chez('suivi', 'Le comité se réunit chaque année.\n\nIl rend compte.')),
    ).toEqual(['article-adapte'])
    const titre = base(LIGNES.map((l) => (l.identite === 'suivi' ? { ...l, titre: 'Comité' } : l)))
    expect(exception(nouveauSuivi, titre)).toEqual(['article-adapte'])
  })

  it('dit l’article absent, supprimé, ou déjà écrit ainsi', () => {
    expect(exception(nouveauSuivi, sans('suivi'))).toEqual(['article-absent'])
    expect(exception(nouveauSuivi, apres(origine, suppression('suivi')))).toEqual(['article-supprime'])
    expect(exception(nouveauSuivi, apres(origine, nouveauSuivi))).toEqual(['deja-fait'])
    expect(exception(suppression('suivi'), apres(origine, suppression('suivi')))).toEqual(['deja-fait'])
    expect(exception(suppression('suivi'), chez('suivi', 'Autre.'))).toEqual(['article-adapte'])
  })

  it('ne fait pas citer au centre un article ou une valeur qu’il n’a pas', () => {
    const cite = recrire(origine, 'suivi', { texte: 'Le comité suit les règles {{§urgences|de}}.' })
    expect(transposer([cite], origine).exceptions).toEqual([])
    expect(exception(cite, sans('urgences'))).toEqual(['renvoi-absent'])
    const valeur = recrire(origine, 'suivi', { texte: 'Le comité répond sous {{delai}}.' })
    const sansDelai = { ...origine, definitions: [], valeurs: {} }
    expect(exception(valeur, sansDelai)).toEqual(['valeur-inconnue'])
    const avec: Retouche = {
      ...(delai as Extract<Retouche, { cible: 'valeur' }>),
      depart: null,
      definition: { cle: 'delai', libelle: 'Délai', genre: 'duree' },
    }
    expect(transposer([valeur, avec], sansDelai).exceptions).toEqual([])
  })

  it('renonce à ce qui citait une insertion qui ne passe pas', () => {
    const cite = recrire(origine, 'objet', { texte: 'La convention suit {{§donnees|le}}.' })
    const t = transposer([cite, insertion()], apres(origine, insertion('objet', 'Autre texte.')))
    expect(t.exceptions.map((e) => e.exception)).toEqual(['article-present'])
    const sansPlace = transposer([cite, insertion('suivi')], sans('suivi'))
    expect(sansPlace.exceptions.map((e) => e.exception)).toContain('place-absente')
  })

  it('laisse à la main un formulaire, qui est un fichier d’un autre acte', () => {
    const fichier = { id: 'f', nom: 'Bon.pdf', taille: 1, empreinte: 'e' }
    const depart = lire(origine, 'annexe')
    const joint: Retouche = { cible: 'unite', identite: 'annexe', depart, voulu: { ...depart, fichier } }
    expect(exception(joint, origine)).toEqual(['formulaire-a-joindre'])
  })
})

describe('Un article inséré', () => {
  it('reprend un numéro du texte du centre', () => {
    const autre: Retouche = {
      cible: 'unite',
      identite: 'local',
      depart: null,
      voulu: article('Texte local.', 'Local'),
      place: { parent: null, apres: 'suivi', numero: { nu: '4 bis', intitule: 'Article 4 bis' } },
    }
    const [seul] = transposer([insertion()], origine).reprises
    expect(seul?.cible === 'unite' && seul.place?.numero.nu).toBe('4 bis')
    const [r] = transposer([insertion()], apres(origine, autre)).reprises
    expect(r?.cible === 'unite' && r.place?.numero.nu).not.toBe('4 bis')
    const court = transposer([insertion('suivi')], sans('objet')).reprises[0]
    expect(court?.cible === 'unite' && court.place?.numero.nu).toBe('3 bis')
  })

  it('dit la place absente, l’article déjà là ou autrement écrit', () => {
    expect(exception(insertion(), sans('suivi'))).toEqual(['place-absente'])
    const deja = apres(origine, insertion())
    expect(exception(insertion(), deja)).toEqual(['deja-fait'])
    expect(exception(insertion('suivi', 'Autre.'), deja)).toEqual(['article-present'])
    const ote: Retouche = { cible: 'unite', identite: 'donnees', depart: lire(deja, 'donnees'), voulu: null }
    expect(exception(insertion(), apres(deja, ote))).toEqual(['article-supprime'])
  })

  it('rétablit seulement ce qui était supprimé', () => {
    const retabli: Retouche = {
      cible: 'unite',
      identite: 'suivi',
      depart: null,
      voulu: lire(origine, 'suivi'),
    }
    expect(transposer([retabli], apres(origine, suppression('suivi'))).reprises).toHaveLength(1)
    expect(exception(retabli, origine)).toEqual(['deja-fait'])
    expect(exception(retabli, sans('suivi'))).toEqual(['article-absent'])
  })
})

describe('Une valeur', () => {
  const avec = (v: ValeurParametre | undefined) => ({ ...origine, valeurs: { delai: v } })
  const cible = 'valeur:delai'

  it('passe d’un même départ, s’arrête sur un autre, se tait à l’arrivée', () => {
    expect(transposer([delai], origine).reprises).toEqual([delai])
    expect(exception(delai, avec(heures(72)))).toEqual(['valeur-differente'])
    expect(exception(delai, avec(undefined))).toEqual(['valeur-differente'])
    expect(exception(delai, avec(heures(24)))).toEqual(['deja-fait'])
    expect(exception(delai, { ...origine, definitions: [], valeurs: {} })).toEqual(['valeur-inconnue'])
  })

  it('propre à un centre, l’emporte, quel que soit son départ ; d’un autre genre, elle est ignorée', () => {
    const choix = (v: ValeurParametre) => ({ valeurs: { [cible]: v }, ecartees: [] })
    expect(transposer([delai], avec(heures(72)), choix(heures(36))).reprises).toEqual([
      { ...delai, depart: heures(72), voulu: heures(36) },
    ])
    expect(transposer([delai], avec(heures(36)), choix(heures(36))).exceptions).toEqual([
      { cible, exception: 'deja-fait' },
    ])
    expect(transposer([delai], origine, choix({ genre: 'texte', texte: 'x' })).reprises).toEqual([delai])
  })
})

describe('Le terme et les parties', () => {
  it('ne prolonge que depuis la même fin, ou par une date dite', () => {
    const autre = { ...origine, fin: '2028-06-30' }
    expect(exception(terme, autre)).toEqual(['terme-different'])
    expect(exception(terme, { ...origine, fin: '2031-12-31' })).toEqual(['deja-fait'])
    const dite = { valeurs: { terme: { genre: 'date' as const, date: '2030-06-30' } }, ecartees: [] }
    expect(transposer([terme], autre, dite).reprises).toEqual([
      { ...terme, depart: '2028-06-30', voulu: '2030-06-30' },
    ])
    const loin = { ...dite, moisAuPlus: 12 }
    expect(transposer([terme], autre, loin).exceptions).toEqual([
      { cible: 'terme', exception: 'terme-trop-loin' },
    ])
    expect(transposer([terme], autre, { ...dite, moisAuPlus: 24 }).exceptions).toEqual([])
    const trop = { valeurs: { terme: { genre: 'date' as const, date: '2027-01-01' } }, ecartees: [] }
    expect(transposer([terme], autre, trop).exceptions).toEqual([
      { cible: 'terme', exception: 'terme-different' },
    ])
  })

  it('ne renomme que la partie qui se désigne ainsi', () => {
    const depart: PartieDesignee = {
      organisationId: 'o1',
      nom: 'commune d’Arcueil',
      adresse: '10 avenue Paul-Doumer',
    }
    const r: Retouche = {
      cible: 'partie',
      role: 'GESTIONNAIRE',
      depart,
      voulu: { ...depart, nom: 'Arcueil' },
    }
    expect(transposer([r], origine).reprises).toEqual([r])
    expect(exception(r, apres(origine, r))).toEqual(['deja-fait'])
    const ailleurs = { ...origine, parties: origine.parties.map((p) => ({ ...p, organisationId: 'o2' })) }
    expect(exception(r, ailleurs)).toEqual(['partie-differente'])
  })
})

describe('Ce que la direction écarte', () => {
  it('ne touche pas le centre, sans rien lui demander', () => {
    const t = transposer([delai, nouveauSuivi], origine, { valeurs: {}, ecartees: ['unite:suivi'] })
    expect(t.reprises).toEqual([delai])
    expect(t.exceptions).toEqual([{ cible: 'unite:suivi', exception: 'ecartee' }])
    expect(EXCEPTIONS_CAMPAGNE.filter((e) => !demandeUnGeste(e))).toEqual(['deja-fait', 'ecartee'])
  })
})
