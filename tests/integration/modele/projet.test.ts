import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { avecActeur } from '@/lib/bd/transaction'
import { creerConventions } from '@/lib/cas-usage/convention/creer-conventions'
import {
  ajouterUniteProjet,
  deplacerUniteProjet,
  retirerUniteProjet,
} from '@/lib/cas-usage/modele/agencer-projet'
import { modifierAvisProjet } from '@/lib/cas-usage/modele/modifier-avis-projet'
import { modifierEnteteProjet } from '@/lib/cas-usage/modele/modifier-entete-projet'
import {
  enregistrerParametreProjet,
  retirerParametreProjet,
} from '@/lib/cas-usage/modele/modifier-parametre-projet'
import { modifierPartieProjet } from '@/lib/cas-usage/modele/modifier-partie-projet'
import { modifierUniteProjet } from '@/lib/cas-usage/modele/modifier-unite-projet'
import { ouvrirProjet } from '@/lib/cas-usage/modele/ouvrir-projet'
import { abandonnerProjet, publierProjet } from '@/lib/cas-usage/modele/publier-projet'
import { retirerVersion } from '@/lib/cas-usage/modele/retirer-version'
import { lireTexteBalise } from '@/lib/domaine/texte/balisage'
import type { Contenu } from '@/lib/domaine/texte/contenu'
import type { ValeurParametre } from '@/lib/domaine/texte/parametres'
import { preparerCreation } from '@/lib/lectures/convention/preparer-creation'
import { lireModele } from '@/lib/lectures/modele/lire-modeles'
import { lireProjet, type ProjetLu } from '@/lib/lectures/modele/lire-projet'
import { lireRegard } from '@/lib/lectures/modele/lire-regard'
import { amorcerSocle } from '@/lib/serveur/amorcer/socle'
import { conventionCadre } from '@/prisma/socle/modeles/convention-cadre'
import { conventionCadre2 } from '@/prisma/socle/modeles/convention-cadre-2'
import { visasDuSocle } from '@/prisma/socle/visas'
import {
  agir,
  MAINTENANT,
  ouvrirTerritoire,
  refus,
  type Territoire,
  unBrouillon,
} from '../../fabriques/territoire'

const CODE = 'convention-cadre-partenariat'
let t: Territoire
beforeAll(async () => {
  t = await ouvrirTerritoire()
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const texte = (mots: string): Contenu => ({
  type: 'doc',
  content: [{ type: 'paragraph', attrs: { id: 'p1' }, content: [{ type: 'text', text: mots }] }],
})
const ouvrir = (versionId = t.version(CODE)) =>
  agir(t.direction, ouvrirProjet, { versionId, groupeId: t.id('hups') })
const lu = async (): Promise<ProjetLu> => {
  const p = await lireProjet(t.direction, CODE)
  if (!p) throw new Error('projet absent')
  return p
}
const uniteDe = (p: ProjetLu, genre = 'article') => {
  const u = p.unites.find((x) => x.genre === genre)
  if (!u) throw new Error('unité absente')
  return u
}
const saisieDe = (p: ProjetLu, u: ProjetLu['unites'][number], mots: string) => ({
  projetId: p.projetId,
  identite: u.identite,
  version: u.version,
  titre: u.titre,
  contenu: texte(mots),
  facultative: u.facultative,
  visa: null,
  accordAdaptation: null,
  variantes: u.variantes.map(({ code, libelle, titre, contenu }) => ({ code, libelle, titre, contenu })),
})
const journal = (evenement: string) =>
  t.proprietaire.journal.findMany({ where: { organisationId: t.id('hups'), evenement } })
const abandonnerOuvert = async () => {
  const p = await lireProjet(t.direction, CODE)
  if (p) await agir(t.direction, abandonnerProjet, { projetId: p.projetId, version: p.version })
}

describe('Un projet de version de modèle', () => {
  it('s’ouvre d’après la version du groupe, un seul à la fois, avec sa ligne au journal', async () => {
    await ouvrir()
    const p = await lu()
    expect(p.unites.length).toBe(
      await t.proprietaire.uniteModele.count({ where: { versionId: t.version(CODE) } }),
    )
    expect(p.unites.every((u) => u.sort === 'inchangee')).toBe(true)
    await expect(ouvrir()).rejects.toMatchObject(refus('DEJA_EXISTANT'))
    expect(await journal('projet-modele-ouvert')).toHaveLength(1)
  })
  it('ne s’ouvre, ne se lit ni ne s’écrit que par la direction du groupe', async () => {
    const p = await lu()
    const u = uniteDe(p)
    for (const qui of [t.exterieur, t.cms])
      await expect(
        agir(qui, ouvrirProjet, { versionId: t.version(CODE), groupeId: t.id('hups') }),
      ).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(
      agir(t.siege, ouvrirProjet, { versionId: t.version(CODE), groupeId: t.id('hups') }),
    ).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    for (const qui of [t.exterieur, t.cms, t.siege, t.juridique]) {
      expect(await lireProjet(qui, CODE)).toBeNull()
      await expect(agir(qui, modifierUniteProjet, saisieDe(p, u, 'X'))).rejects.toMatchObject(
        refus('INTROUVABLE'),
      )
      await expect(
        agir(qui, publierProjet, { projetId: p.projetId, version: p.version, note: 'Une note' }),
      ).rejects.toMatchObject(refus('INTROUVABLE'))
      expect(await avecActeur(qui, (tx) => tx.uniteProjet.count())).toBe(0)
    }
  })
  it('garde une unité à la fois : la seconde saisie sur la même version est refusée, l’autre article non', async () => {
    const p = await lu()
    const [a, b] = p.unites.filter((u) => u.genre === 'article')
    if (!a || !b) throw new Error('deux articles attendus')
    expect(await agir(t.direction, modifierUniteProjet, saisieDe(p, a, 'Texte changé'))).toEqual({
      version: 2,
    })
    await expect(agir(t.direction, modifierUniteProjet, saisieDe(p, a, 'Autre texte'))).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    await agir(t.direction, modifierUniteProjet, saisieDe(p, b, 'Second article'))
    expect((await lu()).unites.filter((u) => u.sort === 'modifiee')).toHaveLength(2)
    expect(await journal('unite-modele-modifiee')).toHaveLength(2)
  })
  it('ajoute, modifie et retire une variante ; son code ne change plus et ses valeurs la suivent', async () => {
    let p = await lu()
    const u = p.unites.find((x) => x.variantes.some((v) => v.valeurs)) ?? uniteDe(p)
    const nouvelle = { code: '', libelle: 'Rédaction courte', contenu: texte('Court.') }
    await agir(t.direction, modifierUniteProjet, {
      ...saisieDe(p, u, 'Texte long'),
      variantes: [...saisieDe(p, u, '').variantes, nouvelle],
    })
    p = await lu()
    const ecrite = p.unites.find((x) => x.identite === u.identite)
    expect(ecrite?.variantes).toHaveLength(u.variantes.length + 1)
    expect(ecrite?.variantes.at(-1)?.code).toMatch(/^variante-\d+$/)
    expect(ecrite?.variantes.map((v) => v.valeurs)).toEqual([...u.variantes.map((v) => v.valeurs), undefined])
    await expect(
      agir(t.direction, modifierUniteProjet, {
        ...saisieDe(p, ecrite ?? u, 'x'),
        variantes: [{ code: 'inconnue', libelle: 'X', contenu: texte('x') }],
      }),
    ).rejects.toMatchObject(refus('SAISIE_INVALIDE'))
  })
  it('ajoute une unité à sa place, la déplace, la retire avec ce qu’elle contient', async () => {
    const p = await lu()
    const article = uniteDe(p)
    const ajouter = (genre: 'article' | 'sous-article', parent: string | null) =>
      agir(t.direction, ajouterUniteProjet, {
        projetId: p.projetId,
        genre,
        parent,
        apres: parent ? null : article.identite,
        titre: 'Nouveau',
      })
    const { identite } = await ajouter('article', null)
    const enfant = await ajouter('sous-article', identite)
    await expect(ajouter('sous-article', null)).rejects.toMatchObject(refus('SAISIE_INVALIDE'))
    const ordre = async () => (await lu()).unites.filter((u) => u.genre === 'article').map((u) => u.identite)
    expect((await ordre()).slice(0, 2)).toEqual([article.identite, identite])
    await agir(t.direction, deplacerUniteProjet, { projetId: p.projetId, identite, version: 1, sens: 'haut' })
    expect((await ordre()).slice(0, 2)).toEqual([identite, article.identite])
    await expect(
      agir(t.direction, retirerUniteProjet, { projetId: p.projetId, identite, version: 7 }),
    ).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
    expect(
      await agir(t.direction, retirerUniteProjet, { projetId: p.projetId, identite, version: 1 }),
    ).toEqual({ retirees: 2 })
    expect((await lu()).unites.some((u) => u.identite === enfant.identite)).toBe(false)
  })
  it('tient ses valeurs : clé stable, genre fixe, retrait refusé tant qu’un texte la cite', async () => {
    let p = await lu()
    const saisie = {
      projetId: p.projetId,
      version: p.version,
      cle: null,
      libelle: 'Délai de réponse aux urgences',
      genre: 'duree' as const,
      aide: '',
      facultatif: false,
      defaut: { genre: 'duree' as const, nombre: 3, unite: 'jour' as const },
      unites: ['jour' as const],
      choix: [],
    }
    const { cle } = await agir(t.direction, enregistrerParametreProjet, saisie)
    expect(cle).toBe('delai_de_reponse_aux_urgences')
    await expect(agir(t.direction, enregistrerParametreProjet, saisie)).rejects.toMatchObject(
      refus('DEJA_EXISTANT'),
    )
    p = await lu()
    await expect(
      agir(t.direction, enregistrerParametreProjet, {
        ...saisie,
        version: p.version,
        cle,
        genre: 'texte',
        defaut: null,
      }),
    ).rejects.toMatchObject(refus('SAISIE_INVALIDE'))
    const u = uniteDe(p)
    const cite: Contenu = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { id: 'p1' },
          content: [{ type: 'parametre', attrs: { cle, forme: null } }],
        },
      ],
    }
    await agir(t.direction, modifierUniteProjet, { ...saisieDe(p, u, ''), contenu: cite })
    const retirer = async () =>
      agir(t.direction, retirerParametreProjet, { projetId: p.projetId, version: (await lu()).version, cle })
    await expect(retirer()).rejects.toMatchObject(refus('VALEUR_CITEE'))
    p = await lu()
    await agir(t.direction, modifierUniteProjet, saisieDe(p, uniteDe(p), 'Sans valeur'))
    await retirer()
    expect((await lu()).definitions.some((d) => d.cle === cle)).toBe(false)
  })
  it('récrit la comparution d’une partie, une phrase dont les valeurs restent des valeurs', async () => {
    const p = await lu()
    const saisie = (mots: string, version = p.version) => ({
      projetId: p.projetId,
      version,
      role: 'gestionnaire' as const,
      contenu: lireTexteBalise(mots, 'c'),
    })
    const comparution = '{{gestionnaire|Complet}}, [[gestionnaire:désigné|désignée]] « {{gestionnaire}} »,'
    for (const qui of [t.exterieur, t.cms, t.siege, t.juridique])
      await expect(agir(qui, modifierPartieProjet, saisie(comparution))).rejects.toMatchObject(
        refus('INTROUVABLE'),
      )
    const invalide = refus('SAISIE_INVALIDE')
    await expect(agir(t.direction, modifierPartieProjet, saisie('- une liste'))).rejects.toMatchObject(
      invalide,
    )
    await expect(agir(t.direction, modifierPartieProjet, saisie(''))).rejects.toMatchObject(invalide)
    const piege = saisie('x')
    piege.contenu = {
      type: 'doc',
      content: [
        { type: 'paragraph', attrs: { id: 'p' }, content: [{ type: 'text', text: 'Un {{code}} tapé' }] },
      ],
    }
    await expect(agir(t.direction, modifierPartieProjet, piege)).rejects.toMatchObject(invalide)
    expect(await agir(t.direction, modifierPartieProjet, saisie(comparution))).toEqual({
      version: p.version + 1,
    })
    await expect(agir(t.direction, modifierPartieProjet, saisie('Autre'))).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    const apres = await lu()
    expect(apres.parties.map((x) => x.comparution)).toEqual([p.parties[0]?.comparution, comparution])
    expect(apres.parties.map((x) => x.designation)).toEqual(p.parties.map((x) => x.designation))
    expect(await journal('partie-modele-modifiee')).toMatchObject([
      { cible: 'gestionnaire', donnees: { apres: comparution } },
    ])
  })
  it('fixe les avis et accords que la version demandera, dans leur ordre', async () => {
    const p = await lu()
    const avis = [
      { fonction: 'finances' as const, nature: 'accord' as const, source: 'Décision du groupe' },
      { fonction: 'juridique' as const, nature: 'avis' as const, source: '' },
    ]
    const saisie = { projetId: p.projetId, version: p.version, avis }
    for (const qui of [t.exterieur, t.cms, t.siege, t.juridique])
      await expect(agir(qui, modifierAvisProjet, saisie)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(
      agir(t.direction, modifierAvisProjet, { ...saisie, avis: [...avis, ...avis] }),
    ).rejects.toMatchObject(refus('SAISIE_INVALIDE'))
    await agir(t.direction, modifierAvisProjet, saisie)
    await expect(agir(t.direction, modifierAvisProjet, saisie)).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    expect((await lu()).approbations).toEqual([
      {
        fonction: 'finances',
        libelle: 'Directeur des finances',
        nature: 'accord',
        source: 'Décision du groupe',
      },
      { fonction: 'juridique', libelle: 'Affaires juridiques', nature: 'avis' },
    ])
    expect(await journal('avis-modele-modifies')).toMatchObject([
      { donnees: { apres: ['accord : Directeur des finances', 'avis : Affaires juridiques'] } },
    ])
  })
  it('change les valeurs qu’une variante entraîne, chacune du genre que le modèle définit', async () => {
    const p = await lu()
    const u = p.unites.find((x) => x.variantes.some((v) => v.valeurs))
    const definie = p.definitions.find((d) => d.genre === 'duree' && (d.origine ?? 'saisie') === 'saisie')
    const deFiche = p.definitions.find((d) => (d.origine ?? 'saisie') !== 'saisie')
    if (!u || !definie || !deFiche) throw new Error('variante à valeurs attendue')
    const unite = definie.unites?.[0] ?? 'jour'
    const duree = { genre: 'duree' as const, nombre: 9, unite }
    type Valeurs = { cle: string; valeur: ValeurParametre }[]
    const ecrire = async (valeurs: Valeurs) => {
      const lue = (await lu()).unites.find((x) => x.identite === u.identite)
      if (!lue) throw new Error('unité attendue')
      const s = saisieDe(p, lue, 'Texte')
      return agir(t.direction, modifierUniteProjet, {
        ...s,
        variantes: s.variantes.map((v, i) => (i === 0 ? { ...v, valeurs } : v)),
      })
    }
    const invalide = refus('SAISIE_INVALIDE')
    await expect(ecrire([{ cle: 'inconnue', valeur: duree }])).rejects.toMatchObject(invalide)
    await expect(
      ecrire([{ cle: definie.cle, valeur: { genre: 'texte', texte: 'x' } }]),
    ).rejects.toMatchObject(invalide)
    await expect(ecrire([{ cle: deFiche.cle, valeur: duree }])).rejects.toMatchObject(invalide)
    const deux = { cle: definie.cle, valeur: duree }
    await expect(ecrire([deux, deux])).rejects.toMatchObject(invalide)
    const variante = async () =>
      (await lu()).unites.find((x) => x.identite === u.identite)?.variantes[0]?.valeurs
    await ecrire([deux])
    expect(await variante()).toEqual({ [definie.cle]: duree })
    await ecrire([])
    expect(await variante()).toBeUndefined()
  })
  it('abandonné, ne change plus, et un autre s’ouvre', async () => {
    const p = await lu()
    await abandonnerOuvert()
    await expect(
      agir(t.direction, modifierAvisProjet, { projetId: p.projetId, version: p.version + 1, avis: [] }),
    ).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
    await expect(
      agir(t.direction, modifierPartieProjet, {
        projetId: p.projetId,
        version: p.version + 1,
        role: 'hopital',
        contenu: lireTexteBalise('Autre', 'c'),
      }),
    ).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
    await expect(agir(t.direction, modifierUniteProjet, saisieDe(p, uniteDe(p), 'X'))).rejects.toMatchObject(
      refus('ETAPE_INTERDITE'),
    )
    await expect(
      avecActeur(t.direction, (tx) =>
        tx.uniteProjet.updateMany({ where: { projetId: p.projetId }, data: { titre: 'x' } }),
      ),
    ).rejects.toThrow(/ne change plus/)
    await ouvrir()
    expect(await journal('projet-modele-abandonne')).toHaveLength(1)
  })
})

describe('La publication d’une version', () => {
  it('refuse un texte qui ne tient pas debout, et une version périmée', async () => {
    const p = await lu()
    const u = uniteDe(p)
    await agir(t.direction, modifierUniteProjet, {
      ...saisieDe(p, u, ''),
      contenu: {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            attrs: { id: 'p' },
            content: [{ type: 'renvoi', attrs: { cible: 'nulle-part', forme: null } }],
          },
        ],
      },
    })
    const publier = (version: number) =>
      agir(t.direction, publierProjet, { projetId: p.projetId, version, note: 'Une note' })
    await expect(publier(p.version)).rejects.toMatchObject(refus('MODELE_INCOMPLET'))
    const apres = await lu()
    await agir(
      t.direction,
      modifierUniteProjet,
      saisieDe(apres, uniteDe(apres), 'Objet réécrit pour le groupe.'),
    )
    await agir(t.direction, modifierEnteteProjet, {
      projetId: p.projetId,
      version: p.version,
      intitule: 'Convention-cadre du groupe',
      titre: p.titre,
      resume: p.resume,
    })
    await expect(publier(p.version)).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
  })
  it('ne laisse passer qu’une de deux publications, et ne change aucune convention existante', async () => {
    const avant = await unBrouillon(t)
    const texteAvant = await t.proprietaire.unite.findMany({
      where: { acteId: avant.acteId },
      orderBy: { rang: 'asc' },
    })
    const p = await lu()
    const avis = [{ fonction: 'finances' as const, nature: 'accord' as const, source: '' }]
    await agir(t.direction, modifierAvisProjet, { projetId: p.projetId, version: p.version, avis })
    await agir(t.direction, modifierPartieProjet, {
      projetId: p.projetId,
      version: p.version + 1,
      role: 'hopital',
      contenu: lireTexteBalise('{{institution|Complet}}, pour le groupe,', 'c'),
    })
    const publier = () =>
      agir(t.direction, publierProjet, {
        projetId: p.projetId,
        version: p.version + 2,
        note: 'Objet resserré',
      })
    const issues = await Promise.allSettled([publier(), publier()])
    expect(issues.map((i) => i.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(issues.find((i) => i.status === 'rejected')).toMatchObject({
      reason: refus('MODIFIE_ENTRE_TEMPS'),
    })
    const version = await t.proprietaire.modeleVersion.findFirstOrThrow({ where: { groupeId: t.id('hups') } })
    expect(version).toMatchObject({
      numero: 2,
      numeroSocle: null,
      note: 'Objet resserré',
      intitule: 'Convention-cadre du groupe',
      approbations: [{ fonction: 'finances', nature: 'accord' }],
      parties: [
        { role: 'hopital', comparution: '{{institution|Complet}}, pour le groupe,' },
        { role: 'gestionnaire' },
      ],
    })
    expect(
      await t.proprietaire.unite.findMany({ where: { acteId: avant.acteId }, orderBy: { rang: 'asc' } }),
    ).toEqual(texteAvant)
    expect(await journal('modele-publie')).toHaveLength(1)
    await expect(
      t.proprietaire.modeleVersion.update({ where: { id: version.id }, data: { note: 'autre' } }),
    ).rejects.toThrow(/ne change pas/)
    await expect(
      t.proprietaire.uniteModele.updateMany({ where: { versionId: version.id }, data: { titre: 'x' } }),
    ).rejects.toThrow(/ne change pas/)
  })
  it('se propose au groupe seul ; un autre groupe, un centre et un inconnu ne la voient pas, le siège la lit', async () => {
    const { id } = await t.proprietaire.modeleVersion.findFirstOrThrow({ where: { groupeId: t.id('hups') } })
    const proposees = (await preparerCreation(t.direction, '2026-11-22'))?.modeles.filter(
      (m) => m.code === CODE,
    )
    expect(proposees?.map((m) => m.versionId)).toEqual([id])
    expect(await lireModele(t.direction, CODE)).toMatchObject({ versionId: id, proposee: true })
    for (const qui of [t.exterieur, t.cms]) {
      expect(await lireModele(qui, CODE, id)).toBeNull()
      expect((await lireModele(qui, CODE))?.versionId).toBe(t.version(CODE))
      expect(await avecActeur(qui, (tx) => tx.uniteModele.count({ where: { versionId: id } }))).toBe(0)
    }
    expect(await lireModele(t.siege, CODE, id)).toMatchObject({ versionId: id })
    await expect(
      agir(t.exterieur, creerConventions, {
        modeleVersionId: id,
        groupeId: t.id('hupnvs'),
        centreIds: [t.id('arcueil')],
      }),
    ).rejects.toMatchObject(refus('INTROUVABLE'))
  })
  it('fait naître une convention à son texte, que l’autre côté lira une fois partagée', async () => {
    const { id } = await t.proprietaire.modeleVersion.findFirstOrThrow({ where: { groupeId: t.id('hups') } })
    const { references } = await agir(t.direction, creerConventions, {
      modeleVersionId: id,
      groupeId: t.id('hups'),
      centreIds: [t.id('arcueil')],
    })
    const acte = await t.proprietaire.acte.findFirstOrThrow({
      where: { convention: { reference: references[0] } },
    })
    expect(acte.modeleVersionId).toBe(id)
    const visible = () => avecActeur(t.cms, (tx) => tx.uniteModele.count({ where: { versionId: id } }))
    expect(await visible()).toBe(0)
    await t.proprietaire.acte.update({ where: { id: acte.id }, data: { partage: true } })
    expect(await visible()).toBeGreaterThan(0)
  })
  it('retirée avec un motif, n’est plus proposée ; les conventions nées d’elle restent', async () => {
    const { id } = await t.proprietaire.modeleVersion.findFirstOrThrow({ where: { groupeId: t.id('hups') } })
    const retirer = (qui: typeof t.direction, versionId = id) =>
      agir(qui, retirerVersion, { versionId, motif: 'Erreur de renvoi' })
    await expect(retirer(t.exterieur)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(retirer(t.cms)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(retirer(t.siege)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(retirer(t.direction, t.version(CODE))).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await retirer(t.direction)
    await expect(retirer(t.direction)).rejects.toMatchObject(refus('DEJA_EXISTANT'))
    expect(await lireModele(t.direction, CODE)).toMatchObject({ versionId: t.version(CODE) })
    expect(await t.proprietaire.acte.count({ where: { modeleVersionId: id } })).toBe(1)
    expect(await journal('modele-retire')).toMatchObject([{ donnees: { motif: 'Erreur de renvoi' } }])
    await expect(ouvrir(id)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
  })
  it('ne heurte jamais une mise à jour du socle : son numéro n’est comparé qu’à celui du socle', async () => {
    const plusTard = new Date(MAINTENANT.getTime() + 86_400_000)
    await t.proprietaire.$transaction((tx) =>
      amorcerSocle(tx, [conventionCadre, conventionCadre2], visasDuSocle, plusTard),
    )
    const duSocle = await t.proprietaire.modeleVersion.findMany({
      where: { modeleCode: CODE, groupeId: null },
      orderBy: { numero: 'asc' },
    })
    expect(duSocle.map((v) => [v.numero, v.numeroSocle])).toEqual([
      [1, 1],
      [2, 2],
    ])
    const lue = await lireModele(t.direction, CODE)
    expect(lue?.versionId).toBe(duSocle[1]?.id)
    expect(lue?.unites.flatMap((u) => u.accordAdaptation?.objet ?? [])).toEqual(
      expect.arrayContaining(['argent', 'responsabilite', 'duree']),
    )
  })
  it('se lit, se projette et se publie pour le groupe que nomme l’adresse, quand la personne en a deux', async () => {
    const [hups, autre] = [t.id('hups'), t.id('hupnvs')]
    const deux = { ...t.direction, groupes: [hups, autre] }
    await agir(deux, ouvrirProjet, { versionId: t.version(CODE), groupeId: autre })
    expect((await lireProjet(deux, CODE, autre))?.groupe.id).toBe(autre)
    expect((await lireModele(deux, CODE, null, autre))?.pourGroupe?.id).toBe(autre)
    expect((await lireModele(deux, CODE))?.pourGroupe?.id).toBe(hups)
    // Un groupe qui n'est pas le sien s'ignore.
    expect((await lireModele(t.direction, CODE, null, autre))?.pourGroupe?.id).toBe(hups)
    expect(await lireProjet(t.direction, CODE, autre)).toBeNull()
    const regard = await lireRegard(deux, 'hupnvs')
    expect(regard).toMatchObject({ groupeId: autre, code: 'hupnvs' })
    expect(regard.groupes).toHaveLength(2)
    expect(await lireRegard(deux, 'nulle-part')).toMatchObject({ groupeId: hups, code: 'hups' })
    expect(await lireRegard(t.direction, 'hupnvs')).toEqual({ groupeId: hups, code: null, groupes: [] })
    const p = await lireProjet(deux, CODE, autre)
    await agir(deux, abandonnerProjet, { projetId: p?.projetId ?? '', version: p?.version ?? 0 })
  })
  it('dit qu’une version du socle est parue depuis celle du groupe', async () => {
    await abandonnerOuvert()
    const socle = await t.proprietaire.modeleVersion.findFirstOrThrow({
      where: { modeleCode: CODE, numeroSocle: 2 },
    })
    await ouvrir(socle.id)
    const p = await lu()
    await agir(t.direction, publierProjet, {
      projetId: p.projetId,
      version: p.version,
      note: 'Sans changement',
    })
    expect(await lireModele(t.direction, CODE)).toMatchObject({
      numero: 3,
      socleDepuis: { versionId: socle.id, numero: 2 },
    })
  })
})
