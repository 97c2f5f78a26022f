import { describe, expect, it } from 'vitest'
import {
  NATURES_ORGANISATION,
  type NatureOrganisation,
  ROLES,
  type Role,
} from '../../../lib/domaine/organisation/acteur'
import { estRoleCompatible, rolesCompatibles } from '../../../lib/domaine/organisation/droits-administration'
import { construireActeur, type HabilitationLue } from '../../../lib/domaine/organisation/perimetre'

/** Écrit à la main, jamais tiré de la table. */
const PERMIS = new Set([
  'DIRECTION_PARTENARIATS GROUPE_HOSPITALIER',
  'DIRECTION_CMS CENTRE',
  'MAIRIE GESTIONNAIRE',
  'REFERENT_SERVICE SERVICE',
  'REFERENT_SERVICE CENTRE',
  'SECRETARIAT SERVICE',
  'SECRETARIAT CENTRE',
  'VALIDEUR GROUPE_HOSPITALIER',
  'VALIDEUR SITE',
  'VALIDEUR POLE',
  'VALIDEUR GESTIONNAIRE',
  'MEMBRE_COMITE GROUPE_HOSPITALIER',
  'MEMBRE_COMITE CENTRE',
  'MEMBRE_COMITE GESTIONNAIRE',
  'SIEGE INSTITUTION',
  'ADMINISTRATEUR INSTITUTION',
])

describe('Rôle et nature d’organisation', () => {
  it.each(ROLES.flatMap((role) => NATURES_ORGANISATION.map((nature) => [role, nature] as const)))(
    '%s sur %s',
    (role, nature) => expect(estRoleCompatible(role, nature)).toBe(PERMIS.has(`${role} ${nature}`)),
  )

  it('ne propose que les rôles possibles', () => {
    expect(rolesCompatibles('GESTIONNAIRE')).toEqual(['MAIRIE', 'VALIDEUR', 'MEMBRE_COMITE'])
  })
})

type Enfant = { id: string; nature: NatureOrganisation }
const h = (role: Role, id: string, nature: NatureOrganisation, enfants: Enfant[] = []): HabilitationLue => ({
  role,
  fonction: null,
  organisation: { id, nature, enfants },
})
const moi = { id: 'u', nom: 'Moi' }

describe('Périmètre d’un acteur', () => {
  it('donne à une mairie ses centres, et eux seuls', () => {
    const enfants: Enfant[] = [
      { id: 'c1', nature: 'CENTRE' },
      { id: 's1', nature: 'SERVICE' },
    ]
    expect(construireActeur(moi, [h('MAIRIE', 'm', 'GESTIONNAIRE', enfants)])).toMatchObject({
      organisations: ['m', 'c1'],
      groupes: [],
      sieges: [],
    })
  })

  it('borne une direction de centre à son centre', () => {
    const a = construireActeur(moi, [h('DIRECTION_CMS', 'c1', 'CENTRE', [{ id: 'x', nature: 'CENTRE' }])])
    expect(a.organisations).toEqual(['c1'])
  })

  it('donne au siège les groupes de l’institution, en observation seulement', () => {
    const enfants: Enfant[] = [
      { id: 'g1', nature: 'GROUPE_HOSPITALIER' },
      { id: 'g2', nature: 'GROUPE_HOSPITALIER' },
    ]
    const a = construireActeur(moi, [h('SIEGE', 'i', 'INSTITUTION', enfants)])
    expect(a).toMatchObject({ sieges: ['g1', 'g2'], groupes: [], organisations: [] })
  })

  it('ne tire aucun périmètre des autres rôles', () => {
    const enfants: Enfant[] = [{ id: 'c1', nature: 'CENTRE' }]
    const a = construireActeur(moi, [
      h('ADMINISTRATEUR', 'i', 'INSTITUTION', [{ id: 'g1', nature: 'GROUPE_HOSPITALIER' }]),
      h('VALIDEUR', 'g1', 'GROUPE_HOSPITALIER'),
      h('MEMBRE_COMITE', 'm', 'GESTIONNAIRE', enfants),
      h('MAIRIE', 'g9', 'GROUPE_HOSPITALIER', enfants),
    ])
    expect(a).toMatchObject({ groupes: [], organisations: [], sieges: [] })
    expect(a.habilitations).toHaveLength(4)
  })
})
