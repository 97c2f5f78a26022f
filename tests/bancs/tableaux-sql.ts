// Requêtes nues des agrégats de chaque tableau, telles que l'application les pose.
import { aujourdHuiAParis } from '../../lib/domaine/calendrier/dates'
import { fenetreDe } from '../../lib/domaine/engagement/fenetre'
import type { Acteur } from '../../lib/domaine/organisation/acteur'
import { sqlAgregats, sqlTendance } from '../../lib/lectures/tableau/agregats'
import { engagementsRetenus } from '../../lib/lectures/tableau/conditions'
import { schemaFiltresTableau } from '../../lib/lectures/tableau/filtres'
import { CENTRES_PAR_PAGE, fenetreDeTendance } from '../../lib/lectures/tableau/lire-tableau'
import { sqlMatrice } from '../../lib/lectures/tableau/matrice'

const acteur: Acteur = {
  utilisateurId: '',
  nom: '',
  habilitations: [],
  groupes: [process.argv[2] ?? ''],
  organisations: [],
  sieges: [],
}
const jour = aujourdHuiAParis(new Date())
const nue = ({ text, values }: { text: string; values: unknown[] }) => ({ text, values })
const centres = Array.from(
  { length: CENTRES_PAR_PAGE },
  (_, i) => `synthese-${String(i + 1).padStart(3, '0')}`,
)

const direction = (filtres: Record<string, string>) => {
  const retenus = engagementsRetenus(acteur, schemaFiltresTableau.parse(filtres))
  const fenetre = fenetreDe(filtres.periode ?? null, jour)
  return [
    nue(sqlAgregats(retenus, fenetre, jour, ['total', 'theme', 'debiteur', 'centre'])),
    nue(sqlTendance(retenus, fenetreDeTendance(fenetre, jour), jour)),
    nue(sqlMatrice(retenus, fenetre, jour, filtres.centre ? [filtres.centre] : centres)),
  ]
}
const tout = engagementsRetenus(acteur, schemaFiltresTableau.parse({}))
const axes = ['total', 'theme', 'engagement'] as const

const CAS = [
  { nom: 'direction, douze mois', adresse: '/tableau', requetes: direction({}) },
  {
    nom: 'direction, depuis le début',
    adresse: '/tableau?periode=tout',
    requetes: direction({ periode: 'tout' }),
  },
  {
    nom: 'direction, un thème',
    adresse: '/tableau?theme=imagerie',
    requetes: direction({ theme: 'imagerie' }),
  },
  {
    nom: 'un centre',
    adresse: '/tableau/centre/synthese-007',
    requetes: [
      nue(
        sqlAgregats(
          engagementsRetenus(acteur, schemaFiltresTableau.parse({ centre: 'synthese-007' })),
          fenetreDe(null, jour),
          jour,
          ['total', 'theme', 'debiteur'],
        ),
      ),
    ],
  },
  {
    nom: 'comité, plénier',
    adresse: '/tableau/comite?depuis=2026-06-01&du=2025-06-01',
    requetes: [
      nue(sqlAgregats(tout, { du: '2025-06-01', au: '2026-05-31' }, jour, axes)),
      nue(sqlAgregats(tout, { du: '2026-06-01', au: '2199-12-31' }, jour, axes)),
    ],
  },
  {
    nom: 'mesures, toutes',
    adresse: '/tableau/mesures?periode=tout',
    requetes: [nue(sqlAgregats(tout, fenetreDe('tout', jour), jour, ['total']))],
  },
]
process.stdout.write(`${JSON.stringify(CAS)}\n`)
