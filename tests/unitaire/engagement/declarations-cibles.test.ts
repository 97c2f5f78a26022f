import { describe, expect, it } from 'vitest'
import { declarationsDuSocle } from '@/prisma/socle/engagements'
import { ENGAGEMENTS_DE_BASE } from '@/prisma/socle/engagements/engagements-de-base'
import { conventionActivitePartagee } from '@/prisma/socle/modeles/convention-activite-partagee'
import { conventionActivitePartagee2 } from '@/prisma/socle/modeles/convention-activite-partagee-2'
import { conventionAffiliation } from '@/prisma/socle/modeles/convention-affiliation'
import { conventionCadre } from '@/prisma/socle/modeles/convention-cadre'
import { type Choix, ciblesDe, engagementsNes } from './declarations-outils'

const CADRE = declarationsDuSocle('convention-cadre-partenariat', 1)
const AFFILIATION = declarationsDuSocle('convention-affiliation', 1)
const ACTIVITE = declarationsDuSocle('convention-activite-partagee', 2)

const cadre = (choix: Choix = {}) => ciblesDe(conventionCadre, CADRE, choix)
const affiliation = (choix: Choix = {}) => ciblesDe(conventionAffiliation, AFFILIATION, choix)
const activite = (choix: Choix = {}) => ciblesDe(conventionActivitePartagee2, ACTIVITE, choix)

/** Liste attendue, écrite par cible : « a b c » → { a: cible, b: cible, c: cible }. */
const attendre = (parCible: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parCible).flatMap(([cible, cles]) =>
      cles
        .trim()
        .split(/\s+/)
        .map((cle) => [cle, cible]),
    ),
  )

const SOCLE_AFFILIATION = {
  '24 heure, calendaire, 90 %': 'cellule-annonce-sortie',
  '1 par semestre': 'comite-suivi',
  '1 par an': 'formation-reunion formation-programme',
  'au-moins 90 %': 'teleconsultations-conclusions explorations-comptes-rendus',
  'à dire': 'imagerie-telemedecine explorations-protocole affichage-commun',
  permanent: `consultations-avancees teleconsultations teleconsultations-programme consultations-moyens
    consultations-remplacement imagerie-plateau-hopital imagerie-plateau-centre imagerie-examens-centre
    explorations-lecture explorations-respiratoires explorations-enregistrements explorations-alerte hdj-accueil
    prevention-cancer-sein prevention-cancer-colorectal prevention-insuffisance-renale prevention-bucco-dentaire
    formation-acces formation-annonce formation-autorisation formation-attestations staffs-a-distance
    praticiens-au-centre ordres-de-mission reclassement cellule-consultations cellule-admissions cellule-relais
    messagerie-hopital messagerie-centre dossier-commun comite-bilan protocoles-communs`,
}
const BASE = {
  'au-moins 90 %': 'base-compte-rendu-jour-de-sortie base-fiche-adressage base-medecin-traitant',
  'au-moins 100 %': 'base-messagerie-medecins base-medecins-partenaires',
  permanent: `base-acces-resultats base-admission-directe base-lignes-telephoniques base-professionnels-de-ville
    base-formations-ouvertes base-staffs-hopital base-formations-suivies base-staffs-centre base-charte-partagee
    base-charte-appliquee`,
}

describe('cibles nées des valeurs que propose le modèle', () => {
  it('convention-cadre', () => {
    expect(cadre()).toEqual(
      attendre({
        '48 heure, calendaire, 90 %': 'imagerie-reponse imagerie-examen-urgent',
        '15 jour, calendaire, 90 %': 'imagerie-examen-semi-urgent consultations-semi-urgentes',
        '7 jour, calendaire, 90 %': 'hdj-orientation',
        '1 par an': 'comite-suivi comite-plenier',
        'au-moins 90 %': `imagerie-comptes-rendus hdj-formulaire hdj-suite-donnee sortie-medecin-traitant
          sortie-signalement sortie-lettre-adressage sortie-lettre-liaison sortie-compte-rendu sortie-messagerie`,
        'à dire': 'imagerie-extension-irm',
        permanent: `imagerie-plateau-hopital imagerie-plateau-centre imagerie-degre-sincere
          imagerie-decouverte-inattendue imagerie-demandes-messagerie imagerie-consignes hdj-parcours-simples
          hdj-repertoire consultations-creneaux messagerie-hopital messagerie-centre plateforme-alimentation
          plateforme-information-patients plateforme-patients-communs staffs-reguliers staffs-themes formations-themes
          formations-places formations-attestations staffs-a-distance consultations-avancees comite-bilan
          protocoles-communs`,
      }),
    )
  })

  it('affiliation, avec les engagements de base', () => {
    expect(affiliation()).toEqual({ ...attendre(SOCLE_AFFILIATION), ...attendre(BASE) })
  })

  it('affiliation sans l’annexe des engagements de base', () => {
    expect(affiliation({ omises: ['annexe-engagements-socles'] })).toEqual(attendre(SOCLE_AFFILIATION))
  })

  it('activité partagée', () => {
    const attendues = attendre({
      '2 par mois': 'demi-journees',
      '1 par trimestre': 'etat-presences verification-presences titre-de-recette',
      permanent: 'accords-praticiens moyens-fournis reglement assurances',
    })
    expect(activite()).toEqual(attendues)
    // La version 1 propose une demi-journée par semaine : aucun rythme de mesure, une personne dira la cible.
    const v1 = declarationsDuSocle('convention-activite-partagee', 1)
    expect(ciblesDe(conventionActivitePartagee, v1)).toEqual({ ...attendues, 'demi-journees': 'à dire' })
  })

  it('mesure chaque fréquence au rythme qu’elle promet', () => {
    const nes = [
      ...engagementsNes(conventionCadre, CADRE),
      ...engagementsNes(conventionAffiliation, AFFILIATION),
      ...engagementsNes(conventionActivitePartagee2, ACTIVITE),
    ]
    for (const { declaration, cibles } of nes) {
      const cible = cibles[0]?.cible
      if (cible?.genre === 'frequence') expect(declaration.recurrence, declaration.cle).toBe(cible.par)
    }
  })
})

describe('ce que le texte choisit', () => {
  const staffs = (variante?: string) =>
    Object.fromEntries(
      Object.entries(cadre(variante ? { variantes: { 'article-staffs': variante } } : {})).filter(
        ([cle]) => cle.startsWith('staffs-') && cle !== 'staffs-themes' && cle !== 'staffs-a-distance',
      ),
    )

  it('ne fait naître que le staff de la rédaction retenue', () => {
    expect(staffs()).toEqual({ 'staffs-reguliers': 'permanent' })
    expect(staffs('deux-fois-par-an')).toEqual({ 'staffs-deux-par-an': '2 par an' })
    expect(staffs('trimestriel')).toEqual({ 'staffs-trimestriels': '1 par trimestre' })
    expect(staffs('a-la-demande')).toEqual({ 'staffs-a-la-demande': 'permanent' })
    expect(staffs('patients-communs')).toEqual({
      'staffs-patients-communs': 'permanent',
      'staffs-avis-ponctuel': 'permanent',
    })
  })

  it('suit le délai d’orientation et la périodicité que proposent les autres rédactions', () => {
    const autre = cadre({
      variantes: {
        'article-hopital-de-jour': 'specialiste-identifie',
        'article-comite-suivi': 'paritaire-alterne',
      },
    })
    expect(autre).toMatchObject({
      'hdj-orientation': '15 jour, calendaire, 90 %',
      'hdj-specialistes-designes': 'permanent',
      'comite-suivi': '1 par semestre',
    })
  })

  it('compte le délai de réponse en heures ouvrées quand le texte le dit', () => {
    const ouvrees = cadre({ valeurs: { decompte_delai_scanner: { genre: 'choix', code: 'ouvrees' } } })
    expect(ouvrees['imagerie-reponse']).toBe('48 heure, ouvre, 90 %')
    expect(ouvrees['imagerie-examen-urgent']).toBe('48 heure, calendaire, 90 %')
  })

  it('ne réunit le comité de l’affiliation que selon sa rédaction', () => {
    const annuel = affiliation({ variantes: { 'comite-suivi': 'annuel' } })
    expect(annuel).not.toHaveProperty('comite-suivi')
    expect(annuel).toMatchObject({ 'comite-suivi-annuel': '1 par an', 'comite-point-ecrit': '1 par an' })
    const avant = affiliation({
      variantes: { 'comite-suivi': 'annuel' },
      valeurs: { periodicite_comite_annuel: { genre: 'choix', code: 'an-anniversaire' } },
    })
    expect(avant['comite-suivi-annuel']).toBe('1 par an')
    expect(
      affiliation({ valeurs: { periodicite_comite: { genre: 'choix', code: 'trimestre' } } })['comite-suivi'],
    ).toBe('1 par trimestre')
  })

  it('ne convertit jamais des demi-journées par semaine en demi-journées par mois', () => {
    expect(activite({ valeurs: { periode: { genre: 'choix', code: 'semaine' } } })['demi-journees']).toBe(
      'à dire',
    )
    expect(
      activite({ valeurs: { nombre_demi_journees: { genre: 'nombre', nombre: 4 } } })['demi-journees'],
    ).toBe('4 par mois')
  })

  it('retire tous les engagements d’un article quand ses sous-articles partent avec lui', () => {
    const reste = cadre({ omises: ['article-activites-medicales'] })
    expect(reste).not.toHaveProperty('imagerie-reponse')
    expect(reste).not.toHaveProperty('hdj-orientation')
    expect(reste).toHaveProperty('imagerie-examen-urgent') // son annexe, elle, reste dans le texte
  })
})

describe('ce qui attend avant d’être exigible', () => {
  const declaration = (cle: string) => CADRE.find((d) => d.cle === cle)

  it('ouvre le scanner d’emblée, l’IRM quand le comité en a arrêté le calendrier', () => {
    for (const cle of ['imagerie-reponse', 'imagerie-examen-urgent', 'imagerie-examen-semi-urgent'])
      expect(declaration(cle)?.portees.map((p) => [p.code, p.condition?.genre ?? null])).toEqual([
        ['scanner', null],
        ['irm', 'evenement'],
      ])
  })

  it('attend la messagerie des deux côtés partout où le texte la demande', () => {
    const attendent = [...CADRE, ...AFFILIATION]
      .filter((d) => d.condition?.genre === 'equipement')
      .map((d) => d.cle)
    expect(attendent).toEqual([
      'imagerie-comptes-rendus',
      'imagerie-demandes-messagerie',
      'sortie-messagerie',
      'teleconsultations-conclusions',
      'explorations-comptes-rendus',
    ])
  })

  it('rattache aux demandes datées les seuls délais de réponse, d’examen et de rendez-vous', () => {
    const rattaches = CADRE.flatMap((d) =>
      d.demandes
        ? [`${d.cle} : ${d.demandes.nature}, ${d.demandes.degre ?? 'tous'}, ${d.demandes.borne}`]
        : [],
    )
    expect(rattaches).toEqual([
      'imagerie-reponse : imagerie, tous, reponse',
      'imagerie-examen-urgent : imagerie, urgent, rendez-vous',
      'imagerie-examen-semi-urgent : imagerie, semi-urgent, rendez-vous',
      'hdj-orientation : orientation-hdj, tous, rendez-vous',
      'consultations-semi-urgentes : consultation, semi-urgent, rendez-vous',
    ])
  })

  it('garde les deux colonnes des engagements de base', () => {
    const de = (debiteur: string) => ENGAGEMENTS_DE_BASE.filter((d) => d.debiteur === debiteur).length
    expect([de('hopital'), de('centre'), ENGAGEMENTS_DE_BASE.length]).toEqual([8, 7, 15])
  })
})
