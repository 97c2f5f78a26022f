import { describe, expect, it } from 'vitest'
import { numeroInsere } from '@/lib/domaine/avenant/numeroter-insertion'
import { comparutionsDAvenant } from '@/lib/domaine/avenant/redaction/comparutions'
import { accordRedactionEffet, redigerAvenant } from '@/lib/domaine/avenant/rediger'
import { deriver, type Retouche } from '@/lib/domaine/avenant/retouches'
import type { BlocContenu, Contenu } from '@/lib/domaine/texte/contenu'
import type { GenreUnite } from '@/lib/domaine/texte/unites'
import { alineas, article, base, DELAI, dossier, lire, recrire } from './fabrique'

const E = base()
const dire = (r: Parameters<typeof dossier>[1], identite: string, autres = {}) => {
  const redige = redigerAvenant(dossier(E, r, autres))
  return alineas(redige.unites.find((u) => u.identite === identite))
}
const supprimer = (identite: string): Retouche => ({
  cible: 'unite',
  identite,
  depart: lire(E, identite),
  voulu: null,
})
const inserer = (
  identite: string,
  apres: string | null,
  titre: string | null,
  texte: string,
  genre: GenreUnite = 'article',
  parent: string | null = null,
): Retouche => ({
  cible: 'unite',
  identite,
  depart: null,
  voulu: article(texte, titre, genre),
  place: { parent, apres, numero: numeroInsere(E, { genre, parent, apres }) },
})

describe('une unité réécrite en entier', () => {
  it('la remplace, intitulé compris, un guillemet ouvrant par alinéa', () => {
    const r = recrire(E, 'scanner', {
      texte: 'Le scanner est proposé le jour même.\n\nLe compte rendu suit.',
    })
    expect(dire([r], 'av-m-scanner')).toEqual([
      'L’article 2.1 est remplacé par les dispositions suivantes :',
      '« 2.1 – Scanner',
      '« Le scanner est proposé le jour même.',
      '« Le compte rendu suit. »',
    ])
  })
})

describe('les mouvements', () => {
  it('insère entre deux articles', () => {
    expect(dire([inserer('n', 'urgences', 'Délais', 'Le délai court.')], 'av-m-n')).toEqual([
      'Après l’article 3, il est inséré un article 3 bis ainsi rédigé :',
      '« Article 3 bis – Délais',
      '« Le délai court. »',
    ])
  })
  it('ajoute à la fin', () => {
    expect(dire([inserer('n', 'astreinte', 'Bilan', 'Un bilan est dressé.')], 'av-m-n')[0]).toBe(
      'Il est ajouté un article 6 ainsi rédigé :',
    )
  })
  it('supprime', () => {
    expect(dire([supprimer('suivi')], 'av-m-suivi')).toEqual(['L’article 4 est supprimé.'])
    expect(dire([supprimer('annexe')], 'av-m-annexe')).toEqual(['L’annexe 1 est supprimée.'])
  })
})

describe('une valeur', () => {
  it('énumère les articles où les mêmes mots changent, et dit à part ceux qui s’écrivent autrement', () => {
    const r: Retouche = {
      cible: 'valeur',
      cle: 'delai',
      depart: DELAI,
      voulu: { genre: 'duree', nombre: 24, unite: 'heure' },
    }
    expect(dire([r], 'av-v-delai')).toEqual([
      'La convention-cadre est ainsi modifiée :',
      '1° Aux articles 2.1 et 3, les mots : « 48 h » sont remplacés par les mots : « 24 h » ;',
      '2° À l’article 5, les mots : « quarante-huit heures » sont remplacés par les mots : « vingt-quatre heures ».',
    ])
  })
})

describe('les autres formes', () => {
  const urgences = (texte: string) => recrire(E, 'urgences', { texte })
  const TEXTE = [
    'Le service répond au centre.',
    'Il répond sous {{delai}}.',
    '- par téléphone ;\n- par écrit.',
    'Il tient un registre.',
  ]
  const changer = (i: number, texte: string) =>
    urgences(TEXTE.map((t, j) => (i === j ? texte : t)).join('\n\n'))

  it('par alinéa, l’élément de liste compté comme un alinéa', () => {
    expect(dire([[changer(3, 'Il tient deux registres.'), 'alinea']], 'av-m-urgences')).toEqual([
      'Le cinquième alinéa de l’article 3 est ainsi rédigé :',
      '« Il tient deux registres. »',
    ])
    expect(
      dire([[changer(2, '- par téléphone ;\n- par courriel ;\n- par écrit.'), 'alinea']], 'av-m-urgences'),
    ).toEqual([
      'Après le troisième alinéa de l’article 3, il est inséré un alinéa ainsi rédigé :',
      '« par courriel ; »',
    ])
  })
  it('par complément', () => {
    const r = urgences([...TEXTE, 'Il le conserve.', 'Il le montre.'].join('\n\n'))
    expect(dire([[r, 'completer']], 'av-m-urgences')).toEqual([
      'L’article 3 est complété par deux alinéas ainsi rédigés :',
      '« Il le conserve.',
      '« Il le montre. »',
    ])
  })
  it('par mots, un ou plusieurs', () => {
    expect(dire([[changer(3, 'Il tient un journal.'), 'mots']], 'av-m-urgences')).toEqual([
      'À l’article 3, le mot : « registre » est remplacé par le mot : « journal ».',
    ])
    const deux = urgences(
      ['Le service répond au médecin.', TEXTE[1], TEXTE[2], 'Il tient un journal.'].join('\n\n'),
    )
    expect(dire([[deux, 'mots']], 'av-m-urgences')).toEqual([
      'L’article 3 est ainsi modifié :',
      '1° Le mot : « centre » est remplacé par le mot : « médecin » ;',
      '2° Le mot : « registre » est remplacé par le mot : « journal ».',
    ])
  })
  it('l’intitulé seul', () => {
    expect(dire([recrire(E, 'urgences', { titre: 'Urgences et avis' })], 'av-m-urgences')).toEqual([
      'L’intitulé de l’article 3 est ainsi rédigé :',
      '« Urgences et avis »',
    ])
  })
  it('un article qui a des sous-articles ne les emporte pas', () => {
    expect(
      dire([recrire(E, 'imagerie', { texte: 'L’imagerie est ouverte à tous.' })], 'av-m-imagerie'),
    ).toEqual([
      'À l’article 2, les dispositions qui précèdent l’article 2.1 sont remplacées par les dispositions suivantes :',
      '« L’imagerie est ouverte à tous. »',
    ])
  })
  it('visas, préambule, considérant, annexe', () => {
    expect(dire([recrire(E, 'v2', { texte: 'Vu la loi ;' })], 'av-m-v2')[0]).toBe(
      'Le deuxième visa est ainsi rédigé :',
    )
    expect(dire([recrire(E, 'c1', { texte: 'Le centre adresse.' })], 'av-m-c1')[0]).toBe(
      'Le considérant 1 est ainsi rédigé :',
    )
    expect(dire([recrire(E, 'annexe', { texte: 'Un numéro répond.' })], 'av-m-annexe')).toEqual([
      'L’annexe 1 est remplacée par les dispositions suivantes :',
      '« Annexe 1 – Contacts',
      '« Un numéro répond. »',
    ])
    expect(dire([inserer('v', 'v2', null, 'Vu la loi ;', 'visa')], 'av-m-v')[0]).toBe(
      'Après le deuxième visa, il est inséré un visa ainsi rédigé :',
    )
  })
  it('en tête et sous un article', () => {
    expect(dire([inserer('n', 'preambule', 'Tête', 'Texte.')], 'av-m-n').slice(0, 2)).toEqual([
      'Avant l’article 1er, il est inséré un article 1er A ainsi rédigé :',
      '« Article 1er A – Tête',
    ])
    expect(
      dire([inserer('n', 'irm', 'Radio', 'Texte.', 'sous-article', 'imagerie')], 'av-m-n').slice(0, 2),
    ).toEqual(['À l’article 2, il est ajouté un article 2.3 ainsi rédigé :', '« 2.3 – Radio'])
  })
  it('rétablit un article supprimé', () => {
    const e = { ...E, unites: E.unites.map((u) => (u.identite === 'suivi' ? { ...u, supprimee: true } : u)) }
    const r: Retouche = { cible: 'unite', identite: 'suivi', depart: null, voulu: lire(E, 'suivi') }
    const redige = redigerAvenant(dossier(e, [r]))
    expect(alineas(redige.unites.find((u) => u.identite === 'av-m-suivi'))).toEqual([
      'L’article 4 est rétabli dans la rédaction suivante :',
      '« Article 4 – Suivi',
      '« Le comité se réunit chaque année. »',
    ])
  })
})

describe('le terme, les parties et le cadre', () => {
  const terme = (nature: 'prolongation' | 'renouvellement', voulu: string): Retouche => ({
    cible: 'terme',
    nature,
    depart: '2029-12-31',
    voulu,
  })
  it('prolonge, renouvelle', () => {
    expect(dire([terme('prolongation', '2030-06-30')], 'av-terme')).toEqual([
      'La convention-cadre est prolongée jusqu’au 30 juin 2030 inclus.',
    ])
    expect(dire([terme('renouvellement', '2032-12-31')], 'av-terme')).toEqual([
      'La convention-cadre est renouvelée pour une durée de trois ans à compter du 1er janvier 2030, soit jusqu’au 31 décembre 2032 inclus.',
    ])
  })
  it('change une partie', () => {
    const depart = { organisationId: 'o1', nom: 'commune d’Arcueil', adresse: '10 avenue Paul-Doumer' }
    const r: Retouche = {
      cible: 'partie',
      role: 'GESTIONNAIRE',
      depart,
      voulu: { ...depart, nom: 'association Soins' },
    }
    expect(dire([r], 'av-partie-gestionnaire')).toEqual([
      'À la comparution, les mots : « commune d’Arcueil » sont remplacés par les mots : « association Soins ».',
    ])
  })
  it('une personne morale qui succède : la phrase le dit, les mots qui la nomment suivent leur valeur', () => {
    const depart = { organisationId: 'o1', nom: 'commune d’Arcueil', adresse: null }
    const r: Retouche = {
      cible: 'partie',
      role: 'GESTIONNAIRE',
      depart,
      voulu: { organisationId: 'o2', nom: 'association Soins', adresse: '1 rue Haute' },
    }
    expect(dire([r], 'av-partie-gestionnaire')).toEqual([
      'L’association Soins succède à la commune d’Arcueil dans tous les droits et obligations nés de la convention, à compter de la prise d’effet du présent avenant.',
    ])
    const m = deriver(r)
    expect(comparutionsDAvenant(E, m ? [m] : []).at(-1)).toBe(
      'L’association Soins, dont le siège est situé 1 rue Haute, qui succède à la commune d’Arcueil dans les conditions du présent avenant,',
    )
  })
  it('une adresse que la comparution n’écrit pas se dit en une phrase', () => {
    const depart = { organisationId: 'o1', nom: 'commune d’Arcueil', adresse: '10 avenue Paul-Doumer' }
    const voulu = { ...depart, adresse: '1 rue Haute' }
    const r: Retouche = { cible: 'partie', role: 'GESTIONNAIRE', depart, voulu }
    expect(dire([r], 'av-partie-gestionnaire')).toEqual([
      'L’adresse de la commune d’Arcueil est désormais : « 1 rue Haute ».',
    ])
    const e = { ...E, comparutions: ['La commune, 10 avenue Paul-Doumer,'] }
    const redige = redigerAvenant(dossier(e, [r]))
    expect(alineas(redige.unites.find((u) => u.identite === 'av-partie-gestionnaire'))).toEqual([
      'À la comparution, les mots : « 10 avenue Paul-Doumer » sont remplacés par les mots : « 1 rue Haute ».',
    ])
  })
  it('d’un acte groupé, chaque gestionnaire a son visa et ses mentions', () => {
    const [p] = E.parties
    if (!p) throw new Error('aucune partie')
    const e = { ...E, parties: [p, { ...p, partieId: 'p2', organisationId: 'o2', nom: 'commune de Vitry' }] }
    const vote = { nature: 'délibération' as const, transmission: true }
    const redige = redigerAvenant(
      dossier(e, [], {
        votes: [
          { ...vote, rang: 1, nom: 'la commune d’Arcueil' },
          { ...vote, nature: 'décision', transmission: false, rang: 2, nom: 'le syndicat de Vitry' },
        ],
      }),
    )
    const visa = (i: string) => alineas(redige.unites.find((u) => u.identite === i))[0]
    expect(visa('av-visa-vote')).toBe(
      'Vu la délibération n° {deliberation_numero_avenant_2} de l’organe délibérant de la commune d’Arcueil en date du {deliberation_date_avenant_2}, transmise au représentant de l’État dans le département le {deliberation_transmission_avenant_2}, qui approuve le présent avenant et en autorise la signature ;',
    )
    expect(visa('av-visa-vote-g2')).toBe(
      'Vu la décision n° {deliberation_numero_g2_avenant_2} en date du {deliberation_date_g2_avenant_2}, par laquelle l’organe compétent du syndicat de Vitry approuve le présent avenant et en autorise la signature ;',
    )
    expect(redige.definitions.map((d) => d.cle)).toEqual([
      'date_effet_avenant_2',
      'deliberation_numero_avenant_2',
      'deliberation_date_avenant_2',
      'deliberation_transmission_avenant_2',
      'deliberation_numero_g2_avenant_2',
      'deliberation_date_g2_avenant_2',
    ])
    expect(redige.definitions.at(-1)?.libelle).toBe('Date de la délibération (syndicat de Vitry)')
  })
  it.each([
    ['la convention-cadre', 'Vu la convention-cadre n° X, signée le 2 mars 2026 ;'],
    ['le protocole d’accord', 'Vu le protocole d’accord n° X, signé le 2 mars 2026 ;'],
    ['l’accord de coopération', 'Vu l’accord de coopération n° X, signé le 2 mars 2026 ;'],
    ['l’entente', 'Vu l’entente n° X, signée le 2 mars 2026 ;'],
  ])('accorde le visa de l’acte modifié : %s', (designation, visa) => {
    const initial = { designation, reference: 'X', signeLe: '2026-03-02' }
    expect(alineas(redigerAvenant(dossier(E, [], { initial })).unites[0])).toEqual([visa])
  })
  it('écrit le titre, les visas, l’objet, le reste et l’effet', () => {
    const redige = redigerAvenant(
      dossier(E, [supprimer('suivi'), terme('prolongation', '2030-06-30')], {
        precedents: [{ rang: 1, signeLe: '2026-05-01', objet: 'délai du scanner' }],
        votes: [{ nature: 'délibération', transmission: true, rang: 1, nom: 'la commune d’Arcueil' }],
      }),
    )
    expect(redige.titre.replace(/\u00a0/g, ' ')).toBe(
      'Avenant n° 2 à la convention-cadre de partenariat HUPS-ARC-2026-001',
    )
    expect(redige.unites.map((u) => u.identite)).toEqual([
      'av-visa-acte',
      'av-visa-avenant-1',
      'av-visa-vote',
      'av-objet',
      'av-m-suivi',
      'av-terme',
      'av-reste',
      'av-effet',
    ])
    expect(redige.definitions.map((d) => d.cle)).toEqual([
      'date_effet_avenant_2',
      'deliberation_numero_avenant_2',
      'deliberation_date_avenant_2',
      'deliberation_transmission_avenant_2',
    ])
    const [acte, avenant, vote, objet] = redige.unites.map(alineas)
    expect(acte).toEqual(['Vu la convention-cadre de partenariat HUPS-ARC-2026-001, signée le 2 mars 2026 ;'])
    expect(avenant).toEqual(['Vu l’avenant n° 1, signé le 1er mai 2026 (délai du scanner) ;'])
    expect(vote?.[0]).toContain('{deliberation_transmission_avenant_2}')
    expect(objet).toEqual([
      'Le présent avenant a pour objet, pour la convention-cadre de partenariat HUPS-ARC-2026-001 :',
      'de supprimer l’article 4 ;',
      'de modifier la durée de la convention-cadre.',
    ])
    expect(alineas(redige.unites.at(-1))).toEqual([
      'Le présent avenant prend effet à la date de sa dernière signature.',
    ])
  })
})

describe('l’avenant d’un acte groupé', () => {
  it('vise la délibération de chaque commune, sous ses propres mentions', () => {
    const designation = (cle: string) => ({ cle, libelle: cle, genre: 'designation' as const })
    const E2 = { ...E, definitions: [...E.definitions, designation('gestionnaire_g2')] }
    const vote = (rang: number, nom: string) =>
      ({ nature: 'délibération', transmission: true, rang, nom }) as const
    const redige = redigerAvenant({
      ...dossier(E2, [recrire(E2, 'suivi', { texte: 'Le comité se réunit chaque mois.' })]),
      rang: 3,
      votes: [vote(1, 'la commune de Malakoff'), vote(2, 'la commune de Vitry-sur-Seine')],
    })
    const votes = redige.unites.filter((u) => u.identite.startsWith('av-visa-vote'))
    expect(votes.map((u) => u.identite)).toEqual(['av-visa-vote', 'av-visa-vote-g2'])
    expect(alineas(votes[1])[0]).toContain('{deliberation_numero_g2_avenant_3}')
    expect(alineas(votes[1])[0]).toContain('de la commune de Vitry-sur-Seine')
    expect(redige.definitions.map((d) => d.cle)).toContain('deliberation_transmission_g2_avenant_3')
  })
})

describe('rédaction ajustée et effet', () => {
  const r = recrire(E, 'suivi', { texte: 'Le comité se réunit chaque mois.' })
  const { attendus, unites } = redigerAvenant(dossier(E, [r]))
  const attendu = attendus['av-m-suivi']
  const ajuster = (de: string, a: string) => {
    const contenu = unites.find((u) => u.identite === 'av-m-suivi')?.contenu
    return JSON.parse(JSON.stringify(contenu).replace(de, a))
  }
  it.each([
    ['les dispositions suivantes', 'ce qui suit', { accord: true }],
    ['chaque mois', 'chaque jour', { accord: false, raison: 'texte-different' }],
    ['L’article 4 est', 'L’article 5 est', { accord: false, raison: 'article-non-vise' }],
  ])('« %s » devenu « %s »', (de, a, verdict) => {
    expect(attendu && accordRedactionEffet(ajuster(de, a), attendu)).toEqual(verdict)
  })
})

describe('Un tableau dont une cellule est entre guillemets', () => {
  const cellule = (texte: string) => ({
    type: 'tableCell',
    content: [{ type: 'paragraph', attrs: { id: texte }, content: [{ type: 'text', text: texte }] }],
  })
  const tableau = (...rangees: string[][]) =>
    ({
      type: 'table',
      attrs: { id: 't' },
      content: rangees.map((r) => ({ type: 'tableRow', content: r.map(cellule) })),
    }) as unknown as BlocContenu
  const depart = lire(E, 'suivi')
  const r: Retouche = {
    cible: 'unite',
    identite: 'suivi',
    depart,
    voulu: {
      ...depart,
      contenu: {
        type: 'doc',
        content: [
          tableau(['Demande', 'Réponse'], ['« urgente »', '« sans délai »'], ['autre', 'sous huit jours']),
        ],
      },
    },
  }
  const { attendus, unites } = redigerAvenant(dossier(E, [r]))
  const attendu = attendus['av-m-suivi']
  const contenu = unites.find((u) => u.identite === 'av-m-suivi')?.contenu
  const ajuster = (de: string, a: string): Contenu => JSON.parse(JSON.stringify(contenu).replace(de, a))

  it('se cite d’un seul tenant', () => {
    expect(attendu?.formes[0]?.passages).toHaveLength(1)
    expect(attendu?.formes[0]?.passages[0]).toContain('sous huit jours')
  })
  it('s’accorde quand la phrase seule change, et plus quand une cellule change', () => {
    expect(
      attendu && accordRedactionEffet(ajuster('les dispositions suivantes', 'ce qui suit'), attendu),
    ).toEqual({
      accord: true,
    })
    for (const [de, a] of [
      ['sans délai', 'demain'],
      ['sous huit jours', 'sous dix jours'],
    ] as const)
      expect(attendu && accordRedactionEffet(ajuster(de, a), attendu)).toEqual({
        accord: false,
        raison: 'texte-different',
      })
  })
})

describe('Les comparutions d’un avenant', () => {
  it('renvoient à la convention, en toutes lettres', () => {
    const e = {
      ...base(),
      comparutions: ['la commune, visée à l’{{§objet}} et {{§suivi|de}},', 'sans {{§rien}}'],
    }
    expect(comparutionsDAvenant(e)).toEqual([
      'la commune, visée à l’article 1er de la convention et de l’article 4 de la convention,',
      'sans {{§rien}}',
    ])
  })
})
