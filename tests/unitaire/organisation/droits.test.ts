import { describe, expect, it } from 'vitest'
import { type Acteur, NATURES_ORGANISATION, ROLES, type Role } from '@/lib/domaine/organisation/acteur'
import {
  accesAuCentre,
  exigerAcces,
  peutCompleterFiche,
  peutCompleterGestionnaire,
  peutDeclarerOffre,
  peutModifierBesoin,
  peutRepondreBesoin,
} from '@/lib/domaine/organisation/droits'

const centre = { centreId: 'centre', gestionnaireId: 'mairie', groupes: ['groupe'] }
const acteur = (role: Role, organisationId: string, sieges: string[] = []): Acteur => ({
  utilisateurId: 'u',
  nom: 'Essai',
  habilitations: [{ role, organisationId, nature: NATURES_ORGANISATION[0], fonction: null }],
  groupes: [],
  organisations: [],
  sieges,
})

/** Liste écrite à la main : toute autre combinaison est refusée. */
const PERMIS: Record<string, string[]> = {
  'DIRECTION_PARTENARIATS/groupe': ['voir', 'besoin', 'repondre', 'offre', 'fiche', 'gestionnaire'],
  'DIRECTION_CMS/centre': ['voir', 'besoin', 'offre', 'fiche'],
  'MAIRIE/mairie': ['voir', 'fiche', 'gestionnaire'],
}
const REGLES = {
  besoin: peutModifierBesoin,
  repondre: peutRepondreBesoin,
  offre: peutDeclarerOffre,
  fiche: peutCompleterFiche,
  gestionnaire: peutCompleterGestionnaire,
}

describe('droits sur la fiche d’un centre', () => {
  const cas = ROLES.flatMap((role) =>
    ['groupe', 'centre', 'mairie', 'ailleurs'].map((o) => [role, o] as const),
  )
  it.each(cas)('%s sur %s', (role, organisation) => {
    const permis = PERMIS[`${role}/${organisation}`] ?? []
    const a = acteur(role, organisation)
    expect(accesAuCentre(a, centre) !== null).toBe(permis.includes('voir'))
    for (const [nom, regle] of Object.entries(REGLES))
      expect(regle(a, centre), nom).toBe(permis.includes(nom))
  })

  it('laisse le siège lire sans écrire', () => {
    const siege = acteur('SIEGE', 'institution', ['groupe'])
    expect(accesAuCentre(siege, centre)).toBe('siege')
    for (const regle of Object.values(REGLES)) {
      expect(regle(siege, centre)).toBe(false)
      expect(() => exigerAcces(siege, centre, regle)).toThrow('ROLE_INSUFFISANT')
    }
  })

  it('dit introuvable un centre hors de portée comme un centre inconnu', () => {
    const autre = acteur('DIRECTION_CMS', 'ailleurs')
    expect(() => exigerAcces(autre, centre, peutModifierBesoin)).toThrow('INTROUVABLE')
    expect(() => exigerAcces(autre, null, peutModifierBesoin)).toThrow('INTROUVABLE')
  })
})
